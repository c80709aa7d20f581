/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a supervisor does to calls and agents. */

#include <assert.h>

#include "base/mark.h"
#include "console/cockpit_inside.h"
#include "console/key.h"
#include "console/ladder_view.h"
#include "console/word.h"
#include "tui/confirm.h"
#include "tui/menu.h"
#include "wire/value.h"

static const struct topic_contacts *call_of(struct cockpit *cockpit)
{
    const struct replica_row *row = roll_selected(cockpit->rolls[PANE_CALLS]);

    return row ? row->fields : NULL;
}

/* Why not; NULL: it can be done. */
static const char *find_reason(struct cockpit *cockpit, int action)
{
    const struct program *program = cockpit->program;
    const struct topic_contacts *call = call_of(cockpit);

    if (!program_is_live(program))
        return N_("Offline: nothing is sent, so that nothing happens too "
                  "late.");
    if (action == DO_AGENT_STATE)
        return cockpit_agent(cockpit) ? NULL : N_("No agent is selected.");
    if (action == DO_TRACE_CONTACT)
        return call ? ladder_view_hindrance(program)
                    : N_("No call is selected.");
    if (!call)
        return N_("No call is selected.");
    if (action == DO_MOVE_CONTACT &&
        (call->place != PLACE_QUEUE || call->on_offer))
        return N_("Only who waits in a queue can be moved.");
    return NULL;
}

bool cockpit_may(const void *arg, int action, struct safe_text *ret_reason)
{
    const struct program *program = arg;
    struct cockpit *cockpit = ui_top(program->ui, &cockpit_kind);
    const char *reason = cockpit ? find_reason(cockpit, action)
                                 : N_("This is done in the cockpit: g c.");

    if (reason)
        safe_text_copy(ret_reason, program_text(program, reason));
    return !reason;
}

/* Ending a call. */

static void answer_end(void *arg, bool is_yes)
{
    struct cockpit *cockpit = arg;

    if (is_yes)
        program_send(cockpit->program, &(struct errand){
                                           .route = ROUTE_CONTACT_END,
                                           .id = cockpit->subject_id,
                                           .body = value_object(),
                                       });
}

static void ask_end(struct cockpit *cockpit)
{
    const struct topic_contacts *call = call_of(cockpit);
    struct safe_text caller, agent;

    safe_text_format(&caller, "%s  %s", call->caller.text,
                     call->caller_name.text);
    safe_text_format(&agent, "%s  %s", call->queue.text, call->agent.text);
    cockpit->subject_id = call->contact_id;
    confirm_push(cockpit->program->ui,
                 &(struct confirm){
                     .title = N_("End this call"),
                     .lines = { caller.text, agent.text,
                                N_("The caller is hung up on.") },
                     .yes = N_("End call"),
                     .answer = answer_end,
                     .arg = cockpit,
                 });
}

/* Moving a call. */

static int count_queues(const void *arg)
{
    const struct cockpit *cockpit = arg;

    return (int)replica_count(program_rows(cockpit->program), TOPIC_QUEUES);
}

static const struct replica_row *queue_at(const struct cockpit *cockpit, int n)
{
    return replica_at(program_rows(cockpit->program), TOPIC_QUEUES, (size_t)n);
}

static void fill_queue(const void *arg, int n, const struct style *style,
                       struct menu_item *ret_item)
{
    const struct topic_queues *queue = queue_at(arg, n)->fields;

    *ret_item = (struct menu_item){ .letter = '\0' };
    word_name(&(struct word_names){ &queue->name, &queue->label,
                                    &queue->label_es, &queue->label_cs },
              style->language, &ret_item->label);
    safe_text_format(&ret_item->note,
                     lang_text(style->language, N_("%lld waiting")),
                     (long long)queue->waiting);
}

static void choose_queue(void *arg, int n, uint32_t stroke)
{
    struct cockpit *cockpit = arg;
    const struct replica_row *row = replica_find(
        program_rows(cockpit->program), TOPIC_CONTACTS, cockpit->subject_id);
    struct json_t *body = value_object();

    (void)stroke;
    if (!row) {
        value_free(body);
        ui_say(cockpit->program->ui, SEVERITY_INFO, "%s",
               program_text(cockpit->program, N_("The call has ended.")));
        return;
    }
    const struct topic_contacts *call = row->fields;
    (void)value_set_integer(body, "queue_id",
                            (int64_t)queue_at(cockpit, n)->id);
    (void)value_set_integer(body, "priority", call->priority);
    program_send(cockpit->program, &(struct errand){
                                       .route = ROUTE_CONTACT_MOVE,
                                       .id = cockpit->subject_id,
                                       .body = body,
                                   });
}

static void ask_move(struct cockpit *cockpit)
{
    cockpit->subject_id = call_of(cockpit)->contact_id;
    menu_push(cockpit->program->ui, &(struct menu){
                                        .title = N_("Move to which queue"),
                                        .count = count_queues,
                                        .item = fill_queue,
                                        .choose = choose_queue,
                                        .arg = cockpit,
                                    });
}

bool cockpit_act(struct cockpit *cockpit, int action)
{
    switch (action) {
    case DO_END_CONTACT:
        ask_end(cockpit);
        return true;
    case DO_MOVE_CONTACT:
        ask_move(cockpit);
        return true;
    case DO_AGENT_STATE:
        cockpit_ask_state(cockpit);
        return true;
    case DO_TRACE_CONTACT:
        (void)ladder_view_open(cockpit->program, call_of(cockpit)->contact_id);
        return true;
    default:
        return false;
    }
}
