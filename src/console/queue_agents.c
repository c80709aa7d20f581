/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Agents with their place in a queue. */

#include "console/queue_agents.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "console/document_value.h"
#include "console/doing.h"
#include "console/key.h"
#include "console/show.h"
#include "console/undo.h"
#include "console/word.h"
#include "tui/table.h"

enum { FIRST_SERVED = 1, LAST_SERVED = 100 };
enum { COLUMN_NAME, COLUMN_LABEL, COLUMN_PRIORITY, COLUMN_STATE };

struct queue_agents {
    struct program *program;
    uint64_t queue_id;
    struct table *table;

    /* the assignment on its way, and what was before it */
    uint64_t agent_id;
    struct served before;
};

static const struct table_column columns[] = {
    { N_("Agent"), 12, 16, 1, 0, false, true },
    { N_("Name"), 12, 20, 1, 2, false, true },
    { N_("Priority"), 9, 9, 0, 0, true, true },
    { N_("State"), 10, 12, 0, 1, false, false },
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

/* The place of an agent in the queue; 0: does not serve it. */
static int64_t priority_of(const struct queue_agents *agents, uint64_t agent_id)
{
    return served_of(rows_of(agents), agent_id, agents->queue_id).priority;
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

static void source_cell(void *arg, size_t row, int column,
                        struct table_cell *ret_cell)
{
    const struct queue_agents *agents = arg;
    const struct topic_agents *agent = agent_at(agents, row);
    int64_t priority;

    ret_cell->look = LOOK(TEXT, 0);
    switch (column) {
    case COLUMN_NAME:
        safe_text_copy(&ret_cell->text, agent->name.text);
        break;
    case COLUMN_LABEL:
        safe_text_copy(&ret_cell->text, agent->label.text);
        break;
    case COLUMN_PRIORITY:
        priority = priority_of(agents, agent->agent_id);
        show_count(ui_style(agents->program->ui), priority ? priority : -1,
                   &ret_cell->text);
        break;
    default:
        show_state(agent, agents, ret_cell);
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
    left = priority_of(arg, one->agent_id);
    right = priority_of(arg, two->agent_id);
    if (left == 0 || right == 0) /* who does not serve it, comes last */
        return (left == 0) - (right == 0);
    return (left > right) - (left < right);
}

static void agents_draw(void *state, const struct surface *surface)
{
    struct queue_agents *agents = state;
    struct surface rows =
        surface_part(surface, 1, 0, surface->rows - 1, surface->columns);

    surface_rule(surface, 0, surface_say(surface, N_("Who serves it")), NULL);
    table_draw(agents->table, &rows, true, ui_now_us(agents->program->ui));
}

static bool agents_input(void *state, const struct input *input)
{
    struct queue_agents *agents = state;

    switch (table_input(agents->table, input, ui_now_us(agents->program->ui))) {
    case TABLE_OPENED:
        ui_run(agents->program->ui, DO_QUEUE_ASSIGN);
        return true;
    case TABLE_TAKEN:
        return true;
    default:
        return false;
    }
}

static void assigned(void *owner, const struct outcome *outcome)
{
    struct queue_agents *agents = owner;
    struct program *program = agents->program;
    struct safe_text name;

    if (!outcome->is_done)
        return;
    undo_note_assignment(program, agents->queue_id, agents->agent_id,
                         &agents->before);
    if (!agents->before.by_team)
        return;
    document_name(program, DOCUMENT_AGENT, agents->agent_id, &name);
    ui_say(program->ui, SEVERITY_INFO,
           program_text(program, N_("%s: from now on assigned apart from "
                                    "the team.")),
           name.text);
}

/* The row shows what came of it. priority 0: no longer. All else stays. */
static void assign(struct queue_agents *agents, uint64_t agent_id,
                   int64_t priority)
{
    struct json_t *body = value_object();
    struct served served =
        served_of(rows_of(agents), agent_id, agents->queue_id);

    agents->agent_id = agent_id;
    agents->before = served;
    served.priority = priority;

    (void)value_set_integer(body, "agent_id", (int64_t)agent_id);
    if (priority > 0)
        served_put(&served, body);
    program_send(
        agents->program,
        &(struct errand){
            .route = priority > 0 ? ROUTE_QUEUE_ASSIGN : ROUTE_QUEUE_UNASSIGN,
            .id = agents->queue_id,
            .body = body,
            .done = assigned,
            .owner = agents,
        });
}

static bool agents_run(void *state, int action)
{
    struct queue_agents *agents = state;
    uint64_t id;

    if (action < DO_QUEUE_ASSIGN || action > DO_QUEUE_LATER)
        return false;
    if (!table_selected_id(agents->table, &id))
        return true;

    int64_t priority = priority_of(agents, id);
    if (action == DO_QUEUE_UNASSIGN)
        assign(agents, id, 0);
    else if (priority == 0)
        assign(agents, id, FIRST_SERVED);
    else if (action == DO_QUEUE_SOONER && priority > FIRST_SERVED)
        assign(agents, id, priority - 1);
    else if (action == DO_QUEUE_LATER && priority < LAST_SERVED)
        assign(agents, id, priority + 1);
    return true;
}

static void agents_trail(const void *state, struct safe_text *ret_name)
{
    const struct queue_agents *agents = state;

    document_name(agents->program, DOCUMENT_QUEUE, agents->queue_id, ret_name);
}

static void agents_free(void *state)
{
    struct queue_agents *agents = state;

    errands_forget(agents->program->errands, agents);
    program_release(agents->program, TOPIC_ASSIGNMENTS);
    program_release(agents->program, TOPIC_AGENTS);
    table_free(agents->table);
    free(agents);
}

static struct table *agents_table(const void *state, int n)
{
    return n == 0 ? ((const struct queue_agents *)state)->table : NULL;
}

static const struct view_kind agents_kind = {
    .scopes = { SCOPE_QUEUE_AGENTS, SCOPE_LIST, SCOPE_TABLE },
    .table = agents_table,
    .draw = agents_draw,
    .input = agents_input,
    .run = agents_run,
    .trail = agents_trail,
    .free = agents_free,
};

int queue_agents_open(struct program *program, uint64_t queue_id)
{
    assert(program);
    struct queue_agents *agents = calloc(1, sizeof(*agents));

    if (!agents)
        return -ENOMEM;
    struct table_source source = {
        .count = source_count,
        .row = source_row,
        .cell = source_cell,
        .compare = source_compare,
        .arg = agents,
    };
    agents->program = program;
    agents->queue_id = queue_id;
    int rc = table_new(columns, (int)(sizeof(columns) / sizeof(columns[0])),
                       &source, &agents->table);
    if (rc < 0) {
        free(agents);
        return rc;
    }
    program_hold(program, TOPIC_ASSIGNMENTS);
    program_hold(program, TOPIC_AGENTS);
    table_sort(agents->table, COLUMN_NAME, false);
    return ui_push(program->ui, &agents_kind, agents);
}
