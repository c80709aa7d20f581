/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose the messages of a box are. */

#ifndef WEB_VOICEMAIL_WHOSE_H
#define WEB_VOICEMAIL_WHOSE_H

#include "core/state.h"
#include "web/asker.h"

struct exchange;

/*
 * Whose a message is: of an agent's box that agent's, of a queue's box those
 * who serve the queue, of a team's box the team's agents'; and besides of
 * whoever it was given to. To all others it is not there.
 */

/** Whether the asker hears the messages of a box; `agent_id`: to whom one was
 *  given, or 0. */
bool voicemail_hears(const struct asker *asker, enum permission permission,
                     const struct state *floor, uint64_t box_id,
                     uint64_t agent_id);

/** The message that the path names, if the asker may do with it what the route
 *  is for. @return NULL: answered */
const struct message_row *voicemail_find(struct exchange *exchange);

/** Names who left a message by a phone of ours, as a call within the house tells
 *  no name: its agent, or the phone itself; "": it came from outside. */
void voicemail_colleague(const struct state *floor, uint64_t message_id,
                         struct label *ret_label);

#endif
