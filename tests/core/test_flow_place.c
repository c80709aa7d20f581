/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever names a flow needs one of a certain type. */

#include <string.h>

#include "core/flow_type.h"
#include "tests/core/situation.h"
#include "tests/test.h"

/* What each type serves, from the table in the manual. */
static const struct type_row {
    const char *says;
    enum flow_type type;
    bool entry, sending, operator_, transfer, callback;
} type_rows[] = {
    { "flows for calls serve all but the question", FLOW_TYPE_INBOUND, true,
      true, true, true, false },
    { "parts serve nodes alone", FLOW_TYPE_PART, false, false, false, false,
      false },
    { "a survey is led into out of a talk", FLOW_TYPE_SURVEY, false, false,
      false, true, false },
    { "to a box callers are sent", FLOW_TYPE_VOICEMAIL, false, true, false,
      true, false },
    { "nothing leads to outbound ones yet", FLOW_TYPE_OUTBOUND, false, false,
      false, false, false },
    { "the question is for queues", FLOW_TYPE_CALLBACK, false, false, false,
      false, true },
};

static void serves(void **state)
{
    const struct type_row *row = *state;

    assert_int_equal(flow_type_serves(row->type, FLOW_FOR_ENTRY), row->entry);
    assert_int_equal(flow_type_serves(row->type, FLOW_FOR_SENDING),
                     row->sending);
    assert_int_equal(flow_type_serves(row->type, FLOW_FOR_OPERATOR),
                     row->operator_);
    assert_int_equal(flow_type_serves(row->type, FLOW_FOR_TRANSFER),
                     row->transfer);
    assert_int_equal(flow_type_serves(row->type, FLOW_FOR_CALLBACK),
                     row->callback);
}

/* Nodes lead through parts, where the type has every node; else through their
   own like. */
static void leads_through_parts_or_its_like(void **state)
{
    (void)state;
    for (int a = 0; a < flow_type_count; a++)
        for (int b = 0; b < flow_type_count; b++)
            assert_int_equal(
                flow_type_leads_through((enum flow_type)a, (enum flow_type)b),
                a == FLOW_TYPE_INBOUND ? b == FLOW_TYPE_PART : a == b);
}

enum { OTHER = 3 };

/* A flow of a type, which is OTHER the first time. */
static struct command flow_of_type(struct story *story, enum flow_type type,
                                   char digit)
{
    static struct flow_program program;
    struct command set = { COMMAND_SET_FLOW,
                           .as.set_flow = { .name = { "other" } } };

    program = (struct flow_program){
        .type = type,
        .node_count = 1,
        .nodes = { { .name = { "bye" }, .type = NODE_HANG_UP } },
    };
    memset(program.digest.text, digit, 64);
    assert_int_equal(core_add_program(story->core, &program), 0);
    set.as.set_flow.digest = program.digest;
    return set;
}

static struct command with_overflow(const struct story *story)
{
    struct command queue = story_queue(story, SALES);

    queue.as.set_queue.overflow_to = TO_FLOW;
    queue.as.set_queue.overflow_id = OTHER;
    return queue;
}

/* clang-format off */
static const struct place_row {
    const char *says;
    struct command command; /* no type: the queue's overflow */
    enum flow_type fits, fits_not;
    enum refusal refusal;
    const char *field;
    bool stays; /* what was named is named from then on */
} place_rows[] = {
    { "an entry",
      { COMMAND_SET_ENTRY, .as.set_entry = { .name = { "new" }, .number = { "+4299" },
                                             .flow_id = OTHER } },
      FLOW_TYPE_INBOUND, FLOW_TYPE_VOICEMAIL, REFUSED_FLOW_TYPE, "flow_id", true },
    { "a queue's overflow", { 0 },
      FLOW_TYPE_VOICEMAIL, FLOW_TYPE_SURVEY, REFUSED_OVERFLOW_TYPE, "overflow_id", true },
    { "a way out of a queue",
      { COMMAND_SET_QUEUE_RULE, .as.set_queue_rule = { .name = { "out" }, .queue_id = SALES,
            .cause = RULE_CLOSED, .target = TO_FLOW, .target_id = OTHER } },
      FLOW_TYPE_INBOUND, FLOW_TYPE_PART, REFUSED_TARGET_TYPE, "target_id", true },
    { "a routing rule",
      { COMMAND_SET_RULE, .as.set_rule = { .name = { "r" }, .enabled = true, .share = 1,
            .to = TO_FLOW, .to_id = OTHER } },
      FLOW_TYPE_VOICEMAIL, FLOW_TYPE_CALLBACK, REFUSED_RULE_TO_TYPE, "to", true },
    { "the operator of a box",
      { COMMAND_SET_BOX, .as.set_box = { .name = { "box" }, .max_messages = 10, .min_ms = 1000, .max_ms = 60000, .keep_days = 30, .pin_tries = 5, .pin_lock_ms = 60000,
            .operator_to = TO_FLOW, .operator_id = OTHER } },
      FLOW_TYPE_INBOUND, FLOW_TYPE_OUTBOUND, REFUSED_OPERATOR_TYPE, "operator_id", true },
    { "a caller who is sent there",
      WITHDRAW(1, TO_FLOW, OTHER, ""),
      FLOW_TYPE_VOICEMAIL, FLOW_TYPE_PART, REFUSED_TARGET_TYPE, "target_id", false },
};
/* clang-format on */

static struct command command_of(const struct place_row *row,
                                 const struct story *story)
{
    return row->command.type ? row->command : with_overflow(story);
}

static void begin(struct story *story, enum flow_type type)
{
    static const struct command waits[] = { ARRIVES(1, "+42021"), CONNECTED };
    struct command set;

    story_begin(story);
    set = flow_of_type(story, type, '7');
    story_lead(story, &set, 1);
    story_lead(story, waits, ARRAY_LEN(waits));
}

