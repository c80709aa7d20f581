/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists: limit, cursor, sort and filter, the same for all of them. */

#ifndef WEB_LISTING_H
#define WEB_LISTING_H

#include "web/exchange.h"
#include "wire/filter.h"

enum {
    LISTING_PRESET_LIMIT = 100,
    LISTING_MAX_LIMIT = 1000,
};

/* What the query asks for. */
struct listing {
    size_t limit;
    uint64_t cursor; /* the id after which to go on; 0: from the beginning */
    const struct field *sort; /* NULL: by id */
    bool is_descending;
    struct filter filter;
};

/**
 * Reads the query of a listed route.
 *
 * @return whether it stands; else the answer says what does not
 */
bool listing_read(struct exchange *exchange, const struct record *record,
                  struct listing *ret_listing);

/**
 * Refuses to sort a list that is too long for it.
 *
 * @param fields  by which it is sorted, as people read them; NULL: by none
 */
void listing_refuse_order(struct exchange *exchange, const char *fields);

/**
 * Answers with those that fit.
 *
 * @param rows   the records, in the order of their ids, which is their first
 *               field; the array is sorted anew
 * @param count  of rows
 * @param view   EVENT_REDACTED: private fields are null
 */
void listing_answer(struct exchange *exchange, const struct record *record,
                    const struct listing *listing, const void **rows,
                    size_t count, enum event_view view);

/** Answers with all rows, which lie one behind the other. */
void listing_answer_all(struct exchange *exchange, const struct record *record,
                        const void *rows, size_t count, enum event_view view);

/**
 * Makes a record of a row of the floor, for a list about the document `id`.
 *
 * @return whether the row is about it, and may be seen
 */
typedef bool listing_fill(const struct exchange *exchange, const void *row,
                          uint64_t id, void *ret_record);

/** Answers with all rows of a kind that `fill` takes. O(rows of the kind). */
void listing_answer_floor(struct exchange *exchange,
                          const struct record *record, enum row_kind kind,
                          listing_fill *fill, uint64_t id);

/* What was read beside the store, to be cut to a page. */
struct listing_page {
    int rc;       /* of reading; -ENODATA: there is nothing yet */
    void *rows;   /* whole records, one behind the other, their id first */
    size_t count; /* of rows */
    size_t limit; /* how many were asked for: so many may not be all */
    /* Writes what the store does not know, such as names; NULL: all is known,
       and may be seen.
       @return whether the asker may see the row */
    bool (*complete)(const struct exchange *exchange, void *row);
};

/** Answers with those rows of a page that may be seen and fit the filter. */
void listing_answer_page(struct exchange *exchange, const struct record *record,
                         const struct listing *listing,
                         const struct listing_page *page, enum event_view view);

/** Answers {"items", "next"}; next 0 is null. Items are released. */
void listing_answer_items(struct exchange *exchange, struct json_t *items,
                          uint64_t next);

#endif
