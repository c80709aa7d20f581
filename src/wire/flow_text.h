/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Flows as text: what people write, what is stored, and what the core runs. */

#ifndef WIRE_FLOW_TEXT_H
#define WIRE_FLOW_TEXT_H

#include <stdbool.h>

#include "core/flow_test.h"
#include "wire/mistake.h"

/*
 * A flow is a JSON object; a node names the nodes it leads to, and the first
 * one is where it begins. What each type of node has, core/node.def tells, and
 * nothing else is taken:
 *
 *     {"name": "main", "nodes": [
 *      {"name": "hello", "type": "answer", "next": "menu"},
 *      {"name": "menu", "type": "menu", "prompt": "choose",
 *       "wait_ms": 5000, "tries": 3,
 *       "choices": {"1": "sales", "2": "bye"},
 *       "on_timeout": "bye", "on_invalid": "bye", "on_error": "bye"},
 *      {"name": "sales", "type": "queue", "queue": "sales", "priority": 50},
 *      {"name": "bye", "type": "hang_up"}]}
 *
 * Beside the nodes there may be a "type", which says what the flow is for and
 * so which nodes it may have (core/flow_type.def): without, it is inbound. And
 * there may be tests (core/flow_test.h):
 *
 *     "tests": [{"name": "to sales", "caller": "+34600", "keys": ["", "1"],
 *                "expect": ["hello", "menu", "menu", "sales"]}]
 *
 * An exit that is null hangs up, and so does an error that is not given. Any
 * other exit must be given, but in a draft, where it is open, and everything
 * else that must be given may be missing, too; so may the nodes that its tests
 * name. A setting that is not given has its preset. Queues and the like are given by name, or by number as
 * "queue_id". A prompt's name that is none of the library's is that of one
 * which came with the server.
 *
 * A queue's name may change; a stored flow may not. So the stored text, the
 * canonical one, has queue_id only, every setting in the order of the table, no
 * name and no spaces; its SHA-256 is the flow's digest. Equal flows are equal
 * bytes.
 */

/* Who knows what nodes refer to. Either may be NULL: only numbers, then, and
   prompts by the name given. */
struct flow_names {
    /* 0: there is none of that name */
    uint64_t (*find_id)(void *arg, enum document_kind kind, const char *name);
    /* NULL: there is none */
    const char *(*find_name)(void *arg, enum document_kind kind, uint64_t id);
    void *arg;
};

enum { FLOW_TEXT_MAX_LENGTH = 256 * 1024 };

/* All that a text says. Large: not for the stack. */
struct flow_text {
    struct name name; /* "" when it is not given */
    struct flow_program program;
    struct flow_tests tests;
};

/**
 * Reads a flow, strictly, and checks that it can be run. The places of
 * mistakes are like "nodes[3].on_timeout".
 *
 * @param is_draft  then it need not be complete, and whether it can be run is
 *                  not checked: see flow_problem.h
 * @param ret_flow  on success, with the digest
 *
 * @return 0, -ENOMEM or -EBADMSG
 */
int flow_text_read(const char *text, size_t length,
                   const struct flow_names *names, bool is_draft,
                   struct flow_text *ret_flow, struct mistake *ret_mistake);

/**
 * The same for those who only want to run what was kept: an exit that is not
 * given hangs up, as it did in every release.
 *
 * @param ret_program  on success, with its digest
 * @param ret_name     on success, the flow's name or ""; may be NULL
 */
int flow_text_parse(const char *text, size_t length,
                    const struct flow_names *names,
                    struct flow_program *ret_program, struct name *ret_name,
                    struct mistake *ret_mistake);

/**
 * Writes the canonical text.
 *
 * @param tests  may be NULL: none
 *
 * @return terminated text to be freed with free(), or NULL: out of memory
 */
char *flow_text_canonical(const struct flow_program *program,
                          const struct flow_tests *tests);

/**
 * Writes a flow for people: indented, queues by name, presets left out.
 *
 * @return terminated text to be freed with free(), or NULL: out of memory
 */
char *flow_text_print(const struct flow_text *flow,
                      const struct flow_names *names);

#endif
