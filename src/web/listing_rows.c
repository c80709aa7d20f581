/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists made from rows: of the floor, and of what was read beside the store. */

#include "web/listing.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>

#include "wire/record_json.h"

void listing_answer_floor(struct exchange *exchange,
                          const struct record *record, enum row_kind kind,
                          listing_fill *fill, uint64_t id)
{
    assert(exchange && record && fill);

    const struct state *floor = exchange_floor(exchange);
    size_t count = state_row_count(floor, kind);
    char *rows = calloc(count + 1, record->size);
    size_t found = 0;

    if (!rows) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    for (size_t i = 0; i < count; i++)
        found += fill(exchange, state_row_at(floor, kind, i), id,
                      rows + found * record->size);
    listing_answer_all(exchange, record, rows, found, EVENT_WHOLE);
    free(rows);
}

void listing_answer_page(struct exchange *exchange, const struct record *record,
                         const struct listing *listing,
                         const struct listing_page *page, enum event_view view)
{
    assert(exchange && record && listing && page);

    struct json_t *items = value_list();
    uint64_t last = 0;
    size_t shown = 0;
    size_t i;

    if (page->rc < 0 && page->rc != -ENODATA) {
        value_free(items);
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    for (i = 0; i < page->count && shown < listing->limit; i++) {
        void *row = (char *)page->rows + i * record->size;

        last = *(const uint64_t *)row;
        if ((page->complete && !page->complete(exchange, row)) ||
            !filter_fits(&listing->filter, row))
            continue;
        if (value_append(items, record_to_json(record, row, view)) < 0)
            items = value_free(items);
        shown++;
    }
    bool is_more = i < page->count || page->count == page->limit;
    listing_answer_items(exchange, items, is_more ? last : 0);
}
