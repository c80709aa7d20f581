/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who plays a prompt: flows, queues, rules, boxes, and translations. */

#ifndef CORE_PROMPT_USE_H
#define CORE_PROMPT_USE_H

#include <stddef.h>
#include <stdint.h>

#include "core/library.h"
#include "core/state.h"

struct prompt_use {
    enum document_kind kind; /* DOCUMENT_FLOW, _QUEUE, _QUEUE_RULE, _RULE, _BOX
                                or _PROMPT */
    uint64_t id;
    struct name name;
    struct name node; /* of a flow: one that plays it; else "" */
    bool of_draft;    /* nobody is led so yet: a flow, or a routing rule */
};

/**
 * Finds who uses a prompt, by its number or by its name: a flow in the version
 * that new contacts enter, by each of its nodes; a queue as music, comfort,
 * notice, or while its calendar has it closed; a rule, also as the draft of the rules has it, as its announcement; a
 * box as a greeting; a prompt as what it translates. Drafts of flows are texts
 * that only the store has.
 * O(documents and nodes).
 *
 * @param library   NULL: flows are not looked at
 * @param ret_uses  room for `room` of them
 *
 * @return how many there are; those beyond `room` are counted, not told
 */
size_t prompt_use_find(const struct state *state, const struct library *library,
                       uint64_t prompt_id, struct prompt_use *ret_uses,
                       size_t room);

/** A queue's comfort prompts, which are played in turn; "" where there is none. */
enum { QUEUE_COMFORTS = 4 };
const struct name *queue_comfort(const struct event_queue_set *queue,
                                 size_t index);

/** Whether a queue plays a prompt of that name. */
bool queue_plays(const struct event_queue_set *queue, const char *name);

/** The first node of a flow that plays it, and the one behind `node`.
 *  @return NULL: none does */
const struct flow_node *prompt_use_node(const struct flow_program *program,
                                        uint64_t prompt_id, const char *name);
const struct flow_node *prompt_use_next(const struct flow_program *program,
                                        const struct flow_node *node,
                                        uint64_t prompt_id, const char *name);

#endif
