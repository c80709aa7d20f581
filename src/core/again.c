/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking about who waits, and what comes of it. */

#include "core/again.h"

#include <assert.h>
#include <string.h>

#include "core/beside_slots.h"
#include "core/contact_slot.h"
#include "core/demand.h"
#include "core/queue_slot.h"
#include "core/rule.h"
#include "core/write.h"

static bool is_somebody_waiting(const struct state *state)
{
    for (const struct queue_slot *queue = table_first(&state->queues); queue;
         queue = table_next(queue))
        if (tree_count(&queue->line) > 0)
            return true;

    return false;
}

int64_t again_due_us(const struct state *state, int64_t last_us)
{
    assert(state);

    int64_t at_us = state_system(state)->at_us - 1;

    if (state->wait_rules == 0 || !is_somebody_waiting(state))
        return INT64_MAX;
    if (at_us < last_us)
        at_us = last_us;

    return (at_us / AGAIN_US + 1) * AGAIN_US;
}

/* Its values, borrowed, and what is known of its caller. */
struct waiter {
    const struct state *state;
    uint64_t contact_id;
};

static struct value variable_of(const void *context, const char *name)
{
    const struct waiter *waiter = context;

    for (const struct variable_slot *slot =
             table_find_from(&waiter->state->variables, waiter->contact_id, 0);
         slot && slot->row.contact_id == waiter->contact_id;
         slot = table_next(slot))
        if (strcmp(slot->row.name.text, name) == 0 && !slot->row.masked)
            return (struct value){ VALUE_TEXT, 0, slot->row.value.text };

    return (struct value){ VALUE_UNKNOWN, 0, NULL };
}

/* The rule that matches first, unless it has changed the contact already. */
static const struct event_rule_set *find_rule(const struct state *state,
                                              struct rule_book *book,
                                              const struct contact_row *contact,
                                              int64_t now_us)
{
    const struct waiter waiter = { state, contact->contact_id };
    const struct rule_past past = {
        .calls = contact->past_calls,
        .called_ago_us = contact->past_ago_us,
        .queue_id = contact->past_queue_id,
        .agent_id = contact->known_agent_id,
    };
    const struct rule_call call = {
        .wall_us = state_wall_us(state, now_us),
        .caller = contact->caller.text,
        .called = contact->called.text,
        .trunk_id = contact->trunk_id,
        .entry = state_entry(state, contact->entry_id),
        .draw = contact->draw,
        .past = contact->recalled ? &past : NULL,
        .waited_us = now_us - contact->queued_us,
        .queue_id = contact->queue_id,
        .language = contact->language,
        .field = variable_of,
        .context = &waiter,
    };
    const struct event_rule_set *rule = rule_choose_waiting(book, state, &call);

    return rule && rule->id != contact->wait_rule_id ? rule : NULL;
}

static bool is_its_moment(const struct contact_row *contact, int64_t moment_us)
{
    return (contact->contact_id + (uint64_t)(moment_us / AGAIN_US)) %
               AGAIN_ROUNDS ==
           0;
}

static size_t find_in_queue(const struct state *state, struct rule_book *book,
                            const struct queue_slot *queue, int64_t moment_us,
                            uint64_t *ret_contact_ids, size_t room)
{
    size_t count = 0;

    for (const struct tree_node *node = tree_first(&queue->line);
         node && count < room; node = tree_next(node)) {
        const struct contact_row *contact =
            &TREE_MEMBER(node, struct contact_slot, in_line)->row;

        if (is_its_moment(contact, moment_us) &&
            find_rule(state, book, contact, moment_us))
            ret_contact_ids[count++] = contact->contact_id;
    }

    return count;
}

size_t again_find(const struct state *state, struct rule_book *book,
                  int64_t moment_us, uint64_t *ret_contact_ids)
{
    assert(state && book && ret_contact_ids);

    size_t count = 0;

    for (const struct queue_slot *queue = table_first(&state->queues);
         queue && count < AGAIN_MAX_CHANGES; queue = table_next(queue))
        count +=
            find_in_queue(state, book, queue, moment_us,
                          ret_contact_ids + count, AGAIN_MAX_CHANGES - count);

    return count;
}

static void write_priority(struct turn *turn, const struct contact_row *contact,
                           const struct event_rule_set *rule)
{
    int64_t priority = rule->priority ? rule->priority : contact->priority;
    int64_t added_us =
        rule->added_ms ? rule->added_ms * 1000 : contact->added_us;

    if (priority != contact->priority || added_us != contact->added_us)
        WRITE(turn, PRIORITY_SET, priority_set,
              { .contact_id = contact->contact_id,
                .queue_id = contact->queue_id,
                .priority = priority,
                .added_us = added_us });
}

void write_again(struct turn *turn, uint64_t contact_id)
{
    const struct contact_row *contact = state_contact(turn->state, contact_id);
    const struct event_rule_set *rule =
        contact && contact->in_line
            ? find_rule(turn->state, turn->book, contact, turn->now_us)
            : NULL;

    if (!rule)
        return;

    WRITE(turn, WAIT_RULED, wait_ruled,
          { .contact_id = contact_id,
            .queue_id = contact->queue_id,
            .rule_id = rule->id,
            .rule_version = rule->version });
    write_priority(turn, contact, rule);
    if (rule->demand.text[0] &&
        strcmp(rule->demand.text,
               state_demand(turn->state, contact_id)->text) != 0)
        write_demand_set(turn, contact, &rule->demand);
    if (rule->tag.text[0])
        write_tagged(turn, contact, &rule->tag);
}
