/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Addresses of machines in the house, written into settings. */

#ifndef WEB_INSIDE_URL_H
#define WEB_INSIDE_URL_H

#include "web/exchange.h"

/*
 * Where a message is told (a box's webhook) or a caller asked about (a lookup)
 * is somebody else's machine. Whose address is private is refused when it is
 * asked, whatever its name stands for then (jobs/fetcher.h); one that is written
 * as a number is so at once, and whoever writes it is told. One that was there
 * before may stay.
 */

/** Whether a document names no such address, or may; else the answer says so.
 *  @param data  what it is to be, with what is there now under `id`, or 0 */
bool inside_url_check(struct exchange *exchange, enum document_kind kind,
                      uint64_t id, const void *data);

#endif
