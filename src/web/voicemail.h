/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Messages that callers left, as far as the asker may hear them. */

#ifndef WEB_VOICEMAIL_H
#define WEB_VOICEMAIL_H

#include "web/exchange.h"

/*
 * Whose a message is: of an agent's box that agent's, of a queue's box those
 * who serve the queue, of a team's box the team's agents'; and besides of
 * whoever it was given to. To all others it is not there.
 */

void voicemail_list(struct exchange *exchange);
void voicemail_read(struct exchange *exchange);
void voicemail_download(struct exchange *exchange);
void voicemail_listen(struct exchange *exchange);
void voicemail_call_back(struct exchange *exchange); /* by the asker's phone */
void voicemail_command(struct exchange *exchange);   /* mark, assign, forward */
void voicemail_delete(struct exchange *exchange);
void voicemail_transcribe(struct exchange *exchange);
void voicemail_greetings(struct exchange *exchange);

/** Whether the asker hears the messages of a box; `agent_id`: to whom one was
 *  given, or 0. */
bool voicemail_hears(const struct asker *asker, enum permission permission,
                     const struct state *floor, uint64_t box_id,
                     uint64_t agent_id);

#endif
