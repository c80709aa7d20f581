/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A child with two pipes and nothing else of ours. */

#include "jobs/worker_process.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <unistd.h>

static void close_pipe(int ends[2])
{
    for (int i = 0; i < 2; i++)
        if (ends[i] >= 0)
            close(ends[i]);
}

/* Nothing of ours: what it says besides its answer would reach the log. Signals
   are as a new process expects them. */
static int set_up(posix_spawn_file_actions_t *actions, posix_spawnattr_t *how,
                  int in, int out)
{
    sigset_t none, all;
    int err = posix_spawn_file_actions_adddup2(actions, in, STDIN_FILENO);

    sigemptyset(&none);
    sigfillset(&all);
    if (!err)
        err = posix_spawn_file_actions_adddup2(actions, out, STDOUT_FILENO);
    if (!err)
        err = posix_spawn_file_actions_addopen(actions, STDERR_FILENO,
                                               "/dev/null", O_WRONLY, 0);
    if (!err)
        err = posix_spawnattr_setsigmask(how, &none);
    if (!err)
        err = posix_spawnattr_setsigdefault(how, &all);
    if (!err)
        err = posix_spawnattr_setflags(how, POSIX_SPAWN_SETSIGMASK |
                                                POSIX_SPAWN_SETSIGDEF);
    return -err;
}

static int spawn(const char *program, int in, int out, pid_t *ret_pid)
{
    char name[] = "cclite-worker";
    char *const arguments[] = { name, NULL };
    char *const environment[] = { NULL };
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t how;
    int rc = -posix_spawn_file_actions_init(&actions);

    if (rc < 0)
        return rc;

    rc = -posix_spawnattr_init(&how);
    if (rc == 0) {
        rc = set_up(&actions, &how, in, out);
        if (rc == 0)
            rc = -posix_spawn(ret_pid, program, &actions, &how, arguments,
                              environment);
        posix_spawnattr_destroy(&how);
    }

    posix_spawn_file_actions_destroy(&actions);
    return rc;
}

int worker_process_start(const char *program, int *ret_in, int *ret_out,
                         pid_t *ret_pid)
{
    int in[2] = { -1, -1 };
    int out[2] = { -1, -1 };

    assert(program && ret_in && ret_out && ret_pid);

    int rc = pipe2(in, O_CLOEXEC) < 0 || pipe2(out, O_CLOEXEC) < 0 ? -errno : 0;

    if (rc == 0 && (fcntl(in[1], F_SETFL, O_NONBLOCK) < 0 ||
                    fcntl(out[0], F_SETFL, O_NONBLOCK) < 0))
        rc = -errno;
    if (rc == 0)
        rc = spawn(program, in[0], out[1], ret_pid);
    if (rc < 0) {
        close_pipe(in);
        close_pipe(out);
        return rc;
    }

    close(in[0]);
    close(out[1]);
    *ret_in = in[1];
    *ret_out = out[0];
    return 0;
}
