/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Agents as rows of a table, with how they serve a queue. */

#include <assert.h>
#include <string.h>

#include "base/mark.h"
#include "console/document_value.h"
#include "console/doing.h"
#include "console/queue_agents_inside.h"
#include "console/show.h"
#include "console/word.h"

enum {
    COLUMN_NAME,
    COLUMN_LABEL,
    COLUMN_PRIORITY,
    COLUMN_DELAY,
    COLUMN_UNTIL,
    COLUMN_TEAM,
    COLUMN_STATE,
};

static const int64_t NEAR_US = INT64_C(86400000000);

static const struct table_column columns[] = {
    { N_("Agent"), 8, 14, 1, 0, false, true },
    { N_("Name"), 10, 18, 2, 2, false, true },
    { N_("Priority"), 9, 9, 0, 0, true, true },
    { N_("Delay"), 8, 8, 0, 0, true, false },
    { N_("Until"), 10, 12, 0, 1, false, false },
    { N_("Team"), 7, 10, 1, 3, false, false },
    { N_("State"), 12, 12, 0, 0, false, false },
};

static const struct replica *rows_of(const struct queue_agents *agents)
{
    return program_rows(agents->program);
}

static const struct topic_agents *agent_at(const struct queue_agents *agents,
                                           size_t row)
{
    return replica_at(rows_of(agents), TOPIC_AGENTS, row)->fields;
}

static struct served served_by(const struct queue_agents *agents,
                               const struct topic_agents *agent)
{
    return served_of(rows_of(agents), agent->agent_id, agents->queue_id);
}

/* The place of an agent in the queue; 0: does not serve it. */
static int64_t priority_of(const struct queue_agents *agents, size_t row)
{
    return served_by(agents, agent_at(agents, row)).priority;
}

static size_t source_count(void *arg)
{
    const struct queue_agents *agents = arg;

    return document_rows(agents->program, TOPIC_AGENTS);
}

static void source_row(void *arg, size_t row, struct table_row *ret_row)
{
    ret_row->id = agent_at(arg, row)->agent_id;
}

static void show_state(const struct topic_agents *agent,
                       const struct queue_agents *agents,
                       struct table_cell *ret_cell)
{
    enum agent_state state = doing_state(agent);

    ret_cell->has_glyph = true;
    ret_cell->glyph = word_state_glyph(state);
    ret_cell->look = (struct look){ (uint8_t)word_state_role(state), 0 };
    word_state(state, program_language(agents->program), &ret_cell->text);
}

/* The time, or beyond a day the day, until which one serves it; for good: a
   dash. */
static void show_until(const struct program *program, int64_t until_us,
                       struct safe_text *ret_text)
{
    char moment[WORD_TIME_SIZE] = "–";

    if (until_us && until_us - program_wall_us(program) < NEAR_US)
        word_clock(until_us, true, moment);
    else if (until_us)
        word_day(program_language(program), until_us, moment);
    safe_text_copy(ret_text, moment);
}

/* What is told of who serves it; of others nothing but a dash. */
static void show_duty(const struct queue_agents *agents,
                      const struct topic_agents *agent, int column,
                      struct safe_text *ret_text)
{
    const struct style *style = ui_style(agents->program->ui);
    struct served served = served_by(agents, agent);

    safe_text_copy(ret_text, "");
    if (column == COLUMN_PRIORITY)
        show_count(style, served.priority ? served.priority : -1, ret_text);
    else if (served.priority == 0)
        return;
    else if (column == COLUMN_DELAY)
        show_span(style, served.delay_ms ? served.delay_ms * 1000 : -1,
                  ret_text);
    else if (column == COLUMN_UNTIL)
        show_until(agents->program, served.until_us, ret_text);
    else
        document_name(agents->program, DOCUMENT_TEAM,
                      served.by_team ? agent->team_id : 0, ret_text);
}

static void source_cell(void *arg, size_t row, int column,
                        struct table_cell *ret_cell)
{
    const struct queue_agents *agents = arg;
    const struct topic_agents *agent = agent_at(agents, row);

    ret_cell->look = LOOK(TEXT, 0);
    switch (column) {
    case COLUMN_NAME:
        safe_text_copy(&ret_cell->text, agent->name.text);
        break;
    case COLUMN_LABEL:
        safe_text_copy(&ret_cell->text, agent->label.text);
        break;
    case COLUMN_STATE:
        show_state(agent, agents, ret_cell);
        break;
    default:
        show_duty(agents, agent, column, &ret_cell->text);
        break;
    }
}

static int source_compare(void *arg, size_t a, size_t b, int column)
{
    const struct topic_agents *one = agent_at(arg, a), *two = agent_at(arg, b);
    int64_t left, right;

    if (column == COLUMN_NAME)
        return strcmp(one->name.text, two->name.text);
    if (column == COLUMN_LABEL)
        return strcmp(one->label.text, two->label.text);
    left = priority_of(arg, a);
    right = priority_of(arg, b);
    if (left == 0 || right == 0) /* who does not serve it, comes last */
        return (left == 0) - (right == 0);
    return (left > right) - (left < right);
}

int queue_agents_table(struct queue_agents *agents, struct table **ret_table)
{
    assert(agents && ret_table);
    struct table_source source = {
        .count = source_count,
        .row = source_row,
        .cell = source_cell,
        .compare = source_compare,
        .arg = agents,
    };
    int rc = table_new(columns, (int)(sizeof(columns) / sizeof(columns[0])),
                       &source, ret_table);

    if (rc == 0)
        table_sort(*ret_table, COLUMN_PRIORITY, false);
    return rc;
}
