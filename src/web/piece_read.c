/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One job after the other, each for a quarter of a mebibyte. */

#include "web/piece_read.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>

#include "jobs/recordings.h"
#include "web/exchange.h"
#include "web/piece.h"

enum { PIECE_BYTES = 256 * 1024 };

struct piece_job {
    struct exchange_job base;
    int fd; /* the answer's */
    uint64_t offset;
    size_t headroom;
    struct piece *piece;
    int rc;
};

static void work_piece(struct job *job, void *hands)
{
    struct piece_job *work = (struct piece_job *)job;

    (void)hands;
    work->rc = recording_read(work->fd, work->offset,
                              work->piece->bytes + work->headroom,
                              work->piece->length);
}

static void drop_piece(struct exchange_job *base)
{
    struct piece_job *work = (struct piece_job *)base;

    piece_free(work->piece);
    free(work);
}

static void then_piece(struct exchange *exchange, struct exchange_job *base)
{
    struct piece_job *work = (struct piece_job *)base;
    struct answer_file *file = exchange->answer.file;

    /* Whoever waited for too long has been told off, and has no file. */
    if (work->rc < 0 || !file)
        return;

    exchange->piece = work->piece;
    work->piece = NULL;
    file->offset += exchange->piece->length;
    file->left -= exchange->piece->length;
}

int piece_ask(struct exchange *exchange, size_t headroom)
{
    assert(exchange && exchange->answer.file && exchange->answer.file->left);

    const struct answer_file *file = exchange->answer.file;
    struct piece_job *work = calloc(1, sizeof(*work));
    if (!work)
        return -EAGAIN;

    work->base.to_do.job.work = work_piece;
    work->base.then = then_piece;
    work->base.drop = drop_piece;
    work->fd = file->fd;
    work->offset = file->offset;
    work->headroom = headroom;
    work->piece = piece_new(
        headroom, file->left < PIECE_BYTES ? (size_t)file->left : PIECE_BYTES);
    if (!work->piece) {
        free(work);
        return -EAGAIN;
    }

    exchange_work(exchange, &work->base);
    return exchange->waits ? 0 : -EAGAIN;
}
