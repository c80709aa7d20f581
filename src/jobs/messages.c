/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of three tables in one shape. */

#include "jobs/messages.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "jobs/query.h"
#include "jobs/recordings.h"

static void fill(const struct message_projection *row,
                 struct shape_message *shape)
{
    *shape = (struct shape_message){
        .message_id = row->message_id,
        .contact_id = row->contact_id,
        .box_id = row->box_id,
        .state = row->state,
        .urgent = row->urgent,
        .agent_id = row->agent_id,
        .left_wall_us = row->left_wall_us,
        .note = row->note,
        .transcript = row->said,
    };
}

static int fill_sound(struct reader *reader, struct shape_message *shape)
{
    struct shape_recording sound;
    char object[OBJECT_NAME_SIZE];
    int rc = query_sound(reader, shape->message_id, &sound, object);

    if (rc == 0) {
        shape->length_us = sound.length_us;
        shape->bytes = sound.state == RECORDING_KEPT ? sound.bytes : 0;
        shape->digest = sound.digest;
        shape->repaired = sound.repaired;
        shape->peaks = sound.peaks_left;
    }
    return rc == -ENOENT ? 0 : rc;
}

/* Whoever was erased is blank in the contact's row. */
static int fill_caller(struct reader *reader, struct shape_message *shape)
{
    struct contact_projection contact;
    int rc = reader_contact(reader, shape->contact_id, &contact);

    if (rc == 0) {
        shape->caller = contact.caller;
        shape->caller_name = contact.caller_name;
        shape->called = contact.called;
        shape->language = contact.language;
        shape->tags = contact.tags;
    }
    return rc == -ENOENT ? 0 : rc;
}

static int fill_rest(struct reader *reader, struct shape_message *shape)
{
    int rc = fill_sound(reader, shape);

    return rc < 0 ? rc : fill_caller(reader, shape);
}

struct found {
    struct shape_message *rows;
    size_t count;
    size_t room;
};

static int visit(void *arg, const struct message_projection *row)
{
    struct found *found = arg;

    if (found->count == found->room)
        return 1;
    fill(row, &found->rows[found->count++]);
    return 0;
}

static int find(struct reader *reader, uint64_t cursor_id, struct found *found)
{
    const struct message_filter filter = {
        .cursor_id = cursor_id,
        .limit = (uint32_t)found->room,
    };
    int rc = reader_messages(reader, &filter, visit, found);

    for (size_t i = 0; rc >= 0 && i < found->count; i++)
        rc = fill_rest(reader, &found->rows[i]);
    return rc;
}

int query_messages(void *hands, uint64_t cursor_id, uint32_t limit,
                   struct shape_message **ret_rows, size_t *ret_count)
{
    struct found found = { .room = limit };

    assert(limit >= 1 && limit <= QUERY_MAX_ROWS);

    if (!hands)
        return -ENODATA;
    found.rows = calloc(found.room, sizeof(*found.rows));
    if (!found.rows)
        return -ENOMEM;

    int rc = find(hands, cursor_id, &found);
    if (rc < 0) {
        free(found.rows);
        return rc;
    }
    *ret_rows = found.rows;
    *ret_count = found.count;
    return 0;
}

int query_message(void *hands, uint64_t message_id,
                  struct shape_message *ret_message)
{
    struct message_projection row;

    if (!hands)
        return -ENODATA;

    int rc = reader_message(hands, message_id, &row);
    if (rc < 0)
        return rc;

    fill(&row, ret_message);
    return fill_rest(hands, ret_message);
}
