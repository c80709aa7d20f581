/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes that the store has no room for. */

#include "server/notes.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "server/server.h"
#include "tests/test.h"

enum { NOTES = 3 };

/* Calls has some notes, and the store has room for some. */
static struct {
    struct server server;
    int next;
    int room;
    int want_count;
    size_t length;
    char kept[32]; /* keys, with a minus behind those deleted */
} world;

struct calls_note *__wrap_calls_next_note(struct calls *calls);
int64_t __wrap_store_write(struct store *store, const struct store_turn *turn);
void __wrap_store_want(struct store *store, int64_t ticket);

struct calls_note *__wrap_calls_next_note(struct calls *calls)
{
    static const char *const keys[NOTES] = { "1", "2", "3" };
    static const enum calls_note_kind kinds[NOTES] = { CALLS_NOTE_BINDING,
                                                       CALLS_NOTE_DIALOG,
                                                       CALLS_NOTE_DIALOG };

    (void)calls;
    if (world.next == NOTES)
        return NULL;

    struct calls_note *note = malloc(sizeof(*note));

    assert_non_null(note);
    *note = (struct calls_note){ kinds[world.next], world.next == 2,
                                 keys[world.next], "" };
    world.next++;
    return note;
}

int64_t __wrap_store_write(struct store *store, const struct store_turn *turn)
{
    (void)store;
    assert_int_equal(turn->event_count, 0);
    assert_int_equal(turn->side_count, 1);
    if (world.room == 0)
        return -EAGAIN;

    world.room--;
    world.length += (size_t)snprintf(
        world.kept + world.length, sizeof(world.kept) - world.length, "%s%s",
        turn->sides[0].key, turn->sides[0].verb == SIDE_PUT ? "" : "-");
    return (int64_t)world.length;
}

void __wrap_store_want(struct store *store, int64_t ticket)
{
    (void)store;
    assert_true(ticket > 0);
    world.want_count++;
}

static void begin(int room)
{
    memset(&world, 0, sizeof(world));
    world.room = room;
}

static void all_are_kept_in_order(void **state)
{
    (void)state;
    begin(NOTES);
    notes_keep(&world.server);
    assert_string_equal(world.kept, "123-");
    assert_null(world.server.note);

    /* ... and of these one is waited for: a dialog that begins */
    assert_int_equal(world.want_count, 1);
}

static void without_room_none_is_lost(void **state)
{
    (void)state;
    begin(1);
    notes_keep(&world.server);
    assert_string_equal(world.kept, "1");
    notes_keep(&world.server);
    assert_string_equal(world.kept, "1");
    world.room = 1;
    notes_keep(&world.server);
    assert_string_equal(world.kept, "12");
    world.room = NOTES;
    notes_keep(&world.server);
    assert_string_equal(world.kept, "123-");
    assert_int_equal(world.next, NOTES);
}

static void one_that_waits_is_dropped_at_the_end(void **state)
{
    (void)state;
    begin(0);
    notes_keep(&world.server);
    assert_non_null(world.server.note);
    notes_drop(&world.server);
    assert_null(world.server.note);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, all_are_kept_in_order);
    TEST_LIST_ADD(&list, without_room_none_is_lost);
    TEST_LIST_ADD(&list, one_that_waits_is_dropped_at_the_end);
    return test_list_run(&list);
}
