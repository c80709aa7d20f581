/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two signs of too much. */

#include "sip/overload.h"

#include <assert.h>

#include "sip/front.h"

void signalling_set_behind(struct signalling *signalling, bool is_behind)
{
    assert(signalling);

    signalling->is_behind = is_behind;
}

bool signal_is_overloaded(struct signalling *signalling,
                          const struct sip_msg *msg)
{
    assert(signalling && msg);

    int64_t waited_us = signal_front_waited_us(signalling->front, msg);
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
