/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A worker hashes, the main thread keeps, and old sessions end. */

#include "web/passwords.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "web/exchange.h"
#include "web/inside.h"
#include "web/lookup.h"
#include "web/team.h"

struct hash_job {
    struct exchange_job base;
    struct note secret;
    struct password_cost cost;
    char hash[PASSWORD_HASH_SIZE];
    int rc;
};

static void work_hash(struct job *job, void *hands)
{
    struct hash_job *work = (struct hash_job *)job;

    (void)hands;
    work->rc = password_hash(work->secret.text, &work->cost, work->hash);
}

static void drop_hash(struct exchange_job *base)
{
    struct hash_job *work = (struct hash_job *)base;

    password_wipe(work, sizeof(*work));
    free(work);
}

static void ask_to_keep(struct exchange *exchange, enum document_kind kind,
                        uint64_t id, const char *secret,
                        void (*then)(struct exchange *,
                                     const struct web_reply *))
{
    struct web_request request = { .task = WEB_COMMAND, .side_count = 1 };
    struct web_side *side = &request.sides[0];

    request.command.type = COMMAND_NOTE_SECRET;
    request.command.as.note_secret.owner_kind = kind;
    request.command.as.note_secret.owner_id = id;
    side->kind = WEB_SIDE_SECRET;
    (void)snprintf(side->key, sizeof(side->key), "%s/%" PRIu64,
                   document_kind_info(kind)->name, id);
    side->value = strdup(secret);
    if (!side->value) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    exchange_ask(exchange, &request, then);
}

/* Whoever knew the old password is out: all sessions but the asker's own. */
static void end_sessions(struct exchange *exchange, uint64_t user_id)
{
    struct tokens *tokens = exchange->web->tokens;

    for (size_t i = tokens_count(tokens); i > 0; i--) {
        struct token token = *tokens_at(tokens, i - 1);
        struct web_request request = { .slot = { .index = UINT32_MAX },
                                       .task = WEB_SIDES,
                                       .side_count = 1 };
        char key[TOKEN_KEY_SIZE];
        char value[TOKEN_VALUE_SIZE];

        if (token.user_id != user_id || token.is_key ||
            memcmp(token.hash, exchange->asker.token, TOKEN_HASH_SIZE) == 0)
            continue;
        token_print(&token, key, value);
        request.sides[0].kind = WEB_SIDE_TOKEN;
        memcpy(request.sides[0].key, key, sizeof(key));
        (void)to_main_put(exchange->web->to_main, &request);
        tokens_remove(tokens, token.hash);
    }
}

static void answer_user(struct exchange *exchange,
                        const struct web_reply *reply)
{
    (void)reply;
    if (secrets_set(exchange->web->secrets, exchange->id, exchange->hash) < 0) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    end_sessions(exchange, exchange->id);
    answer_with_nothing(&exchange->answer);
}

static void then_hash(struct exchange *exchange, struct exchange_job *base)
{
    const struct hash_job *work = (const struct hash_job *)base;

    if (work->rc < 0) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    memcpy(exchange->hash, work->hash, sizeof(exchange->hash));
    ask_to_keep(exchange, DOCUMENT_USER, exchange->id, work->hash, answer_user);
}

/* @return NULL: answered */
static struct hash_job *hash_job_new(struct exchange *exchange, uint64_t id,
                                     void (*then)(struct exchange *,
                                                  struct exchange_job *))
{
    struct hash_job *work = calloc(1, sizeof(*work));

    if (!work) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return NULL;
    }
    work->base.to_do.job.work = work_hash;
    work->base.then = then;
    work->base.drop = drop_hash;
    work->cost.operations = exchange->web->settings.hash_operations;
    work->cost.bytes = exchange->web->settings.hash_bytes;
    exchange->id = id;
    return work;
}

void passwords_of_user(struct exchange *exchange)
{
    const void *user = lookup_document(exchange, DOCUMENT_USER);
    struct shape_password asked = { .password = { "" } };
    struct hash_job *work;

    if (!user || !lookup_may(exchange, document_id(user), 0) ||
        !lookup_body(exchange, shape_record(SHAPE_PASSWORD), NULL, &asked))
        return;
    work = hash_job_new(exchange, document_id(user), then_hash);
    if (work) {
        work->secret = asked.password;
        exchange_work(exchange, &work->base);
    }
    password_wipe(&asked, sizeof(asked));
}

