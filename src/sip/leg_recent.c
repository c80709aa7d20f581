/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A set-associative table of keyed 64-bit hashes. */

#include "sip/leg_recent.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>

enum {
    SETS = 4096,
    WAYS = 4,
};

static const int64_t LIFE_US = (int64_t)LEG_RECENT_S * 1000000;

struct entry {
    uint64_t key; /* 0: free */
    int64_t noted_us;
};

struct leg_recent {
    uint64_t seed; /* nobody outside can make keys that collide */
    struct entry sets[SETS][WAYS];
};

int leg_recent_new(struct leg_recent **ret_recent)
{
    assert(ret_recent);

    struct leg_recent *recent = calloc(1, sizeof(*recent));
    if (!recent)
        return -ENOMEM;

    recent->seed = rand_u64();
    *ret_recent = recent;
    return 0;
}

struct leg_recent *leg_recent_free(struct leg_recent *recent)
{
    free(recent);
    return NULL;
}

/* FNV-1a, begun with the seed. */
static uint64_t hash_on(uint64_t hash, const struct pl *bytes)
{
    for (size_t i = 0; i < bytes->l; i++)
        hash = (hash ^ (uint8_t)bytes->p[i]) * UINT64_C(0x100000001b3);

    return hash;
}

uint64_t leg_recent_tag_key(const struct leg_recent *recent,
                            const struct pl *local_tag)
{
    assert(recent && local_tag);

    return hash_on(recent->seed, local_tag) | 1;
}

uint64_t leg_recent_invite_key(const struct leg_recent *recent,
                               const struct sip_msg *invite)
{
    assert(recent && invite);

    uint32_t number = invite->cseq.num;
    struct pl cseq = { (const char *)&number, sizeof(number) };
    uint64_t hash = hash_on(~recent->seed, &invite->callid);

    hash = hash_on(hash, &invite->from.tag);
    return hash_on(hash, &cseq) | 1;
}

uint64_t leg_recent_way_key(const struct leg_recent *recent,
                            const struct sip_msg *invite)
{
    return hash_on(leg_recent_invite_key(recent, invite), &invite->via.branch) |
           1;
}

uint64_t leg_recent_away_key(const struct leg_recent *recent,
                             const struct sip_msg *invite)
{
    const struct pl away = PL("503");

    return hash_on(leg_recent_way_key(recent, invite), &away) | 1;
}

void leg_recent_note(struct leg_recent *recent, uint64_t key, int64_t now_us)
{
    assert(recent && key);

    struct entry *set = recent->sets[(key >> 1) % SETS];
    struct entry *oldest = &set[0];

    for (size_t way = 0; way < WAYS; way++) {
        if (set[way].key == key) {
            oldest = &set[way];
            break;
        }
        if (set[way].noted_us < oldest->noted_us)
            oldest = &set[way];
    }

    *oldest = (struct entry){ key, now_us };
}

bool leg_recent_has(const struct leg_recent *recent, uint64_t key,
                    int64_t now_us)
{
    assert(recent && key);

    const struct entry *set = recent->sets[(key >> 1) % SETS];

    for (size_t way = 0; way < WAYS; way++)
        if (set[way].key == key && now_us - set[way].noted_us < LIFE_US)
            return true;

    return false;
}
