/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A cursor in the order of changes, and the ids told. */

#include "web/subscription.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "web/fill.h"
#include "web/id_set.h"
#include "web/known.h"
#include "web/row_text.h"
#include "web/sight.h"

struct subscription {
    enum topic topic;
    struct filter filter;
    bool remembers;
    struct id_set told_ids; /* who remembers */
    uint64_t told;          /* the last change */
    uint64_t begun_at;      /* the last change when it began: what goes later
                               may have been told */
    uint64_t number;        /* of the last message */
    bool is_begun;          /* the first message is out */
    bool is_whole;          /* all rows were told once */
};

/* What one message has taken so far. */
struct writing {
    const struct asker *asker;
    const struct state *floor;
    enum event_view view;
    int64_t now_us;
    uint64_t gone[SUBSCRIPTION_GONE];
    size_t gone_count;
    size_t row_count;
    bool is_caught_up;
};

int subscription_new(enum topic topic, const struct filter *filter,
                     bool sees_part, struct subscription **ret_subscription)
{
    assert(topic < TOPIC_COUNT && filter && ret_subscription);

    struct subscription *subscription = calloc(1, sizeof(*subscription));
    if (!subscription)
        return -ENOMEM;

    subscription->topic = topic;
    subscription->filter = *filter;
    subscription->remembers = sees_part || filter->term_count > 0;
    *ret_subscription = subscription;
    return 0;
}

struct subscription *subscription_free(struct subscription *subscription)
{
    if (subscription)
        id_set_done(&subscription->told_ids);
    free(subscription);
    return NULL;
}

bool subscription_wants(const struct subscription *subscription,
                        const struct rows *rows)
{
    assert(subscription && rows);

    return !subscription->is_whole ||
           subscription->told < rows_last_change(rows, subscription->topic);
}

static void begin_anew(struct subscription *subscription)
{
    subscription->told = 0;
    subscription->is_begun = false;
    subscription->is_whole = false;
    id_set_done(&subscription->told_ids);
}

/* Ids that went were forgotten before they could be told. */
static bool has_lost_track(const struct subscription *subscription,
                           const struct rows *rows)
{
    uint64_t change = subscription->told > subscription->begun_at
                          ? subscription->told
                          : subscription->begun_at;

    return subscription->is_begun &&
           !rows_reach_back(rows, subscription->topic, change);
}

/* The row as this reader is told it: mostly as it is. @return its data, or room
   with names that the reader may not know put out */
static const void *told_as(const struct subscription *subscription,
                           const struct writing *writing, const struct row *row,
                           union fill *room)
{
    const struct record *record = topic_record(subscription->topic);

    if (!known_hides(writing->asker, writing->floor, record, row->data))
        return row->data;
    assert(record->size <= sizeof(*room));

    memcpy(room, row->data, record->size);
    known_hide(writing->asker, writing->floor, record, room);
    return room;
}

/* A filter guesses no name that is not told. */
static bool is_seen(const struct subscription *subscription,
                    const struct writing *writing, const struct row *row)
{
    union fill room;

    return !row->is_gone &&
           sight_has(writing->asker, writing->floor, subscription->topic,
                     row->data) &&
           filter_fits(&subscription->filter,
                       told_as(subscription, writing, row, &room));
}

/* Whether the reader must hear that the row is gone. */
static bool was_told(struct subscription *subscription, const struct row *row)
{
    if (subscription->remembers)
        return id_set_remove(&subscription->told_ids, row->id);
    return subscription->is_whole || subscription->is_begun;
}

static void add_text(struct writing *writing, const char *text, int64_t made_us,
                     struct page *page)
{
    if (writing->row_count++ > 0)
        page_add(page, ",");
    page_add(page, text);
    page_add_number(page, writing->now_us - made_us);
    page_add(page, "}");
}

