/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The journal as it grows, for programs: what is on disk, and nothing else. */

#ifndef WEB_FEED_H
#define WEB_FEED_H

#include <stdint.h>

#include "web/page.h"
#include "wire/filter.h"
#include "wire/problem.h"

struct socket;

/*
 * A message is {"is":"events","n":1,"events":[...],"seq":7}: all events up to
 * seq that fit the filter have been told. Events are read from the store by a
 * worker, some hundred at a time, once they are committed; so a reader who
 * comes back with the last seq it saw misses none and sees none twice, also
 * when the server was killed meanwhile.
 */
struct feed;

enum { FEED_MAX_FOLLOWERS = 64 };

/**
 * Begins, or begins anew, after a number.
 *
 * @return PROBLEM_NONE, or PROBLEM_TRY_AGAIN: too many follow, or no memory
 */
enum problem feed_follow(struct socket *socket, uint64_t after_seq,
                         const struct filter *filter);

/** Follows no longer, if it did. */
void feed_leave(struct socket *socket);

/** There may be more on disk. */
void feed_wake(struct socket *socket);

/** Writes the next message, if there is one; page stays empty else. */
void feed_write(struct socket *socket, struct page *page);

#endif
