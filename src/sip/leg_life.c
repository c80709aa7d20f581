/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A leg's life: made, found by its tag, ended, and let go. */

#include "sip/leg_inside.h"

#include <assert.h>
#include <errno.h>
#include <string.h>

#include "sip/trunk_table.h"

enum {
    BUCKETS = 4096,
};

int leg_table_new(struct leg_table **ret_table)
{
    assert(ret_table);

    struct leg_table *table = mem_zalloc(sizeof(*table), NULL);
    if (!table)
        return -ENOMEM;

    if (hash_alloc(&table->by_tag, BUCKETS) ||
        leg_recent_new(&table->recent) < 0) {
        leg_table_free(table);
        return -ENOMEM;
    }

    *ret_table = table;
    return 0;
}

struct leg_table *leg_table_free(struct leg_table *table)
{
    if (!table)
        return NULL;

    hash_flush(table->by_tag);
    mem_deref(table->by_tag);
    leg_recent_free(table->recent);
    mem_deref(table);
    return NULL;
}

static void stop_timers(struct leg *leg)
{
    struct loop *loop = leg->signalling->loop;

    loop_stop_timer(loop, &leg->tell_end);
    loop_stop_timer(loop, &leg->undecided);
    leg_reliable_stop(leg);
    leg_reply_stop(leg);
    leg_linger_stop(leg);
    leg_cancel_stop(leg);
    leg_reoffer_stop(leg);
    leg_session_stop(leg);
}

static void leg_destructor(void *arg)
{
    struct leg *leg = arg;

    stop_timers(leg);
    signal_sent_forget(&leg->inviting);
    signal_sent_forget(&leg->leaving);
    signal_sent_forget(&leg->notifying);
    hash_unlink(&leg->by_tag);
    leg->signalling->legs->count--;
    leg->signalling->stats.legs--;
    mem_deref(leg->transaction);
    mem_deref(leg->invite);
    mem_deref(leg->invite_headers);
    mem_deref(leg->caller_name);
    mem_deref(leg->auth);
    mem_deref(leg->sdp);
    mem_deref(leg->wanted_sdp);
}

int leg_new(struct signalling *signalling, bool is_help, struct leg **ret_leg)
{
    assert(signalling && ret_leg);

    uint32_t spare = is_help ? SIGNAL_HELP_LEGS : 0;

    if (signalling->legs->count >= signalling->settings.max_legs + spare)
        return -ENOSPC;

    struct leg *leg = mem_zalloc(sizeof(*leg), leg_destructor);
    if (!leg)
        return -ENOMEM;

    leg->signalling = signalling;
    leg->session_id = rand_u64() >> 2;
    signalling->legs->count++;
    signalling->stats.legs++;
    *ret_leg = leg;
    return 0;
}

void leg_drop(struct leg *leg)
{
    if (leg->has_channel)
        trunk_give_channel(leg->signalling->trunks, leg->trunk_id);
    mem_deref(leg);
}

static bool has_tag(struct le *le, void *arg)
{
    const struct leg *leg = le->data;

    return pl_strcmp(arg, leg->dialog.local_tag) == 0;
}

struct leg *leg_find(const struct signalling *signalling,
                     const struct pl *local_tag)
{
    return list_ledata(hash_lookup(signalling->legs->by_tag,
                                   hash_joaat_pl(local_tag), has_tag,
                                   (void *)local_tag));
}

int64_t leg_t1_us(const struct leg *leg)
{
    return (int64_t)leg->signalling->settings.t1_ms * 1000;
}

void leg_remember_invite(struct leg *leg)
{
    struct leg_recent *recent = leg->signalling->legs->recent;
    int64_t now_us = loop_now_us(leg->signalling->loop);

    if (!leg->invite)
        return;

    leg_recent_note(recent, leg_recent_invite_key(recent, leg->invite), now_us);
    leg_recent_note(recent, leg_recent_way_key(recent, leg->invite), now_us);
}

static void remember(struct leg *leg)
{
    struct leg_recent *recent = leg->signalling->legs->recent;
    struct pl tag;

    pl_set_str(&tag, leg->dialog.local_tag);
    leg_recent_note(recent, leg_recent_tag_key(recent, &tag),
                    loop_now_us(leg->signalling->loop));
    leg_remember_invite(leg);
}

