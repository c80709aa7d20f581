/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests within a flow: what a caller does, and the way that leads. */

#ifndef CORE_FLOW_TEST_H
#define CORE_FLOW_TEST_H

#include <stdbool.h>

#include "core/flow.h"

enum {
    FLOW_MAX_TESTS = 50,
    FLOW_TEST_MAX_INPUTS = 16,
    FLOW_TEST_MAX_BROKEN = 8,
    FLOW_TEST_MAX_PATH = 64,
    FLOW_TEST_MAX_STUBS = 8,
    FLOW_TEST_MAX_AGENTS = 16,
    FLOW_TEST_MAX_LOST = 8,
    FLOW_TESTS_MAX_GONE = FLOW_MAX_NODES,
};

/* What the machine that a node asks is to answer. */
struct flow_stub {
    int node;
    enum lookup_outcome outcome;
    struct note values; /* of what was found: lines, as in core/lookup.h */
};

/* What an agent does while the call comes: available, paused or offline. */
struct flow_stand_in {
    uint64_t agent_id;
    enum agent_state state;
};

/* A plain value; nodes are numbers of the flow's, or below 0 those of names in
   a draft that no node has: see flow_test_node(). */
struct flow_test {
    struct name name;
    struct phone_number caller; /* "": withheld */
    struct phone_number called;
    enum speech language;
    enum rule_language last_language; /* of the caller's last call; KEEP: this
                                         is the first one */
    struct label at;    /* when the call comes, as it was written; "": now */
    int64_t at_wall_us; /* the same; 0: now */

    /* In turn, for each time that keys are asked for; "" is silence, and so is
       what is behind the last. */
    struct digits inputs[FLOW_TEST_MAX_INPUTS];
    size_t input_count;
    int broken[FLOW_TEST_MAX_BROKEN]; /* whose prompts cannot be played, whose
                                         queue takes nobody, or whose number
                                         cannot be reached */
    size_t broken_count;
    int busy[FLOW_TEST_MAX_BROKEN]; /* whose number is; all others answer */
    size_t busy_count;
    int unanswered[FLOW_TEST_MAX_BROKEN]; /* whose number nobody answers */
    size_t unanswered_count;
    struct flow_stub stubs[FLOW_TEST_MAX_STUBS]; /* without: unreachable */
    size_t stub_count;
    struct flow_stand_in agents[FLOW_TEST_MAX_AGENTS]; /* without: offline */
    size_t agent_count;
    uint64_t lost_trunks[FLOW_TEST_MAX_LOST]; /* that no call goes over */
    size_t lost_count;
    int path[FLOW_TEST_MAX_PATH]; /* every node of it, in turn */
    size_t path_count;            /* 0: any */
};

struct flow_tests {
    struct flow_test tests[FLOW_MAX_TESTS];
    size_t count;
    /* Of a draft: what tests name and no node is called (any more). */
    struct name gone[FLOW_TESTS_MAX_GONE];
    size_t gone_count;
};

/** The name that a test's number of a node stands for. */
static inline const struct name *flow_test_node(
    const struct flow_program *program, const struct flow_tests *tests,
    int node)
{
    return node < 0 ? &tests->gone[-1 - node] : &program->nodes[node].name;
}

/** Tells whether an agent can be so in a test. */
static inline bool flow_stand_in_can_be(enum agent_state state)
{
    return state == AGENT_AVAILABLE || state == AGENT_PAUSED ||
           state == AGENT_OFFLINE;
}

#endif
