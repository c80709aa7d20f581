/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records become JSON and come back; whatever else comes is refused. */

#include "wire/record_json.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "core/command.h"
#include "tests/failing_alloc.h"
#include "tests/test.h"
#include "wire/record_print.h"
#include "wire/setting.h"

static const struct record *queue_record(void)
{
    return event_record(EVENT_QUEUE_SET);
}

static int read_queue(const char *text, enum record_missing missing,
                      struct event_queue_set *queue, struct mistake *mistake)
{
    struct json_t *object = NULL;
    int rc = value_parse(text, strlen(text), 10000, &object, mistake);

    if (rc == 0)
        rc = record_from_json(queue_record(), object, missing, queue, mistake);
    (void)value_free(object);
    return rc;
}

static void what_is_not_given_gets_its_preset(void **state)
{
    struct event_queue_set queue = { .id = 7, .version = 2 };

    (void)state;
    assert_int_equal(read_queue("{\"name\":\"sales\",\"ring_ms\":15000}",
                                MISSING_PRESET, &queue, NULL),
                     0);
    assert_int_equal(queue.id, 7);
    assert_int_equal(queue.version, 2);
    assert_string_equal(queue.name.text, "sales");
    assert_int_equal(queue.ring_ms, 15000);
    assert_int_equal(queue.wrap_up_ms, 30000);
    assert_int_equal(queue.max_waiting, 100);
    assert_int_equal(queue.strategy, STRATEGY_LONGEST_IDLE);
    assert_int_equal(queue.overflow_to, TO_HANG_UP);
    assert_string_equal(queue.music.text, "music");
}

static void a_partial_change_keeps_the_rest(void **state)
{
    struct event_queue_set queue = { .ring_ms = 5000, .max_misses = 9 };

    (void)state;
    assert_int_equal(
        read_queue("{\"max_misses\":2}", MISSING_KEPT, &queue, NULL), 0);
    assert_int_equal(queue.ring_ms, 5000);
    assert_int_equal(queue.max_misses, 2);
}

/* How a team serves a queue: priority and delay are KEPT. */
static const struct kept_row {
    const char *says;
    const char *text;
    int64_t priority, delay_ms;
} kept_rows[] = {
    { "what a change leaves out is as it is", "{}", FIELD_AS_IT_IS,
      FIELD_AS_IT_IS },
    { "what it names is so", "{\"priority\":3,\"delay_ms\":0}", 3, 0 },
    { "null is 0", "{\"delay_ms\":null}", FIELD_AS_IT_IS, 0 },
};

static int read_duty(const char *text, struct command_assign_team *duty,
                     struct mistake *mistake)
{
    struct json_t *object = NULL;
    int rc = value_parse(text, strlen(text), 10000, &object, mistake);

    if (rc == 0)
        rc = record_from_json(command_record(COMMAND_ASSIGN_TEAM), object,
                              MISSING_PRESET, duty, mistake);
    (void)value_free(object);
    return rc;
}

static void a_change_leaves_out(void **state)
{
    const struct kept_row *row = *state;
    struct command_assign_team duty = { .team_id = 7 };

    assert_int_equal(read_duty(row->text, &duty, NULL), 0);
    assert_int_equal(duty.team_id, 7);
    assert_int_equal(duty.priority, row->priority);
    assert_int_equal(duty.delay_ms, row->delay_ms);
}

static void as_it_is_is_no_value(void **state)
{
    struct command_assign_team duty = { .team_id = 7 };
    struct mistake mistake = { 0 };

    (void)state;
    assert_int_equal(read_duty("{\"delay_ms\":-1}", &duty, &mistake), -EBADMSG);
    assert_int_equal(mistake.code, MISTAKE_OUT_OF_RANGE);
    assert_int_equal(read_duty("{\"priority\":null}", &duty, &mistake),
                     -EBADMSG);
    assert_int_equal(mistake.code, MISTAKE_OUT_OF_RANGE);
}

#define NAMED(rest) "{\"name\":\"a\"," rest "}"

