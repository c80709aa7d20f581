/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever a worker does, whoever asked goes on, and has an answer or none. */

#include "jobs/worker.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/test.h"

enum { SHORT_MS = 300, LONG_MS = 20000, PATH_SIZE = 128 };

static char directory[] = "/tmp/cclite-worker-XXXXXX";

/* Its answers begin with the magic number and the outcome. */
#define DONE    "printf '3WCC\\0\\0\\0\\0"
#define REFUSED "printf '3WCC\\5\\0\\0\\0"

static const struct script_row {
    const char *says;
    const char *script;
    int wait_ms;
    int rc;
    enum worker_outcome outcome; /* of rc 0 */
    size_t samples;
} script_rows[] = {
    { "two samples are taken", DONE "\\2\\0\\0\\0abcd'", LONG_MS, 0,
      WORKER_DONE, 2 },
    { "a refusal is taken", REFUSED "\\0\\0\\0\\0'", LONG_MS, 0, WORKER_NO_WAV,
      0 },
    { "a worker may answer before it has read all",
      DONE "\\1\\0\\0\\0ab'; exec cat >/dev/null", LONG_MS, 0, WORKER_DONE, 1 },
    { "no answer is none", "exit 0", LONG_MS, -EPROTO, WORKER_DONE, 0 },
    { "one that computes for too long is none in time", "kill -XCPU $$",
      LONG_MS, -ETIMEDOUT, WORKER_DONE, 0 },
    { "a crash is no answer", "kill -SEGV $$", LONG_MS, -EPROTO, WORKER_DONE,
      0 },
    { "half a head is no answer", "printf 3WCC", LONG_MS, -EPROTO, WORKER_DONE,
      0 },
    { "another magic number is no answer",
      "printf 'xWCC\\0\\0\\0\\0\\1\\0\\0\\0ab'", LONG_MS, -EPROTO, WORKER_DONE,
      0 },
    { "an outcome that there is not is no answer",
      "printf '3WCC\\377\\0\\0\\0\\0\\0\\0\\0'", LONG_MS, -EPROTO, WORKER_DONE,
      0 },
    { "fewer samples than said are no answer", DONE "\\3\\0\\0\\0abcd'",
      LONG_MS, -EPROTO, WORKER_DONE, 0 },
    { "more samples than said are no answer", DONE "\\1\\0\\0\\0abcd'", LONG_MS,
      -EPROTO, WORKER_DONE, 0 },
    { "half a sample is no answer", DONE "\\1\\0\\0\\0a'", LONG_MS, -EPROTO,
      WORKER_DONE, 0 },
    { "4 billion samples are no answer", DONE "\\377\\377\\377\\377'", LONG_MS,
      -EPROTO, WORKER_DONE, 0 },
    { "done without a sample is no answer", DONE "\\0\\0\\0\\0'", LONG_MS,
      -EPROTO, WORKER_DONE, 0 },
    { "a refusal with samples is no answer", REFUSED "\\1\\0\\0\\0ab'", LONG_MS,
      -EPROTO, WORKER_DONE, 0 },
    { "an answer without an end is cut", "exec cat /dev/zero", LONG_MS, -EPROTO,
      WORKER_DONE, 0 },
    { "a worker that hangs is ended", "exec sleep 60", SHORT_MS, -ETIMEDOUT,
      WORKER_DONE, 0 },
    { "one that hangs after its answer is ended",
      DONE "\\1\\0\\0\\0ab';"
           " exec sleep 60",
      SHORT_MS, -ETIMEDOUT, WORKER_DONE, 0 },
};

static void write_script(const char *script, char ret_path[PATH_SIZE])
{
    snprintf(ret_path, PATH_SIZE, "%s/worker", directory);
    (void)unlink(ret_path);

    FILE *file = fopen(ret_path, "we");

    assert_non_null(file);
    fprintf(file, "#!/bin/sh\n%s\n", script);
    assert_int_equal(fclose(file), 0);
    assert_int_equal(chmod(ret_path, 0755), 0);
}

