/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plays the line through. */

#include "core/estimate.h"

#include "core/contact_slot.h"
#include "core/desk_slot.h"
#include "core/estimate_others.h"
#include "core/queue_slot.h"
#include "core/state_inside.h"
#include "core/state_search.h"
#include "core/waiter.h"

enum {
    LOOKED_AT = 64, /* agents; with more, they are taken to be spread evenly */
    SHARES = 16,    /* moments at which some of so many come */
    PLAYED = 256,   /* of those ahead; behind them the line moves evenly */
    PRESET_WEIGHT = 10, /* contacts that the preset counts for */
    LEAST_REST = 4,     /* what goes on takes a quarter of its mean, at least */
};

int64_t estimate_handling_us(const struct state *state, uint64_t queue_id)
{
    const struct event_queue_set *queue = state_queue(state, queue_id);
    const struct tally_row *tally = state_tally(state, queue_id);
    int64_t handled_us = tally->talk_us + tally->hold_us + tally->acw_us;
    int64_t weight = queue->handling_ms ? PRESET_WEIGHT : 0;
    int64_t count = weight + tally->handled;

    return count ? (weight * queue->handling_ms * 1000 + handled_us) / count
                 : 0;
}

static int64_t rest_us(int64_t mean_us, int64_t so_far_us)
{
    int64_t least_us = mean_us / LEAST_REST;

    return mean_us - so_far_us > least_us ? mean_us - so_far_us : least_us;
}

/* Until the agent is free again; ESTIMATE_UNKNOWN: does not work. */
static int64_t own_rest_us(const struct desk_slot *desk,
                           const struct event_queue_set *queue,
                           int64_t handling_us, int64_t now_us)
{
    const struct desk_row *row = &desk->row;

    switch (row->state) {
    case AGENT_AVAILABLE:
        if (desk->verdict == VERDICT_COOL_DOWN)
            return row->cool_down_due_us - now_us;
        return desk->verdict == VERDICT_CHOSEN ? 0 : ESTIMATE_UNKNOWN;
    case AGENT_OFFERED:
        return handling_us;
    case AGENT_TALKING:
    case AGENT_HOLD:
        return rest_us(handling_us, now_us - row->talk_since_us);
    case AGENT_ACW:
        return wrap_up_is_timed(row->wrap_up)
                   ? row->wrap_up_due_us - now_us
                   : rest_us(queue->wrap_up_ms * 1000, now_us - row->since_us);
    case AGENT_OFFLINE:
    case AGENT_PAUSED:
    case AGENT_UNAVAILABLE:
        break;
    }

    return ESTIMATE_UNKNOWN;
}

static bool rings_for(const struct desk_slot *desk, uint64_t queue_id)
{
    return desk->row.state == AGENT_OFFERED && desk->row.queue_id == queue_id;
}

/* An agent of the queue, who is free again so long from now. */
struct player {
    const struct assignment_slot *a;
    int64_t free_us;
};

/* Whose wait is asked for, and what it is estimated by. */
struct line_question {
    const struct state *state;
    const struct queue_slot *queue;
    const struct contact_slot *contact; /* NULL: somebody who joins */
    size_t ahead; /* of the line, those on offer included */
    int64_t handling_us;
    int64_t now_us;
};

static size_t look_at(const struct line_question *question,
                      struct player ret_players[LOOKED_AT])
{
    const struct queue_slot *queue = question->queue;
    const struct elder elder = {
        .queue = queue,
        .age_us = question->contact
                      ? question->now_us - question->contact->place.virtual_us
                      : 0,
        .now_us = question->now_us,
    };
    size_t ringing = queue->on_offer;
    size_t count = 0;

    for (const struct tree_node *node = tree_first(&queue->agents); node;
         node = tree_next(node)) {
        const struct assignment_slot *a =
            TREE_MEMBER(node, struct assignment_slot, in_agents);
        int64_t own_us = own_rest_us(a->desk, queue->document,
                                     question->handling_us, question->now_us);

        /* of several who are rung for one, one will have it */
        if (rings_for(a->desk, queue->tally.queue_id)) {
            own_us = ringing > 0 ? own_us : 0;
            ringing -= ringing > 0;
        }
        if (own_us != ESTIMATE_UNKNOWN && count < LOOKED_AT)
            ret_players[count++] =
                (struct player){ a, (own_us > 0 ? own_us : 0) +
                                        estimate_others_us(question->state, a,
                                                           &elder) };
    }

