/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sorted array, and the one line in which a token is kept. */

#include "web/token.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sodium.h>

struct tokens {
    struct token *rows;
    size_t count;
    size_t room;
    uint64_t last_id;
};

int tokens_new(struct tokens **ret_tokens)
{
    assert(ret_tokens);

    struct tokens *tokens = calloc(1, sizeof(*tokens));
    if (!tokens)
        return -ENOMEM;

    *ret_tokens = tokens;
    return 0;
}

struct tokens *tokens_free(struct tokens *tokens)
{
    if (tokens)
        free(tokens->rows);
    free(tokens);
    return NULL;
}

static void hash_text(const char *text, unsigned char ret_hash[TOKEN_HASH_SIZE])
{
    crypto_generichash(ret_hash, TOKEN_HASH_SIZE, (const unsigned char *)text,
                       strlen(text), NULL, 0);
}

void token_make(struct token *token, char ret_text[TOKEN_TEXT_SIZE])
{
    unsigned char bytes[32];

    assert(token && ret_text);

    randombytes_buf(bytes, sizeof(bytes));
    sodium_bin2base64(ret_text, TOKEN_TEXT_SIZE, bytes, sizeof(bytes),
                      sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    sodium_memzero(bytes, sizeof(bytes));
    hash_text(ret_text, token->hash);
}

/* Where a hash is, or belongs. */
static size_t place_of(const struct tokens *tokens,
                       const unsigned char hash[TOKEN_HASH_SIZE])
{
    size_t low = 0;
    size_t high = tokens->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (memcmp(tokens->rows[middle].hash, hash, TOKEN_HASH_SIZE) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool is_at(const struct tokens *tokens, size_t place,
                  const unsigned char hash[TOKEN_HASH_SIZE])
{
    return place < tokens->count &&
           sodium_memcmp(tokens->rows[place].hash, hash, TOKEN_HASH_SIZE) == 0;
}

static int make_room(struct tokens *tokens)
{
    if (tokens->count < tokens->room)
        return 0;
    if (tokens->count >= TOKENS_MAX)
        return -ENOSPC;

    size_t room = tokens->room ? 2 * tokens->room : 16;
    struct token *rows = realloc(tokens->rows, room * sizeof(*rows));
    if (!rows)
        return -ENOMEM;
    tokens->rows = rows;
    tokens->room = room;
    return 0;
}

int tokens_add(struct tokens *tokens, const struct token *token)
{
    assert(tokens && token);

    size_t place = place_of(tokens, token->hash);
    if (!is_at(tokens, place, token->hash)) {
        int rc = make_room(tokens);
        if (rc < 0)
            return rc;
        memmove(tokens->rows + place + 1, tokens->rows + place,
                (tokens->count - place) * sizeof(*tokens->rows));
        tokens->count++;
    }
    tokens->rows[place] = *token;
    if (token->id > tokens->last_id)
        tokens->last_id = token->id;
    return 0;
}

const struct token *tokens_find_hash(const struct tokens *tokens,
                                     const unsigned char hash[TOKEN_HASH_SIZE],
                                     int64_t wall_us)
{
    assert(tokens && hash);

    size_t place = place_of(tokens, hash);
    if (!is_at(tokens, place, hash))
        return NULL;

    const struct token *token = &tokens->rows[place];
    bool is_good = !token->expires_wall_us || token->expires_wall_us > wall_us;
    return is_good ? token : NULL;
}

const struct token *tokens_find(const struct tokens *tokens, const char *text,
                                int64_t wall_us)
{
    unsigned char hash[TOKEN_HASH_SIZE];

    assert(tokens && text);

    if (strlen(text) != TOKEN_TEXT_SIZE - 1)
        return NULL;
    hash_text(text, hash);
    return tokens_find_hash(tokens, hash, wall_us);
}

void tokens_remove(struct tokens *tokens,
                   const unsigned char hash[TOKEN_HASH_SIZE])
{
    assert(tokens && hash);

    size_t place = place_of(tokens, hash);
    if (!is_at(tokens, place, hash))
        return;
    tokens->count--;
    memmove(tokens->rows + place, tokens->rows + place + 1,
            (tokens->count - place) * sizeof(*tokens->rows));
}

size_t tokens_count(const struct tokens *tokens)
{
    assert(tokens);

    return tokens->count;
}

const struct token *tokens_at(const struct tokens *tokens, size_t index)
{
    assert(tokens && index < tokens->count);

    return &tokens->rows[index];
}

uint64_t tokens_next_id(struct tokens *tokens)
{
    assert(tokens);

    return ++tokens->last_id;
}

void token_print(const struct token *token, char ret_key[TOKEN_KEY_SIZE],
                 char ret_value[TOKEN_VALUE_SIZE])
{
    assert(token && ret_key && ret_value);

    sodium_bin2hex(ret_key, TOKEN_KEY_SIZE, token->hash, TOKEN_HASH_SIZE);
    (void)snprintf(ret_value, TOKEN_VALUE_SIZE,
                   "1 %" PRIu64 " %" PRIu64 " %d %" PRId64 " %" PRId64 " %s",
                   token->id, token->user_id, token->is_key,
                   token->created_wall_us, token->expires_wall_us,
                   token->label.text);
}

int token_parse(const char *key, const char *value, size_t length,
                struct token *ret_token)
{
    struct token token = { 0 };
    char text[TOKEN_VALUE_SIZE] = "";
    int is_key = 0;
    int label_at = 0;
    size_t hash_length = 0;

    assert(key && value && ret_token);

    if (length >= sizeof(text) ||
        sodium_hex2bin(token.hash, TOKEN_HASH_SIZE, key, strlen(key), NULL,
                       &hash_length, NULL) != 0 ||
        hash_length != TOKEN_HASH_SIZE)
        return -EBADMSG;
    memcpy(text, value, length);
    if (sscanf(text, "1 %" SCNu64 " %" SCNu64 " %d %" SCNd64 " %" SCNd64 "%n",
               &token.id, &token.user_id, &is_key, &token.created_wall_us,
               &token.expires_wall_us, &label_at) != 5 ||
        text[label_at] != ' ' ||
        strlen(text + label_at + 1) >= sizeof(token.label.text))
        return -EBADMSG;

    token.is_key = is_key != 0;
    memcpy(token.label.text, text + label_at + 1, strlen(text + label_at + 1));
    *ret_token = token;
    return 0;
}
