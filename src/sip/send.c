/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Requests of ours: their first lines, and who waits for the responses. */

#include "sip/sent.h"

#include <assert.h>
#include <errno.h>
#include <string.h>

#include "sip/half.h"
#include "sip/sanity.h"
#include "sip/trunk_table.h"

enum { DATAGRAM_SIZE = 2048 }; /* to begin with */

/*
 * libre hands us "METHOD uri SIP/2.0" and a Via with the address it listens
 * on, which may be 0.0.0.0 or one that the peer cannot reach.
 */
static int write_head(enum sip_transp tp, const struct sa *source,
                      const struct sa *peer, struct mbuf *mb, void *arg)
{
    (void)source;
    struct signal_sent *sent = arg;
    const struct signal_request *request = sent->request;
    struct pl branch;
    struct sa shown;
    char copy[SIGNAL_BRANCH_SIZE];

    if (sent->branch[0])
        memcpy(copy, sent->branch, sizeof(copy));
    else if (re_regex((char *)mb->buf, mb->end, "branch=[^;\r\n]+", &branch) ||
             pl_strcpy(&branch, copy, sizeof(copy)))
        return EBADMSG;

    int rc = signal_shown_address(sent->signalling, tp, peer, &shown);
    if (rc < 0)
        return -rc;
    if (request->ret_branch)
        memcpy(request->ret_branch, copy, sizeof(copy));

    mbuf_rewind(mb);
    int err = mbuf_printf(mb,
                          "%s %s SIP/2.0\r\n"
                          "Via: SIP/2.0/%s %J;branch=%s;rport\r\n",
                          request->method, request->uri, sip_transp_name(tp),
                          &shown, copy);
    if (!err && request->contact_user)
        err = mbuf_printf(mb, "Contact: <sip:%s@%J%s>\r\n",
                          request->contact_user, &shown, sip_transp_param(tp));

    return err;
}

void signal_sent_tell(struct signal_sent *sent, const struct sip_msg *msg)
{
    bool final = !msg || msg->scode >= 200;

    if (final && sent->owner) {
        *sent->owner = NULL;
        sent->owner = NULL;
    }
    if (sent->responded && !sent->signalling->closing)
        sent->responded(msg, sent->arg);
}

/* What is no response counts as silence when it ends the transaction. */
static void response(int err, const struct sip_msg *msg, void *arg)
{
    struct signal_sent *sent = arg;
    bool final = err || !msg || msg->scode >= 200;

    if (!err && msg && !sanity_check_response(msg)) {
        sent->signalling->stats.bad_responses++;
        if (!final || msg->scode < 100)
            return;
        msg = NULL;
    }

    if (!err && msg && sent->signalling->halves)
        signal_half_watch(sent->signalling->halves, msg);
    mem_ref(sent);
    signal_sent_tell(sent, err ? NULL : msg);
    if (final)
        mem_deref(sent);
    mem_deref(sent);
}

/* What follows the lines that differ on the way. */
static int print_rest(struct re_printf *pf, void *arg)
{
    const struct signal_sent *sent = arg;
    const struct signal_request *request = sent->request;
    bool type = request->body_length > 0;

    return re_hprintf(
        pf, "%sUser-Agent: %s\r\n%s%s%sContent-Length: %zu\r\n\r\n%b",
        request->headers, sent->signalling->settings.user_agent,
        type ? "Content-Type: " : "", type ? request->content_type : "",
        type ? "\r\n" : "", request->body_length, request->body,
        request->body_length);
}

static int give_to_libre(struct signal_sent *sent, bool stateful)
{
    const struct signal_request *request = sent->request;
    char hop_text[SIGNAL_HOP_SIZE];
    struct uri hop;
    struct pl pl;

    signal_hop_uri(&request->hop, request->transport, hop_text);
    pl_set_str(&pl, hop_text);
    int err = uri_decode(&hop, &pl);
    if (err)
        return err;

    if (request->transport == SIGNAL_TLS && sent->signalling->tls)
        signal_tls_expect(
            sent->signalling->tls,
            trunk_find_host(sent->signalling->trunks, &request->hop));

    err = sip_requestf(stateful ? &sent->pending : NULL, sent->signalling->sip,
                       stateful, request->method, request->uri, &hop,
                       request->auth, write_head, stateful ? response : NULL,
                       sent, "%H", print_rest, sent);
    if (sent->signalling->tls)
        signal_tls_expect(sent->signalling->tls, "");
    return err;
}

/* What libre would make of it, without taking it apart and copying it. */
static int send_datagram(struct signal_sent *sent)
{
    const struct sa *to = &sent->request->hop;
    struct mbuf *mb = mbuf_alloc(DATAGRAM_SIZE);

    if (!mb)
        return ENOMEM;

    int err = write_head(SIP_TRANSP_UDP, NULL, to, mb, sent);
    if (!err)
        err = mbuf_printf(mb, "Max-Forwards: 70\r\n%H", print_rest, sent);
    mb->pos = 0;
    if (!err)
        err = sip_send(sent->signalling->sip, NULL, SIP_TRANSP_UDP, to, mb);

    mem_deref(mb);
    return err;
}

int signal_sent_write(struct signal_sent *sent,
                      const struct signal_request *request, bool stateful)
{
    bool is_datagram = request->transport == SIGNAL_UDP && !stateful;
    int err;

    sent->request = request;
    if (is_datagram && sent->branch[0] && !request->auth)
        err = send_datagram(sent);
    else
        err = give_to_libre(sent, stateful);
    sent->request = NULL;
    return err;
}

static int send_by_kind(struct signal_sent *sent,
                        const struct signal_request *request)
{
    if (request->transport == SIGNAL_UDP)
        re_snprintf(sent->branch, sizeof(sent->branch), "z9hG4bK%016llx",
                    rand_u64());
    if (request->transport == SIGNAL_UDP && !request->stateless)
        return signal_sent_by_udp(sent, request);

    return -signal_sent_write(sent, request, !request->stateless);
}

int signal_send(struct signalling *signalling,
                const struct signal_request *request,
                signal_responded_h *responded, void *arg,
                struct signal_sent **ret_sent)
{
    assert(signalling && request && request->headers);

    if (signalling->closing)
        return -ESHUTDOWN;

    struct signal_sent *sent =
        mem_zalloc(sizeof(*sent), signal_sent_destructor);
    if (!sent)
        return -ENOMEM;

    sent->signalling = signalling;
    sent->responded = responded;
    sent->arg = arg;

    int rc = send_by_kind(sent, request);
    if (rc < 0 || request->stateless) {
        mem_deref(sent);
        return rc;
    }

    sent->owner = ret_sent;
    if (ret_sent)
        *ret_sent = sent;

    return 0;
}

void signal_sent_forget(struct signal_sent **sent)
{
    assert(sent);

    if (!*sent)
        return;

    (*sent)->owner = NULL;
    (*sent)->responded = NULL;
    *sent = NULL;
}

/* libre lets go of the transaction 32 s after a CANCEL of its own. */
void signal_sent_give_up(struct signal_sent **sent)
{
    assert(sent);

    struct signal_sent *given_up = *sent;

    signal_sent_forget(sent);
    if (given_up && given_up->is_invite)
        signal_sent_abandon(given_up);
    else if (given_up)
        sip_request_cancel(given_up->pending);
}
