/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Flows that lead to an agent, a number or a box. */

#include <stdio.h>
#include <string.h>

#include "core/flow.h"
#include "core/flow_claim.h"
#include "tests/core/caller_in_flow.h"
#include "tests/test.h"

static void transfer_to(struct story *story, struct node_transfer to)
{
    const struct flow_node nodes[] = {
        { .name = { "transfer" },
          .type = NODE_TRANSFER,
          .as.transfer_node = to,
          .exits = { [STEP_ERROR] = FLOW_EXIT_NONE } },
    };

    BEGIN(story, nodes);
}

static void a_flow_leads_to_an_agent(void **state)
{
    static const struct command there[] = { LOG_IN(ANN), AVAILABLE(ANN) };
    static const struct command remove = { COMMAND_REMOVE_AGENT,
                                           .as.remove_agent = { BOB, 1 } };
    struct story story;

    (void)state;
    transfer_to(&story,
                (struct node_transfer){ .agent_id = BOB, .priority = 50 });
    assert_int_equal(story_give(&story, &remove), REFUSED_IN_USE);
    story_end(&story);

    transfer_to(&story,
                (struct node_transfer){ .agent_id = ANN, .priority = 7 });
    story_lead(&story, there, ARRAY_LEN(there));
    answer(&story);
    assert_int_equal(contact_of(&story, 1)->place, PLACE_QUEUE);
    assert_int_equal(contact_of(&story, 1)->wanted_agent_id, ANN);
    assert_int_equal(contact_of(&story, 1)->priority, 7);
    story_end(&story);
}

static void a_flow_leads_to_no_number_that_nobody_may_dial(void **state)
{
    static struct flow_program program = {
        .digest = { "ee" },
        .node_count = 1,
        .nodes = { { .name = { "transfer" },
                     .type = NODE_TRANSFER,
                     .as.transfer_node = { .number = { "+1900555" },
                                           .priority = 50 },
                     .exits = { [STEP_ERROR] = FLOW_EXIT_NONE } } },
    };
    struct node_transfer *transfer = &program.nodes[0].as.transfer_node;
    struct command set;
    struct story story;

    (void)state;
    story_begin(&story);
    set = flow_of(&story, MAIN, program.nodes, 1);
    assert_int_equal(story_give(&story, &set), REFUSED_NUMBER_BARRED);
    story_end(&story);

    /* one of the two, and not both */
    transfer->agent_id = ANN;
    assert_non_null(flow_broken_claim(&program, NULL));
    *transfer = (struct node_transfer){ .priority = 50 };
    assert_non_null(flow_broken_claim(&program, NULL));
}

/* A number that is in a variable: whether it may be dialled is looked at when
   the call is there. */
static const struct variable_row_of_test {
    const char *says;
    const char *number; /* of the transfer */
    const char *value;  /* of {{to}} */
    const char *reason; /* of the error; NULL: it is dialled */
    const char *dials;
} variable_rows[] = {
    { "a number in a variable is dialled", "{{to}}", "+420555", NULL,
      "+420555" },
    { "... or a part of it", "+420{{to}}", "555", NULL, "+420555" },
    { "... or that of the caller", "{{caller}}", "", NULL, "+420777" },
    { "one that is barred is an error", "{{to}}", "+1900555", "number_barred",
      NULL },
    { "... so is one that no route has", "{{to}}", "+34555", "no_way_out",
      NULL },
    { "... and what is no number", "{{to}}", "Ana", "bad_number", NULL },
    { "... and none at all", "{{nobody}}", "", "bad_number", NULL },
    { "... and one that is too long", "{{to}}",
      "+4200123456789012345678901234567890123456789", "bad_number", NULL },
    { "... and one of a masked variable", "{{pin}}", "", "bad_number", NULL },
};

/* What the journal says of the last step. */
static const struct event_step_ended *step_of(const struct story *story)
{
    const struct event_step_ended *ended = NULL;

    for (size_t i = 0; i < story->outbox.event_count; i++)
        if (story->outbox.events[i].type == EVENT_STEP_ENDED)
            ended = &story->outbox.events[i].as.step_ended;
    return ended;
}

static const struct effect *dial_of(const struct story *story)
{
    for (size_t i = 0; i < story->outbox.effect_count; i++)
        if (story->outbox.effects[i].type == EFFECT_DIAL)
            return &story->outbox.effects[i];
    return NULL;
}

