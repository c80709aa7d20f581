/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A worker is fed and read until it has answered. */

#include "jobs/worker.h"

#include <assert.h>
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "jobs/worker_answer.h"
#include "jobs/worker_process.h"

enum {
    SLICE_MS = 100, /* between two looks at is_ending */
    US_PER_MS = 1000,
    MAX_ANSWER = sizeof(struct worker_answer) + WORKER_MAX_SAMPLES * 2,
    FIRST_ROOM = 64 * 1024,
};

/* One exchange. The question is the head, then the bytes. */
struct talk {
    const struct worker *worker;
    struct worker_question head;
    const char *bytes;
    size_t sent; /* of both */
    char *answer;
    size_t length;
    size_t room;
    int64_t until_us;
    int in; /* what it reads; -1: closed */
    int out;
    pid_t pid;
};

/* Talking. */

static void stop_sending(struct talk *talk)
{
    close(talk->in);
    talk->in = -1;
}

/* A worker that has read enough, or is gone, is no mistake of its own: its
   answer tells. The signal of a broken pipe is blocked in all our threads. */
static void send_some(struct talk *talk)
{
    size_t head = sizeof(talk->head);
    bool is_head = talk->sent < head;
    const char *from = is_head ? (const char *)&talk->head + talk->sent
                               : talk->bytes + (talk->sent - head);
    size_t left =
        is_head ? head - talk->sent : head + talk->head.length - talk->sent;
    ssize_t put = left > 0 ? write(talk->in, from, left) : 0;

    if (put > 0)
        talk->sent += (size_t)put;
    else if (put == 0 || (errno != EAGAIN && errno != EINTR))
        stop_sending(talk);
}

static int make_room(struct talk *talk)
{
    size_t room = talk->room ? 2 * talk->room : FIRST_ROOM;
    char *answer;

    if (talk->length < talk->room)
        return 0;
    if (talk->length > MAX_ANSWER)
        return -EPROTO;

    answer = realloc(talk->answer, room);
    if (!answer)
        return -ENOMEM;

    talk->answer = answer;
    talk->room = room;
    return 0;
}

/* @return 1: there is no more, 0, or a negative errno */
static int read_some(struct talk *talk)
{
    int rc = make_room(talk);

    if (rc < 0)
        return rc;

    ssize_t got =
        read(talk->out, talk->answer + talk->length, talk->room - talk->length);
    if (got == 0)
        return 1;
    if (got < 0)
        return errno == EAGAIN || errno == EINTR ? 0 : -errno;

    talk->length += (size_t)got;
    return talk->length > MAX_ANSWER ? -EPROTO : 0;
}

static int check_time(const struct talk *talk)
{
    if (talk->worker->is_ending && atomic_load(talk->worker->is_ending))
        return -ECANCELED;

    return clock_boot_us() >= talk->until_us ? -ETIMEDOUT : 0;
}

static int converse(struct talk *talk)
{
    int rc = 0;

    while (rc == 0) {
        struct pollfd fds[] = {
            { .fd = talk->out, .events = POLLIN },
            { .fd = talk->in, .events = POLLOUT },
        };

        if (poll(fds, 2, SLICE_MS) < 0 && errno != EINTR)
            return -errno;

        rc = check_time(talk);
        if (rc == 0 && fds[1].revents)
            send_some(talk);
        if (rc == 0 && fds[0].revents)
            rc = read_some(talk);
    }

    return rc < 0 ? rc : 0;
}

/* Ending. */

/* Whatever it still does is of no interest: what it said is all here.
   @return whether it had ended by itself, for want of CPU time */
static bool end(struct talk *talk)
{
    int status = 0;

    if (talk->in >= 0)
        stop_sending(talk);
    close(talk->out);
    (void)kill(talk->pid, SIGKILL);
    while (waitpid(talk->pid, &status, 0) < 0 && errno == EINTR)
        ;
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU;
}

static int ask(const struct worker *worker,
               const struct worker_question *question, const void *bytes,
               struct worker_result *ret_result)
{
    int wait_ms = worker->wait_ms ? worker->wait_ms : WORKER_WAIT_MS;
    struct talk talk = {
        .worker = worker,
        .head = *question,
        .bytes = bytes,
        .until_us = clock_boot_us() + (int64_t)wait_ms * US_PER_MS,
    };

    talk.head.magic = WORKER_MAGIC;
    int rc =
        worker_process_start(worker->program, &talk.in, &talk.out, &talk.pid);
    if (rc < 0)
        return rc;

    rc = converse(&talk);
    if (end(&talk) && rc == 0)
        rc = -ETIMEDOUT;
    if (rc == 0)
        rc = worker_answer_read(talk.answer, talk.length, ret_result);
    free(talk.answer);
    return rc;
}

int worker_ask(const struct worker *worker,
               const struct worker_question *question, const void *bytes,
               struct worker_result *ret_result)
{
    assert(worker && question && (bytes || !question->length) && ret_result);
    assert(question->task < worker_task_count);

    int64_t began_us = clock_boot_us();
    int rc = ask(worker, question, bytes, ret_result);

    if (worker->tally)
        worker_tally_add(worker->tally, (enum worker_task)question->task,
                         clock_boot_us() - began_us, rc < 0);
    return rc;
}
