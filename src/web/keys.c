/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tokens are made here and kept by the main thread, with their hash as key. */

#include "web/keys.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "web/exchange.h"
#include "web/inside.h"
#include "web/listing.h"
#include "web/lookup.h"
#include "wire/record_json.h"

static void note_secret(struct web_request *request, uint64_t user_id)
{
    request->task = WEB_COMMAND;
    request->command.type = COMMAND_NOTE_SECRET;
    request->command.as.note_secret.owner_kind = DOCUMENT_USER;
    request->command.as.note_secret.owner_id = user_id;
}

void keys_make(struct exchange *exchange, uint64_t user_id, bool is_key,
               const char *label, int64_t lasts_s,
               void (*then)(struct exchange *, const struct web_reply *))
{
    struct web *web = exchange->web;
    struct web_request request = { .task = WEB_SIDES, .side_count = 1 };
    struct token *token = &exchange->new_token;
    char key[TOKEN_KEY_SIZE];
    char value[TOKEN_VALUE_SIZE];

    *token = (struct token){
        .id = tokens_next_id(web->tokens),
        .user_id = user_id,
        .is_key = is_key,
        .created_wall_us = state_wall_us(web->floor, web_now_us(web)),
    };
    if (lasts_s > 0)
        token->expires_wall_us = token->created_wall_us + lasts_s * 1000000;
    (void)snprintf(token->label.text, sizeof(token->label.text), "%s", label);
    token_make(token, exchange->token);

    token_print(token, key, value);
    request.sides[0].kind = WEB_SIDE_TOKEN;
    memcpy(request.sides[0].key, key, sizeof(key));
    request.sides[0].value = strdup(value);
    if (!request.sides[0].value) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    if (is_key) /* that somebody was given a key is worth a line */
        note_secret(&request, user_id);
    exchange_ask(exchange, &request, then);
}

void keys_revoke(struct exchange *exchange, const struct token *token,
                 void (*then)(struct exchange *, const struct web_reply *))
{
    struct web_request request = { .task = WEB_SIDES, .side_count = 1 };
    char key[TOKEN_KEY_SIZE];
    char value[TOKEN_VALUE_SIZE];

    token_print(token, key, value);
    request.sides[0].kind = WEB_SIDE_TOKEN;
    memcpy(request.sides[0].key, key, sizeof(key));
    if (token->is_key)
        note_secret(&request, token->user_id);
    tokens_remove(exchange->web->tokens, token->hash);
    exchange->web->has_new_rights = true;
    exchange_ask(exchange, &request, then);
}

/* @return whose keys are meant; 0: answered */
static uint64_t find_owner(struct exchange *exchange)
{
    const void *user = lookup_document(exchange, DOCUMENT_USER);

    if (!user || !lookup_may(exchange, document_id(user), 0))
        return 0;
    return document_id(user);
}

static int compare(const void *a, const void *b)
{
    const struct shape_token *one = a;
    const struct shape_token *other = b;

    return (one->id > other->id) - (one->id < other->id);
}

void keys_list(struct exchange *exchange)
{
    const struct tokens *tokens = exchange->web->tokens;
    size_t count = tokens_count(tokens);
    uint64_t user_id = find_owner(exchange);
    size_t found = 0;

    if (user_id == 0)
        return;
    struct shape_token *rows = calloc(count + 1, sizeof(*rows));
    if (!rows) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        const struct token *token = tokens_at(tokens, i);
        if (token->user_id == user_id && token->is_key)
            rows[found++] = (struct shape_token){
                .id = token->id,
                .label = token->label,
                .created_wall_us = token->created_wall_us,
                .expires_wall_us = token->expires_wall_us,
            };
    }
    qsort(rows, found, sizeof(*rows), compare);
    listing_answer_all(exchange, shape_record(SHAPE_TOKEN), rows, found,
                       EVENT_WHOLE);
    free(rows);
}

static int compare_sessions(const void *a, const void *b)
{
    const struct shape_signed_in *one = a;
    const struct shape_signed_in *other = b;

    return (one->id > other->id) - (one->id < other->id);
}

void keys_list_sessions(struct exchange *exchange)
{
    const struct tokens *tokens = exchange->web->tokens;
    size_t count = tokens_count(tokens);
    uint64_t user_id = find_owner(exchange);
    int64_t wall_us =
        state_wall_us(exchange_floor(exchange), exchange_now_us(exchange));
    size_t found = 0;

    if (user_id == 0)
        return;
    struct shape_signed_in *rows = calloc(count + 1, sizeof(*rows));
    if (!rows) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        const struct token *token = tokens_at(tokens, i);
        if (token->user_id == user_id && !token->is_key &&
            token->expires_wall_us > wall_us)
            rows[found++] = (struct shape_signed_in){
                .id = token->id,
                .created_wall_us = token->created_wall_us,
                .expires_wall_us = token->expires_wall_us,
                .current = memcmp(token->hash, exchange->asker.token,
                                  sizeof(token->hash)) == 0,
            };
    }
    qsort(rows, found, sizeof(*rows), compare_sessions);
    listing_answer_all(exchange, shape_record(SHAPE_SIGNED_IN), rows, found,
                       EVENT_WHOLE);
    free(rows);
}

static void answer_made(struct exchange *exchange,
                        const struct web_reply *reply)
{
    const struct token *token = &exchange->new_token;
    struct shape_token_made made = {
        .id = token->id,
        .label = token->label,
        .created_wall_us = token->created_wall_us,
        .expires_wall_us = token->expires_wall_us,
    };

    (void)reply;
    if (tokens_add(exchange->web->tokens, token) < 0) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    memcpy(made.token.text, exchange->token, sizeof(exchange->token));
    answer_with_value(
        &exchange->answer, 201,
        record_to_json(shape_record(SHAPE_TOKEN_MADE), &made, EVENT_WHOLE));
    password_wipe(&made, sizeof(made));
}

void keys_create(struct exchange *exchange)
{
    uint64_t user_id = find_owner(exchange);
    struct shape_token_asked asked = { .expires_in_s = 0 };

    if (user_id == 0 ||
        !lookup_body(exchange, shape_record(SHAPE_TOKEN_ASKED), NULL, &asked))
        return;
    if (exchange->is_repeat) { /* it was shown, that once */
        exchange_refuse(exchange, PROBLEM_SHOWN_ONCE);
        return;
    }
    keys_make(exchange, user_id, true, asked.label.text, asked.expires_in_s,
              answer_made);
}

static void answer_revoked(struct exchange *exchange,
                           const struct web_reply *reply)
{
    (void)reply;
    answer_with_nothing(&exchange->answer);
}

static void remove_token(struct exchange *exchange, bool is_key)
{
    const struct tokens *tokens = exchange->web->tokens;
    uint64_t user_id = find_owner(exchange);
    uint64_t id = user_id ? lookup_number(exchange, 1) : 0;

    if (id == 0)
        return;
    for (size_t i = 0; i < tokens_count(tokens); i++) {
        struct token token = *tokens_at(tokens, i);
        if (token.user_id != user_id || token.is_key != is_key ||
            token.id != id)
            continue;
        keys_revoke(exchange, &token, answer_revoked);
        return;
    }
    exchange_refuse(exchange, PROBLEM_NOT_FOUND);
}

void keys_remove(struct exchange *exchange)
{
    remove_token(exchange, true);
}

void keys_end_session(struct exchange *exchange)
{
    remove_token(exchange, false);
}
