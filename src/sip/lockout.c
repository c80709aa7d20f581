/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A set-associative table, as in a cache. */

#include "sip/lockout.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>

#include "sip/address.h"

enum {
    SETS = 1024,
    WAYS = 4,
};

static const int64_t WINDOW_US = (int64_t)LOCKOUT_WINDOW_S * 1000000;

struct place {
    struct sa network; /* family 0: free */
    int64_t since_us;  /* of the first failure of the window, or of the lock */
    uint32_t failures;
};

struct signal_lockout {
    uint32_t max_failures;
    struct place sets[SETS][WAYS];
};

int signal_lockout_new(uint32_t max_failures,
                       struct signal_lockout **ret_lockout)
{
    assert(max_failures > 0 && ret_lockout);

    struct signal_lockout *lockout = calloc(1, sizeof(*lockout));
    if (!lockout)
        return -ENOMEM;

    lockout->max_failures = max_failures;
    *ret_lockout = lockout;
    return 0;
}

struct signal_lockout *signal_lockout_free(struct signal_lockout *lockout)
{
    free(lockout);
    return NULL;
}

static struct place *find(const struct signal_lockout *lockout,
                          const struct sa *network)
{
    const struct place *set = lockout->sets[sa_hash(network, SA_ADDR) % SETS];

    for (size_t way = 0; way < WAYS; way++)
        if (sa_cmp(&set[way].network, network, SA_ADDR))
            return (struct place *)&set[way];

    return NULL;
}

static struct place *make_room(struct signal_lockout *lockout,
                               const struct sa *network)
{
    struct place *set = lockout->sets[sa_hash(network, SA_ADDR) % SETS];
    struct place *oldest = &set[0];

    for (size_t way = 1; way < WAYS; way++)
        if (set[way].since_us < oldest->since_us)
            oldest = &set[way];

    *oldest = (struct place){ .network = *network };
    return oldest;
}

bool signal_lockout_holds(const struct signal_lockout *lockout,
                          const struct sa *source, int64_t now_us)
{
    assert(lockout && source);

    struct sa network;

    signal_address_neighbourhood(source, &network);
    const struct place *place = find(lockout, &network);

    return place && place->failures > lockout->max_failures &&
           now_us - place->since_us < WINDOW_US;
}

bool signal_lockout_failed(struct signal_lockout *lockout,
                           const struct sa *source, int64_t now_us)
{
    assert(lockout && source);

    struct sa network;

    signal_address_neighbourhood(source, &network);
    struct place *place = find(lockout, &network);

    if (!place)
        place = make_room(lockout, &network);
    if (place->failures == 0 || now_us - place->since_us >= WINDOW_US) {
        place->failures = 0;
        place->since_us = now_us;
    }
    if (++place->failures != lockout->max_failures + 1)
        return false;

    place->since_us = now_us;
    return true;
}

void signal_lockout_forgive(struct signal_lockout *lockout,
                            const struct sa *source)
{
    assert(lockout && source);

    struct sa network;

    signal_address_neighbourhood(source, &network);
    struct place *place = find(lockout, &network);

    if (place)
        *place = (struct place){ 0 };
}
