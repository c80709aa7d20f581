/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Teams. */

#include "core/decide_document.h"

#include "core/house_slots.h"

enum refusal decide_set_team(struct turn *turn,
                             const struct command_set_team *c)
{
    enum refusal refusal = check_document(turn, DOCUMENT_TEAM, c);

    if (!refusal)
        write_document(turn, DOCUMENT_TEAM, c);

    return refusal;
}

/* Whether a document of a kind that has a team belongs to this one. */
static bool has_one_of(const struct turn *turn, enum document_kind kind,
                       uint64_t team_id)
{
    const struct field *field =
        record_field(document_kind_info(kind)->record, "team_id");
    size_t count = state_document_count(turn->state, kind);

    for (size_t i = 0; i < count; i++)
        if ((uint64_t)field_get_integer(
                field, state_document_at(turn->state, kind, i)) == team_id)
            return true;

    return false;
}

/* Whether it serves a queue. */
static bool has_duty(const struct turn *turn, uint64_t team_id)
{
    const struct team_duty_slot *duty =
        table_find_from(&turn->state->team_duties, team_id, 0);

    return duty && duty->row.team_id == team_id;
}

enum refusal decide_remove_team(struct turn *turn,
                                const struct command_remove_team *c)
{
    enum refusal refusal =
        check_removal(turn, DOCUMENT_TEAM, c->id, c->version);

    if (refusal)
        return refusal;
    if (has_one_of(turn, DOCUMENT_USER, c->id) ||
        has_one_of(turn, DOCUMENT_AGENT, c->id) ||
        has_one_of(turn, DOCUMENT_QUEUE, c->id) || has_duty(turn, c->id))
        return REFUSED_IN_USE;

    write_removal(turn, DOCUMENT_TEAM, c->id);
    return REFUSED_NOT;
}
