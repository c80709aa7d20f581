/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Carries CHECK_PIN and KEEP_TAKE out, each as a job of a worker. */

#ifndef SERVER_VISITS_H
#define SERVER_VISITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/effect.h"

/*
 * A PIN is compared as passwords are, by argon2id, which takes tens of
 * milliseconds and much memory on purpose: one at a time, by a thread of its
 * own. It is wiped as soon as that is done, and is in no log and no trace. A
 * box without a PIN, or no box at all, takes as long.
 *
 * What was recorded by phone goes the way of every file that is uploaded: a
 * worker reads it, and makes the sound of it; and it counts against what its
 * user may put on the disk (web/sound_budget.h). Who has put too much there
 * hears that it could not be recorded, before anything is said if possible.
 */
struct server;
struct visits;

/** @return 0 or a negative errno */
int visits_new(struct server *server, struct visits **ret_visits);

/** After jobs_free() of the makers; NULL is fine. @return NULL always */
struct visits *visits_free(struct visits *visits);

/** Keeps the hash of a box's PIN, or another one; and forgets it: the box, or
 *  its PIN, is gone. */
void visits_set_pin(struct visits *visits, uint64_t box_id, const char *hash,
                    size_t length);
void visits_forget_pin(struct visits *visits, uint64_t box_id);

/** Begins; the answer is a command. Without memory the effect's own deadline
 *  answers for it. */
void visits_check_pin(struct visits *visits, const struct effect *effect);
void visits_keep_take(struct visits *visits, const struct effect *effect);

/** Whether a tone is one behind which a greeting or prompt would be recorded
 *  that has to wait. It is answered then, as where nothing can be recorded. */
bool visits_refuse_take(struct visits *visits, const struct effect *effect);

/** Gives the answers that have come to the core. From the pump. */
void visits_go_on(struct visits *visits);

#endif
