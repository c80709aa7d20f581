/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What we call ourselves towards whom, and how we refuse. */

#include "sip/stack.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "sip/loop.h"
#include "sip/reply.h"
#include "sip/source.h"

enum sip_transp signal_to_transp(enum signal_transport transport)
{
    switch (transport) {
    case SIGNAL_UDP:
        return SIP_TRANSP_UDP;
    case SIGNAL_TCP:
        return SIP_TRANSP_TCP;
    case SIGNAL_TLS:
        return SIP_TRANSP_TLS;
    }

    return SIP_TRANSP_NONE;
}

enum signal_transport signal_from_transp(enum sip_transp tp)
{
    return tp == SIP_TRANSP_TLS   ? SIGNAL_TLS
           : tp == SIP_TRANSP_TCP ? SIGNAL_TCP
                                  : SIGNAL_UDP;
}

bool signal_peer_is_local(const struct signalling *signalling,
                          const struct sa *peer)
{
    assert(signalling && peer);

    if (!sa_isset(&signalling->public_address, SA_ADDR) ||
        signal_address_scope(peer) == SIGNAL_LOOPBACK)
        return true;

    for (size_t i = 0; i < signalling->settings.local_network_count; i++)
        if (signal_address_in_network(
                peer, &signalling->networks[i],
                signalling->settings.local_networks[i].prefix_bits))
            return true;

    return false;
}

const struct sa *signal_find_listening(const struct signalling *signalling,
                                       enum sip_transp tp, int family)
{
    for (size_t i = 0; i < signalling->settings.listener_count; i++)
        if (signal_to_transp(signalling->settings.listeners[i].transport) ==
                tp &&
            sa_af(&signalling->listening[i]) == family)
            return &signalling->listening[i];

    return NULL;
}

int signal_shown_address(const struct signalling *signalling,
                         enum sip_transp tp, const struct sa *peer,
                         struct sa *ret_address)
{
    assert(signalling && peer && ret_address);

    const struct sa *listening =
        signal_find_listening(signalling, tp, sa_af(peer));
    if (!listening)
        return -EAFNOSUPPORT;

    struct sa shown = *listening;
    const struct sa *public_address = &signalling->public_address;

    if (!signal_peer_is_local(signalling, peer) &&
        sa_af(public_address) == sa_af(peer)) {
        shown = *public_address;
        if (sa_port(public_address) == 0)
            sa_set_port(&shown, sa_port(listening));
    } else if (sa_is_any(listening)) {
        int rc = signal_source_find(signalling->sources, peer,
                                    loop_now_us(signalling->loop), &shown);
        if (rc < 0)
            return rc;
        sa_set_port(&shown, sa_port(listening));
    }

    *ret_address = shown;
    return 0;
}

void signal_hop_uri(const struct sa *address, enum signal_transport transport,
                    char ret[SIGNAL_HOP_SIZE])
{
    static const char *const names[] = {
        [SIGNAL_UDP] = "udp",
        [SIGNAL_TCP] = "tcp",
        [SIGNAL_TLS] = "tls",
    };

    re_snprintf(ret, SIGNAL_HOP_SIZE, "sip:%J;transport=%s", address,
                names[transport]);
}

void signal_refuse(struct signalling *signalling, const struct sip_msg *msg,
                   int code, const char *reason, const char *headers)
{
    assert(signalling && msg && headers);

    const struct signal_reply reply = {
        .code = code,
        .reason = reason,
        .headers = headers,
    };

    if (code != 0)
        (void)signal_reply_once(signalling, msg, &reply);
}

void signal_refuse_busy(struct signalling *signalling,
                        const struct sip_msg *msg)
{
    char retry[40];

    signalling->stats.refused_busy++;
    snprintf(retry, sizeof(retry), "Retry-After: %u\r\n",
             signalling->settings.retry_after_s);
    signal_refuse(signalling, msg, 503, NULL, retry);
}

const char *signal_phrase(int code)
{
    static const struct {
        int code;
        const char *phrase;
    } phrases[] = {
        { 100, "Trying" },
        { 180, "Ringing" },
        { 181, "Call Is Being Forwarded" },
        { 182, "Queued" },
        { 183, "Session Progress" },
        { 200, "OK" },
        { 202, "Accepted" },
        { 400, "Bad Request" },
        { 401, "Unauthorized" },
        { 403, "Forbidden" },
        { 404, "Not Found" },
        { 405, "Method Not Allowed" },
        { 408, "Request Timeout" },
        { 422, "Session Interval Too Small" },
        { 423, "Interval Too Brief" },
        { 480, "Temporarily Unavailable" },
        { 481, "Call/Transaction Does Not Exist" },
        { 482, "Loop Detected" },
        { 486, "Busy Here" },
        { 487, "Request Terminated" },
        { 488, "Not Acceptable Here" },
        { 489, "Bad Event" },
        { 491, "Request Pending" },
        { 500, "Server Internal Error" },
        { 503, "Service Unavailable" },
        { 505, "Version Not Supported" },
        { 600, "Busy Everywhere" },
        { 603, "Decline" },
    };

    for (size_t i = 0; i < sizeof(phrases) / sizeof(phrases[0]); i++)
        if (phrases[i].code == code)
            return phrases[i].phrase;

    return code < 200 ? "Progress" : code < 300 ? "OK" : "Failure";
}