/* The question is larger than a pipe. */
static int ask(const struct worker *worker, struct worker_result *ret_result)
{
    enum { LENGTH = 300000 };
    static const char bytes[LENGTH];
    const struct worker_question question = { .task = WORKER_CONVERT,
                                              .length = LENGTH };

    return worker_ask(worker, &question, bytes, ret_result);
}

static void answers(void **state)
{
    const struct script_row *row = *state;
    char path[PATH_SIZE];
    const struct worker worker = { .program = path, .wait_ms = row->wait_ms };
    struct worker_result result = { .outcome = WORKER_FAILED };

    write_script(row->script, path);
    assert_int_equal(ask(&worker, &result), row->rc);
    if (row->rc == 0) {
        assert_int_equal(result.outcome, row->outcome);
        assert_int_equal(result.count, row->samples);
    } else {
        assert_null(result.samples);
    }
    free(result.samples);
    /* none is left behind, running or not waited for */
    assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
    assert_int_equal(errno, ECHILD);
}

static void cannot_start_what_is_not_there(void **state)
{
    (void)state;
    const struct worker worker = { .program = "/nonexistent/worker" };
    struct worker_result result;

    assert_int_equal(ask(&worker, &result), -ENOENT);
}

static void ends_with_the_server(void **state)
{
    (void)state;
    char path[PATH_SIZE];
    atomic_bool is_ending = true;
    const struct worker worker = { .program = path,
                                   .wait_ms = LONG_MS,
                                   .is_ending = &is_ending };
    struct worker_result result;

    write_script("exec sleep 60", path);
    assert_int_equal(ask(&worker, &result), -ECANCELED);
}

static void counts_what_was_asked_and_what_failed(void **state)
{
    (void)state;
    char path[PATH_SIZE];
    struct worker_tally tally = { 0 };
    const struct worker worker = { .program = path,
                                   .wait_ms = LONG_MS,
                                   .tally = &tally };
    struct worker_result result;

    write_script(REFUSED "\\0\\0\\0\\0'", path);
    assert_int_equal(ask(&worker, &result), 0);
    write_script("exit 0", path);
    assert_int_equal(ask(&worker, &result), -EPROTO);

    const struct worker_count converted =
        worker_tally_read(&tally, WORKER_CONVERT);
    const struct worker_count spoken = worker_tally_read(&tally, WORKER_SPEAK);

    assert_int_equal(converted.asked, 2);
    assert_int_equal(converted.failed, 1);
    assert_true(converted.time_us > 0);
    assert_int_equal(spoken.asked + spoken.failed + spoken.time_us, 0);
}

/* The real one, once: it refuses, in its cage, what is no sound. */
static void asks_the_real_one(void **state)
{
    (void)state;
    const char *build = getenv("top_builddir");
    char path[4096];
    const struct worker worker = { .program = path, .wait_ms = LONG_MS };
    struct worker_result result;

    snprintf(path, sizeof(path), "%s/cclite-worker", build ? build : ".");
    assert_int_equal(ask(&worker, &result), 0);
    assert_int_equal(result.outcome, WORKER_NO_WAV);
}

static int set_up(void **state)
{
    (void)state;
    (void)signal(SIGPIPE, SIG_IGN);
    return mkdtemp(directory) ? 0 : -1;
}

static int tear_down(void **state)
{
    char path[PATH_SIZE];

    (void)state;
    snprintf(path, sizeof(path), "%s/worker", directory);
    (void)unlink(path);
    return rmdir(directory);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, answers, script_rows);
    TEST_LIST_ADD(&list, cannot_start_what_is_not_there);
    TEST_LIST_ADD(&list, ends_with_the_server);
    TEST_LIST_ADD(&list, counts_what_was_asked_and_what_failed);
    TEST_LIST_ADD(&list, asks_the_real_one);
    return _cmocka_run_group_tests("worker", list.tests, list.count, set_up,
                                   tear_down);
}
