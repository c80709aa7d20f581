/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A few places, each of a source, and a count of what was told. */

#include "sip/refusal.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>

#include "sip/address.h"

enum { US_PER_S = 1000000, US_PER_MINUTE = 60 * US_PER_S };

struct place {
    struct sa key;    /* its network, or its address; family 0: free */
    struct sa source; /* as it came */
    enum signal_refusal_reason reason;
    int64_t since_us;
    bool is_told;
};

struct signal_refusals {
    struct place places[REFUSAL_PLACES];
    int64_t minute;     /* the one in which... */
    uint32_t in_minute; /* ... so many were told */
    uint64_t untold;    /* since the last that was */
};

int signal_refusals_new(struct signal_refusals **ret_refusals)
{
    assert(ret_refusals);

    struct signal_refusals *refusals = calloc(1, sizeof(*refusals));

    if (!refusals)
        return -ENOMEM;

    *ret_refusals = refusals;
    return 0;
}

struct signal_refusals *signal_refusals_free(struct signal_refusals *refusals)
{
    free(refusals);
    return NULL;
}

static bool is_free(const struct place *place)
{
    return sa_af(&place->key) == AF_UNSPEC;
}

static bool is_of(const struct place *place, enum signal_refusal_reason reason,
                  const struct sa *key)
{
    return !is_free(place) && place->reason == reason &&
           sa_cmp(&place->key, key, SA_ADDR);
}

/* Its own place, a free one, or the oldest. */
static struct place *find(struct signal_refusals *refusals,
                          enum signal_refusal_reason reason,
                          const struct sa *key)
{
    struct place *found = &refusals->places[0];

    for (size_t i = 0; i < REFUSAL_PLACES; i++) {
        struct place *place = &refusals->places[i];

        if (is_of(place, reason, key))
            return place;
        if (!is_free(found) &&
            (is_free(place) || place->since_us < found->since_us))
            found = place;
    }

    return found;
}

void signal_refusals_note(struct signal_refusals *refusals,
                          enum signal_refusal_reason reason,
                          const struct sa *source, int64_t now_us)
{
    assert(refusals && source);

    struct sa key = *source;

    if (reason == SIGNAL_REFUSED_LOCKED)
        signal_address_neighbourhood(source, &key);

    struct place *place = find(refusals, reason, &key);
    bool is_known = is_of(place, reason, &key);

    if (is_known &&
        (!place->is_told ||
         now_us - place->since_us < (int64_t)REFUSAL_AGAIN_S * US_PER_S))
        return;
    if (!is_free(place) && !place->is_told)
        refusals->untold++;
    *place = (struct place){
        .key = key,
        .source = *source,
        .reason = reason,
        .since_us = now_us,
    };
}

void signal_refusals_heard(struct signal_refusals *refusals,
                           const struct sa *source)
{
    assert(refusals && source);

    for (size_t i = 0; i < REFUSAL_PLACES; i++) {
        struct place *place = &refusals->places[i];

        if (!place->is_told && is_of(place, SIGNAL_REFUSED_STRANGER, source))
            *place = (struct place){ .since_us = 0 };
    }
}

static bool is_due(const struct place *place, int64_t now_us)
{
    int64_t patience_us = place->reason == SIGNAL_REFUSED_STRANGER
                              ? (int64_t)REFUSAL_PATIENCE_S * US_PER_S
                              : 0;

    return !is_free(place) && !place->is_told &&
           now_us - place->since_us >= patience_us;
}

static struct place *find_due(struct signal_refusals *refusals, int64_t now_us)
{
    struct place *found = NULL;

    for (size_t i = 0; i < REFUSAL_PLACES; i++) {
        struct place *place = &refusals->places[i];

        if (is_due(place, now_us) &&
            (!found || place->since_us < found->since_us))
            found = place;
    }

    return found;
}

static bool has_room(struct signal_refusals *refusals, int64_t now_us)
{
    int64_t minute = now_us / US_PER_MINUTE;

    if (minute != refusals->minute) {
        refusals->minute = minute;
        refusals->in_minute = 0;
    }

    return refusals->in_minute < REFUSAL_PER_MINUTE;
}

bool signal_refusals_next(struct signal_refusals *refusals, int64_t now_us,
                          struct signal_refusal *ret_refusal)
{
    assert(refusals && ret_refusal);

    struct place *place =
        has_room(refusals, now_us) ? find_due(refusals, now_us) : NULL;

    if (!place)
        return false;

    place->is_told = true;
    refusals->in_minute++;
    *ret_refusal = (struct signal_refusal){
        .reason = place->reason,
        .untold = refusals->untold,
    };
    re_snprintf(ret_refusal->source, sizeof(ret_refusal->source), "%J",
                &place->source);
    refusals->untold = 0;
    return true;
}
