/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The draft of the routing rules: changed rule by rule, published at once. */

#include <stddef.h>
#include <string.h>

#include "core/decide_document.h"
#include "core/decide_rule.h"
#include "core/house_slots.h"
#include "core/rule.h"
#include "core/state_inside.h"
#include "core/write.h"

_Static_assert(offsetof(struct command_draft_rule, last_version) ==
                   sizeof(struct event_rule_set),
               "a command begins as the document");

/* Of a rule that comes back: what the draft knows already, or is told now. */
static int64_t last_version_of(const struct turn *turn, uint64_t rule_id,
                               int64_t told)
{
    const struct rule_draft_row *row = state_rule_draft(turn->state, rule_id);

    if (state_rule(turn->state, rule_id))
        return 0;

    return row ? row->last_version : told;
}

static void write_drafted(struct turn *turn, const struct event_rule_set *rule,
                          bool removed, int64_t last_version)
{
    const struct event_rule_set *is = state_rule(turn->state, rule->id);
    struct event event = { .type = EVENT_RULE_DRAFTED };
    struct event_rule_drafted *drafted = &event.as.rule_drafted;

    memcpy(drafted, rule, sizeof(*rule));
    drafted->version = is ? is->version : 0;
    drafted->removed = removed;
    drafted->last_version = last_version_of(turn, rule->id, last_version);
    turn->made_id = drafted->id;
    outbox_add_event(turn->outbox, &event);
}

static void write_dropped(struct turn *turn, uint64_t rule_id)
{
    turn->made_id = rule_id;
    WRITE(turn, RULE_DRAFT_DROPPED, rule_draft_dropped, { .id = rule_id });
}

/* What is again as it is outside needs no row. */
static bool is_unchanged(const struct turn *turn,
                         const struct event_rule_set *rule)
{
    const struct event_rule_set *is = state_rule(turn->state, rule->id);
    struct event_rule_set same = *rule;

    if (!is)
        return false;

    same.version = is->version;
    return record_is_same(document_kind_info(DOCUMENT_RULE)->record, &same, is);
}

static enum refusal write_change(struct turn *turn,
                                 const struct event_rule_set *rule,
                                 int64_t last_version)
{
    if (!is_unchanged(turn, rule)) {
        write_drafted(turn, rule, false, last_version);
        return REFUSED_NOT;
    }
    if (!state_rule_draft(turn->state, rule->id))
        return REFUSED_ALREADY_SO;

    write_dropped(turn, rule->id);
    return REFUSED_NOT;
}

/* One that is gone for long may come back under its number. */
static enum refusal check_seen(const struct turn *turn, uint64_t id,
                               int64_t version)
{
    if (id > (uint64_t)state_system(turn->state)->rules)
        return REFUSED_NO_RULE;

    return id == 0 || rule_draft_seen(turn->state, id) == version
               ? REFUSED_NOT
               : REFUSED_STALE_VERSION;
}

/* Two rows may have swapped names with each other: whether a name is free
   outside the draft is seen when it is published, but for a new one. */
static bool is_name_taken(const struct turn *turn,
                          const struct event_rule_set *rule)
{
    const struct event_rule_set *other;
    struct rule_walk walk;

    rule_walk_begin(&walk, turn->state, true);
    while ((other = rule_walk_next(&walk)))
        if (other->id != rule->id &&
            strcmp(other->name.text, rule->name.text) == 0)
            return rule->id == 0 || state_rule_draft(turn->state, other->id);

    return false;
}

static size_t count_drafted(const struct state *state)
{
    struct rule_walk walk;
    size_t count = 0;

    rule_walk_begin(&walk, state, true);
    while (rule_walk_next(&walk))
        count++;

    return count;
}

/* Rows of those that are gone count, too. */
static bool has_no_room(const struct turn *turn, uint64_t id)
{
    size_t rows = table_count(&turn->state->rule_drafts);

    if (!state_rule_draft(turn->state, id) && rows >= RULES_MAX)
        return true;

    return !rule_drafted(turn->state, id) &&
           count_drafted(turn->state) >= RULES_MAX;
}

