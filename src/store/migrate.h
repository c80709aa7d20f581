/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bringing a database's schema up to date: forward only, each step whole. */

#ifndef STORE_MIGRATE_H
#define STORE_MIGRATE_H

#include <sqlite3.h>

enum { STORE_APPLICATION_ID = 1128483924 }; /* "CCLT" */

struct migration {
    int version;                   /* 1, 2, 3, ... */
    const char *const *statements; /* constant SQL, ends with NULL */
};

/* This release's, from share/schema, ending with a row of version 0. */
extern const struct migration store_migrations[];

/** The version that a table leads to. */
int migrate_target(const struct migration *migrations);

/** The version a database has; 0: empty; negative errno. */
int migrate_version(sqlite3 *db);

/**
 * Applies what is missing, each migration in a transaction of its own, so that
 * a crash leaves an old or a new schema, and the next start goes on.
 *
 * @return 0 or negative errno
 */
int migrate_apply(sqlite3 *db, const struct migration *migrations);

#endif
