/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is kept beside the journal: values under a kind and a key. */

#ifndef STORE_SIDE_H
#define STORE_SIDE_H

#include <stddef.h>

#include <sqlite3.h>

#include "store/turn.h"

/** Spells a kind, as the table has it. */
const char *side_kind_spell(enum side_kind kind);

/* Secrets have a table of their own, so that exports can leave it out. */
struct side_writer {
    sqlite3_stmt *side[3]; /* by enum side_verb */
    sqlite3_stmt *secret[3];
};

int side_writer_init(struct side_writer *writer, sqlite3 *db);
void side_writer_done(struct side_writer *writer);
int side_write(struct side_writer *writer, const struct side_write *write);

/** As store_side_each(). */
int side_each(sqlite3 *db, enum side_kind kind,
              int (*visit)(void *arg, const char *key, const void *value,
                           size_t length),
              void *arg);

/** As reader_side(). */
int side_get(sqlite3 *db, enum side_kind kind, const char *key,
             void **ret_value, size_t *ret_length);

#endif