/* @return 0 or -ENOMEM */
static int add_row(struct subscription *subscription, struct rows *rows,
                   const struct row *row, struct writing *writing,
                   struct page *page)
{
    union fill room;
    struct row told = *row;
    int64_t made_us = writing->now_us;
    char *own = NULL;
    const char *text;

    told.data = told_as(subscription, writing, row, &room);
    if (told.data == row->data)
        text = rows_text(rows, subscription->topic, row, writing->view,
                         writing->now_us, &made_us);
    else
        text = own = row_text_make(subscription->topic, &told, writing->view,
                                   writing->now_us);

    if (!text || (subscription->remembers &&
                  id_set_add(&subscription->told_ids, row->id) < 0)) {
        free(own);
        return -ENOMEM;
    }
    add_text(writing, text, made_us, page);
    free(own);
    return page->is_spoilt ? -ENOMEM : 0;
}

static int add_rows(struct subscription *subscription, struct rows *rows,
                    struct writing *writing, struct page *page)
{
    while (page->length < SUBSCRIPTION_PAGE &&
           writing->gone_count < SUBSCRIPTION_GONE) {
        const struct row *row =
            rows_after(rows, subscription->topic, subscription->told);
        int rc = 0;

        if (!row) {
            writing->is_caught_up = true;
            return 0;
        }
        if (is_seen(subscription, writing, row))
            rc = add_row(subscription, rows, row, writing, page);
        else if (was_told(subscription, row))
            writing->gone[writing->gone_count++] = row->id;
        if (rc < 0)
            return rc;
        subscription->told = row->change;
    }
    return 0;
}

static void add_head(const struct subscription *subscription, struct page *page)
{
    page_add(page, "{\"is\":\"rows\",\"topic\":\"");
    page_add(page, topic_info(subscription->topic)->name);
    page_add(page, "\",\"n\":");
    page_add_number(page, (long long)subscription->number + 1);
    if (!subscription->is_begun)
        page_add(page, ",\"first\":true");
    page_add(page, ",\"rows\":[");
}

static void add_end(const struct subscription *subscription,
                    const struct writing *writing, struct page *page)
{
    page_add(page, "]");
    if (writing->gone_count > 0)
        page_add(page, ",\"gone\":[");
    for (size_t i = 0; i < writing->gone_count; i++) {
        if (i > 0)
            page_add(page, ",");
        page_add_number(page, (long long)writing->gone[i]);
    }
    if (writing->gone_count > 0)
        page_add(page, "]");
    if (writing->is_caught_up && !subscription->is_whole)
        page_add(page, ",\"last\":true");
    page_add(page, "}");
}

/* Nothing that was to be seen has changed. */
static bool is_empty(const struct subscription *subscription,
                     const struct writing *writing)
{
    return subscription->is_whole && writing->row_count == 0 &&
           writing->gone_count == 0;
}

int subscription_write(struct subscription *subscription, struct rows *rows,
                       const struct state *floor, const struct asker *asker,
                       int64_t now_us, struct page *page)
{
    struct writing writing = {
        .asker = asker,
        .floor = floor,
        .now_us = now_us,
        .view = asker_scope(asker, PERMISSION_NUMBER_SEE) == MAY
                    ? EVENT_WHOLE
                    : EVENT_REDACTED,
    };

    assert(subscription && rows && floor && asker && page);

    if (has_lost_track(subscription, rows))
        begin_anew(subscription);
    if (!subscription->is_begun)
        subscription->begun_at = rows_last_change(rows, subscription->topic);
    add_head(subscription, page);
    int rc = add_rows(subscription, rows, &writing, page);
    add_end(subscription, &writing, page);
    if (rc < 0 || page->is_spoilt) {
        begin_anew(subscription); /* what is half told is told again */
        return -ENOMEM;
    }
    if (is_empty(subscription, &writing)) {
        page_cut(page, 0);
        return 0;
    }
    subscription->number++;
    subscription->is_begun = true;
    subscription->is_whole |= writing.is_caught_up;
    return 0;
}
