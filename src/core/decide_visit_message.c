/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Messages of a box by phone, one after the other. */

#include "core/beside_slots.h"
#include "core/sending.h"
#include "core/state_inside.h"
#include "core/visit.h"
#include "core/voicemail_inside.h"
#include "core/way_out.h"

enum { SKIP_MS = 5000, CALLER_PRIORITY = 50 };

static bool is_listed(const struct message_row *message,
                      const struct visit_row *visit)
{
    uint64_t heard_id = message->urgent ? visit->urgent_id : visit->other_id;

    if (message->box_id != visit->box_id || !message->length_us ||
        message->message_id <= heard_id)
        return false;

    return visit->hears_old ? message->state == MESSAGE_HEARD ||
                                  message->state == MESSAGE_SAVED
                            : message->state == MESSAGE_NEW;
}

/* Urgent ones first, also those that come meanwhile; each kind in the order of
   its coming. */
static const struct message_row *next_message(const struct turn *turn,
                                              const struct visit_row *visit)
{
    const struct message_row *other = NULL;

    for (const struct message_slot *m = table_first(&turn->state->messages); m;
         m = table_next(m)) {
        if (!is_listed(&m->row, visit))
            continue;
        if (m->row.urgent)
            return &m->row;
        if (!other)
            other = &m->row;
    }

    return other;
}

/* Whoever has thrown it away meanwhile does so for all. */
const struct message_row *visit_message(const struct turn *turn,
                                        const struct visit_row *visit)
{
    const struct message_row *message =
        state_message(turn->state, visit->message_id);

    return message && message->box_id == visit->box_id &&
                   message->state != MESSAGE_DELETED
               ? message
               : NULL;
}

static void play(struct turn *turn, const struct contact_row *contact,
                 const struct visit_row *visit,
                 const struct message_row *message)
{
    int64_t due_us = answer_due_us(turn, EFFECT_PLAY_MESSAGE);
    struct visit_row next = *visit;

    stamp_visit(turn, visit);
    WRITE(turn, RECORDING_LISTENED, recording_listened,
          { .recording_id = message->message_id,
            .contact_id = message->contact_id,
            .way = LISTENING_BY_PHONE });
    write_message_heard(turn, message->message_id);
    next.stage = VISIT_MESSAGE;
    write_visit(turn, &next, true, due_us);
    ASK(turn, { .type = EFFECT_PLAY_MESSAGE,
                .due_us = due_us,
                .contact_id = contact->contact_id,
                .call = contact->call,
                .recording_id = message->message_id,
                .object = message->object });
}

void begin_visit_message(struct turn *turn, const struct contact_row *contact,
                         const struct visit_row *visit)
{
    const struct message_row *message = next_message(turn, visit);
    struct visit_row next = *visit;

    if (!message || is_visit_spent(turn, visit)) {
        begin_visit_prompt(turn, contact, visit, VISIT_EMPTY,
                           "mailbox_no_more");
        return;
    }

    next.message_id = message->message_id;
    *(message->urgent ? &next.urgent_id : &next.other_id) = message->message_id;
    begin_visit_envelope(turn, contact, &next, message);
}

void play_visit_message(struct turn *turn, const struct contact_row *contact,
                        const struct visit_row *visit)
{
    const struct message_row *message = visit_message(turn, visit);

    if (message && !is_visit_spent(turn, visit))
        play(turn, contact, visit, message);
    else
        begin_visit_message(turn, contact, visit);
}

void begin_visit_choice(struct turn *turn, const struct contact_row *contact,
                        const struct visit_row *visit)
{
    begin_visit_prompt(turn, contact, visit, VISIT_CHOICE, "mailbox_message");
}

/* Calling back. */

/* By the rights of whose phone it is, and of nobody else: a PIN opens no way
   to the outside. */
static bool call_number(struct turn *turn, const struct contact_row *contact,
                        const struct desk_row *desk,
                        const struct message_row *message)
{
    struct way_out way;

    if (find_way_out(turn, desk->agent_id, &message->caller, &way)) {
        turn->suspicion.is_one = false; /* the agent has not dialled it */
        return false;
    }

    write_message_called_back(turn, message->message_id, desk->agent_id,
                              contact->contact_id);
    write_voicemail_left(turn, contact);
    write_sent_outside(turn, desk, contact, &message->caller, &way);
    return true;
}

