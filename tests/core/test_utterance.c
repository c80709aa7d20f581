/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold for nodes that record what the caller says. */

#include <string.h>

#include "core/flow_claim.h"
#include "tests/core/situation.h"
#include "tests/test.h"

enum { NUMBER = 1 };

/* clang-format off */
#define BEEPED(name) \
    { COMMAND_BEEPED, .as.beeped = { SERIAL_OF(EFFECT_BEEP), { name } } }
#define QUIET(id) { COMMAND_SPEAKER_SILENT, .as.speaker_silent = { id } }
#define SAID(us, outline)                                                      \
    { COMMAND_RECORDED, .as.recorded = { .recording_id = NUMBER,               \
                                         .length_us = us, .bytes = us,         \
                                         .peaks = { outline } } }
/* clang-format on */

#define REST(label)                                                            \
    {                                                                          \
        .name = { label }, .type = NODE_WAIT, .as.wait_node.for_ms = 600000,   \
        .exits = {                                                             \
            FLOW_EXIT_NONE                                                     \
        }                                                                      \
    }

static const struct flow_node nodes[] = {
    { .name = { "record" },
      .type = NODE_RECORD,
      .as.record_node = { .variable = { "wish" },
                          .beep = true,
                          .max_ms = 60000,
                          .silence_ms = 5000,
                          .end_key = { "#" },
                          .min_ms = 1000 },
      .exits = { [STEP_DONE] = 1,
                 [STEP_TIMEOUT] = 2,
                 [STEP_INVALID] = 3,
                 [STEP_ERROR] = 4 } },
    REST("done"),
    REST("silence"),
    REST("invalid"),
    REST("error"),
};

static void begin_with(struct story *story, const struct flow_node *first)
{
    static struct flow_program program;
    struct command set = { .type = COMMAND_SET_FLOW };
    static const struct command call[] = { ARRIVES(1, "+4201"), CONNECTED };

    story_begin(story);
    memset(&program, 0, sizeof(program));
    memcpy(program.nodes, nodes, sizeof(nodes));
    program.nodes[0] = *first;
    memset(program.digest.text, 'e', 64);
    program.node_count = ARRAY_LEN(nodes);
    assert_int_equal(core_add_program(story->core, &program), 0);
    memcpy(&set.as, state_flow(core_state(story->core), MAIN),
           sizeof(set.as.set_flow));
    set.as.set_flow.digest = program.digest;
    story_lead(story, &set, 1);
    story_lead(story, call, ARRAY_LEN(call));
}

static void in_tone(struct story *story)
{
    begin_with(story, &nodes[0]);
}

static void in_speech(struct story *story)
{
    static const struct command beeped = BEEPED("object-1");

    in_tone(story);
    story_lead(story, &beeped, 1);
}

static void in_saving(struct story *story)
{
    static const struct command ends = PRESS(1, "#");

    in_speech(story);
    story_lead(story, &ends, 1);
}

static const char *place_of(const struct story *story)
{
    const struct contact_row *contact = contact_of(story, 1);

    return contact && contact->node >= 0 ? nodes[contact->node].name.text : "";
}

static const struct way_row {
    const char *says;
    void (*in)(struct story *story);
    struct command command;
    int rc;
    const char *expected; /* of what was decided; NULL: not looked at */
    const char *place;
} way_rows[] = {
    { "after the tone the caller speaks", in_tone, BEEPED("object-1"), 0,
      "recording_started utterance_went_on +record", "record" },
    { "without a file there is nothing to record into", in_tone, BEEPED(""), 0,
      "step_ended step_began", "error" },
    { "no key matters before the tone is over", in_tone, PRESS(1, "#"),
      REFUSED_NOT_ASKED, NULL, "record" },
    { "the key ends it", in_speech, PRESS(1, "#"), 0,
      "digit_pressed utterance_went_on +stop_recording", "record" },
    { "no other key does", in_speech, PRESS(1, "1"), REFUSED_NOT_ASKED, NULL,
      "record" },
    { "a silence ends it", in_speech, QUIET(NUMBER), 0,
      "utterance_went_on +stop_recording", "record" },
    { "... once", in_saving, QUIET(NUMBER), REFUSED_NOT_ASKED, NULL, "record" },
    { "the key does so once", in_saving, PRESS(1, "#"), REFUSED_NOT_ASKED, NULL,
      "record" },
    { "another recording's silence does not matter", in_speech, QUIET(9),
      REFUSED_NOT_ASKED, NULL, "record" },
    { "the tone is over once", in_speech, BEEPED("object-2"), REFUSED_NOT_ASKED,
      NULL, "record" },
    { "what is whole leads on", in_saving, SAID(3000000, "zz 00"), 0,
      "recording_ended variable_set step_ended step_began", "done" },
    { "... also when the file ends by itself", in_speech,
      SAID(3000000, "zz 00"), 0,
      "recording_ended variable_set step_ended step_began", "done" },
    { "nothing said is not kept", in_saving, SAID(3000000, "00 00"), 0,
      "recording_ended recording_deleted step_ended step_began "
      "+remove_recording",
      "silence" },
    { "what is too short is not kept", in_saving, SAID(999999, "zz 00"), 0,
      "recording_ended recording_deleted step_ended step_began "
      "+remove_recording",
      "invalid" },
    { "just long enough is", in_saving, SAID(1000000, "zz 00"), 0, NULL,
      "done" },
    { "a file that could not be written is an error", in_saving, SAID(0, ""), 0,
      "recording_ended step_ended step_began", "error" },
    { "who hangs up is kept", in_speech, CALLER_HANGS_UP(1), 0,
      "contact_ended +stop_recording", "" },
    { "... also while it is saved", in_saving, CALLER_HANGS_UP(1), 0,
      "contact_ended", "" },
    { "a supervisor can end it", in_speech, END_CONTACT(1), 0,
      "contact_ended +hang_up +stop_recording", "" },
};

