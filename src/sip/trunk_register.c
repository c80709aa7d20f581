/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A state machine of one timer and one request. */

#include "sip/trunk_register.h"

#include <assert.h>
#include <errno.h>
#include <string.h>

#include "sip/crowd.h"

static const int64_t SECOND_US = 1000000;
static const int64_t SOON_US = 100000; /* libre reads a connection's end */
static const int64_t ANSWER_US = 64 * SIP_T1 * INT64_C(1000);

enum {
    WANTED_S = 300, /* by connections, too, which libre ends after 900 s */
    LONGEST_S = 86400,
    FIRST_WAIT_S = 2,
    LONGEST_WAIT_S = 300,
};

static void try_now(void *arg);

static struct loop *loop_of(const struct trunk_registration *registration)
{
    return registration->trunk->table->signalling->loop;
}

static void try_after(struct trunk_registration *registration, int64_t delay_us)
{
    loop_start_timer(loop_of(registration), &registration->next, delay_us,
                     try_now, registration);
}

static void note(struct trunk_registration *registration,
                 enum trunk_registered state, int code)
{
    struct trunk_status *status = &registration->trunk->status;

    if (status->registered != state)
        status->registered_since_us = loop_now_us(loop_of(registration));
    status->registered = state;
    status->register_code = code;
}

/* As long as libre waits for an answer. One that could not be sent, or whose
   connection was closed, has failed sooner: there is none to drop. */
static bool was_ignored(const struct trunk_registration *registration,
                        int64_t now_us)
{
    return now_us - registration->sent_us >= ANSWER_US - SECOND_US;
}

/* Who does not answer by a connection is asked by another one. */
static void failed(struct trunk_registration *registration, int code)
{
    const struct trunk *trunk = registration->trunk;
    int64_t now_us = loop_now_us(loop_of(registration));

    note(registration, TRUNK_NOT_REGISTERED, code);
    if (code == 0 && trunk->settings.transport != SIGNAL_UDP &&
        trunk->path_count > 0 && was_ignored(registration, now_us))
        signal_crowd_drop(trunk->table->signalling->crowd,
                          &trunk->paths[0].address, trunk->settings.transport,
                          registration->sent_us);
    breaker_fails(&registration->breaker, now_us);
    try_after(registration, registration->breaker.until_us - now_us);
}

/* A Contact may say it, or Expires; else we got what we wanted. */
static uint32_t granted_s(const struct trunk_registration *registration,
                          const struct sip_msg *msg)
{
    const struct sip_hdr *contact = sip_msg_hdr(msg, SIP_HDR_CONTACT);
    struct pl value = msg->expires;
    struct sip_addr address;

    if (contact && sip_addr_decode(&address, &contact->val) == 0)
        (void)msg_param_decode(&address.params, "expires", &value);

    uint32_t granted = pl_isset(&value) && value.l <= 9
                           ? pl_u32(&value)
                           : registration->wanted_s;

    return granted < 1 ? 1 : granted > LONGEST_S ? LONGEST_S : granted;
}

static void succeeded(struct trunk_registration *registration,
                      const struct sip_msg *msg)
{
    breaker_succeeds(&registration->breaker);
    note(registration, TRUNK_REGISTERED, msg->scode);
    try_after(registration, granted_s(registration, msg) * (4 * SECOND_US / 5));
}

static int send_register(struct trunk_registration *registration);

static bool answers_challenge(struct trunk_registration *registration,
                              const struct sip_msg *msg)
{
    if ((msg->scode != 401 && msg->scode != 407) || registration->auth_tried)
        return false;

    registration->auth_tried = true;
    return sip_auth_authenticate(registration->auth, msg) == 0 &&
           send_register(registration) == 0;
}

static bool takes_longer(struct trunk_registration *registration,
                         const struct sip_msg *msg)
{
    const struct sip_hdr *least = sip_msg_hdr(msg, SIP_HDR_MIN_EXPIRES);
    uint32_t least_s = least && least->val.l <= 9 ? pl_u32(&least->val) : 0;

    if (msg->scode != 423 || least_s <= registration->wanted_s ||
        least_s > LONGEST_S)
        return false;

    registration->wanted_s = least_s;
    return send_register(registration) == 0;
}

