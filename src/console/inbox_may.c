/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands against a key of the inbox. */

#include "base/mark.h"
#include "console/inbox_inside.h"
#include "console/key.h"
#include "console/ladder_view.h"
#include "console/player.h"

/* Why not; NULL: it can be done. */

static const char *no_listening(const struct program *program,
                                const struct shape_message *message)
{
    const char *obstacle = player_obstacle(program);

    if (obstacle)
        return obstacle;
    return message->bytes > 0 ? NULL
                              : N_("There is no sound: it is not whole yet, "
                                   "or is gone.");
}

/* Of several only one could be played, or called: which one is not guessed. */
static bool is_one(const struct inbox *inbox,
                   const struct shape_message *message)
{
    size_t marked = table_marked(inbox->table);

    return marked == 0 ||
           (marked == 1 && table_is_marked(inbox->table, message->message_id));
}

/* The number may be one that is not shown, and a colleague may have none but
   a name: the server knows. */
static const char *no_call(const struct inbox *inbox,
                           const struct shelf_row *row)
{
    const struct topic_me *me = program_me(inbox->program);

    if (!me || me->agent_id == 0 || me->device_id == 0)
        return N_("You are no agent with a phone. Make yourself one: cclite "
                  "agent set NAME --user USER --device PHONE");
    return row->is_masked || row->message.caller.text[0] ||
                   row->message.caller_name.text[0]
               ? NULL
               : N_("Whoever left it gave no number.");
}

static const char *no_change(const struct inbox *inbox, int action,
                             const struct shape_message *message)
{
    bool is_deleted = message && message->state == MESSAGE_DELETED;

    if (inbox->work.marks)
        return N_("What was asked for last has not been answered yet.");
    if (action == DO_MESSAGE_BACK)
        return inbox->undo.marks || is_deleted
                   ? NULL
                   : N_("There is nothing to undo.");
    if (is_deleted &&
        (action == DO_MESSAGE_OFFER || action == DO_MESSAGE_FORWARD))
        return N_("It is erased. u brings it back.");
    return NULL;
}

/* What is one's own, whatever is selected. */
static const char *no_own(const struct program *program, int action)
{
    const struct topic_me *me = program_me(program);

    return action == DO_OWN_PIN && (!me || me->agent_id == 0)
               ? N_("You are no agent, and have no box.")
               : NULL;
}

static const char *find_reason(struct inbox *inbox, int action)
{
    const struct program *program = inbox->program;
    const struct shape_message *message = inbox_selected(inbox);
    size_t at = table_selected(inbox->table);

    if (!program_is_live(program))
        return N_("Offline: nothing is sent, so that nothing happens too "
                  "late.");
    if (action == DO_OWN_MAIL || action == DO_OWN_PIN)
        return no_own(program, action);
    if (!message && !(action == DO_MESSAGE_BACK && inbox->undo.marks))
        return N_("No message is selected.");
    if ((action == DO_INBOX_LISTEN || action == DO_CALL_BACK) &&
        !is_one(inbox, message))
        return N_("This takes one message, and others are marked: Esc forgets "
                  "the marks.");
    if (action == DO_INBOX_LISTEN)
        return no_listening(program, message);
    if (action == DO_CALL_BACK)
        return no_call(inbox, shelf_at(inbox->shelf, at));
    if (action == DO_MESSAGE_HISTORY)
        return NULL;
    if (action == DO_TRACE_MESSAGE)
        return ladder_view_hindrance(program);
    return no_change(inbox, action, message);
}

bool inbox_may(const void *arg, int action, struct safe_text *ret_reason)
{
    const struct program *program = arg;
    struct inbox *inbox = ui_top(program->ui, &inbox_kind);
    const char *reason = inbox ? find_reason(inbox, action)
                               : N_("This is done among the messages: g v.");

    if (reason)
        safe_text_copy(ret_reason, program_text(program, reason));
    return !reason;
}