static void needs_the_type(void **state)
{
    const struct place_row *row = *state;
    struct command command, set;
    struct story story;

    begin(&story, row->fits_not);
    command = command_of(row, &story);
    assert_int_equal(story_give(&story, &command), row->refusal);
    assert_string_equal(refusal_text(row->refusal)->field, row->field);
    story_end(&story);

    begin(&story, row->fits);
    command = command_of(row, &story);
    assert_int_equal(story_give(&story, &command), 0);
    set = story_flow(&story, OTHER);
    set.as.set_flow.digest =
        flow_of_type(&story, row->fits_not, '8').as.set_flow.digest;
    assert_int_equal(story_give(&story, &set),
                     row->stays ? REFUSED_FLOW_TYPE_USED : REFUSED_NOT);
    story_end(&story);
}

static void an_agent_transfers_to_surveys(void **state)
{
    static const struct command talk[] = { LOG_IN(ANN), AVAILABLE(ANN),
                                           ANSWERED(EFFECT_RING), BRIDGED };
    static const struct command transfer = TRANSFER(ANN, TO_FLOW, OTHER, "");
    struct story story;

    (void)state;
    begin(&story, FLOW_TYPE_PART);
    story_lead(&story, talk, ARRAY_LEN(talk));
    assert_int_equal(story_give(&story, &transfer), REFUSED_TRANSFER_TYPE);
    assert_string_equal(refusal_text(REFUSED_TRANSFER_TYPE)->field, "to_id");
    story_end(&story);

    begin(&story, FLOW_TYPE_SURVEY);
    story_lead(&story, talk, ARRAY_LEN(talk));
    assert_int_equal(story_give(&story, &transfer), 0);
    story_end(&story);
}

/* What another flow leads through stays a part. */
static void a_part_stays_a_part(void **state)
{
    static struct flow_program outer = {
        .node_count = 2,
        .nodes = { { .name = { "part" },
                     .type = NODE_SUB_FLOW,
                     .as.sub_flow_node.flow_id = OTHER,
                     .exits = { [STEP_DONE] = 1, [STEP_ERROR] = 1 } },
                   { .name = { "bye" }, .type = NODE_HANG_UP } },
    };
    struct command set;
    struct story story;

    (void)state;
    begin(&story, FLOW_TYPE_PART);
    memset(outer.digest.text, '9', 64);
    assert_int_equal(core_add_program(story.core, &outer), 0);
    set = story_flow(&story, MAIN);
    set.as.set_flow.digest = outer.digest;
    story_lead(&story, &set, 1);
    set = story_flow(&story, OTHER);
    set.as.set_flow.digest =
        flow_of_type(&story, FLOW_TYPE_INBOUND, '8').as.set_flow.digest;
    assert_int_equal(story_give(&story, &set), REFUSED_FLOW_TYPE_USED);
    story_end(&story);
}

static struct command drafted(const struct story *story, char digit)
{
    struct command set = story_flow(story, OTHER);

    memset(set.as.set_flow.draft.text, digit, 64);
    set.as.set_flow.flow_type = FLOW_SORT_CALLBACK;
    return set;
}

/* The type of a flow, as lists have it, after a command. */
static enum flow_sort listed(struct story *story, const struct command *set)
{
    story_lead(story, set, 1);
    return state_flow(core_state(story->core), OTHER)->flow_type;
}

/* Whatever the command says: the draft that comes with it is of a type, too. */
static void lists_tell_the_type_that_callers_go_through(void **state)
{
    struct command set;
    struct story story;

    (void)state;
    begin(&story, FLOW_TYPE_SURVEY);
    assert_int_equal(state_flow(core_state(story.core), OTHER)->flow_type,
                     FLOW_SORT_SURVEY);
    set = drafted(&story, '8');
    assert_int_equal(listed(&story, &set), FLOW_SORT_SURVEY);
    set = story_flow(&story, OTHER);
    set.as.set_flow.digest =
        flow_of_type(&story, FLOW_TYPE_PART, '9').as.set_flow.digest;
    assert_int_equal(listed(&story, &set), FLOW_SORT_PART);
    story_end(&story);
}

/* Nobody goes through it: its draft is all there is of it. */
static void lists_tell_the_type_of_a_draft_alone(void **state)
{
    struct command set = {
        COMMAND_SET_FLOW,
        .as.set_flow = { .name = { "other" }, .flow_type = FLOW_SORT_VOICEMAIL }
    };
    struct story story;

    (void)state;
    story_begin(&story);
    memset(set.as.set_flow.draft.text, '7', 64);
    assert_int_equal(listed(&story, &set), FLOW_SORT_VOICEMAIL);
    story_end(&story);
}

static void each_type_is_listed_by_its_own_word(void **state)
{
    (void)state;
    for (int type = 0; type < flow_type_count; type++)
        assert_string_equal(
            word_spell(&word_list_flow_sort,
                       (int)flow_type_sort((enum flow_type)type)),
            word_spell(&word_list_flow_type, type));
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, serves, type_rows);
    TEST_LIST_ADD(&list, leads_through_parts_or_its_like);
    TEST_LIST_ADD_ROWS(&list, needs_the_type, place_rows);
    TEST_LIST_ADD(&list, an_agent_transfers_to_surveys);
    TEST_LIST_ADD(&list, a_part_stays_a_part);
    TEST_LIST_ADD(&list, lists_tell_the_type_that_callers_go_through);
    TEST_LIST_ADD(&list, lists_tell_the_type_of_a_draft_alone);
    TEST_LIST_ADD(&list, each_type_is_listed_by_its_own_word);
    return test_list_run(&list);
}
