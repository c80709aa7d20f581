/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Subscriptions for messages waiting: asked for, told, refreshed, over. */

#include "sip/subscription.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "sip/registrar_table.h"
#include "sip/sanity.h"
#include "sip/waiting.h"

enum {
    PER_DEVICE = 4,
    DEFAULT_S = 3600,
    LEAST_S = 60,
    TAG_SIZE = 64,
    HEADERS_SIZE = 2048,
    BODY_SIZE = 256,
};

struct subscription {
    struct le le; /* of the device's, newest first */
    struct device *device;
    char call_id[REGISTRAR_CALL_ID_MAX + 1];
    uint64_t tag; /* ours, as the answer has it */
    char local_tag[TAG_SIZE];
    char remote_tag[TAG_SIZE];
    char local_uri[REGISTRAR_CONTACT_MAX + 1];
    char remote_uri[REGISTRAR_CONTACT_MAX + 1];
    char target[REGISTRAR_CONTACT_MAX + 1];
    struct sa hop;
    enum signal_transport transport;
    uint32_t remote_cseq;
    uint32_t cseq;
    int64_t expires_us; /* of the loop's clock */
    struct wheel_timer expiry;
    struct signal_sent *telling; /* the NOTIFY under way */
    bool has_more;               /* to be told after it */
};

static struct signalling *stack_of(const struct subscription *one)
{
    return one->device->registrar->signalling;
}

static void subscription_destructor(void *arg)
{
    struct subscription *one = arg;

    loop_stop_timer(stack_of(one)->loop, &one->expiry);
    signal_sent_forget(&one->telling);
    list_unlink(&one->le);
}

/* Telling. */

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

static int write_headers(struct subscription *one, int64_t left_s,
                         char headers[HEADERS_SIZE])
{
    char state[64] = "terminated;reason=timeout";

    if (left_s > 0)
        (void)snprintf(state, sizeof(state), "active;expires=%lld",
                       (long long)left_s);
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

static void tell(struct subscription *one);

/* A phone that does not want it, or is not there, is told no more. */
static void told(const struct sip_msg *msg, void *arg)
{
    struct subscription *one = arg;

    if (msg && msg->scode < 200)
        return;
    if (!msg || msg->scode >= 300)
        mem_deref(one);
    else if (one->has_more)
        tell(one);
}

static int send_summary(struct subscription *one, int64_t left_s)
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

    write_summary(&one->device->waiting, body);
    request.body_length = strlen(body);

    int rc = write_headers(one, left_s, headers);

    return rc < 0
               ? rc
               : signal_send(stack_of(one), &request, left_s > 0 ? told : NULL,
                             one, left_s > 0 ? &one->telling : NULL);
}

static void tell(struct subscription *one)
{
    int64_t left_us = one->expires_us - loop_now_us(stack_of(one)->loop);

    one->has_more = one->telling != NULL;
    if (!one->has_more && send_summary(one, left_us / 1000000 + 1) < 0)
        mem_deref(one);
}

static void end(struct subscription *one)
{
    (void)send_summary(one, 0);
    mem_deref(one);
}

static void expired(void *arg)
{
    end(arg);
}

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
        tell(one);
    }
}

/* What is asked for. */

static bool is_summary(const struct sip_msg *msg)
{
    const struct sip_hdr *event = sip_msg_hdr(msg, SIP_HDR_EVENT);
    struct pl name;

    return event &&
           re_regex(event->val.p, event->val.l, "[^; \t]+", &name) == 0 &&
           pl_strcasecmp(&name, "message-summary") == 0;
}

/* Without the header it takes what the event has (RFC 3842, 3.3). */
static bool takes_summary(const struct sip_msg *msg)
{
    const struct sip_hdr *accept = sip_msg_hdr(msg, SIP_HDR_ACCEPT);

    return !accept ||
           re_regex(accept->val.p, accept->val.l,
                    "application/simple-message-summary") == 0 ||
           pl_strcmp(&accept->val, "*/*") == 0;
}

/* 0 asks once; -1: it is no number, -2: too short. */
static int64_t wanted_s(const struct sip_msg *msg)
{
    const struct pl *value = &msg->expires;

    if (!pl_isset(value))
        return DEFAULT_S;
    for (size_t i = 0; i < value->l; i++)
        if (value->p[i] < '0' || value->p[i] > '9')
            return -1;

    uint64_t seconds = value->l > 9 ? UINT32_MAX : pl_u64(value);

    if (seconds > 0 && seconds < LEAST_S)
        return -2;
    return seconds > DEFAULT_S ? DEFAULT_S : (int64_t)seconds;
}

static void answer(struct signalling *signalling, const struct sip_msg *msg,
                   int64_t seconds, const char *user)
{
    struct sa shown;
    char headers[160] = "";

    if (signal_shown_address(signalling, msg->tp, &msg->src, &shown) == 0)
        (void)re_snprintf(headers, sizeof(headers),
                          "Contact: <sip:%s@%J%s>\r\nExpires: %lld\r\n", user,
                          &shown, sip_transp_param(msg->tp),
                          (long long)seconds);
    signal_refuse(signalling, msg, 200, NULL, headers);
}

static int code_for(const struct sip_msg *msg, int64_t seconds)
{
    if (!is_summary(msg))
        return 489;
    if (!takes_summary(msg))
        return 406;
    if (seconds == -2)
        return 423;

    return seconds < 0 ? 400 : 0;
}

static void refuse(struct signalling *signalling, const struct sip_msg *msg,
                   int code)
{
    const char *header = code == 489   ? "Allow-Events: message-summary\r\n"
                         : code == 423 ? "Min-Expires: 60\r\n"
                                       : "";

    signalling->stats.refused_method += code == 489;
    signal_refuse(signalling, msg, code, NULL, header);
}

