/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the editor knows of nodes: their types, settings and exits. */

#ifndef CONSOLE_FLOW_KIND_H
#define CONSOLE_FLOW_KIND_H

#include "console/program.h"
#include "core/node.h"
#include "wire/value.h"

/*
 * A node is an object of the flow's text (wire/flow_text.h), whole or not yet:
 * an editor holds what cannot be run for now. All that depends on its type is
 * here, and comes from core/node.def. Objects are shared with what was before a
 * change: whoever changes one takes a copy.
 */
enum {
    FLOW_EXITS = 24, /* of a node, choices included */
    FLOW_EXIT_KEY_SIZE = 64,
    FLOW_KIND_LETTERS = 64,
};

#define FLOW_TO_END "" /* no node is called so */

struct flow_exit {
    char key[FLOW_EXIT_KEY_SIZE]; /* "on_error"; of a choice: "1" */
    bool is_choice;
    const char *doc; /* msgid: when it is taken; of a choice NULL */
    const char *to;  /* the node's name, of its object; NULL: nowhere */
    bool ends;       /* ... which is meant: the call ends there */
    bool yields;     /* nowhere is as good: somebody else settles it */
};

/** The type of a node; -ENOENT: none that is known here. */
int flow_kind_of(const struct json_t *node);

/** What a type is called: a msgid. */
const char *flow_kind_name(enum node_type type);

/** The letter behind n that adds one; '\0': only the list does. */
char flow_kind_letter(enum node_type type);

/** The type of a letter; -ENOENT. */
int flow_kind_of_letter(uint32_t stroke);

/** Its exits in the order of the table, choices first. @return how many */
size_t flow_kind_exits(const struct json_t *node,
                       struct flow_exit ret_exits[FLOW_EXITS]);

/** What an exit is called: a msgid, or the choice itself. */
const char *flow_kind_exit_name(const struct flow_exit *exit);

/** Whether a type has choices, and whether each is a key of a phone. */
bool flow_kind_has_choices(enum node_type type);
bool flow_kind_chooses_by_key(enum node_type type);

/**
 * Leads an exit to a node.
 *
 * @param to  its name; NULL: nowhere, as nobody has said yet; FLOW_TO_END: the
 *            call ends there. A choice stays one that leads nowhere
 *
 * @return a changed copy, or NULL: out of memory
 */
struct json_t *flow_kind_lead(const struct json_t *node,
                              const struct flow_exit *exit, const char *to);

/** Adds a choice that leads nowhere, or takes one away. @return likewise */
struct json_t *flow_kind_choice_add(const struct json_t *node, const char *key);
struct json_t *flow_kind_choice_drop(const struct json_t *node,
                                     const char *key);

/** The same node with all exits that lead to a name leading to another; NULL
 *  for nowhere. @return a copy, or NULL: out of memory */
struct json_t *flow_kind_redirect(const struct json_t *node, const char *from,
                                  const char *to);

/** A new node with presets. @return it, or NULL: out of memory */
struct json_t *flow_kind_new(enum node_type type, const char *name);

/** A copy whose members can be set. @return it, or NULL: out of memory */
struct json_t *flow_kind_copy(const struct json_t *node);

/** Names of queues and prompts become numbers, where a row is here. @return a
 *  copy, or NULL: out of memory */
struct json_t *flow_kind_number(const struct program *program,
                                const struct json_t *node);

/** What it is called on screens: its label, else its name. */
const char *flow_kind_title(const struct json_t *node);

/** The settings of a type for a form: without its place. */
struct record flow_kind_settings(enum node_type type);

/** Reads the settings of a node into their struct; what cannot be read, or is
 *  missing, has its preset. */
void flow_kind_read(const struct json_t *node,
                    union node_settings *ret_settings);

/** Writes settings into a node; presets are left out. @return a changed copy,
 *  or NULL: out of memory */
struct json_t *flow_kind_write(const struct json_t *node,
                               const union node_settings *settings);

/** The setting that says most of it, such as the prompt; "": it has none, or
 *  lacks one that must be there.
 *  program NULL: as in the shell. */
void flow_kind_summary(const struct program *program, const struct json_t *node,
                       struct safe_text *ret_text);

/**
 * The first setting that must be there and is not.
 *
 * @param ret_field  how its table calls it
 *
 * @return what it is called: a msgid, or NULL: there is none
 */
const char *flow_kind_missing(const struct json_t *node,
                              const char **ret_field);

#endif
