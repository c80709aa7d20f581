/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A flow with a node of every type, for the world's callers. */

#include "tests/core/world_inside.h"

#include <string.h>

#include "tests/test.h"

enum { PART = 3, TOUR = 4 };

#define NEXT(number)                                                           \
    .exits = { [STEP_DONE] = number,                                           \
               [STEP_OTHER] = number,                                          \
               [STEP_TIMEOUT] = number,                                        \
               [STEP_INVALID] = number,                                        \
               [STEP_ERROR] = number }

static const struct flow_program tour = {
    .digest = { "77777777777777777777777777777777"
                "77777777777777777777777777777777" },
    .node_count = 17,
    .nodes = {
        { .name = { "start" }, .type = NODE_START, NEXT(1) },
        { .name = { "language" }, .type = NODE_LANGUAGE,
          .as.language_node = { .by_history = true, .cs = { "+420" } },
          .exits = { [STEP_DONE] = 2, [STEP_OTHER] = 16 } },
        { .name = { "collect" }, .type = NODE_COLLECT,
          .as.collect_node = { .barge_in = true, .prompt = { "menu" }, .again_prompt = { "menu" }, .timeout_prompt = { "menu" }, .variable = { "a" },
                               .min = 1, .max = 2, .wait_ms = 5000,
                               .between_ms = 3000, .tries = 2 },
          NEXT(3) },
        { .name = { "secret" }, .type = NODE_COLLECT,
          .as.collect_node = { .barge_in = true, .prompt = { "menu" }, .variable = { "b" },
                               .min = 1, .max = 2, .wait_ms = 5000,
                               .between_ms = 3000, .tries = 1,
                               .masked = true },
          NEXT(4) },
        { .name = { "survey" }, .type = NODE_SURVEY,
          .as.survey_node = { .barge_in = true, .prompt = { "menu" }, .question = { "c" },
                              .lowest = 1, .highest = 5, .wait_ms = 5000,
                              .tries = 1 },
          NEXT(5) },
        { .name = { "set" }, .type = NODE_SET,
          .as.set_node = { .variable = { "d" }, .value = { "{{a}}{{b}}" } },
          NEXT(6) },
        { .name = { "tag" }, .type = NODE_TAG, .as.tag_node.tag = { "tour" },
          NEXT(7) },
        { .name = { "recording" }, .type = NODE_RECORDING,
          .as.recording_node.choice = RECORDING_ALWAYS, NEXT(8) },
        { .name = { "send" }, .type = NODE_SEND_DIGITS,
          .as.send_digits_node.digits = { "{{b}}#" }, NEXT(9) },
        { .name = { "part" }, .type = NODE_SUB_FLOW,
          .as.sub_flow_node.flow_id = PART, NEXT(10) },
        { .name = { "split" }, .type = NODE_SPLIT,
          .as.split_node.percent = 30,
          .exits = { [STEP_DONE] = 11, [STEP_OTHER] = 12 } },
        { .name = { "priority" }, .type = NODE_PRIORITY,
          .as.priority_node.priority = 9, NEXT(14) },
        { .name = { "loop" }, .type = NODE_LOOP,
          .as.loop_node = { .variable = { "e" }, .times = 2 },
          .exits = { [STEP_OTHER] = 3, [STEP_DONE] = 13, [STEP_ERROR] = 13 } },
        { .name = { "sales" }, .type = NODE_QUEUE,
          .as.queue_node = { .queue_id = SALES, .priority = 50 },
          .exits = { [STEP_ERROR] = FLOW_EXIT_NONE } },
        /* few are led round until they have taken all steps there are */
        { .name = { "few" }, .type = NODE_SPLIT,
          .as.split_node.percent = 5,
          .exits = { [STEP_DONE] = 15, [STEP_OTHER] = 13 } },
        { .name = { "round" }, .type = NODE_WAIT, .as.wait_node.for_ms = 1,
          NEXT(15) },
        { .name = { "ask" }, .type = NODE_ASK_LANGUAGE,
          .as.ask_language_node = { .barge_in = true, .key_en = { "1" },
                                    .key_es = { "2" }, .key_cs = { "3" },
                                    .wait_ms = 5000, .tries = 2 },
          NEXT(2) },
    },
};

static const struct flow_program part = {
    .digest = { "99999999999999999999999999999999"
                "99999999999999999999999999999999" },
    .node_count = 4,
    .nodes = {
        { .name = { "wait" }, .type = NODE_WAIT, .as.wait_node.for_ms = 500,
          NEXT(1) },
        { .name = { "ask" }, .type = NODE_LOOKUP,
          .as.lookup_node.lookup_id = 1, NEXT(2) },
        { .name = { "record" }, .type = NODE_RECORD,
          .as.record_node = { .variable = { "f" }, .beep = true,
                              .max_ms = 4000, .min_ms = 1000,
                              .end_key = { "#" } },
          NEXT(3) },
        { .name = { "return" }, .type = NODE_RETURN },
    },
};

void world_add_tour(struct story *story)
{
    struct command flow = { COMMAND_SET_FLOW,
                            .as.set_flow = { .name = { "tour" } } };
    const struct command lookup = {
        COMMAND_SET_LOOKUP,
        .as.set_lookup = { .name = { "crm" },
                           .url = { "https://crm.example/{{b}}" },
                           .secret_header = { "Authorization" },
                           .values = { "level=level" },
                           .within_ms = 2000 },
    };
    struct command entry = { COMMAND_SET_ENTRY,
                             .as.set_entry = { .name = { "tour" },
                                               .number = { "+4207" },
                                               .flow_id = TOUR } };

    /* the part, to which the tour leads, is there before it */
    assert_int_equal(core_add_program(story->core, &tour), 0);
    assert_int_equal(core_add_program(story->core, &part), 0);
    assert_int_equal(story_give(story, &lookup), 0);
    flow.as.set_flow.digest = part.digest;
    memcpy(flow.as.set_flow.name.text, "part", sizeof("part"));
    assert_int_equal(story_give(story, &flow), 0);
    flow.as.set_flow.digest = tour.digest;
    memcpy(flow.as.set_flow.name.text, "tour", sizeof("tour"));
    assert_int_equal(story_give(story, &flow), 0);
    assert_int_equal(story_give(story, &entry), 0);
}
