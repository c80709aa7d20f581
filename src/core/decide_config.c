/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Users, devices, trunks and entries. */

#include <string.h>

#include "core/decide_document.h"
#include "core/delivery.h"
#include "core/flow_place.h"
#include "core/house_slots.h"
#include "core/write.h"

/* Users. */

static bool is_admin(const struct event_user_set *user)
{
    return user->role == ROLE_ADMIN && user->enabled;
}

static bool is_last_admin(const struct turn *turn, uint64_t id)
{
    const struct event_user_set *user = state_user(turn->state, id);

    if (!user || !is_admin(user))
        return false;

    for (const struct document_slot *slot =
             table_first(&turn->state->documents[DOCUMENT_USER]);
         slot; slot = table_next(slot)) {
        const struct event_user_set *other = (const void *)&slot->head;

        if (other->id != id && is_admin(other))
            return false;
    }

    return true;
}

static bool is_uid_taken(const struct turn *turn,
                         const struct command_set_user *c)
{
    if (c->uid < 0)
        return false;

    for (const struct document_slot *slot =
             table_first(&turn->state->documents[DOCUMENT_USER]);
         slot; slot = table_next(slot)) {
        const struct event_user_set *other = (const void *)&slot->head;

        if (other->id != c->id && other->uid == c->uid)
            return true;
    }

    return false;
}

enum refusal decide_set_user(struct turn *turn,
                             const struct command_set_user *c)
{
    enum refusal refusal = check_document(turn, DOCUMENT_USER, c);
    bool stays_admin = c->role == ROLE_ADMIN && c->enabled;

    if (refusal)
        return refusal;
    if (is_uid_taken(turn, c))
        return REFUSED_UID_TAKEN;
    if (!stays_admin && is_last_admin(turn, c->id))
        return REFUSED_LAST_ADMIN;
    if (!is_mail_address(c->mail.text))
        return REFUSED_BAD_ADDRESS;

    write_document(turn, DOCUMENT_USER, c);
    return REFUSED_NOT;
}

enum refusal decide_remove_user(struct turn *turn,
                                const struct command_remove_user *c)
{
    enum refusal refusal =
        check_removal(turn, DOCUMENT_USER, c->id, c->version);

    if (refusal)
        return refusal;
    if (state_agent_of_user(turn->state, c->id))
        return REFUSED_IN_USE;
    if (is_last_admin(turn, c->id))
        return REFUSED_LAST_ADMIN;

    write_removal(turn, DOCUMENT_USER, c->id);
    return REFUSED_NOT;
}

/* Devices. */

enum refusal decide_set_device(struct turn *turn,
                               const struct command_set_device *c)
{
    enum refusal refusal = check_document(turn, DOCUMENT_DEVICE, c);

    if (!refusal)
        write_document(turn, DOCUMENT_DEVICE, c);

    return refusal;
}

enum refusal decide_remove_device(struct turn *turn,
                                  const struct command_remove_device *c)
{
    enum refusal refusal =
        check_removal(turn, DOCUMENT_DEVICE, c->id, c->version);

    if (refusal)
        return refusal;
    if (state_agent_of_device(turn->state, c->id))
        return REFUSED_IN_USE;

    write_removal(turn, DOCUMENT_DEVICE, c->id);
    return REFUSED_NOT;
}

/* Entries. */

enum refusal decide_set_entry(struct turn *turn,
                              const struct command_set_entry *c)
{
    enum refusal refusal = check_document(turn, DOCUMENT_ENTRY, c);

    if (!refusal && loses_name(turn, DOCUMENT_ENTRY, c))
        refusal = REFUSED_IN_USE;
    if (refusal)
        return refusal;
    if (c->trunk_id && !state_trunk(turn->state, c->trunk_id))
        return REFUSED_NO_TRUNK;
    refusal = check_flow(turn, c->flow_id);
    if (!refusal && !flow_fits(turn, c->flow_id, FLOW_FOR_ENTRY))
        refusal = REFUSED_FLOW_TYPE;
    if (!refusal && c->lookup_id && !state_lookup(turn->state, c->lookup_id))
        refusal = REFUSED_NO_LOOKUP;
    if (refusal)
        return refusal;

    uint64_t other = state_entry_with(turn->state, c->number.text, c->trunk_id);

    if (other && other != c->id)
        return REFUSED_PATTERN_TAKEN;

    write_document(turn, DOCUMENT_ENTRY, c);
    return REFUSED_NOT;
}

enum refusal decide_remove_entry(struct turn *turn,
                                 const struct command_remove_entry *c)
{
    enum refusal refusal =
        check_removal(turn, DOCUMENT_ENTRY, c->id, c->version);

    if (!refusal &&
        (is_entry_ruled(turn, c->id) || is_named(turn, DOCUMENT_ENTRY, c->id)))
        refusal = REFUSED_IN_USE;
    if (!refusal)
        write_removal(turn, DOCUMENT_ENTRY, c->id);

    return refusal;
}
