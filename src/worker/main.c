/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cclite-worker: one question in, one answer out, in a cage. */

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "worker/cage.h"
#include "worker/speech.h"
#include "worker/task.h"

static bool read_all(void *to, size_t length)
{
    char *bytes = to;

    while (length > 0) {
        ssize_t got = read(STDIN_FILENO, bytes, length);

        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        bytes += got;
        length -= (size_t)got;
    }

    return true;
}

static bool write_all(const void *from, size_t length)
{
    const char *bytes = from;

    while (length > 0) {
        ssize_t put = write(STDOUT_FILENO, bytes, length);

        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            return false;
        bytes += put;
        length -= (size_t)put;
    }

    return true;
}

/* A terminated text, or the file: NULL when it is no question. */
static char *read_question(struct worker_question *question)
{
    if (!read_all(question, sizeof(*question)) ||
        question->magic != WORKER_MAGIC ||
        question->task >= worker_task_count ||
        question->language >= speech_count ||
        question->voice.name[WORKER_VOICE_SIZE - 1] != '\0' ||
        question->voice.speed > WORKER_MAX_SPEED ||
        question->length > (question->task == WORKER_SPEAK ? WORKER_MAX_TEXT
                                                           : WORKER_MAX_FILE))
        return NULL;

    char *bytes = malloc((size_t)question->length + 1);
    if (!bytes || !read_all(bytes, question->length)) {
        free(bytes);
        return NULL;
    }

    bytes[question->length] = '\0';
    return bytes;
}

static enum worker_outcome work(const struct worker_question *question,
                                const char *bytes, struct samples *to)
{
    bool speaks = question->task == WORKER_SPEAK;
    enum worker_outcome outcome =
        speaks ? speech_open((enum speech)question->language, &question->voice)
               : WORKER_DONE;

    if (!outcome && cage_lock(speaks) < 0)
        outcome = WORKER_FAILED;
    if (outcome)
        return outcome;

    return speaks ? task_speak(bytes, to)
                  : task_convert((const uint8_t *)bytes, question->length, to);
}

static bool give_answer(enum worker_outcome outcome,
                        const struct samples *samples)
{
    bool is_done = outcome == WORKER_DONE;
    const struct worker_answer answer = {
        .magic = WORKER_MAGIC,
        .outcome = outcome,
        .samples = is_done ? (uint32_t)samples->count : 0,
    };
    int16_t *rounded = NULL;

    if (is_done) {
        rounded = malloc(samples->count * sizeof(*rounded));
        if (!rounded)
            return false;
        samples_round(samples, rounded);
    }

    bool is_given = write_all(&answer, sizeof(answer)) &&
                    write_all(rounded, answer.samples * sizeof(*rounded));

    free(rounded);
    return is_given;
}

static int refuse_person(void)
{
    static const char says[] =
        "cclite-worker is started by cclited: man cclite-worker\n";

    (void)!write(STDERR_FILENO, says, sizeof(says) - 1);
    return 2;
}

int main(int argc, char **argv)
{
    struct worker_question question;
    struct samples samples = { .all = NULL };

    (void)argv;
    if (argc > 1 || isatty(STDIN_FILENO))
        return refuse_person();
    if (cage_enter() < 0)
        return 1;

    char *bytes = read_question(&question);
    if (!bytes)
        return 1;

    bool is_given = give_answer(work(&question, bytes, &samples), &samples);

    /* Behind the filter there is no ordinary end: it would look for leaks, and
       for files to be flushed. */
    free(bytes);
    samples_done(&samples);
    _exit(is_given ? 0 : 1);
}
