/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A password is checked by a worker; a right one makes a token. */

#include "web/sessions.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "web/exchange.h"
#include "web/inside.h"
#include "web/keys.h"
#include "web/lookup.h"
#include "wire/record_json.h"

struct sign_in_job {
    struct exchange_job base;
    struct shape_sign_in asked;
    uint64_t user_id; /* 0: there is no such user */
    char hash[PASSWORD_HASH_SIZE];
    bool is_right;
};

static void work_sign_in(struct job *job, void *hands)
{
    struct sign_in_job *work = (struct sign_in_job *)job;

    (void)hands;
    work->is_right = password_is_right(work->asked.password.text, work->hash);
}

static void drop_sign_in(struct exchange_job *base)
{
    struct sign_in_job *work = (struct sign_in_job *)base;

    password_wipe(work, sizeof(*work));
    free(work);
}

static int64_t now_ms(const struct exchange *exchange)
{
    return exchange_now_us(exchange) / 1000;
}

static void answer_session(struct exchange *exchange,
                           const struct web_reply *reply)
{
    struct token *token = &exchange->new_token;
    const struct state *floor = exchange_floor(exchange);
    const struct event_user_set *user = state_user(floor, token->user_id);
    struct shape_session session = {
        .expires_wall_us = token->expires_wall_us,
        .user_id = token->user_id,
    };

    (void)reply;
    if (!user || tokens_add(exchange->web->tokens, token) < 0) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    session.role = user->role;
    session.agent_id = state_agent_of_user(floor, user->id);
    memcpy(session.token.text, exchange->token, sizeof(exchange->token));
    exchange->web->figures.sign_ins++;
    answer_with_value(
        &exchange->answer, 201,
        record_to_json(shape_record(SHAPE_SESSION), &session, EVENT_WHOLE));
    password_wipe(&session, sizeof(session));
}

static void then_sign_in(struct exchange *exchange, struct exchange_job *base)
{
    const struct sign_in_job *work = (const struct sign_in_job *)base;
    const char *source = exchange->asker.source;
    const char *name = work->asked.name.text;
    const struct event_user_set *user =
        state_user(exchange_floor(exchange), work->user_id);

    if (!work->is_right || !user || !user->enabled) {
        guard_note_wrong(exchange->web->guard, source, name, now_ms(exchange));
        exchange->web->figures.sign_ins_refused++;
        exchange_refuse(exchange, PROBLEM_WRONG_PASSWORD);
        return;
    }
    guard_note_right(exchange->web->guard, source, name, now_ms(exchange));
    keys_make(exchange, user->id, false, "", exchange->web->settings.session_s,
              answer_session);
}

/* Who does not exist, has no password, or may not sign in, is checked against
   a hash of nobody's: the answer takes as long. */
static void find_hash(struct exchange *exchange, struct sign_in_job *work)
{
    const struct event_user_set *user = state_document_named(
        exchange_floor(exchange), DOCUMENT_USER, work->asked.name.text);
    const char *hash =
        user ? secrets_get(exchange->web->secrets, user->id) : NULL;

    work->user_id = hash ? user->id : 0;
    memcpy(work->hash, hash ? hash : exchange->web->nobodys_hash,
           sizeof(work->hash));
}

static bool must_wait(struct exchange *exchange, const char *name)
{
    int64_t wait_ms = guard_wait_ms(
        exchange->web->guard, exchange->asker.source, name, now_ms(exchange));

    if (wait_ms == 0)
        return false;
    exchange->web->figures.sign_ins_refused++;
    exchange->answer.retry_after_s = (int)((wait_ms + 999) / 1000);
    exchange_refuse(exchange, PROBLEM_TOO_MANY_REQUESTS);
    return true;
}

void sessions_open(struct exchange *exchange)
{
    struct sign_in_job *work = calloc(1, sizeof(*work));

    if (!work) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    work->base.to_do.job.work = work_sign_in;
    work->base.then = then_sign_in;
    work->base.drop = drop_sign_in;
    /* A key would have the token shown again. */
    exchange->repeat_key[0] = '\0';
    if (exchange->is_repeat ||
        !lookup_body(exchange, shape_record(SHAPE_SIGN_IN), NULL,
                     &work->asked) ||
        must_wait(exchange, work->asked.name.text)) {
        drop_sign_in(&work->base);
        return;
    }
    find_hash(exchange, work);
    exchange_work(exchange, &work->base);
}

static void answer_closed(struct exchange *exchange,
                          const struct web_reply *reply)
{
    (void)reply;
    answer_with_nothing(&exchange->answer);
}

void sessions_close(struct exchange *exchange)
{
    struct token token = { .id = 0 };

    memcpy(token.hash, exchange->asker.token, sizeof(token.hash));
    if (exchange->asker.is_local) { /* there is no token to revoke */
        answer_with_nothing(&exchange->answer);
        return;
    }
    keys_revoke(exchange, &token, answer_closed);
}

void sessions_me(struct exchange *exchange)
{
    const struct asker *asker = &exchange->asker;
    const struct event_user_set *user =
        state_user(exchange_floor(exchange), asker->user_id);
    struct shape_me me = {
        .user_id = asker->user_id,
        .role = asker->role,
        .agent_id = asker->agent_id,
        .team_id = asker->team_id,
        .local = asker->is_local,
    };

    if (user) {
        me.name = user->name;
        me.label = user->label;
        me.language = user->language;
        me.mail = user->mail;
        me.zone = user->zone;
    }
    answer_with_value(&exchange->answer, 200,
                      record_to_json(shape_record(SHAPE_ME), &me, EVENT_WHOLE));
}
