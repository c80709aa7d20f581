/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Duties of agents: from the rows into bodies, no part of them lost. */

#include "console/served.h"

#include <assert.h>

#include "client/replica.h"
#include "wire/value.h"

struct served served_of(const struct replica *rows, uint64_t agent_id,
                        uint64_t queue_id)
{
    size_t count = rows ? replica_count(rows, TOPIC_ASSIGNMENTS) : 0;

    for (size_t i = 0; i < count; i++) {
        const struct topic_assignments *row =
            replica_at(rows, TOPIC_ASSIGNMENTS, i)->fields;

        if (row->agent_id == agent_id && row->queue_id == queue_id)
            return (struct served){
                .priority = row->priority,
                .delay_ms = row->delay_ms,
                .until_us = row->until_us,
                .by_team = row->by_team,
            };
    }
    return (struct served){ .priority = 0 };
}

void served_put(const struct served *served, struct json_t *body)
{
    assert(served && served->priority > 0);

    (void)value_set_integer(body, "priority", served->priority);
    (void)value_set_integer(body, "delay_ms", served->delay_ms);
    (void)value_set_integer(body, "until", served->until_us);
}
