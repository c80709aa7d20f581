/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Events and effects as text; what an erased event keeps; the outbox. */

#include "core/event.h"

#include <errno.h>
#include <stdbool.h>
#include <string.h>

#include "core/effect.h"
#include "core/outbox.h"
#include "core/refusal.h"
#include "tests/failing_alloc.h"
#include "tests/test.h"

static const struct text_row {
    const char *says;
    struct event event;
    enum event_view view;
    const char *text;
} text_rows[] = {
    { "words are spelled, numbers are decimal",
      { .seq = 3,
        .at_us = 2000000,
        .by = 9,
        .type = EVENT_AGENT_STATE_CHANGED,
        .as.agent_state_changed = { 7, AGENT_PAUSED, 16, STATE_BY_AGENT, 5 } },
      EVENT_WHOLE,
      "3 2000000 9 agent_state_changed agent_id=7 state=paused reason_id=16 "
      "cause=agent for_us=5" },
    { "text from outside is quoted and breaks no line",
      { .seq = 1,
        .type = EVENT_DIGIT_PRESSED,
        .as.digit_pressed = { 1, 2, { "\"\n" } } },
      EVENT_WHOLE,
      "1 0 0 digit_pressed contact_id=1 step=2 digit=\"\\x22\\x0a\"" },
    { "a redacted event hides what can tell a person",
      { .seq = 1,
        .type = EVENT_DIGIT_PRESSED,
        .as.digit_pressed = { 1, 2, { "5" } } },
      EVENT_REDACTED,
      "1 0 0 digit_pressed contact_id=1 step=2 digit=-" },
    { "the why of an offer is told row by row, then in sums",
      { .seq = 1,
        .type = EVENT_CONTACT_QUEUED,
        .as.contact_queued = { .contact_id = 1,
                               .queue_id = 2,
                               .priority = 3,
                               .since_us = 4,
                               .ahead = 5,
                               .candidates = { { { 8, VERDICT_BUSY, -1, 0, 0,
                                                   0 },
                                                 { 9, VERDICT_UNSKILLED, 77, 5,
                                                   30, 50 } },
                                               2,
                                               { [VERDICT_BUSY] = 1,
                                                 [VERDICT_ACW] = 3 } } } },
      EVENT_WHOLE,
      "1 0 0 contact_queued contact_id=1 queue_id=2 priority=3 since_us=4 "
      "overflow_due_us=0 ahead=5 wanted_agent_id=0 "
      "candidates=8:busy:-1,9:unskilled:77:5:30<50/busy=1,acw=3 ivr_us=0 "
      "demand_step=0 demand_due_us=0 sticky=0 resumed_id=0 box_else=0 "
      "step_us=0 sender=none cause=caller_hung_up sent_queue_id=0 "
      "sent_rule_id=0 transferrer_id=0" },
};

static void is_written(void **state)
{
    const struct text_row *row = *state;
    char text[EVENT_TEXT_SIZE];

    assert_int_equal(event_encode(&row->event, row->view, text),
                     strlen(row->text));
    assert_string_equal(text, row->text);
}

/* A value of each field as long as it gets when written. */
static void stretch(const struct field *field, void *record)
{
    if (field_is_text(field)) {
        char *text = (char *)record + field->offset;

        memset(text, '"', field->size - 1);
    } else if (field->kind == FIELD_WORD) {
        field_set_integer(field, record, (int64_t)field->words->count - 1);
    } else if (field->kind != FIELD_CANDIDATES) {
        field_set_integer(field, record, INT64_MIN);
    }
}

static void stretch_candidates(struct candidates *candidates)
{
    candidates->row_count = CANDIDATES_MAX;
    for (size_t i = 0; i < CANDIDATES_MAX; i++)
        candidates->rows[i] =
            (struct candidate){ UINT64_MAX, VERDICT_MORE_CONTACTS,
                                INT64_MIN,  UINT64_MAX,
                                UINT32_MAX, UINT32_MAX };
    for (size_t i = 0; i < verdict_count; i++)
        candidates->counts[i] = UINT32_MAX;
}

/* line_add() stops the program where a text does not fit. */
static void the_longest_event_fits(void **state)
{
    (void)state;
    char text[EVENT_TEXT_SIZE];
    size_t longest = 0;

    for (unsigned type = 0; type < EVENT_TYPE_COUNT; type++) {
        const struct record *record = event_record(type);
        struct event event = { .seq = UINT64_MAX,
                               .at_us = INT64_MIN,
                               .by = UINT64_MAX,
                               .type = (enum event_type)type };

        for (size_t i = 0; i < record->field_count; i++) {
            stretch(&record->fields[i], &event.as);
            if (record->fields[i].kind == FIELD_CANDIDATES)
                stretch_candidates(
                    (void *)((char *)&event.as + record->fields[i].offset));
        }

        size_t length = event_encode(&event, EVENT_WHOLE, text);
        longest = length > longest ? length : longest;
    }

    assert_true(longest > EVENT_TEXT_SIZE / 4);
    assert_true(longest < EVENT_TEXT_SIZE);
}

