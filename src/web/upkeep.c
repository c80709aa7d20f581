/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folding, forgetting and expiring. */

#include "web/upkeep.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

#include "web/inside.h"
#include "web/watch.h"

enum {
    REPEATS_KEPT_S = 24 * 3600,
    EXPIRED_AT_ONCE = 64, /* of a kind, a tick */
};

static const int64_t SECOND_US = INT64_C(1000000);

/* Asks for what is kept to be deleted; nobody waits for it. */
static int drop_kept(struct web *web, enum web_side_kind kind, const char *key)
{
    struct web_request request = {
        .slot = { .index = UINT32_MAX },
        .task = WEB_SIDES,
        .side_count = 1,
    };

    request.sides[0].kind = kind;
    (void)snprintf(request.sides[0].key, sizeof(request.sides[0].key), "%s",
                   key);
    return to_main_put(web->to_main, &request);
}

static int drop_kept_token(struct web *web, const struct token *token)
{
    char key[TOKEN_KEY_SIZE];
    char value[TOKEN_VALUE_SIZE];

    token_print(token, key, value);
    return drop_kept(web, WEB_SIDE_TOKEN, key);
}

static void forget_user(struct web *web, uint64_t user_id)
{
    for (size_t i = tokens_count(web->tokens); i > 0; i--) {
        struct token token = *tokens_at(web->tokens, i - 1);
        if (token.user_id != user_id)
            continue;
        (void)drop_kept_token(web, &token);
        tokens_remove(web->tokens, token.hash);
    }
    secrets_remove(web->secrets, user_id);
}

static bool changes_rights(enum event_type type)
{
    return type == EVENT_USER_SET || type == EVENT_USER_REMOVED ||
           type == EVENT_AGENT_SET || type == EVENT_AGENT_REMOVED;
}

int upkeep_fold(struct web *web, const struct event *events, size_t count)
{
    assert(web && events);

    for (size_t i = 0; i < count; i++) {
        if (events[i].seq <= state_system(web->floor)->seq)
            continue;
        int rc = state_reserve(web->floor, 1);
        if (rc < 0)
            return rc;
        watch_fold(web, &events[i]);
        web->has_new_rights |= changes_rights(events[i].type);
        if (events[i].type == EVENT_USER_REMOVED)
            forget_user(web, events[i].as.user_removed.id);
    }
    return 0;
}

static void expire_tokens(struct web *web, int64_t wall_us)
{
    int expired = 0;

    for (size_t i = tokens_count(web->tokens);
         i > 0 && expired < EXPIRED_AT_ONCE; i--) {
        const struct token *token = tokens_at(web->tokens, i - 1);
        if (!token->expires_wall_us || token->expires_wall_us > wall_us)
            continue;
        if (drop_kept_token(web, token) < 0)
            return;
        tokens_remove(web->tokens, token->hash);
        expired++;
    }
}

/* A row that could not be deleted for want of memory expires at the next
   start. */
static void expire_repeats(struct web *web, int64_t before_wall_us)
{
    char key[WEB_SIDE_KEY_SIZE];

    for (int i = 0; i < EXPIRED_AT_ONCE; i++)
        if (!repeats_expire(web->repeats, before_wall_us, key) ||
            drop_kept(web, WEB_SIDE_IDEMPOTENCY, key) < 0)
            return;
}

void upkeep_tick(struct web *web)
{
    int64_t wall_us = state_wall_us(web->floor, web_now_us(web));

    assert(web);

    expire_repeats(web, wall_us - REPEATS_KEPT_S * SECOND_US);
    expire_tokens(web, wall_us);
}
