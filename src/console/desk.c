/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chooses the face of the agent's screen by the agent's state. */

#include "console/desk.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "console/callback_wish.h"
#include "console/desk_face.h"
#include "console/desk_fetch.h"
#include "console/desk_idle.h"
#include "console/desk_notes.h"
#include "console/desk_pause.h"
#include "console/key.h"
#include "console/link_view.h"
#include "console/offline.h"

static const enum topic topics[] = {
    TOPIC_QUEUES,       TOPIC_ASSIGNMENTS, TOPIC_QUEUE_SETTINGS,
    TOPIC_DISPOSITIONS, TOPIC_CONTACTS,    TOPIC_CALLBACKS,
};

static enum agent_state state_of(const struct desk *desk)
{
    const struct topic_agents *agent = desk_agent(desk);

    return agent ? agent->state : AGENT_OFFLINE;
}

static bool can_write(const struct desk *desk)
{
    enum agent_state state = state_of(desk);

    return state == AGENT_TALKING || state == AGENT_HOLD || state == AGENT_ACW;
}

static int desk_pane(const void *state)
{
    const struct desk *desk = state;

    if (desk->is_writing)
        return state_of(desk) == AGENT_ACW ? SCOPE_NOTES_AFTER : SCOPE_NOTES;
    if (offline_is_lost(desk->program) && state_of(desk) != AGENT_ACW)
        return SCOPE_LOST;
    switch (state_of(desk)) {
    case AGENT_OFFERED:
        return SCOPE_RINGING;
    case AGENT_TALKING:
    case AGENT_HOLD:
        return SCOPE_CALL;
    case AGENT_ACW:
        return SCOPE_WRAP_UP;
    default:
        return SCOPE_IDLE;
    }
}

static void draw_face(struct desk *desk, const struct surface *surface)
{
    if (surface->rows < DESK_SMALL_ROWS ||
        surface->columns < DESK_SMALL_COLUMNS) {
        desk_small_draw(desk, surface);
        return;
    }
    switch (desk_agent(desk) ? state_of(desk) : AGENT_OFFLINE) {
    case AGENT_OFFERED:
        desk_ringing_draw(desk, surface);
        break;
    case AGENT_TALKING:
    case AGENT_HOLD:
        desk_call_draw(desk, surface);
        break;
    case AGENT_ACW:
        desk_wrap_up_draw(desk, surface);
        break;
    default:
        desk_idle_draw(desk, surface);
        break;
    }
}

static void desk_draw(void *state, const struct surface *surface)
{
    struct desk *desk = state;
    int used = offline_draw(desk->program, surface);
    struct surface rest =
        surface_part(surface, used, 0, surface->rows - used, surface->columns);

    int old_rows = rest.rows;

    if (used > 0 && can_write(desk))
        old_rows = desk_lost_draw(desk, &rest);
    else
        draw_face(desk, &rest);
    for (int row = 0; used > 0 && row < old_rows; row++)
        grid_flag(rest.grid, rest.top + row, rest.left, rest.columns, LOOK_DIM);
}

static void forget_contact(struct desk *desk)
{
    notes_set(desk->notes, "");
    desk->is_writing = desk->is_unsaved = false;
    desk->saved_us = 0;
    desk->previous_count = -1;
    safe_text_copy(&desk->path, "");
    desk->has_asked_again = desk->is_end_told = false;
    desk->end_asks = 0;
    desk->caller = (struct desk_caller){ 0 };
}

/* What is told at once when it rings may not have the steps yet. */
static void look_for_path(struct desk *desk)
{
    enum { SETTLED_US = 1000000 };

    if (desk->contact_id == 0 || desk->has_asked_again ||
        program_state_age_us(desk->program) < SETTLED_US)
        return;
    desk->has_asked_again = true;
    if (!desk->path.text[0])
        desk_fetch_path(desk);
}

/* A call begins with the notes: what is typed then hangs nobody up. */
static void look(void *arg)
{
    struct desk *desk = arg;
    const struct topic_agents *agent = desk_agent(desk);
    uint64_t contact_id = agent ? agent->contact_id : 0;
    bool could_write = desk->could_write;

    if (desk->is_unsaved &&
        program_now_us(desk->program) - desk->written_us >= DESK_SAVE_US)
        desk_keep_note(desk);
    if (!agent || !program_is_live(desk->program))
        return;
    if (contact_id != desk->contact_id) {
        desk_keep_late(desk);
        callback_wish_note(desk->program, desk->contact_id,
                           notes_text(desk->notes));
        errands_forget(desk->program->errands, desk);
        forget_contact(desk);
        desk->contact_id = contact_id;
        if (contact_id != 0)
            desk_fetch_contact(desk);
        else
            desk_fetch_recent(desk);
        wrap_up_begin(&desk->wrap_up, desk->program);
    }
    desk_caller_learn(desk);
    desk->could_write = can_write(desk);
    look_for_path(desk);
    desk_wrap_up_look(desk);
    if (!could_write && desk->could_write && agent->state != AGENT_ACW)
        desk->is_writing = true;
    if (!desk->could_write || (agent->state == AGENT_ACW && !desk->in_wrap_up))
        desk->is_writing = false;
    desk->in_wrap_up = agent->state == AGENT_ACW;
}