/* Whatever is awaited when a leg is over has its own end: 64 * T1. */
void leg_settle(struct leg *leg)
{
    if (!leg->told_end || leg->inviting || leg->leaving || leg->reoffering ||
        leg->reply.message || leg->notifying)
        return;

    const struct signalling_handlers *handlers = &leg->signalling->handlers;

    if (leg->stored) {
        leg->stored = false;
        handlers->leg.dialog_gone(handlers->arg, leg->id);
    }

    remember(leg);
    leg->told_end = false; /* once only */
    mem_deref(leg);
}

static void tell(struct leg *leg)
{
    const struct signalling_handlers *handlers = &leg->signalling->handlers;

    handlers->leg.ended(handlers->arg, leg, &leg->end);
    leg->told_end = true;
}

static void tell_end(void *arg)
{
    struct leg *leg = arg;

    tell(leg);
    leg_settle(leg);
}

void leg_tell_end(struct leg *leg)
{
    if (!wheel_waits(&leg->tell_end))
        return;

    loop_stop_timer(leg->signalling->loop, &leg->tell_end);
    tell(leg);
}

void leg_over(struct leg *leg, enum leg_cause cause, int code)
{
    if (leg->state == LEG_OVER)
        return;

    leg->state = LEG_OVER;
    leg->end.cause = cause;
    leg->end.code = code;
    if (leg->has_channel) {
        leg->has_channel = false;
        trunk_give_channel(leg->signalling->trunks, leg->trunk_id);
    }

    leg_session_stop(leg);
    loop_stop_timer(leg->signalling->loop, &leg->undecided);
    loop_start_timer(leg->signalling->loop, &leg->tell_end, 0, tell_end, leg);
}

/* Reason: Q.850;cause=17;text="busy" (RFC 3326) */
static bool read_cause(const struct sip_hdr *header, const struct sip_msg *msg,
                       void *arg)
{
    (void)msg;
    int *cause = arg;
    struct pl number;

    if (re_regex(header->val.p, header->val.l, "Q.850[ \t]*;[ \t]*cause=[0-9]+",
                 NULL, NULL, &number))
        return false;

    *cause = pl_u32(&number) <= 127 ? (int)pl_u32(&number) : 0;
    return true;
}

void leg_over_by(struct leg *leg, enum leg_cause cause,
                 const struct sip_msg *msg)
{
    if (leg->state == LEG_OVER)
        return;

    leg_over(leg, cause, msg && !msg->req ? msg->scode : 0);
    if (!msg)
        return;

    const struct sip_hdr *retry = sip_msg_hdr(msg, SIP_HDR_RETRY_AFTER);

    if (retry && pl_u32(&retry->val) <= 86400)
        leg->end.retry_after_s = (int)pl_u32(&retry->val);
    sip_msg_hdr_apply(msg, true, SIP_HDR_REASON, read_cause, &leg->end.q850);
    if (leg->end.code >= 300 && leg->end.code <= 302)
        leg_read_redirect(msg, leg->end.redirect);
}

void leg_set_id(struct leg *leg, uint64_t id)
{
    assert(leg);

    leg->id = id;
}

uint64_t leg_id(const struct leg *leg)
{
    assert(leg);

    return leg->id;
}

struct leg_text leg_call_id(const struct leg *leg)
{
    assert(leg);

    const char *call_id = leg->dialog.call_id;

    return (struct leg_text){ call_id, strlen(call_id) };
}

static void shown_without_port(const struct signalling *signalling,
                               const struct sa *peer,
                               enum signal_transport transport,
                               struct sockaddr_storage *ret_address)
{
    struct sa shown;

    if (signal_shown_address(signalling, signal_to_transp(transport), peer,
                             &shown) < 0)
        sa_init(&shown, sa_af(peer));

    sa_set_port(&shown, 0);
    signal_address_from_sa(&shown, ret_address);
}

void leg_media_address(const struct leg *leg,
                       struct sockaddr_storage *ret_address)
{
    assert(leg && ret_address);

    shown_without_port(leg->signalling, &leg->peer, leg->dialog.transport,
                       ret_address);
}

void leg_target_media_address(const struct signalling *signalling,
                              const struct leg_target *target,
                              struct sockaddr_storage *ret_address)
{
    assert(signalling && target && ret_address);

    struct sa peer;

    if (signal_address_to_sa(&target->next_hop, &peer) < 0)
        sa_init(&peer, AF_INET);
    shown_without_port(signalling, &peer, target->transport, ret_address);
}

int leg_local(const struct leg *leg, struct media_description *ret_local)
{
    assert(leg && ret_local);

    if (!leg->sdp)
        return -ENODATA;

    *ret_local = leg->local;
    return 0;
}
