/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field with an id, and beside it one with the name. */

#include "web/known.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>

#include "web/duties.h"
#include "web/team.h"

static const struct pair {
    const char *id;
    const char *name;
    enum document_kind kind;
    const char *label; /* what it is called besides; NULL: nothing */
} pairs[] = {
    { "queue_id", "queue", DOCUMENT_QUEUE, NULL },
    { "agent_id", "agent", DOCUMENT_AGENT, NULL },
    { "box_id", "box", DOCUMENT_BOX, NULL },
    { "user_id", "user", DOCUMENT_USER, NULL },
    { "consulted_id", "consulted", DOCUMENT_AGENT, "consulted_label" },
    { "asked_by_id", "asked_by", DOCUMENT_AGENT, NULL },
};

enum { PAIRS = sizeof(pairs) / sizeof(pairs[0]) };

static bool is_own(const struct asker *asker, const struct state *floor,
                   enum document_kind kind, uint64_t id)
{
    if (asker->agent_id == 0)
        return false;
    return (kind == DOCUMENT_AGENT && id == asker->agent_id) ||
           (kind == DOCUMENT_QUEUE && duty_find(floor, asker->agent_id, id));
}

bool known_may(const struct asker *asker, const struct state *floor,
               enum document_kind kind, uint64_t id)
{
    assert(asker && floor);

    if (kind == DOCUMENT_RULE && asker_scope(asker, PERMISSION_RULE_SEE) != MAY)
        return false;
    return team_has_id(asker, floor, kind, id) ||
           is_own(asker, floor, kind, id);
}

/* The id of what a pair names and the asker may not know; 0: there is none */
static uint64_t hidden_id(const struct asker *asker, const struct state *floor,
                          const struct record *record, const struct pair *pair,
                          const void *data)
{
    const struct field *id = record_field(record, pair->id);
    const struct field *name = record_field(record, pair->name);

    if (!id || !name || name->kind != FIELD_NAME ||
        !field_get_text(name, data)[0])
        return 0;

    uint64_t of = (uint64_t)field_get_integer(id, data);
    return known_may(asker, floor, pair->kind, of) ? 0 : of;
}

bool known_hides(const struct asker *asker, const struct state *floor,
                 const struct record *record, const void *data)
{
    assert(asker && floor && record && data);

    for (size_t i = 0; asker->team_id != 0 && i < PAIRS; i++)
        if (hidden_id(asker, floor, record, &pairs[i], data))
            return true;
    return false;
}

bool known_has_names(const struct record *record)
{
    assert(record);

    for (size_t i = 0; i < PAIRS; i++)
        if (record_field(record, pairs[i].id) &&
            record_field(record, pairs[i].name))
            return true;
    return false;
}

/* A label that is empty leaves the name, which is the number then. */
static void put_number(const struct record *record, const struct pair *pair,
                       uint64_t id, void *data)
{
    char number[24];

    (void)snprintf(number, sizeof(number), "%" PRIu64, id);
    (void)field_set_text(record_field(record, pair->name), data, number);
    if (pair->label)
        (void)field_set_text(record_field(record, pair->label), data, "");
}

void known_hide(const struct asker *asker, const struct state *floor,
                const struct record *record, void *data)
{
    assert(asker && floor && record && data);

    for (size_t i = 0; asker->team_id != 0 && i < PAIRS; i++) {
        uint64_t id = hidden_id(asker, floor, record, &pairs[i], data);

        if (id != 0)
            put_number(record, &pairs[i], id, data);
    }
}
