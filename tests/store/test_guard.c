/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A database that is not ours, not whole, or not now's is refused as it is. */

#include "store/guard.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/sha256.h"
#include "store/verify.h"
#include "tests/store/place.h"
#include "tests/test.h"

/* What is done to the database of a stopped store. */

static void make_newer(struct place *place)
{
    place_run(place, "INSERT INTO migration VALUES (999, 'x', 1)");
}

static void make_foreign(struct place *place)
{
    place_run(place, "PRAGMA application_id = 7");
}

static void make_another_program_s(struct place *place)
{
    assert_int_equal(unlink(place->database), 0);
    place->settings.directory = place->directory;
    sqlite3 *db = NULL;
    assert_int_equal(db_open(place->database, DB_CREATE, &db), 0);
    assert_int_equal(db_run(db, "CREATE TABLE t (a)"), 0);
    (void)db_close(db);
}

static void write_file(struct place *place, const char *bytes, size_t length,
                       off_t at)
{
    int fd = open(place->database, O_WRONLY | O_CREAT, 0600);

    assert_true(fd >= 0);
    assert_int_equal(pwrite(fd, bytes, length, at), length);
    assert_int_equal(close(fd), 0);
}

static void make_text(struct place *place)
{
    static const char text[] = "This is a letter to my aunt. It is long enough "
                               "to be taken for a header by those who do not "
                               "read what they are given, as it happens.\n";

    assert_int_equal(truncate(place->database, 0), 0);
    write_file(place, text, sizeof(text), 0);
}

static void make_empty(struct place *place)
{
    assert_int_equal(truncate(place->database, 0), 0);
}

static void cut_off(struct place *place)
{
    struct stat file;

    assert_int_equal(stat(place->database, &file), 0);
    assert_int_equal(truncate(place->database, file.st_size / 2), 0);
}

static void cut_off_a_page(struct place *place)
{
    struct stat file;

    assert_int_equal(stat(place->database, &file), 0);
    assert_int_equal(truncate(place->database, file.st_size - 4096), 0);
}

static void cut_off_in_the_header(struct place *place)
{
    assert_int_equal(truncate(place->database, 20), 0);
}

/* The b-tree of the events themselves. */
static void flip_a_page(struct place *place)
{
    static char page[4096];
    int64_t number = place_number(
        place, "SELECT rootpage FROM sqlite_schema WHERE name = 'event'");

    memset(page, 0xa5, sizeof(page));
    write_file(place, page, sizeof(page), (number - 1) * 4096);
}

static void make_directory(struct place *place)
{
    assert_int_equal(unlink(place->database), 0);
    assert_int_equal(mkdir(place->database, 0700), 0);
}

static void make_symlink(struct place *place)
{
    char elsewhere[128];

    (void)snprintf(elsewhere, sizeof(elsewhere), "%s/elsewhere",
                   place->directory);
    assert_int_equal(rename(place->database, elsewhere), 0);
    assert_int_equal(symlink(elsewhere, place->database), 0);
}

static void make_read_only(struct place *place)
{
    assert_int_equal(chmod(place->database, 0400), 0);
}

/* The log of the last changes is there, its database is not. */
static void make_orphan_log(struct place *place)
{
    char log[128];

    (void)snprintf(log, sizeof(log), "%s-wal", place->database);
    assert_int_equal(rename(place->database, log), 0);
}

static const struct refusal_row {
    const char *says;
    void (*make)(struct place *place);
    int rc;
    const char *text;
} refusal_rows[] = {
    { "a newer release's", make_newer, -EPROTONOSUPPORT, "newer release" },
    { "another application's", make_foreign, -EBADMSG, "of this program" },
    { "another program's", make_another_program_s, -EBADMSG,
      "of this program" },
    { "a text", make_text, -EBADMSG, "" },
    { "an empty file", make_empty, -EBADMSG, "empty" },
    { "half of a file", cut_off, -EBADMSG, "shorter" },
    { "all but the last page", cut_off_a_page, -EBADMSG, "shorter" },
    { "twenty bytes", cut_off_in_the_header, -EBADMSG, "shorter" },
    { "a page of rubbish", flip_a_page, -EBADMSG, "damaged" },
    { "a directory", make_directory, -EBADMSG, "no regular file" },
    { "a symbolic link", make_symlink, -EBADMSG, "no regular file" },
    { "a file that may not be written", make_read_only, -EROFS,
      "cannot be written" },
    { "a log without its database", make_orphan_log, -EBADMSG, "is gone" },
};

