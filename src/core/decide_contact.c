/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Callers come, hang up, are moved and are let go. */

#include <string.h>

#include "core/write.h"

enum { SIP_FORBIDDEN = 403, SIP_NOT_FOUND = 404, SIP_BUSY_HERE = 486 };

static enum refusal check_arrival(const struct turn *turn,
                                  const struct command_contact_arrives *c)
{
    const struct record *record = command_record(COMMAND_CONTACT_ARRIVES);

    if (!state_system(turn->state)->serving)
        return REFUSED_NOT_SERVING;
    if (state_row_count(turn->state, ROW_CONTACT) >= STATE_MAX_CONTACTS)
        return REFUSED_TOO_MANY;
    if (c->call == 0)
        return REFUSED_BAD_VALUE;

    for (size_t i = 0; i < record->field_count; i++)
        if (!field_is_valid(&record->fields[i], c))
            return REFUSED_BAD_VALUE;

    return REFUSED_NOT;
}

/* What a phone of ours is told. */
static int code_for(enum refusal refusal)
{
    switch (refusal) {
    case REFUSED_AGENT_BUSY:
    case REFUSED_LISTENER_BUSY:
        return SIP_BUSY_HERE;
    case REFUSED_BAD_NUMBER:
    case REFUSED_NO_AGENT:
    case REFUSED_NO_WAY_OUT:
        return SIP_NOT_FOUND;
    default:
        return SIP_FORBIDDEN;
    }
}

/* Known, and over at once. */
static void write_no_way(struct turn *turn,
                         const struct command_contact_arrives *c, uint64_t id,
                         enum refusal refusal)
{
    int code = refusal ? code_for(refusal) : SIP_NOT_FOUND;

    WRITE(turn, CONTACT_ENDED, contact_ended,
          { .contact_id = id,
            .cause = code == SIP_NOT_FOUND ? END_NO_ENTRY : END_NOT_ALLOWED,
            .place = PLACE_IVR });
    ASK(turn, { .type = EFFECT_REJECT,
                .contact_id = id,
                .call = c->call,
                .code = code });
}

static void write_arrived(struct turn *turn,
                          const struct command_contact_arrives *c,
                          const struct event_entry_set *entry, bool emergency)
{
    const struct event_flow_set *flow =
        state_flow(turn->state, entry ? entry->flow_id : 0);

    turn->made_id = (uint64_t)state_system(turn->state)->contacts + 1;
    WRITE(turn, CONTACT_ARRIVED, contact_arrived,
          { .contact_id = turn->made_id,
            .call = c->call,
            .trunk_id = c->trunk_id,
            .device_id = c->device_id,
            .entry_id = entry ? entry->id : 0,
            .caller = c->caller,
            .caller_name = c->caller_name,
            .called = c->called,
            .flow_id = flow ? flow->id : 0,
            .flow_version = flow ? flow->version : 0,
            .language = entry ? entry->language : SPEAKS_EN,
            .flow_digest = flow ? flow->digest : (struct digest){ "" },
            .emergency = emergency });
}

/* A number that no entry serves is an outside one, to a phone of ours. */
static void arrive_unserved(struct turn *turn,
                            const struct command_contact_arrives *c)
{
    enum refusal refusal =
        c->device_id ? decide_call_by_phone(turn, c) : REFUSED_NOT;

    if (c->device_id && !refusal)
        return;

    write_arrived(turn, c, NULL, false);
    write_no_way(turn, c, turn->made_id, refusal);
}

enum refusal decide_contact_arrives(struct turn *turn,
                                    const struct command_contact_arrives *c)
{
    enum refusal refusal = check_arrival(turn, c);

    if (refusal)
        return refusal;

    const struct event_entry_set *entry =
        state_entry_for(turn->state, c->trunk_id, c->called.text);

    if (c->device_id && is_emergency(turn, c->called.text)) {
        write_arrived(turn, c, NULL, true);
        write_answer_asked(turn, turn->made_id, c->call);
    } else if (entry) {
        write_arrived(turn, c, entry, false);
    } else {
        arrive_unserved(turn, c);
    }

    return REFUSED_NOT;
}

static enum refusal check_live(const struct contact_row *contact)
{
    if (!contact)
        return REFUSED_NO_CONTACT;

    return contact->place == PLACE_ENDED ? REFUSED_CONTACT_ENDED : REFUSED_NOT;
}

static enum end_cause cause_for(const struct contact_row *contact,
                                bool media_lost)
{
    if (media_lost)
        return END_MEDIA_LOST;

    return contact->place == PLACE_QUEUE ? END_ABANDONED : END_CALLER_HUNG_UP;
}

enum refusal decide_caller_hung_up(struct turn *turn,
                                   const struct command_caller_hung_up *c)
{
    const struct contact_row *contact =
        state_contact(turn->state, c->contact_id);
    enum refusal refusal = check_live(contact);

    if (!refusal && contact->call == 0)
        return REFUSED_NOT_ASKED;
    if (!refusal)
        write_contact_ended(turn, contact, cause_for(contact, c->media_lost),
                            (struct silence){ .caller = !c->media_lost });

    return refusal;
}

enum refusal decide_end_contact(struct turn *turn,
                                const struct command_end_contact *c)
{
    const struct contact_row *contact =
        state_contact(turn->state, c->contact_id);
    enum refusal refusal = check_live(contact);

    if (!refusal)
        write_contact_ended(turn, contact, END_BY_SUPERVISOR,
                            (struct silence){ 0 });

    return refusal;
}

/* Moving a waiting contact. */

static enum refusal check_move(const struct turn *turn,
                               const struct command_move_contact *c)
{
    const struct contact_row *contact =
        state_contact(turn->state, c->contact_id);
    const struct event_queue_set *queue = state_queue(turn->state, c->queue_id);
    enum refusal refusal = check_live(contact);

    if (refusal)
        return refusal;
    if (contact->place != PLACE_QUEUE)
        return REFUSED_NOT_WAITING;
    if (!queue)
        return REFUSED_NO_QUEUE;
    if (c->priority < 1 || c->priority > 100)
        return REFUSED_BAD_VALUE;
    if (contact->queue_id == c->queue_id)
        return contact->priority == c->priority ? REFUSED_ALREADY_SO
                                                : REFUSED_NOT;

    return is_full(turn, queue) ? REFUSED_QUEUE_IS_FULL : REFUSED_NOT;
}

/* It keeps the wait so far, and so its place among those who came after. */
static void write_moved(struct turn *turn, const struct contact_row *contact,
                        const struct command_move_contact *c)
{
    const struct desk_row *desk = state_desk(turn->state, contact->agent_id);
    const struct joining joining = {
        .queue = state_queue(turn->state, c->queue_id),
        .priority = c->priority,
        .since_us = contact->queued_us,
    };

    if (desk)
        write_offer_ended(turn, desk, OFFER_CANCELLED, false);
    write_queue_left(turn, contact, EXIT_MOVED);
    write_queued(turn, contact, &joining);
}

enum refusal decide_move_contact(struct turn *turn,
                                 const struct command_move_contact *c)
{
    const struct contact_row *contact =
        state_contact(turn->state, c->contact_id);
    enum refusal refusal = check_move(turn, c);

    if (refusal)
        return refusal;

    if (contact->queue_id == c->queue_id)
        WRITE(turn, PRIORITY_SET, priority_set,
              { .contact_id = contact->contact_id,
                .queue_id = contact->queue_id,
                .priority = c->priority });
    else
        write_moved(turn, contact, c);

    return REFUSED_NOT;
}
