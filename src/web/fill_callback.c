/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of callbacks. */

#include <assert.h>
#include <stdio.h>

#include "core/phone_zone.h"
#include "web/fill.h"

/* Who calls, once somebody is reserved. */
static uint64_t agent_of(const struct state *floor,
                         const struct callback_row *row)
{
    const struct contact_row *contact =
        row->is_live ? state_contact(floor, row->contact_id) : NULL;

    return contact && contact->agent_id ? contact->agent_id : row->agent_id;
}

static void fill_names(const struct state *floor,
                       struct topic_callbacks *callback)
{
    const struct event_queue_set *queue =
        state_queue(floor, callback->queue_id);
    const struct event_agent_set *agent =
        state_agent(floor, callback->agent_id);

    if (queue) {
        callback->queue = queue->name;
        callback->team_id = queue->team_id;
        callback->max_tries = queue->callback_tries;
        callback->window = queue->callback_window;
    }
    if (agent) {
        callback->agent = agent->name;
        callback->agent_team_id = agent->team_id;
    }
}

bool fill_callback(const struct state *floor, uint64_t callback_id,
                   struct topic_callbacks *ret_callback)
{
    const struct callback_row *row = state_callback(floor, callback_id);

    assert(ret_callback);

    if (!row)
        return false;
    *ret_callback = (struct topic_callbacks){ .callback_id = callback_id };
    fill_alike(row_record(ROW_CALLBACK), row, topic_record(TOPIC_CALLBACKS),
               ret_callback);
    ret_callback->agent_id = agent_of(floor, row);
    (void)snprintf(ret_callback->zone.text, sizeof(ret_callback->zone.text),
                   "%s", phone_zone(row->number.text));
    ret_callback->asked_wall_us = state_wall_us(floor, row->asked_us);
    fill_names(floor, ret_callback);
    return true;
}
