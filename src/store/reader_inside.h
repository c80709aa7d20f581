/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Queries of a reader: prepared, bound, limited in time, walked. */

#ifndef STORE_READER_INSIDE_H
#define STORE_READER_INSIDE_H

#include <sqlite3.h>

#include "store/journal.h"
#include "store/reader.h"

struct reader {
    sqlite3 *db;
    struct store *store; /* to catch up before a query of rows; or NULL */
    struct journal_reader journal;
    int64_t until_us; /* of the query that runs */
};

/** Prepares a query, whose second begins now. Finalize it. */
int reader_query(struct reader *reader, const char *sql,
                 sqlite3_stmt **ret_query);

/** ... of projections, which hold then all that was committed before. */
int reader_query_rows(struct reader *reader, const char *sql,
                      sqlite3_stmt **ret_query);

/**
 * Walks the rows of a bound query, each read as a record, and finalizes it.
 *
 * @param row    room for one record
 * @param visit  called with arg and row
 */
int reader_walk(sqlite3_stmt *query, const struct record *record, void *row,
                int (*visit)(void *arg, const void *row), void *arg);

/* Bound as NULL, and so as "any", when it is 0 or NULL. */
int reader_bind_id(sqlite3_stmt *query, int parameter, uint64_t id);
int reader_bind_text(sqlite3_stmt *query, int parameter, const char *text);

#endif
