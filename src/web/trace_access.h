/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who has read the trace of a contact is in the journal. */

#ifndef WEB_TRACE_ACCESS_H
#define WEB_TRACE_ACCESS_H

struct exchange;

/**
 * Has the journal tell that the asker gets the trace which is the exchange's
 * answer; it goes out when that is on the disk. Nothing is told of a refusal,
 * of a HEAD, and of who got the same not long ago.
 */
void trace_access_note(struct exchange *exchange);

#endif
