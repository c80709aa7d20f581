/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which contact is offered to which agent. */

#include "core/ring.h"

#include "core/contact_slot.h"
#include "core/desk_slot.h"
#include "core/queue_slot.h"
#include "core/state_compare.h"
#include "core/state_search.h"

/*
 * There is something to do while a queue has a ring with both a contact that
 * could be offered and a free agent who meets what it demands; the state keeps
 * the set of such queues. After every decision one of the two is new there:
 * either a contact joined, or demands less, for whom the best agent is taken,
 * or an agent came free, or sees more, who looks over all own queues (the
 * lowest priority, then the highest virtual age of those who are first in
 * line). Taking the best agent for the first contact of such a queue, and the
 * best contact for that agent, is both.
 *
 * Whoever is to be dialled before an agent is there calls for no agent, since
 * ahead.h does without. But such a contact keeps its place: an agent who is
 * about to be taken for somebody behind it is taken for it.
 */

static const struct contact_slot *first_ready(const struct tree *line)
{
    const struct tree_node *node = tree_first(line);

    return node ? TREE_MEMBER(node, struct contact_slot, in_ready) : NULL;
}

/* Agents. */

static const struct assignment_slot *member(const struct tree_node *node)
{
    return node ? TREE_MEMBER(node, struct assignment_slot, in_free) : NULL;
}

/* The next free agent, from that one on, who meets the ring, and would have
   when so many steps had begun. */
static const struct assignment_slot *next_who_meets(
    const struct tree_node *node, const struct ring *ring, size_t inner)
{
    while (node && !(ring_meets(ring, member(node), ring->begun) &&
                     ring_meets(ring, member(node), inner)))
        node = tree_next(node);

    return member(node);
}

/* Of the queue's own rings it is known how many meet them. */
static bool is_met_by_nobody(const struct ring *ring, size_t begun)
{
    return ring->demand == &ring->queue->demand &&
           ring->queue->rings[begun].free == 0;
}

/* Those who would have done earlier on go first: an inner ring. */
static const struct assignment_slot *first_in_rings(const struct ring *ring,
                                                    size_t *ret_inner)
{
    const struct tree_node *free = tree_first(&ring->queue->free);
    const struct assignment_slot *found = NULL;

    for (size_t i = ring->begun > 0; !found && i <= ring->begun; i++) {
        if (is_met_by_nobody(ring, i))
            continue;
        *ret_inner = i;
        found = next_who_meets(free, ring, i);
    }

    return found;
}

static int64_t sum_of_skills(const struct assignment_slot *a,
                             const struct demand *demand)
{
    int64_t sum = 0;

    for (size_t i = 0; i < a->desk->level_count; i++)
        if (demand_names(demand, a->desk->levels[i].skill_id))
            sum += a->desk->levels[i].level;

    return sum;
}

/* What the free agents are ordered by is what the queue demands. A contact that
   demands something else has them looked at one by one. */
static const struct assignment_slot *most_skilled(
    const struct ring *ring, const struct assignment_slot *first, size_t inner)
{
    const struct assignment_slot *best = first;

    for (const struct assignment_slot *a = first; a;
         a = next_who_meets(tree_next(&a->in_free), ring, inner))
        if (a->priority == first->priority &&
            sum_of_skills(a, ring->demand) > sum_of_skills(best, ring->demand))
            best = a;

    return best;
}

/* Priority 1 is drawn a hundred times as often as 100. */
static int64_t tickets(const struct assignment_slot *a)
{
    return 101 - a->priority;
}

/* Whoever is free meets the ring: those of one priority are alike, and are
   counted without being looked at. */

static int compare_priority(const struct tree_node *node, const void *key)
{
    const struct assignment_slot *a =
        TREE_MEMBER(node, struct assignment_slot, in_free);

    return a->priority <= *(const int64_t *)key ? -1 : 1;
}

/* How many go before those of a later priority. */
static size_t end_of_class(const struct tree *free,
                           const struct assignment_slot *first)
{
    const struct tree_node *later =
        tree_find_from(free, compare_priority, &first->priority);

    return later ? tree_index(later) : tree_count(free);
}

static const struct assignment_slot *drawn_of_all(const struct tree *free,
                                                  int64_t draw)
{
    const struct assignment_slot *first;
    size_t at = 0;
    int64_t all = 0;

    for (; (first = member(tree_at(free, at))); at = end_of_class(free, first))
        all += tickets(first) * (int64_t)(end_of_class(free, first) - at);

    int64_t ticket = draw % all;

    for (at = 0;; at = end_of_class(free, first)) {
        first = member(tree_at(free, at));

        size_t end = end_of_class(free, first);
        int64_t of_class = tickets(first) * (int64_t)(end - at);

        if (ticket < of_class)
            return member(
                tree_at(free, at + (size_t)(ticket / tickets(first))));
        ticket -= of_class;
    }
}

static bool is_met_by_all(const struct ring *ring, size_t begun)
{
    return ring->demand == &ring->queue->demand && !ring->transferrer_id &&
           ring->queue->rings[begun].free == tree_count(&ring->queue->free);
}

