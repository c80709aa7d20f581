/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is heard of a node: prompts, or a text that is said. */

#ifndef CORE_FLOW_HEARD_H
#define CORE_FLOW_HEARD_H

#include "core/flow.h"

/** The prompt of a node; no id and no name: its type has none, or it says a
 *  text. */
struct flow_prompt flow_node_prompt(const struct flow_node *node);

/* What a caller who is asked again may hear of a node, by name. */
enum node_prompt {
    NODE_PROMPT,         /* the one that it asks by the first time */
    NODE_PROMPT_AGAIN,   /* ... and then, instead */
    NODE_PROMPT_INVALID, /* before, if the keys were wrong */
    NODE_PROMPT_TIMEOUT, /* before, if there was none */
    node_prompt_count
};

/** The setting that names one of them: "again_prompt". */
const char *flow_prompt_setting(enum node_prompt which);

/** One of the prompts of a node; no id and no name: it has none. */
struct flow_prompt flow_node_prompt_at(const struct flow_node *node,
                                       enum node_prompt which);

/** The setting with what a node says in a language; NULL: its type says
 *  nothing. */
const struct field *flow_text_field(enum node_type type, enum speech language);

/** What a node says in a language; where there is none, in another one; "":
 *  nothing. */
const char *flow_node_text(const struct flow_node *node, enum speech language);

/** Tells whether nodes of a type ask in words of their own where they have
 *  neither a prompt nor a text. */
bool node_has_words(enum node_type type);

/** Tells whether keys are taken while a node's prompt plays. */
bool flow_node_barges_in(const struct flow_node *node);

#endif