static void a_number_is_in_a_variable(void **state)
{
    const struct variable_row_of_test *row = *state;
    struct flow_node nodes[] = {
        ASK_PIN(1, 1, 1),
        { .name = { "set" },
          .type = NODE_SET,
          .as.set_node.variable = { "to" },
          .exits = { [STEP_DONE] = 2, [STEP_ERROR] = 2 } },
        { .name = { "transfer" },
          .type = NODE_TRANSFER,
          .as.transfer_node.priority = 50,
          .exits = { [STEP_OTHER] = FLOW_EXIT_NONE,
                     [STEP_TIMEOUT] = FLOW_EXIT_NONE,
                     [STEP_ERROR] = 3 } },
        REST("error"),
    };
    static const struct command pin = PRESS(1, "7");
    struct story story;

    snprintf(nodes[1].as.set_node.value.text, sizeof(struct label), "%s",
             row->value);
    snprintf(nodes[2].as.transfer_node.number.text, sizeof(struct label), "%s",
             row->number);
    BEGIN(&story, nodes);
    answer(&story);
    assert_int_equal(story_give(&story, &pin), 0);
    if (row->dials) {
        assert_non_null(dial_of(&story));
        assert_string_equal(dial_of(&story)->number.text, row->dials);
    } else {
        assert_null(dial_of(&story));
        assert_string_equal(place_of(&story, nodes), "error");
        assert_int_equal(step_of(&story)->exit, STEP_ERROR);
        assert_string_equal(step_of(&story)->reason.text, row->reason);
    }
    story_end(&story);
}

static const struct written_row {
    const char *says;
    const char *number;
    bool is_whole;
} written_rows[] = {
    { "a number may be published", "+420555", true },
    { "... and a variable", "{{to}}", true },
    { "... but no word", "Ana", false },
    { "... nor a brace that is not closed", "{{to", false },
    { "... nor a number that is too long",
      "+4200123456789012345678901234567890123456789", false },
};

static void is_written_rightly(void **state)
{
    const struct written_row *row = *state;
    static struct flow_program flow;

    memset(&flow, 0, sizeof(flow));
    flow.node_count = 1;
    flow.nodes[0] = (struct flow_node){
        .name = { "transfer" },
        .type = NODE_TRANSFER,
        .as.transfer_node.priority = 50,
        .exits = { [STEP_OTHER] = FLOW_EXIT_NONE,
                   [STEP_TIMEOUT] = FLOW_EXIT_NONE,
                   [STEP_ERROR] = FLOW_EXIT_NONE },
    };
    snprintf(flow.nodes[0].as.transfer_node.number.text, sizeof(struct label),
             "%s", row->number);
    assert_int_equal(flow_broken_claim(&flow, NULL) == NULL, row->is_whole);
}

static void a_flow_leads_to_a_box(void **state)
{
    static const struct flow_node nodes[] = {
        { .name = { "box" },
          .type = NODE_VOICEMAIL,
          .as.voicemail_node.box_id = 1,
          .exits = { [STEP_ERROR] = FLOW_EXIT_NONE } },
    };
    const struct command box = { COMMAND_SET_BOX,
                                 .as.set_box = { .name = { "box" },
                                                 .queue_id = SALES,
                                                 .max_ms = 60000,
                                                 .max_messages = 10,
                                                 .pin_tries = 5,
                                                 .pin_lock_ms = 60000,
                                                 .keep_days = 30 } };
    static const struct command remove = { COMMAND_REMOVE_BOX,
                                           .as.remove_box = { 1, 1 } };
    struct command set;
    static const struct command call = ARRIVES(1, "+4201");
    struct story story;

    (void)state;
    story_begin(&story);
    set = flow_of(&story, MAIN, nodes, ARRAY_LEN(nodes));
    assert_int_equal(story_give(&story, &set), REFUSED_NO_BOX);
    story_lead(&story, &box, 1);
    story_lead(&story, &set, 1);
    assert_int_equal(story_give(&story, &remove), REFUSED_IN_USE);
    assert_int_equal(story_give(&story, &call), 0);
    answer(&story);
    assert_int_equal(contact_of(&story, 1)->place, PLACE_VOICEMAIL);
    story_end(&story);
}

enum { SORRY = 1, HANG_UP = 2 };

