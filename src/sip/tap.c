/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From libre's trace to ours. */

#include "sip/tap.h"

#include <assert.h>

#include "sip/half.h"

static void show(struct signalling *signalling, bool is_sent,
                 enum sip_transp tp, const struct sa *ours,
                 const struct sa *theirs, const uint8_t *bytes, size_t length)
{
    const struct signal_message message = {
        .is_sent = is_sent,
        .transport = signal_from_transp(tp),
        .ours = &ours->u.sa,
        .theirs = &theirs->u.sa,
        .bytes = (const char *)bytes,
        .length = length,
    };

    if (length > 0 && !signalling->closing)
        signalling->handlers.message(signalling->handlers.arg, &message);
}

static void trace(bool is_sent, enum sip_transp tp, const struct sa *from,
                  const struct sa *to, const uint8_t *bytes, size_t length,
                  void *arg)
{
    struct signalling *signalling = arg;
    const struct signal_whole whole = { from, to, bytes, length };

    if (!is_sent && tp != SIP_TRANSP_UDP && signalling->halves)
        signal_half_whole(signalling->halves, &whole);
    if (!signalling->handlers.message)
        return;
    if (is_sent)
        show(arg, true, tp, from, to, bytes, length);
    else if (tp != SIP_TRANSP_UDP)
        show(arg, false, tp, to, from, bytes, length);
}

void signal_tap_open(struct signalling *signalling)
{
    assert(signalling);

    sip_set_trace_handler(signalling->sip, trace);
}

void signal_tap_datagram(struct signalling *signalling,
                         const struct sip_msg *msg, const uint8_t *bytes,
                         size_t length)
{
    struct sa ours;

    assert(signalling && msg && bytes);

    if (!signalling->handlers.message)
        return;

    sa_init(&ours, sa_af(&msg->src));
    (void)udp_local_get(msg->sock, &ours);
    show(signalling, false, SIP_TRANSP_UDP, &ours, &msg->src, bytes, length);
}
