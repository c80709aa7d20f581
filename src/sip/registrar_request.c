/* SPDX-License-Identifier: GPL-3.0-or-later */
/* REGISTER (RFC 3261, 10.3): all of its contacts are taken, or none. */

#include "sip/registrar_table.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "sip/leg_table.h"
#include "sip/sanity.h"

enum {
    MAX_CONTACTS = REGISTRAR_BINDINGS_PER_DEVICE,
    DEFAULT_EXPIRES_S = 3600,
    TCP_MAX_EXPIRES_S = 600, /* libre closes a connection idle for 900 s */
};

struct wish {
    char contact[REGISTRAR_CONTACT_MAX + 1];
    uint32_t expires_s; /* 0: remove */
};

struct wishes {
    struct wish list[MAX_CONTACTS];
    size_t count;
    bool all; /* "*": remove all */
    int code; /* why it is refused, else 0 */
};

static uint32_t read_expires(const struct sip_msg *msg,
                             const struct sip_addr *address, bool *ret_bad)
{
    struct pl value = msg->expires;
    struct pl parameter;

    if (msg_param_decode(&address->params, "expires", &parameter) == 0)
        value = parameter;
    if (!pl_isset(&value))
        return DEFAULT_EXPIRES_S;

    for (size_t i = 0; i < value.l; i++)
        if (value.p[i] < '0' || value.p[i] > '9')
            *ret_bad = true;
    if (value.l > 10 || pl_u64(&value) > UINT32_MAX)
        *ret_bad = true;

    return pl_u32(&value);
}

/* Shown to the phone as it wrote it; never more than the words of a URI. */
static bool read_contact(const struct sip_addr *address, struct wish *wish)
{
    const struct pl *uri = &address->auri;

    for (size_t i = 0; i < uri->l; i++)
        if (uri->p[i] <= ' ' || uri->p[i] > '~' || strchr("<>\"\\", uri->p[i]))
            return false;

    return pl_strcasecmp(&address->uri.scheme, "sip") == 0 &&
           !pl_isset(&address->uri.headers) &&
           pl_strcpy(uri, wish->contact, sizeof(wish->contact)) == 0;
}

struct reading {
    const struct signalling *signalling;
    struct wishes *wishes;
};

static bool read_one(const struct sip_hdr *header, const struct sip_msg *msg,
                     void *arg)
{
    struct reading *reading = arg;
    struct wishes *wishes = reading->wishes;
    const struct signalling_settings *settings = &reading->signalling->settings;
    struct sip_addr address;
    bool bad = false;

    if (pl_strcmp(&header->val, "*") == 0) {
        wishes->all = true;
        return false;
    }
    if (wishes->count == MAX_CONTACTS) {
        wishes->code = 403;
        return true;
    }

    struct wish *wish = &wishes->list[wishes->count++];

    if (!sanity_read_address(&header->val, &address) ||
        !read_contact(&address, wish)) {
        wishes->code = 400;
        return true;
    }

    wish->expires_s = read_expires(msg, &address, &bad);
    if (bad)
        wishes->code = 400;
    else if (wish->expires_s > 0 && wish->expires_s < settings->min_expires_s)
        wishes->code = 423;

    return wishes->code != 0;
}

static void read_wishes(const struct signalling *signalling,
                        const struct sip_msg *msg, struct wishes *wishes)
{
    struct reading reading = { signalling, wishes };

    sip_msg_hdr_apply(msg, true, SIP_HDR_CONTACT, read_one, &reading);
    if (wishes->all && !wishes->code &&
        (wishes->count > 0 || !pl_isset(&msg->expires) ||
         pl_u32(&msg->expires) != 0))
        wishes->code = 400;
}

/* An older request that arrives late must not undo a newer one (step 7). */
static bool is_late(const struct binding *binding, const struct sip_msg *msg)
{
    return pl_strcmp(&msg->callid, binding->value.call_id) == 0 &&
           msg->cseq.num <= binding->value.cseq;
}

static bool comes_late(const struct device *device, const struct wishes *wishes,
                       const struct sip_msg *msg)
{
    for (size_t i = 0; i < wishes->count; i++) {
        const struct binding *binding =
            registrar_find_binding(device, wishes->list[i].contact);

        if (binding && is_late(binding, msg))
            return true;
    }

    for (struct le *le = list_head(&device->bindings); wishes->all && le;
         le = le->next)
        if (is_late(le->data, msg))
            return true;

    return false;
}

