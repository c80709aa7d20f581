/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What setup wants to know: asked at a terminal, or read from a file. */

#ifndef CLI_SETUP_ANSWERS_H
#define CLI_SETUP_ANSWERS_H

#include "cli/cli.h"
#include "cli/prompt.h"

enum {
    SETUP_AGENTS = 3,
    SETUP_MAX_ANSWERS = 32,
};

struct setup_answers {
    char texts[SETUP_MAX_ANSWERS][PROMPT_SIZE];
};

/**
 * Reads the answers, all of them checked one by one.
 *
 * @param path        a file as base/config.h reads them; NULL: asks a person
 * @param with_admin  whether there is no user yet, so that one is needed
 */
enum exit_code setup_answers_read(struct cli *cli, const char *path,
                                  bool with_admin,
                                  struct setup_answers *ret_answers);

/** The answer to a question, "" when there is none. */
const char *setup_answer(const struct setup_answers *answers, const char *name);

#endif
