/* SPDX-License-Identifier: GPL-3.0-or-later */
/* RFC 9110, 14: ranges of bytes. */

#include "web/sound_file.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "web/range.h"

static void print_etag(const struct digest *digest, char ret_etag[32])
{
    (void)snprintf(ret_etag, 32, "\"%.28s\"", digest->text);
}

static enum range wanted_part(const struct exchange *exchange, uint64_t size,
                              const char *etag, uint64_t *ret_first,
                              uint64_t *ret_length)
{
    bool is_other =
        exchange->if_range[0] && strcmp(exchange->if_range, etag) != 0;

    return range_read(is_other ? "" : exchange->range, size, ret_first,
                      ret_length);
}

bool sound_file_answer(struct exchange *exchange, int fd, uint64_t size,
                       const struct digest *digest, const char *name)
{
    struct answer *answer = &exchange->answer;
    uint64_t first = 0, length = size;
    char etag[32];

    assert(fd >= 0 && digest && name);

    print_etag(digest, etag);
    switch (wanted_part(exchange, size, etag, &first, &length)) {
    case RANGE_NONE:
        (void)snprintf(answer->content_range, sizeof(answer->content_range),
                       "bytes */%" PRIu64, size);
        exchange_refuse(exchange, PROBLEM_RANGE_OUTSIDE);
        return false;
    case RANGE_PART:
        (void)snprintf(answer->content_range, sizeof(answer->content_range),
                       "bytes %" PRIu64 "-%" PRIu64 "/%" PRIu64, first,
                       first + length - 1, size);
        answer_with_file(answer, 206, "audio/wav", fd, first, length);
        break;
    case RANGE_WHOLE:
        answer_with_file(answer, 200, "audio/wav", fd, 0, size);
        break;
    }

    memcpy(answer->etag, etag, sizeof(answer->etag));
    (void)snprintf(answer->file_name, sizeof(answer->file_name), "%s", name);
    return true;
}
