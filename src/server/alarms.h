/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What somebody has to look after now. */

#ifndef SERVER_ALARMS_H
#define SERVER_ALARMS_H

#include "server/server.h"

/* What was found out for figures, too. Borrowed. */
struct alarm_signs {
    const struct store_status *store;
    const struct recorder_status *recorder;
    int64_t open_fds;
    uint64_t turned_away; /* calls, since the start */
};

/**
 * Tells which alarms stand; those that did not the last time, and those that no
 * longer do, are logged. Once a second.
 *
 * @param ret_note  their names, one a line; man cclited says what they mean
 *
 * @return how many there are
 */
int alarms_tell(struct server *server, const struct alarm_signs *signs,
                struct note *ret_note);

#endif
