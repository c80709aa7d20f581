/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a caller called about before. */

#include <assert.h>
#include <errno.h>
#include <stdlib.h>

#include "jobs/query.h"
#include "store/reader.h"

struct found {
    struct shape_previous *rows;
    size_t count;
    size_t room;
};

static int visit_contact(void *arg, const struct contact_projection *row)
{
    struct found *found = arg;
    int cause = word_find(&word_list_end_cause, row->cause.text);

    if (found->count == found->room)
        return 1;
    found->rows[found->count++] = (struct shape_previous){
        .contact_id = row->contact_id,
        .arrived_wall_us = row->arrived_wall_us,
        .called = row->called,
        .language = row->language,
        .queue_id = row->queue_id,
        .agent_id = row->agent_id,
        .answered = row->answered,
        .cause = cause < 0 ? END_FAULT : (enum end_cause)cause,
        .wait_us = row->wait_us,
        .talk_us = row->talk_us,
        .disposition_id = row->disposition_id,
        .tags = row->tags,
    };
    return 0;
}

static int visit_segment(void *arg, const struct segment_projection *segment)
{
    struct shape_previous *row = arg;

    if (segment->note.text[0])
        row->note = segment->note;
    return 0;
}

static int find(struct reader *reader, const struct contact_filter *filter,
                struct found *found)
{
    int rc = reader_contacts(reader, filter, visit_contact, found);

    for (size_t i = 0; rc >= 0 && i < found->count; i++)
        rc = reader_segments(reader, found->rows[i].contact_id, visit_segment,
                             &found->rows[i]);
    return rc < 0 ? rc : 0;
}

int query_previous(void *hands, const struct query_previous *query,
                   struct shape_contact *ret_contact,
                   struct shape_previous **ret_rows, size_t *ret_count)
{
    struct found found = { .room = query->limit };
    struct shape_contact contact = { .contact_id = 0 };
    struct contact_filter filter = {
        .before_id = query->contact_id,
        .is_ended = 1,
        .limit = query->limit,
    };

    assert(query->limit >= 1 && query->limit <= QUERY_MAX_ROWS);

    int rc = query_contact(hands, query->contact_id, &contact);
    if (rc < 0 && rc != -ENOENT)
        return rc;
    found.rows = calloc(found.room, sizeof(*found.rows));
    if (!found.rows)
        return -ENOMEM;

    filter.caller =
        query->caller.text[0] ? query->caller.text : contact.caller.text;
    rc = *filter.caller ? find(hands, &filter, &found) : 0;
    if (rc < 0) {
        free(found.rows);
        return rc;
    }
    *ret_contact = contact;
    *ret_rows = found.rows;
    *ret_count = found.count;
    return 0;
}

static void take_previous(struct caller_past *past,
                          const struct shape_previous *row)
{
    if (past->calls++ == 0) {
        past->last_wall_us = row->arrived_wall_us;
        past->last_language = row->language;
    }
    if (past->last_queue_id == 0)
        past->last_queue_id = row->queue_id;
    if (past->agent_id || !row->answered)
        return;

    past->agent_id = row->agent_id;
    past->queue_id = row->queue_id;
    past->agent_wall_us = row->arrived_wall_us;
}

int query_past(void *hands, const struct query_previous *query,
               struct caller_past *ret_past)
{
    struct caller_past past = { .calls = 0 };
    struct shape_previous *rows = NULL;
    size_t count = 0;

    int rc = query_previous(hands, query, &past.contact, &rows, &count);
    if (rc < 0)
        return rc;

    for (size_t i = 0; i < count; i++)
        take_previous(&past, &rows[i]);
    free(rows);
    *ret_past = past;
    return 0;
}
