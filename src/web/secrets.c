/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An array in the order of the users' ids. */

#include "web/secrets.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

struct secret {
    uint64_t user_id;
    char hash[PASSWORD_HASH_SIZE];
};

struct secrets {
    struct secret *rows;
    size_t count;
    size_t room;
};

int secrets_new(struct secrets **ret_secrets)
{
    assert(ret_secrets);

    struct secrets *secrets = calloc(1, sizeof(*secrets));
    if (!secrets)
        return -ENOMEM;

    *ret_secrets = secrets;
    return 0;
}

struct secrets *secrets_free(struct secrets *secrets)
{
    if (secrets && secrets->rows)
        password_wipe(secrets->rows, secrets->count * sizeof(*secrets->rows));
    if (secrets)
        free(secrets->rows);
    free(secrets);
    return NULL;
}

static size_t place_of(const struct secrets *secrets, uint64_t user_id)
{
    size_t low = 0;
    size_t high = secrets->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (secrets->rows[middle].user_id < user_id)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Not by realloc(), which leaves a copy in the memory that it frees. */
static int grow(struct secrets *secrets)
{
    size_t room = secrets->room ? 2 * secrets->room : 16;
    size_t used = secrets->count * sizeof(*secrets->rows);
    struct secret *rows = calloc(room, sizeof(*rows));

    if (!rows)
        return -ENOMEM;
    if (secrets->rows) {
        memcpy(rows, secrets->rows, used);
        password_wipe(secrets->rows, used);
        free(secrets->rows);
    }
    secrets->rows = rows;
    secrets->room = room;
    return 0;
}

int secrets_set(struct secrets *secrets, uint64_t user_id,
                const char hash[PASSWORD_HASH_SIZE])
{
    assert(secrets && hash);

    size_t place = place_of(secrets, user_id);
    if (place == secrets->count || secrets->rows[place].user_id != user_id) {
        if (secrets->count == secrets->room && grow(secrets) < 0)
            return -ENOMEM;
        memmove(secrets->rows + place + 1, secrets->rows + place,
                (secrets->count - place) * sizeof(*secrets->rows));
        secrets->count++;
        secrets->rows[place].user_id = user_id;
    }
    memcpy(secrets->rows[place].hash, hash, PASSWORD_HASH_SIZE);
    return 0;
}

const char *secrets_get(const struct secrets *secrets, uint64_t user_id)
{
    assert(secrets);

    size_t place = place_of(secrets, user_id);
    if (place == secrets->count || secrets->rows[place].user_id != user_id)
        return NULL;
    return secrets->rows[place].hash;
}

void secrets_remove(struct secrets *secrets, uint64_t user_id)
{
    assert(secrets);

    size_t place = place_of(secrets, user_id);
    if (place == secrets->count || secrets->rows[place].user_id != user_id)
        return;
    secrets->count--;
    memmove(secrets->rows + place, secrets->rows + place + 1,
            (secrets->count - place) * sizeof(*secrets->rows));
    password_wipe(&secrets->rows[secrets->count], sizeof(*secrets->rows));
}
