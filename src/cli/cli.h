/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one run of cclite has at hand: the server, the language, the output. */

#ifndef CLI_CLI_H
#define CLI_CLI_H

#include <stdio.h>

#include "cli/call.h"
#include "cli/exit_code.h"
#include "client/client.h"
#include "client/session.h"
#include "lang/lang.h"

enum cli_format {
    FORMAT_TABLE,
    FORMAT_JSON,
    FORMAT_JSONL,
    FORMAT_CSV,
    FORMAT_TSV,
};

struct names;
struct patience;

struct cli {
    FILE *in;
    FILE *out;
    FILE *err;
    bool interactive; /* a person can be asked */
    enum cli_format format;
    const char *columns; /* what --columns says, or NULL */
    const char *about;   /* of several, the one that is done now; or NULL */
    struct client_settings settings;
    struct endpoint others[SESSION_MAX_OTHERS]; /* more ways to that server */
    int other_count;
    struct patience *patience; /* borrowed; NULL: nothing is waited for */
    struct client *client;     /* NULL until something is asked */
    struct names *names;       /* NULL until somebody wants one */
};

/**
 * Fills in what the options say.
 *
 * @return EXIT_DONE, or EXIT_USAGE with the mistake printed
 */
enum exit_code cli_init(struct cli *cli, const struct call *call);

/** Releases the client; the names before it, with names_free(). */
void cli_done(struct cli *cli);

/**
 * Prints "cclite: " and a line to the standard error, made safe to show; of
 * several things that are done, after which one it is about.
 *
 * @param format  translated
 *
 * @return code, so that it can be returned at once
 */
enum exit_code cli_fail(struct cli *cli, enum exit_code code,
                        const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/** Says that memory ran out. @return EXIT_HERE */
enum exit_code cli_no_memory(struct cli *cli);

/** Prints a line for people to the output, made safe to show. */
void cli_say(struct cli *cli, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
