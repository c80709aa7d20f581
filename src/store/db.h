/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SQLite with this house's errors: connections and statements. */

#ifndef STORE_DB_H
#define STORE_DB_H

#include <stdbool.h>
#include <stdint.h>

#include <sqlite3.h>

/*
 * Every SQL text is a constant with `?` for values. Failures are negative
 * errno:
 *
 *     -EBUSY    locked by another connection or process
 *     -ENOSPC   no room: disk, quota, or the size a file may have
 *     -ENOMEM   out of memory
 *     -ETIME    interrupted by a time limit
 *     -EBADMSG  corrupt, or no database
 *     -EROFS    may not be written, or not opened
 *     -EIO      the disk failed to read, write or keep
 *     -EPROTO   a mistake of ours: a constraint, a misuse
 */
enum db_mode { DB_READ, DB_WRITE, DB_CREATE };

/** Opens a connection for one thread at a time. */
int db_open(const char *path, enum db_mode mode, sqlite3 **ret_db);

/** Closes a connection, whose statements are all finalized. @return NULL */
sqlite3 *db_close(sqlite3 *db);

/** Turns an SQLite result into negative errno; SQLITE_OK is 0. */
int db_result(sqlite3 *db, int code);

/** Runs a statement that gives no rows, or whose rows nobody wants. */
int db_run(sqlite3 *db, const char *sql);

/** Reads the one integer that a statement gives; -ENOENT: no row. */
int db_number(sqlite3 *db, const char *sql, int64_t *ret_number);

/** Prepares a statement that lives as long as the connection. */
int db_prepare(sqlite3 *db, const char *sql, sqlite3_stmt **ret_statement);

/**
 * Goes to the next row.
 *
 * @return 1: there is a row; 0: no more, or failed: the statement is reset and
 *         its parameters are cleared
 */
int db_step(sqlite3_stmt *statement);

/** Runs a bound statement to its end. @return 0 or negative errno */
int db_finish(sqlite3_stmt *statement);

/** Finishes early: resets and clears. NULL is fine. */
void db_reset(sqlite3_stmt *statement);

/* Values of the row that db_step() went to. Texts are never NULL. */
uint64_t db_id(sqlite3_stmt *statement, int column);
const char *db_text(sqlite3_stmt *statement, int column);

/** Binds an id, 0 as NULL. */
int db_bind_id_or_null(sqlite3_stmt *statement, int parameter, uint64_t id);

#endif
