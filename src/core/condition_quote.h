/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of documents that a condition has in quotes: waits_in == "sales". */

#ifndef CORE_CONDITION_QUOTE_H
#define CORE_CONDITION_QUOTE_H

#include "core/condition.h"

/** Whether a fact that is the name of such a document is compared with this
 *  one. O(nodes). */
bool condition_quotes(const struct condition *condition,
                      enum document_kind kind, const char *name);

/** ... and some other text with the same words: which one is meant cannot be
 *  told by them. O(nodes). */
bool condition_quotes_besides(const struct condition *condition,
                              enum document_kind kind, const char *name);

/** Whether the condition names the document: in quotes, or as what a fact or a
 *  list is about. O(nodes). */
bool condition_names(const struct condition *condition, enum document_kind kind,
                     const char *name);

#endif
