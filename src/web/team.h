/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What belongs to somebody's team. */

#ifndef WEB_TEAM_H
#define WEB_TEAM_H

#include <stdbool.h>
#include <stdint.h>

#include "web/asker.h"

/*
 * A person of a team sees and commands what is the team's, and nothing else; a
 * person of none, everything. Users, agents, queues and boxes say whose they
 * are; a rule of a queue is the queue's; a contact is the team's that its queue,
 * or its agent, is of. What belongs to no team is for those without one.
 */

/** Whether what is of a team is somebody's to see. */
bool team_has(const struct asker *asker, uint64_t team_id);

/** The same of a document; kinds that have no team are everybody's. */
bool team_has_document(const struct asker *asker, const struct state *floor,
                       enum document_kind kind, const void *document);

/** The same by id; 0, or what does not exist, hides nothing. */
bool team_has_id(const struct asker *asker, const struct state *floor,
                 enum document_kind kind, uint64_t id);

/** The same of a contact, by its queue and its agent; each may be 0. */
bool team_has_contact(const struct asker *asker, const struct state *floor,
                      uint64_t queue_id, uint64_t agent_id);

#endif
