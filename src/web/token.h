/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sessions and API keys: bearer tokens, known by their hash alone. */

#ifndef WEB_TOKEN_H
#define WEB_TOKEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/record.h"

/*
 * A token is 32 random bytes in base64url. Kept is its BLAKE2b hash: whoever
 * reads the database, or a backup, cannot sign in with it. Found by binary
 * search of hashes, which tells a guesser nothing about tokens; the last
 * comparison takes constant time all the same.
 */
enum {
    TOKEN_TEXT_SIZE = 44,
    TOKEN_HASH_SIZE = 32,
    TOKEN_KEY_SIZE = 65,    /* the hash in hexadecimal: its key beside */
    TOKEN_VALUE_SIZE = 256, /* how it is kept */
    TOKENS_MAX = 50000,
};

struct token {
    unsigned char hash[TOKEN_HASH_SIZE];
    uint64_t id; /* 1, 2, 3, ... */
    uint64_t user_id;
    bool is_key; /* made by token_create; else a session */
    int64_t created_wall_us;
    int64_t expires_wall_us; /* 0: never */
    struct label label;
};

struct tokens; /* in the order of their hashes */

int tokens_new(struct tokens **ret_tokens); /* 0 or -ENOMEM */
struct tokens *tokens_free(struct tokens *tokens);

/**
 * Makes a token: fills its hash, and gives its text for the one showing.
 */
void token_make(struct token *token, char ret_text[TOKEN_TEXT_SIZE]);

/** Keeps a token. @return 0, -ENOMEM, or -ENOSPC above TOKENS_MAX */
int tokens_add(struct tokens *tokens, const struct token *token);

/** Finds the token of a text, if it is good now; NULL: there is none. */
const struct token *tokens_find(const struct tokens *tokens, const char *text,
                                int64_t wall_us);

/** The same, by its hash. */
const struct token *tokens_find_hash(const struct tokens *tokens,
                                     const unsigned char hash[TOKEN_HASH_SIZE],
                                     int64_t wall_us);

/** Forgets a token; no harm when it is not there. */
void tokens_remove(struct tokens *tokens,
                   const unsigned char hash[TOKEN_HASH_SIZE]);

/** Numbered from 0; what is borrowed is valid until the next change. */
size_t tokens_count(const struct tokens *tokens);
const struct token *tokens_at(const struct tokens *tokens, size_t index);

/** The next id to be given. */
uint64_t tokens_next_id(struct tokens *tokens);

/* How a token is kept beside the journal. */
void token_print(const struct token *token, char ret_key[TOKEN_KEY_SIZE],
                 char ret_value[TOKEN_VALUE_SIZE]);

/** @return 0 or -EBADMSG */
int token_parse(const char *key, const char *value, size_t length,
                struct token *ret_token);

#endif
