/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A worker checks the password and hashes the PIN; mail is the user's. */

#include "web/own.h"

#include <stdlib.h>
#include <string.h>

#include "web/exchange.h"
#include "web/inside.h"
#include "web/lookup.h"
#include "web/passwords.h"
#include "web/zones.h"

/* The PIN. */

struct pin_job {
    struct exchange_job base; /* first */
    struct shape_own_pin asked;
    char hash[PASSWORD_HASH_SIZE]; /* of the password; "": there is none */
    struct password_cost cost;
    bool is_right;
    char pin_hash[PASSWORD_HASH_SIZE];
    int rc;
};

static void work_pin(struct job *job, void *hands)
{
    struct pin_job *work = (struct pin_job *)job;

    (void)hands;
    work->is_right = !work->hash[0] ||
                     password_is_right(work->asked.password.text, work->hash);
    if (work->is_right)
        work->rc =
            password_hash(work->asked.pin.text, &work->cost, work->pin_hash);
}

static void drop_pin(struct exchange_job *base)
{
    struct pin_job *work = (struct pin_job *)base;

    password_wipe(work, sizeof(*work));
    free(work);
}

static int64_t now_ms(const struct exchange *exchange)
{
    return exchange_now_us(exchange) / 1000;
}

static const struct event_user_set *own_user(const struct exchange *exchange)
{
    return state_user(exchange_floor(exchange), exchange->asker.user_id);
}

static void then_pin(struct exchange *exchange, struct exchange_job *base)
{
    const struct pin_job *work = (const struct pin_job *)base;
    const struct event_user_set *user = own_user(exchange);
    struct guard *guard = exchange->web->guard;
    const char *source = exchange->asker.source;

    if (!user) {
        exchange_refuse(exchange, PROBLEM_FORBIDDEN);
    } else if (!work->is_right) {
        guard_note_wrong(guard, source, user->name.text, now_ms(exchange));
        exchange_refuse_field(exchange, PROBLEM_WRONG_OWN_PASSWORD, "password");
    } else if (work->rc < 0) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
    } else {
        if (work->hash[0])
            guard_note_right(guard, source, user->name.text, now_ms(exchange));
        passwords_keep(exchange, DOCUMENT_BOX, exchange->id, work->pin_hash);
    }
}

/* Too many wrong ones before: as in signing in. */
static bool must_wait(struct exchange *exchange,
                      const struct event_user_set *user)
{
    int64_t wait_ms =
        guard_wait_ms(exchange->web->guard, exchange->asker.source,
                      user->name.text, now_ms(exchange));

    if (wait_ms == 0)
        return false;
    exchange->answer.retry_after_s = (int)((wait_ms + 999) / 1000);
    exchange_refuse(exchange, PROBLEM_TOO_MANY_REQUESTS);
    return true;
}

static bool begin_pin(struct exchange *exchange, struct pin_job *work)
{
    const struct event_user_set *user = own_user(exchange);
    const struct event_box_set *box =
        state_box_of_agent(exchange_floor(exchange), exchange->asker.agent_id);

    if (!user || !box) {
        answer_with_refusal(&exchange->answer, exchange->language,
                            REFUSED_NO_OWN_BOX, shape_record(SHAPE_OWN_PIN));
        return false;
    }
    if (!passwords_check_pin(exchange, &work->asked.pin) ||
        must_wait(exchange, user))
        return false;

    const char *hash = secrets_get(exchange->web->secrets, user->id);

    if (hash)
        memcpy(work->hash, hash, sizeof(work->hash));
    work->cost.operations = exchange->web->settings.hash_operations;
    work->cost.bytes = exchange->web->settings.hash_bytes;
    exchange->id = box->id;
    return true;
}

void own_pin(struct exchange *exchange)
{
    struct pin_job *work = calloc(1, sizeof(*work));

    if (!work) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    work->base.to_do.job.work = work_pin;
    work->base.then = then_pin;
    work->base.drop = drop_pin;
    if (lookup_body(exchange, shape_record(SHAPE_OWN_PIN), NULL,
                    &work->asked) &&
        begin_pin(exchange, work))
        exchange_work(exchange, &work->base);
    else
        drop_pin(&work->base);
}

/* Mail. */

static void answer_mail(struct exchange *exchange,
                        const struct web_reply *reply)
{
    (void)reply;
    answer_with_nothing(&exchange->answer);
}

void own_mail(struct exchange *exchange)
{
    const struct event_user_set *user = own_user(exchange);
    struct shape_own_mail asked = { 0 };
    struct web_request request = {
        .task = WEB_COMMAND,
        .command = { .type = COMMAND_SET_USER },
    };

    if (!user) {
        exchange_refuse(exchange, PROBLEM_FORBIDDEN);
        return;
    }
    if (!lookup_body(exchange, shape_record(SHAPE_OWN_MAIL), NULL, &asked))
        return;
    if (!zone_is_known(asked.zone.text)) {
        answer_with_refusal(&exchange->answer, exchange->language,
                            REFUSED_NO_ZONE, shape_record(SHAPE_OWN_MAIL));
        return;
    }

    /* a command to set a document is that document */
    memcpy(&request.command.as.set_user, user, sizeof(*user));
    request.command.as.set_user.mail = asked.mail;
    request.command.as.set_user.zone = asked.zone;
    exchange_ask(exchange, &request, answer_mail);
}
