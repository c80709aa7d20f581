/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chains behind the hash of the key. */

#include "web/repeats.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sodium.h>

enum { CHAINS = 4096, CHAINS_AT_ONCE = 64 };

struct repeats {
    struct repeat *chains[CHAINS];
    size_t count;
    size_t next_chain; /* to be looked at for what has expired */
    unsigned char key[crypto_shorthash_KEYBYTES];
};

int repeats_new(struct repeats **ret_repeats)
{
    assert(ret_repeats);

    struct repeats *repeats = calloc(1, sizeof(*repeats));
    if (!repeats)
        return -ENOMEM;

    crypto_shorthash_keygen(repeats->key);
    *ret_repeats = repeats;
    return 0;
}

static void drop(struct repeats *repeats, struct repeat **place)
{
    struct repeat *repeat = *place;

    *place = repeat->next;
    free(repeat);
    repeats->count--;
}

struct repeats *repeats_free(struct repeats *repeats)
{
    if (!repeats)
        return NULL;
    for (size_t i = 0; i < CHAINS; i++)
        while (repeats->chains[i])
            drop(repeats, &repeats->chains[i]);
    free(repeats);
    return NULL;
}

void repeat_name(uint64_t user_id, const char *key, char ret_key[160])
{
    unsigned char hash[32];
    char text[65];

    assert(key && ret_key);

    crypto_generichash(hash, sizeof(hash), (const unsigned char *)key,
                       strlen(key), NULL, 0);
    sodium_bin2hex(text, sizeof(text), hash, sizeof(hash));
    (void)snprintf(ret_key, 160, "%" PRIu64 "/%s", user_id, text);
}

void repeat_fingerprint(const char *route, const char *path, const char *body,
                        size_t length,
                        unsigned char ret_fingerprint[FINGERPRINT_SIZE])
{
    crypto_generichash_state state;

    crypto_generichash_init(&state, NULL, 0, FINGERPRINT_SIZE);
    crypto_generichash_update(&state, (const unsigned char *)route,
                              strlen(route) + 1);
    crypto_generichash_update(&state, (const unsigned char *)path,
                              strlen(path) + 1);
    if (body)
        crypto_generichash_update(&state, (const unsigned char *)body, length);
    crypto_generichash_final(&state, ret_fingerprint, FINGERPRINT_SIZE);
}

static struct repeat **chain_of(struct repeats *repeats, const char *key)
{
    uint64_t sum = 0;

    crypto_shorthash((unsigned char *)&sum, (const unsigned char *)key,
                     strlen(key), repeats->key);
    return &repeats->chains[sum % CHAINS];
}

struct repeat *repeats_find(struct repeats *repeats, const char *key)
{
    assert(repeats && key);

    for (struct repeat *r = *chain_of(repeats, key); r; r = r->next)
        if (strcmp(r->key, key) == 0)
            return r;
    return NULL;
}

int repeats_add(struct repeats *repeats, const struct repeat *repeat)
{
    struct repeat **chain;

    assert(repeats && repeat && !repeats_find(repeats, repeat->key));

    if (repeats->count >= REPEATS_MAX)
        return -ENOSPC;
    struct repeat *added = malloc(sizeof(*added));
    if (!added)
        return -ENOMEM;

    chain = chain_of(repeats, repeat->key);
    *added = *repeat;
    added->next = *chain;
    *chain = added;
    repeats->count++;
    return 0;
}

void repeats_remove(struct repeats *repeats, const char *key)
{
    assert(repeats && key);

    struct repeat **place = chain_of(repeats, key);
    while (*place && strcmp((*place)->key, key) != 0)
        place = &(*place)->next;
    if (*place)
        drop(repeats, place);
}

/* The first of a chain that is old enough. */
static struct repeat **find_expired(struct repeat **place, int64_t before_us)
{
    while (*place && (*place)->wall_us >= before_us)
        place = &(*place)->next;
    return place;
}

bool repeats_expire(struct repeats *repeats, int64_t before_wall_us,
                    char ret_key[160])
{
    assert(repeats && ret_key);

    for (int i = 0; i < CHAINS_AT_ONCE; i++) {
        struct repeat **place =
            find_expired(&repeats->chains[repeats->next_chain], before_wall_us);

        if (*place) {
            memcpy(ret_key, (*place)->key, sizeof((*place)->key));
            drop(repeats, place);
            return true;
        }
        repeats->next_chain = (repeats->next_chain + 1) % CHAINS;
    }
    return false;
}

void repeat_print(const struct repeat *repeat,
                  char ret_value[REPEAT_VALUE_SIZE])
{
    char text[2 * FINGERPRINT_SIZE + 1];

    assert(repeat && ret_value);

    sodium_bin2hex(text, sizeof(text), repeat->fingerprint, FINGERPRINT_SIZE);
    (void)snprintf(ret_value, REPEAT_VALUE_SIZE, "1 %s %" PRId64, text,
                   repeat->wall_us);
}

int repeat_parse(const char *key, const char *value, size_t length,
                 struct repeat *ret_repeat)
{
    struct repeat repeat = { .is_done = true };
    char text[REPEAT_VALUE_SIZE] = "";
    char fingerprint[2 * FINGERPRINT_SIZE + 1] = "";
    size_t hash_length = 0;

    assert(key && value && ret_repeat);

    if (length >= sizeof(text) || strlen(key) >= sizeof(repeat.key))
        return -EBADMSG;
    memcpy(text, value, length);
    memcpy(repeat.key, key, strlen(key));
    if (sscanf(text, "1 %32s %" SCNd64 " %" SCNu64 " %" SCNu64, fingerprint,
               &repeat.wall_us, &repeat.id, &repeat.seq) != 4 ||
        sodium_hex2bin(repeat.fingerprint, FINGERPRINT_SIZE, fingerprint,
                       strlen(fingerprint), NULL, &hash_length, NULL) != 0 ||
        hash_length != FINGERPRINT_SIZE)
        return -EBADMSG;

    *ret_repeat = repeat;
    return 0;
}