static const struct full_row {
    const char *says;
    int on_error; /* the next node */
    bool has_operator;
    int place; /* where the caller is at once */
    int then;  /* ... and when what the box tells is over */
} full_rows[] = {
    { "a full box leads to the exit for that", SORRY, true, PLACE_IVR,
      PLACE_IVR },
    { "... and when that leads nowhere, tells so itself", FLOW_EXIT_NONE, false,
      PLACE_VOICEMAIL, PLACE_ENDED },
    { "... and when it hangs up, likewise", HANG_UP, false, PLACE_VOICEMAIL,
      PLACE_ENDED },
    { "... and leads to its operator then", HANG_UP, true, PLACE_VOICEMAIL,
      PLACE_QUEUE },
};

#define TOLD                                                                   \
    {                                                                          \
        COMMAND_PROMPT_ENDED, .as.prompt_ended = {                             \
            SERIAL_OF(EFFECT_PLAY),                                            \
            false                                                              \
        }                                                                      \
    }

static struct command box_of_one(bool has_operator)
{
    struct command box = { COMMAND_SET_BOX,
                           .as.set_box = { .name = { "box" },
                                           .max_ms = 60000,
                                           .max_messages = 1,
                                           .pin_tries = 5,
                                           .pin_lock_ms = 60000,
                                           .keep_days = 30 } };

    if (has_operator) {
        box.as.set_box.operator_to = TO_QUEUE;
        box.as.set_box.operator_id = SALES;
    }
    return box;
}

/* Why the last step ended. */
static const char *reason_told(const struct story *story)
{
    const char *reason = "";

    for (size_t i = 0; i < story->outbox.event_count; i++)
        if (story->outbox.events[i].type == EVENT_STEP_ENDED)
            reason = story->outbox.events[i].as.step_ended.reason.text;

    return reason;
}

/* One message is left in it. */
static void fill(struct story *story)
{
    static const struct command commands[] = {
        TOLD,
        { COMMAND_BEEPED,
          .as.beeped = { SERIAL_OF(EFFECT_BEEP), { "object" } } },
        CALLER_HANGS_UP(1),
        { COMMAND_RECORDED, .as.recorded = { .recording_id = 1,
                                             .length_us = 3 * SECOND_US,
                                             .bytes = 1,
                                             .peaks = { "zz" } } },
    };

    story_lead(story, commands, ARRAY_LEN(commands));
}

static void a_full_box_does_not_lose_who_a_flow_leads_there(void **state)
{
    const struct full_row *row = *state;
    const struct flow_node nodes[] = {
        { .name = { "box" },
          .type = NODE_VOICEMAIL,
          .as.voicemail_node.box_id = 1,
          .exits = { [STEP_ERROR] = row->on_error } },
        REST("sorry"),
        { .name = { "hang_up" }, .type = NODE_HANG_UP },
    };
    static const struct command calls[] = { ARRIVES(1, "+4201"),
                                            ARRIVES(2, "+4201") };
    static const struct command connected = CONNECTED;
    static const struct command told = TOLD;
    const struct contact_row *contact;
    struct command set;
    struct story story;

    story_begin(&story);
    set = box_of_one(row->has_operator);
    story_lead(&story, &set, 1);
    set = flow_of(&story, MAIN, nodes, ARRAY_LEN(nodes));
    story_lead(&story, &set, 1);
    assert_int_equal(story_give(&story, &calls[0]), 0);
    answer(&story);
    fill(&story);
    assert_int_equal(story_give(&story, &calls[1]), 0);
    assert_int_equal(story_give(&story, &connected), 0);
    contact = contact_of(&story, 2);
    assert_int_equal(contact->place, row->place);
    assert_int_equal(contact->node, row->place == PLACE_IVR ? SORRY : -1);
    assert_string_equal(reason_told(&story),
                        row->place == PLACE_IVR ? "box_full" : "");
    if (row->place == PLACE_VOICEMAIL)
        assert_int_equal(story_give(&story, &told), 0);
    assert_int_equal(contact_of(&story, 2)->place, row->then);
    story_end(&story);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, a_flow_leads_to_an_agent);
    TEST_LIST_ADD(&list, a_flow_leads_to_no_number_that_nobody_may_dial);
    TEST_LIST_ADD_ROWS(&list, a_number_is_in_a_variable, variable_rows);
    TEST_LIST_ADD_ROWS(&list, is_written_rightly, written_rows);
    TEST_LIST_ADD(&list, a_flow_leads_to_a_box);
    TEST_LIST_ADD_ROWS(&list, a_full_box_does_not_lose_who_a_flow_leads_there,
                       full_rows);
    return test_list_run(&list);
}
