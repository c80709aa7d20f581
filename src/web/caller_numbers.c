/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The numbers of a caller list, page by page. */

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "web/inside.h"
#include "web/listing.h"
#include "web/lookup.h"
#include "web/rules.h"
#include "wire/shape.h"

static void fill(uint64_t number, struct shape_caller_number *ret)
{
    *ret = (struct shape_caller_number){ .id = number };
    (void)snprintf(ret->number.text, sizeof(ret->number.text), "+%" PRIu64,
                   number);
}

/* The first one behind the cursor. O(log count). */
static size_t first_behind(const struct caller_list *list, uint64_t cursor)
{
    size_t low = 0;
    size_t high = list->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (list->numbers[middle] <= cursor)
            low = middle + 1;
        else
            high = middle;
    }

    return low;
}

static void answer(struct exchange *exchange, const struct listing *listing,
                   const struct caller_list *list)
{
    size_t first = first_behind(list, listing->cursor);
    struct listing_page page = { .limit = LISTING_MAX_LIMIT };
    struct shape_caller_number *rows = calloc(page.limit, sizeof(*rows));

    for (size_t i = first; rows && i < list->count && page.count < page.limit;
         i++)
        fill(list->numbers[i], &rows[page.count++]);
    page.rc = rows ? 0 : -ENOMEM;
    page.rows = rows;
    listing_answer_page(exchange, shape_record(SHAPE_CALLER_NUMBER), listing,
                        &page, EVENT_WHOLE);
    free(rows);
}

void caller_numbers_list(struct exchange *exchange)
{
    static const struct caller_list nothing = { .count = 0 };
    const struct event_caller_list_set *document =
        lookup_document(exchange, DOCUMENT_CALLER_LIST);
    struct listing listing;

    /* a cursor is a number, too: nothing of them can be shown in part */
    if (lookup_view(exchange) != EVENT_WHOLE) {
        exchange_refuse_right(exchange, NULL, PERMISSION_NUMBER_SEE);
        return;
    }
    if (!document ||
        !listing_read(exchange, shape_record(SHAPE_CALLER_NUMBER), &listing))
        return;
    if (listing.sort) {
        listing_refuse_order(exchange, "");
        return;
    }

    const struct caller_list *list =
        rule_book_list(exchange->web->book, document->digest.text);

    answer(exchange, &listing, list ? list : &nothing);
}
