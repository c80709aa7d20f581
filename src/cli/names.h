/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What numbers are called: documents by id, asked for once. */

#ifndef CLI_NAMES_H
#define CLI_NAMES_H

#include <stdint.h>

#include "core/words.h"

struct cli;
struct names;

enum { NAMES_TEXT_SIZE = 64 };

/**
 * Spells a reference: the document's name, or "#7" when it is not known (it
 * was removed, or may not be seen), or "" for 0. The server is asked once per
 * kind; out of memory and refusals give numbers.
 */
void names_spell(struct cli *cli, enum document_kind kind, uint64_t id,
                 char ret_text[NAMES_TEXT_SIZE]);

/** Finds a document by its name. @return its number, or 0 */
uint64_t names_find(struct cli *cli, enum document_kind kind, const char *name);

/** Releases the names; NULL is fine. @return NULL always */
struct names *names_free(struct names *names);

/** The route that lists a kind of document. */
int names_list_route(enum document_kind kind);

#endif