/* What lies there, byte by byte; a directory has none. */
static void digest_of(const struct place *place,
                      unsigned char ret_digest[SHA256_SIZE])
{
    char *bytes = NULL;
    size_t length = 0;

    memset(ret_digest, 0, SHA256_SIZE);
    if (file_read(place->database, 1 << 26, &bytes, &length) == 0)
        sha256_of(bytes, length, ret_digest);
    free(bytes);
}

static void is_refused(void **state)
{
    const struct refusal_row *row = *state;
    struct store_problem problem = { .text = NULL };
    unsigned char before[SHA256_SIZE];
    unsigned char after[SHA256_SIZE];
    struct place place;

    place_make(&place);
    place_start(&place);
    place_write_day(&place, 300, 1);
    place_stop(&place);

    row->make(&place);
    digest_of(&place, before);
    assert_int_equal(store_open(&place.settings, &place.store, &problem),
                     row->rc);
    assert_null(place.store);
    if (!strstr(problem.text, row->text))
        fail_msg("not about \"%s\": %s", row->text, problem.text);
    digest_of(&place, after);
    assert_memory_equal(before, after, sizeof(before));
    place_remove(&place);
}

static void a_missing_directory_is_refused(void **state)
{
    const struct store_settings settings = { .directory = "/nonexistent/x" };
    struct store_problem problem = { .text = NULL };
    struct store *store = NULL;

    (void)state;
    assert_int_equal(store_open(&settings, &store, &problem), -ENOTDIR);
    assert_non_null(strstr(problem.text, "does not exist"));
}

static void a_half_made_new_database_is_made_anew(void **state)
{
    struct place place;
    char path[128];

    (void)state;
    place_make(&place);
    (void)snprintf(path, sizeof(path), "%s/" STORE_NEW_FILE, place.directory);
    int fd = open(path, O_WRONLY | O_CREAT, 0600);
    assert_int_equal(write(fd, "half", 4), 4);
    assert_int_equal(close(fd), 0);

    place_start(&place);
    place_write_day(&place, 20, 1);
    place_stop(&place);
    assert_int_equal(access(path, F_OK), -1);
    place_verify(&place);
    place_remove(&place);
}

static void the_database_is_for_its_owner_only(void **state)
{
    struct place place;
    struct stat file;

    (void)state;
    place_make(&place);
    mode_t before = umask(0);
    place_start(&place);
    place_write_day(&place, 20, 1);
    assert_int_equal(stat(place.database, &file), 0);
    assert_int_equal(file.st_mode & 0777, 0600);
    place_stop(&place);
    (void)umask(before);
    place_remove(&place);
}

/* Migrations: a step fails in its middle, and is done again. */
static void a_migration_is_done_whole_or_not_at_all(void **state)
{
    static const char *const first[] = { "CREATE TABLE migration (version,"
                                         " release, wall_us)",
                                         "CREATE TABLE a (x)", NULL };
    static const char *const broken[] = { "CREATE TABLE b (x)",
                                          "INSERT INTO nowhere VALUES (1)",
                                          NULL };
    static const char *const right[] = { "CREATE TABLE b (x)", NULL };
    static const struct migration half[] = { { 1, first },
                                             { 2, broken },
                                             { 0, NULL } };
    static const struct migration whole[] = { { 1, first },
                                              { 2, right },
                                              { 0, NULL } };
    sqlite3 *db = NULL;
    int64_t tables = 0;

    (void)state;
    assert_int_equal(db_open(":memory:", DB_CREATE, &db), 0);
    assert_true(migrate_apply(db, half) < 0);
    assert_int_equal(migrate_version(db), 1);
    assert_int_equal(
        db_number(db, "SELECT count(*) FROM sqlite_schema", &tables), 0);
    assert_int_equal(tables, 2);

    assert_int_equal(migrate_apply(db, whole), 0);
    assert_int_equal(migrate_version(db), migrate_target(whole));
    assert_int_equal(migrate_apply(db, whole), 0);
    (void)db_close(db);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, is_refused, refusal_rows);
    TEST_LIST_ADD(&list, a_missing_directory_is_refused);
    TEST_LIST_ADD(&list, a_half_made_new_database_is_made_anew);
    TEST_LIST_ADD(&list, the_database_is_for_its_owner_only);
    TEST_LIST_ADD(&list, a_migration_is_done_whole_or_not_at_all);
    return test_list_run(&list);
}
