/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows whose words are found. */

#include <stdio.h>
#include <stdlib.h>

#include "console/document_value.h"
#include "console/matrix_inside.h"
#include "tui/match.h"

/* An agent is found by the team, too: "t1-east" leaves that team alone. */
static bool is_agent_found(const struct matrix *matrix,
                           const struct topic_agents *agent)
{
    struct safe_text team = { .text = "" }, text;

    if (agent->team_id)
        document_name(matrix->program, DOCUMENT_TEAM, agent->team_id, &team);
    safe_text_format(&text, "%s %s %s", agent->name.text, agent->label.text,
                     team.text);
    return match_words(text.text, matrix->words);
}

static bool is_team_found(const struct matrix *matrix,
                          const struct event_team_set *team)
{
    char text[256];

    snprintf(text, sizeof(text), "%s %s", team->name.text, team->label.text);
    return match_words(text, matrix->words);
}

static bool has_room(struct matrix *matrix, size_t count)
{
    if (count <= matrix->shown_room)
        return true;

    size_t *shown = realloc(matrix->shown, count * sizeof(*shown));
    if (!shown)
        return false;
    matrix->shown = shown;
    matrix->shown_room = count;
    return true;
}

void matrix_refresh(struct matrix *matrix)
{
    const struct replica *rows = program_rows(matrix->program);
    enum topic topic = matrix->is_of_teams ? TOPIC_TEAMS : TOPIC_AGENTS;
    size_t count = document_rows(matrix->program, topic);

    matrix->shown_count = 0;
    if (!has_room(matrix, count))
        return;
    for (size_t i = 0; i < count; i++) {
        const void *fields = replica_at(rows, topic, i)->fields;

        if (!matrix->words[0] ||
            (matrix->is_of_teams ? is_team_found(matrix, fields)
                                 : is_agent_found(matrix, fields)))
            matrix->shown[matrix->shown_count++] = i;
    }
}

void matrix_filter(void *state, const char *words)
{
    struct matrix *matrix = state;

    snprintf(matrix->words, sizeof(matrix->words), "%s", words);
    matrix->row = 0;
    matrix->first_row = 0;
    matrix_refresh(matrix);
}
