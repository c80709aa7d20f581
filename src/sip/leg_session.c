/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Session timers (RFC 4028): a dialog whose peer is gone does not stay. */

#include "sip/leg_inside.h"

#include <assert.h>
#include <string.h>

enum {
    SESSION_MAX_S = 86400,
    EXPIRES_EARLY_S =
        32, /* BYE before the other side gives up (RFC 4028, 10) */
    TOO_SHORT_TRIES = 3,
};

static uint32_t at_most(uint32_t seconds, uint32_t max)
{
    return seconds < max ? seconds : max;
}

static uint32_t at_least(uint32_t seconds, uint32_t min)
{
    return seconds > min ? seconds : min;
}

/* "1800;refresher=uac"; what is no number is 0, what is too long a day. */
static uint32_t read_seconds(const struct sip_hdr *header)
{
    uint32_t seconds = 0;

    if (!header)
        return 0;

    for (size_t i = 0; i < header->val.l; i++) {
        char c = header->val.p[i];

        if (c < '0' || c > '9')
            break;
        seconds = at_most(10 * seconds + (uint32_t)(c - '0'), SESSION_MAX_S);
    }

    return seconds;
}

static bool refresher_is(const struct sip_hdr *header, const char *who)
{
    struct pl value;

    return header && msg_param_decode(&header->val, "refresher", &value) == 0 &&
           pl_strcasecmp(&value, who) == 0;
}

static bool names(const struct sip_msg *msg, enum sip_hdrid header,
                  const char *token)
{
    return sip_msg_hdr_has_value(msg, header, token);
}

static bool knows_timer(const struct sip_msg *msg)
{
    return names(msg, SIP_HDR_SUPPORTED, "timer") ||
           names(msg, SIP_HDR_REQUIRE, "timer");
}

bool leg_session_is_short(const struct signalling *signalling,
                          const struct sip_msg *request)
{
    const struct sip_hdr *asked = sip_msg_hdr(request, SIP_HDR_SESSION_EXPIRES);

    return asked && knows_timer(request) &&
           read_seconds(asked) < signalling->settings.min_session_s;
}

void leg_session_stop(struct leg *leg)
{
    loop_stop_timer(leg->signalling->loop, &leg->session.refresh);
    loop_stop_timer(leg->signalling->loop, &leg->session.expiry);
    signal_sent_forget(&leg->updating);
}

static void expired(void *arg)
{
    struct leg *leg = arg;

    if (leg->state != LEG_CONFIRMED)
        return;

    leg->signalling->stats.sessions_expired++;
    leg_reply_stop(leg);
    leg_reoffer_stop(leg);
    leg_bye(leg, "Reason: SIP;cause=408;text=\"Session expired\"\r\n");
    leg_over(leg, LEG_LOST, 408);
    leg_settle(leg);
}

static void refresh(void *arg)
{
    struct leg *leg = arg;

    if (leg->state != LEG_CONFIRMED)
        return;
    if (leg->session.by_update) {
        leg_update(leg);
        return;
    }

    leg->refresh_wanted = true;
    leg_reoffer_now(leg);
}

static bool probe(struct le *le, void *arg)
{
    struct leg *leg = le->data;

    if (leg->device_id == *(const uint64_t *)arg)
        refresh(leg);
    return false;
}

void leg_probe_device(struct signalling *signalling, uint64_t device_id)
{
    assert(signalling && device_id);

    (void)hash_apply(signalling->legs->by_tag, probe, &device_id);
}

/* One that lives for ever was asked for another reason, and said enough. */
void leg_session_again(struct leg *leg)
{
    if (leg->session.interval_s == 0)
        return;

    loop_start_timer(leg->signalling->loop, &leg->session.refresh,
                     (int64_t)leg->session.interval_s * 1000000 / 16, refresh,
                     leg);
}