static void the_longest_effect_fits(void **state)
{
    (void)state;
    char text[EFFECT_TEXT_SIZE];
    struct effect effect = {
        .start = INT64_MIN,
        .serial = UINT64_MAX,
        .due_us = INT64_MIN,
        .contact_id = UINT64_MAX,
        .call = UINT64_MAX,
        .granted_by = UINT64_MAX,
        .agent_id = UINT64_MAX,
        .device_id = UINT64_MAX,
        .auto_answer = true,
        .step = INT64_MIN,
        .code = -1,
    };

    memset(effect.prompt.text, '"', sizeof(effect.prompt.text) - 1);
    memset(effect.number.text, '"', sizeof(effect.number.text) - 1);
    memset(effect.label.text, '"', sizeof(effect.label.text) - 1);
    memset(effect.text.text, '"', sizeof(effect.text.text) - 1);

    for (int type = 0; type < EFFECT_TYPE_COUNT; type++) {
        effect.type = (enum effect_type)type;
        assert_true(effect_encode(&effect, text) < EFFECT_TEXT_SIZE);
    }
}

static void writes_an_effect(void **state)
{
    (void)state;
    char text[EFFECT_TEXT_SIZE];
    const struct effect effect = {
        .type = EFFECT_PLAY,
        .start = 2,
        .serial = 7,
        .due_us = 600000000,
        .contact_id = 5,
        .call = 11,
        .step = 3,
        .language = SPEAKS_CS,
        .prompt = { "welcome" },
    };

    effect_encode(&effect, text);
    assert_string_equal(text,
                        "+ play start=2 serial=7 due_us=600000000 contact_id=5 "
                        "call=11 step=3 language=cs prompt=\"welcome\"");
}

static void erases_what_is_private(void **state)
{
    (void)state;
    struct event event = {
        .type = EVENT_CONTACT_ARRIVED,
        .as.contact_arrived = { .contact_id = 7,
                                .caller = { "+420123456789" },
                                .caller_name = { "Jana" },
                                .called = { "+420800" } },
    };

    event_erase_private(&event);
    assert_string_equal(event.as.contact_arrived.caller.text, "");
    assert_string_equal(event.as.contact_arrived.caller_name.text, "");
    assert_string_equal(event.as.contact_arrived.called.text, "+420800");
    assert_int_equal(event.as.contact_arrived.contact_id, 7);
}

static void knows_its_events(void **state)
{
    (void)state;

    for (unsigned type = 0; type < EVENT_TYPE_COUNT; type++)
        assert_int_equal(event_find(event_record(type)->name), type);

    assert_null(event_record(EVENT_TYPE_COUNT));
    assert_int_equal(event_find("no_such_event"), -ENOENT);
}

static void tells_what_to_do(void **state)
{
    (void)state;

    for (int i = 1; i < REFUSAL_COUNT; i++) {
        const struct refusal_text *text = refusal_text((enum refusal)i);

        assert_true(text->status >= 404 && text->status <= 507);
        assert_true(strlen(text->fix) > 10);
        for (int other = 1; other < i; other++)
            assert_string_not_equal(text->code,
                                    refusal_text((enum refusal)other)->code);
    }
}

/* The outbox. */

static void stamps(void **state)
{
    (void)state;
    const struct outbox_stamp stamp = { 5, 100, 9, 2 };
    const struct event event = { .type = EVENT_LEG_GONE };
    const struct effect effect = { .type = EFFECT_RELEASE };
    struct outbox outbox;

    outbox_init(&outbox);
    assert_int_equal(outbox_begin(&outbox, &stamp, OUTBOX_MAX_PER_DECISION), 0);
    outbox_add_event(&outbox, &event);
    outbox_add_effect(&outbox, &effect);
    outbox_add_event(&outbox, &event);

    assert_int_equal(outbox.event_count, 2);
    assert_int_equal(outbox.events[0].seq, 5);
    assert_int_equal(outbox.events[1].seq, 6);
    assert_int_equal(outbox.events[1].at_us, 100);
    assert_int_equal(outbox.events[1].by, 9);
    assert_int_equal(outbox.effects[0].serial, 5);
    assert_int_equal(outbox.effects[0].start, 2);

    outbox_clear(&outbox);
    assert_int_equal(outbox.event_count, 0);
    outbox_done(&outbox);
}

static void has_no_half_begun_decision(void **state)
{
    (void)state;
    const struct outbox_stamp stamp = { 1, 0, 0, 0 };
    int before = live_blocks();
    struct outbox outbox;

    for (int successes = 0; successes < 2; successes++) {
        outbox_init(&outbox);
        fail_alloc_after(successes);
        assert_int_equal(outbox_begin(&outbox, &stamp, OUTBOX_MAX_PER_DECISION),
                         -ENOMEM);
        fail_alloc_after(FAIL_NO_ALLOC);
        assert_int_equal(outbox.event_count, 0);
        outbox_done(&outbox);
        assert_int_equal(live_blocks(), before);
    }
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, is_written, text_rows);
    TEST_LIST_ADD(&list, the_longest_event_fits);
    TEST_LIST_ADD(&list, the_longest_effect_fits);
    TEST_LIST_ADD(&list, writes_an_effect);
    TEST_LIST_ADD(&list, erases_what_is_private);
    TEST_LIST_ADD(&list, knows_its_events);
    TEST_LIST_ADD(&list, tells_what_to_do);
    TEST_LIST_ADD(&list, stamps);
    TEST_LIST_ADD(&list, has_no_half_begun_decision);
    return test_list_run(&list);
}
