/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two signs of too much. */

#include "sip/overload.h"

#include <assert.h>

#include "sip/leg_table.h"
#include "sip/waited.h"

void signalling_set_behind(struct signalling *signalling, bool is_behind)
{
    assert(signalling);

    signalling->is_behind = is_behind;
}

bool signal_is_overloaded(struct signalling *signalling,
                          const struct sip_msg *msg)
{
    assert(signalling && msg);

    int64_t waited_us = signal_waited_us(msg);
    int64_t max_us = signalling->settings.max_wait_us;

    if (waited_us > signalling->longest_wait_us)
        signalling->longest_wait_us = waited_us;
    return signalling->is_behind || (max_us > 0 && waited_us > max_us);
}

int64_t signalling_longest_wait_us(struct signalling *signalling)
{
    assert(signalling);

    int64_t longest_us = signalling->longest_wait_us;

    signalling->longest_wait_us = 0;
    return longest_us;
}

/* A copy of what was refused is refused, though there may be room by now: its
   caller has left, or waits for the answer that was lost (RFC 3261, 8.2.7). */
bool signal_refuse_copy(struct signalling *signalling,
                        const struct sip_msg *msg)
{
    assert(signalling && msg);

    const struct leg_recent *recent = signalling->legs->recent;

    if (!leg_recent_has(recent, leg_recent_away_key(recent, msg),
                        loop_now_us(signalling->loop)))
        return false;

    signal_refuse_busy(signalling, msg);
    return true;
}

void signal_turn_away(struct signalling *signalling, const struct sip_msg *msg)
{
    assert(signalling && msg);

    struct leg_recent *recent = signalling->legs->recent;

    leg_recent_note(recent, leg_recent_away_key(recent, msg),
                    loop_now_us(signalling->loop));
    signalling->stats.turned_away++;
    signal_refuse_busy(signalling, msg);
}