    return count;
}

/* Goes to who is the first that may have it and is free.
   @return when; ESTIMATE_UNKNOWN: nobody may, ever */
static int64_t take(struct player *players, size_t agents,
                    const struct waiter *waiter, int64_t handling_us)
{
    struct player *first = NULL;
    int64_t first_us = ESTIMATE_UNKNOWN;

    for (size_t i = 0; i < agents; i++) {
        int64_t from_us = waiter_taken_us(waiter, players[i].a);
        int64_t at_us =
            from_us > players[i].free_us ? from_us : players[i].free_us;

        if (from_us == WAITER_NEVER || (first && at_us >= first_us))
            continue;
        first = &players[i];
        first_us = at_us;
    }

    if (first)
        first->free_us = first_us + handling_us;
    return first_us;
}

/* NULL: who joins. The longest wait of the line lets agents see the queue for
   all, until it is the turn of whoever has it. */
static void begin_turn(const struct line_question *question, size_t place,
                       const struct contact_slot *contact,
                       struct waiter *ret_waiter)
{
    const struct tree_node *node = tree_first(&question->queue->by_wait);
    const struct contact_slot *oldest =
        node ? TREE_MEMBER(node, struct contact_slot, in_wait) : NULL;

    if (contact)
        waiter_of(question->state, contact, question->queue, question->now_us,
                  ret_waiter);
    else
        waiter_joins(question->queue, ret_waiter);
    if (oldest && tree_index(&oldest->in_line) >= place)
        ret_waiter->longest_us = question->now_us - oldest->place.queued_us;
}

/* One after the other of the line takes an agent; then comes whose turn is
   asked for. */
static int64_t play(const struct line_question *question,
                    struct player *players, size_t agents)
{
    const struct tree_node *node = tree_first(&question->queue->line);
    int64_t handling_us = question->handling_us;
    struct waiter waiter;
    size_t i;

    for (i = 0; node && i < question->ahead && i < PLAYED; i++) {
        const struct contact_slot *contact =
            TREE_MEMBER(node, struct contact_slot, in_line);

        node = tree_next(node);
        if (contact->is_on_offer)
            continue;
        begin_turn(question, i, contact, &waiter);
        (void)take(players, agents, &waiter, handling_us);
    }

    begin_turn(question, question->ahead, question->contact, &waiter);
    int64_t at_us = take(players, agents, &waiter, handling_us);
    size_t rest = question->ahead - i;

    return at_us == ESTIMATE_UNKNOWN
               ? ESTIMATE_UNKNOWN
               : at_us + (int64_t)rest * handling_us / (int64_t)agents;
}

/* From a moment on, so many more of the agents may have whoever waits. */
struct share {
    int64_t from_us;
    int64_t able;
    int64_t free;
};

struct shares {
    struct share rows[SHARES];
    size_t count;
};

/* Where there are too many moments, who comes at yet another counts from a
   later one on. */
static struct share *share_at(struct shares *shares, int64_t from_us)
{
    struct share *later = NULL;
    struct share *last = &shares->rows[0];

    for (size_t i = 0; i < shares->count; i++) {
        struct share *share = &shares->rows[i];

        if (share->from_us == from_us)
            return share;
        if (share->from_us > from_us &&
            (!later || share->from_us < later->from_us))
            later = share;
        if (share->from_us > last->from_us)
            last = share;
    }

    if (shares->count < SHARES) {
        last = &shares->rows[shares->count++];
        *last = (struct share){ .from_us = from_us };
    } else if (later) {
        return later;
    }
    last->from_us = from_us;
    return last;
}

static void share_out(const struct line_question *question,
                      struct shares *ret_shares)
{
    const struct queue_slot *queue = question->queue;
    struct waiter waiter;

