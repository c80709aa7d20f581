/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking the person at the terminal. */

#ifndef CLI_PROMPT_H
#define CLI_PROMPT_H

#include <stddef.h>

#include "cli/cli.h"

enum { PROMPT_SIZE = 512 };

/**
 * Asks for a line. Prompts go to the standard error, so that the output stays
 * clean; without a terminal they are left out.
 *
 * @param prompt    translated
 * @param ret_line  without its end; must be PROMPT_SIZE
 *
 * @return EXIT_DONE, or EXIT_HERE: the input has ended, or the line is longer
 */
enum exit_code prompt_line(struct cli *cli, const char *prompt,
                           char ret_line[PROMPT_SIZE]);

/** The same without showing what is typed. */
enum exit_code prompt_secret(struct cli *cli, const char *prompt,
                             char ret_line[PROMPT_SIZE]);

/**
 * Asks whether to do what cannot be undone, unless the call says --yes.
 *
 * @param question  translated, with one %s
 *
 * @return EXIT_DONE for yes; EXIT_USAGE for no, or when nobody can be asked
 */
enum exit_code prompt_confirm(struct cli *cli, const struct call *call,
                              const char *question, const char *name);

/**
 * Makes a password of 20 letters and digits (over 100 bits) that nobody
 * mistakes when reading it: no 0, 1, I, O, l.
 */
void prompt_make_password(char ret_password[24]);

#endif
