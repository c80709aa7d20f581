/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the two lines of a crowd tell, and to which robot it goes. */

#include "robot/crowd_inside.h"
#include "robot/outside.h"

/* Handlers of the line. */

static void line_incoming(void *arg, struct leg *leg,
                          const struct leg_invite *invite)
{
    outside_rung(arg, leg, invite);
}

static void line_ended(void *arg, struct leg *leg, const struct leg_end *end)
{
    struct handset *handset = handset_find(arg, leg_id(leg));

    if (!handset)
        return;
    if (handset->is_caller)
        caller_ended((struct caller *)handset, end);
    else
        outside_ended(handset);
}

/* Handlers of the desks. */

static void desks_incoming(void *arg, struct leg *leg,
                           const struct leg_invite *invite)
{
    struct crowd *crowd = arg;

    desk_rung(&crowd->desks, leg, invite);
}

/* Handlers of both. */

static void ignore_ringing(void *arg, struct leg *leg, int code,
                           const struct media_description *early)
{
    struct handset *handset = handset_find(arg, leg_id(leg));

    (void)code;
    if (handset && early)
        handset_connect(handset, early);
}

static void ignore_confirmed(void *arg, struct leg *leg,
                             const struct media_description *remote)
{
    struct handset *handset = handset_find(arg, leg_id(leg));

    if (handset && remote)
        handset_connect(handset, remote);
}

static void media_changed(void *arg, struct leg *leg,
                          const struct media_description *remote)
{
    struct handset *handset = handset_find(arg, leg_id(leg));

    if (handset)
        handset_connect(handset, remote);
}

static void reoffered(void *arg, struct leg *leg, int code,
                      const struct media_description *remote)
{
    (void)arg, (void)leg, (void)code, (void)remote;
}

static void digit(void *arg, struct leg *leg, char key, uint32_t duration_ms)
{
    (void)arg, (void)leg, (void)key, (void)duration_ms;
}

static void refer(void *arg, struct leg *leg, const struct leg_refer *asked)
{
    (void)arg, (void)asked;
    (void)leg_refer_result(leg, 603);
}

static void dialog_up(void *arg, uint64_t id, const struct leg_left *left)
{
    (void)arg, (void)id, (void)left;
}

static void dialog_gone(void *arg, uint64_t id)
{
    (void)arg, (void)id;
}

struct signalling_handlers crowd_line_handlers(struct crowd *crowd)
{
    return (struct signalling_handlers){
        .leg = { .incoming = line_incoming,
                 .ringing = ignore_ringing,
                 .answered = caller_answered,
                 .confirmed = ignore_confirmed,
                 .media_changed = media_changed,
                 .reoffered = reoffered,
                 .digit = digit,
                 .refer = refer,
                 .ended = line_ended,
                 .dialog_up = dialog_up,
                 .dialog_gone = dialog_gone },
        .arg = crowd,
    };
}

struct signalling_handlers crowd_desk_handlers(struct crowd *crowd)
{
    struct signalling_handlers handlers = crowd_line_handlers(crowd);

    handlers.leg.incoming = desks_incoming;
    handlers.leg.confirmed = desk_confirmed;
    handlers.leg.ended = desk_ended;
    return handlers;
}
