/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gives the terminal back whatever ends the process. */

#ifndef TUI_EXIT_GUARD_H
#define TUI_EXIT_GUARD_H

#include <stddef.h>
#include <termios.h>

/*
 * SIGTERM, SIGHUP and SIGINT become a byte in a pipe: the loop ends, and the
 * program with it. SIGSEGV, SIGBUS, SIGILL, SIGFPE and SIGABRT restore the
 * terminal from within the handler, by write() and tcsetattr() alone, leave a
 * report (tui/crash.h), and then go their way. exit() restores it, too.
 */

enum { EXIT_GUARD_BYTES = 512 };

/**
 * Begins. Once for a process at a time.
 *
 * @param fd      the terminal
 * @param before  how it was set
 * @param bytes   what turns its modes off; at most EXIT_GUARD_BYTES, longer
 *                is cut
 *
 * @return the pipe's end to read, or -errno
 */
int exit_guard_arm(int fd, const struct termios *before, const char *bytes,
                   size_t length);

/** Ends: signals are what they were, the pipe is closed. */
void exit_guard_disarm(void);

/** The signals that have come since the last call, taken out of the pipe. */
enum exit_guard_news {
    EXIT_GUARD_NOTHING = 0,
    EXIT_GUARD_END = 1,
    EXIT_GUARD_CONTINUED = 2,
    EXIT_GUARD_STOP = 4,
};
int exit_guard_news(void);

/** Writes the bytes and restores the settings; as often as one likes. */
void exit_guard_restore(void);

#endif
