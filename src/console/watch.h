/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which topics the open screens need, so that no other is sent. */

#ifndef CONSOLE_WATCH_H
#define CONSOLE_WATCH_H

#include "client/session.h"

/*
 * A screen holds its topics while it is open. A topic that nobody holds any
 * more is still watched for half a minute: whoever comes back finds it there.
 */
struct watches {
    unsigned holders[TOPIC_COUNT];
    int64_t until_us[TOPIC_COUNT]; /* held by nobody: then it ends; 0: it has */
};

enum { WATCH_LINGER_US = 30000000 };

/**
 * Holds a topic.
 *
 * @param session  NULL: begins with watches_renew()
 *
 * @return 0, or as session_watch(): then it is held, and not watched
 */
int watches_hold(struct watches *watches, struct session *session,
                 enum topic topic);

/** Lets a topic go, which was held. */
void watches_release(struct watches *watches, enum topic topic, int64_t now_us);

/** Ends what nobody has held for long enough. Once a second will do. */
void watches_prune(struct watches *watches, struct session *session,
                   int64_t now_us);

/** Watches in a new session all that is held. @return as watches_hold() */
int watches_renew(struct watches *watches, struct session *session);

#endif
