/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing, settling, keeping and reading the files of recordings. */

#include "media/recording_file.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/descriptor.h"
#include "media/g711.h"

enum {
    MULAW = 7,        /* WAVE_FORMAT_MULAW */
    AT_CHANNELS = 22, /* in the head */
    SCAN_BYTES = 65536,
};

/* The head. */

static void put16(uint8_t *to, unsigned value)
{
    to[0] = (uint8_t)value;
    to[1] = (uint8_t)(value >> 8);
}

static void put32(uint8_t *to, uint32_t value)
{
    put16(to, value & 0xffff);
    put16(to + 2, value >> 16);
}

static void make_head(uint8_t head[RECORDING_HEAD], int frame, int64_t samples)
{
    uint32_t count = (uint32_t)samples;
    uint32_t data = count * (uint32_t)frame;

    memcpy(head, "RIFF\0\0\0\0WAVEfmt ", 16);
    put32(head + 4, RECORDING_HEAD - 8 + data);
    put32(head + 16, 18);
    put16(head + 20, MULAW);
    put16(head + AT_CHANNELS, (unsigned)frame); /* of a byte each */
    put32(head + 24, TAPE_RATE_HZ);
    put32(head + 28, TAPE_RATE_HZ * (uint32_t)frame);
    put16(head + 32, (unsigned)frame);
    put16(head + 34, 8);
    put16(head + 36, 0);
    memcpy(head + 38, "fact", 4);
    put32(head + 42, 4);
    put32(head + 46, count);
    memcpy(head + 50, "data", 4);
    put32(head + 54, data);
}

static int write_at(int fd, const uint8_t *bytes, size_t length, off_t at)
{
    while (length > 0) {
        ssize_t written = pwrite(fd, bytes, length, at);

        if (written < 0 && errno != EINTR)
            return -errno;
        if (written > 0) {
            bytes += written;
            length -= (size_t)written;
            at += written;
        }
    }

    return 0;
}

static int write_head(int fd, int frame, int64_t samples)
{
    uint8_t head[RECORDING_HEAD];

    make_head(head, frame, samples);
    return write_at(fd, head, sizeof(head), 0);
}

static off_t place_of(int frame, int64_t samples)
{
    return RECORDING_HEAD + samples * frame;
}

static int frame_of(const uint8_t channels[2])
{
    return channels[0] == RECORDING_MONO && channels[1] == 0 ? RECORDING_MONO
                                                             : RECORDING_FRAME;
}

int recording_file_frame(int fd)
{
    uint8_t channels[2];

    return pread(fd, channels, sizeof(channels), AT_CHANNELS) ==
                   (ssize_t)sizeof(channels)
               ? frame_of(channels)
               : RECORDING_FRAME;
}

/* Files. */

static int make_directory(int directory, const char *path)
{
    return mkdirat(directory, path, 0700) < 0 && errno != EEXIST ? -errno : 0;
}

int recording_directory_open(const char *path)
{
    assert(path);

    int rc = make_directory(AT_FDCWD, path);
    if (rc < 0)
        return rc;

    int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return -errno;

    rc = make_directory(fd, "open");
    if (rc < 0) {
        close(fd);
        return rc;
    }

    return fd;
}

