/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choosing, sorting and cutting arrays of records. */

#include "web/listing.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/line.h"
#include "base/text.h"
#include "web/lookup.h"
#include "wire/record_json.h"

/* What is wrong with a query, and the words that it is told in. */
struct complaint {
    struct answer_matter matter;
    char name[64];
    char fields[320];
};

static bool read_count(const char *text, uint64_t max, uint64_t *ret_count)
{
    uint64_t count = 0;

    if (*text == '\0' || strlen(text) > 19)
        return false;
    for (; *text; text++) {
        if (*text < '0' || *text > '9')
            return false;
        count = 10 * count + (uint64_t)(*text - '0');
    }
    if (count > max)
        return false;
    *ret_count = count;
    return true;
}

/* @param wrong  told when something is */
static enum problem read_numbers(struct exchange *exchange,
                                 struct listing *listing,
                                 struct answer_matter *wrong)
{
    const char *limit = target_parameter(&exchange->target, "limit");
    bool is_journal = exchange->match.route->query == QUERY_EVENTS;
    const char *cursor_name = is_journal ? "after" : "cursor";
    const char *cursor = target_parameter(&exchange->target, cursor_name);
    uint64_t count = LISTING_PRESET_LIMIT;

    *wrong = (struct answer_matter){ .field = "limit",
                                     .min = 1,
                                     .max = LISTING_MAX_LIMIT };
    if (limit && (!read_count(limit, LISTING_MAX_LIMIT, &count) || count == 0))
        return PROBLEM_BAD_PARAMETER;
    listing->limit = (size_t)count;
    *wrong = (struct answer_matter){ .field = cursor_name };
    if (cursor && !read_count(cursor, INT64_MAX, &listing->cursor))
        return PROBLEM_BAD_PARAMETER;
    return PROBLEM_NONE;
}

/* "name, label, state": the fields there are, as many as there is room for. */
static void write_fields(const struct record *record, struct complaint *wrong)
{
    struct line line = { .text = wrong->fields, .size = sizeof(wrong->fields) };

    for (size_t i = 0; i < record->field_count; i++) {
        size_t length = strlen(record->fields[i].name);

        if (line.length + length + 8 > sizeof(wrong->fields)) {
            line_add(&line, ", …");
            break;
        }
        line_add(&line, "%s%s", i ? ", " : "", record->fields[i].name);
    }
    wrong->matter.choices = wrong->fields;
}

static void name_unknown(const char *name, size_t length,
                         const struct record *record, struct complaint *wrong)
{
    (void)text_safe(name, length, wrong->name, sizeof(wrong->name));
    wrong->matter.name = wrong->name;
    write_fields(record, wrong);
}

/* Where a filter went wrong, there may be a field that there is not. */
static void look_at_filter(const char *filter, size_t place,
                           const struct record *record, struct complaint *wrong)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789_";
    char name[64];

    place += strspn(filter + place, " ");

    size_t length = strspn(filter + place, letters), before = place;

    while (before > 0 && filter[before - 1] == ' ')
        before--;
    if (length == 0 || length >= sizeof(name) ||
        (before > 0 && (before < 4 || strncmp(filter + before - 4, " and", 4))))
        return;

    snprintf(name, sizeof(name), "%.*s", (int)length, filter + place);
    if (!record_field(record, name))
        name_unknown(name, length, record, wrong);
}

static enum problem read_sort(struct exchange *exchange,
                              const struct record *record,
                              struct listing *listing, struct complaint *wrong)
{
    const char *sort = target_parameter(&exchange->target, "sort");

    wrong->matter = (struct answer_matter){ .field = "sort" };
    if (!sort)
        return PROBLEM_NONE;

    listing->is_descending = *sort == '-';
    sort += listing->is_descending ? 1 : 0;
    listing->sort = record_field(record, sort);
    if (!listing->sort)
        name_unknown(sort, strlen(sort), record, wrong);
    if (!listing->sort || listing->sort->kind == FIELD_CANDIDATES)
        return PROBLEM_BAD_PARAMETER;

    return listing->sort->privacy == PRIVATE &&
                   lookup_view(exchange) != EVENT_WHOLE
               ? PROBLEM_FORBIDDEN
               : PROBLEM_NONE;
}

static enum problem read_filter(struct exchange *exchange,
                                const struct record *record,
                                struct listing *listing,
                                struct complaint *wrong)
{
    const char *filter = target_parameter(&exchange->target, "filter");
    size_t place = 0;

