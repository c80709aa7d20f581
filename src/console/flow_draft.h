/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A flow while it is edited: its nodes, and every step back. */

#ifndef CONSOLE_FLOW_DRAFT_H
#define CONSOLE_FLOW_DRAFT_H

#include "console/flow_kind.h"
#include "core/flow.h"
#include "wire/value.h"

/*
 * Nodes are objects of the flow's text that nobody changes: a change puts a
 * changed copy in the place of one, and a step back is the list as it was, which
 * shares all other nodes with it. So a step costs a list of pointers, and there
 * are as many as anybody makes in a day.
 *
 * A node keeps its number as long as the draft is open, whatever is added and
 * deleted before it. Each change is one step, unless it says that it goes on
 * with the last one.
 */
enum {
    FLOW_DRAFT_STEPS = 100000, /* more: the oldest is forgotten */
    FLOW_DRAFT_NODES = FLOW_MAX_NODES,
};

struct flow_draft;

/* What a call may take in the flow, see struct flow_program; 0: as the house has
   it. */
struct flow_limits {
    int64_t max_steps;
    int64_t max_ms;
};

/**
 * Takes a flow over.
 *
 * @param program    whose rows tell numbers of queues and prompts; NULL: names
 *                   stay as they are
 * @param text       the object of its text; shared
 * @param ret_draft  release with flow_draft_free()
 *
 * @return 0, -ENOMEM, or -EBADMSG: it is no flow, or has too many nodes
 */
int flow_draft_new(const struct program *program, const struct json_t *text,
                   struct flow_draft **ret_draft);

/** Releases it; NULL is fine. Returns NULL. */
struct flow_draft *flow_draft_free(struct flow_draft *draft);

/** Its text, as an object. NULL: out of memory. The caller's. */
struct json_t *flow_draft_text(const struct flow_draft *draft);

/** Nodes in the order of the text; the first is where callers begin. */
size_t flow_draft_count(const struct flow_draft *draft);
const struct json_t *flow_draft_node(const struct flow_draft *draft,
                                     size_t index);

/** A node's number, above 0, and the index of a number or name (which takes no
 *  longer with many nodes); -ENOENT. */
int flow_draft_number(const struct flow_draft *draft, size_t index);
int flow_draft_find(const struct flow_draft *draft, int number);
int flow_draft_named(const struct flow_draft *draft, const char *name);

/** The index of the node that an exit leads to; -ENOENT: nowhere. */
int flow_draft_target(const struct flow_draft *draft,
                      const struct flow_exit *exit);

/* Changes. Each returns 0 or -ENOMEM, nothing changed then. */

/** Puts a node at the end. @return its index, -ENOMEM, or -ENOSPC: there are
 *  FLOW_DRAFT_NODES. node becomes the draft's in any case */
int flow_draft_add(struct flow_draft *draft, struct json_t *node);

/** Puts a node in place of another; exits that led to the old name lead to the
 *  new one, and tests go past it. node becomes the draft's; NULL is -ENOMEM. */
int flow_draft_replace(struct flow_draft *draft, size_t index,
                       struct json_t *node);

/** Takes a node away; exits that led to it lead nowhere. What tests say of it
 *  stays: nobody knows which way they are to go now, see flow_check.h. */
int flow_draft_remove(struct flow_draft *draft, size_t index);

/** Puts a node somewhere else; goes_on: still the same step. */
int flow_draft_move(struct flow_draft *draft, size_t index, int row, int column,
                    bool goes_on);

/** Puts all nodes somewhere else, by their order: one step. */
int flow_draft_move_all(struct flow_draft *draft, const int *rows,
                        const int *columns);

/** Makes the next change part of the step before it, or no longer. */
void flow_draft_join(struct flow_draft *draft, bool joins);

/** What the flow is for, and so which nodes it may have. To say so is a step. */
enum flow_type flow_draft_type(const struct flow_draft *draft);
int flow_draft_set_type(struct flow_draft *draft, enum flow_type type);

/** What limits it; to say so is a step. */
struct flow_limits flow_draft_limits(const struct flow_draft *draft);
int flow_draft_set_limits(struct flow_draft *draft,
                          const struct flow_limits *limits);

/* Its tests, as objects of the text, in its order; changes are steps. */
size_t flow_draft_test_count(const struct flow_draft *draft);
const struct json_t *flow_draft_test(const struct flow_draft *draft,
                                     size_t index);

/** The index of a test; -ENOENT. */
int flow_draft_test_named(const struct flow_draft *draft, const char *name);

/** Puts a test behind the others, by a name that none of them has: run-1. test
 *  becomes the draft's in any case; NULL is -ENOMEM. */
int flow_draft_add_test(struct flow_draft *draft, struct json_t *test,
                        struct name *ret_name);

/** Puts a test in place of another. test becomes the draft's; NULL is -ENOMEM.
 */
int flow_draft_put_test(struct flow_draft *draft, size_t index,
                        struct json_t *test);

/** Calls it otherwise, or takes it away. */
int flow_draft_rename_test(struct flow_draft *draft, size_t index,
                           const char *name);
int flow_draft_remove_test(struct flow_draft *draft, size_t index);

/** A name that no node has yet: "play", "play_2". */
void flow_draft_fresh_name(const struct flow_draft *draft, enum node_type type,
                           struct name *ret_name);

/* Steps back and on again; false: there is none. */
bool flow_draft_undo(struct flow_draft *draft);
bool flow_draft_redo(struct flow_draft *draft);

/** How many steps back there are. */
size_t flow_draft_steps(const struct flow_draft *draft);

/** A number of the draft as it is now: as it was or will be otherwise it has
 *  another, and the same again when a step back leads here. */
uint64_t flow_draft_stamp(const struct flow_draft *draft);

/** Whether it differs from what was taken over, or has been stored since. */
bool flow_draft_is_dirty(const struct flow_draft *draft);

/** Notes that it is on its way as it is now, and that it has been stored so:
 *  it may have been changed in between. */
void flow_draft_send(struct flow_draft *draft);
void flow_draft_clean(struct flow_draft *draft);

/* Where nodes stand on the plane; -1: nowhere yet. */
int flow_draft_row(const struct json_t *node);
int flow_draft_column(const struct json_t *node);

/** Gives a place to all nodes at once, which is no step: what is opened without
 *  places. @return 0 or -ENOMEM */
int flow_draft_place(struct flow_draft *draft, const int *rows,
                     const int *columns);

#endif