int recording_file_create(int directory, const char *object, int frame)
{
    char path[OBJECT_PATH_SIZE];

    assert(frame == RECORDING_FRAME || frame == RECORDING_MONO);

    object_open_path(object, path);

    int fd = openat(directory, path,
                    O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (fd < 0)
        return -errno;

    int rc = descriptor_is_last(fd, DESCRIPTOR_RECORDING)
                 ? -EMFILE
                 : write_head(fd, frame, 0);
    if (rc < 0) {
        close(fd);
        (void)unlinkat(directory, path, 0);
        return rc;
    }

    return fd;
}

int recording_file_reopen(int directory, const char *object)
{
    char path[OBJECT_PATH_SIZE];
    int flags = O_RDWR | O_NOFOLLOW | O_CLOEXEC;

    object_open_path(object, path);

    int fd = openat(directory, path, flags);
    if (fd < 0 && errno == ENOENT) {
        object_whole_path(object, path);
        fd = openat(directory, path, flags);
    }

    return fd < 0 ? -errno : fd;
}

int recording_file_length(int fd, int64_t *ret_samples)
{
    struct stat status;

    if (fstat(fd, &status) < 0)
        return -errno;

    *ret_samples =
        status.st_size > RECORDING_HEAD
            ? (status.st_size - RECORDING_HEAD) / recording_file_frame(fd)
            : 0;
    return 0;
}

int recording_file_write(int fd, int64_t behind, const uint8_t *octets,
                         size_t count)
{
    int frame = recording_file_frame(fd);
    int rc =
        write_at(fd, octets, count * (size_t)frame, place_of(frame, behind));

    return rc < 0 ? rc : write_head(fd, frame, behind + (int64_t)count);
}

int recording_file_settle(int fd, int64_t samples)
{
    int frame = recording_file_frame(fd);

    if (ftruncate(fd, place_of(frame, samples)) < 0)
        return -errno;

    return write_head(fd, frame, samples);
}

static uint8_t add_up(uint8_t left, uint8_t right)
{
    int sum = g711_decode(MEDIA_PCMU, left) + g711_decode(MEDIA_PCMU, right);

    return g711_encode(MEDIA_PCMU, (int16_t)(sum > INT16_MAX   ? INT16_MAX
                                             : sum < INT16_MIN ? INT16_MIN
                                                               : sum));
}

static int read_all(int fd, off_t at, uint8_t *ret_octets, size_t length)
{
    size_t done = 0;

    while (done < length) {
        ssize_t got =
            pread(fd, ret_octets + done, length - done, at + (off_t)done);

        if (got == 0)
            return -ENODATA;
        if (got < 0 && errno != EINTR)
            return -errno;
        if (got > 0)
            done += (size_t)got;
    }

    return 0;
}

int recording_file_mix(int fd, int64_t from, uint8_t *buffer,
                       uint8_t *ret_octets, size_t count)
{
    int frame = recording_file_frame(fd);

    assert(buffer && ret_octets);

    if (frame == RECORDING_MONO)
        return read_all(fd, place_of(frame, from), ret_octets, count);

    int rc =
        read_all(fd, place_of(frame, from), buffer, count * RECORDING_FRAME);

    for (size_t i = 0; rc == 0 && i < count; i++)
        ret_octets[i] = add_up(buffer[2 * i], buffer[2 * i + 1]);

    return rc;
}

static int sync_folder(int directory, const char *path)
{
    int fd = openat(directory, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return -errno;

    int rc = fsync(fd) < 0 ? -errno : 0;

    close(fd);
    return rc;
}

int recording_file_keep(int directory, int fd, const char *object)
{
    char from[OBJECT_PATH_SIZE], to[OBJECT_PATH_SIZE], folder[3];

    object_open_path(object, from);
    object_whole_path(object, to);
    (void)snprintf(folder, sizeof(folder), "%.2s", object);

    int rc = fdatasync(fd) < 0 ? -errno : make_directory(directory, folder);
    if (rc < 0)
        return rc;

    /* ENOENT: it is there already, from before a crash. */
    if (renameat(directory, from, directory, to) < 0 && errno != ENOENT)
        return -errno;

    rc = sync_folder(directory, folder);
    return rc < 0 ? rc : sync_folder(directory, ".");
}

int recording_file_remove(int directory, const char *object)
{
    char path[OBJECT_PATH_SIZE], folder[3];

    object_open_path(object, path);
    if (unlinkat(directory, path, 0) < 0 && errno != ENOENT)
        return -errno;

    object_whole_path(object, path);
    if (unlinkat(directory, path, 0) < 0)
        return errno == ENOENT ? 0 : -errno;

    (void)snprintf(folder, sizeof(folder), "%.2s", object);
    return sync_folder(directory, folder);
}

/* Reading. */

void recording_scan_begin(struct recording_scan *scan)
{
    assert(scan);

    scan->at = 0;
    scan->frame = RECORDING_FRAME;
    sha256_init(&scan->hash);
    peaks_init(&scan->peaks);
}

/* The first piece begins with the head; every piece is of whole frames. */
static void add_piece(struct recording_scan *scan, const uint8_t *bytes,
                      size_t length)
{
    bool has_head = scan->at == 0 && length >= RECORDING_HEAD;
    size_t skip = has_head ? RECORDING_HEAD : 0;

    if (has_head)
        scan->frame = frame_of(bytes + AT_CHANNELS);
    sha256_add(&scan->hash, bytes, length);
    if (scan->frame == RECORDING_MONO)
        peaks_add_left(&scan->peaks, bytes + skip, length - skip);
    else
        peaks_add(&scan->peaks, bytes + skip,
                  (length - skip) / RECORDING_FRAME);
    scan->at += (int64_t)length;
}

static void find_facts(struct recording_scan *scan,
                       struct recording_facts *facts)
{
    unsigned char digest[SHA256_SIZE];

    facts->bytes = scan->at;
    facts->samples = (scan->at - RECORDING_HEAD) / scan->frame;
    sha256_end(&scan->hash, digest);
    sha256_spell(digest, facts->digest);
    for (int c = 0; c < TAPE_CHANNELS; c++)
        peaks_spell(&scan->peaks, (enum tape_channel)c, facts->peaks[c]);
}

int recording_scan_step(struct recording_scan *scan, int fd,
                        struct recording_facts *ret_facts)
{
    uint8_t bytes[SCAN_BYTES];
    size_t length = 0;
    ssize_t got = 1;

    assert(scan && ret_facts);

    while (length < sizeof(bytes) && got > 0) {
        got = pread(fd, bytes + length, sizeof(bytes) - length,
                    (off_t)(scan->at + (int64_t)length));
        if (got < 0 && errno != EINTR)
            return -errno;
        if (got > 0)
            length += (size_t)got;
        else if (got < 0)
            got = 1;
    }

    if (length > 0)
        add_piece(scan, bytes, length);
    if (length == sizeof(bytes))
        return 1;

    find_facts(scan, ret_facts);
    return 0;
}
