/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a node that asks for the language offers, by which keys and words. */

#ifndef CORE_LANGUAGE_QUESTION_H
#define CORE_LANGUAGE_QUESTION_H

#include <stdbool.h>

#include "core/node.h"

/*
 * A language is offered when it has a key. They are offered in the order of
 * enum speech, each by a sentence of its own: as the node words it, or else by
 * one that names its key.
 */

/** The language offered behind so many others, or -1. */
int language_question_at(const struct node_ask_language *question,
                         int64_t part);

/** The language that a key chooses, or -1. */
int language_question_chosen(const struct node_ask_language *question,
                             char key);

/** The sentence that offers a language, which has a key; {{names}} are still in
 *  it. */
void language_question_words(const struct node_ask_language *question,
                             enum speech language, struct note *ret_words);

/** Tells whether there is a choice: two languages at least, each by another
 *  key, 0 to 9. */
bool language_question_is_one(const struct node_ask_language *question);

#endif
