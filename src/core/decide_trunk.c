/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trunks, and whether calls can be made over them. */

#include <string.h>

#include "core/decide_document.h"
#include "core/dialling.h"
#include "core/house_slots.h"
#include "core/write.h"

/* Both are sent between quotes (RFC 7616, 3.4), where a quote would end them;
   a label has no control characters anyway. */
static bool is_plain(const char *text)
{
    return !strpbrk(text, "\"\\");
}

enum refusal decide_set_trunk(struct turn *turn,
                              const struct command_set_trunk *c)
{
    enum refusal refusal = check_document(turn, DOCUMENT_TRUNK, c);

    if (!refusal && loses_name(turn, DOCUMENT_TRUNK, c))
        refusal = REFUSED_IN_USE;
    if (!refusal && !dialling_is_list(c->prefixes.text))
        refusal = REFUSED_BAD_PREFIXES;
    if (!refusal && !dialling_is_list(c->emergency.text))
        refusal = REFUSED_BAD_EMERGENCY;
    if (!refusal && !(is_plain(c->username.text) && is_plain(c->realm.text)))
        refusal = REFUSED_BAD_ACCOUNT;
    if (!refusal && c->srtp != SOUND_PLAIN && c->transport != TRANSPORT_TLS)
        refusal = REFUSED_SRTP_NEEDS_TLS;
    if (!refusal)
        write_document(turn, DOCUMENT_TRUNK, c);

    return refusal;
}

static bool has_entry_on_trunk(const struct turn *turn, uint64_t trunk_id)
{
    for (const struct document_slot *slot =
             table_first(&turn->state->documents[DOCUMENT_ENTRY]);
         slot; slot = table_next(slot))
        if (((const struct event_entry_set *)(const void *)&slot->head)
                ->trunk_id == trunk_id)
            return true;

    return false;
}

enum refusal decide_remove_trunk(struct turn *turn,
                                 const struct command_remove_trunk *c)
{
    enum refusal refusal =
        check_removal(turn, DOCUMENT_TRUNK, c->id, c->version);

    if (refusal)
        return refusal;
    if (has_entry_on_trunk(turn, c->id) || is_routed(turn, c->id) ||
        is_capped(turn, 0, c->id) || is_named(turn, DOCUMENT_TRUNK, c->id) ||
        is_in_a_flow(turn, DOCUMENT_TRUNK, c->id))
        return REFUSED_IN_USE;

    write_removal(turn, DOCUMENT_TRUNK, c->id);
    return REFUSED_NOT;
}

enum refusal decide_note_trunk(struct turn *turn,
                               const struct command_note_trunk *c)
{
    if (!state_trunk(turn->state, c->trunk_id))
        return REFUSED_NO_TRUNK;
    if (c->up != state_is_lost(turn->state, c->trunk_id))
        return REFUSED_ALREADY_SO;

    if (c->up)
        WRITE(turn, TRUNK_FOUND, trunk_found, { .trunk_id = c->trunk_id });
    else
        WRITE(turn, TRUNK_LOST, trunk_lost, { .trunk_id = c->trunk_id });
    return REFUSED_NOT;
}
