/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several things done one after the other, and what became of each. */

#ifndef CLI_RUN_MANY_H
#define CLI_RUN_MANY_H

#include "cli/cli.h"
#include "wire/value.h"

/**
 * Does one thing for each of a call's words that may come more than once: what
 * is refused is told, after the word, and the rest is done. Programs get an item
 * for each, with "id" and "done"; people how many there were.
 *
 * @param one   does it for a word; says what went wrong
 * @param body  given to it as it is
 *
 * @return that of the first that was not EXIT_DONE
 */
enum exit_code run_each(
    struct cli *cli, const struct call *call, const struct json_t *body,
    enum exit_code (*one)(struct cli *cli, const struct call *call,
                          const struct json_t *body, const char *word));

#endif
