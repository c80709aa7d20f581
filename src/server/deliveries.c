/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A job for each attempt, and the command that tells its end. */

#include "server/deliveries.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/breaker.h"
#include "base/clock.h"
#include "jobs/courier.h"
#include "jobs/fetch_hosts.h"
#include "jobs/query.h"
#include "server/bell.h"
#include "server/secret_file.h"
#include "server/server.h"
#include "web/voicemail_whose.h"
#include "wire/permission.h"

enum { WAYS = DELIVERY_BY_WEBHOOK + 1, MAX_WAITING = 1000 };
enum { FAILURES_TO_OPEN = 5, SECOND_US = 1000000, LONGEST_WAIT_S = 600 };

struct deliveries {
    struct server *server;
    struct courier courier; /* what all jobs read */
    struct jobs *jobs[WAYS];
    struct breaker post;      /* the mail server's */
    struct fetch_hosts hooks; /* a breaker for each host of webhooks */
    struct job_box *box;
    struct courier_job *refused; /* to be told next */
    struct deliveries_figures figures;
    struct bell bell;
};

static void come_back(void *arg)
{
    server_want_pump(((struct deliveries *)arg)->server);
}

/* One webhook that is down holds up none of another host. */
static struct breaker *breaker_of(struct deliveries *deliveries,
                                  const struct courier_job *job)
{
    return job->way == DELIVERY_BY_WEBHOOK
               ? &fetch_hosts_find(&deliveries->hooks, job->box.webhook.text,
                                   server_now_us(deliveries->server))
                      ->breaker
               : &deliveries->post;
}

/* Beginning. */

/* By the clock that never stops, which a worker can read. */
static int64_t boot_time_of(const struct deliveries *deliveries, int64_t at_us)
{
    return clock_boot_us() + at_us - server_now_us(deliveries->server);
}

static void refuse(struct deliveries *deliveries, struct courier_job *job)
{
    job->result = DELIVERY_NOT_NOW;
    job->code = 0;
    job->next = deliveries->refused;
    deliveries->refused = job;
    server_want_pump(deliveries->server);
}

/* Whom it goes to: the box says so, in its language; or one who hears it. */
static bool fill_member(const struct state *state, uint64_t agent_id,
                        struct courier_job *job)
{
    const struct event_agent_set *agent = state_agent(state, agent_id);
    const struct event_user_set *user =
        agent ? state_user(state, agent->user_id) : NULL;

    if (!user)
        return false;
    job->box.mail_to = user->mail;
    job->box.mail_language = user->language;
    job->box.mail_zone = user->zone;
    job->hides_caller =
        permission_may(PERMISSION_NUMBER_SEE, user->role) != MAY;
    return true;
}

static bool fill(const struct deliveries *deliveries,
                 const struct effect *effect, struct courier_job *job)
{
    const struct state *state = core_state(deliveries->server->core);
    const struct delivery_row *row =
        state_delivery_asked(state, effect->serial);
    const struct message_row *message =
        row ? state_message(state, row->message_id) : NULL;
    const struct event_box_set *box =
        message ? state_box(state, message->box_id) : NULL;

    if (!box)
        return false;
    job->courier = &deliveries->courier;
    job->serial = effect->serial;
    job->delivery_id = row->delivery_id;
    job->way = row->way;
    job->attempt = row->attempt;
    job->due_boot_us = boot_time_of(deliveries, row->due_us);
    job->message_id = row->message_id;
    job->box = *box;
    job->is_given = row->assigned;
    voicemail_colleague(state, row->message_id, &job->colleague);
    return !row->agent_id || fill_member(state, row->agent_id, job);
}

void deliveries_do(struct deliveries *deliveries, const struct effect *effect)
{
    assert(deliveries && effect);
    struct courier_job *job = calloc(1, sizeof(*job));

    if (!job)
        return;
    if (!fill(deliveries, effect, job)) {
        free(job);
        return;
    }

    courier_prepare(job);
    if (!breaker_allows(breaker_of(deliveries, job),
                        server_now_us(deliveries->server)) ||
        jobs_submit(deliveries->jobs[job->way], &job->job, deliveries->box) < 0)
        refuse(deliveries, job);
}

void deliveries_resume(struct deliveries *deliveries)
{
    const struct state *state = core_state(deliveries->server->core);
    int64_t now_us = server_now_us(deliveries->server);

    for (size_t i = 0; i < state_row_count(state, ROW_DELIVERY); i++) {
        const struct delivery_row *row = state_row_at(state, ROW_DELIVERY, i);
        const struct effect effect = {
            .type = EFFECT_DELIVER,
            .serial = row->asked,
            .recording_id = row->message_id,
            .code = (int)row->way,
        };

        if (row->asked && row->due_us > now_us)
            deliveries_do(deliveries, &effect);
    }
}

/* Ends. A refusal says that whoever refuses is there; of whom nobody asked
   nothing is known. */

/* A mail server that puts one mailbox off (450 to 452) is well itself. */
static bool is_down(const struct courier_job *job)
{
    bool is_of_mailbox =
        job->way == DELIVERY_BY_MAIL && job->code >= 450 && job->code <= 452;

    return job->result == DELIVERY_NOT_NOW && !is_of_mailbox;
}

