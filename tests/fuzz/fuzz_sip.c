/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A datagram becomes a SIP message, or is refused. */

#include <string.h>

#include "sip/libre.h"
#include "sip/sanity.h"
#include "tests/fuzz/fuzz.h"

/* What is copied into other messages can end no line there. */
static bool is_plain(const struct pl *text, size_t max)
{
    for (size_t i = 0; i < text->l; i++)
        if (text->p[i] == '\r' || text->p[i] == '\n' || text->p[i] == '\0')
            return false;

    return text->l <= max;
}

static void look_at(const struct sip_msg *msg, size_t size)
{
    CLAIM(is_plain(&msg->callid, SANITY_MAX_CALL_ID) && msg->callid.l > 0);
    CLAIM(is_plain(&msg->from.tag, SANITY_MAX_TAG) && msg->from.tag.l > 0);
    CLAIM(is_plain(&msg->to.tag, SANITY_MAX_TAG));
    CLAIM(is_plain(&msg->from.auri, SANITY_MAX_URI));
    CLAIM(is_plain(&msg->to.auri, SANITY_MAX_URI));
    CLAIM(is_plain(&msg->via.branch, SANITY_MAX_URI));
    CLAIM(msg->cseq.num <= INT32_MAX);
    CLAIM(msg->mb->pos <= msg->mb->end && msg->mb->end <= size);
    CLAIM(msg->mb->end <= SANITY_MAX_BYTES);
}

static void look_at_request(struct sip_msg *msg, size_t size)
{
    struct sanity_fault fault;

    if (sanity_check_request(msg, &fault)) {
        look_at(msg, size);
        CLAIM(is_plain(&msg->met, SANITY_MAX_VALUE));
        if (pl_isset(&msg->clen))
            CLAIM(mbuf_get_left(msg->mb) == pl_u32(&msg->clen));
        return;
    }
    CLAIM(fault.code == 0 || (fault.code >= 400 && fault.code < 600));
    CLAIM(fault.code == 0 || fault.reason);
    CLAIM(strlen(fault.headers) < sizeof(fault.headers));
    CLAIM(!fault.headers[0] ||
          strcmp(fault.headers + strlen(fault.headers) - 2, "\r\n") == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct mbuf *mb = mbuf_alloc(size + 1);
    struct sip_msg *msg = NULL;

    CLAIM(mb && mbuf_write_mem(mb, data, size) == 0);
    mb->pos = 0;
    if (sip_msg_decode(&msg, mb) == 0) {
        if (msg->req)
            look_at_request(msg, size);
        else if (sanity_check_response(msg))
            look_at(msg, size);
        mem_deref(msg);
    }
    mem_deref(mb);
    return 0;
}
