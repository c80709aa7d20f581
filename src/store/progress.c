/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far opening and recovering are: with years of events that takes long. */

#include <stddef.h>

#include "store/db.h"
#include "store/store_inside.h"

enum { STEPS = 1000000 }; /* of SQLite's machine: some 20 ms */

void store_tell_progress(const struct store *store)
{
    if (store->settings.on_progress)
        store->settings.on_progress(store->settings.progress_arg,
                                    &store->progress);
}

static int go_on(void *store)
{
    store_tell_progress(store);
    return 0;
}

int store_migrate(struct store *store)
{
    int version = migrate_version(store->db);
    int target = migrate_target(store_migrations);

    if (version < 0 || version >= target)
        return version < 0 ? version : 0;

    store->progress.schema_from = version;
    store->progress.schema_to = target;
    store_tell_progress(store);
    sqlite3_progress_handler(store->db, STEPS, go_on, store);
    int rc = migrate_apply(store->db, store_migrations);
    sqlite3_progress_handler(store->db, 0, NULL, NULL);
    return rc;
}
