/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Requests that may be sent again: what came of the first one. */

#ifndef WEB_REPEATS_H
#define WEB_REPEATS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * A POST with an Idempotency-Key is done once: sent again, it is answered with
 * what came of it, kept for 24 hours beside the journal in the transaction of
 * the command itself. Keys are each user's own. Another request under the same
 * key is a mistake of the client, which the fingerprint shows.
 */
enum { FINGERPRINT_SIZE = 16, REPEATS_MAX = 50000 };

struct repeat {
    struct repeat *next; /* the book's */
    char key[160];
    unsigned char fingerprint[FINGERPRINT_SIZE];
    bool is_done; /* else the first one is still being done */
    int64_t wall_us;
    uint64_t id;
    uint64_t seq;
};

struct repeats;

int repeats_new(struct repeats **ret_repeats); /* 0 or -ENOMEM */
struct repeats *repeats_free(struct repeats *repeats);

/** Makes the key of a user's key, and the fingerprint of a request. */
void repeat_name(uint64_t user_id, const char *key, char ret_key[160]);
void repeat_fingerprint(const char *route, const char *path, const char *body,
                        size_t length,
                        unsigned char ret_fingerprint[FINGERPRINT_SIZE]);

/** @return borrowed, until the next change; NULL: there is none */
struct repeat *repeats_find(struct repeats *repeats, const char *key);

/** Notes one. @return 0, -ENOMEM, or -ENOSPC above REPEATS_MAX */
int repeats_add(struct repeats *repeats, const struct repeat *repeat);

void repeats_remove(struct repeats *repeats, const char *key);

/**
 * Forgets one from before a moment. Looks at a part of the book only, at the
 * next part when called again: enough when it is called each second.
 *
 * @param ret_key  the key of the one forgotten
 *
 * @return whether there was one
 */
bool repeats_expire(struct repeats *repeats, int64_t before_wall_us,
                    char ret_key[160]);

/* How it is kept; id and seq are written behind it by web_request_settle(). */
enum { REPEAT_VALUE_SIZE = 128 };
void repeat_print(const struct repeat *repeat,
                  char ret_value[REPEAT_VALUE_SIZE]);
int repeat_parse(const char *key, const char *value, size_t length,
                 struct repeat *ret_repeat); /* 0 or -EBADMSG */

#endif
