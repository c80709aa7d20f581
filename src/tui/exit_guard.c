/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Only what signal-safety(7) allows, on memory that was made ready before. */

#include "tui/exit_guard.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tui/crash.h"

static struct {
    volatile sig_atomic_t is_armed;
    int fd;
    int pipe[2];
    struct termios before;
    char bytes[EXIT_GUARD_BYTES];
    size_t length;
    bool is_registered; /* with atexit() */
} guard = { .pipe = { -1, -1 } };

static const int gentle[] = { SIGTERM, SIGHUP, SIGINT, SIGCONT, SIGTSTP };
static const int crashes[] = { SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT };

enum {
    GENTLE = sizeof(gentle) / sizeof(gentle[0]),
    CRASHES = sizeof(crashes) / sizeof(crashes[0]),
};

static struct sigaction gentle_before[GENTLE], crashes_before[CRASHES];

void exit_guard_restore(void)
{
    if (!guard.is_armed)
        return;
    for (size_t at = 0; at < guard.length;) {
        ssize_t written = write(guard.fd, guard.bytes + at, guard.length - at);

        if (written <= 0)
            break;
        at += (size_t)written;
    }
    tcsetattr(guard.fd, TCSANOW, &guard.before);
}

static void on_gentle(int number)
{
    int before = errno;
    char byte = (char)number;
    ssize_t written = write(guard.pipe[1], &byte, 1);

    (void)written; /* full: there is news already */
    errno = before;
}

/* The old handler, a debugger's or the default, then has its turn. */
static void on_crash(int number)
{
    exit_guard_restore();
    guard.is_armed = 0;
    crash_report(number, guard.fd);
    for (size_t i = 0; i < CRASHES; i++)
        sigaction(crashes[i], &crashes_before[i], NULL);
    raise(number);
}

static void signals_take(void)
{
    struct sigaction action = { .sa_handler = on_gentle,
                                .sa_flags = SA_RESTART };

    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < GENTLE; i++)
        sigaction(gentle[i], &action, &gentle_before[i]);
    action.sa_handler = on_crash;
    action.sa_flags = SA_NODEFER;
    for (size_t i = 0; i < CRASHES; i++)
        sigaction(crashes[i], &action, &crashes_before[i]);
}

int exit_guard_arm(int fd, const struct termios *before, const char *bytes,
                   size_t length)
{
    assert(before && bytes && !guard.is_armed);
    if (pipe2(guard.pipe, O_CLOEXEC | O_NONBLOCK) < 0)
        return -errno;
    if (!guard.is_registered && atexit(exit_guard_restore) != 0) {
        close(guard.pipe[0]);
        close(guard.pipe[1]);
        return -ENOMEM;
    }
    guard.is_registered = true;
    guard.fd = fd;
    guard.before = *before;
    guard.length = length < sizeof(guard.bytes) ? length : sizeof(guard.bytes);
    memcpy(guard.bytes, bytes, guard.length);
    signals_take();
    guard.is_armed = 1;
    return guard.pipe[0];
}

void exit_guard_disarm(void)
{
    if (!guard.is_armed)
        return;
    guard.is_armed = 0;
    for (size_t i = 0; i < GENTLE; i++)
        sigaction(gentle[i], &gentle_before[i], NULL);
    for (size_t i = 0; i < CRASHES; i++)
        sigaction(crashes[i], &crashes_before[i], NULL);
    close(guard.pipe[0]);
    close(guard.pipe[1]);
}

int exit_guard_news(void)
{
    int news = EXIT_GUARD_NOTHING;
    char byte;

    while (read(guard.pipe[0], &byte, 1) == 1) {
        if (byte == SIGCONT)
            news |= EXIT_GUARD_CONTINUED;
        else if (byte == SIGTSTP)
            news |= EXIT_GUARD_STOP;
        else
            news |= EXIT_GUARD_END;
    }
    return news;
}
