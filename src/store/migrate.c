/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bringing a database's schema up to date: forward only, each step whole. */

#include "config.h"
#include "store/migrate.h"

#include <assert.h>
#include <errno.h>
#include <limits.h>
#include <stddef.h>

#include "base/clock.h"
#include "store/db.h"

int migrate_target(const struct migration *migrations)
{
    assert(migrations);

    int version = 0;

    for (; migrations->version; migrations++)
        version = migrations->version;

    return version;
}

/* The table of migrations begins with the first of them. */
int migrate_version(sqlite3 *db)
{
    int64_t tables = 0;
    int64_t version = 0;
    int rc = db_number(db,
                       "SELECT count(*) FROM sqlite_schema"
                       " WHERE type = 'table' AND name = 'migration'",
                       &tables);

    if (rc == 0 && tables)
        rc = db_number(db, "SELECT coalesce(max(version), 0) FROM migration",
                       &version);
    if (rc < 0)
        return rc;

    return version < INT_MAX ? (int)version : INT_MAX;
}

static int note_version(sqlite3 *db, int version)
{
    sqlite3_stmt *statement = NULL;
    int rc =
        db_prepare(db, "INSERT INTO migration VALUES (?, ?, ?)", &statement);

    if (rc == 0) {
        (void)sqlite3_bind_int(statement, 1, version);
        (void)sqlite3_bind_text(statement, 2, PACKAGE_VERSION, -1,
                                SQLITE_STATIC);
        (void)sqlite3_bind_int64(statement, 3, clock_wall_us());
        rc = db_finish(statement);
    }

    (void)sqlite3_finalize(statement);
    return rc;
}

static int apply_one(sqlite3 *db, const struct migration *migration)
{
    int rc = db_run(db, "BEGIN IMMEDIATE");

    for (size_t i = 0; rc == 0 && migration->statements[i]; i++)
        rc = db_run(db, migration->statements[i]);
    if (rc == 0)
        rc = note_version(db, migration->version);
    if (rc == 0)
        rc = db_run(db, "COMMIT");

    if (rc < 0 && !sqlite3_get_autocommit(db))
        (void)db_run(db, "ROLLBACK");
    return rc;
}

int migrate_apply(sqlite3 *db, const struct migration *migrations)
{
    assert(db && migrations);

    int version = migrate_version(db);
    int rc = version < 0 ? version : 0;

    for (; rc == 0 && migrations->version; migrations++)
        if (migrations->version > version)
            rc = apply_one(db, migrations);

    return rc;
}
