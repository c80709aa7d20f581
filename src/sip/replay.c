/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entries in a ring in the order of first use, found by a chained hash. */

#include "sip/replay.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum {
    NONCE_MAX = REPLAY_NONCE_MAX,
    WINDOW = 64,
};

struct entry {
    char nonce[NONCE_MAX];
    size_t length; /* 0: free */
    uint32_t second;
    uint32_t highest;
    uint64_t seen;      /* bit n: highest - n was heard */
    struct entry *next; /* in the same bucket */
};

struct signal_replay {
    struct entry *entries; /* a ring */
    struct entry **buckets;
    size_t size;
    size_t next_entry;
    uint32_t too_old_s; /* nonces made up to then may be forgotten */
    bool forgot;
};

int signal_replay_new(size_t max_nonces, struct signal_replay **ret_replay)
{
    assert(max_nonces > 0 && ret_replay);

    struct signal_replay *replay = calloc(1, sizeof(*replay));
    if (!replay)
        return -ENOMEM;

    replay->size = max_nonces;
    replay->entries = calloc(max_nonces, sizeof(*replay->entries));
    replay->buckets = calloc(max_nonces, sizeof(struct entry *));
    if (!replay->entries || !replay->buckets) {
        signal_replay_free(replay);
        return -ENOMEM;
    }

    *ret_replay = replay;
    return 0;
}

struct signal_replay *signal_replay_free(struct signal_replay *replay)
{
    if (!replay)
        return NULL;

    free(replay->entries);
    free(replay->buckets);
    free(replay);
    return NULL;
}

static struct entry **bucket_of(struct signal_replay *replay, const char *nonce,
                                size_t length)
{
    uint32_t hash = hash_joaat((const uint8_t *)nonce, length);

    return &replay->buckets[hash % replay->size];
}

static struct entry *find(struct signal_replay *replay, const struct pl *nonce)
{
    struct entry *entry = *bucket_of(replay, nonce->p, nonce->l);

    while (entry && (entry->length != nonce->l ||
                     memcmp(entry->nonce, nonce->p, nonce->l) != 0))
        entry = entry->next;

    return entry;
}

static void forget(struct signal_replay *replay, struct entry *entry)
{
    struct entry **link = bucket_of(replay, entry->nonce, entry->length);

    while (*link != entry)
        link = &(*link)->next;
    *link = entry->next;

    if (!replay->forgot || entry->second > replay->too_old_s)
        replay->too_old_s = entry->second;
    replay->forgot = true;
    entry->length = 0;
}

static void remember(struct signal_replay *replay, const struct pl *nonce,
                     uint32_t second, uint32_t count)
{
    struct entry *entry = &replay->entries[replay->next_entry];
    struct entry **bucket = bucket_of(replay, nonce->p, nonce->l);

    replay->next_entry = (replay->next_entry + 1) % replay->size;
    if (entry->length)
        forget(replay, entry);

    memcpy(entry->nonce, nonce->p, nonce->l);
    entry->length = nonce->l;
    entry->second = second;
    entry->highest = count;
    entry->seen = 1;
    entry->next = *bucket;
    *bucket = entry;
}

static enum replay_use note(struct entry *entry, uint32_t count)
{
    if (count > entry->highest) {
        uint32_t step = count - entry->highest;

        entry->seen = step < WINDOW ? entry->seen << step | 1 : 1;
        entry->highest = count;
        return REPLAY_FIRST;
    }

    uint32_t below = entry->highest - count;
    if (below >= WINDOW || entry->seen >> below & 1)
        return REPLAY_AGAIN;

    entry->seen |= UINT64_C(1) << below;
    return REPLAY_FIRST;
}

enum replay_use signal_replay_use(struct signal_replay *replay,
                                  const struct pl *nonce, uint32_t second,
                                  uint32_t count)
{
    assert(replay && nonce && nonce->l > 0 && nonce->l <= NONCE_MAX);

    if (count == 0)
        return REPLAY_AGAIN;

    struct entry *entry = find(replay, nonce);
    if (entry)
        return note(entry, count);
    if (replay->forgot && second <= replay->too_old_s)
        return REPLAY_TOO_OLD;

    remember(replay, nonce, second, count);
    return REPLAY_FIRST;
}
