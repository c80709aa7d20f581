/* SPDX-License-Identifier: GPL-3.0-or-later */
/* On which days which greeting of a box is heard, and what in its place. */

#include "core/greeting.h"

#include <string.h>

#include "core/core.h"
#include "tests/core/story.h"
#include "tests/test.h"

enum { BOX = 1, STANDARD = 1, BUSY, CLOSED, HOLIDAY };

/* The house's clock stands at the first of January 2026. */
static void begin(struct story *story)
{
    static const char *const names[] = { "none", "standard", "busy", "closed",
                                         "holiday" };
    static const struct command box = { COMMAND_SET_BOX,
                                        .as.set_box = { .name = { "box" },
                                                        .queue_id = SALES,
                                                        .extension = { "700" },
                                                        .greeting_id = STANDARD,
                                                        .busy_id = BUSY,
                                                        .closed_id = CLOSED,
                                                        .holiday_id = HOLIDAY,
                                                        .max_ms = 60000,
                                                        .max_messages = 10,
                                                        .pin_tries = 5,
                                                        .pin_lock_ms = 60000,
                                                        .keep_days = 30 } };

    story_begin(story);
    for (size_t i = STANDARD; i <= HOLIDAY; i++) {
        struct command prompt = { COMMAND_SET_PROMPT,
                                  .as.set_prompt = { .text = { "Hello." } } };

        strcpy(prompt.as.set_prompt.name.text, names[i]);
        story_lead(story, &prompt, 1);
    }
    story_lead(story, &box, 1);
}

static struct command set_days(enum box_greeting greeting, const char *from,
                               const char *until)
{
    struct command command = { COMMAND_SET_GREETING_DAYS,
                               .as.set_greeting_days = {
                                   .box_id = BOX, .greeting = greeting } };

    strcpy(command.as.set_greeting_days.from.text, from);
    strcpy(command.as.set_greeting_days.until.text, until);
    return command;
}

static int give(struct story *story, struct command command)
{
    outbox_clear(&story->outbox);
    return story_give(story, &command);
}

static const struct event_box_set *box_of(const struct story *story)
{
    return state_box(core_state(story->core), BOX);
}

/* Heard. */

struct heard_row {
    const char *says;
    enum box_greeting greeting;
    const char *from, *until;
    uint64_t heard_id;
    const char *standard_until;
};

static const struct heard_row heard_rows[] = {
    { "without days it is heard on each", GREETING_BUSY, "", "", BUSY, "" },
    { "on the first of them it is heard", GREETING_BUSY, "2026-01-01", "", BUSY,
      "" },
    { "on the last of them, too", GREETING_CLOSED, "", "2026-01-01", CLOSED,
      "" },
    { "before them the standard one is", GREETING_CLOSED, "2026-01-02", "",
      STANDARD, "" },
    { "after them the standard one is", GREETING_BUSY, "2025-12-01",
      "2025-12-31", STANDARD, "" },
    { "and where that one's are over as well, the server's own is",
      GREETING_BUSY, "", "2025-12-31", 0, "2025-12-31" },
    { "a standard one without its day is the server's own", GREETING_STANDARD,
      "2026-01-02", "2026-02-01", 0, "" },
    { "another one is heard though the standard one's days are over",
      GREETING_CLOSED, "", "", CLOSED, "2025-12-31" },
    { "that of a holiday is heard whenever a rule leads to it",
      GREETING_HOLIDAY, "2025-12-24", "2025-12-26", HOLIDAY, "" },
};

static void is_heard(void **state)
{
    const struct heard_row *row = *state;
    struct rule_book *book;
    struct story story;

    begin(&story);
    if (row->from[0] || row->until[0])
        assert_int_equal(
            give(&story, set_days(row->greeting, row->from, row->until)), 0);
    if (row->standard_until[0])
        assert_int_equal(
            give(&story, set_days(GREETING_STANDARD, "", row->standard_until)),
            0);
    assert_int_equal(rule_book_new(&book), 0);
    assert_int_equal(
        greeting_heard(box_of(&story), row->greeting, book, WALL_US),
        row->heard_id);
    rule_book_free(book);
    story_end(&story);
}

static uint64_t played_id(const struct story *story)
{
    uint64_t id = UINT64_MAX;

    for (size_t i = 0; i < story->outbox.effect_count; i++)
        if (story->outbox.effects[i].type == EFFECT_PLAY)
            id = story->outbox.effects[i].prompt_id;
    return id;
}