/* What is written back between angle brackets. */
static bool copy_uri(const struct pl *uri,
                     char ret_uri[REGISTRAR_CONTACT_MAX + 1])
{
    for (size_t i = 0; i < uri->l; i++)
        if (uri->p[i] <= ' ' || uri->p[i] > '~' || strchr("<>\"\\", uri->p[i]))
            return false;

    return pl_strcpy(uri, ret_uri, REGISTRAR_CONTACT_MAX + 1) == 0;
}

static bool read_target(const struct sip_msg *msg, struct subscription *one)
{
    const struct sip_hdr *contact = sip_msg_hdr(msg, SIP_HDR_CONTACT);
    struct sip_addr address;

    return contact && sanity_read_address(&contact->val, &address) &&
           pl_strcasecmp(&address.uri.scheme, "sip") == 0 &&
           copy_uri(&address.auri, one->target);
}

static bool read_dialog(const struct sip_msg *msg, struct subscription *one)
{
    one->tag = msg->tag;
    (void)snprintf(one->local_tag, sizeof(one->local_tag), "%016llx",
                   (unsigned long long)msg->tag);
    one->remote_cseq = msg->cseq.num;
    one->hop = msg->src;
    one->transport = signal_from_transp(msg->tp);
    return pl_strcpy(&msg->callid, one->call_id, sizeof(one->call_id)) == 0 &&
           pl_strcpy(&msg->from.tag, one->remote_tag,
                     sizeof(one->remote_tag)) == 0 &&
           copy_uri(&msg->to.auri, one->local_uri) &&
           copy_uri(&msg->from.auri, one->remote_uri) && read_target(msg, one);
}

static void go_on(struct subscription *one, int64_t seconds)
{
    struct loop *loop = stack_of(one)->loop;

    one->expires_us = loop_now_us(loop) + seconds * 1000000;
    loop_start_timer(loop, &one->expiry, seconds * 1000000, expired, one);
    tell(one);
}

static struct subscription *add(struct device *device,
                                const struct sip_msg *msg)
{
    struct subscription *one =
        mem_zalloc(sizeof(*one), subscription_destructor);
    if (!one)
        return NULL;

    one->device = device;
    if (!read_dialog(msg, one)) {
        mem_deref(one);
        return NULL;
    }
    while (list_count(&device->subscriptions) >= PER_DEVICE)
        mem_deref(list_tail(&device->subscriptions)->data);
    list_prepend(&device->subscriptions, &one->le, one);
    return one;
}

/* The answer to it got lost: the same one, once more. */
static bool is_repeated(const struct device *device, const struct sip_msg *msg,
                        int64_t seconds)
{
    for (struct le *le = list_head(&device->subscriptions); le; le = le->next) {
        const struct subscription *one = le->data;

        if (pl_strcmp(&msg->callid, one->call_id) != 0 ||
            pl_strcmp(&msg->from.tag, one->remote_tag) != 0 ||
            msg->cseq.num != one->remote_cseq)
            continue;

        ((struct sip_msg *)msg)->tag = one->tag;
        answer(device->registrar->signalling, msg, seconds, device->username);
        return true;
    }

    return false;
}

void subscription_request(struct signalling *signalling,
                          const struct sip_msg *msg)
{
    int64_t seconds = wanted_s(msg);
    int code = code_for(msg, seconds);
    uint64_t device_id = 0;

    if (code) {
        refuse(signalling, msg, code);
        return;
    }
    if (!signal_authenticate(signalling, msg, &device_id))
        return;

    struct device *device =
        registrar_find_device(signalling->registrar, device_id);
    if (pl_strcmp(&msg->to.uri.user, device->username)) {
        refuse(signalling, msg, 403);
        return;
    }

    if (is_repeated(device, msg, seconds))
        return;

    struct subscription *one = add(device, msg);
    if (!one) {
        refuse(signalling, msg, 400);
        return;
    }
    answer(signalling, msg, seconds, device->username);
    if (seconds > 0)
        go_on(one, seconds);
    else
        end(one);
}

/* Within its dialog. */

static bool is_of_dialog(const struct subscription *one,
                         const struct sip_msg *msg)
{
    return pl_strcmp(&msg->callid, one->call_id) == 0 &&
           pl_strcmp(&msg->to.tag, one->local_tag) == 0 &&
           pl_strcmp(&msg->from.tag, one->remote_tag) == 0;
}

/* Whoever asked did so to the own name (subscription_request()), and what is
   within the dialog goes to the same (RFC 3261, 12.2.1.1). */
static struct subscription *find(const struct signalling *signalling,
                                 const struct sip_msg *msg)
{
    const struct device *device =
        registrar_find_username(signalling->registrar, &msg->to.uri.user);

    for (struct le *le = device ? list_head(&device->subscriptions) : NULL; le;
         le = le->next)
        if (is_of_dialog(le->data, msg))
            return le->data;

    return NULL;
}

bool subscription_refresh(struct signalling *signalling,
                          const struct sip_msg *msg)
{
    struct subscription *one = find(signalling, msg);
    int64_t seconds = wanted_s(msg);
    int code = code_for(msg, seconds);
    uint64_t device_id = 0;

    if (!one)
        return false;
    if (!code && msg->cseq.num <= one->remote_cseq)
        code = 500;
    if (code) {
        refuse(signalling, msg, code);
        return true;
    }
    if (!signal_authenticate(signalling, msg, &device_id))
        return true;
    if (device_id != one->device->id) {
        refuse(signalling, msg, 403);
        return true;
    }

    one->remote_cseq = msg->cseq.num;
    answer(signalling, msg, seconds, one->device->username);
    if (seconds > 0)
        go_on(one, seconds);
    else
        end(one);
    return true;
}
