/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Contacts by number or caller, and what was recorded of them. */

#include "jobs/erasure.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>

#include "jobs/query.h"

struct erasure *erasure_free(struct erasure *erasure)
{
    if (erasure)
        free(erasure->recordings);
    free(erasure);
    return NULL;
}

static int visit_contact(void *arg, const struct contact_projection *row)
{
    struct erasure *erasure = arg;

    if (erasure->contact_count == ERASURE_MAX_CONTACTS)
        return 1;
    erasure->contacts[erasure->contact_count++] = row->contact_id;
    return 0;
}

static int find_one(struct reader *reader, uint64_t contact_id,
                    struct erasure *erasure)
{
    struct contact_projection contact;
    int rc = reader_contact(reader, contact_id, &contact);

    if (rc < 0)
        return rc;

    erasure->is_one = true;
    erasure->is_ended = contact.ended;
    return visit_contact(erasure, &contact);
}

static int find_of_caller(struct reader *reader, const char *caller,
                          struct erasure *erasure)
{
    const struct contact_filter filter = { .caller = caller,
                                           .is_ended = 1,
                                           .limit = ERASURE_MAX_CONTACTS };
    int rc = reader_contacts(reader, &filter, visit_contact, erasure);

    return rc < 0 ? rc : 0;
}

static int visit_recording(void *arg, const struct recording_projection *row)
{
    struct erasure *erasure = arg;

    if (row->state == RECORDING_DELETED)
        return 0;

    struct command_delete_recording *recordings =
        realloc(erasure->recordings,
                (erasure->recording_count + 1) * sizeof(*recordings));
    if (!recordings)
        return -ENOMEM;

    erasure->recordings = recordings;
    recordings[erasure->recording_count++] =
        (struct command_delete_recording){ .recording_id = row->recording_id,
                                           .contact_id = row->contact_id,
                                           .agent_id = row->agent_id,
                                           .object = row->object };
    return 0;
}

/* A talk has one recording, and a contact few talks: far from the limit. */
static int find_recordings(struct reader *reader, struct erasure *erasure)
{
    struct recording_filter filter = { .limit = QUERY_MAX_ROWS };
    int rc = 0;

    for (size_t i = 0; rc == 0 && i < erasure->contact_count; i++) {
        filter.contact_id = erasure->contacts[i];
        rc = reader_recordings(reader, &filter, visit_recording, erasure);
    }
    return rc;
}

static bool has_callback(const struct erasure *erasure, uint64_t callback_id)
{
    for (size_t i = 0; i < erasure->callback_count; i++)
        if (erasure->callbacks[i].callback_id == callback_id)
            return true;
    return false;
}

/* @param number  asked for if contact_id is 0 */
static int add_callbacks(struct reader *reader, uint64_t contact_id,
                         const char *number, struct erasure *erasure)
{
    struct callback_asked rows[ERASURE_MAX_CALLBACKS];
    size_t count = 0;
    int rc = reader_callbacks(reader, contact_id, number, rows,
                              ERASURE_MAX_CALLBACKS, &count);

    for (size_t i = 0;
         i < count && erasure->callback_count < ERASURE_MAX_CALLBACKS; i++)
        if (!has_callback(erasure, rows[i].callback_id))
            erasure->callbacks[erasure->callback_count++] = rows[i];
    return rc;
}

static int find_callbacks(struct reader *reader, const char *number,
                          struct erasure *erasure)
{
    int rc = 0;

    for (size_t i = 0; rc == 0 && i < erasure->contact_count; i++)
        rc = add_callbacks(reader, erasure->contacts[i], NULL, erasure);
    if (rc == 0 && !erasure->is_one)
        rc = add_callbacks(reader, 0, number, erasure);
    return rc;
}

int query_erasure(void *hands, const struct query_erasure *query,
                  struct erasure **ret_erasure)
{
    assert(query && ret_erasure);

    if (!hands)
        return -ENODATA;

    struct erasure *erasure = calloc(1, sizeof(*erasure));
    if (!erasure)
        return -ENOMEM;

    int rc = query->contact_id
                 ? find_one(hands, query->contact_id, erasure)
                 : find_of_caller(hands, query->caller.text, erasure);
    if (rc == 0)
        rc = find_recordings(hands, erasure);
    if (rc == 0)
        rc = find_callbacks(hands, query->caller.text, erasure);
    if (rc < 0) {
        erasure_free(erasure);
        return rc;
    }

    *ret_erasure = erasure;
    return 0;
}