/* Both sides watch; who refreshes does so at half of the time (10). */
static void run(struct leg *leg)
{
    const struct leg_session *session = &leg->session;
    int64_t second_us = 1000000, length_us = session->interval_s * second_us;
    int64_t early_us = EXPIRES_EARLY_S * second_us;

    loop_stop_timer(leg->signalling->loop, &leg->session.refresh);
    loop_stop_timer(leg->signalling->loop, &leg->session.expiry);
    if (session->interval_s == 0)
        return;

    if (early_us > length_us / 3)
        early_us = length_us / 3;
    if (session->ours)
        loop_start_timer(leg->signalling->loop, &leg->session.refresh,
                         length_us / 2, refresh, leg);
    loop_start_timer(leg->signalling->loop, &leg->session.expiry,
                     length_us - early_us, expired, leg);
}

/* A peer that does not name an interval gets ours, and we see to it. */
void leg_session_take(struct leg *leg, const struct sip_msg *request)
{
    const struct signalling_settings *settings = &leg->signalling->settings;
    const struct sip_hdr *asked = sip_msg_hdr(request, SIP_HDR_SESSION_EXPIRES);
    struct leg_session *session = &leg->session;
    bool knows = knows_timer(request);
    uint32_t wanted = asked ? read_seconds(asked) : settings->session_s;

    session->min_s =
        at_least(read_seconds(sip_msg_hdr(request, SIP_HDR_MIN_SE)),
                 at_least(session->min_s, settings->min_session_s));
    session->by_update = names(request, SIP_HDR_ALLOW, "UPDATE");
    session->ours = !knows || !asked || refresher_is(asked, "uas");
    session->interval_s =
        asked || knows
            ? at_least(at_most(wanted, settings->session_s), session->min_s)
            : 0;
    run(leg);
}

/* The peer has the last word; without one there is no timer (7.2). */
void leg_session_learn(struct leg *leg, const struct sip_msg *response)
{
    const struct sip_hdr *agreed =
        sip_msg_hdr(response, SIP_HDR_SESSION_EXPIRES);
    struct leg_session *session = &leg->session;

    session->by_update = names(response, SIP_HDR_ALLOW, "UPDATE");
    session->ours = !refresher_is(agreed, "uas");
    session->interval_s =
        agreed ? at_least(read_seconds(agreed),
                          leg->signalling->settings.min_session_s)
               : 0;
    run(leg);
}

bool leg_session_lengthen(struct leg *leg, const struct sip_msg *refusal)
{
    struct leg_session *session = &leg->session;
    uint32_t min_s = read_seconds(sip_msg_hdr(refusal, SIP_HDR_MIN_SE));

    if (refusal->scode != 422 || min_s <= session->min_s ||
        session->refusals == TOO_SHORT_TRIES)
        return false;

    session->refusals++;
    session->min_s = min_s;
    session->interval_s = at_least(session->interval_s, min_s);
    return true;
}

int leg_session_print_wish(struct re_printf *pf, const struct leg *leg)
{
    const struct signalling_settings *settings = &leg->signalling->settings;
    const struct leg_session *session = &leg->session;
    uint32_t min_s = at_least(session->min_s, settings->min_session_s);
    bool begins = leg->state == LEG_CALLING;

    if (!begins && session->interval_s == 0)
        return 0;

    return re_hprintf(pf, "Session-Expires: %u%s\r\nMin-SE: %u\r\n",
                      begins ? at_least(settings->session_s, min_s)
                             : session->interval_s,
                      begins          ? ""
                      : session->ours ? ";refresher=uac"
                                      : ";refresher=uas",
                      min_s);
}

int leg_session_print_word(struct re_printf *pf, const struct leg *leg)
{
    const struct leg_session *session = &leg->session;

    if (session->interval_s == 0)
        return 0;

    return re_hprintf(pf, "Session-Expires: %u;refresher=%s\r\n%s",
                      session->interval_s, session->ours ? "uas" : "uac",
                      session->ours ? "" : "Require: timer\r\n");
}
