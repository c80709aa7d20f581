/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comparing teams. */

#include "web/team.h"

#include <assert.h>
#include <string.h>

bool team_has(const struct asker *asker, uint64_t team_id)
{
    assert(asker);

    return asker->team_id == 0 || asker->team_id == team_id;
}

static bool has_rule(const struct asker *asker, const struct state *floor,
                     const struct event_queue_rule_set *rule)
{
    const struct event_queue_set *queue = state_queue(floor, rule->queue_id);

    return team_has(asker, queue ? queue->team_id : 0);
}

bool team_has_document(const struct asker *asker, const struct state *floor,
                       enum document_kind kind, const void *document)
{
    const struct record *record = document_kind_info(kind)->record;
    const struct field *field =
        record_field(record, kind == DOCUMENT_TEAM ? "id" : "team_id");

    assert(asker && floor && document);

    if (kind == DOCUMENT_QUEUE_RULE)
        return has_rule(asker, floor, document);
    return !field ||
           team_has(asker, (uint64_t)field_get_integer(field, document));
}

bool team_has_id(const struct asker *asker, const struct state *floor,
                 enum document_kind kind, uint64_t id)
{
    const void *document = id ? state_document(floor, kind, id) : NULL;

    return !document || team_has_document(asker, floor, kind, document);
}

bool team_has_contact(const struct asker *asker, const struct state *floor,
                      uint64_t queue_id, uint64_t agent_id)
{
    const struct event_queue_set *queue = state_queue(floor, queue_id);
    const struct event_agent_set *agent = state_agent(floor, agent_id);

    assert(asker);

    return asker->team_id == 0 || (queue && team_has(asker, queue->team_id)) ||
           (agent && team_has(asker, agent->team_id));
}
