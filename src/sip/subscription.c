/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Subscriptions for messages waiting: asked for, refreshed, over. */

#include "sip/subscription.h"

#include <stdio.h>
#include <string.h>

#include "sip/sanity.h"
#include "sip/subscription_inside.h"

enum {
    PER_LAMP = 4,    /* of one phone */
    PER_DEVICE = 16, /* of all that it watches */
    DEFAULT_S = 3600,
    LEAST_S = 60,
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
    hash_unlink(&one->by_call);
    list_unlink(&one->le);
}

static void expired(void *arg)
{
    subscription_end(arg, "timeout");
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
    return pl_strcpy(&msg->to.uri.user, one->name, sizeof(one->name)) == 0 &&
           pl_strcpy(&msg->callid, one->call_id, sizeof(one->call_id)) == 0 &&
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
    subscription_tell(one);
}

static void make_room(struct device *device, uint64_t lamp_id)
{
    struct subscription *oldest = NULL;
    unsigned count = 0;

    for (struct le *le = list_head(&device->subscriptions); le; le = le->next) {
        struct subscription *one = le->data;

        if (one->lamp_id != lamp_id)
            continue;
        oldest = one;
        count++;
    }

    if (count >= PER_LAMP)
        mem_deref(oldest);
    while (list_count(&device->subscriptions) >= PER_DEVICE)
        mem_deref(list_tail(&device->subscriptions)->data);
}

/* What is watched: a phone's own lamp has no number. */
struct watched {
    uint64_t lamp_id;
    struct phone_waiting waiting;
};

static uint32_t hash_of(const char *call_id)
{
    return hash_fast(call_id, strlen(call_id));
}

static struct subscription *add(struct device *device,
                                const struct sip_msg *msg,
                                const struct watched *watched)
{
    struct subscription *one =
        mem_zalloc(sizeof(*one), subscription_destructor);
    if (!one)
        return NULL;

    one->device = device;
    one->lamp_id = watched->lamp_id;
    one->waiting = watched->waiting;
    if (!read_dialog(msg, one)) {
        mem_deref(one);
        return NULL;
    }
    make_room(device, one->lamp_id);
    list_prepend(&device->subscriptions, &one->le, one);
    hash_append(device->registrar->subscriptions, hash_of(one->call_id),
                &one->by_call, one);
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

/* The own name goes first; of a lamp that the phone may not see nobody learns
   whether it is there. */
static bool find_watched(const struct device *device, const struct pl *user,
                         struct watched *ret_watched)
{
    const struct phone_lamps *lamps = &device->registrar->lamps;
    char name[REGISTRAR_USERNAME_MAX + 1];

    *ret_watched = (struct watched){ 0 };
    if (pl_strcmp(user, device->username) == 0)
        return true;
    if (!lamps->find || pl_strcpy(user, name, sizeof(name)))
        return false;

    ret_watched->lamp_id = lamps->find(lamps->arg, name);
    return ret_watched->lamp_id &&
           lamps->read(lamps->arg, device->id, ret_watched->lamp_id,
                       &ret_watched->waiting);
}

static void begin(struct device *device, const struct sip_msg *msg,
                  int64_t seconds)
{
    struct signalling *signalling = device->registrar->signalling;
    struct watched watched;

    if (!find_watched(device, &msg->to.uri.user, &watched)) {
        refuse(signalling, msg, 403);
        return;
    }
    if (is_repeated(device, msg, seconds))
        return;

    struct subscription *one = add(device, msg, &watched);
    if (!one) {
        refuse(signalling, msg, 400);
        return;
    }
    answer(signalling, msg, seconds, device->username);
    if (seconds > 0)
        go_on(one, seconds);
    else
        subscription_end(one, "timeout");
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
    if (signal_authenticate(signalling, msg, &device_id))
        begin(registrar_find_device(signalling->registrar, device_id), msg,
              seconds);
}

/* Within its dialog. */

static bool is_of_dialog(struct le *le, void *arg)
{
    const struct subscription *one = le->data;
    const struct sip_msg *msg = arg;

    return pl_strcmp(&msg->callid, one->call_id) == 0 &&
           pl_strcmp(&msg->to.tag, one->local_tag) == 0 &&
           pl_strcmp(&msg->from.tag, one->remote_tag) == 0 &&
           pl_strcmp(&msg->to.uri.user, one->name) == 0;
}

/* What is within the dialog goes to the name that was asked for
   (RFC 3261, 12.2.1.1). */
static struct subscription *find(const struct signalling *signalling,
                                 const struct sip_msg *msg)
{
    return list_ledata(hash_lookup(signalling->registrar->subscriptions,
                                   hash_fast(msg->callid.p, msg->callid.l),
                                   is_of_dialog, (void *)msg));
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
        subscription_end(one, "timeout");
    return true;
}
