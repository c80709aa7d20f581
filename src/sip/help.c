/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The number first, which costs least; then the place; then the count. */

#include "sip/help.h"

#include <assert.h>

#include "sip/leg_inside.h"
#include "sip/registrar_table.h"

enum { HELP_PER_S = 32 };

static bool is_invite(const struct sip_msg *msg)
{
    return pl_strcmp(&msg->met, "INVITE") == 0;
}

bool help_is_called(const struct signalling *signalling,
                    const struct sip_msg *msg, uint64_t device_id)
{
    assert(signalling && msg);

    const struct signalling_handlers *handlers = &signalling->handlers;
    struct leg_text called = { NULL, 0 };
    bool is_help =
        handlers->leg.is_emergency &&
        leg_unescape(&msg->uri.user, &called) == 0 &&
        handlers->leg.is_emergency(handlers->arg, device_id, &called);

    leg_text_done(&called);
    return is_help;
}

/* A phone may dial its line's prefix before the number: which one is told by
   the place that the phone registered from. */
static bool may_be_help(const struct signalling *signalling,
                        const struct sip_msg *msg, uint64_t device_id)
{
    return is_invite(msg) && help_is_called(signalling, msg, device_id);
}

static bool count(struct signalling *signalling)
{
    int64_t second = loop_now_us(signalling->loop) / 1000000;

    if (second != signalling->help_second) {
        signalling->help_second = second;
        signalling->help_in_second = 0;
    }

    return ++signalling->help_in_second <= HELP_PER_S;
}

bool help_has_room(struct signalling *signalling, const struct sip_msg *msg)
{
    assert(signalling && msg);

    uint64_t device_id =
        registrar_device_at(signalling->registrar, &msg->src, NULL);

    return device_id && may_be_help(signalling, msg, device_id) &&
           count(signalling);
}

uint64_t help_passes_lockout(struct signalling *signalling,
                             const struct sip_msg *msg)
{
    assert(signalling && msg);

    bool is_its_place;
    uint64_t device_id =
        registrar_device_at(signalling->registrar, &msg->src, &is_its_place);

    return is_its_place && may_be_help(signalling, msg, device_id) &&
                   count(signalling)
               ? device_id
               : 0;
}

bool help_passes_drain(const struct signalling *signalling,
                       const struct sip_msg *msg)
{
    assert(signalling && msg);

    return !signalling->stopping &&
           may_be_help(
               signalling, msg,
               registrar_device_at(signalling->registrar, &msg->src, NULL));
}
