/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Agents with their place in a queue. */

#include "console/queue_agents.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>

#include "base/mark.h"
#include "console/document_pages.h"
#include "console/document_value.h"
#include "console/key.h"
#include "console/matrix.h"
#include "console/queue_agents_inside.h"
#include "console/undo.h"

enum { FIRST_SERVED = 1, LAST_SERVED = 100, LEAST_ROWS = 6 };

static int64_t priority_of(const struct queue_agents *agents, uint64_t agent_id)
{
    return served_of(program_rows(agents->program), agent_id, agents->queue_id)
        .priority;
}

static void agents_draw(void *state, const struct surface *surface)
{
    struct queue_agents *agents = state;

    if (agents->is_away) {
        agents->is_away = false;
        queue_agents_fetch_teams(agents); /* they may be others now */
    }
    int top = document_pages_draw(agents->form, DOCUMENT_PAGE_MEMBERS, surface);
    int low = queue_agents_team_rows(agents);
    int last = surface->rows - low;

    if (last - top < LEAST_ROWS) {
        low = 0;
        last = surface->rows;
    }
    struct surface rows =
        surface_part(surface, top + 1, 0, last - top - 1, surface->columns);
    struct surface teams =
        surface_part(surface, last, 0, low, surface->columns);

    surface_rule(surface, top, surface_say(surface, N_("Who serves it")), NULL);
    table_draw(agents->table, &rows, true, ui_now_us(agents->program->ui));
    if (low)
        queue_agents_draw_teams(agents, &teams);
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
        served_of(program_rows(agents->program), agent_id, agents->queue_id);

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

    if (action == DO_MEMBER_DUTIES) {
        agents->is_away = true;
        (void)matrix_open_duties(agents->program);
        return true;
    }
    if (action == DO_QUEUE_TAB_SAVE && agents->form) {
        document_pages_save(agents->form, agents);
        return true;
    }
    if (document_pages_run(agents->form, DOCUMENT_PAGE_MEMBERS, agents, action))
        return true;
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

    if (agents->form)
        safe_text_copy(ret_name, program_text(agents->program, N_("Agents")));
    else
        document_name(agents->program, DOCUMENT_QUEUE, agents->queue_id,
                      ret_name);
}

/* The page keys turn tabs where there are some. */
static int agents_pane(const void *state)
{
    return ((const struct queue_agents *)state)->form ? SCOPE_QUEUE_TAB
                                                      : SCOPE_QUEUE_AGENTS;
}

static void agents_free(void *state)
{
    struct queue_agents *agents = state;

    errands_forget(agents->program->errands, agents);
    program_release(agents->program, TOPIC_ASSIGNMENTS);
    program_release(agents->program, TOPIC_AGENTS);
    table_free(agents->table);
    free(agents->duties);
    free(agents);
}

static struct table *agents_table(const void *state, int n)
{
    return n == 0 ? ((const struct queue_agents *)state)->table : NULL;
}

static const struct view_kind agents_kind = {
    .scopes = { SCOPE_QUEUE_AGENTS, SCOPE_LIST, SCOPE_TABLE },
    .pane = agents_pane,
    .table = agents_table,
    .draw = agents_draw,
    .input = agents_input,
    .run = agents_run,
    .trail = agents_trail,
    .free = agents_free,
};

int queue_agents_open(struct program *program, uint64_t queue_id,
                      struct document_form *form)
{
    assert(program);
    struct queue_agents *agents = calloc(1, sizeof(*agents));

    if (!agents)
        return -ENOMEM;
    agents->program = program;
    agents->queue_id = queue_id;
    agents->form = form;
    int rc = queue_agents_table(agents, &agents->table);
    if (rc < 0) {
        free(agents);
        return rc;
    }
    program_hold(program, TOPIC_ASSIGNMENTS);
    program_hold(program, TOPIC_AGENTS);
    queue_agents_fetch_teams(agents);
    return ui_push(program->ui, &agents_kind, agents);
}
