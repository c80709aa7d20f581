/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Client transactions by UDP (RFC 3261, 17.1). */

#include "sip/sent.h"

#include <errno.h>
#include <string.h>

#include "sip/sanity.h"

enum {
    T2_IN_T1 = 8,
    LIFE_IN_T1 = 64,
    RINGING_US = 900000000, /* nobody rings for longer; see LEG_UNDECIDED_S */
};

static int64_t t1_us(const struct signal_sent *sent)
{
    return (int64_t)sent->signalling->settings.t1_ms * 1000;
}

void signal_sent_destructor(void *arg)
{
    struct signal_sent *sent = arg;

    hash_unlink(&sent->by_branch);
    loop_stop_timer(sent->signalling->loop, &sent->again);
    loop_stop_timer(sent->signalling->loop, &sent->give_up);
    for (size_t i = 0; i < ARRAY_SIZE(sent->texts); i++)
        mem_deref(sent->texts[i]);
    mem_deref(sent->kept.auth);
}

static void end(struct signal_sent *sent, const struct sip_msg *msg)
{
    hash_unlink(&sent->by_branch);
    signal_sent_tell(sent, msg);
    mem_deref(sent);
}

static void give_up(void *arg)
{
    end(arg, NULL);
}

static void end_after(struct signal_sent *sent, int64_t delay_us)
{
    loop_start_timer(sent->signalling->loop, &sent->give_up, delay_us, give_up,
                     sent);
}

static void repeat_after(struct signal_sent *sent, int64_t interval_us);

/* A socket that cannot send now may be able to the next time. */
static void send_again(void *arg)
{
    struct signal_sent *sent = arg;

    sent->signalling->stats.requests_retransmitted++;
    (void)signal_sent_write(sent, &sent->kept, false);
    repeat_after(sent, sent->interval_us * 2);
}

/* An INVITE ever less often, all others at least every T2. */
static void repeat_after(struct signal_sent *sent, int64_t interval_us)
{
    int64_t t2_us = T2_IN_T1 * t1_us(sent);

    sent->interval_us =
        interval_us < t2_us || sent->is_invite ? interval_us : t2_us;
    loop_start_timer(sent->signalling->loop, &sent->again, sent->interval_us,
                     send_again, sent);
}

static int keep(struct signal_sent *sent, const char **text, size_t place)
{
    int err = *text ? str_dup(&sent->texts[place], *text) : 0;

    *text = sent->texts[place];
    return err;
}

static int keep_all(struct signal_sent *sent,
                    const struct signal_request *request)
{
    struct signal_request *kept = &sent->kept;

    *kept = *request;
    kept->auth = mem_ref(request->auth);
    kept->ret_branch = NULL;
    kept->from_name = NULL; /* is in the headers */

    /* Methods and types are words of the program. */
    int err = keep(sent, &kept->uri, 0);
    if (!err)
        err = keep(sent, &kept->headers, 1);
    if (!err)
        err = keep(sent, &kept->body, 2);
    if (!err)
        err = keep(sent, &kept->contact_user, 4);
    return err;
}

int signal_sent_by_udp(struct signal_sent *sent,
                       const struct signal_request *request)
{
    struct signalling *signalling = sent->signalling;

    sent->is_invite = strcmp(request->method, "INVITE") == 0;
    int err = keep_all(sent, request);
    if (!err)
        err = signal_sent_write(sent, &sent->kept, false);
    if (err)
        return -err;

    if (request->ret_branch)
        memcpy(request->ret_branch, sent->branch, sizeof(sent->branch));
    hash_append(signalling->asked, hash_joaat_str(sent->branch),
                &sent->by_branch, sent);
    repeat_after(sent, t1_us(sent));
    end_after(sent, LIFE_IN_T1 * t1_us(sent));
    return 0;
}

/* What was refused is acknowledged within the transaction: the INVITE's Route,
   the response's To (17.1.1.3). Those who ask again hear it again. */
static void acknowledge(struct signal_sent *sent)
{
    struct signal_request ack = sent->kept;

    ack.method = "ACK";
    ack.auth = NULL;
    ack.contact_user = NULL;
    ack.headers = sent->texts[3];
    ack.body = NULL;
    ack.body_length = 0;
    if (ack.headers)
        (void)signal_sent_write(sent, &ack, false);
}

static void write_ack(struct signal_sent *sent, const struct sip_msg *msg)
{
    const char *headers = sent->kept.headers;
    struct pl route = { headers, 0 };

    if (strncmp(headers, "Route: ", 7) == 0)
        route.l = strcspn(headers, "\n") + 1;
    (void)re_sdprintf(&sent->texts[3],
                      "%rTo: %r\r\nFrom: %r\r\nCall-ID: %r\r\n"
                      "CSeq: %u ACK\r\n",
                      &route, &msg->to.val, &msg->from.val, &msg->callid,
                      msg->cseq.num);
}

/* 17.1.1.2: it stays for timer D, while the last response may come again. */
static void refused(struct signal_sent *sent, const struct sip_msg *msg)
{
    loop_stop_timer(sent->signalling->loop, &sent->again);
    sent->is_refused = true;
    write_ack(sent, msg);
    acknowledge(sent);
    end_after(sent, LIFE_IN_T1 * t1_us(sent));

    mem_ref(sent);
    signal_sent_tell(sent, msg);
    sent->responded = NULL;
    mem_deref(sent);
}

/* A phone may ring for long: from now on the caller's patience counts. */
static void invite_answered(struct signal_sent *sent, const struct sip_msg *msg)
{
    if (sent->is_refused) {
        if (msg->scode >= 300)
            acknowledge(sent);
    } else if (msg->scode >= 300) {
        refused(sent, msg);
    } else if (msg->scode >= 200) {
        end(sent, msg);
    } else {
        loop_stop_timer(sent->signalling->loop, &sent->again);
        sent->is_ringing = true;
        end_after(sent,
                  sent->responded ? RINGING_US : LIFE_IN_T1 * t1_us(sent));
        signal_sent_tell(sent, msg);
    }
}

void signal_sent_abandon(struct signal_sent *sent)
{
    if (sent->is_ringing && !sent->is_refused)
        end_after(sent, LIFE_IN_T1 * t1_us(sent));
}

static bool is_answered_by(struct le *le, void *arg)
{
    const struct signal_sent *sent = le->data;
    const struct sip_msg *msg = arg;

    return pl_strcmp(&msg->via.branch, sent->branch) == 0 &&
           pl_strcmp(&msg->cseq.met, sent->kept.method) == 0;
}

bool signal_sent_answered(struct signalling *signalling,
                          const struct sip_msg *msg)
{
    struct signal_sent *sent = list_ledata(
        hash_lookup(signalling->asked, hash_joaat_pl(&msg->via.branch),
                    is_answered_by, (void *)msg));

    if (!sent)
        return false;

    if (sent->is_invite) {
        invite_answered(sent, msg);
    } else if (msg->scode >= 200) {
        end(sent, msg);
    } else {
        repeat_after(sent, T2_IN_T1 * t1_us(sent));
        signal_sent_tell(sent, msg);
    }
    return true;
}
