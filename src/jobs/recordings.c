/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of two tables in one shape; files opened beneath their directory. */

#include "jobs/recordings.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "jobs/query.h"
#include "store/reader.h"

/* Left, a blank, right. */
static void fill_peaks(const struct note *peaks, struct shape_recording *shape)
{
    const char *blank = strchr(peaks->text, ' ');

    if (!blank)
        return;

    memcpy(shape->peaks_left.text, peaks->text, (size_t)(blank - peaks->text));
    memcpy(shape->peaks_right.text, blank + 1, strlen(blank + 1));
}

static void fill(const struct recording_projection *row,
                 struct shape_recording *shape)
{
    *shape = (struct shape_recording){
        .recording_id = row->recording_id,
        .contact_id = row->contact_id,
        .state = row->state,
        .began_wall_us = row->began_wall_us,
        .length_us = row->length_us,
        .lost_us = row->lost_us,
        .paused_us = row->paused_us,
        .agent_id = row->agent_id,
        .queue_id = row->queue_id,
        .bytes = row->bytes,
        .digest = row->digest,
        .repaired = row->repaired,
    };
    fill_peaks(&row->peaks, shape);
}

/* Whoever was erased is blank in the contact's row. */
static int fill_caller(struct reader *reader, struct shape_recording *shape)
{
    struct contact_projection contact;
    int rc = reader_contact(reader, shape->contact_id, &contact);

    if (rc == 0) {
        shape->caller = contact.caller;
        shape->caller_name = contact.caller_name;
        shape->called = contact.called;
    }
    return rc == -ENOENT ? 0 : rc;
}

struct found {
    struct shape_recording *rows;
    size_t count;
    size_t room;
};

static int visit(void *arg, const struct recording_projection *row)
{
    struct found *found = arg;

    if (found->count == found->room)
        return 1;
    fill(row, &found->rows[found->count++]);
    return 0;
}

static int find(struct reader *reader, const struct query_recordings *query,
                struct found *found)
{
    const struct recording_filter filter = {
        .order = query->order,
        .is_ascending = query->is_ascending,
        .cursor_id = query->cursor_id,
        .agent_id = query->agent_id,
        .talks_only = true,
        .limit = query->limit,
    };
    int rc = reader_recordings(reader, &filter, visit, found);

    for (size_t i = 0; rc >= 0 && i < found->count; i++)
        rc = fill_caller(reader, &found->rows[i]);
    return rc;
}

int query_recordings(void *hands, const struct query_recordings *query,
                     struct shape_recording **ret_rows, size_t *ret_count)
{
    struct found found = { .room = query->limit };

    assert(query->limit >= 1 && query->limit <= QUERY_MAX_ROWS);

    if (!hands)
        return -ENODATA;
    found.rows = calloc(found.room, sizeof(*found.rows));
    if (!found.rows)
        return -ENOMEM;

    int rc = find(hands, query, &found);
    if (rc < 0) {
        free(found.rows);
        return rc;
    }
    *ret_rows = found.rows;
    *ret_count = found.count;
    return 0;
}

int query_recording(void *hands, uint64_t recording_id,
                    struct shape_recording *ret_recording,
                    char ret_object[OBJECT_NAME_SIZE])
{
    struct recording_projection row;

    if (!hands)
        return -ENODATA;

    int rc = reader_recording(hands, recording_id, &row);
    if (rc < 0)
        return rc;
    if (row.box_id)
        return -ENOENT;
    if (!object_is_name(row.object.text))
        return -EBADMSG;

    fill(&row, ret_recording);
    memcpy(ret_object, row.object.text, OBJECT_NAME_SIZE);
    return fill_caller(hands, ret_recording);
}

int query_sound(void *hands, uint64_t message_id,
                struct shape_recording *ret_recording,
                char ret_object[OBJECT_NAME_SIZE])
{
    struct recording_projection row;
    int rc = reader_recording(hands, message_id, &row);
    if (rc < 0)
        return rc;
    if (!row.box_id)
        return -ENOENT;
    if (!object_is_name(row.object.text))
        return -EBADMSG;

    fill(&row, ret_recording);
    memcpy(ret_object, row.object.text, OBJECT_NAME_SIZE);
    return 0;
}

/* Files. */

int recording_open(const char *directory, const char *object,
                   uint64_t *ret_size)
{
    char path[OBJECT_PATH_SIZE];
    struct stat status;

    assert(directory && ret_size);

    int beneath = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (beneath < 0)
        return -errno;

    object_whole_path(object, path);
    int fd = file_open_beneath(beneath, path, O_RDONLY | O_NOFOLLOW, 0);
    close(beneath);
    if (fd < 0)
        return fd;

    int rc = fstat(fd, &status) < 0    ? -errno
             : S_ISREG(status.st_mode) ? 0
                                       : -EINVAL;
    if (rc < 0) {
        close(fd);
        return rc;
    }
    *ret_size = (uint64_t)status.st_size;
    return fd;
}

int recording_read(int fd, uint64_t offset, char *bytes, size_t length)
{
    assert(bytes);

    while (length > 0) {
        ssize_t got = pread(fd, bytes, length, (off_t)offset);

        if (got == 0)
            return -ENODATA;
        if (got < 0 && errno != EINTR)
            return -errno;
        if (got > 0) {
            bytes += got;
            offset += (uint64_t)got;
            length -= (size_t)got;
        }
    }

    return 0;
}
