/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why agents pause, and how contacts end in their words. */

#include <string.h>

#include "core/decide_document.h"
#include "core/desk_slot.h"

/* Pause reasons. */

/* The letters that screens have given away themselves. */
static bool is_reserved(const char *key)
{
    return key[0] && strchr("rwo", key[0]);
}

static bool is_taken(const struct turn *turn,
                     const struct command_set_pause_reason *c)
{
    for (size_t i = 0;
         i < state_document_count(turn->state, DOCUMENT_PAUSE_REASON); i++) {
        const struct event_pause_reason_set *other =
            state_document_at(turn->state, DOCUMENT_PAUSE_REASON, i);

        if (other->id != c->id && c->key.text[0] &&
            strcmp(other->key.text, c->key.text) == 0)
            return true;
    }

    return false;
}

enum refusal decide_set_pause_reason(struct turn *turn,
                                     const struct command_set_pause_reason *c)
{
    enum refusal refusal = check_document(turn, DOCUMENT_PAUSE_REASON, c);

    if (refusal)
        return refusal;
    if (is_reserved(c->key.text) || is_taken(turn, c))
        return REFUSED_KEY_TAKEN;

    write_document(turn, DOCUMENT_PAUSE_REASON, c);
    return REFUSED_NOT;
}

static bool is_anybodys_reason(const struct turn *turn, uint64_t reason_id)
{
    for (const struct desk_slot *d = table_first(&turn->state->desks); d;
         d = table_next(d))
        if (d->row.reason_id == reason_id ||
            d->row.requested_reason_id == reason_id)
            return true;

    return false;
}

enum refusal decide_remove_pause_reason(
    struct turn *turn, const struct command_remove_pause_reason *c)
{
    enum refusal refusal =
        check_removal(turn, DOCUMENT_PAUSE_REASON, c->id, c->version);

    if (refusal)
        return refusal;
    if (is_anybodys_reason(turn, c->id))
        return REFUSED_IN_USE;

    write_removal(turn, DOCUMENT_PAUSE_REASON, c->id);
    return REFUSED_NOT;
}

/* Dispositions. */

enum refusal decide_set_disposition(struct turn *turn,
                                    const struct command_set_disposition *c)
{
    enum refusal refusal = check_document(turn, DOCUMENT_DISPOSITION, c);

    if (!refusal)
        write_document(turn, DOCUMENT_DISPOSITION, c);

    return refusal;
}

enum refusal decide_remove_disposition(
    struct turn *turn, const struct command_remove_disposition *c)
{
    enum refusal refusal =
        check_removal(turn, DOCUMENT_DISPOSITION, c->id, c->version);

    if (!refusal)
        write_removal(turn, DOCUMENT_DISPOSITION, c->id);

    return refusal;
}
