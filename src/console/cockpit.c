/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys and panes of the cockpit. */

#include "console/cockpit.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "console/cockpit_inside.h"
#include "console/cockpit_rolls.h"
#include "console/key.h"

static const enum topic topics[] = {
    TOPIC_CONTACTS,      TOPIC_AGENTS,       TOPIC_QUEUES, TOPIC_ALARMS,
    TOPIC_PAUSE_REASONS, TOPIC_TRUNK_STATES, TOPIC_TEAMS,
};

static bool scroll_alerts(struct cockpit *cockpit, int move)
{
    if (move && cockpit->pages + move >= 0)
        cockpit->pages += move;
    return move != 0;
}

static bool is_inside(const struct cockpit_area *area,
                      const struct input *input)
{
    return input->row >= area->top && input->row < area->top + area->rows &&
           input->column >= area->left &&
           input->column < area->left + area->columns;
}

/* The pane under the pointer, which a click gives the keys to. */
static bool point(struct cockpit *cockpit, const struct input *input)
{
    int pane = 0;

    while (pane < PANE_COUNT && !is_inside(&cockpit->areas[pane], input))
        pane++;
    if (pane == PANE_COUNT)
        return false;
    if (input->kind == INPUT_CLICK)
        cockpit->pane = (enum cockpit_pane)pane;
    if (pane == PANE_ALERTS)
        return input->kind == INPUT_CLICK ||
               scroll_alerts(cockpit, input->wheel);

    (void)roll_input(cockpit->rolls[pane], input);
    return true;
}

static bool cockpit_input(void *state, const struct input *input)
{
    struct cockpit *cockpit = state;

    if (input->kind == INPUT_STROKE && input->stroke == STROKE_TAB) {
        cockpit->pane = (cockpit->pane + 1) % PANE_COUNT;
        return true;
    }
    if (split_drag(&cockpit_split, cockpit->program->ui, cockpit->columns,
                   input))
        return true;
    if (input->kind == INPUT_CLICK || input->kind == INPUT_WHEEL)
        return point(cockpit, input);
    if (cockpit->pane == PANE_ALERTS)
        return scroll_alerts(cockpit, input->kind != INPUT_STROKE    ? 0
                                      : input->stroke == STROKE_DOWN ? 1
                                      : input->stroke == STROKE_UP   ? -1
                                                                     : 0);
    return roll_input(cockpit->rolls[cockpit->pane], input) != TABLE_IGNORED;
}

/* The document after this one; 0, all, after the last. */
static uint64_t next_of(const struct program *program, enum topic topic,
                        uint64_t id)
{
    const struct replica *rows = program_rows(program);
    size_t count = rows ? replica_count(rows, topic) : 0;

    for (size_t i = 0; i < count; i++)
        if (replica_at(rows, topic, i)->id > id)
            return replica_at(rows, topic, i)->id;
    return 0;
}

static bool cockpit_run(void *state, int action)
{
    struct cockpit *cockpit = state;
    struct program_floor *floor = &cockpit->program->floor;

    switch (action) {
    case DO_NEXT_TEAM:
        floor->team_id = next_of(cockpit->program, TOPIC_TEAMS, floor->team_id);
        memset(&cockpit->trend, 0, sizeof(cockpit->trend));
        return true;
    case DO_NEXT_QUEUE:
        floor->queue_id =
            next_of(cockpit->program, TOPIC_QUEUES, floor->queue_id);
        memset(&cockpit->trend, 0, sizeof(cockpit->trend));
        return true;
    case DO_PANE_CALLS:
    case DO_PANE_AGENTS:
    case DO_PANE_QUEUES:
    case DO_PANE_ALERTS:
        cockpit->pane = (enum cockpit_pane)(action - DO_PANE_CALLS);
        return true;
    case DO_SPLIT_LEFT:
    case DO_SPLIT_RIGHT:
        split_move(&cockpit_split, cockpit->program->ui, cockpit->columns,
                   action == DO_SPLIT_RIGHT ? 1 : -1);
        return true;
    default:
        return cockpit_act(cockpit, action);
    }
}

