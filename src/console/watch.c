/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts holders. */

#include "console/watch.h"

#include <assert.h>

int watches_hold(struct watches *watches, struct session *session,
                 enum topic topic)
{
    assert(watches && topic < TOPIC_COUNT);
    bool is_watched =
        watches->holders[topic] > 0 || watches->until_us[topic] != 0;

    watches->holders[topic]++;
    watches->until_us[topic] = 0;
    return is_watched || !session ? 0 : session_watch(session, topic, NULL);
}

void watches_release(struct watches *watches, enum topic topic, int64_t now_us)
{
    assert(watches && topic < TOPIC_COUNT && watches->holders[topic] > 0);

    if (--watches->holders[topic] == 0)
        watches->until_us[topic] = now_us + WATCH_LINGER_US;
}

void watches_prune(struct watches *watches, struct session *session,
                   int64_t now_us)
{
    for (int topic = 0; topic < TOPIC_COUNT; topic++)
        if (watches->until_us[topic] != 0 &&
            watches->until_us[topic] <= now_us) {
            watches->until_us[topic] = 0;
            session_unwatch(session, (enum topic)topic);
        }
}

int watches_renew(struct watches *watches, struct session *session)
{
    int first = 0;

    for (int topic = 0; topic < TOPIC_COUNT; topic++) {
        watches->until_us[topic] = 0;
        if (watches->holders[topic] == 0)
            continue;

        int rc = session_watch(session, (enum topic)topic, NULL);
        if (first == 0)
            first = rc;
    }
    return first;
}
