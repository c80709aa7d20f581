/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is one's own, topic by topic. */

#include "web/sight.h"

#include <assert.h>

#include "web/duties.h"
#include "web/team.h"
#include "web/voicemail_whose.h"

enum may sight_scope(const struct asker *asker, enum topic topic)
{
    assert(asker);

    enum may scope = asker_scope(asker, topic_info(topic)->permission);
    if (topic == TOPIC_ME && scope == MAY)
        return MAY_OWN;
    return scope;
}

bool sight_is_partial(const struct asker *asker, enum topic topic)
{
    return asker->team_id != 0 || sight_scope(asker, topic) != MAY;
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

/* Those of the own queues that are nobody else's. */
static bool is_own_callback(const struct asker *asker,
                            const struct state *floor,
                            const struct topic_callbacks *callback)
{
    return callback->agent_id ? callback->agent_id == asker->agent_id
                              : is_own_queue(asker, floor, callback->queue_id);
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
    case TOPIC_CALLBACKS:
        return is_own_callback(asker, floor, row);
    default:
        return false;
    }
}

/* Flows and the server are everybody's, what is not listed no team's. */
static bool is_of_team(const struct asker *asker, const struct state *floor,
                       enum topic topic, const void *row)
{
    int document = topic_info(topic)->document;

    if (asker->team_id == 0 || topic == TOPIC_ME)
        return true;
    if (document >= 0)
        return team_has_document(asker, floor, (enum document_kind)document,
                                 row);
    if (topic == TOPIC_CONTACTS) {
        const struct topic_contacts *contact = row;
        return team_has(asker, contact->team_id) ||
               team_has(asker, contact->agent_team_id);
    }
    if (topic == TOPIC_CALLBACKS) {
        const struct topic_callbacks *callback = row;
        return team_has(asker, callback->team_id) ||
               team_has(asker, callback->agent_team_id);
    }
    if (topic == TOPIC_TARGETS &&
        ((const struct topic_targets *)row)->to == TO_FLOW)
        return true;
    const struct field *field = record_field(topic_record(topic), "team_id");
    return !field || team_has(asker, (uint64_t)field_get_integer(field, row));
}

bool sight_has(const struct asker *asker, const struct state *floor,
               enum topic topic, const void *row)
{
    assert(asker && floor && row);

    enum may scope = sight_scope(asker, topic);
    if (topic == TOPIC_MAILBOXES)
        return voicemail_hears(asker, PERMISSION_VOICEMAIL_SEE, floor,
                               topic_key(row), 0);
    if (scope == MAY_OWN)
        return is_own(asker, floor, topic, row);
    return scope == MAY && is_of_team(asker, floor, topic, row);
}
