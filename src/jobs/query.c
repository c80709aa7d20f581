/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A reader of the store, and its rows in the API's shapes. */

#include "jobs/query.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "store/reader.h"

void *query_open(void *store)
{
    struct reader *reader;

    return reader_open_beside(store, &reader, NULL) < 0 ? NULL : reader;
}

void query_close(void *hands)
{
    reader_close(hands);
}

/* Rows as they are found; the array is made for the limit at once. */
struct found {
    void *rows;
    size_t count;
    size_t room;
};

static void fill_contact(const struct contact_projection *row,
                         struct shape_contact *contact)
{
    int cause = word_find(&word_list_end_cause, row->cause.text);

    *contact = (struct shape_contact){
        .contact_id = row->contact_id,
        .live = !row->ended,
        .arrived_wall_us = row->arrived_wall_us,
        .ended_wall_us = row->ended ? row->arrived_wall_us + row->total_us : 0,
        .cause = cause < 0 ? END_FAULT : (enum end_cause)cause,
        .caller = row->caller,
        .caller_name = row->caller_name,
        .called = row->called,
        .language = row->language,
        .trunk_id = row->trunk_id,
        .device_id = row->device_id,
        .entry_id = row->entry_id,
        .queue_id = row->queue_id,
        .agent_id = row->agent_id,
        .outbound = row->outbound,
        .disposition_id = row->disposition_id,
        .answered = row->answered,
        .in_time = row->in_time,
        .short_abandon = row->short_abandon,
        .ivr_us = row->ivr_us,
        .wait_us = row->wait_us,
        .talk_us = row->talk_us,
        .hold_us = row->hold_us,
        .outside_us = row->outside_us,
        .total_us = row->total_us,
        .tags = row->tags,
        .holds = row->holds,
        .rule_id = row->rule_id,
        .rule_to = row->rule_to,
    };
}

enum { WHEREABOUTS_AT_ONCE = 64 };

/* Of the first of so many rows, as many as are asked for at once. */
static int fill_whereabouts(struct reader *reader, struct shape_contact *rows,
                            size_t count)
{
    struct contact_whereabouts found[WHEREABOUTS_AT_ONCE];
    uint64_t ids[WHEREABOUTS_AT_ONCE] = { 0 };

    if (count > WHEREABOUTS_AT_ONCE)
        count = WHEREABOUTS_AT_ONCE;
    for (size_t i = 0; i < count; i++)
        ids[i] = rows[i].contact_id;
    int rc = reader_whereabouts(reader, ids, count, found);
    for (size_t i = 0; i < count && rc == 0; i++) {
        rows[i].place = found[i].place;
        rows[i].flow_id = found[i].flow_id;
    }
    return rc;
}

static int visit_contact(void *arg, const struct contact_projection *row)
{
    struct found *found = arg;
    struct shape_contact *rows = found->rows;

    if (found->count == found->room)
        return 1;
    fill_contact(row, &rows[found->count++]);
    return 0;
}

static int visit_event(void *arg, const struct event *event)
{
    struct found *found = arg;
    struct event *rows = found->rows;

    if (found->count == found->room)
        return 1;
    rows[found->count++] = *event;
    return 0;
}

int query_contacts(void *hands, const struct query_contacts *query,
                   struct shape_contact **ret_rows, size_t *ret_count)
{
    struct found found = { .room = query->limit };
    struct contact_filter filter = {
        .before_id = query->before_id,
        .agent_id = query->agent_id,
        .limit = query->limit,
    };

    assert(query->limit >= 1 && query->limit <= QUERY_MAX_ROWS);

    if (!hands)
        return -ENODATA;
    found.rows = calloc(found.room, sizeof(struct shape_contact));
    if (!found.rows)
        return -ENOMEM;
    int rc = reader_contacts(hands, &filter, visit_contact, &found);
    for (size_t i = 0; rc >= 0 && i < found.count; i += WHEREABOUTS_AT_ONCE)
        rc = fill_whereabouts(hands, (struct shape_contact *)found.rows + i,
                              found.count - i);
    if (rc < 0) {
        free(found.rows);
        return rc;
    }
    *ret_rows = found.rows;
    *ret_count = found.count;
    return 0;
}