static bool desk_run(void *state, int action)
{
    struct desk *desk = state;

    switch (action) {
    case DO_WRITE:
    case DO_WRITE_MORE:
    case DO_WRITE_LOST:
        desk->is_writing = can_write(desk);
        return true;
    case DO_WRITTEN:
    case DO_WRITTEN_AFTER:
        desk->is_writing = false;
        return true;
    case DO_NOTE_EDITOR:
    case DO_NOTE_EDITOR_AFTER:
        desk_notes_edit(desk);
        return true;
    case DO_FIND:
        ui_run(desk->program->ui, ACTION_FILTER);
        return true;
    case DO_WRAP_UP:
        desk_save(desk);
        return true;
    case DO_SAVE_PAUSE:
        desk_save_and_pause(desk);
        return true;
    case DO_CALL_AFTER:
        (void)callback_wish_open(desk->program, &desk->caller.number,
                                 notes_text(desk->notes));
        return true;
    case DO_MORE_TIME:
        program_command(desk->program, ROUTE_AGENT_EXTEND, value_object());
        return true;
    default:
        return false;
    }
}

static bool is_leaving(const struct input *input)
{
    return input->kind == INPUT_STROKE &&
           (input->stroke == STROKE_ESCAPE || input->stroke == STROKE_TAB);
}

static bool desk_input(void *state, const struct input *input)
{
    struct desk *desk = state;

    if (!desk->is_writing)
        return state_of(desk) == AGENT_ACW
                   ? wrap_up_input(&desk->wrap_up, input)
                   : link_view_input(desk->program, input);
    if (is_leaving(input)) {
        desk->is_writing = false;
        desk_keep_note(desk);
        return true;
    }
    return desk_notes_input(desk, input);
}

static bool desk_is_typing(const void *state)
{
    return ((const struct desk *)state)->is_writing;
}

/* A phone that has to be lifted is not answered from here. */
static bool desk_hides(const void *state, int action)
{
    const struct topic_agents *agent = desk_agent(state);

    return action == DO_ANSWER && agent && agent->mode == PHONE_RINGS;
}

/* Dispositions are chosen by digits. */
static bool desk_takes_digits(const void *state)
{
    return desk_pane(state) == SCOPE_WRAP_UP;
}

static void desk_filter(void *state, const char *words)
{
    wrap_up_find(&((struct desk *)state)->wrap_up, words);
}

static void desk_trail(const void *state, struct safe_text *ret_name)
{
    const struct desk *desk = state;

    safe_text_copy(ret_name,
                   program_text(desk->program, state_of(desk) == AGENT_ACW
                                                   ? N_("Wrap-up")
                                                   : N_("Agent")));
}

static void desk_free(void *state)
{
    struct desk *desk = state;

    desk_keep_note(desk);
    callback_wish_note(desk->program, desk->contact_id,
                       notes_text(desk->notes));
    errands_forget(desk->program->errands, desk);
    for (size_t i = 0; i < sizeof(topics) / sizeof(topics[0]); i++)
        program_release(desk->program, topics[i]);
    if (desk->program->follower.arg == desk)
        desk->program->follower = (struct program_follower){ .arg = NULL };
    notes_free(desk->notes);
    free(desk);
}

static const struct view_kind desk_kind = {
    .name = N_("Agent"),
    .draw = desk_draw,
    .input = desk_input,
    .run = desk_run,
    .is_typing = desk_is_typing,
    .takes_digits = desk_takes_digits,
    .hides = desk_hides,
    .pane = desk_pane,
    .filter = desk_filter,
    .trail = desk_trail,
    .free = desk_free,
};

bool desk_is_open(const struct program *program)
{
    return ui_nth(program->ui, &desk_kind, 0) != NULL;
}

int desk_open(struct program *program)
{
    struct desk *desk = calloc(1, sizeof(*desk));

    if (!desk)
        return -ENOMEM;
    if (notes_new(&desk->notes) < 0) {
        free(desk);
        return -ENOMEM;
    }
    desk->program = program;
    for (size_t i = 0; i < sizeof(topics) / sizeof(topics[0]); i++)
        program_hold(program, topics[i]);
    wrap_up_begin(&desk->wrap_up, program);
    desk_fetch_recent(desk);

    int rc = ui_replace(program->ui, &desk_kind, desk);
    if (rc < 0)
        return rc;
    program->follower = (struct program_follower){ look, desk };
    look(desk);
    return 0;
}
