/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who uses a document: told when its removal is refused for it, and of a queue
   when it is asked. */

#ifndef WEB_USES_H
#define WEB_USES_H

#include "core/prompt_use.h"
#include "web/exchange.h"

/**
 * Answers that the document of the path is in use, with what its asker may see
 * of those who use it: at most USES_MAX, and how many more there are. None is told when it is calls alone,
 * which are nobody's to name.
 */
void uses_answer(struct exchange *exchange, const struct web_reply *reply);

/** Answers that the document of the path is in use, by drafts of flows alone.
 *  @param uses  of flows, in their order, each as often as it likes */
void uses_answer_drafts(struct exchange *exchange,
                        const struct prompt_use *uses, size_t count);

/** Whether the exchange is a removal of a document. */
bool uses_concern(const struct exchange *exchange);

/** Answers with what leads to the queue of the path or asks about it, as far as
 *  its asker may see it: documents, and flows and rules by what the main thread
 *  has read of them, which is asked for DOCUMENT_USES of them at a time. Its own
 *  ways out lead from it. */
void uses_of_queue(struct exchange *exchange);

enum { USES_MAX = 20 };

#endif
