/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who may open a database, and which one may be opened. */

#ifndef STORE_GUARD_H
#define STORE_GUARD_H

#include <stdbool.h>

#include <sqlite3.h>

#include "store/migrate.h"
#include "store/problem.h"

#define STORE_FILE     "cclite.db"
#define STORE_NEW_FILE "cclite.db.new"
#define STORE_WAL_FILE "cclite.db-wal"
#define STORE_LOCK     "cclite.lock"

enum { STORE_PATH_SIZE = 4096 };

/** Joins a directory and a name. @return 0 or -ENAMETOOLONG */
int guard_path(const char *directory, const char *name,
               char ret_path[STORE_PATH_SIZE]);

/**
 * Keeps other servers out for as long as the descriptor is open.
 *
 * @return a descriptor; -EBUSY: somebody else has it; another negative errno
 */
int guard_lock(const char *directory, struct store_problem *ret_problem);

/**
 * Looks at a database's file from outside: a regular file that is not empty,
 * may be written, and is as long as it says.
 *
 * @return 1: it is there; 0: there is none; negative errno
 */
int guard_file(const char *directory, bool may_write,
               struct store_problem *ret_problem);

/**
 * Looks at an opened database: ours, not newer than these migrations, and
 * whole as far as can be told in a moment. Of large ones the journal and the
 * projections are left to store_verify().
 */
int guard_content(sqlite3 *db, const struct migration *migrations,
                  const char *path, struct store_problem *ret_problem);

/**
 * Makes an empty database under another name, and gives it its name when it
 * is complete: what is found under the name is never half made.
 */
int guard_create(const char *directory, const struct migration *migrations,
                 struct store_problem *ret_problem);

/** Makes the names in a directory last. @return 0 or negative errno */
int guard_sync_directory(const char *directory);

#endif