enum refusal decide_draft_rule(struct turn *turn,
                               const struct command_draft_rule *c)
{
    const struct rule_line line = { turn->state, true };
    struct event_rule_set rule;
    enum refusal refusal = check_seen(turn, c->id, c->version);

    memcpy(&rule, c, sizeof(rule));
    if (!refusal && (!is_valid_document(DOCUMENT_RULE, &rule) ||
                     c->last_version < 0 || (c->id == 0 && c->last_version)))
        refusal = REFUSED_BAD_VALUE;
    if (!refusal && is_name_taken(turn, &rule))
        refusal = REFUSED_NAME_TAKEN;
    if (!refusal && has_no_room(turn, c->id))
        refusal = REFUSED_TOO_MANY;
    if (!refusal)
        refusal = check_rule(turn, &rule);
    if (refusal)
        return refusal;

    place_rule_last(&line, &rule);
    if (rule.id == 0)
        rule.id = (uint64_t)state_system(turn->state)->rules + 1;
    return write_change(turn, &rule, c->last_version);
}

enum refusal decide_draft_removal(struct turn *turn,
                                  const struct command_draft_removal *c)
{
    const struct event_rule_set *rule = rule_drafted(turn->state, c->id);
    enum refusal refusal =
        rule ? check_seen(turn, c->id, c->version) : REFUSED_NO_RULE;

    if (!refusal && has_no_room(turn, c->id))
        refusal = REFUSED_TOO_MANY;
    if (refusal)
        return refusal;

    if (state_rule(turn->state, c->id))
        write_drafted(turn, state_rule(turn->state, c->id), true, 0);
    else
        write_dropped(turn, c->id);
    return REFUSED_NOT;
}

enum refusal decide_move_draft(struct turn *turn,
                               const struct command_move_draft *c)
{
    const struct rule_line line = { turn->state, true };
    struct event_rule_set moved;
    enum refusal refusal =
        place_rule_before(&line, c->rule_id, c->before_id, &moved);

    if (!refusal && has_no_room(turn, c->rule_id))
        refusal = REFUSED_TOO_MANY;

    return refusal ? refusal : write_change(turn, &moved, 0);
}

enum refusal decide_drop_draft(struct turn *turn,
                               const struct command_drop_draft *c)
{
    bool is_there = c->rule_id
                        ? state_rule_draft(turn->state, c->rule_id) != NULL
                        : table_count(&turn->state->rule_drafts) > 0;

    if (!is_there)
        return REFUSED_NO_RULE_DRAFT;

    write_dropped(turn, c->rule_id);
    return REFUSED_NOT;
}

/* Publishing. */

/* Another rule that stays as it is outside has that name. */
static bool is_taken_outside(const struct turn *turn,
                             const struct event_rule_set *rule)
{
    const struct event_rule_set *other =
        state_document_named(turn->state, DOCUMENT_RULE, rule->name.text);

    return other && other->id != rule->id &&
           !state_rule_draft(turn->state, other->id);
}

static enum refusal check_row(struct turn *turn,
                              const struct rule_draft_row *row)
{
    const struct event_rule_set *is = state_rule(turn->state, row->id);
    const struct event_rule_set *rule = rule_of_draft(row);

    if (row->version != (is ? is->version : 0))
        return REFUSED_RULE_DRAFT_STALE;
    if (row->removed)
        return REFUSED_NOT;

    return is_taken_outside(turn, rule) ? REFUSED_NAME_TAKEN
                                        : check_rule(turn, rule);
}

enum refusal check_rule_draft(struct turn *turn, uint64_t *ret_rule_id)
{
    const struct rule_draft_slot *slot = table_first(&turn->state->rule_drafts);
    enum refusal refusal = REFUSED_NOT;

    *ret_rule_id = 0;
    if (!slot)
        return REFUSED_NO_RULE_DRAFT;
    if (count_drafted(turn->state) > RULES_MAX)
        return REFUSED_TOO_MANY;

    for (; slot && !refusal; slot = table_next(slot)) {
        refusal = check_row(turn, &slot->row);
        *ret_rule_id = refusal ? slot->row.id : 0;
    }

    return refusal;
}

enum refusal decide_publish_rules(struct turn *turn,
                                  const struct command_publish_rules *c)
{
    struct event_rules_published published = { .added = 0 };
    uint64_t unused_id;
    enum refusal refusal = check_rule_draft(turn, &unused_id);

    if (!refusal && c->seq && c->seq != (int64_t)rule_draft_seq(turn->state))
        refusal = REFUSED_STALE_VERSION;
    if (refusal)
        return refusal;

    for (const struct rule_draft_slot *slot =
             table_first(&turn->state->rule_drafts);
         slot; slot = table_next(slot)) {
        bool is_there = state_rule(turn->state, slot->row.id) != NULL;

        published.removed += slot->row.removed;
        published.added += !is_there;
        published.changed += is_there && !slot->row.removed;
    }

    outbox_add_event(turn->outbox,
                     &(struct event){ .type = EVENT_RULES_PUBLISHED,
                                      .as.rules_published = published });
    return REFUSED_NOT;
}
