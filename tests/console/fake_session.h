/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A session without a network: rows and replies come from fixture files. */

#ifndef TESTS_CONSOLE_FAKE_SESSION_H
#define TESTS_CONSOLE_FAKE_SESSION_H

#include "client/session.h"

/*
 * Takes the place of src/client/session.c in a test program. A fixture is a
 * JSON object, whose parts may all be left out:
 *
 *     "link": "live", "offline", "refused" or "connecting"
 *     "link_age_s": since when
 *     "heard_age_s": since when nothing came; without it, nothing ever did
 *     "rows": { TOPIC: [ROW, ...] }     a row has the fields that matter
 *     "gone": { TOPIC: [ID, ...] }
 *     "replies": { "POST /api/...": { "status": 200, "body": {...} } }
 *                                       or "text": "...", which is no JSON
 *                                       or "lost": true, no answer at all
 *     "held": true                      nothing comes until a fixture says false
 *     "notice": true                    another console came
 *
 * Several may be loaded one after the other: each changes what it names. What
 * has no reply in a fixture is answered 200 with {}.
 */

/** Empties it, and sets the clock of rows. Before session_open(). */
void fake_begin(int64_t (*now_us)(void));

/** Loads a fixture from tests/console/fixtures. Fails the test otherwise. */
void fake_load(const char *name);

/** Adds one reply; the body becomes its own. */
void fake_reply(const char *request, struct json_t *body);

/** What was asked since fake_begin(): "POST /api/agents/1/hold {}", a line
 *  each; with If-Match: "DELETE /api/queues/2 if "3"". */
const char *fake_asked(void);

/** Ends it: the replica is freed. */
void fake_end(void);

#endif
