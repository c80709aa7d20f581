/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys and colours of somebody's own, from their files. */

#ifndef CLI_CONSOLE_OWN_H
#define CLI_CONSOLE_OWN_H

#include "cli/cli.h"
#include "console/console_wishes.h"
#include "console/key_file.h"

enum { CONSOLE_OWN_LINE = 512 };

struct console_own {
    struct key_set *keys; /* or NULL: as in the tables */
    char complaints[2][CONSOLE_OWN_LINE];
};

/**
 * Reads both files. One with a mistake is not used, and the console says so.
 *
 * @param own     lives as long as the wishes; end it by console_own_done()
 * @param wishes  gets what they say
 */
void console_own_read(struct console_own *own, struct console_wishes *wishes);
void console_own_done(struct console_own *own);

/** Writes all keys as they are with the file, or what is wrong with it. */
enum exit_code console_own_print(struct cli *cli);

#endif
