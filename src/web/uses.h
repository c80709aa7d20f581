/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A removal that is refused names what uses the document. */

#ifndef WEB_USES_H
#define WEB_USES_H

#include "web/exchange.h"

/**
 * Answers that the document of the path is in use, with what its asker may see
 * of those who use it: at most USES_MAX. None is told when it is calls alone,
 * which are nobody's to name.
 */
void uses_answer(struct exchange *exchange, const struct web_reply *reply);

/** Whether the exchange is a removal of a document. */
bool uses_concern(const struct exchange *exchange);

enum { USES_MAX = 20 };

#endif
