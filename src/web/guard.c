/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A book of 1,024 lines, each a hash of whom it is about. */

#include "web/guard.h"

#include <assert.h>
#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <sodium.h>

enum { LINES = 1024, FORGET_AFTER_MS = 24 * 3600 * 1000 };

struct line_of_book {
    uint64_t whom; /* keyed hash; 0: free */
    unsigned wrong;
    bool was_right; /* of a name from a source */
    int64_t last_ms;
    int64_t next_ms; /* no try before */
};

struct guard {
    struct guard_rule rule;
    unsigned char key[crypto_shorthash_KEYBYTES];
    struct line_of_book lines[LINES];
};

int guard_new(const struct guard_rule *rule, struct guard **ret_guard)
{
    assert(rule && ret_guard);

    struct guard *guard = calloc(1, sizeof(*guard));
    if (!guard)
        return -ENOMEM;

    guard->rule = *rule;
    crypto_shorthash_keygen(guard->key);
    *ret_guard = guard;
    return 0;
}

struct guard *guard_free(struct guard *guard)
{
    free(guard);
    return NULL;
}

static uint64_t hash(const struct guard *guard, const char *text)
{
    uint64_t sum = 0;

    crypto_shorthash((unsigned char *)&sum, (const unsigned char *)text,
                     strlen(text), guard->key);
    return sum;
}

/* Whom the three lines of a try are about. */
struct whom {
    uint64_t source;
    uint64_t name;
    uint64_t both;
};

static struct whom find_whom(const struct guard *guard, const char *source,
                             const char *name)
{
    struct whom whom = { .source = hash(guard, source) | 1,
                         .name = (hash(guard, name) | 1) ^ 2 };

    /* Multiplied, so that source and name do not cancel each other. */
    whom.both = (whom.source * 3 + whom.name * 5) | 1;
    return whom;
}

static struct line_of_book *find(struct guard *guard, uint64_t whom)
{
    for (size_t i = 0; i < LINES; i++)
        if (guard->lines[i].whom == whom)
            return &guard->lines[i];
    return NULL;
}

static struct line_of_book *find_or_make(struct guard *guard, uint64_t whom)
{
    struct line_of_book *line = find(guard, whom);

    if (line)
        return line;
    line = &guard->lines[0];
    for (size_t i = 1; i < LINES; i++)
        if (guard->lines[i].whom == 0 ||
            (line->whom != 0 && guard->lines[i].last_ms < line->last_ms))
            line = &guard->lines[i];
    *line = (struct line_of_book){ .whom = whom };
    return line;
}

static int64_t left_ms(struct guard *guard, uint64_t whom, int64_t now_ms)
{
    const struct line_of_book *line = find(guard, whom);

    return line && line->next_ms > now_ms ? line->next_ms - now_ms : 0;
}

static int64_t longer(int64_t a, int64_t b)
{
    return a > b ? a : b;
}

int64_t guard_wait_ms(struct guard *guard, const char *source, const char *name,
                      int64_t now_ms)
{
    assert(guard && source && name);

    struct whom whom = find_whom(guard, source, name);
    const struct line_of_book *both = find(guard, whom.both);
    int64_t wait_ms = longer(left_ms(guard, whom.source, now_ms),
                             left_ms(guard, whom.both, now_ms));

    if (!both || !both->was_right)
        wait_ms = longer(wait_ms, left_ms(guard, whom.name, now_ms));
    return wait_ms;
}

static void note_one(struct guard *guard, uint64_t whom, unsigned free_tries,
                     int64_t now_ms)
{
    struct line_of_book *line = find_or_make(guard, whom);
    int64_t wait_ms = guard->rule.first_wait_ms;

    if (now_ms - line->last_ms > FORGET_AFTER_MS)
        line->wrong = 0;
    line->last_ms = now_ms;
    line->wrong++;
    if (line->wrong < free_tries)
        return;
    for (unsigned i = free_tries;
         i < line->wrong && wait_ms < guard->rule.longest_wait_ms; i++)
        wait_ms *= 2;
    if (wait_ms > guard->rule.longest_wait_ms)
        wait_ms = guard->rule.longest_wait_ms;
    line->next_ms = now_ms + wait_ms;
}

void guard_note_wrong(struct guard *guard, const char *source, const char *name,
                      int64_t now_ms)
{
    assert(guard && source && name);

    struct whom whom = find_whom(guard, source, name);
    unsigned tries = guard->rule.free_tries;

    note_one(guard, whom.both, tries, now_ms);
    note_one(guard, whom.source, 4 * tries, now_ms);
    note_one(guard, whom.name, 4 * tries, now_ms);
}

void guard_note_right(struct guard *guard, const char *source, const char *name,
                      int64_t now_ms)
{
    assert(guard && source && name);

    struct whom whom = find_whom(guard, source, name);
    struct line_of_book *both = find_or_make(guard, whom.both);
    struct line_of_book *of_source = find(guard, whom.source);

    *both = (struct line_of_book){ .whom = whom.both,
                                   .was_right = true,
                                   .last_ms = now_ms };
    if (of_source)
        *of_source = (struct line_of_book){ 0 };
}
