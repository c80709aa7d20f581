/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Erasing who a caller was. */

#ifndef WEB_ERASURES_H
#define WEB_ERASURES_H

#include "web/exchange.h"

/**
 * Finds what is to be erased, and asks the main thread for it. A repeated
 * request is done again, whatever its key: it erases what is left.
 */
void erasures_make(struct exchange *exchange);

#endif
