/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One word that ends a leg in whatever state it is. */

#include "sip/leg_inside.h"

#include <assert.h>

static const char *reason_of(enum leg_why why)
{
    static const char *const reasons[LEG_WHY_COUNT] = {
        [LEG_WHY_NORMAL] = "Reason: Q.850;cause=16\r\n",
        [LEG_WHY_ANSWERED_ELSEWHERE] =
            "Reason: SIP;cause=200;text=\"Call completed elsewhere\"\r\n",
        [LEG_WHY_NO_ANSWER] = "Reason: Q.850;cause=19\r\n",
    };

    assert(why < LEG_WHY_COUNT);
    return reasons[why];
}

void leg_end_for(struct leg *leg, enum leg_cause cause, enum leg_why why)
{
    switch (leg->state) {
    case LEG_INCOMING:
        leg_refuse_incoming(leg, 480, NULL, "");
        break;
    case LEG_CALLING:
        leg_cancel(leg, reason_of(why));
        break;
    case LEG_CONFIRMED:
        leg_reply_stop(leg);
        leg_bye(leg, reason_of(why));
        break;
    case LEG_ANSWERED: /* BYE has to wait for the ACK (RFC 3261, 15) */
    case LEG_OVER:
        break;
    }

    leg_over(leg, cause, 0);
}

void leg_hang_up(struct leg *leg, enum leg_why why)
{
    assert(leg);

    leg_end_for(leg, LEG_HUNG_UP, why);
}
