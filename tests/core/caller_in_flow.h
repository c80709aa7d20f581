/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A caller who is led through a flow, for tests of its nodes. */

#ifndef TESTS_CORE_CALLER_IN_FLOW_H
#define TESTS_CORE_CALLER_IN_FLOW_H

#include "tests/core/situation.h"

/* A node at which a caller stays for ten minutes, and then hangs up. */
#define REST(label)                                                            \
    {                                                                          \
        .name = { label }, .type = NODE_WAIT, .as.wait_node.for_ms = 600000,   \
        .exits = {                                                             \
            FLOW_EXIT_NONE                                                     \
        }                                                                      \
    }

/* A node that asks once for so many keys, and tells them to nobody. */
#define ASK_PIN(keys, then, otherwise)                                         \
    {                                                                          \
        .name = { "pin" }, .type = NODE_COLLECT,                               \
        .as.collect_node = { .barge_in = true,                                 \
                             .prompt = { "menu" },                             \
                             .variable = { "pin" },                            \
                             .min = (keys),                                    \
                             .max = (keys),                                    \
                             .wait_ms = 5000,                                  \
                             .between_ms = 3000,                               \
                             .tries = 1,                                       \
                             .masked = true },                                 \
        .exits = {                                                             \
            [STEP_DONE] = (then),                                              \
            [STEP_TIMEOUT] = (otherwise),                                      \
            [STEP_INVALID] = (otherwise),                                      \
            [STEP_ERROR] = (otherwise)                                         \
        }                                                                      \
    }

/* Gives the core a program of these nodes. Returns what makes it the one of
   MAIN or DIRECT, to be given as it is or changed before. */
struct command flow_of(struct story *story, uint64_t flow_id,
                       const struct flow_node *nodes, size_t count);

/* A new house, whose MAIN is this flow, and a caller at its beginning. */
void begin_flow(struct story *story, const struct flow_node *nodes,
                size_t count);

#define BEGIN(story, nodes) begin_flow(story, nodes, ARRAY_LEN(nodes))

/* The call is answered, and the flow hears so. */
void answer(struct story *story);

/* Contact 1 presses these keys, each of which must be taken. */
void press(struct story *story, const char *keys);

/* The node at which contact 1 is; "" when it is at none. */
const char *place_of(const struct story *story, const struct flow_node *nodes);

/* A variable as the state, and so a snapshot, has it; NULL: there are fewer. */
const struct variable_row *variable_of(const struct story *story, size_t at);

#endif