static uint32_t granted(const struct signalling *signalling,
                        const struct sip_msg *msg, uint32_t wanted_s)
{
    uint32_t max_s = signalling->settings.max_expires_s;

    if (msg->tp != SIP_TRANSP_UDP && max_s > TCP_MAX_EXPIRES_S)
        max_s = TCP_MAX_EXPIRES_S;

    return wanted_s < max_s ? wanted_s : max_s;
}

/* A phone keeps its Call-ID until it starts anew (RFC 3261, 10.2). */
static bool has_started(const struct device *device,
                        const struct phone_binding *value)
{
    for (const struct le *le = list_head(&device->bindings); le;
         le = le->next) {
        const struct binding *binding = le->data;

        if (strcmp(binding->value.call_id, value->call_id) == 0)
            return false;
    }

    return true;
}

/* What started anew may have forgotten its calls, and nobody has told. */
static int bind_phone(struct signalling *signalling, struct device *device,
                      const struct phone_binding *value)
{
    bool starts = has_started(device, value);
    int rc = registrar_bind(device, value);

    if (rc == 0 && starts)
        leg_probe_device(signalling, device->id);
    return rc;
}

static int grant(struct signalling *signalling, struct device *device,
                 const struct wish *wish, const struct sip_msg *msg)
{
    struct binding *binding = registrar_find_binding(device, wish->contact);

    if (wish->expires_s == 0) {
        if (binding)
            registrar_unbind(binding);
        return 0;
    }

    struct phone_binding value = {
        .device_id = device->id,
        .transport = signal_from_transp(msg->tp),
        .expires_at_us =
            loop_wall_us(signalling->loop) +
            (int64_t)granted(signalling, msg, wish->expires_s) * 1000000,
        .cseq = msg->cseq.num,
        .reachable = true,
    };

    memcpy(value.contact, wish->contact, sizeof(value.contact));
    signal_address_from_sa(&msg->src, &value.source);
    (void)pl_strcpy(&msg->callid, value.call_id, sizeof(value.call_id));
    return bind_phone(signalling, device, &value);
}

static int grant_all(struct signalling *signalling, struct device *device,
                     const struct wishes *wishes, const struct sip_msg *msg)
{
    while (wishes->all && list_head(&device->bindings))
        registrar_unbind(list_head(&device->bindings)->data);

    for (size_t i = 0; i < wishes->count; i++) {
        int rc = grant(signalling, device, &wishes->list[i], msg);
        if (rc < 0)
            return rc;
    }

    return 0;
}

static int print_contacts(struct re_printf *pf, void *arg)
{
    const struct device *device = arg;
    struct loop *loop = device->registrar->signalling->loop;
    int err = 0;

    for (struct le *le = list_head(&device->bindings); le && !err;
         le = le->next) {
        const struct binding *binding = le->data;
        int64_t left_us = binding->value.expires_at_us - loop_wall_us(loop);

        err = re_hprintf(pf, "Contact: <%s>;expires=%lld\r\n",
                         binding->value.contact,
                         left_us > 0 ? (left_us + 999999) / 1000000 : 0);
    }

    return err;
}

static void refuse(struct signalling *signalling, const struct sip_msg *msg,
                   int code)
{
    char header[40] = "";

    if (code == 423)
        snprintf(header, sizeof(header), "Min-Expires: %u\r\n",
                 signalling->settings.min_expires_s);

    signal_refuse(signalling, msg, code, NULL, header);
}

void registrar_request(struct signalling *signalling, const struct sip_msg *msg)
{
    assert(signalling && msg);

    struct wishes wishes = { 0 };
    uint64_t device_id = 0;

    if (!signal_authenticate(signalling, msg, &device_id))
        return;

    struct device *device =
        registrar_find_device(signalling->registrar, device_id);
    if (pl_strcmp(&msg->to.uri.user, device->username)) {
        refuse(signalling, msg, 403);
        return;
    }

    read_wishes(signalling, msg, &wishes);
    if (!wishes.code && comes_late(device, &wishes, msg))
        wishes.code = 500;
    if (!wishes.code && grant_all(signalling, device, &wishes, msg) < 0)
        wishes.code = 500;
    if (wishes.code) {
        refuse(signalling, msg, wishes.code);
        registrar_tell(device);
        return;
    }

    signalling->stats.registered++;
    (void)sip_treplyf(NULL, NULL, signalling->sip, msg, false, 200, "OK",
                      "%HContent-Length: 0\r\n\r\n", print_contacts, device);
    registrar_tell(device);
}