int query_contact(void *hands, uint64_t contact_id,
                  struct shape_contact *ret_contact)
{
    struct contact_projection row;

    if (!hands)
        return -ENODATA;
    int rc = reader_contact(hands, contact_id, &row);
    if (rc < 0)
        return rc;

    struct shape_contact contact;
    fill_contact(&row, &contact);
    rc = fill_whereabouts(hands, &contact, 1);
    if (rc == 0)
        *ret_contact = contact;
    return rc;
}

struct part {
    uint64_t agent_id;
    bool is_found;
};

static int visit_part(void *arg, const struct segment_projection *segment)
{
    struct part *part = arg;

    part->is_found = segment->agent_id == part->agent_id;
    return part->is_found ? 1 : 0;
}

int query_had_part(void *hands, uint64_t contact_id, uint64_t agent_id)
{
    struct part part = { .agent_id = agent_id };

    assert(agent_id);

    if (!hands)
        return -ENODATA;
    int rc = reader_segments(hands, contact_id, visit_part, &part);

    return rc < 0 ? rc : part.is_found;
}

int query_events(void *hands, const struct query_events *query,
                 struct event **ret_events, size_t *ret_count)
{
    struct found found = { .room = query->limit };
    struct event_filter filter = {
        .after_seq = query->after_seq,
        .contact_id = query->contact_id,
        .limit = query->limit,
    };

    assert(query->limit >= 1 && query->limit <= QUERY_MAX_ROWS);

    if (!hands)
        return -ENODATA;
    found.rows = calloc(found.room, sizeof(struct event));
    if (!found.rows)
        return -ENOMEM;
    int rc = reader_events(hands, &filter, visit_event, &found);
    if (rc < 0) {
        free(found.rows);
        return rc;
    }
    *ret_events = found.rows;
    *ret_count = found.count;
    return 0;
}

/* @return 0 or -ENOMEM; what is there already stays */
static int append_events(struct event **events, size_t *count,
                         const struct event *page, size_t length)
{
    struct event *grown = realloc(*events, (*count + length) * sizeof(*grown));

    if (!grown)
        return -ENOMEM;
    memcpy(grown + *count, page, length * sizeof(*grown));
    *events = grown;
    *count += length;
    return 0;
}

int query_contact_events(void *hands, uint64_t contact_id,
                         struct event **ret_events, size_t *ret_count)
{
    struct query_events query = { .contact_id = contact_id,
                                  .limit = QUERY_MAX_ROWS };
    struct event *events = NULL;
    size_t count = 0, length;
    int rc;

    do {
        struct event *page = NULL;

        length = 0;
        rc = query_events(hands, &query, &page, &length);
        if (rc == 0 && length > 0) {
            query.after_seq = page[length - 1].seq;
            rc = append_events(&events, &count, page, length);
        }
        free(page);
    } while (rc == 0 && length == QUERY_MAX_ROWS &&
             count < QUERY_MAX_OF_CONTACT);

    if (rc < 0) {
        free(events);
        return rc;
    }
    *ret_events = events;
    *ret_count = count;
    return 0;
}

int query_flow_text(void *hands, const char *digest, char **ret_text)
{
    void *value = NULL;
    size_t length = 0;

    if (!hands)
        return -ENODATA;
    int rc = reader_side(hands, SIDE_FLOW_TEXT, digest, &value, &length);
    if (rc < 0)
        return rc;

    char *text = malloc(length + 1);
    if (text) {
        memcpy(text, value, length);
        text[length] = '\0';
        *ret_text = text;
    }
    free(value);
    return text ? 0 : -ENOMEM;
}
