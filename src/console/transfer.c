/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line to type in, what it finds among the targets, and why. */

#include "console/transfer.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>

#include "base/mark.h"
#include "console/key.h"
#include "console/transfer_inside.h"

/* The caller would wait for somebody who has gone away: asked once. */
static bool asks_first(struct transfer *transfer,
                       const struct topic_targets *target, uint64_t id)
{
    struct program *program = transfer->program;
    struct safe_text name;

    if (target->to != TO_AGENT || transfer->warned == id ||
        (target->state != AGENT_PAUSED && target->state != AGENT_UNAVAILABLE))
        return false;
    transfer->warned = id;
    transfer_name(target, program_language(program), &name);
    ui_say(program->ui, SEVERITY_WARNING,
           target->state == AGENT_PAUSED
               ? program_text(program, N_("%s is paused. Enter once more hands "
                                          "the caller over."))
               : program_text(program,
                              N_("The phone of %s cannot be reached. Enter "
                                 "once more hands the caller over.")),
           name.text);
    return true;
}

/* Before it is sent, so that what has been typed is still there. */
static bool refuses(struct transfer *transfer,
                    const struct topic_targets *target, enum route_id route)
{
    struct program *program = transfer->program;
    const char *problem =
        route == ROUTE_AGENT_CONSULT && target->to != TO_AGENT
            ? N_("Only an agent or a number can be asked first.")
            : transfer_wall(target);

    if (problem)
        ui_say(program->ui, SEVERITY_WARNING, "%s",
               program_text(program, problem));
    return problem != NULL;
}

static void go(struct transfer *transfer, enum route_id route)
{
    struct program *program = transfer->program;
    uint64_t id = transfer->found[transfer->selected];

    if (transfer->count == 0) {
        ui_say(program->ui, SEVERITY_WARNING, "%s",
               program_text(program, N_("Nothing is called so.")));
        return;
    }
    const struct replica_row *row =
        id == 0 ? NULL : replica_find(program_rows(program), TOPIC_TARGETS, id);
    const struct topic_targets *target = row ? row->fields : NULL;

    if (target && refuses(transfer, target, route))
        return;
    if (target && route == ROUTE_AGENT_TRANSFER &&
        asks_first(transfer, target, id))
        return;
    if (target)
        transfer_ask(program, route, target->to, target->to_id, "",
                     transfer->why.text);
    else if (id == 0)
        transfer_ask(program, route, TO_NUMBER, 0, transfer->to.text,
                     transfer->why.text);
    ui_close(program->ui, transfer);
}

static bool transfer_run(void *state, int action)
{
    struct transfer *transfer = state;

    if (action == DO_TRANSFER_GO)
        go(transfer, ROUTE_AGENT_TRANSFER);
    else if (action == DO_CONSULT_GO)
        go(transfer, ROUTE_AGENT_CONSULT);
    else if (action == DO_TRANSFER_WHY)
        transfer->is_saying_why = !transfer->is_saying_why;
    else
        return action == DO_TRANSFER; /* it is open already */
    return true;
}

static bool move(struct transfer *transfer, const struct input *input)
{
    int by = input->stroke == STROKE_UP ? -1 : 1;

    if (input->kind != INPUT_STROKE ||
        (input->stroke != STROKE_UP && input->stroke != STROKE_DOWN))
        return false;
    if (transfer->selected + by >= 0 &&
        transfer->selected + by < transfer->count)
        transfer->selected += by;
    return true;
}

static bool transfer_input(void *state, const struct input *input)
{
    struct transfer *transfer = state;

    if (move(transfer, input))
        return true;
    if (transfer->is_saying_why) {
        struct edit before = transfer->why;
        bool is_taken = edit_input(&transfer->why, input);

        if (transfer->why.length > TRANSFER_NOTE)
            transfer->why = before;
        return is_taken;
    }
    if (!edit_input(&transfer->to, input))
        return false;
    transfer_search(transfer);
    return true;
}

static bool transfer_is_typing(const void *state)
{
    (void)state;
    return true;
}

static void transfer_size(const void *state, int *ret_rows, int *ret_columns)
{
    (void)state;
    *ret_rows = 14;
    *ret_columns = 68;
}

static void transfer_titles(const void *state, const struct style *style,
                            struct safe_text *ret_left,
                            struct safe_text *ret_right)
{
    const struct transfer *transfer = state;

    safe_text_copy(ret_left, lang_text(style->language, N_("Transfer call")));
    safe_text_format(ret_right,
                     P_(style->language, "%d match", "%d matches",
                        (unsigned long)transfer->count),
                     transfer->count);
}

static void transfer_free(void *state)
{
    struct transfer *transfer = state;

    program_release(transfer->program, TOPIC_TARGETS);
    free(transfer);
}

static const struct view_kind transfer_kind = {
    .name = N_("Transfer"),
    .scopes = { SCOPE_TRANSFER },
    .is_popup = true,
    .draw = transfer_draw,
    .input = transfer_input,
    .run = transfer_run,
    .is_typing = transfer_is_typing,
    .size = transfer_size,
    .titles = transfer_titles,
    .free = transfer_free,
};

int transfer_push(struct program *program)
{
    assert(program);
    struct transfer *transfer = calloc(1, sizeof(*transfer));

    if (!transfer)
        return -ENOMEM;
    transfer->program = program;
    program_hold(program, TOPIC_TARGETS);
    transfer_search(transfer);
    return ui_push(program->ui, &transfer_kind, transfer);
}
