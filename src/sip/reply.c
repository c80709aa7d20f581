/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines of a request that its response repeats, and ours. */

#include "sip/reply.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

enum { REPLY_SIZE = 1024 }; /* to begin with */

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static bool is_named(const struct pl *param, const char *name)
{
    size_t length = strlen(name);
    const char *p = param->p + 1;
    const char *end = param->p + param->l;

    while (p < end && is_blank(*p))
        p++;
    if ((size_t)(end - p) < length || strncasecmp(p, name, length) != 0)
        return false;
    return p + length == end || p[length] == '=' || is_blank(p[length]);
}

/* Finds a parameter with its semicolon and value. libre looks for each by a
   regular expression that it prints before. Without any parameter there is no
   text at all, and no end of it. */
static bool find_param(const struct pl *params, const char *name,
                       struct pl *ret_param)
{
    const char *semicolon = pl_strchr(params, ';');
    const char *end = semicolon ? params->p + params->l : NULL;

    while (semicolon) {
        const char *after = semicolon + 1;
        const char *next = memchr(after, ';', (size_t)(end - after));
        struct pl param = { semicolon,
                            (size_t)((next ? next : end) - semicolon) };

        if (is_named(&param, name)) {
            *ret_param = param;
            return true;
        }
        semicolon = next;
    }

    return false;
}

void signal_reply_address(const struct sip_msg *msg, struct sa *ret_address)
{
    assert(msg && ret_address);

    const struct pl *params = &msg->via.params;
    struct pl param;
    bool has_rport = find_param(params, "rport", &param);

    if (find_param(params, "maddr", &param)) {
        sip_reply_addr(ret_address, msg, has_rport);
        return;
    }

    *ret_address = msg->src;
    if (msg->tp != SIP_TRANSP_UDP || !has_rport)
        sa_set_port(ret_address,
                    sip_transp_port(msg->tp, sa_port(&msg->via.addr)));
}

static int write_number(struct mbuf *mb, size_t number)
{
    char digits[20];
    size_t first = sizeof(digits);

    do {
        digits[--first] = (char)('0' + number % 10);
        number /= 10;
    } while (number > 0);
    return mbuf_write_mem(mb, (const uint8_t *)digits + first,
                          sizeof(digits) - first);
}

static int write_via(struct mbuf *mb, const struct sip_msg *msg,
                     const struct sip_hdr *via)
{
    struct pl rport;
    bool has_rport = find_param(&msg->via.params, "rport", &rport);
    int err;

    if (has_rport) {
        err = mbuf_write_pl_skip(mb, &via->val, &rport);
        if (!err)
            err = mbuf_write_str(mb, ";rport=");
        if (!err)
            err = write_number(mb, sa_port(&msg->src));
    } else {
        err = mbuf_write_pl(mb, &via->val);
    }
    if (!err && (has_rport || !sa_cmp(&msg->src, &msg->via.addr, SA_ADDR)))
        err = mbuf_printf(mb, ";received=%j", &msg->src);

    return err;
}

static int write_to(struct mbuf *mb, const struct sip_msg *msg, int code,
                    const struct sip_hdr *to)
{
    char tag[32];
    int err = mbuf_write_pl(mb, &to->val);

    if (err || pl_isset(&msg->to.tag) || code <= 100)
        return err;

    snprintf(tag, sizeof(tag), ";tag=%016" PRIx64, msg->tag);
    return mbuf_write_str(mb, tag);
}

static bool is_repeated(const struct sip_hdr *header,
                        const struct signal_reply *reply)
{
    switch (header->id) {
    case SIP_HDR_VIA:
    case SIP_HDR_TO:
    case SIP_HDR_FROM:
    case SIP_HDR_CALL_ID:
    case SIP_HDR_CSEQ:
        return true;
    case SIP_HDR_RECORD_ROUTE:
        return reply->makes_dialog;
    default:
        return false;
    }
}

static int repeat_header(struct mbuf *mb, const struct sip_msg *msg, int code,
                         const struct sip_hdr *header, bool is_first_via)
{
    int err = mbuf_write_pl(mb, &header->name);

    if (!err)
        err = mbuf_write_str(mb, ": ");
    if (err)
        return err;

    if (is_first_via)
        err = write_via(mb, msg, header);
    else if (header->id == SIP_HDR_TO)
        err = write_to(mb, msg, code, header);
    else
        err = mbuf_write_pl(mb, &header->val);
    return err ? err : mbuf_write_str(mb, "\r\n");
}

