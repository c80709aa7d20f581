/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table, whose places are wiped. */

#include "core/vault.h"

#include <string.h>

struct place {
    struct slot slot;
    struct digits digits;
};

void vault_init(struct vault *vault)
{
    table_init(&vault->places, sizeof(struct place));
}

/* So that it is not left out as a store nobody reads. */
static void wipe(struct digits *digits)
{
    volatile char *text = digits->text;

    for (size_t i = 0; i < sizeof(digits->text); i++)
        text[i] = '\0';
}

void vault_done(struct vault *vault)
{
    for (struct place *place = table_first(&vault->places); place;
         place = table_next(place))
        wipe(&place->digits);
    table_done(&vault->places);
}

int vault_reserve(struct vault *vault)
{
    return table_reserve(&vault->places, VAULT_MAX_PER_DECISION);
}

void vault_put(struct vault *vault, uint64_t contact_id, int64_t number,
               const struct digits *digits)
{
    struct place *place =
        table_find(&vault->places, contact_id, (uint64_t)number);

    if (!place)
        place = table_add(&vault->places, contact_id, (uint64_t)number);
    place->digits = *digits;
}

struct digits vault_get(const struct vault *vault, uint64_t contact_id,
                        int64_t number)
{
    const struct place *place =
        table_find(&vault->places, contact_id, (uint64_t)number);

    return place ? place->digits : (struct digits){ "" };
}

void vault_forget(struct vault *vault, uint64_t contact_id)
{
    struct place *place;

    for (place = table_find_from(&vault->places, contact_id, 0);
         place && place->slot.key[0] == contact_id;
         place = table_find_from(&vault->places, contact_id, 0)) {
        wipe(&place->digits);
        table_remove(&vault->places, place);
    }
}