static const struct mistake_row {
    const char *says;
    const char *text;
    enum mistake_code code;
    const char *place;
    int64_t min;
    int64_t max;
} mistake_rows[] = {
    { "a required setting is missing", "{}", MISTAKE_MISSING_FIELD, "name", 0,
      0 },
    { "a field that does not exist", NAMED("\"rnig_ms\":1"),
      MISTAKE_UNKNOWN_FIELD, "rnig_ms", 0, 0 },
    { "a number as a text", NAMED("\"ring_ms\":\"20s\""), MISTAKE_WRONG_TYPE,
      "ring_ms", 0, 0 },
    { "a real for a number", NAMED("\"ring_ms\":2000.0"), MISTAKE_WRONG_TYPE,
      "ring_ms", 0, 0 },
    { "null for a number", NAMED("\"ring_ms\":null"), MISTAKE_WRONG_TYPE,
      "ring_ms", 0, 0 },
    { "true for a number", NAMED("\"ring_ms\":true"), MISTAKE_WRONG_TYPE,
      "ring_ms", 0, 0 },
    { "a list for a text", NAMED("\"label\":[]"), MISTAKE_WRONG_TYPE, "label",
      0, 0 },
    { "a number below the range", NAMED("\"ring_ms\":999"),
      MISTAKE_OUT_OF_RANGE, "ring_ms", 1000, 120000 },
    { "a number above the range", NAMED("\"ring_ms\":120001"),
      MISTAKE_OUT_OF_RANGE, "ring_ms", 1000, 120000 },
    { "a negative id", NAMED("\"overflow_id\":-1"), MISTAKE_OUT_OF_RANGE,
      "overflow_id", 0, INT64_MAX },
    { "a word nobody knows", NAMED("\"strategy\":\"fastest\""),
      MISTAKE_UNKNOWN_WORD, "strategy", 0, 0 },
    { "a number for a word", NAMED("\"strategy\":0"), MISTAKE_WRONG_TYPE,
      "strategy", 0, 0 },
    { "an empty name", "{\"name\":\"\"}", MISTAKE_TOO_SHORT, "name", 1, 63 },
    { "a name of 64 bytes",
      "{\"name\":\"0123456789012345678901234567890123456789012345678901234567"
      "890123\"}",
      MISTAKE_TOO_LONG, "name", 1, 63 },
    { "a name with a space", "{\"name\":\"a b\"}", MISTAKE_BAD_CHARACTERS,
      "name", 0, 0 },
    { "a name in capitals", "{\"name\":\"A\"}", MISTAKE_BAD_CHARACTERS, "name",
      0, 0 },
    { "a label that steers a terminal", NAMED("\"label\":\"\\u001b[2J\""),
      MISTAKE_BAD_CHARACTERS, "label", 0, 0 },
    { "a label of two lines", NAMED("\"label\":\"a\\nb\""),
      MISTAKE_BAD_CHARACTERS, "label", 0, 0 },
};

static void is_refused(void **state)
{
    const struct mistake_row *row = *state;
    struct event_queue_set queue = { .id = 0 };
    struct mistake mistake = { .code = MISTAKE_NONE };

    assert_int_equal(read_queue(row->text, MISSING_PRESET, &queue, &mistake),
                     -EBADMSG);
    assert_string_equal(mistake_spell(mistake.code), mistake_spell(row->code));
    assert_string_equal(mistake.place, row->place);
    assert_true(mistake.min == row->min && mistake.max == row->max);
}

static void every_field_can_be_demanded(void **state)
{
    struct event_queue_set queue = { .id = 0 };
    struct mistake mistake = { .code = MISTAKE_NONE };

    (void)state;
    assert_int_equal(
        read_queue("{\"name\":\"a\"}", MISSING_REFUSED, &queue, &mistake),
        -EBADMSG);
    assert_string_equal(mistake.place, "id");
}

/* Some valid value, other than the preset, for any kind. */
static void fill(const struct record *record, void *data)
{
    for (size_t i = 0; i < record->field_count; i++) {
        const struct field *field = &record->fields[i];

        if (field->kind == FIELD_CANDIDATES) {
            struct candidates *candidates =
                (void *)((char *)data + field->offset);

            candidates->row_count = CANDIDATES_MAX;
            for (uint32_t row = 0; row < CANDIDATES_MAX; row++)
                candidates->rows[row] = (struct candidate){
                    row + 1, VERDICT_NOT_SEEN, -1, 0, 0, 0
                };
            for (int verdict = 0; verdict < verdict_count; verdict++)
                candidates->counts[verdict] = UINT32_MAX;
        } else if (field->kind == FIELD_ADDRESS) {
            field_set_text(field, data, "[2001:db8::1]:5060");
        } else if (field->kind == FIELD_DIGEST) {
            field_set_text(field, data,
                           "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934c"
                           "a495991b7852b855");
        } else if (field_is_text(field)) {
            field_set_text(field, data,
                           field->is_setting && field->min > 1 ? "12345678"
                                                               : "1");
        } else if (field->kind == FIELD_WORD) {
            field_set_integer(field, data, (int64_t)field->words->count - 1);
        } else {
            field_set_integer(field, data, field->is_setting ? field->max : 1);
        }
    }
}