/* Whoever would not hear it is not rung. What a caller from outside gives as a
   number is never taken for an extension. */
static bool call_colleague(struct turn *turn, const struct contact_row *contact,
                           const struct desk_row *own,
                           const struct message_row *message)
{
    struct planned planned;

    if (plan_message_caller(turn, contact->device_id, message, &planned))
        return false;

    const struct desk_row *desk = state_desk(turn->state, planned.id);

    if (!desk || desk->state == AGENT_OFFLINE ||
        !first_queue(turn, planned.id) ||
        !state_hears_colleagues(turn->state, planned.id))
        return false;

    write_message_called_back(turn, message->message_id, own->agent_id,
                              contact->contact_id);
    write_voicemail_left(turn, contact);
    write_sent(turn, contact,
               &(struct sending){
                   .target = { .to = TO_AGENT, .id = planned.id },
                   .priority = CALLER_PRIORITY,
                   .since_us = turn->now_us,
                   .cause = END_NOT_REACHED,
               });
    return true;
}

static bool call_back(struct turn *turn, const struct contact_row *contact,
                      const struct visit_row *visit)
{
    const struct message_row *message = visit_message(turn, visit);
    const struct desk_row *desk = state_desk(turn->state, visit->agent_id);

    if (!message || !desk || (!message->caller.text[0] && !message->device_id))
        return false;

    return message->device_id ? call_colleague(turn, contact, desk, message)
                              : call_number(turn, contact, desk, message);
}

/* Keys. */

static void mark(struct turn *turn, const struct contact_row *contact,
                 const struct visit_row *visit, enum message_state state,
                 const char *name)
{
    const struct message_row *message = visit_message(turn, visit);

    if (message && message->state != state)
        write_message_marked(turn, message, state);
    begin_visit_prompt(turn, contact, visit, VISIT_DONE, name);
}

static void skip(struct turn *turn, const struct contact_row *contact,
                 const struct visit_row *visit, int by_ms)
{
    if (visit->stage != VISIT_MESSAGE || is_visit_spent(turn, visit)) {
        begin_visit_choice(turn, contact, visit);
        return;
    }

    WRITE(turn, VISIT_SKIPPED, visit_skipped,
          { .contact_id = contact->contact_id,
            .message_id = visit->message_id,
            .by_ms = by_ms });
    ASK(turn, { .type = EFFECT_SKIP_PLAY,
                .contact_id = contact->contact_id,
                .call = contact->call,
                .code = by_ms });
}

/* To call back is to work on the message, as by a console. */
static bool is_change(char key)
{
    return key == '2' || key == '3' || key == '5' || key == '7';
}

void write_visit_message_key(struct turn *turn,
                             const struct contact_row *contact,
                             const struct visit_row *visit, char key)
{
    stamp_visit(turn, visit);
    if (is_change(key) && !may_visit_change(turn, visit)) {
        begin_visit_prompt(turn, contact, visit, VISIT_REFUSED,
                           "mailbox_no_right");
        return;
    }

    switch (key) {
    case '1':
        play_visit_message(turn, contact, visit);
        break;
    case '2':
        mark(turn, contact, visit, MESSAGE_SAVED, "mailbox_saved");
        break;
    case '3':
        mark(turn, contact, visit, MESSAGE_DELETED, "mailbox_deleted");
        break;
    case '4':
        skip(turn, contact, visit, -SKIP_MS);
        break;
    case '5':
        if (!call_back(turn, contact, visit))
            begin_visit_prompt(turn, contact, visit, VISIT_REFUSED,
                               "mailbox_no_call");
        break;
    case '6':
        skip(turn, contact, visit, SKIP_MS);
        break;
    case '7':
        begin_visit_forward(turn, contact, visit);
        break;
    case '#':
        begin_visit_message(turn, contact, visit);
        break;
    case '*':
        begin_visit_menu(turn, contact, visit);
        break;
    default:
        begin_visit_choice(turn, contact, visit);
    }
}
