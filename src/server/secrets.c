/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads HA1 from its hexadecimal digits. */

#include "server/secrets.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

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

/* What we show to a provider is kept as it is. */
static bool use_of_trunk(struct calls *calls, const char *key,
                         const char *value, size_t length)
{
    static const char prefix[] = "trunk/";
    char *end;

    if (strncmp(key, prefix, sizeof(prefix) - 1) != 0)
        return false;

    uint64_t id = strtoull(key + sizeof(prefix) - 1, &end, 10);
    if (id != 0 && !*end)
        calls_set_trunk_secret(calls, id, value, length);
    return true;
}

void secrets_use(struct calls *calls, const char *key, const void *value,
                 size_t length)
{
    static const char prefix[] = "device/";
    uint8_t ha1[CALLS_HA1_SIZE];
    const char *digits = value;
    char *end;

    assert(calls && key && value);
    if (use_of_trunk(calls, key, value, length))
        return;
    if (strncmp(key, prefix, sizeof(prefix) - 1) != 0 ||
        length != 2 * sizeof(ha1))
        return;

    uint64_t id = strtoull(key + sizeof(prefix) - 1, &end, 10);
    if (id == 0 || *end)
        return;

    for (size_t i = 0; i < sizeof(ha1); i++)
        if (!read_hex(digits + 2 * i, &ha1[i]))
            return;

    calls_set_secret(calls, id, ha1);
}
