/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may stand in a place of a command line, for the shell to choose from. */

#ifndef CLI_OFFER_H
#define CLI_OFFER_H

#include <stdbool.h>

#include "cli/verb.h"

struct cli;

/*
 * Each prints words to cli->out, one a line, whatever is typed there already:
 * the shell takes those that begin so. The line "<file>" stands for all files.
 * Names of documents are the server's, kept for a minute (cli/recall.h); one
 * that is silent offers none, and nothing is complained of.
 */

/** Each noun once. */
void offer_nouns(struct cli *cli);

/** The verbs of one; none of a noun that there is not. */
void offer_verbs(struct cli *cli, const char *noun);

/** The options of a verb, with their dashes. @param verb  NULL: those of all */
void offer_options(struct cli *cli, const struct verb *verb);

/** What an argument may be. */
void offer_argument(struct cli *cli, const struct verb *verb,
                    const struct verb_argument *argument);

/** What an option's value may be. */
void offer_value(struct cli *cli, const struct verb_option *option);

/**
 * The names of what a destination is one of: queues behind "queue".
 *
 * @return whether the word is a destination of this verb
 */
bool offer_target(struct cli *cli, const struct verb *verb, const char *word);

#endif
