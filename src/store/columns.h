/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields of a record as the columns of a table. */

#ifndef STORE_COLUMNS_H
#define STORE_COLUMNS_H

#include <sqlite3.h>

#include "core/record.h"

/**
 * Binds a record's fields in their order to the parameters from 1 on: numbers
 * as integers, words and texts as texts; as many as the statement has. The
 * record must live until the statement is reset.
 *
 * @return 0 or negative errno
 */
int columns_bind(sqlite3_stmt *statement, const struct record *record,
                 const void *data);

/**
 * Reads a record from the columns of a row, from 0 on.
 *
 * @return 0, or -EBADMSG: a column does not hold what it should
 */
int columns_read(sqlite3_stmt *statement, const struct record *record,
                 void *ret_data);

#endif
