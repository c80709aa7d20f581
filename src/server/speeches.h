/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What callers are told that no file holds: spoken when it is wanted. */

#ifndef SERVER_SPEECHES_H
#define SERVER_SPEECHES_H

#include "server/server.h"

/*
 * A speech that was made lately is on the shelf (calls/speech_shelf.h) and is
 * played at once; another one is made by a job, once for all who wait for it.
 * Nobody waits longer than SPEECHES_WAIT_MS: then it is not spoken to those,
 * but lies on the shelf for the next. The text reaches no log.
 */
struct speeches;

enum {
    SPEECHES_WAIT_MS = 4000,
    SPEECHES_MAX = 256, /* who wait at once; another one hears nothing */
};

/** @return 0 or negative errno */
int speeches_new(struct server *server, struct speeches **ret_speeches);

/** After jobs_free() of the makers. NULL is fine. @return NULL always */
struct speeches *speeches_free(struct speeches *speeches);

/** Speaks what a SAY asks for, after calls have taken note of it. */
void speeches_say(struct speeches *speeches, const struct effect *effect);

/** How many were wanted since the start, and how many were not spoken. */
void speeches_figures(const struct speeches *speeches, int64_t *ret_wanted,
                      int64_t *ret_skipped);

#endif
