/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Somebody is called back before an agent is there. */

#ifndef CORE_CALLBACK_AHEAD_H
#define CORE_CALLBACK_AHEAD_H

#include "core/callback.h"

/*
 * Whose turn is near (ahead.h) is dialled, and is in no line meanwhile; whose
 * turn comes first has an agent reserved as any other callback has. Whoever
 * answers stands in it again, in the place that was kept: before all who came
 * later, behind all who came before, hears the notice and the music, and is
 * offered as any who wait. Who does not answer is tried again as if an agent
 * had called. So is who answers and hangs up before an agent is there, for we
 * called, and let them wait: it counts as a try, and is told as abandoned. Who
 * waits on the phone is no longer given up: hours, expiry and cancelling are
 * for those who are not. After the queue's longest wait, or ten minutes where
 * there is none, they are hung up on, and tried again.
 */

/** Whether it is dialled by nobody, and may be called off. */
bool rings_ahead(const struct state *state,
                 const struct callback_row *callback);

/** Until when the contact of a callback waits on the phone in that queue, from
 *  now on; 0: it is not on the phone. */
int64_t ahead_until_us(const struct turn *turn,
                       const struct contact_row *contact,
                       const struct event_queue_set *queue);

/** It has answered. */
void write_ahead_answered(struct turn *turn, const struct contact_row *contact,
                          uint64_t call, uint64_t trunk_id);

#endif
