/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of the connection: lost, tried again, there again. */

#ifndef CONSOLE_LINK_LOG_H
#define CONSOLE_LINK_LOG_H

#include <stddef.h>
#include <stdint.h>

#include "client/session.h"
#include "lang/lang.h"
#include "tui/safe_text.h"

enum { LINK_LOG_MAX = 32 }; /* the newest are kept */

enum link_event {
    LINK_CONNECTED,
    LINK_LOST,
    LINK_FAILED, /* a try to come back */
    LINK_REFUSED,
};

/* A plain struct. */
struct link_entry {
    enum link_event event;
    int64_t wall_us;
    int number; /* of FAILED: which try, from 1 */
    int reason; /* why: as struct session_link */
    int status; /* the server's, when it refused in words; else 0 */
    int server; /* which address, as session_server() */
};

/* A plain struct; all 0 is an empty one. */
struct link_log {
    struct link_entry entries[LINK_LOG_MAX]; /* a ring */
    size_t count, next;
    enum session_state before; /* as noted last */
    int next_try_before;
    int failed; /* since it was there last */
};

/** Notes how the link is now, if that is anything new. */
void link_log_note(struct link_log *log, const struct session_link *link,
                   int64_t wall_us);

/** The n-th of them; 0 is the newest. */
const struct link_entry *link_log_at(const struct link_log *log, size_t n);

/** Why it is not there, in few words. */
void link_reason_word(int reason, int status, enum language language,
                      struct safe_text *ret_text);

/** An entry in words, without its time. */
void link_entry_word(const struct link_entry *entry, enum language language,
                     struct safe_text *ret_text);

#endif
