/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Snapshots: states on disk from which recovery can begin. */

#include "store/snapshot.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "store/db.h"
#include "wire/snapshot_json.h"

static void digest_of(const char *body, char ret_text[SHA256_TEXT_SIZE])
{
    unsigned char digest[SHA256_SIZE];

    sha256_of(body, strlen(body), digest);
    sha256_spell(digest, ret_text);
}

int snapshot_make(const struct state *state,
                  const unsigned char chain[SHA256_SIZE],
                  struct snapshot *ret_snapshot)
{
    const struct system_row *system = state_system(state);
    char *body = snapshot_print(state);

    if (!body)
        return -ENOMEM;

    *ret_snapshot = (struct snapshot){
        .seq = system->seq,
        .at_us = system->at_us,
        .body = body,
    };
    memcpy(ret_snapshot->chain, chain, SHA256_SIZE);
    return 0;
}

void snapshot_done(struct snapshot *snapshot)
{
    free(snapshot->body);
    snapshot->body = NULL;
}

static int insert(sqlite3 *db, const struct snapshot *snapshot)
{
    sqlite3_stmt *statement = NULL;
    char digest[SHA256_TEXT_SIZE];
    int rc = db_prepare(db,
                        "INSERT OR REPLACE INTO snapshot"
                        " (seq, at_us, chain, digest, body)"
                        " VALUES (?, ?, ?, ?, ?)",
                        &statement);

    if (rc == 0) {
        digest_of(snapshot->body, digest);
        (void)sqlite3_bind_int64(statement, 1, (int64_t)snapshot->seq);
        (void)sqlite3_bind_int64(statement, 2, snapshot->at_us);
        (void)sqlite3_bind_blob(statement, 3, snapshot->chain, SHA256_SIZE,
                                SQLITE_STATIC);
        (void)sqlite3_bind_text(statement, 4, digest, -1, SQLITE_STATIC);
        (void)sqlite3_bind_text(statement, 5, snapshot->body, -1,
                                SQLITE_STATIC);
        rc = db_finish(statement);
    }

    (void)sqlite3_finalize(statement);
    return rc;
}

static int delete_others(sqlite3 *db, int kept)
{
    sqlite3_stmt *statement = NULL;
    int rc = db_prepare(db,
                        "DELETE FROM snapshot WHERE seq NOT IN"
                        " (SELECT seq FROM snapshot ORDER BY seq DESC"
                        " LIMIT ?)",
                        &statement);

    if (rc == 0) {
        (void)sqlite3_bind_int(statement, 1, kept);
        rc = db_finish(statement);
    }

    (void)sqlite3_finalize(statement);
    return rc;
}

int snapshot_write(sqlite3 *db, const struct snapshot *snapshot)
{
    int rc = insert(db, snapshot);

    return rc < 0 ? rc : delete_others(db, SNAPSHOTS_KEPT);
}

int snapshot_write_alone(sqlite3 *db, const struct snapshot *snapshot)
{
    int rc = insert(db, snapshot);

    return rc < 0 ? rc : delete_others(db, 1);
}

static int read_row(sqlite3_stmt *row, struct snapshot *ret_snapshot)
{
    const void *chain = sqlite3_column_blob(row, 2);
    const char *body = db_text(row, 4);
    char digest[SHA256_TEXT_SIZE];

    ret_snapshot->seq = db_id(row, 0);
    ret_snapshot->at_us = sqlite3_column_int64(row, 1);
    digest_of(body, digest);
    if (sqlite3_column_bytes(row, 2) != SHA256_SIZE ||
        strcmp(digest, db_text(row, 3)) != 0)
        return -EBADMSG;

    memcpy(ret_snapshot->chain, chain, SHA256_SIZE);
    ret_snapshot->body = strdup(body);
    return ret_snapshot->body ? 0 : -ENOMEM;
}

int snapshot_read_before(sqlite3 *db, uint64_t seq,
                         struct snapshot *ret_snapshot)
{
    assert(db && ret_snapshot);

    sqlite3_stmt *select = NULL;
    int rc = db_prepare(db,
                        "SELECT seq, at_us, chain, digest, body FROM snapshot"
                        " WHERE seq < ? ORDER BY seq DESC LIMIT 1",
                        &select);

    *ret_snapshot = (struct snapshot){ .seq = 0 };
    if (rc == 0) {
        (void)sqlite3_bind_int64(select, 1,
                                 seq > INT64_MAX ? INT64_MAX : (int64_t)seq);
        rc = db_step(select);
    }
    if (rc == 1)
        rc = read_row(select, ret_snapshot);
    else if (rc == 0)
        rc = -ENOENT;

    (void)sqlite3_finalize(select);
    return rc;
}
