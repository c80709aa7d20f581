/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What those who wait hear between the music: for the files that decide it. */

#ifndef CORE_HEARING_H
#define CORE_HEARING_H

#include "core/write.h"

/*
 * A contact that joins a queue first hears the notice that its talk is
 * recorded, if it may be and has not heard it, and is not offered before that
 * has ended. Later, each after a time of its own, come the queue's comfort
 * prompts in turn, the place in line and the expected wait; the latter two in one
 * sentence when both are due. An answer cuts all of them but the notice short.
 *
 * The wait told never grows without a cause: while no more are before the
 * contact, and no fewer agents work, than the last time, no more is told than
 * then. Colleagues, who hear it ring, are told nothing.
 */

/* The contact joins the queue by the event written last. */
void write_hearing_planned(struct turn *turn, const struct contact_row *contact,
                           const struct event_queue_set *queue);

/* Something is due; and what plays is over, or could not be played. */
void write_hearing_due(struct turn *turn, const struct contact_row *contact);
void write_hearing_ended(struct turn *turn, const struct contact_row *contact,
                         bool failed);

/* Whether a talk in the queue may be recorded as far as the caller goes: no
   notice is wanted, or it was heard. */
bool is_noticed(const struct contact_row *contact,
                const struct event_queue_set *queue);

#endif
