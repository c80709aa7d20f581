/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the shelf: each in its place, and found again. */

#include "console/recordings_shelf_inside.h"

#include <assert.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "wire/record_json.h"

static bool reserve(struct shelf *shelf)
{
    size_t room = shelf->room ? 2 * shelf->room : SHELF_PAGE;

    if (shelf->count < shelf->room)
        return true;
    struct shelf_row *rows = realloc(shelf->rows, room * sizeof(*rows));
    if (!rows)
        return false;
    shelf->rows = rows;
    shelf->room = room;
    return true;
}

/* What is private to us is null, and stays empty. */
void shelf_read(enum shape_id shape, const struct json_t *item,
                struct shelf_row *ret_row)
{
    const struct record *record = shape_record(shape);

    assert(record->size <= offsetof(struct shelf_row, is_masked));
    memset(ret_row, 0, sizeof(*ret_row));
    for (size_t i = 0; i < record->field_count; i++) {
        const struct json_t *value = value_get(item, record->fields[i].name);

        if (value && !value_is_null(value))
            (void)field_from_json(&record->fields[i], value,
                                  &ret_row->recording, NULL);
    }
    ret_row->is_masked = value_is_null(value_get(item, "caller"));
}

/* The numbers of all kinds stand in the same place. */
static uint64_t id_of(const struct shelf_row *row)
{
    static_assert(offsetof(struct shape_recording, recording_id) ==
                          offsetof(struct shape_message, message_id) &&
                      offsetof(struct shape_recording, recording_id) ==
                          offsetof(struct shape_greeting, id) &&
                      offsetof(struct shape_recording, recording_id) ==
                          offsetof(struct shape_contact, contact_id),
                  "a row begins with its number");
    return row->recording.recording_id;
}

static uint64_t key_of(const struct shelf *shelf, const struct shelf_row *row)
{
    return shelf->rows_order == SHELF_BY_AGENT     ? row->recording.agent_id
           : shelf->rows_order == SHELF_BY_CONTACT ? row->recording.contact_id
                                                   : id_of(row);
}

/* Below 0: one stands before the other. */
static int compare(const struct shelf *shelf, const struct shelf_row *one,
                   const struct shelf_row *other)
{
    uint64_t key = key_of(shelf, one), other_key = key_of(shelf, other);

    if (key == other_key) {
        key = id_of(one);
        other_key = id_of(other);
    }
    int order = (key < other_key) - (key > other_key);
    bool is_ascending =
        shelf->rows_order == SHELF_OLDEST ||
        (shelf->rows_order == SHELF_NEWEST && shelf->kind->is_ascending);

    return is_ascending ? -order : order;
}

void shelf_append(struct shelf *shelf, const struct json_t *item)
{
    struct shelf_row row;

    shelf_read(shelf->kind->shape, item, &row);
    bool is_next = id_of(&row) != 0 &&
                   (shelf->count == 0 ||
                    compare(shelf, &shelf->rows[shelf->count - 1], &row) < 0);
    if (is_next && shelf->count < SHELF_MAX && reserve(shelf))
        shelf->rows[shelf->count++] = row;
}

size_t shelf_count(const struct shelf *shelf)
{
    return shelf->count;
}

const struct shelf_row *shelf_at(const struct shelf *shelf, size_t n)
{
    assert(n < shelf->count);

    return &shelf->rows[n];
}

/* Sorted by what only the row tells: looked for one by one. */
static size_t find_plainly(const struct shelf *shelf, uint64_t id)
{
    for (size_t i = 0; i < shelf->count; i++)
        if (id_of(&shelf->rows[i]) == id)
            return i;
    return SIZE_MAX;
}

size_t shelf_find(const struct shelf *shelf, uint64_t id)
{
    const struct shelf_row wanted = { .recording.recording_id = id };
    size_t low = 0, high = shelf->count;

    if (shelf->rows_order != SHELF_NEWEST && shelf->rows_order != SHELF_OLDEST)
        return find_plainly(shelf, id);

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (compare(shelf, &shelf->rows[middle], &wanted) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < shelf->count && id_of(&shelf->rows[low]) == id ? low
                                                                : SIZE_MAX;
}

void shelf_drop(struct shelf *shelf, uint64_t id)
{
    size_t at = shelf_find(shelf, id);

    if (at == SIZE_MAX)
        return;
    shelf->count--;
    memmove(&shelf->rows[at], &shelf->rows[at + 1],
            (shelf->count - at) * sizeof(shelf->rows[0]));
}
