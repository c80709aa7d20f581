/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who has given wrong passwords, and has to wait before the next try. */

#ifndef WEB_GUARD_H
#define WEB_GUARD_H

#include <stddef.h>
#include <stdint.h>

/*
 * Counted are the wrong passwords of a source (an address), of a name, and of
 * a name from a source. After some free tries each further one makes the next
 * wait, twice as long each time up to a limit: nobody is locked out for ever.
 * A source that has signed in with a name before does not wait for that name's
 * sake, so that a stranger's guesses lock nobody out of the usual place.
 *
 * The book has a fixed size: when it is full, the entry that has been quiet
 * longest is forgotten. Names that do not exist count like those that do.
 */
struct guard;

struct guard_rule {
    unsigned free_tries; /* of a name from a source; four times as many of a
                             source or a name alone */
    int first_wait_ms;
    int longest_wait_ms;
};

/** @return 0 or -ENOMEM */
int guard_new(const struct guard_rule *rule, struct guard **ret_guard);

struct guard *guard_free(struct guard *guard); /* NULL always */

/**
 * Says how long a source must wait before it may try a name.
 *
 * @return milliseconds; 0: now
 */
int64_t guard_wait_ms(struct guard *guard, const char *source, const char *name,
                      int64_t now_ms);

/** Notes a wrong password. */
void guard_note_wrong(struct guard *guard, const char *source, const char *name,
                      int64_t now_ms);

/** Notes a right one: the source starts anew. */
void guard_note_right(struct guard *guard, const char *source, const char *name,
                      int64_t now_ms);

#endif
