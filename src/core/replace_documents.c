/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents that name the queue that goes name the heir. */

#include <string.h>

#include "core/callback.h"
#include "core/condition_quote.h"
#include "core/condition_rename.h"
#include "core/decide_document.h"
#include "core/house_slots.h"
#include "core/queue_rule.h"
#include "core/replace_inside.h"
#include "core/rule.h"
#include "core/rule_walk.h"
#include "core/state_inside.h"
#include "core/write.h"

static void set(struct replacing *replacing, enum document_kind kind,
                const void *document, int64_t *count)
{
    replacing->events++;
    *count += replacing->is_counting;
    if (!replacing->is_counting)
        write_document(replacing->turn, kind, document);
}

static void drop(struct replacing *replacing, enum document_kind kind,
                 uint64_t id)
{
    replacing->events++;
    if (!replacing->is_counting)
        write_removal(replacing->turn, kind, id);
}

static bool is_it(const struct replacing *replacing, enum destination to,
                  uint64_t id)
{
    return (to == TO_QUEUE || to == TO_CALLBACK) && id == replacing->from;
}

/* What led from the heir to it would lead to itself: it hangs up. */
static void replace_in_queue(struct replacing *replacing,
                             const struct event_queue_set *queue)
{
    struct event_queue_set changed = *queue;

    if (queue->id == replacing->from ||
        !is_it(replacing, queue->overflow_to, queue->overflow_id))
        return;
    changed.overflow_id = replacing->to;
    if (queue->id == replacing->to) {
        changed.overflow_to = TO_HANG_UP;
        changed.overflow_id = 0;
    }
    set(replacing, DOCUMENT_QUEUE, &changed, &replacing->moved.queues);
}

/* Its own ways out go with it. */
static void replace_in_way(struct replacing *replacing,
                           const struct event_queue_rule_set *way)
{
    struct event_queue_rule_set changed = *way;
    bool leads = is_it(replacing, way->target, way->target_id);

    if (way->queue_id == replacing->from ||
        (leads && way->queue_id == replacing->to)) {
        drop(replacing, DOCUMENT_QUEUE_RULE, way->id);
    } else if (leads) {
        changed.target_id = replacing->to;
        set(replacing, DOCUMENT_QUEUE_RULE, &changed, &replacing->moved.ways);
    }
}

static void replace_in_box(struct replacing *replacing,
                           const struct event_box_set *box)
{
    struct event_box_set changed = *box;
    bool leads = is_it(replacing, box->operator_to, box->operator_id);

    if (box->queue_id != replacing->from && !leads)
        return;
    if (box->queue_id == replacing->from)
        changed.queue_id = replacing->to;
    if (leads)
        changed.operator_id = replacing->to;
    set(replacing, DOCUMENT_BOX, &changed, &replacing->moved.boxes);
}

/* Whether it is named in quotes, which must not stand for anything else. */
static bool is_quoted(struct replacing *replacing,
                      const struct event_rule_set *rule, const char *name)
{
    struct condition condition;

    if (condition_parse(rule->condition.text, &condition, NULL) < 0 ||
        !condition_quotes(&condition, DOCUMENT_QUEUE, name))
        return false;

    replacing->is_unclear |=
        condition_quotes_besides(&condition, DOCUMENT_QUEUE, name);
    return true;
}

static bool is_same_rule(const struct event_rule_set *a,
                         const struct event_rule_set *b)
{
    return record_is_same(document_kind_info(DOCUMENT_RULE)->record, a, b);
}

/* A rule that leads to a callback of the queue needs an heir that calls. */
static bool can_be_called_back(const struct replacing *replacing,
                               const struct event_rule_set *rule)
{
    const enum destination to[] = { rule->to, rule->to2, rule->to3 };
    const uint64_t ids[] = { rule->to_id, rule->to2_id, rule->to3_id };

    if (calls_back(state_queue(replacing->turn->state, replacing->to)))
        return true;

    for (size_t i = 0; i < sizeof(to) / sizeof(to[0]); i++)
        if (to[i] == TO_CALLBACK && ids[i] == replacing->from)
            return false;

    return true;
}

