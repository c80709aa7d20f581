/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long somebody will wait, as far as can be known. */

#ifndef CORE_ESTIMATE_H
#define CORE_ESTIMATE_H

#include "core/state.h"

/*
 * The line is played through: each agent of the queue who works is free again
 * when what that agent does now will, on average, be over (a talk counts from
 * its beginning, on hold or not); whoever is next in line goes to the first who
 * is free, has the skills that are demanded by then, and sees the queue by then,
 * and keeps that agent for the mean handling time. Contacts of an agent's other
 * queues that go before, or have gone before this one by age and weight, count as
 * they are shared out among those queues' agents (estimate_others.h).
 * Contacts that ring somewhere are those agents' by now, and before nobody. Of a
 * queue with more than 64 agents those who may have the contact at once are
 * taken to come free evenly. Means are those of the queue's own day (talk, hold
 * and after-call work of contacts handled), which the queue's handling_ms stands
 * in for until there are enough. No floating point. O(agents, and 64 of them
 * times 256 of the line and the steps of its demand).
 */
static const int64_t ESTIMATE_UNKNOWN =
    -1; /* nobody works who could have it, or nothing is known */

/** What a contact of the queue takes an agent, on average, in microseconds;
 *  0: nothing is known of it. */
int64_t estimate_handling_us(const struct state *state, uint64_t queue_id);

/**
 * How long somebody waits who joins the queue now, behind so many of its line.
 *
 * @return microseconds, or ESTIMATE_UNKNOWN
 */
int64_t estimate_wait_us(const struct state *state, uint64_t queue_id,
                         size_t ahead, int64_t now_us);

/**
 * How long a waiting contact waits from now on; nothing, when it is on offer.
 *
 * @return microseconds, or ESTIMATE_UNKNOWN
 */
int64_t estimate_rest_us(const struct state *state, uint64_t contact_id,
                         int64_t now_us);

/** How many agents work who may come to have a waiting contact. O(agents of its
 *  queue, times the steps of its demand). */
size_t estimate_agents(const struct state *state, uint64_t contact_id,
                       int64_t now_us);

#endif
