/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ranges of bytes, asked for one after the other. */

#include "console/download.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/mark.h"
#include "console/program.h"
#include "lang/failure.h"

/* Small, so that a command of the phone waits for one piece at most. */
enum { PIECE_BYTES = 256 * 1024 };

static void ask_piece(struct program *program);

bool download_runs(const struct program *program)
{
    return program->download.path[0] != '\0';
}

void download_cancel(struct program *program)
{
    struct download *download = &program->download;

    if (!download_runs(program))
        return;
    errands_forget(program->errands, download);
    close(download->fd);
    (void)unlink(download->path);
    download->path[0] = '\0';
}

/* It runs no more. The words are NULL: it is whole. */
static void settle(struct program *program, const char *complaint)
{
    struct download *download = &program->download;
    char path[DOWNLOAD_PATH_SIZE];

    memcpy(path, download->path, sizeof(path));
    download->path[0] = '\0';
    if (download->ended)
        download->ended(program, complaint);
    else if (complaint)
        ui_say(program->ui, SEVERITY_ERROR, "%s: %s", path, complaint);
    else
        ui_say(program->ui, SEVERITY_INFO,
               program_text(program, N_("Written: %s")), path);
}

static void fail(struct program *program, const char *complaint)
{
    close(program->download.fd);
    (void)unlink(program->download.path);
    settle(program, complaint);
}

static void fail_by(struct program *program, int rc)
{
    fail(program, failure_text(program_language(program), rc));
}

static void finish(struct program *program)
{
    struct download *download = &program->download;

    if (close(download->fd) == 0) {
        settle(program, NULL);
        return;
    }
    int rc = -errno;
    (void)unlink(download->path);
    settle(program, failure_text(program_language(program), rc));
}

static int keep(struct download *download, const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t written = write(download->fd, bytes, length);

        if (written < 0 && errno != EINTR)
            return -errno;
        if (written > 0) {
            bytes += written;
            length -= (size_t)written;
            download->offset += written;
        }
    }
    return 0;
}

static void take_piece(void *owner, const struct outcome *outcome)
{
    struct program *program =
        (struct program *)((char *)owner - offsetof(struct program, download));
    struct download *download = owner;

    if (!outcome->is_done) {
        if (download->ended)
            fail(program, outcome->complaint.text);
        else
            download_cancel(program); /* why has been said */
        return;
    }

    int64_t left = download->bytes - download->offset;
    int rc = outcome->length == 0 || outcome->length > (size_t)left
                 ? -EPROTO
                 : keep(download, outcome->bytes, outcome->length);
    if (rc < 0)
        fail_by(program, rc);
    else if (download->offset == download->bytes)
        finish(program);
    else
        ask_piece(program);
}

static void ask_piece(struct program *program)
{
    struct download *download = &program->download;
    char range[64];

    snprintf(range, sizeof(range), "bytes=%" PRId64 "-%" PRId64,
             download->offset, download->offset + PIECE_BYTES - 1);
    if (!program_send(program, &(struct errand){
                                   .route = ROUTE_RECORDING_DOWNLOAD,
                                   .id = download->recording_id,
                                   .range = range,
                                   .done = take_piece,
                                   .owner = download,
                                   .is_quiet = download->ended != NULL,
                               }))
        fail_by(program, -ENOTCONN);
}

int download_begin(struct program *program, uint64_t recording_id,
                   int64_t bytes,
                   void (*ended)(struct program *program,
                                 const char *complaint))
{
    assert(program && bytes > 0 && !download_runs(program));
    struct download *download = &program->download;
    char path[DOWNLOAD_PATH_SIZE];

    snprintf(path, sizeof(path), "recording-%" PRIu64 ".wav", recording_id);
    int fd =
        open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (fd < 0)
        return -errno;
    *download = (struct download){
        .fd = fd,
        .recording_id = recording_id,
        .bytes = bytes,
        .began_us = program_now_us(program),
        .cancel = download_cancel,
        .ended = ended,
    };
    snprintf(download->path, sizeof(download->path), "%s", path);
    ask_piece(program);
    return 0;
}

void download_progress(const struct program *program,
                       struct progress *ret_progress)
{
    assert(download_runs(program) && ret_progress);
    const struct download *download = &program->download;
    int64_t passed_us = program_now_us(program) - download->began_us;
    int64_t left = download->bytes - download->offset;

    *ret_progress = (struct progress){
        .permille = (int)(download->offset * 1000 / download->bytes),
        .left_s = download->offset > 0 && passed_us > 1000000
                      ? passed_us / 1000000 * left / download->offset
                      : -1,
    };
    safe_text_copy(&ret_progress->name, download->path);
}
