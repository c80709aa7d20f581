/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Requests on their way to the main thread. */

#ifndef WEB_TO_MAIN_H
#define WEB_TO_MAIN_H

#include "web/web.h"

/* Bounded: when the main thread falls behind, clients are told "busy". */
enum { TO_MAIN_MAX = 4096 };

struct to_main;

int to_main_new(struct to_main **ret_to_main); /* 0 or negative errno */

/** Releases it with the requests that nobody took. @return NULL always */
struct to_main *to_main_free(struct to_main *to_main);

/** Readable while there are requests; borrowed. */
int to_main_fd(const struct to_main *to_main);

/**
 * Puts a request in.
 *
 * @param request  what it owns is taken over, also on failure
 *
 * @return 0, -EAGAIN: too many, or -ENOMEM
 */
int to_main_put(struct to_main *to_main, const struct web_request *request);

/** Takes the oldest out; false: there is none. */
bool to_main_take(struct to_main *to_main, struct web_request *ret_request);

#endif
