/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Phones are told of messages waiting, when that has changed. */

#include "sip/subscription_inside.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "sip/waiting.h"

enum {
    HEADERS_SIZE = 2048,
    BODY_SIZE = 256,
    STATE_SIZE = 64,
};

static struct signalling *stack_of(const struct subscription *one)
{
    return one->device->registrar->signalling;
}

static const struct phone_waiting *shown_by(const struct subscription *one)
{
    return one->lamp_id ? &one->waiting : &one->device->waiting;
}

/* RFC 3842, 5.2. */
static void write_summary(const struct phone_waiting *waiting,
                          char body[BODY_SIZE])
{
    (void)snprintf(body, BODY_SIZE,
                   "Messages-Waiting: %s\r\n"
                   "Voice-Message: %u/%u (%u/%u)\r\n",
                   waiting->fresh > 0 ? "yes" : "no", waiting->fresh,
                   waiting->old, waiting->fresh_urgent, waiting->old_urgent);
}

static int write_headers(struct subscription *one, const char *state,
                         char headers[HEADERS_SIZE])
{
    return re_snprintf(headers, HEADERS_SIZE,
                       "To: <%s>;tag=%s\r\nFrom: <%s>;tag=%s\r\n"
                       "Call-ID: %s\r\nCSeq: %u NOTIFY\r\n"
                       "Event: message-summary\r\n"
                       "Subscription-State: %s\r\n",
                       one->remote_uri, one->remote_tag, one->local_uri,
                       one->local_tag, one->call_id, ++one->cseq, state) < 0
               ? -EINVAL
               : 0;
}

/* A phone that does not want it, or is not there, is told no more. */
static void told(const struct sip_msg *msg, void *arg)
{
    struct subscription *one = arg;

    if (msg && msg->scode < 200)
        return;
    if (!msg || msg->scode >= 300)
        mem_deref(one);
    else if (one->has_more)
        subscription_tell(one);
}

static int send_summary(struct subscription *one, const char *state,
                        bool is_last)
{
    char headers[HEADERS_SIZE], body[BODY_SIZE];
    struct signal_request request = {
        .method = "NOTIFY",
        .uri = one->target,
        .hop = one->hop,
        .transport = one->transport,
        .contact_user = one->device->username,
        .headers = headers,
        .content_type = "application/simple-message-summary",
        .body = body,
    };

    write_summary(shown_by(one), body);
    request.body_length = strlen(body);

    int rc = write_headers(one, state, headers);

    return rc < 0 ? rc
                  : signal_send(stack_of(one), &request, is_last ? NULL : told,
                                one, is_last ? NULL : &one->telling);
}

void subscription_tell(struct subscription *one)
{
    int64_t left_us = one->expires_us - loop_now_us(stack_of(one)->loop);
    char state[STATE_SIZE];

    one->has_more = one->telling != NULL;
    if (one->has_more)
        return;

    (void)snprintf(state, sizeof(state), "active;expires=%lld",
                   (long long)(left_us / 1000000 + 1));
    if (send_summary(one, state, false) < 0)
        mem_deref(one);
}

void subscription_end(struct subscription *one, const char *reason)
{
    char state[STATE_SIZE];

    (void)snprintf(state, sizeof(state), "terminated;reason=%s", reason);
    (void)send_summary(one, state, true);
    mem_deref(one);
}

/* The phones' own lamps. */

void phone_set_waiting(struct signalling *signalling, uint64_t device_id,
                       const struct phone_waiting *waiting)
{
    assert(signalling && waiting);

    struct device *device =
        registrar_find_device(signalling->registrar, device_id);
    struct le *le = device ? list_head(&device->subscriptions) : NULL;

    if (!device || memcmp(&device->waiting, waiting, sizeof(*waiting)) == 0)
        return;

    device->waiting = *waiting;
    while (le) {
        struct subscription *one = le->data;

        le = le->next;
        if (!one->lamp_id)
            subscription_tell(one);
    }
}

/* Lamps that several phones watch. */

void phone_set_lamps(struct signalling *signalling,
                     const struct phone_lamps *lamps)
{
    assert(signalling && lamps && lamps->find && lamps->read);

    signalling->registrar->lamps = *lamps;
}

/* Whoever may no longer see a lamp does not learn whether it is still there. */
static bool review(struct le *le, void *arg)
{
    struct subscription *one = le->data;
    const struct phone_lamps *lamps = &one->device->registrar->lamps;
    const uint64_t *lamp_id = arg;
    struct phone_waiting waiting = { 0 };

    if (!one->lamp_id || (*lamp_id && one->lamp_id != *lamp_id))
        return false;

    if (!lamps->read(lamps->arg, one->device->id, one->lamp_id, &waiting)) {
        subscription_end(one, "rejected");
    } else if (memcmp(&one->waiting, &waiting, sizeof(waiting)) != 0) {
        one->waiting = waiting;
        subscription_tell(one);
    }
    return false;
}

void phone_review_lamps(struct signalling *signalling, uint64_t lamp_id)
{
    assert(signalling);

    (void)hash_apply(signalling->registrar->subscriptions, review, &lamp_id);
}