static int repeat_headers(struct mbuf *mb, const struct sip_msg *msg,
                          const struct signal_reply *reply)
{
    bool has_via = false;
    int err = 0;

    for (struct le *le = msg->hdrl.head; le && !err; le = le->next) {
        const struct sip_hdr *header = le->data;
        bool is_via = header->id == SIP_HDR_VIA;

        if (is_repeated(header, reply))
            err =
                repeat_header(mb, msg, reply->code, header, is_via && !has_via);
        has_via = has_via || is_via;
    }

    return err;
}

static int write_start(struct mbuf *mb, const struct signal_reply *reply)
{
    int err = mbuf_write_str(mb, "SIP/2.0 ");

    if (!err)
        err = write_number(mb, (size_t)reply->code);
    if (!err)
        err = mbuf_write_str(mb, " ");
    if (!err)
        err = mbuf_write_str(mb, reply->reason ? reply->reason
                                               : signal_phrase(reply->code));
    return err ? err : mbuf_write_str(mb, "\r\n");
}

/* Server, what is particular, and the body. */
static int write_rest(struct mbuf *mb, const char *server,
                      const struct signal_reply *reply)
{
    const char *parts[] = {
        "Server: ",
        server,
        "\r\n",
        reply->headers ? reply->headers : "",
        reply->sdp ? "Content-Type: application/sdp\r\n" : "",
        "Content-Length: ",
    };
    const char *sdp = reply->sdp ? reply->sdp : "";
    int err = 0;

    for (size_t i = 0; i < ARRAY_SIZE(parts) && !err; i++)
        err = mbuf_write_str(mb, parts[i]);
    if (!err)
        err = write_number(mb, strlen(sdp));
    if (!err)
        err = mbuf_write_str(mb, "\r\n\r\n");
    return err ? err : mbuf_write_str(mb, sdp);
}

static int write_all(struct mbuf *mb, const struct signalling *signalling,
                     const struct sip_msg *msg,
                     const struct signal_reply *reply)
{
    int err = write_start(mb, reply);

    if (!err)
        err = repeat_headers(mb, msg, reply);
    if (!err)
        err = write_rest(mb, signalling->settings.user_agent, reply);
    mb->pos = 0;
    return err;
}

static int write_reply(const struct signalling *signalling,
                       const struct sip_msg *msg,
                       const struct signal_reply *reply, struct mbuf **ret_mb)
{
    struct mbuf *mb = mbuf_alloc(REPLY_SIZE);
    int err = mb ? write_all(mb, signalling, msg, reply) : ENOMEM;

    if (err)
        mem_deref(mb);
    else
        *ret_mb = mb;
    return err;
}

int signal_reply_once(struct signalling *signalling, const struct sip_msg *msg,
                      const struct signal_reply *reply)
{
    assert(signalling && msg && reply);

    struct mbuf *mb;
    struct sa to;

    if (pl_strcmp(&msg->met, "ACK") == 0)
        return 0;

    int err = write_reply(signalling, msg, reply, &mb);
    if (err)
        return -err;

    signal_reply_address(msg, &to);
    err = sip_send(signalling->sip, msg->sock, msg->tp, &to, mb);
    mem_deref(mb);
    return -err;
}

int signal_reply(struct signalling *signalling, const struct sip_msg *msg,
                 const struct signal_reply *reply,
                 struct sip_strans **transaction, struct mbuf **ret_message)
{
    assert(signalling && msg && reply);

    struct mbuf *mb;
    struct sa to;
    int err = write_reply(signalling, msg, reply, &mb);

    if (err) {
        if (transaction)
            *transaction = mem_deref(*transaction);
        return -err;
    }

    signal_reply_address(msg, &to);
    err = sip_strans_reply(transaction, signalling->sip, msg, &to,
                           (uint16_t)reply->code, mb);
    if (!err && ret_message)
        *ret_message = mb;
    else
        mem_deref(mb);
    return -err;
}