static void callers_hear_what_is_of_today(void **state)
{
    (void)state;
    struct story story;
    const struct command dials = PHONE_CALLS(9, 2, "700");

    begin(&story);
    story_lead(&story, &dials, 1);
    assert_int_equal(give(&story, (struct command)CONNECTED), 0);
    assert_int_equal(played_id(&story), STANDARD);
    story_end(&story);

    begin(&story);
    assert_int_equal(
        give(&story, set_days(GREETING_STANDARD, "2026-01-02", "")), 0);
    story_lead(&story, &dials, 1);
    assert_int_equal(give(&story, (struct command)CONNECTED), 0);
    assert_int_equal(played_id(&story), 0);
    story_end(&story);
}

/* Set. */

static void days_of_one_leave_the_others(void **state)
{
    (void)state;
    struct story story;

    begin(&story);
    assert_int_equal(
        give(&story, set_days(GREETING_BUSY, "2026-02-01", "2026-02-28")), 0);
    assert_string_equal(box_of(&story)->busy_from.text, "2026-02-01");
    assert_string_equal(box_of(&story)->busy_until.text, "2026-02-28");
    assert_string_equal(box_of(&story)->closed_from.text, "");
    assert_int_equal(box_of(&story)->busy_id, BUSY);
    assert_int_equal(give(&story, set_days(GREETING_BUSY, "", "")), 0);
    assert_string_equal(box_of(&story)->busy_from.text, "");
    story_end(&story);
}

struct refusal_row {
    const char *says;
    enum box_greeting greeting;
    const char *from, *until;
};

static const struct refusal_row refusal_rows[] = {
    { "a first day that there is not", GREETING_BUSY, "2026-02-29", "" },
    { "a last day that there is not", GREETING_STANDARD, "", "tomorrow" },
    { "a last day before the first", GREETING_CLOSED, "2026-02-02",
      "2026-02-01" },
    { "half a holiday, its first day", GREETING_HOLIDAY, "2026-02-02", "" },
    { "half a holiday, its last day", GREETING_HOLIDAY, "", "2026-02-02" },
};

static void is_refused(void **state)
{
    const struct refusal_row *row = *state;
    struct story story;

    begin(&story);
    assert_int_equal(
        give(&story, set_days(row->greeting, row->from, row->until)),
        REFUSED_BAD_DAYS);
    assert_int_equal(story.outbox.event_count, 0);
    story_end(&story);
}

static void days_of_no_box_or_greeting_are_refused(void **state)
{
    (void)state;
    struct story story;
    struct command days =
        set_days((enum box_greeting)box_greeting_count, "", "");

    begin(&story);
    assert_int_equal(give(&story, days), REFUSED_BAD_VALUE);
    days = set_days(GREETING_BUSY, "", "");
    days.as.set_greeting_days.box_id = 9;
    assert_int_equal(give(&story, days), REFUSED_NO_BOX);
    story_end(&story);
}

/* Whoever sets the whole box is told which of its days do not stand. */
static void a_box_names_the_days_that_do_not_stand(void **state)
{
    (void)state;
    static const struct {
        enum box_greeting greeting;
        enum refusal refusal;
        const char *field;
    } rows[] = {
        { GREETING_STANDARD, REFUSED_BAD_GREETING_DAYS, "greeting_until" },
        { GREETING_BUSY, REFUSED_BAD_BUSY_DAYS, "busy_until" },
        { GREETING_CLOSED, REFUSED_BAD_CLOSED_DAYS, "closed_until" },
        { GREETING_HOLIDAY, REFUSED_BAD_HOLIDAY, "holiday_until" },
    };
    struct story story;

    begin(&story);
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        struct event_box_set box = *box_of(&story);
        struct command command = { .type = COMMAND_SET_BOX };
        struct greeting_days days = greeting_days(&box, rows[i].greeting);

        strcpy(days.from->text, "2026-02-02");
        strcpy(days.until->text, "2026-02-01");
        memcpy(&command.as.set_box, &box, sizeof(box));
        assert_int_equal(give(&story, command), rows[i].refusal);
        assert_string_equal(refusal_text(rows[i].refusal)->field,
                            rows[i].field);
    }
    story_end(&story);
}

int main(void)
{
    struct test_list list = { 0 };

    TEST_LIST_ADD_ROWS(&list, is_heard, heard_rows);
    TEST_LIST_ADD(&list, callers_hear_what_is_of_today);
    TEST_LIST_ADD(&list, days_of_one_leave_the_others);
    TEST_LIST_ADD_ROWS(&list, is_refused, refusal_rows);
    TEST_LIST_ADD(&list, days_of_no_box_or_greeting_are_refused);
    TEST_LIST_ADD(&list, a_box_names_the_days_that_do_not_stand);
    return test_list_run(&list);
}
