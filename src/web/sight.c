/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is one's own, topic by topic. */

#include "web/sight.h"

#include <assert.h>

#include "web/duties.h"

enum may sight_scope(const struct asker *asker, enum topic topic)
{
    assert(asker);

    enum may scope = asker_scope(asker, topic_info(topic)->permission);
    if (topic == TOPIC_ME && scope == MAY)
        return MAY_OWN;
    return scope;
}

static bool is_own_queue(const struct asker *asker, const struct state *floor,
                         uint64_t queue_id)
{
    return duty_find(floor, asker->agent_id, queue_id) != NULL;
}

static bool is_own_contact(const struct asker *asker,
                           const struct topic_contacts *contact)
{
    return contact->agent_id == asker->agent_id ||
           contact->wanted_agent_id == asker->agent_id;
}

static bool is_own(const struct asker *asker, const struct state *floor,
                   enum topic topic, const void *row)
{
    if (topic == TOPIC_ME || topic == TOPIC_USERS)
        return asker->user_id != 0 && topic_key(row) == asker->user_id;
    if (asker->agent_id == 0)
        return false;
    switch (topic) {
    case TOPIC_AGENTS:
    case TOPIC_AGENT_SETTINGS:
        return topic_key(row) == asker->agent_id;
    case TOPIC_QUEUES:
    case TOPIC_QUEUE_SETTINGS:
        return is_own_queue(asker, floor, topic_key(row));
    case TOPIC_ASSIGNMENTS:
        return ((const struct topic_assignments *)row)->agent_id ==
               asker->agent_id;
    case TOPIC_CONTACTS:
        return is_own_contact(asker, row);
    default:
        return false;
    }
}

bool sight_has(const struct asker *asker, const struct state *floor,
               enum topic topic, const void *row)
{
    assert(asker && floor && row);

    enum may scope = sight_scope(asker, topic);
    return scope == MAY ||
           (scope == MAY_OWN && is_own(asker, floor, topic, row));
}