static void comes_back(const struct record *record)
{
    union {
        int64_t aligned;
        char bytes[8192];
    } there = { 0 }, back = { 0 };

    assert_true(record->size <= sizeof(there));
    fill(record, &there);

    struct json_t *object = record_to_json(record, &there, EVENT_WHOLE);
    struct mistake mistake = { .code = MISTAKE_NONE };
    int rc = record_from_json(record, object, MISSING_REFUSED, &back, &mistake);

    if (rc < 0)
        fail_msg("%s: %s %s", record->name, mistake.place, mistake.text);
    assert_true(record_is_same(record, &there, &back));
    (void)value_free(object);
}

static void every_record_comes_back_as_it_was(void **state)
{
    (void)state;
    for (unsigned type = 0; type < EVENT_TYPE_COUNT; type++)
        comes_back(event_record(type));
    for (unsigned type = 0; type < COMMAND_TYPE_COUNT; type++)
        comes_back(command_record(type));
}

static void private_fields_can_be_left_out(void **state)
{
    struct event_contact_arrived contact = { .contact_id = 1 };

    (void)state;
    contact.caller = (struct phone_number){ "+420601234567" };
    contact.called = (struct phone_number){ "800" };

    struct json_t *object = record_to_json(event_record(EVENT_CONTACT_ARRIVED),
                                           &contact, EVENT_REDACTED);

    assert_true(value_is_null(value_get(object, "caller")));
    assert_string_equal(value_get_text(object, "called"), "800");
    (void)value_free(object);
}

static void only_texts_are_private(void **state)
{
    (void)state;
    for (unsigned type = 0; type < EVENT_TYPE_COUNT; type++) {
        const struct record *record = event_record(type);

        for (size_t i = 0; i < record->field_count; i++)
            assert_true(record->fields[i].privacy == PUBLIC ||
                        field_is_text(&record->fields[i]));
    }
}

static const char busy_text[] =
    "{\"name\":\"sales\",\"label\":\"Prodej\",\"strategy\":\"longest_idle\","
    "\"ring_ms\":20000,\"overflow_to\":\"queue\",\"overflow_id\":3}";

static void no_allocation_is_taken_for_granted(void **state)
{
    int before;
    int rc = -ENOMEM;

    (void)state;
    before = live_blocks();

    for (int granted = 0; rc == -ENOMEM; granted++) {
        struct event_queue_set queue = { .id = 0 };

        assert_true(granted < 1000);
        fail_alloc_after(granted);
        rc = read_queue(busy_text, MISSING_PRESET, &queue, NULL);
        fail_alloc_after(FAIL_NO_ALLOC);
        assert_int_equal(live_blocks(), before);
    }
    assert_int_equal(rc, 0);
}

static void writing_without_memory_gives_nothing(void **state)
{
    struct event_offer_made offer = { .contact_id = 0 };
    const struct record *record = event_record(EVENT_OFFER_MADE);
    struct json_t *object = NULL;
    int before;

    (void)state;
    fill(record, &offer);
    before = live_blocks();

    for (int granted = 0; !object; granted++) {
        assert_true(granted < 1000);
        fail_alloc_after(granted);
        object = record_to_json(record, &offer, EVENT_WHOLE);
        fail_alloc_after(FAIL_NO_ALLOC);
        assert_true(object || live_blocks() == before);
    }
    (void)value_free(object);
    assert_int_equal(live_blocks(), before);
}

/* Written without values, a record is the same to the byte. */

static const char *const odd_texts[] = {
    "",
    "a b",
    "\"",
    "\\",
    "/",
    "</b>",
    "a\tb\n",
    "\x01\x1f",
    "~\x7f",
    "P\xc5\x99\xed",
    "\xc3\xb1",
    "%s%n",
    "\xf0\x9f\x98\x80",
    "{\"a\":1}",
};

static const int64_t odd_numbers[] = {
    0, 1, -1, 9, 10, INT32_MAX, INT64_MAX, INT64_MIN, -1234567890123,
};

