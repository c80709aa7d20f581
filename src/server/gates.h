/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Effects that wait for the commit of the event they follow from. */

#ifndef SERVER_GATES_H
#define SERVER_GATES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/effect.h"

/*
 * Every type of effect has a gate in its table (core/effect.def): *now* goes at
 * once, *soon* waits for the commit but not for longer than GATES_SOON_US,
 * *durable* waits for as long as it takes. Among those whose gate is open the
 * first to have come is the first to go.
 */
struct gates {
    struct gated *waiting; /* in the order of their coming */
    size_t count;
    size_t room;
};

static const int64_t GATES_SOON_US = 200000;

/** Makes gates that nobody waits at; release with gates_done(). */
void gates_init(struct gates *gates);
void gates_done(struct gates *gates);

/**
 * Lets an effect wait.
 *
 * @param ticket  of the commit of its event
 * @param now_us  the present
 *
 * @return 0, or -ENOMEM: the effect's own deadline will answer for it
 */
int gates_hold(struct gates *gates, const struct effect *effect, int64_t ticket,
               int64_t now_us);

/**
 * Takes the next effect that may go. O(waiting).
 *
 * @param committed    the highest ticket on disk
 * @param ret_lagging  whether it goes although its event is not on disk yet
 *
 * @return whether there was one
 */
bool gates_next(struct gates *gates, int64_t committed, int64_t now_us,
                struct effect *ret_effect, bool *ret_lagging);

/** When time alone opens a gate; INT64_MAX for never. O(waiting). */
int64_t gates_next_us(const struct gates *gates);

#endif
