/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Flows that ask whether to be called back. */

#ifndef CORE_CALLBACK_FLOW_H
#define CORE_CALLBACK_FLOW_H

#include "core/write.h"

/*
 * A queue may have a flow (type callback) ask its callers, in place of the
 * question that comes with the server. Who waits leaves the line for it, and
 * keeps the moment since which it has waited: it comes back to the same place.
 * A callback node books; a return goes on as if nobody had asked.
 */

/* What is kept meanwhile. */
struct callback_asking {
    const struct event_queue_set *queue;
    int64_t priority;
    int64_t since_us;
    enum end_cause cause; /* of the end, where it joins no line */
    bool joins;
};

/** The flow that asks for a queue; NULL: the server's own question does. */
const struct event_flow_set *callback_flow_of(
    const struct turn *turn, const struct event_queue_set *queue);

/** Has a flow ask a contact that is in no line. */
void write_callback_flow(struct turn *turn, const struct contact_row *contact,
                         const struct event_flow_set *flow,
                         const struct callback_asking *asking);

/** Nothing has come of the question, by a flow or without: the contact joins
 *  the line, or ends. */
void write_not_called_back(struct turn *turn,
                           const struct contact_row *contact);

/** The cause with which a flow hangs up: that of a callback, if one that asks
 *  has booked it. */
enum end_cause flow_end_cause(const struct contact_row *contact);

#endif
