/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the decisions about documents have in common. */

#ifndef CORE_DECIDE_DOCUMENT_H
#define CORE_DECIDE_DOCUMENT_H

#include "core/decide.h"

/** Whether each of its values may stand. */
bool is_valid_document(enum document_kind kind, const void *document);

/** Whether there is room for a prompt, and whether it may be
 *  the translation that it says. (decide_prompt.c) */
enum refusal check_prompt(const struct turn *turn,
                          const struct command_set_prompt *c);

/** Checks id, version, values, name and number; nothing of the kind's own. */
enum refusal check_document(const struct turn *turn, enum document_kind kind,
                            const void *document);

/** Writes the document with its id, chosen if it is new, and next version. */
void write_document(struct turn *turn, enum document_kind kind,
                    const void *document);

/** Checks id and version. */
enum refusal check_going(const struct turn *turn, enum document_kind kind,
                         uint64_t id, int64_t version);

/** ... and that the draft of the routing rules does not use it. */
enum refusal check_removal(const struct turn *turn, enum document_kind kind,
                           uint64_t id, int64_t version);

/** Whether a route leads over that trunk; whether a cap is for that agent, or
 *  trunk; 0: none. */
bool is_routed(const struct turn *turn, uint64_t trunk_id);
bool is_capped(const struct turn *turn, uint64_t agent_id, uint64_t trunk_id);

/** decide_box.c: whether a box is the agent's or queue's, or its operator is
 *  that queue or flow. */
bool is_of_a_box(const struct turn *turn, enum destination to, uint64_t id);

/** decide_name.c: whether a condition, of a routing rule, of the draft of one or
 *  in a published flow, names the document. O(rules, flows, their nodes). */
bool is_named(const struct turn *turn, enum document_kind kind, uint64_t id);
bool is_named_in_a_flow(const struct turn *turn, enum document_kind kind,
                        uint64_t id);

/** ... and whether it would have another name as it is wanted: such a condition
 *  would ask for what there is no more. */
bool loses_name(const struct turn *turn, enum document_kind kind,
                const void *document);

/** Whether a routing rule is for that entry only. */
bool is_entry_ruled(const struct turn *turn, uint64_t entry_id);

void write_removal(struct turn *turn, enum document_kind kind, uint64_t id);

/* decide_flow_set.c: there is such a flow, and callers can be led into it. */
bool is_published(const struct state *state, uint64_t flow_id);
enum refusal check_flow(const struct turn *turn, uint64_t flow_id);

/** flow_place.c: whether a number leads into a flow. O(entries). */
bool has_entry(const struct turn *turn, uint64_t flow_id);

/** decide_rule.c: whether a text is a condition, and all that it names is
 *  there. */
enum refusal check_condition(const struct turn *turn, const char *text);

/* ... and whether a published flow refers to a document, or a condition within
   it names it. */
bool is_in_a_flow(const struct turn *turn, enum document_kind kind,
                  uint64_t id);

#endif