/* The rule with the heir in the queue's place. @return whether it is another
   one then */
static bool rename_in(struct replacing *replacing,
                      const struct event_rule_set *rule,
                      struct event_rule_set *ret_rule)
{
    const struct state *state = replacing->turn->state;
    const char *name = state_queue(state, replacing->from)->name.text;

    *ret_rule = *rule;
    if (!condition_rename(&rule->condition, name,
                          state_queue(state, replacing->to)->name.text,
                          is_quoted(replacing, rule, name),
                          &ret_rule->condition)) {
        replacing->is_too_long = true;
        return false;
    }
    if (!can_be_called_back(replacing, rule))
        replacing->calls_nobody = true;
    if (is_it(replacing, rule->to, rule->to_id))
        ret_rule->to_id = replacing->to;
    if (is_it(replacing, rule->to2, rule->to2_id))
        ret_rule->to2_id = replacing->to;
    if (is_it(replacing, rule->to3, rule->to3_id))
        ret_rule->to3_id = replacing->to;

    return !is_same_rule(ret_rule, rule);
}

static void replace_in_rule(struct replacing *replacing,
                            const struct event_rule_set *rule)
{
    struct event_rule_set changed;

    if (rename_in(replacing, rule, &changed))
        set(replacing, DOCUMENT_RULE, &changed, &replacing->moved.rules);
}

static void write_redrafted(struct turn *turn, const struct rule_draft_row *row,
                            const struct event_rule_set *rule)
{
    struct event event = { .type = EVENT_RULE_DRAFTED };
    struct event_rule_drafted *drafted = &event.as.rule_drafted;

    memcpy(drafted, rule, sizeof(*rule));
    drafted->removed = row->removed;
    drafted->last_version = row->last_version;
    outbox_add_event(turn->outbox, &event);
}

/* What is no other rule any more than the one outside needs no row. */
static void replace_in_draft(struct replacing *replacing,
                             const struct rule_draft_row *row)
{
    struct turn *turn = replacing->turn;
    const struct event_rule_set *is = state_rule(turn->state, row->id);
    struct event_rule_set changed, outside;
    bool differs = false;
    bool was_followed = is && row->version == is->version;

    /* what is to go leads nowhere: it has no say, and stays as it is */
    changed = *rule_of_draft(row);
    if (!row->removed)
        differs = rename_in(replacing, rule_of_draft(row), &changed);
    if (is && rename_in(replacing, is, &outside)) {
        differs = true;
        outside.version++;
    }
    if (!differs)
        return;

    replacing->events++;
    replacing->moved.drafts += replacing->is_counting;
    if (replacing->is_counting)
        return;

    if (was_followed)
        changed.version = outside.version;
    if (was_followed && !row->removed && is_same_rule(&changed, &outside))
        WRITE(turn, RULE_DRAFT_DROPPED, rule_draft_dropped, { .id = row->id });
    else
        write_redrafted(turn, row, &changed);
}

static void replace_in_drafts(struct replacing *replacing)
{
    const struct rule_draft_slot *slot =
        table_first(&replacing->turn->state->rule_drafts);

    for (; slot; slot = table_next(slot))
        replace_in_draft(replacing, &slot->row);
}

static void replace_in_all(struct replacing *replacing, enum document_kind kind)
{
    const struct document_slot *slot =
        table_first(&replacing->turn->state->documents[kind]);

    for (; slot; slot = table_next(slot)) {
        const void *document = &slot->head;

        if (kind == DOCUMENT_QUEUE)
            replace_in_queue(replacing, document);
        else if (kind == DOCUMENT_QUEUE_RULE)
            replace_in_way(replacing, document);
        else if (kind == DOCUMENT_BOX)
            replace_in_box(replacing, document);
        else
            replace_in_rule(replacing, document);
    }
}

void replace_in_documents(struct replacing *replacing)
{
    replace_in_all(replacing, DOCUMENT_QUEUE);
    replace_in_all(replacing, DOCUMENT_QUEUE_RULE);
    replace_in_all(replacing, DOCUMENT_BOX);
    replace_in_all(replacing, DOCUMENT_RULE);
    replace_in_drafts(replacing);
}
