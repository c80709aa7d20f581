/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sound itself: noted first, then opened, then sent piece by piece. */

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "web/inside.h"
#include "web/recordings.h"
#include "web/recordings_inside.h"
#include "web/sound_file.h"

/* The file being opened. */
struct open_job {
    struct exchange_job base;
    const char *directory; /* of the settings */
    struct shape_recording recording;
    char object[OBJECT_NAME_SIZE];
    const char *kind;
    uint64_t size;
    int fd; /* or a negative errno */
};

static void work_open(struct job *job, void *hands)
{
    struct open_job *work = (struct open_job *)job;

    (void)hands;
    work->fd = recording_open(work->directory, work->object, &work->size);
}

static void drop_open(struct exchange_job *base)
{
    struct open_job *work = (struct open_job *)base;

    if (work->fd >= 0)
        close(work->fd);
    free(work);
}

static void answer_file(struct exchange *exchange, struct open_job *work)
{
    char name[SOUND_FILE_NAME_SIZE];

    (void)snprintf(name, sizeof(name), "%s-%" PRIu64 ".wav", work->kind,
                   work->recording.recording_id);
    if (sound_file_answer(exchange, work->fd, work->size,
                          &work->recording.digest, name))
        work->fd = -1;
}

static void then_open(struct exchange *exchange, struct exchange_job *base)
{
    struct open_job *work = (struct open_job *)base;

    if (work->fd >= 0)
        answer_file(exchange, work);
    else
        exchange_refuse(exchange, work->fd == -ENOENT ? PROBLEM_NOT_FOUND
                                                      : PROBLEM_TRY_AGAIN);
}

static struct open_job *open_job_new(struct exchange *exchange,
                                     const struct recording_job *asked)
{
    struct open_job *work = calloc(1, sizeof(*work));

    if (!work) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return NULL;
    }
    work->base.to_do.job.work = work_open;
    work->base.then = then_open;
    work->base.drop = drop_open;
    work->directory = exchange->web->settings.recording_dir;
    work->recording = asked->recording;
    work->kind = asked->kind;
    work->fd = -ENOENT;
    memcpy(work->object, asked->object, sizeof(work->object));
    return work;
}

/* Access is noted before a byte is sent. */

static struct access access_of(const struct exchange *exchange,
                               uint64_t recording_id)
{
    return (struct access){ .kind = ACCESS_RECORDING,
                            .id = recording_id,
                            .user_id = exchange->asker.user_id,
                            .at_us = web_now_us(exchange->web) };
}

static void then_noted(struct exchange *exchange, const struct web_reply *reply)
{
    struct open_job *work = exchange->kept;
    const struct access access =
        access_of(exchange, work->recording.recording_id);

    (void)reply;
    exchange->kept = NULL;
    access_note(&exchange->web->accesses, &access);
    exchange_work(exchange, &work->base);
}

static void note_access(struct exchange *exchange, struct open_job *work)
{
    struct web_request request = {
        .task = WEB_COMMAND,
        .command = { .type = COMMAND_NOTE_LISTENING },
    };
    struct command_note_listening *command = &request.command.as.note_listening;

    command->recording_id = work->recording.recording_id;
    command->contact_id = work->recording.contact_id;
    command->agent_id = work->recording.agent_id;
    exchange->kept = work;
    exchange->drop_kept = drop_open;
    exchange_ask(exchange, &request, then_noted);
}

void recordings_send(struct exchange *exchange, struct recording_job *one)
{
    const struct access access =
        access_of(exchange, one->recording.recording_id);
    struct open_job *work;

    if (one->recording.state == RECORDING_RUNS ||
        one->recording.state == RECORDING_ENDS) {
        answer_with_refusal(&exchange->answer, exchange->language,
                            REFUSED_RECORDING_RUNS, NULL);
        return;
    }
    if (one->recording.state != RECORDING_KEPT ||
        !exchange->web->settings.recording_dir) {
        exchange_refuse(exchange, PROBLEM_NOT_FOUND);
        return;
    }
    work = open_job_new(exchange, one);
    if (!work)
        return;
    if (exchange->is_head || access_is_noted(&exchange->web->accesses, &access))
        exchange_work(exchange, &work->base);
    else
        note_access(exchange, work);
}

void recordings_download(struct exchange *exchange)
{
    recordings_ask_one(exchange, recordings_send);
}