/* From none to all, and not every verdict. */
static void fill_candidates(struct candidates *candidates, size_t round)
{
    candidates->row_count = (uint32_t)(round % (CANDIDATES_MAX + 1));
    for (size_t row = 0; row < CANDIDATES_MAX; row++)
        candidates->rows[row].for_us =
            odd_numbers[(round + row) % ARRAY_LEN(odd_numbers)];
    for (size_t i = 0; i < verdict_count; i++)
        candidates->counts[i] = (round + i) % 3 ? (uint32_t)(round * i) : 0;
}

static void fill_oddly(const struct record *record, void *data, size_t round)
{
    fill(record, data);
    for (size_t i = 0; i < record->field_count; i++) {
        const struct field *field = &record->fields[i];

        if (field_is_text(field))
            (void)field_set_text(field, data,
                                 odd_texts[(round + i) % ARRAY_LEN(odd_texts)]);
        else if (field->kind == FIELD_WORD)
            field_set_integer(field, data,
                              (int64_t)(round % field->words->count));
        else if (field->kind == FIELD_FLAG)
            field_set_integer(field, data, (int64_t)(round % 2));
        else if (field->kind == FIELD_CANDIDATES)
            fill_candidates((void *)((char *)data + field->offset), round);
        else
            field_set_integer(
                field, data, odd_numbers[(round + i) % ARRAY_LEN(odd_numbers)]);
    }
}

static void is_printed_alike(const struct record *record, size_t round)
{
    union {
        int64_t aligned;
        char bytes[8192];
    } data = { 0 };

    fill_oddly(record, &data, round);

    struct json_t *object = record_to_json(record, &data, EVENT_WHOLE);
    char *expected = value_print(object, VALUE_COMPACT);
    char *text = record_print(record, &data, NULL, NULL);

    if (expected && text)
        assert_string_equal(text, expected);
    assert_int_equal(text == NULL, expected == NULL);
    free(text);
    free(expected);
    (void)value_free(object);
}

static void a_printed_record_is_the_object_to_the_byte(void **state)
{
    (void)state;
    for (size_t round = 0; round < 200; round++) {
        for (unsigned type = 0; type < EVENT_TYPE_COUNT; type++)
            is_printed_alike(event_record(type), round);
        for (unsigned type = 0; type < COMMAND_TYPE_COUNT; type++)
            is_printed_alike(command_record(type), round);
    }
}

static const char *give_nothing(void *arg, const struct field *field,
                                const char *text)
{
    (void)arg;
    (void)field;
    (void)text;
    return NULL;
}

static void without_a_stand_in_nothing_is_printed(void **state)
{
    struct event_contact_arrived contact = { .contact_id = 1 };

    (void)state;
    assert_null(record_print(event_record(EVENT_CONTACT_ARRIVED), &contact,
                             give_nothing, NULL));
}

static void printing_without_memory_gives_nothing(void **state)
{
    struct event_offer_made offer = { .contact_id = 0 };
    const struct record *record = event_record(EVENT_OFFER_MADE);
    char *text = NULL;
    int before;

    (void)state;
    fill(record, &offer);
    before = live_blocks();

    for (int granted = 0; !text; granted++) {
        assert_true(granted < 1000);
        fail_alloc_after(granted);
        text = record_print(record, &offer, NULL, NULL);
        fail_alloc_after(FAIL_NO_ALLOC);
        assert_true(text || live_blocks() == before);
    }
    free(text);
    assert_int_equal(live_blocks(), before);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, what_is_not_given_gets_its_preset);
    TEST_LIST_ADD(&list, a_partial_change_keeps_the_rest);
    TEST_LIST_ADD_ROWS(&list, a_change_leaves_out, kept_rows);
    TEST_LIST_ADD(&list, as_it_is_is_no_value);
    TEST_LIST_ADD_ROWS(&list, is_refused, mistake_rows);
    TEST_LIST_ADD(&list, every_field_can_be_demanded);
    TEST_LIST_ADD(&list, every_record_comes_back_as_it_was);
    TEST_LIST_ADD(&list, private_fields_can_be_left_out);
    TEST_LIST_ADD(&list, only_texts_are_private);
    TEST_LIST_ADD(&list, no_allocation_is_taken_for_granted);
    TEST_LIST_ADD(&list, writing_without_memory_gives_nothing);
    TEST_LIST_ADD(&list, a_printed_record_is_the_object_to_the_byte);
    TEST_LIST_ADD(&list, without_a_stand_in_nothing_is_printed);
    TEST_LIST_ADD(&list, printing_without_memory_gives_nothing);
    return test_list_run(&list);
}
