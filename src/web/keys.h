/* SPDX-License-Identifier: GPL-3.0-or-later */
/* API keys, sessions of users, and the making and revoking of tokens of either sort. */

#ifndef WEB_KEYS_H
#define WEB_KEYS_H

#include <stdbool.h>
#include <stdint.h>

#include "web/token.h"
#include "web/web.h"

struct exchange;

void keys_list(struct exchange *exchange);
void keys_create(struct exchange *exchange);
void keys_remove(struct exchange *exchange);
void keys_list_sessions(struct exchange *exchange);
void keys_end_session(struct exchange *exchange);

/**
 * Makes a token, into exchange->token and new_token, and has it kept. `then`
 * is to add it to web->tokens.
 *
 * @param lasts_s  0: until it is revoked
 */
void keys_make(struct exchange *exchange, uint64_t user_id, bool is_key,
               const char *label, int64_t lasts_s,
               void (*then)(struct exchange *, const struct web_reply *));

/** Revokes a token at once, and has it deleted. */
void keys_revoke(struct exchange *exchange, const struct token *token,
                 void (*then)(struct exchange *, const struct web_reply *));

#endif
