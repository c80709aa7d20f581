/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Slots with generations, so that a late word never meets the next party. */

#include "calls/party.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>

enum { SLOT_BITS = 16 };

static struct party **bucket(struct party_table *table, uint64_t serial)
{
    size_t buckets = sizeof(table->by_serial) / sizeof(table->by_serial[0]);

    return &table->by_serial[serial % buckets];
}

int party_table_init(struct party_table *table, size_t max)
{
    assert(table && max > 0 && max < ((size_t)1 << SLOT_BITS));

    *table = (struct party_table){ .room = max, .max = max };
    table->slots = calloc(max, sizeof(struct party *));
    table->generations = calloc(max, sizeof(uint32_t));
    if (table->slots && table->generations)
        return 0;

    party_table_done(table);
    return -ENOMEM;
}

void party_table_done(struct party_table *table)
{
    for (size_t i = 0; table->slots && i < table->room; i++)
        if (table->slots[i]) {
            sound_unref(table->slots[i]->listener.sound);
            free(table->slots[i]);
        }

    free(table->slots);
    free(table->generations);
    *table = (struct party_table){ 0 };
}

/* In turn, so that parties of one time have ids next to each other: what is
   stored of them by id lies on few pages. */
static size_t free_slot(const struct party_table *table)
{
    for (size_t i = 0; i < table->room; i++) {
        size_t slot = (table->next + i) % table->room;

        if (!table->slots[slot])
            return slot;
    }

    return table->room;
}

static void remember_serial(struct party_table *table, struct party *party)
{
    party->next_by_serial = *bucket(table, party->serial);
    *bucket(table, party->serial) = party;
}

struct party *party_add(struct party_table *table, enum party_kind kind,
                        uint64_t serial)
{
    size_t slot = free_slot(table);
    if (slot == table->room)
        return NULL;

    struct party *party = calloc(1, sizeof(*party));
    if (!party)
        return NULL;

    uint64_t generation = ++table->generations[slot];

    party->id = generation << SLOT_BITS | (slot + 1);
    party->kind = kind;
    party->serial = serial;
    party->slot = slot;
    table->slots[slot] = party;
    table->next = slot + 1;
    table->count++;
    if (kind == PARTY_CALLER)
        return party;

    remember_serial(table, party);
    return party;
}

static void forget_serial(struct party_table *table, struct party *party)
{
    for (struct party **link = bucket(table, party->serial); *link;
         link = &(*link)->next_by_serial)
        if (*link == party) {
            *link = party->next_by_serial;
            break;
        }
}

void party_become_caller(struct party_table *table, struct party *party)
{
    assert(table->slots[party->slot] == party);

    forget_serial(table, party);
    party->next_by_serial = NULL;
    party->serial = 0;
    party->kind = PARTY_CALLER;
}

void party_become_agent(struct party_table *table, struct party *party,
                        uint64_t serial)
{
    assert(table->slots[party->slot] == party && party->kind == PARTY_CALLER);

    party->kind = PARTY_AGENT;
    party->serial = serial;
    remember_serial(table, party);
}

void party_rename(struct party_table *table, struct party *party,
                  uint64_t serial)
{
    assert(table->slots[party->slot] == party && party->kind != PARTY_CALLER);

    forget_serial(table, party);
    party->serial = serial;
    remember_serial(table, party);
}

void party_remove(struct party_table *table, struct party *party)
{
    assert(table->slots[party->slot] == party);

    forget_serial(table, party);
    table->slots[party->slot] = NULL;
    table->count--;
    sound_unref(party->listener.sound);
    free(party);
}

struct party *party_find(const struct party_table *table, uint64_t id)
{
    size_t slot = (size_t)(id & (((uint64_t)1 << SLOT_BITS) - 1));
    if (slot == 0 || slot > table->room)
        return NULL;

    struct party *party = table->slots[slot - 1];
    return party && party->id == id ? party : NULL;
}

struct party *party_by_serial(const struct party_table *table, uint64_t serial)
{
    size_t buckets = sizeof(table->by_serial) / sizeof(table->by_serial[0]);
    struct party *party = table->by_serial[serial % buckets];

    while (party && party->serial != serial)
        party = party->next_by_serial;

    return party;
}

struct party *party_of_line(const struct party_table *table, uint64_t line)
{
    for (size_t i = 0; line && i < table->room; i++)
        if (table->slots[i] && table->slots[i]->line == line)
            return table->slots[i];

    return NULL;
}

struct party *party_at(const struct party_table *table, size_t index)
{
    assert(index < table->room);

    return table->slots[index];
}
