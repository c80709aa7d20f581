/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One request after the other; what is refused here leaves no state. */

#include "sip/door.h"

#include <sys/socket.h>

#include "sip/crowd.h"
#include "sip/front.h"
#include "sip/half.h"
#include "sip/help.h"
#include "sip/leg_inside.h"
#include "sip/registrar_table.h"
#include "sip/sanity.h"
#include "sip/stack.h"
#include "sip/subscription.h"

static bool is_method(const struct sip_msg *msg, const char *method)
{
    return pl_strcmp(&msg->met, method) == 0;
}

/* Requests inside dialogs are not counted: calls go on under a flood. */
static bool has_room(struct signalling *signalling)
{
    int64_t second = loop_now_us(signalling->loop) / 1000000;

    if (second != signalling->second) {
        signalling->second = second;
        signalling->requests_in_second = 0;
    }

    return ++signalling->requests_in_second <=
           signalling->settings.max_requests_per_s;
}

static void refuse_method(struct signalling *signalling,
                          const struct sip_msg *msg)
{
    bool event = is_method(msg, "NOTIFY");

    signalling->stats.refused_method++;
    signal_refuse(signalling, msg, event ? 489 : 405, NULL, SIGNAL_ALLOW);
}

static void outside_dialog(struct signalling *signalling,
                           const struct sip_msg *msg)
{
    if (is_method(msg, "ACK"))
        return; /* of a refusal that we do not remember */

    if (is_method(msg, "CANCEL") || is_method(msg, "BYE") ||
        is_method(msg, "UPDATE") || is_method(msg, "PRACK")) {
        signalling->stats.unknown_dialog++;
        signal_refuse(signalling, msg, 481, NULL, "");
    } else if (!has_room(signalling) && !help_has_room(signalling, msg)) {
        signalling->stats.turned_away += is_method(msg, "INVITE");
        signal_refuse_busy(signalling, msg);
    } else if (is_method(msg, "REGISTER")) {
        registrar_request(signalling, msg);
    } else if (is_method(msg, "SUBSCRIBE") && !signalling->draining) {
        subscription_request(signalling, msg);
    } else if (is_method(msg, "INVITE") &&
               (!signalling->draining || help_passes_drain(signalling, msg))) {
        leg_incoming(signalling, msg);
    } else if (signalling->draining) {
        signal_refuse_busy(signalling, msg);
    } else if (is_method(msg, "OPTIONS")) {
        signal_refuse(signalling, msg, 200, NULL,
                      SIGNAL_ALLOW SIGNAL_SUPPORTED
                      "Accept: application/sdp\r\n");
    } else {
        refuse_method(signalling, msg);
    }
}

/* Nothing that follows could be told from what belonged to the last one
   (RFC 3261, 18.3). What was sent still goes; libre reads the end. */
static void hang_up(const struct sip_msg *msg)
{
    struct tcp_conn *connection = sip_msg_tcpconn(msg);

    if (connection)
        shutdown(tcp_conn_fd(connection), SHUT_RDWR);
}

bool signal_door_request(const struct sip_msg *msg, void *arg)
{
    struct signalling *signalling = arg;
    struct sanity_fault fault;

    signalling->stats.requests++;
    signal_front_meet(signalling->front, msg);
    signal_half_watch(signalling->halves, msg);
    if (!sanity_check_request((struct sip_msg *)msg, &fault)) {
        signalling->stats.refused_sanity++;
        signal_refuse(signalling, msg, fault.code, fault.reason, fault.headers);
        if (fault.is_endless && msg->tp != SIP_TRANSP_UDP)
            hang_up(msg);
        return true;
    }

    signal_crowd_heard(signalling->crowd, msg);

    bool is_inside = pl_isset(&msg->to.tag);

    if (is_inside && is_method(msg, "SUBSCRIBE") &&
        subscription_refresh(signalling, msg))
        return true;
    if (is_inside)
        leg_request(signalling, msg);
    else
        outside_dialog(signalling, msg);

    return true;
}

bool signal_door_response(const struct sip_msg *msg, void *arg)
{
    struct signalling *signalling = arg;

    if (!sanity_check_response(msg))
        signalling->stats.bad_responses++;
    else if (!signal_sent_answered(signalling, msg))
        leg_stray_response(signalling, msg);

    return true;
}
