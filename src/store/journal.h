/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The journal's rows: events with their private texts apart, chained. */

#ifndef STORE_JOURNAL_H
#define STORE_JOURNAL_H

#include <stddef.h>
#include <stdint.h>

#include <sqlite3.h>

#include "base/sha256.h"
#include "core/event.h"
#include "wire/mistake.h"

enum {
    JOURNAL_SALT_SIZE = 16,
    JOURNAL_MAX_PRIVATE = 4, /* private fields of one event */
};

/* A private text, as it is kept apart. */
struct entry_private {
    const char *field;
    unsigned char salt[JOURNAL_SALT_SIZE];
    char text[sizeof(struct note)];
};

/*
 * An event ready to be written, as often as it takes: the random salts are
 * drawn once, so that every try writes the same.
 */
struct entry {
    uint64_t seq;
    int64_t at_us;
    uint64_t by;
    const char *type;
    uint64_t contact_id; /* 0: the event has none */
    uint64_t agent_id;
    uint64_t queue_id;
    char *body;
    struct entry_private *privates; /* NULL: none */
    size_t private_count;
    unsigned char chain[SHA256_SIZE];
};

/**
 * Makes the entry of an event.
 *
 * @param before  the chain of the event before; zeros before the first
 *
 * @return 0, -ENOMEM, or -EPROTO: a text in it is none
 */
int entry_make(const struct event *event,
               const unsigned char before[SHA256_SIZE],
               struct entry *ret_entry);
void entry_done(struct entry *entry);

/** The id an event has under that name ("contact_id"), or 0. */
uint64_t event_get_id(const struct event *event, const char *field);

/** H(salt, text), as the body has it. */
void journal_mask(const unsigned char *salt, size_t salt_size, const char *text,
                  char ret_hash[SHA256_TEXT_SIZE]);

/** The chain from one event to the next. */
void journal_chain(const unsigned char before[SHA256_SIZE], uint64_t seq,
                   int64_t at_us, uint64_t by, const char *type,
                   const char *body, unsigned char ret_chain[SHA256_SIZE]);

/* Writing. */
struct journal_writer {
    sqlite3_stmt *insert_event;
    sqlite3_stmt *insert_private;
};

int journal_writer_init(struct journal_writer *writer, sqlite3 *db);
void journal_writer_done(struct journal_writer *writer);
int journal_write(struct journal_writer *writer, const struct entry *entry);

/* Reading: the columns that every query for journal_decode() begins with. */
#define JOURNAL_COLUMNS "seq, at_us, by_user, type, body"

struct journal_reader {
    sqlite3_stmt *select_private;
    uint64_t seq; /* of the event being decoded */
    int rc;       /* of its private texts */
    char text[sizeof(struct note)];
};

int journal_reader_init(struct journal_reader *reader, sqlite3 *db);
void journal_reader_done(struct journal_reader *reader);

/**
 * Makes the event of a row.
 *
 * @return 0, -ENOMEM, -EBADMSG with ret_mistake, or another negative errno
 */
int journal_decode(struct journal_reader *reader, sqlite3_stmt *row,
                   struct event *ret_event, struct mistake *ret_mistake);

#endif