static void judge(struct deliveries *deliveries, const struct courier_job *job)
{
    if (!job->was_asked)
        return;
    if (is_down(job))
        breaker_fails(breaker_of(deliveries, job),
                      server_now_us(deliveries->server));
    else if (job->result != DELIVERY_FORBIDDEN) /* nobody was reached */
        breaker_succeeds(breaker_of(deliveries, job));
    if (job->result == DELIVERY_SENT)
        deliveries->figures.sent++;
    else
        deliveries->figures.failed++;
}

static void tell(struct deliveries *deliveries, struct courier_job *job)
{
    const struct command command = {
        .type = COMMAND_DELIVERED,
        .as.delivered = { job->serial, job->result, job->code },
    };

    judge(deliveries, job);
    free(job);
    (void)server_turn(deliveries->server, &command);
}

void deliveries_go_on(struct deliveries *deliveries)
{
    struct courier_job *job;

    assert(deliveries);
    while (!deliveries->server->is_unwritten && (job = deliveries->refused)) {
        deliveries->refused = job->next;
        tell(deliveries, job);
    }
    while (!deliveries->server->is_unwritten &&
           (job = (struct courier_job *)job_box_take(deliveries->box)))
        tell(deliveries, job);
}

void deliveries_figures(const struct deliveries *deliveries,
                        struct deliveries_figures *ret_figures)
{
    assert(deliveries && ret_figures);
    int64_t now_us = server_now_us(deliveries->server);

    *ret_figures = deliveries->figures;
    ret_figures->open = fetch_hosts_open(&deliveries->hooks, now_us);
    ret_figures->open +=
        breaker_state(&deliveries->post, now_us) != BREAKER_CLOSED;
}

/* Coming and going. */

static int open_jobs(struct deliveries *deliveries)
{
    const struct jobs_settings settings = {
        .threads = 1,
        .max_waiting = MAX_WAITING,
        .open = query_open,
        .close = query_close,
        .arg = deliveries->server->store,
    };
    int rc = 0;

    breaker_init(&deliveries->post, FAILURES_TO_OPEN, INT64_C(5) * SECOND_US,
                 INT64_C(1) * LONGEST_WAIT_S * SECOND_US);
    for (int way = 0; way < WAYS && rc == 0; way++)
        rc = jobs_new(&settings, &deliveries->jobs[way]);
    return rc;
}

static void fill_courier(const struct server_settings *settings,
                         struct courier *courier)
{
    courier->smtp_url = settings->smtp_url;
    courier->smtp_from = settings->smtp_from;
    courier->smtp_user = settings->smtp_user;
    courier->smtp_authorities = settings->smtp_authorities;
    courier->smtp_tls = settings->smtp_tls;
    courier->webhook_authorities = settings->webhook_authorities;
    courier->webhook_private = settings->webhook_private;
    courier->recording_dir = settings->recording_dir;
    courier->time_zone = settings->time_zone;
}

int deliveries_new(struct server *server, struct deliveries **ret_deliveries)
{
    assert(server && ret_deliveries);
    const struct server_settings *settings = server->settings;
    struct deliveries *deliveries = calloc(1, sizeof(*deliveries));

    if (!deliveries)
        return -ENOMEM;
    deliveries->server = server;
    fill_courier(settings, &deliveries->courier);
    int rc = bell_init(&deliveries->bell, server->loop, come_back, deliveries);
    if (rc == 0)
        rc = courier_begin();
    if (rc == 0)
        rc = secret_file_read(settings->smtp_password_file,
                              deliveries->courier.smtp_password,
                              COURIER_SECRET_SIZE);
    if (rc == 0)
        rc = secret_file_read(settings->webhook_key_file,
                              deliveries->courier.webhook_key,
                              COURIER_SECRET_SIZE);
    if (rc == 0)
        rc = job_box_new(bell_ring, &deliveries->bell, &deliveries->box);
    if (rc == 0)
        rc = open_jobs(deliveries);
    if (rc < 0) {
        deliveries_free(deliveries);
        return rc;
    }
    *ret_deliveries = deliveries;
    return 0;
}

void deliveries_end(struct deliveries *deliveries)
{
    if (!deliveries)
        return;

    atomic_store(&deliveries->courier.is_ending, true);
    for (int way = 0; way < WAYS; way++)
        deliveries->jobs[way] = jobs_free(deliveries->jobs[way]);
}

struct deliveries *deliveries_free(struct deliveries *deliveries)
{
    struct courier_job *job;

    if (!deliveries)
        return NULL;

    deliveries_end(deliveries);
    while (deliveries->box &&
           (job = (struct courier_job *)job_box_take(deliveries->box)))
        free(job);
    while ((job = deliveries->refused)) {
        deliveries->refused = job->next;
        free(job);
    }
    job_box_free(deliveries->box);
    bell_done(&deliveries->bell);
    explicit_bzero(deliveries->courier.smtp_password, COURIER_SECRET_SIZE);
    explicit_bzero(deliveries->courier.webhook_key, COURIER_SECRET_SIZE);
    free(deliveries);
    return NULL;
}
