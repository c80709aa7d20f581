/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was spoken alone in a recording's file, as a file of one channel. */

#include "server/take.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "jobs/recordings.h"
#include "media/recording_file.h"

/* Ten minutes of two channels. */
enum { MAX_BYTES = RECORDING_HEAD + 600 * 8000 * RECORDING_FRAME };

/* Where in the head it says so: see media/recording_file.h. */
enum {
    AT_LENGTH = 4,
    AT_CHANNELS = 22,
    AT_BYTES_A_SECOND = 28,
    AT_FRAME = 32,
    AT_DATA = 54,
    HEAD_BEFORE_LENGTH = 8,
};

static void put32(uint8_t *to, uint32_t value)
{
    for (int i = 0; i < 4; i++)
        to[i] = (uint8_t)(value >> 8 * i & 0xff);
}

/* Begun by a version that kept two channels, it has a right one.
   @return how long the file is then */
static size_t leave_left(uint8_t *bytes, size_t length)
{
    if (bytes[AT_CHANNELS] == RECORDING_MONO)
        return length;

    size_t frames = (length - RECORDING_HEAD) / RECORDING_FRAME;
    uint8_t *samples = bytes + RECORDING_HEAD;

    for (size_t i = 0; i < frames; i++)
        samples[i] = samples[i * RECORDING_FRAME];
    put32(bytes + AT_LENGTH,
          (uint32_t)(RECORDING_HEAD - HEAD_BEFORE_LENGTH + frames));
    bytes[AT_CHANNELS] = 1;
    put32(bytes + AT_BYTES_A_SECOND, WORKER_RATE_HZ);
    bytes[AT_FRAME] = 1;
    put32(bytes + AT_DATA, (uint32_t)frames);
    return RECORDING_HEAD + frames;
}

static int read_all(int fd, size_t size, uint8_t **ret_bytes)
{
    uint8_t *bytes = malloc(size);
    int rc = bytes ? recording_read(fd, 0, (char *)bytes, size) : -ENOMEM;

    if (rc < 0) {
        free(bytes);
        return rc;
    }
    *ret_bytes = bytes;
    return 0;
}

static int measure(const struct prompt_shop *shop, const struct digest *key,
                   uint64_t *ret_bytes)
{
    int fd = prompt_sound_open(shop, key, ret_bytes);

    if (fd < 0)
        return fd;

    close(fd);
    return 0;
}

int take_keep(const char *recording_dir, const char *object,
              const struct prompt_shop *shop, struct digest *ret_key,
              uint64_t *ret_bytes)
{
    assert(recording_dir && object && shop && ret_key && ret_bytes);

    enum worker_outcome outcome = WORKER_DONE;
    uint64_t size = 0;
    uint8_t *bytes = NULL;
    int fd = recording_open(recording_dir, object, &size);

    if (fd < 0)
        return fd;

    int rc = size > MAX_BYTES        ? -EFBIG
             : size < RECORDING_HEAD ? -EBADMSG
                                     : read_all(fd, (size_t)size, &bytes);
    close(fd);
    if (rc == 0)
        rc = prompt_sound_convert(shop, bytes, leave_left(bytes, (size_t)size),
                                  ret_key, &outcome);
    free(bytes);
    if (rc == 0)
        rc = measure(shop, ret_key, ret_bytes);
    else if (rc > 0)
        *ret_bytes = 0; /* nothing came to the disk */
    return rc < 0 ? rc : 0;
}
