/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In the cage a process computes and answers; whatever else it tries ends it. */

#include "worker/cage.h"

#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/test.h"

enum { FAILED = 3, FIRST_FILE = 3 };

/* Each tries something, and tells whether it could. */

static bool computes(void)
{
    char *room = malloc(1 << 20);
    bool is_there = room != NULL;

    free(room);
    return is_there && write(STDERR_FILENO, "", 0) == 0;
}

static bool reads_a_file(void)
{
    int fd = open("/dev/null", O_RDONLY | O_CLOEXEC);
    char byte;

    return fd >= 0 && read(fd, &byte, 1) == 0;
}

static bool writes_a_file(void)
{
    return open("/tmp/cclite-cage", O_WRONLY | O_CREAT | O_CLOEXEC, 0600) >= 0;
}

static bool opens_to_change(void)
{
    return open("/dev/null", O_RDWR | O_CLOEXEC) >= 0;
}

static bool talks_to_the_network(void)
{
    return socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0) >= 0;
}

static bool starts_a_program(void)
{
    char name[] = "true";
    char *const arguments[] = { name, NULL };

    return execv("/bin/true", arguments) == 0;
}

static bool makes_a_process(void)
{
    return fork() >= 0;
}

static bool stops_another(void)
{
    return kill(getppid(), 0) == 0;
}

static const struct cage_row {
    const char *says;
    bool (*tries)(void);
    bool may_read; /* as a voice does */
    int signal;    /* that ends it; 0: none */
} cage_rows[] = {
    { "computing goes on", computes, false, 0 },
    { "a voice reads files", reads_a_file, true, 0 },
    { "a file's parser opens none", reads_a_file, false, SIGSYS },
    { "no file is written", writes_a_file, true, SIGSYS },
    { "none is opened for writing", opens_to_change, true, SIGSYS },
    { "no socket is made", talks_to_the_network, true, SIGSYS },
    { "no program is started", starts_a_program, true, SIGSYS },
    { "no process is made", makes_a_process, true, SIGSYS },
    { "no other process is touched", stops_another, true, SIGSYS },
};

static void holds(void **state)
{
    const struct cage_row *row = *state;
    int status = 0;
    pid_t child = fork();

    assert_true(child >= 0);
    if (child == 0) {
        if (cage_enter() < 0 || cage_lock(row->may_read) < 0)
            _exit(FAILED + 1);
        _exit(row->tries() ? 0 : FAILED);
    }

    assert_int_equal(waitpid(child, &status, 0), child);
    if (row->signal) {
        assert_true(WIFSIGNALED(status));
        assert_int_equal(WTERMSIG(status), row->signal);
    } else {
        assert_true(WIFEXITED(status));
        assert_int_equal(WEXITSTATUS(status), 0);
    }
}

static bool is_limited(int resource, rlim_t most)
{
    struct rlimit limit = { 0, 0 };

    return getrlimit((__rlimit_resource_t)resource, &limit) == 0 &&
           limit.rlim_cur == most;
}

/* What root has is given away, and what the server had open is closed. */
static void gives_rights_away(void **state)
{
    (void)state;
    int status = 0;
    int open_file = open("/dev/null", O_RDONLY); /* as if forgotten */
    pid_t child = fork();

    assert_true(open_file >= FIRST_FILE && child >= 0);
    if (child == 0) {
        if (cage_enter() < 0)
            _exit(FAILED + 1);
        _exit(geteuid() != 0 && getuid() != 0 && setuid(0) != 0 &&
                      fcntl(open_file, F_GETFD) < 0 &&
                      is_limited(RLIMIT_FSIZE, 0) &&
                      is_limited(RLIMIT_CORE, 0) &&
                      is_limited(RLIMIT_CPU, CAGE_CPU_S)
                  ? 0
                  : FAILED);
    }

    close(open_file);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, holds, cage_rows);
    TEST_LIST_ADD(&list, gives_rights_away);
    return test_list_run(&list);
}
