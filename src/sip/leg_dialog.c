/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dialog state (RFC 3261, 12): target, route set, and requests that use them. */

#include "sip/leg_inside.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "sip/sanity.h"
#include "sip/trunk_table.h"

static enum signal_transport named_transport(const struct pl *name)
{
    return pl_strcasecmp(name, "tls") == 0   ? SIGNAL_TLS
           : pl_strcasecmp(name, "tcp") == 0 ? SIGNAL_TCP
                                             : SIGNAL_UDP;
}

static bool address_of(const struct uri *uri, enum signal_transport *transport,
                       struct sa *ret_address)
{
    struct pl parameter;

    if (msg_param_decode(&uri->params, "transport", &parameter) == 0)
        *transport = named_transport(&parameter);

    uint16_t port = *transport == SIGNAL_TLS ? SIP_PORT_TLS : SIP_PORT;

    return sa_set(ret_address, &uri->host, uri->port ? uri->port : port) == 0;
}

/* What came by TLS goes on by TLS: over its connection, or to a trunk, whose
   certificate is known. */
static bool may_move(const struct leg *leg, enum signal_transport from,
                     enum signal_transport to, const struct sa *address)
{
    if (to == SIGNAL_TLS)
        return *trunk_find_host(leg->signalling->trunks, address);

    return from != SIGNAL_TLS;
}

/*
 * A phone is reached where it talks from, whatever it says. Another peer is
 * reached by its route or its Contact, if that is a number that makes sense.
 */
void leg_find_next_hop(const struct leg *leg, const struct sip_msg *msg,
                       struct leg_left *dialog)
{
    enum signal_transport transport = signal_from_transp(msg->tp);
    struct sa hop = msg->src;
    struct uri uri;
    struct pl target;
    struct sa claimed, shown;
    enum signal_transport claimed_transport = transport;

    pl_set_str(&target, dialog->target);
    bool named =
        leg_first_route(dialog->route, &uri) || uri_decode(&uri, &target) == 0;

    if (!leg->device_id && named &&
        address_of(&uri, &claimed_transport, &claimed) &&
        may_move(leg, transport, claimed_transport, &claimed) &&
        signal_address_is_plausible(&claimed, &msg->src) &&
        signal_shown_address(leg->signalling,
                             signal_to_transp(claimed_transport), &claimed,
                             &shown) == 0) {
        hop = claimed;
        transport = claimed_transport;
    }

    dialog->transport = transport;
    signal_address_from_sa(&hop, &dialog->next_hop);
}

static bool is_target(const struct pl *uri)
{
    for (size_t i = 0; i < uri->l; i++)
        if (uri->p[i] <= ' ' || uri->p[i] > '~')
            return false;

    return uri->l > 0 && uri->l <= LEG_URI_MAX;
}

static void learn(const struct leg *leg, const struct sip_msg *msg,
                  bool route_set, struct leg_left *dialog)
{
    const struct sip_hdr *contact = sip_msg_hdr(msg, SIP_HDR_CONTACT);
    struct sip_addr address;

    if (contact && sanity_read_address(&contact->val, &address) &&
        is_target(&address.auri) &&
        pl_strcasecmp(&address.uri.scheme, "sip") == 0)
        (void)pl_strcpy(&address.auri, dialog->target, sizeof(dialog->target));
    if (route_set)
        leg_learn_route(leg, msg, dialog);

    leg_find_next_hop(leg, msg, dialog);
}

void leg_learn(struct leg *leg, const struct sip_msg *msg, bool route_set)
{
    leg->peer = msg->src;
    learn(leg, msg, route_set, &leg->dialog);
}

void leg_other_dialog(const struct leg *leg, const struct sip_msg *msg,
                      struct leg_left *ret_dialog)
{
    *ret_dialog = leg->dialog;
    (void)pl_strcpy(&msg->to.tag, ret_dialog->remote_tag,
                    sizeof(ret_dialog->remote_tag));
    learn(leg, msg, true, ret_dialog);
}

void leg_store(struct leg *leg)
{
    const struct signalling_handlers *handlers = &leg->signalling->handlers;
    struct leg_left left = leg->dialog;

    left.cseq += LEG_LEFT_CSEQ_ROOM;
    leg->stored = true;
    handlers->leg.dialog_up(handlers->arg, leg->id, &left);
}