/* One of those in the inner ring, one by one. */
static const struct assignment_slot *drawn(const struct ring *ring,
                                           const struct assignment_slot *first,
                                           size_t inner, int64_t draw)
{
    const struct assignment_slot *a;
    int64_t all = 0;

    if (is_met_by_all(ring, inner) && is_met_by_all(ring, ring->begun))
        return drawn_of_all(&ring->queue->free, draw);

    for (a = first; a; a = next_who_meets(tree_next(&a->in_free), ring, inner))
        all += tickets(a);

    int64_t ticket = draw % all;

    for (a = first; ticket >= tickets(a);
         a = next_who_meets(tree_next(&a->in_free), ring, inner))
        ticket -= tickets(a);

    return a;
}

/* Sebastiano Vigna's splitmix64, of a number that is never used again. */
int64_t state_draw(const struct state *state)
{
    uint64_t z = (state->system.seq + 1) * UINT64_C(0x9E3779B97F4A7C15);

    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return (int64_t)((z ^ (z >> 31)) >> 1);
}

const struct assignment_slot *ring_best_agent(const struct state *state,
                                              const struct ring *ring)
{
    size_t inner = 0;
    const struct assignment_slot *first = first_in_rings(ring, &inner);
    enum strategy strategy = ring->queue->document->strategy;

    if (first && strategy == STRATEGY_WEIGHTED_RANDOM)
        return drawn(ring, first, inner, state_draw(state));
    if (first && strategy == STRATEGY_BEST_SKILL &&
        ring->demand != &ring->queue->demand)
        return most_skilled(ring, first, inner);

    return first;
}

/* Contacts. */

static const struct contact_slot *first_of(const struct ring *ring)
{
    const struct contact_slot *first = first_ready(&ring->ready);
    const struct contact_slot *to_dial = first_ready(&ring->to_dial);

    return !first || (to_dial &&
                      compare_places(&to_dial->place, &first->place) < 0)
               ? to_dial
               : first;
}

/* The first that the agent could take. */
static const struct contact_slot *first_for(const struct assignment_slot *a)
{
    const struct contact_slot *best = NULL;
    const struct ring *ring = NULL;

    while ((ring = ring_next(a->queue, ring))) {
        const struct contact_slot *first = first_of(ring);

        if (first &&
            (!best || compare_places(&first->place, &best->place) < 0) &&
            ring_meets(ring, a, ring->begun))
            best = first;
    }

    return best;
}

/* How long it has waited, with what was added, by the weight of its queue. */
static int64_t virtual_age(const struct state *state,
                           const struct contact_slot *contact)
{
    return (state->system.at_us - contact->place.virtual_us) *
           contact->place.queue->document->weight;
}

static bool is_older(const struct state *state, const struct contact_slot *a,
                     const struct contact_slot *b)
{
    int64_t age_of_a = virtual_age(state, a);
    int64_t age_of_b = virtual_age(state, b);

    return age_of_a != age_of_b ? age_of_a > age_of_b
                                : a->place.serial < b->place.serial;
}

static bool has_any(const struct queue_slot *queue)
{
    return queue->open_rings || tree_count(&queue->to_dial) > 0;
}

const struct contact_slot *ring_best_contact(const struct state *state,
                                             const struct desk_slot *desk)
{
    const struct contact_slot *best = NULL;
    uint64_t agent_id = desk->row.agent_id;
    int64_t best_priority = 0;
    const struct assignment_slot *a;

    for (a = table_find_from(&state->assignments, agent_id, 0);
         a && a->row.agent_id == agent_id; a = table_next(a)) {
        const struct contact_slot *first =
            a->presence == PRESENCE_FREE && has_any(a->queue) ? first_for(a)
                                                              : NULL;

        if (!first)
            continue;

        if (!best || a->row.priority < best_priority ||
            (a->row.priority == best_priority &&
             is_older(state, first, best))) {
            best = first;
            best_priority = a->row.priority;
        }
    }

    return best;
}

/* Of the rings that are open, the one whose first contact is first. */
static const struct ring *first_open(const struct queue_slot *queue)
{
    const struct ring *best = NULL;
    const struct ring *ring = NULL;

    while ((ring = ring_next(queue, ring)))
        if (ring->is_open &&
            (!best || compare_places(&first_ready(&ring->ready)->place,
                                     &first_ready(&best->ready)->place) < 0))
            best = ring;

    return best;
}

bool state_next_match(const struct state *state, struct match *ret_match)
{
    const struct tree_node *node = tree_first(&state->wanted);

    if (node) {
        const struct desk_slot *desk =
            TREE_MEMBER(node, struct desk_slot, in_wanted);

        ret_match->agent_id = desk->row.agent_id;
        ret_match->contact_id = desk_wanted(desk)->row.contact_id;
        return true;
    }

    node = tree_first(&state->matches);
    if (!node)
        return false;

    const struct ring *ring =
        first_open(TREE_MEMBER(node, struct queue_slot, in_matches));
    const struct desk_slot *desk = ring_best_agent(state, ring)->desk;

    ret_match->agent_id = desk->row.agent_id;
    ret_match->contact_id = ring_best_contact(state, desk)->row.contact_id;
    return true;
}

uint64_t state_next_stuck(const struct state *state)
{
    const struct tree_node *node = tree_first(&state->stuck);

    return node ? first_of(TREE_MEMBER(node, struct ring, in_stuck))
                      ->row.contact_id
                : 0;
}
