/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People write durations, flags and words; programs read them strictly. */

#include "wire/setting.h"

#include <errno.h>
#include <string.h>

#include "core/event.h"
#include "tests/test.h"

static const struct setting_row {
    const char *says;
    enum event_type type;
    const char *field;
    const char *text;
    int64_t value;         /* when it is read */
    const char *formatted; /* NULL: refused */
    enum mistake_code code;
} setting_rows[] = {
#define QUEUE EVENT_QUEUE_SET
    { "seconds", QUEUE, "ring_ms", "20s", 20000, "20s", 0 },
    { "milliseconds", QUEUE, "ring_ms", "1500ms", 1500, "1500ms", 0 },
    { "minutes", QUEUE, "ring_ms", "2m", 120000, "2m", 0 },
    { "minutes as cclite.conf has them", QUEUE, "ring_ms", "2min", 120000, "2m",
      0 },
    { "hours", QUEUE, "max_wait_ms", "24h", 86400000, "24h", 0 },
    { "the largest exact unit", QUEUE, "ring_ms", "60000ms", 60000, "1m", 0 },
    { "zero without a unit", QUEUE, "max_wait_ms", "0", 0, "0", 0 },
    { "zero with a unit", QUEUE, "max_wait_ms", "0s", 0, "0", 0 },
    { "a duration without a unit", QUEUE, "ring_ms", "20", 0, NULL,
      MISTAKE_BAD_DURATION },
    { "a unit nobody knows", QUEUE, "ring_ms", "20sec", 0, NULL,
      MISTAKE_BAD_DURATION },
    { "a space before the unit", QUEUE, "ring_ms", "20 s", 0, NULL,
      MISTAKE_BAD_DURATION },
    { "a space before the number", QUEUE, "ring_ms", " 20s", 0, NULL,
      MISTAKE_BAD_DURATION },
    { "a plus", QUEUE, "ring_ms", "+20s", 0, NULL, MISTAKE_BAD_DURATION },
    { "a fraction", QUEUE, "ring_ms", "1.5s", 0, NULL, MISTAKE_BAD_DURATION },
    { "no duration at all", QUEUE, "ring_ms", "", 0, NULL,
      MISTAKE_BAD_DURATION },
    { "a duration that overflows", QUEUE, "ring_ms", "9223372036854775807h", 0,
      NULL, MISTAKE_BAD_DURATION },
    { "a duration out of range", QUEUE, "ring_ms", "3m", 0, NULL,
      MISTAKE_OUT_OF_RANGE },
    { "yes", EVENT_USER_SET, "enabled", "yes", 1, "yes", 0 },
    { "no", EVENT_USER_SET, "enabled", "no", 0, "no", 0 },
    { "on is not yes", EVENT_USER_SET, "enabled", "on", 0, NULL,
      MISTAKE_BAD_FLAG },
    { "true is not yes", EVENT_USER_SET, "enabled", "true", 0, NULL,
      MISTAKE_BAD_FLAG },
    { "a number", QUEUE, "max_waiting", "7", 7, "7", 0 },
    { "a negative number", EVENT_USER_SET, "uid", "-1", -1, "-1", 0 },
    { "a number with something behind", QUEUE, "max_waiting", "7x", 0, NULL,
      MISTAKE_BAD_NUMBER },
    { "a hexadecimal number", QUEUE, "max_waiting", "0x10", 0, NULL,
      MISTAKE_BAD_NUMBER },
    { "a minus alone", QUEUE, "max_waiting", "-", 0, NULL, MISTAKE_BAD_NUMBER },
    { "a number beyond 64 bits", QUEUE, "max_waiting", "99999999999999999999",
      0, NULL, MISTAKE_OUT_OF_RANGE },
    { "a word", QUEUE, "wrap_up", "mandatory_manual", WRAP_UP_MANDATORY_MANUAL,
      "mandatory_manual", 0 },
    { "a word nobody knows", QUEUE, "wrap_up", "later", 0, NULL,
      MISTAKE_UNKNOWN_WORD },
    { "a moment", EVENT_RULE_SET, "valid_from_us", "2026-12-24T08:00",
      1798099200000000, "2026-12-24T08:00:00Z", 0 },
    { "a moment to the second", EVENT_RULE_SET, "valid_until_us",
      "2026-12-24T08:00:07Z", 1798099207000000, "2026-12-24T08:00:07Z", 0 },
    { "a moment with an offset", EVENT_RULE_SET, "valid_from_us",
      "2026-12-24T09:00+01:00", 1798099200000000, "2026-12-24T08:00:00Z", 0 },
    { "... of the day before, west of Greenwich", EVENT_RULE_SET,
      "valid_from_us", "2026-12-23T22:30:00-09:30", 1798099200000000,
      "2026-12-24T08:00:00Z", 0 },
    { "an offset that is none", EVENT_RULE_SET, "valid_from_us",
      "2026-12-24T09:00+1", 0, NULL, MISTAKE_BAD_NUMBER },
    { "... of more than a day", EVENT_RULE_SET, "valid_from_us",
      "2026-12-24T09:00+24:00", 0, NULL, MISTAKE_BAD_NUMBER },
    { "a moment in microseconds", EVENT_RULE_SET, "valid_from_us",
      "1798099200000001", 1798099200000001, "1798099200000001", 0 },
    { "a day with another word", EVENT_RULE_SET, "valid_from_us", "tomorrow", 0,
      NULL, MISTAKE_BAD_NUMBER },
    { "no moment", EVENT_RULE_SET, "valid_from_us", "0", 0, "0", 0 },
#undef QUEUE
};

static void is_read(void **state)
{
    const struct setting_row *row = *state;
    const struct record *record = event_record(row->type);
    const struct field *field = record_field(record, row->field);
    struct event event = { .type = row->type };
    struct mistake mistake = { .code = MISTAKE_NONE };
    char text[SETTING_TEXT_SIZE];

    int rc = setting_parse(field, row->text, &event.as, &mistake);

    assert_int_equal(rc, row->formatted ? 0 : -EBADMSG);
    assert_int_equal(mistake.code, row->code);
    if (rc < 0 && field->kind == FIELD_WALL)
        assert_non_null(strstr(mistake.text, "2026-11-22T14:02"));
    if (rc < 0) {
        assert_string_equal(mistake.place, row->field);
        assert_int_equal(field_get_integer(field, &event.as), 0);
        return;
    }

    assert_int_equal(field_get_integer(field, &event.as), row->value);
    setting_format(field, &event.as, text);
    assert_string_equal(text, row->formatted);
}

static void every_preset_can_be_read_and_stands_in_its_range(void **state)
{
    size_t presets = 0;

    (void)state;
    for (unsigned type = 0; type < EVENT_TYPE_COUNT; type++) {
        const struct record *record = event_record(type);
        struct event event = { .type = (enum event_type)type };

        setting_presets(record, &event.as);
        for (size_t i = 0; i < record->field_count; i++) {
            const struct field *field = &record->fields[i];
            char text[SETTING_TEXT_SIZE];

            if (!field->is_setting || field->is_required)
                continue;
            assert_true(field_is_valid(field, &event.as));
            setting_format(field, &event.as, text);
            assert_string_equal(text, field->preset);
            presets++;
        }
    }
    assert_true(presets > 30);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, is_read, setting_rows);
    TEST_LIST_ADD(&list, every_preset_can_be_read_and_stands_in_its_range);
    return test_list_run(&list);
}
