/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people call a kind of document. */

#ifndef CORE_DOCUMENT_KIND_WORD_H
#define CORE_DOCUMENT_KIND_WORD_H

#include "core/command.h"

/**
 * The word for a kind, as it stands before a document's name: "way out". O(1).
 *
 * @return English (N_), static; of a kind that is named to nobody what it is
 *         called in events
 */
const char *document_kind_word(enum document_kind kind);

#endif
