/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages by cursor; one is on its way at a time. */

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "console/caller_numbers_inside.h"
#include "wire/value.h"

enum { PAGE_NUMBERS = 500, QUERY_SIZE = 64 };

static bool make_room(struct caller_numbers *numbers, size_t more)
{
    size_t room = numbers->count + more;
    uint64_t *digits;

    if (room <= numbers->room)
        return true;
    digits = reallocarray(numbers->digits, room, sizeof(*digits));
    if (!digits)
        return false;
    numbers->digits = digits;
    numbers->room = room;
    return true;
}

static bool take_items(struct caller_numbers *numbers,
                       const struct json_t *items)
{
    size_t count = value_count(items);

    if (!make_room(numbers, count + 1))
        return false;
    for (size_t i = 0; i < count; i++) {
        int64_t digits = value_get_integer(value_at(items, i), "id", 0);

        if (digits > 0)
            numbers->digits[numbers->count++] = (uint64_t)digits;
    }
    return true;
}

static void take_page(void *owner, const struct outcome *outcome)
{
    struct caller_numbers *numbers = owner;

    numbers->is_asked = false;
    if (numbers->is_stale) {
        caller_numbers_reload(numbers);
        return;
    }
    numbers->is_failed = !outcome->is_done;
    if (numbers->is_failed)
        return;
    if (numbers->asks_anew)
        numbers->count = 0;
    numbers->is_failed =
        !take_items(numbers, value_get(outcome->value, "items"));
    numbers->cursor = numbers->is_failed ? 0 : outcome_next(outcome);
}

static void ask(struct caller_numbers *numbers, uint64_t cursor)
{
    char query[QUERY_SIZE];
    int length = snprintf(query, sizeof(query), "limit=%d", PAGE_NUMBERS);

    if (cursor > 0)
        (void)snprintf(query + length, sizeof(query) - (size_t)length,
                       "&cursor=%" PRIu64, cursor);
    numbers->asks_anew = cursor == 0;
    numbers->is_asked = program_send(
        numbers->program, &(struct errand){ .route = ROUTE_CALLER_NUMBER_LIST,
                                            .id = numbers->list_id,
                                            .query = query,
                                            .done = take_page,
                                            .owner = numbers });
    numbers->is_failed = !numbers->is_asked;
}

void caller_numbers_reload(struct caller_numbers *numbers)
{
    numbers->is_stale = numbers->is_asked;
    if (!numbers->is_asked)
        ask(numbers, 0);
}

void caller_numbers_want(struct caller_numbers *numbers, size_t count)
{
    if (numbers->cursor > 0 && count > numbers->count && !numbers->is_asked &&
        !numbers->is_failed)
        ask(numbers, numbers->cursor);
}