    wrong->matter = (struct answer_matter){ .field = "filter" };
    if (filter && filter_parse(filter, record, &listing->filter, &place) < 0) {
        look_at_filter(filter, place, record, wrong);
        return PROBLEM_BAD_FILTER;
    }

    return filter_is_private(&listing->filter) &&
                   lookup_view(exchange) != EVENT_WHOLE
               ? PROBLEM_FORBIDDEN
               : PROBLEM_NONE;
}

bool listing_read(struct exchange *exchange, const struct record *record,
                  struct listing *ret_listing)
{
    struct complaint wrong;
    enum problem problem;

    assert(exchange && record && ret_listing);

    memset(ret_listing, 0, sizeof(*ret_listing));
    problem = read_numbers(exchange, ret_listing, &wrong.matter);
    if (!problem)
        problem = read_sort(exchange, record, ret_listing, &wrong);
    if (!problem)
        problem = read_filter(exchange, record, ret_listing, &wrong);
    if (problem == PROBLEM_FORBIDDEN) /* callers are masked for the asker */
        exchange_refuse_right(exchange, wrong.matter.field,
                              PERMISSION_NUMBER_SEE);
    else if (problem)
        answer_with_matter(&exchange->answer, exchange->language, problem,
                           &wrong.matter);
    return !problem;
}

void listing_refuse_order(struct exchange *exchange, const char *fields)
{
    answer_with_matter(
        &exchange->answer, exchange->language, PROBLEM_NOT_SORTED,
        &(struct answer_matter){ .field = "sort", .choices = fields });
}

static int compare(const void *a, const void *b, void *arg)
{
    const struct listing *listing = arg;
    const void *one = *(const void *const *)a;
    const void *other = *(const void *const *)b;
    uint64_t id = document_id(one);
    uint64_t other_id = document_id(other);
    int order;

    if (field_is_text(listing->sort)) {
        order = strcmp(field_get_text(listing->sort, one),
                       field_get_text(listing->sort, other));
    } else {
        int64_t number = field_get_integer(listing->sort, one);
        int64_t other_number = field_get_integer(listing->sort, other);
        order = (number > other_number) - (number < other_number);
    }
    if (order == 0)
        order = (id > other_id) - (id < other_id);
    return listing->is_descending ? -order : order;
}

/* Where the page begins. Sorted by id, the last one may be gone meanwhile. */
static size_t find_cursor(const struct listing *listing, const void **rows,
                          size_t count)
{
    if (listing->cursor == 0)
        return 0;
    for (size_t i = 0; i < count; i++) {
        uint64_t id = document_id(rows[i]);
        if (!listing->sort && id > listing->cursor)
            return i;
        if (listing->sort && id == listing->cursor)
            return i + 1;
    }
    return count;
}

void listing_answer_items(struct exchange *exchange, struct json_t *items,
                          uint64_t next)
{
    struct json_t *answer = value_object();
    char cursor[24];
    int rc = 0;

    (void)snprintf(cursor, sizeof(cursor), "%" PRIu64, next);
    rc |= value_set(answer, "items", items);
    rc |= value_set(answer, "next", next ? value_text(cursor) : value_null());
    answer_with_value(&exchange->answer, 200,
                      rc == 0 ? answer : value_free(answer));
}

void listing_answer(struct exchange *exchange, const struct record *record,
                    const struct listing *listing, const void **rows,
                    size_t count, enum event_view view)
{
    struct json_t *items = value_list();
    uint64_t last = 0;
    size_t shown = 0;
    size_t i;

    if (listing->sort)
        qsort_r(rows, count, sizeof(*rows), compare, (void *)listing);
    for (i = find_cursor(listing, rows, count); i < count; i++) {
        if (!filter_fits(&listing->filter, rows[i]))
            continue;
        if (shown == listing->limit)
            break;
        if (value_append(items, record_to_json(record, rows[i], view)) < 0)
            items = value_free(items);
        last = document_id(rows[i]);
        shown++;
    }
    listing_answer_items(exchange, items, i < count ? last : 0);
}

void listing_answer_all(struct exchange *exchange, const struct record *record,
                        const void *rows, size_t count, enum event_view view)
{
    struct json_t *items = value_list();

    for (size_t i = 0; i < count && items; i++) {
        const void *row = (const char *)rows + i * record->size;
        if (value_append(items, record_to_json(record, row, view)) < 0)
            items = value_free(items);
    }
    listing_answer_items(exchange, items, 0);
}
