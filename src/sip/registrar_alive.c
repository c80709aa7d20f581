/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether phones are still where they were, and NATs that must not forget. */

#include "sip/registrar_table.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>

static int send_options(struct binding *binding, signal_responded_h *responded)
{
    struct signalling *signalling = binding->device->registrar->signalling;
    struct signal_request request = {
        .method = "OPTIONS",
        .uri = binding->value.contact,
        .transport = binding->value.transport,
    };
    struct sa shown;
    char headers[512];

    int rc = signal_address_to_sa(&binding->value.source, &request.hop);
    if (rc == 0)
        rc = signal_shown_address(signalling,
                                  signal_to_transp(request.transport),
                                  &request.hop, &shown);
    if (rc < 0)
        return rc;

    if (re_snprintf(headers, sizeof(headers),
                    "To: <%s>\r\nFrom: <sip:%J>;tag=%08x\r\n"
                    "Call-ID: %016llx\r\nCSeq: 1 OPTIONS\r\n",
                    binding->value.contact, &shown, rand_u32(), rand_u64()) < 0)
        return -EINVAL;

    request.headers = headers;
    return signal_send(signalling, &request, responded, binding,
                       &binding->asked);
}

/* "Not here" ends a binding; any other answer shows that somebody is. */
static bool says_nobody(const struct sip_msg *msg)
{
    return !msg || msg->scode == 404 || msg->scode == 408 ||
           msg->scode == 410 || msg->scode == 480 || msg->scode >= 500;
}

static void asked(const struct sip_msg *msg, void *arg)
{
    struct binding *binding = arg;
    struct device *device = binding->device;

    if (msg && msg->scode < 200)
        return;

    if (says_nobody(msg)) {
        registrar_unbind(binding);
    } else {
        binding->value.reachable = true;
        registrar_keep_alive(binding);
    }

    registrar_tell(device);
}

int registrar_ask(struct binding *binding)
{
    return send_options(binding, asked);
}

static bool is_at(const struct binding *binding,
                  const struct sockaddr_storage *source)
{
    struct sa here, there;

    return signal_address_to_sa(&binding->value.source, &here) == 0 &&
           signal_address_to_sa(source, &there) == 0 &&
           sa_cmp(&here, &there, SA_ALL);
}

void registrar_suspect(struct signalling *signalling, uint64_t device_id,
                       const struct sockaddr_storage *source)
{
    struct device *device =
        registrar_find_device(signalling->registrar, device_id);
    struct le *le = device ? list_head(&device->bindings) : NULL;

    while (le) {
        struct binding *binding = le->data;

        le = le->next;
        if (!is_at(binding, source) ||
            (binding->asked && !binding->value.reachable))
            continue;

        signal_sent_forget(&binding->asked); /* more than a keep-alive */
        binding->value.reachable = false;
        if (registrar_ask(binding) < 0)
            registrar_unbind(binding);
    }

    if (device)
        registrar_tell(device);
}

/* Where it says that it is, it cannot be reached: somebody in between has given
   it another address (RFC 3581). A name could be any. */
static bool is_behind_nat(const struct phone_binding *value)
{
    struct pl contact;
    struct uri uri;
    struct sa source, said;

    pl_set_str(&contact, value->contact);
    if (uri_decode(&uri, &contact) ||
        signal_address_to_sa(&value->source, &source) < 0 ||
        sa_set(&said, &uri.host, uri.port ? uri.port : SIP_PORT))
        return true;

    /* A connection comes from a port of its own. */
    return !sa_cmp(&said, &source,
                   value->transport == SIGNAL_UDP ? SA_ALL : SA_ADDR);
}

static void keep_alive(void *arg);

/* Not all at once, if all came back at once. */
static void keep_alive_later(struct binding *binding)
{
    struct signalling *signalling = binding->device->registrar->signalling;
    int64_t interval_us = (int64_t)signalling->settings.keep_alive_s * 1000000;

    interval_us -= rand_u32() % (interval_us / 5);
    loop_start_timer(signalling->loop, &binding->keep_alive, interval_us,
                     keep_alive, binding);
}

/* 32 s without a word of one that used to answer: it is gone, or its NAT has
   forgotten it. It may come back. */
static void kept(const struct sip_msg *msg, void *arg)
{
    struct binding *binding = arg;
    struct device *device = binding->device;

    if (msg && msg->scode < 200)
        return;

    if (msg)
        binding->has_answered = true;
    if (msg || binding->has_answered)
        binding->value.reachable = msg;
    keep_alive_later(binding);
    registrar_tell(device);
}

static void keep_alive(void *arg)
{
    struct binding *binding = arg;

    if (binding->asked || send_options(binding, kept) < 0)
        keep_alive_later(binding);
    else
        binding->device->registrar->signalling->stats.keep_alives++;
}

void registrar_keep_alive(struct binding *binding)
{
    assert(binding);

    struct signalling *signalling = binding->device->registrar->signalling;

    loop_stop_timer(signalling->loop, &binding->keep_alive);
    if (signalling->settings.keep_alive_s > 0 && is_behind_nat(&binding->value))
        keep_alive_later(binding);
}
