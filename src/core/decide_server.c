/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The server starts, stops, is set right, and survives its own mistakes. */

#include <stdio.h>

#include "core/contact_slot.h"
#include "core/decide_line.h"
#include "core/desk_slot.h"
#include "core/write.h"

enum refusal decide_start(struct turn *turn, const struct command_start *c)
{
    WRITE(turn, SERVER_STARTED, server_started,
          { .start = state_system(turn->state)->start + 1,
            .release = c->release,
            .alive_at_us = c->alive_at_us });
    write_clock_set(turn, c->wall_us);
    return REFUSED_NOT;
}

enum refusal decide_stop(struct turn *turn, const struct command_stop *c)
{
    (void)c;
    if (!state_system(turn->state)->serving)
        return REFUSED_NOT_SERVING;

    WRITE(turn, SERVER_STOPPED, server_stopped,
          { .start = state_system(turn->state)->start });
    return REFUSED_NOT;
}

enum refusal decide_set_clock(struct turn *turn,
                              const struct command_set_clock *c)
{
    write_clock_set(turn, c->wall_us);
    return REFUSED_NOT;
}

static enum refusal check_owner(const struct turn *turn,
                                const struct command_note_secret *c)
{
    static const enum refusal refusals[document_kind_count] = {
        [DOCUMENT_USER] = REFUSED_NO_USER,
        [DOCUMENT_DEVICE] = REFUSED_NO_DEVICE,
        [DOCUMENT_TRUNK] = REFUSED_NO_TRUNK,
        [DOCUMENT_LOOKUP] = REFUSED_NO_LOOKUP,
        [DOCUMENT_BOX] = REFUSED_NO_BOX,
    };

    if ((unsigned)c->owner_kind >= document_kind_count ||
        refusals[c->owner_kind] == REFUSED_NOT)
        return REFUSED_BAD_VALUE;

    return state_document(turn->state, c->owner_kind, c->owner_id)
               ? REFUSED_NOT
               : refusals[c->owner_kind];
}

enum refusal decide_note_secret(struct turn *turn,
                                const struct command_note_secret *c)
{
    enum refusal refusal = check_owner(turn, c);

    if (!refusal)
        WRITE(turn, SECRET_SET, secret_set,
              { .owner_kind = c->owner_kind, .owner_id = c->owner_id });

    return refusal;
}

/* What is left over when the server ends, or ended. */

static const struct contact_row *next_live(const struct state *state,
                                           uint64_t last_id)
{
    for (const struct contact_slot *c =
             table_find_from(&state->contacts, last_id + 1, 0);
         c; c = table_next(c))
        if (c->row.place != PLACE_ENDED)
            return &c->row;

    return NULL;
}

/* The process that had these legs is gone, and they with it. */
static bool write_lost_leg(struct turn *turn)
{
    const struct contact_slot *contact = table_first(&turn->state->contacts);

    if (contact) {
        const struct contact_row *row = &contact->row;

        WRITE(
            turn, LEG_GONE, leg_gone,
            { .leg = row->asked
                         ? 0
                         : state_talk(turn->state, row->contact_id)->ending_leg,
              .contact_id = row->contact_id,
              .lost = true });
        return true;
    }

    for (const struct desk_slot *d = table_first(&turn->state->desks); d;
         d = table_next(d)) {
        if (!d->row.ending_leg)
            continue;

        WRITE(turn, LEG_GONE, leg_gone,
              { .leg = d->row.ending_leg,
                .agent_id = d->row.agent_id,
                .lost = true });
        return true;
    }

    return false;
}

bool decide_next_lost(struct turn *turn)
{
    const struct contact_row *contact = next_live(turn->state, 0);

    if (!contact)
        return write_lost_leg(turn) || write_lost_listening(turn) ||
               write_lost_line(turn);

    write_contact_ended(turn, contact, END_SERVER_RESTART,
                        (struct silence){ true, true, true });
    return true;
}

uint64_t decide_next_stopped(struct turn *turn, uint64_t last_id)
{
    const struct contact_row *contact = next_live(turn->state, last_id);

    if (!contact)
        return 0;

    write_contact_ended(turn, contact, END_SERVER_RESTART,
                        (struct silence){ 0 });
    return contact->contact_id;
}

/* Those concerned are put into a safe state, and their phones let go. */
void decide_fault(struct turn *turn, const char *claim, uint64_t agent_id,
                  uint64_t contact_id)
{
    const struct desk_row *desk = state_desk(turn->state, agent_id);
    const struct contact_row *contact = state_contact(turn->state, contact_id);
    const struct talk_row *talk = state_talk(turn->state, contact_id);
    struct event event = {
        .type = EVENT_FAULT,
        .as.fault = { .agent_id = desk ? agent_id : 0,
                      .contact_id = contact ? contact_id : 0 },
    };

    snprintf(event.as.fault.claim.text, sizeof(event.as.fault.claim.text), "%s",
             claim);
    outbox_add_event(turn->outbox, &event);

    if (desk && desk->leg)
        ASK(turn, { .type = EFFECT_RELEASE,
                    .agent_id = agent_id,
                    .granted_by = desk->leg });
    if (desk && desk->listen_leg)
        ASK(turn, { .type = EFFECT_STOP_LISTENING,
                    .agent_id = agent_id,
                    .granted_by = desk->listen_leg });
    if (desk && desk->line_leg)
        ASK(turn, { .type = EFFECT_RELEASE,
                    .agent_id = agent_id,
                    .granted_by = desk->line_leg });
    if (contact && contact->leg)
        ASK(turn, { .type = EFFECT_RELEASE,
                    .contact_id = contact_id,
                    .granted_by = contact->leg });
    if (contact && talk->consult_leg)
        ASK(turn, { .type = EFFECT_RELEASE,
                    .contact_id = contact_id,
                    .granted_by = talk->consult_leg });
    if (contact && talk->consult_own_leg)
        ASK(turn, { .type = EFFECT_RELEASE,
                    .contact_id = contact_id,
                    .granted_by = talk->consult_own_leg });
    if (contact)
        ask_record_stopped(turn, contact);
    if (contact)
        ASK(turn, { .type = EFFECT_HANG_UP,
                    .contact_id = contact_id,
                    .call = contact->call });
}