    begin_turn(question, question->ahead, question->contact, &waiter);
    for (const struct tree_node *node = tree_first(&queue->agents); node;
         node = tree_next(node)) {
        const struct assignment_slot *a =
            TREE_MEMBER(node, struct assignment_slot, in_agents);
        int64_t from_us = waiter_taken_us(&waiter, a);

        if (from_us == WAITER_NEVER ||
            own_rest_us(a->desk, queue->document, question->handling_us,
                        question->now_us) == ESTIMATE_UNKNOWN)
            continue;

        struct share *share = share_at(ret_shares, from_us);

        share->able++;
        share->free +=
            a->presence == PRESENCE_FREE || a->verdict == VERDICT_DELAYED;
    }
}

/* If nobody but those who may from this moment on ever did. */
static int64_t from_then_us(const struct shares *shares, int64_t from_us,
                            int64_t ahead, int64_t handling_us)
{
    int64_t able = 0;
    int64_t free = 0;

    for (size_t i = 0; i < shares->count; i++)
        if (shares->rows[i].from_us <= from_us) {
            able += shares->rows[i].able;
            free += shares->rows[i].free;
        }

    return ahead < free ? from_us
                        : from_us + (ahead - free + 1) * handling_us / able;
}

/* Of many agents, somebody is done every so often. Who comes later, by a delay
   or the demand's next step, shortens what is left then. */
static int64_t spread_us(const struct line_question *question)
{
    struct shares shares = { .count = 0 };
    size_t on_offer = question->queue->on_offer;
    size_t ahead = question->ahead > on_offer ? question->ahead - on_offer : 0;
    int64_t least_us = ESTIMATE_UNKNOWN;

    share_out(question, &shares);
    for (size_t i = 0; i < shares.count; i++) {
        int64_t wait_us = from_then_us(&shares, shares.rows[i].from_us,
                                       (int64_t)ahead, question->handling_us);

        if (least_us == ESTIMATE_UNKNOWN || wait_us < least_us)
            least_us = wait_us;
    }

    return least_us;
}

static int64_t answer(const struct line_question *question)
{
    struct player players[LOOKED_AT];
    size_t agents;

    if (question->handling_us == 0)
        return ESTIMATE_UNKNOWN;
    if (tree_count(&question->queue->agents) > LOOKED_AT)
        return spread_us(question);

    agents = look_at(question, players);
    return agents ? play(question, players, agents) : ESTIMATE_UNKNOWN;
}

int64_t estimate_wait_us(const struct state *state, uint64_t queue_id,
                         size_t ahead, int64_t now_us)
{
    const struct line_question question = {
        .state = state,
        .queue = queue_slot(state, queue_id),
        .ahead = ahead,
        .handling_us = estimate_handling_us(state, queue_id),
        .now_us = now_us,
    };

    return answer(&question);
}

int64_t estimate_rest_us(const struct state *state, uint64_t contact_id,
                         int64_t now_us)
{
    const struct contact_slot *contact = contact_slot(state, contact_id);
    size_t place = state_place(state, contact_id);

    if (place == 0 || contact->row.offers)
        return 0;

    const struct line_question question = {
        .state = state,
        .queue = contact->place.queue,
        .contact = contact,
        .ahead = place - 1,
        .handling_us = estimate_handling_us(state, contact->row.queue_id),
        .now_us = now_us,
    };

    return answer(&question);
}

size_t estimate_agents(const struct state *state, uint64_t contact_id,
                       int64_t now_us)
{
    const struct contact_slot *contact = contact_slot(state, contact_id);
    struct waiter waiter;
    size_t count = 0;

    if (!contact || !contact->place.queue)
        return 0;

    const struct queue_slot *queue = contact->place.queue;

    waiter_of(state, contact, queue, now_us, &waiter);
    for (const struct tree_node *node = tree_first(&queue->agents); node;
         node = tree_next(node)) {
        const struct assignment_slot *a =
            TREE_MEMBER(node, struct assignment_slot, in_agents);

        count += own_rest_us(a->desk, queue->document, 0, now_us) !=
                     ESTIMATE_UNKNOWN &&
                 waiter_taken_us(&waiter, a) != WAITER_NEVER;
    }

    return count;
}
