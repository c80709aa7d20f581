/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was erased stays erased when an older backup is restored. */

#include <errno.h>
#include <poll.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/erased.h"
#include "tests/store/place.h"
#include "tests/test.h"

enum { NOT_DONE = 12345 };

static void note_done(void *arg, int rc)
{
    atomic_store((atomic_int *)arg, rc);
}

static void wait_done(atomic_int *result)
{
    for (int tries = 0;
         atomic_load(result) == NOT_DONE && tries < PLACE_WAIT_MS / 10; tries++)
        (void)poll(NULL, 0, 10);

    assert_int_equal(atomic_load(result), 0);
    atomic_store(result, NOT_DONE);
}

/* A day, a backup of it, and then two of its contacts erased. */
struct scene {
    struct place place;
    char backup[128];
    char list[128];
    struct store_erasure contacts[2];
};

static void set_up(struct scene *scene)
{
    struct place *place = &scene->place;
    atomic_int result = NOT_DONE;

    *scene = (struct scene){ .backup = "" };
    place_make(place);
    place_start(place);
    place_write_day(place, 500, 1);
    (void)snprintf(scene->backup, sizeof(scene->backup), "%s/backup",
                   place->directory);
    (void)snprintf(scene->list, sizeof(scene->list), "%s/" STORE_ERASED_FILE,
                   place->directory);
    assert_int_equal(
        store_backup(place->store, scene->backup, note_done, &result), 0);
    wait_done(&result);
    scene->contacts[0].contact_id = (uint64_t)place_number(
        place, "SELECT min(contact_id) FROM event WHERE contact_id > 0");
    scene->contacts[1].contact_id = scene->contacts[0].contact_id + 1;
    assert_int_equal(store_erase_contacts(place->store, scene->contacts, 2,
                                          note_done, &result),
                     0);
    wait_done(&result);
    assert_int_equal(place_number(place, "SELECT count(*) FROM side"
                                         " WHERE kind = 'erasure'"),
                     0);
    place_stop(place);
}

static void lose_database(const struct scene *scene)
{
    assert_int_equal(unlink(scene->place.database), 0);
}

static size_t restore(const struct scene *scene)
{
    size_t erased = 4711;

    assert_int_equal(
        store_restore(scene->backup, scene->place.directory, &erased, NULL), 0);
    return erased;
}

static void add_to_list(const struct scene *scene, const char *text)
{
    FILE *file = fopen(scene->list, "a");

    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static void a_restore_notes_whom_to_erase_again(void **state)
{
    struct scene scene;
    struct stat file;

    (void)state;
    set_up(&scene);
    assert_int_equal(stat(scene.list, &file), 0);
    assert_int_equal(file.st_mode & 0777, 0600);
    lose_database(&scene);
    assert_int_equal(restore(&scene), 2);
    assert_int_equal(
        place_number(&scene.place,
                     "SELECT count(*) FROM side WHERE"
                     " kind = 'erasure' AND CAST(value AS TEXT) = '0 -1'"),
        2);
    assert_int_equal(place_number(&scene.place,
                                  "SELECT min(CAST(key AS INTEGER)) FROM side"
                                  " WHERE kind = 'erasure'"),
                     (int64_t)scene.contacts[0].contact_id);
    place_verify(&scene.place);
    place_remove(&scene.place);
}

static void the_same_number_in_another_journal_is_somebody_else(void **state)
{
    struct scene scene;
    struct scene other;

    (void)state;
    set_up(&scene);
    set_up(&other); /* the same day, but salts differ, and so the chain */
    lose_database(&scene);
    assert_int_equal(rename(other.list, scene.list), 0);
    assert_int_equal(restore(&scene), 0);
    place_remove(&other.place);
    place_remove(&scene.place);
}

static void lines_that_are_not_whole_are_left_out(void **state)
{
    struct scene scene;

    (void)state;
    set_up(&scene);
    lose_database(&scene);
    add_to_list(&scene, "\n\n3 ABC\nx\n-1 00\n99999999999999999999999 AB\n7");
    assert_int_equal(restore(&scene), 2);
    place_remove(&scene.place);
}

static void what_follows_a_line_cut_short_is_a_line(void **state)
{
    struct scene scene;
    sqlite3 *db;

    (void)state;
    set_up(&scene);
    assert_int_equal(truncate(scene.list, 30), 0);
    db = place_open_database(&scene.place);
    assert_int_equal(
        erased_add(scene.place.directory, db, &scene.contacts[1], 1), 0);
    (void)db_close(db);
    lose_database(&scene);
    assert_int_equal(restore(&scene), 1);
    place_remove(&scene.place);
}

static void nothing_is_erased_that_cannot_be_put_down(void **state)
{
    struct scene scene;
    atomic_int result = NOT_DONE;
    struct place *place = &scene.place;

    (void)state;
    set_up(&scene);
    assert_int_equal(unlink(scene.list), 0);
    assert_int_equal(mkdir(scene.list, 0700), 0);
    place_start(place);
    struct store_erasure third = { .contact_id =
                                       scene.contacts[1].contact_id + 1 };
    assert_int_equal(
        store_erase_contacts(place->store, &third, 1, note_done, &result), 0);
    for (int tries = 0;
         atomic_load(&result) == NOT_DONE && tries < PLACE_WAIT_MS / 10;
         tries++)
        (void)poll(NULL, 0, 10);
    assert_int_equal(atomic_load(&result), -EISDIR);
    assert_int_equal(third.texts, 0);
    place_stop(place);
    place_verify(place);
    assert_int_equal(rmdir(scene.list), 0);
    place_remove(place);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, a_restore_notes_whom_to_erase_again);
    TEST_LIST_ADD(&list, the_same_number_in_another_journal_is_somebody_else);
    TEST_LIST_ADD(&list, lines_that_are_not_whole_are_left_out);
    TEST_LIST_ADD(&list, what_follows_a_line_cut_short_is_a_line);
    TEST_LIST_ADD(&list, nothing_is_erased_that_cannot_be_put_down);
    return test_list_run(&list);
}