int leg_send_in(struct signalling *signalling, const struct leg_left *dialog,
                uint32_t cseq, struct signal_request *request,
                signal_responded_h *responded, void *arg,
                struct signal_sent **ret_sent)
{
    char *headers = NULL;
    struct leg_way way = { .route = NULL };

    int rc = signal_address_to_sa(&dialog->next_hop, &request->hop);
    if (rc == 0)
        rc = leg_find_way(dialog, &way);
    if (rc < 0)
        return rc;

    int err = re_sdprintf(
        &headers,
        "%sTo: <%s>%s%s\r\nFrom: %s<%s>;tag=%s\r\n"
        "Call-ID: %s\r\nCSeq: %u %s\r\n%s",
        way.route, dialog->remote_uri, dialog->remote_tag[0] ? ";tag=" : "",
        dialog->remote_tag, request->from_name ? request->from_name : "",
        dialog->local_uri, dialog->local_tag, dialog->call_id, cseq,
        request->method, request->headers ? request->headers : "");
    mem_deref(way.route);
    if (err)
        return -err;

    request->uri = way.uri;
    request->transport = dialog->transport;
    request->headers = headers;
    rc = signal_send(signalling, request, responded, arg, ret_sent);
    mem_deref(headers);
    return rc;
}

int leg_send(struct leg *leg, struct signal_request *request,
             signal_responded_h *responded, struct signal_sent **ret_sent)
{
    request->auth = leg->auth;
    return leg_send_in(leg->signalling, &leg->dialog, ++leg->dialog.cseq,
                       request, responded, leg, ret_sent);
}

int leg_ack(struct leg *leg, uint32_t cseq)
{
    struct signal_request request = {
        .method = "ACK",
        .stateless = true,
        .auth = leg->auth,
    };

    return leg_send_in(leg->signalling, &leg->dialog, cseq, &request, NULL,
                       NULL, NULL);
}

static void left(const struct sip_msg *msg, void *arg)
{
    struct leg *leg = arg;

    if (msg && msg->scode < 200)
        return;
    if (msg && leg_prove(leg, msg))
        leg_bye(leg, NULL);

    leg_settle(leg);
}

void leg_bye(struct leg *leg, const char *reason_header)
{
    struct signal_request request = {
        .method = "BYE",
        .headers = reason_header,
    };

    if (!leg->leaving)
        (void)leg_send(leg, &request, left, &leg->leaving);
}

void leg_dismiss(struct leg *leg, const struct sip_msg *msg)
{
    struct leg_left other;
    struct signal_request ack = { .method = "ACK", .stateless = true };
    struct signal_request bye = { .method = "BYE" };

    leg->signalling->stats.forks_ended++;
    leg_other_dialog(leg, msg, &other);
    (void)leg_send_in(leg->signalling, &other, msg->cseq.num, &ack, NULL, NULL,
                      NULL);
    (void)leg_send_in(leg->signalling, &other, leg->dialog.cseq + 1, &bye, NULL,
                      NULL, NULL);
}

int leg_left_bye(struct signalling *signalling, const struct leg_left *dialog)
{
    assert(signalling && dialog);

    struct signal_request bye = {
        .method = "BYE",
        .headers = "Reason: Q.850;cause=41\r\n", /* temporary failure */
    };

    if (!leg_is_line(dialog->call_id, REGISTRAR_CALL_ID_MAX) ||
        !leg_is_line(dialog->local_tag, LEG_TAG_MAX) ||
        !leg_is_line(dialog->remote_tag, LEG_TAG_MAX) ||
        !leg_is_line(dialog->local_uri, LEG_URI_MAX) ||
        !leg_is_line(dialog->remote_uri, LEG_URI_MAX) ||
        !leg_is_line(dialog->target, LEG_URI_MAX) ||
        !leg_is_line(dialog->route, LEG_ROUTE_MAX))
        return -EINVAL;

    return leg_send_in(signalling, dialog, dialog->cseq, &bye, NULL, NULL,
                       NULL);
}