static void goes(void **state)
{
    const struct way_row *row = *state;
    struct story story;
    static char text[STORY_TEXT_SIZE];

    row->in(&story);
    assert_int_equal(story_give(&story, &row->command), row->rc);
    story_summary(&story.outbox, text);
    if (row->expected)
        assert_string_equal(text, row->expected);
    assert_string_equal(place_of(&story), row->place);
    story_end(&story);
}

/* Its number is what the flow goes on with. */
static void the_variable_has_its_number(void **state)
{
    static const struct command said = SAID(3000000, "zz 00");
    const struct variable_row *variable;
    struct story story;

    (void)state;
    in_saving(&story);
    story_lead(&story, &said, 1);
    variable = state_row_at(core_state(story.core), ROW_VARIABLE, 0);
    assert_string_equal(variable->name.text, "wish");
    assert_string_equal(variable->value.text, "1");
    assert_int_equal(state_row_count(core_state(story.core), ROW_RECORDING), 0);
    story_end(&story);
}

/* The flow's recording is the contact's, and tells its node. */
static void the_journal_tells_where(void **state)
{
    static const struct command beeped = BEEPED("object-1");
    const struct event_recording_started *started;
    struct story story;

    (void)state;
    in_tone(&story);
    assert_int_equal(story_give(&story, &beeped), 0);
    started = &story.outbox.events[0].as.recording_started;
    assert_int_equal(started->contact_id, 1);
    assert_int_equal(started->agent_id, 0);
    assert_int_equal(started->box_id, 0);
    assert_string_equal(started->node.text, "record");
    assert_int_equal(story.outbox.effects[0].silence_ms, 5000);
    story_end(&story);
}

/* Nobody stays for ever: the tone, the longest time, and then the file. */
static void every_stage_has_an_end(void **state)
{
    struct story story;

    (void)state;
    in_tone(&story);
    story_wait(&story, 10 * SECOND_US);
    assert_string_equal(place_of(&story), "error");
    story_end(&story);

    in_speech(&story);
    story_wait(&story, 60 * SECOND_US);
    assert_int_equal(contact_of(&story, 1)->utterance, UTTERANCE_SAVING);
    story_wait(&story, 10 * SECOND_US);
    assert_string_equal(place_of(&story), "error");
    story_end(&story);
}

/* The file that was waited for in vain is another one than the next. */
static void a_late_file_leads_nobody_on(void **state)
{
    static const struct command said = SAID(3000000, "zz 00");
    struct story story;

    (void)state;
    in_saving(&story);
    story_wait(&story, 10 * SECOND_US);
    assert_int_equal(story_give(&story, &said), 0);
    assert_string_equal(place_of(&story), "error");
    assert_int_equal(state_row_count(core_state(story.core), ROW_VARIABLE), 0);
    story_end(&story);
}

static void a_tone_can_be_left_out(void **state)
{
    struct flow_node quiet = nodes[0];
    struct story story;

    (void)state;
    quiet.as.record_node.beep = false;
    begin_with(&story, &quiet);
    assert_string_equal(place_of(&story), "record");
    assert_int_equal(contact_of(&story, 1)->utterance, UTTERANCE_TONE);
    story_end(&story);
}

/* The process is gone: the file is finished by the next one. */
static void a_crash_leaves_it_to_be_repaired(void **state)
{
    static const struct command start = START(5 * SECOND_US);
    struct story story;
    static char text[STORY_TEXT_SIZE];

    (void)state;
    in_speech(&story);
    assert_int_equal(story_give(&story, &start), 0);
    story_summary(&story.outbox, text);
    assert_non_null(strstr(text, "contact_ended"));
    assert_int_equal(state_row_count(core_state(story.core), ROW_RECORDING), 1);
    story_end(&story);
}

static const struct setting_row {
    const char *says;
    int64_t max_ms, min_ms;
    bool is_right;
} setting_rows[] = {
    { "the shortest may be as long as the longest", 1000, 1000, true },
    { "... and not longer", 1000, 1001, false },
    { "a minute at least is no limit", 60000, 0, true },
    { "ten minutes are enough", 600001, 0, false },
    { "less than a second is too short", 999, 0, false },
};

static void is_set_rightly(void **state)
{
    const struct setting_row *row = *state;
    static struct flow_program program;

    memset(&program, 0, sizeof(program));
    memcpy(program.nodes, nodes, sizeof(nodes));
    program.node_count = ARRAY_LEN(nodes);
    program.nodes[0].as.record_node.max_ms = row->max_ms;
    program.nodes[0].as.record_node.min_ms = row->min_ms;
    assert_int_equal(flow_broken_claim(&program, NULL) == NULL, row->is_right);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, goes, way_rows);
    TEST_LIST_ADD(&list, the_variable_has_its_number);
    TEST_LIST_ADD(&list, the_journal_tells_where);
    TEST_LIST_ADD(&list, every_stage_has_an_end);
    TEST_LIST_ADD(&list, a_late_file_leads_nobody_on);
    TEST_LIST_ADD(&list, a_tone_can_be_left_out);
    TEST_LIST_ADD(&list, a_crash_leaves_it_to_be_repaired);
    TEST_LIST_ADD_ROWS(&list, is_set_rightly, setting_rows);
    return test_list_run(&list);
}
