/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Callers hang up, and are let go. */

#include "core/write.h"

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