static int cockpit_scope(const void *state)
{
    static const int scopes[PANE_COUNT] = {
        [PANE_CALLS] = SCOPE_COCKPIT_CALLS,
        [PANE_AGENTS] = SCOPE_COCKPIT_AGENTS,
        [PANE_QUEUES] = SCOPE_COCKPIT_QUEUES,
        [PANE_ALERTS] = SCOPE_COCKPIT_ALERTS,
    };

    return scopes[((const struct cockpit *)state)->pane];
}

/* What is left out is said on every size of screen. */
static void cockpit_trail(const void *state, struct safe_text *ret_name)
{
    const struct program *program = ((const struct cockpit *)state)->program;
    const char *crumb = glyph_text(ui_style(program->ui)->tier, GLYPH_CRUMB);
    const char *cockpit = program_text(program, N_("Cockpit"));
    struct safe_text team, queue;

    cockpit_name_floor(program, &team, &queue);
    if (team.text[0] && queue.text[0])
        safe_text_format(ret_name, "%s %s %s %s %s", cockpit, crumb, team.text,
                         crumb, queue.text);
    else if (team.text[0] || queue.text[0])
        safe_text_format(ret_name, "%s %s %s", cockpit, crumb,
                         team.text[0] ? team.text : queue.text);
    else
        safe_text_copy(ret_name, cockpit);
}

static void cockpit_filter(void *state, const char *words)
{
    struct cockpit *cockpit = state;

    if (cockpit->pane < PANE_ALERTS)
        roll_filter(cockpit->rolls[cockpit->pane], words);
}

/* The pane with the keys first; while alerts have them, there is no table. */
static struct table *cockpit_table(const void *state, int n)
{
    const struct cockpit *cockpit = state;
    int pane = (int)cockpit->pane + n;

    if (cockpit->pane >= PANE_ALERTS || n >= COCKPIT_ROLLS)
        return NULL;
    return roll_table(cockpit->rolls[pane % COCKPIT_ROLLS]);
}

static void cockpit_free(void *state)
{
    struct cockpit *cockpit = state;

    for (size_t i = 0; i < sizeof(topics) / sizeof(topics[0]); i++)
        program_release(cockpit->program, topics[i]);
    for (int i = 0; i < COCKPIT_ROLLS; i++)
        roll_free(cockpit->rolls[i]);
    errands_forget(cockpit->program->errands, cockpit);
    free(cockpit);
}

const struct view_kind cockpit_kind = {
    .name = N_("Cockpit"),
    .scopes = { SCOPE_COCKPIT, SCOPE_LIST, SCOPE_TABLE },
    .draw = cockpit_draw,
    .input = cockpit_input,
    .run = cockpit_run,
    .pane = cockpit_scope,
    .filter = cockpit_filter,
    .table = cockpit_table,
    .trail = cockpit_trail,
    .free = cockpit_free,
};

int cockpit_open(struct program *program)
{
    static const struct roll_kind *const kinds[COCKPIT_ROLLS] = {
        &cockpit_calls,
        &cockpit_agents,
        &cockpit_queues,
    };
    struct cockpit *cockpit = calloc(1, sizeof(*cockpit));
    int rc = cockpit ? 0 : -ENOMEM;

    for (int i = 0; i < COCKPIT_ROLLS && rc == 0; i++)
        rc = roll_new(program, kinds[i], &cockpit->rolls[i]);
    if (rc < 0) {
        for (int i = 0; cockpit && i < COCKPIT_ROLLS; i++)
            roll_free(cockpit->rolls[i]);
        free(cockpit);
        return rc;
    }
    cockpit->program = program;
    for (size_t i = 0; i < sizeof(topics) / sizeof(topics[0]); i++)
        program_hold(program, topics[i]);
    return ui_replace(program->ui, &cockpit_kind, cockpit);
}
