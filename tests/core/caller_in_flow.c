/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A caller who is led through a flow. */

#include "tests/core/caller_in_flow.h"

#include <string.h>

#include "tests/test.h"

struct command flow_of(struct story *story, uint64_t flow_id,
                       const struct flow_node *nodes, size_t count)
{
    static struct flow_program program;
    struct command set = story_flow(story, flow_id);

    memset(&program, 0, sizeof(program));
    memcpy(program.nodes, nodes, count * sizeof(nodes[0]));
    memset(program.digest.text, flow_id == MAIN ? 'e' : 'f', 64);
    program.node_count = count;
    assert_int_equal(core_add_program(story->core, &program), 0);
    set.as.set_flow.digest = program.digest;
    return set;
}

void begin_flow(struct story *story, const struct flow_node *nodes,
                size_t count)
{
    static const struct command call = ARRIVES(1, "+4201");
    struct command set;

    story_begin(story);
    set = flow_of(story, MAIN, nodes, count);
    story_lead(story, &set, 1);
    assert_int_equal(story_give(story, &call), 0);
}

void answer(struct story *story)
{
    static const struct command connected = CONNECTED;

    story_lead(story, &connected, 1);
}

void press(struct story *story, const char *keys)
{
    for (; *keys; keys++) {
        struct command key = PRESS(1, "");

        key.as.press_digit.digit.text[0] = *keys;
        assert_int_equal(story_give(story, &key), 0);
    }
}

const char *place_of(const struct story *story, const struct flow_node *nodes)
{
    const struct contact_row *contact = contact_of(story, 1);

    return contact && contact->node >= 0 ? nodes[contact->node].name.text : "";
}

const struct variable_row *variable_of(const struct story *story, size_t at)
{
    return state_row_at(core_state(story->core), ROW_VARIABLE, at);
}
