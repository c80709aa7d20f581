/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The floor in one row. */

#include <stdlib.h>

#include "base/mark.h"
#include "console/cockpit_inside.h"
#include "console/cockpit_rolls.h"
#include "console/show.h"
#include "console/wallboard_gather.h"
#include "console/word.h"

bool cockpit_shows_queue(const struct program *program,
                         const struct topic_queues *queue)
{
    const struct program_floor *floor = &program->floor;

    return (!floor->team_id || queue->team_id == floor->team_id) &&
           (!floor->queue_id || queue->queue_id == floor->queue_id);
}

/* The names of the queues that are shown; NULL: all are. */
static const char *const *choose(const struct program *program,
                                 const char *names[WALLBOARD_QUEUES + 1])
{
    const struct replica *rows = program_rows(program);
    size_t count = 0;

    if (!rows || (!program->floor.team_id && !program->floor.queue_id))
        return NULL;
    for (size_t i = 0; i < replica_count(rows, TOPIC_QUEUES); i++) {
        const struct topic_queues *queue =
            replica_at(rows, TOPIC_QUEUES, i)->fields;

        if (cockpit_shows_queue(program, queue) && count < WALLBOARD_QUEUES)
            names[count++] = queue->name.text;
    }
    names[count] = NULL;
    return names;
}

struct figures *cockpit_gather(const struct program *program,
                               struct wallboard *board)
{
    const char *names[WALLBOARD_QUEUES + 1];
    const struct wallboard_choice choice = { choose(program, names) };
    struct figures *queues = calloc(WALLBOARD_QUEUES, sizeof(*queues));

    if (queues && program_rows(program))
        wallboard_gather(program_rows(program), &choice, false,
                         program_now_us(program), program_language(program),
                         queues, board);
    return queues;
}

static int draw_part(const struct surface *surface, int column,
                     const char *msgid, struct look look,
                     const struct safe_text *value)
{
    column += surface_label(surface, (struct place){ 0, column, 0, false },
                            LOOK(DIM, 0), msgid);
    column +=
        1 + surface_text(surface, (struct place){ 0, column + 1, 0, false },
                         look, value);
    return column + 2;
}

static struct look warn_look(enum grade grade)
{
    return grade > GRADE_GOOD ? grade_look(grade) : LOOK(TITLE, 0);
}

static void draw_agents(const struct surface *surface, int column,
                        const struct figures *all)
{
    static const enum agent_state states[] = { AGENT_TALKING, AGENT_AVAILABLE,
                                               AGENT_PAUSED, AGENT_ACW };
    const int64_t counts[] = { all->talking, all->available, all->paused,
                               all->acw };
    struct safe_text text, number;

    show_count(surface->style, all->logged_in, &number);
    safe_text_format(&text, "%s:", number.text);
    column =
        draw_part(surface, column, N_("Agents"), LOOK(TITLE, 0), &text) - 1;
    for (int i = 0; i < 4; i++) {
        struct look look = { (uint8_t)word_state_role(states[i]), 0 };

        show_count(surface->style, counts[i], &text);
        column += surface_text(surface, (struct place){ 0, column, 0, false },
                               LOOK(TEXT, 0), &text);
        column += 1 + surface_glyph(surface, 0, column, look,
                                    word_state_glyph(states[i]));
    }
}

void cockpit_draw_figures(const struct program *program,
                          const struct surface *surface)
{
    const struct style *style = surface->style;
    const struct limits none = { 0 };
    struct wallboard board = { .queue_count = 0 };
    struct figures *queues = cockpit_gather(program, &board);
    const struct replica *rows = program_rows(program);
    struct limits limits = grade_limits(&none, &board.all);
    struct safe_text text;
    int column = 1;

    show_count(style,
               rows && board.is_known
                   ? (int64_t)replica_count(rows, TOPIC_CONTACTS)
                   : -1,
               &text);
    column = draw_part(surface, column, N_("Calls"), LOOK(TITLE, 0), &text);
    show_count(style, board.is_known ? board.all.waiting : -1, &text);
    column = draw_part(surface, column, N_("Waiting"),
                       warn_look(grade_waiting(&limits, &board.all)), &text);
    show_span(style, board.is_known ? board.all.oldest_us : -1, &text);
    column = draw_part(surface, column, N_("Oldest"),
                       warn_look(grade_oldest(&limits, &board.all)), &text);
    show_permille(style, board.is_known ? board.all.level_permille : -1, &text);
    column = draw_part(surface, column, N_("SLA"),
                       warn_look(grade_level(&limits, &board.all)), &text);
    draw_agents(surface, column, &board.all);
    free(queues);
}
