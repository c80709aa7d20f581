/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the shell is told: documented numbers that never change. */

#ifndef CLI_EXIT_CODE_H
#define CLI_EXIT_CODE_H

enum exit_code {
    EXIT_DONE = 0,
    EXIT_REFUSED = 1,     /* by the server: the state does not allow it, or a
                             value cannot stand */
    EXIT_USAGE = 2,       /* the command was not understood */
    EXIT_NOT_FOUND = 3,   /* no such thing */
    EXIT_NOT_ALLOWED = 4, /* not signed in, or not permitted */
    EXIT_UNREACHABLE = 5, /* no server, or it did not answer */
    EXIT_STALE = 6,       /* somebody changed it meanwhile */
    EXIT_SERVER = 7,      /* the server could not do it now */
    EXIT_HERE = 8,        /* something of this machine: a file, the output */
};

/* What `cclite check` tells instead, as monitoring plug-ins do. */
enum check_code {
    CHECK_OK = 0,
    CHECK_WARNING = 1,
    CHECK_CRITICAL = 2,
    CHECK_UNKNOWN = 3, /* also of every mistake and failure */
};

/** What an HTTP status means to the shell. */
enum exit_code exit_code_of_status(int status);

/** What a failure of client_send(), a negative errno, means to the shell. */
enum exit_code exit_code_of_failure(int rc);

#endif