static void answer_kept(struct exchange *exchange,
                        const struct web_reply *reply)
{
    (void)reply;
    answer_with_nothing(&exchange->answer);
}

void passwords_keep(struct exchange *exchange, enum document_kind kind,
                    uint64_t id, const char *secret)
{
    ask_to_keep(exchange, kind, id, secret, answer_kept);
}

void passwords_of_device(struct exchange *exchange)
{
    const struct event_device_set *device =
        lookup_document(exchange, DOCUMENT_DEVICE);
    struct shape_password asked = { .password = { "" } };
    char ha1[PASSWORD_HA1_SIZE];

    if (!device ||
        !lookup_body(exchange, shape_record(SHAPE_PASSWORD), NULL, &asked))
        return;
    password_make_ha1(device->name.text, exchange->web->settings.realm,
                      asked.password.text, ha1);
    password_wipe(&asked, sizeof(asked));
    passwords_keep(exchange, DOCUMENT_DEVICE, device->id, ha1);
    password_wipe(ha1, sizeof(ha1));
}

/* A header is one line, and a line is text (RFC 9110, 5.5). */
static bool is_header_value(const char *text)
{
    for (; *text; text++)
        if ((unsigned char)*text < ' ' || *text == 127)
            return false;

    return true;
}

static void refuse_characters(struct exchange *exchange, const char *field)
{
    struct mistake mistake;

    (void)mistake_note(&mistake, MISTAKE_BAD_CHARACTERS, field);
    answer_with_mistake(&exchange->answer, exchange->language, &mistake);
}

/* Not a hash: it is we who must know it. */
static void keep_as_it_is(struct exchange *exchange, enum document_kind kind)
{
    const void *owner = lookup_document(exchange, kind);
    struct shape_password asked = { .password = { "" } };

    if (!owner ||
        !lookup_body(exchange, shape_record(SHAPE_PASSWORD), NULL, &asked))
        return;
    if (kind == DOCUMENT_LOOKUP && !is_header_value(asked.password.text))
        refuse_characters(exchange, "password");
    else
        passwords_keep(exchange, kind, document_id(owner), asked.password.text);
    password_wipe(&asked, sizeof(asked));
}

void passwords_of_trunk(struct exchange *exchange)
{
    keep_as_it_is(exchange, DOCUMENT_TRUNK);
}

void passwords_of_lookup(struct exchange *exchange)
{
    keep_as_it_is(exchange, DOCUMENT_LOOKUP);
}

/* By the keys of a phone, and none of those that do something else there. */
bool passwords_check_pin(struct exchange *exchange, const struct digits *pin)
{
    bool is_pin = strspn(pin->text, "0123456789") == strlen(pin->text);

    if (!is_pin)
        refuse_characters(exchange, "pin");
    return is_pin;
}

static void then_hash_pin(struct exchange *exchange, struct exchange_job *base)
{
    const struct hash_job *work = (const struct hash_job *)base;

    if (work->rc < 0)
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
    else
        passwords_keep(exchange, DOCUMENT_BOX, exchange->id, work->hash);
}

void passwords_of_box(struct exchange *exchange)
{
    const void *box = lookup_document(exchange, DOCUMENT_BOX);
    struct shape_pin asked = { .pin = { "" } };
    struct hash_job *work = NULL;

    if (!box || !lookup_body(exchange, shape_record(SHAPE_PIN), NULL, &asked))
        return;
    if (!team_has_document(&exchange->asker, exchange_floor(exchange),
                           DOCUMENT_BOX, box))
        exchange_refuse(exchange, PROBLEM_FORBIDDEN);
    else if (passwords_check_pin(exchange, &asked.pin))
        work = hash_job_new(exchange, document_id(box), then_hash_pin);
    if (work) {
        memcpy(work->secret.text, asked.pin.text, sizeof(asked.pin.text));
        exchange_work(exchange, &work->base);
    }
    password_wipe(&asked, sizeof(asked));
}
