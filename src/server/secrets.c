/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads HA1 from its hexadecimal digits. */

#include "server/secrets.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "server/lookups.h"
#include "server/server.h"
#include "server/visits.h"

static bool read_hex(const char *digits, uint8_t *ret_byte)
{
    static const char alphabet[] = "0123456789abcdef";
    const char *high = memchr(alphabet, digits[0], 16);
    const char *low = memchr(alphabet, digits[1], 16);

    if (!high || !low)
        return false;

    *ret_byte = (uint8_t)((high - alphabet) << 4 | (low - alphabet));
    return true;
}

/* The id in a key like "trunk/7"; 0: it is none of those. */
static uint64_t id_of(const char *key, const char *prefix)
{
    size_t length = strlen(prefix);
    char *end;

    if (strncmp(key, prefix, length) != 0)
        return 0;

    uint64_t id = strtoull(key + length, &end, 10);

    return *end ? 0 : id;
}

static void use_of_device(struct calls *calls, uint64_t id, const char *digits,
                          size_t length)
{
    uint8_t ha1[CALLS_HA1_SIZE];

    if (length != 2 * sizeof(ha1))
        return;
    for (size_t i = 0; i < sizeof(ha1); i++)
        if (!read_hex(digits + 2 * i, &ha1[i]))
            return;

    calls_set_secret(calls, id, ha1);
}

void secrets_use(struct server *server, const char *key, const void *value,
                 size_t length)
{
    uint64_t id;

    assert(server && key && value);

    /* What we show to others is kept as it is. */
    if ((id = id_of(key, "trunk/")) != 0)
        calls_set_trunk_secret(server->calls, id, value, length);
    else if ((id = id_of(key, "lookup/")) != 0)
        lookups_set_secret(server->lookups, id, value, length);
    else if ((id = id_of(key, "box/")) != 0)
        visits_set_pin(server->visits, id, value, length);
    else if ((id = id_of(key, "device/")) != 0)
        use_of_device(server->calls, id, value, length);
}

void secrets_forget(struct server *server, const char *key)
{
    assert(server && key);
    uint64_t id = id_of(key, "lookup/");

    if (id != 0)
        lookups_forget_secret(server->lookups, id);
    id = id_of(key, "box/");
    if (id != 0)
        visits_forget_pin(server->visits, id);
}
