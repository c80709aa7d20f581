/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the draft of the routing rules uses. */

#ifndef CORE_RULE_DRAFT_USE_H
#define CORE_RULE_DRAFT_USE_H

#include "core/document_use.h"

/*
 * A draft may lie for weeks. What it uses stays meanwhile, or else it could not
 * be published any more, and nobody who removed it would have known.
 */

/** Whether the demand of a rule names a skill. */
bool rule_demands(const struct state *state, const struct event_rule_set *rule,
                  uint64_t skill_id);

/** Whether a rule of the draft that is not as outside leads to a document, is
 *  for it alone, or names it. O(rows and their conditions). */
bool rule_draft_uses(const struct state *state, enum document_kind kind,
                     uint64_t id);

/** ... names it, in a condition or demand: by its name, which must stay. */
bool rule_draft_names(const struct state *state, enum document_kind kind,
                      uint64_t id);

/**
 * Puts those rules into a page, behind what it has.
 *
 * @param by_name  only those that name it
 */
void rule_draft_users(const struct state *state, enum document_kind kind,
                      uint64_t id, bool by_name,
                      struct document_use_page *page);

#endif
