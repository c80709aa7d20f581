/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys of somebody's own. */

#ifndef CONSOLE_KEY_FILE_H
#define CONSOLE_KEY_FILE_H

#include <stdio.h>

#include "base/config.h"
#include "lang/lang.h"
#include "tui/action.h"

/*
 * A configuration file (base/config.h) with what is to have other keys than in
 * key.def and in the toolkit's table, by where it works and what it does:
 *
 *     [recordings]
 *     listen = p Enter
 *     [go]
 *     cockpit = k         the letter after g
 *     [everywhere]
 *     mouse =             none: the palette is left
 *
 * The same words as `cclite console --print-keys` writes. The whole file is
 * refused, with its line, for a key that there is not or that belongs to
 * somebody else (see action_lint()), for one that something else has there or
 * everywhere, for a letter where letters are typed, and where nothing would be
 * left to get help, the palette or back by.
 */
struct key_set;

enum { KEYS_SIZE = 48 }; /* of the keys of one row, with their end */

/**
 * Makes the tables, with what a file says.
 *
 * @param path       NULL: $XDG_CONFIG_HOME/cclite/keys, which may be missing
 * @param ret_set    release with key_set_free(); the tables live as long
 * @param ret_fault  with -EINVAL, why
 *
 * @return 0; -EINVAL: refused; -ENOMEM; or as config_read()
 */
int key_set_read(const char *path, struct key_set **ret_set,
                 struct config_fault *ret_fault);

/** Makes the tables as they are without a file; -ENOMEM. */
int key_set_preset(struct key_set **ret_set);

struct key_set *key_set_free(struct key_set *set); /* NULL always */

/** The console's table, and the toolkit's. */
struct action_table key_set_ours(const struct key_set *set);
struct action_table key_set_own(const struct key_set *set);

/** Writes all of it as a file that could be read again.
 *  @return 0 or -EIO */
int key_set_print(const struct key_set *set, enum language language,
                  FILE *file);

#endif