static void answered(const struct sip_msg *msg, void *arg)
{
    struct trunk_registration *registration = arg;

    if (msg && msg->scode < 200)
        return;

    if (msg && msg->scode < 300)
        succeeded(registration, msg);
    else if (!msg || (!answers_challenge(registration, msg) &&
                      !takes_longer(registration, msg)))
        failed(registration, msg ? msg->scode : 0);
}

static int send_register(struct trunk_registration *registration)
{
    struct trunk *trunk = registration->trunk;
    char uri[TRUNK_TEXT_MAX + 16], headers[1024];
    struct signal_request request = {
        .method = "REGISTER",
        .uri = uri,
        .hop = trunk->paths[0].address,
        .transport = trunk->settings.transport,
        .auth = registration->auth,
        .contact_user = registration->contact,
        .headers = headers,
    };
    struct pl user;

    registration->sent_us = loop_now_us(loop_of(registration));
    pl_set_str(&user, trunk->settings.username);
    if (re_snprintf(uri, sizeof(uri), "sip:%s", registration->domain) < 0 ||
        re_snprintf(headers, sizeof(headers),
                    "To: <sip:%H@%s>\r\nFrom: <sip:%H@%s>;tag=%016llx\r\n"
                    "Call-ID: %016llx\r\nCSeq: %u REGISTER\r\n"
                    "Expires: %u\r\n",
                    uri_user_escape, &user, registration->domain,
                    uri_user_escape, &user, registration->domain,
                    registration->call_id, registration->call_id,
                    ++registration->cseq, registration->wanted_s) < 0)
        return -EMSGSIZE;

    return signal_send(trunk->table->signalling, &request, answered,
                       registration, &registration->asked);
}

/* Where it is not known yet: whoever finds out begins anew. */
static void try_now(void *arg)
{
    struct trunk_registration *registration = arg;
    int64_t now_us = loop_now_us(loop_of(registration));

    if (registration->trunk->path_count == 0)
        return;
    if (!breaker_allows(&registration->breaker, now_us)) {
        try_after(registration, SECOND_US);
        return;
    }

    registration->auth_tried = false;
    sip_auth_reset(registration->auth);
    if (send_register(registration) < 0)
        failed(registration, 0);
}

static int give_credentials(char **username, char **password, const char *realm,
                            void *arg)
{
    const struct trunk_registration *registration = arg;

    return trunk_give_credentials(registration->trunk, realm, username,
                                  password);
}

/* [2001:db8::1] in a URI. */
static void write_domain(struct trunk_registration *registration)
{
    const char *host = registration->trunk->settings.host;
    bool is_v6 = strchr(host, ':');

    re_snprintf(registration->domain, sizeof(registration->domain), "%s%s%s",
                is_v6 ? "[" : "", host, is_v6 ? "]" : "");
}

int trunk_register(struct trunk *trunk)
{
    assert(trunk);

    struct trunk_registration *registration = &trunk->registration;

    trunk->status.registered = TRUNK_NEED_NOT_REGISTER;
    if (!trunk->settings.registers)
        return 0;

    registration->trunk = trunk;
    registration->wanted_s = WANTED_S;
    write_domain(registration);
    if (sip_auth_alloc(&registration->auth, give_credentials, registration,
                       false))
        return -ENOMEM;

    /* The same Call-ID all the time, with ever higher numbers. */
    if (registration->call_id == 0)
        registration->call_id = rand_u64();
    struct pl user;

    pl_set_str(&user, trunk->settings.username);
    re_snprintf(registration->contact, sizeof(registration->contact), "%H",
                uri_user_escape, &user);
    breaker_init(&registration->breaker, 1, FIRST_WAIT_S * SECOND_US,
                 LONGEST_WAIT_S * SECOND_US);
    note(registration, TRUNK_NOT_REGISTERED, 0);
    try_after(registration, 0);
    return 0;
}

void trunk_register_anew(struct trunk *trunk)
{
    assert(trunk);

    struct trunk_registration *registration = &trunk->registration;

    if (!registration->auth)
        return;
    signal_sent_forget(&registration->asked);
    note(registration, TRUNK_NOT_REGISTERED, 0);
    try_after(registration, SOON_US);
}

void trunk_unregister(struct trunk *trunk)
{
    assert(trunk);

    struct trunk_registration *registration = &trunk->registration;
    struct loop *loop = trunk->table->signalling->loop;

    loop_stop_timer(loop, &registration->next);
    signal_sent_forget(&registration->asked);
    registration->auth = mem_deref(registration->auth);
}
