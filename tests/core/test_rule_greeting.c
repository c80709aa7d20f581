/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a box says to those whom a rule leads there. */

#include <string.h>

#include "tests/core/situation.h"
#include "tests/test.h"

enum { BOX = 1, AWAY = 1, STEPS = 8 };

/* The house's moment is Thursday, 2026-01-01, midnight. */
#define CALENDAR(name_, hours_, holidays_)                                     \
    {                                                                          \
        COMMAND_SET_CALENDAR, .as.set_calendar = {                             \
            .name = { name_ },                                                 \
            .zone = { "UTC" },                                                 \
            .hours = { hours_ },                                               \
            .holidays = { holidays_ },                                         \
        }                                                                      \
    }
#define LED(condition_, ...)                                                   \
    {                                                                          \
        .name = { "a" }, .position = 1, .condition = { condition_ },           \
        .enabled = true, .share = 1, .to = TO_VOICEMAIL, .to_id = BOX,         \
        .to2 = TO_FLOW, .to3 = TO_FLOW, __VA_ARGS__                            \
    }
#define ONLY(condition_) LED(condition_, .entry_id = 0)
#define AFTER(to_, id_, ...)                                                   \
    LED("", .to = to_, .to_id = id_, .to2 = TO_VOICEMAIL, .to2_id = BOX,       \
        .share2 = 1, __VA_ARGS__)

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Woverride-init"

static const struct greeting_row {
    const char *says;
    enum situation in;
    struct command_set_rule rule;
    enum box_greeting greeting;
    bool closes;         /* the queue, by hand */
    bool has_no_holiday; /* the box has no greeting for it */
} greeting_rows[] = {
    { "a rule without a condition tells nothing", NOBODY_THERE, ONLY(""),
      GREETING_STANDARD, false, false },
    { "one that asks who calls, neither", NOBODY_THERE,
      ONLY("caller starts \"+420\""), GREETING_STANDARD, false, false },
    { "a calendar that is closed now is closed", BOTH_FREE,
      ONLY("not open(office)"), GREETING_CLOSED, false, false },
    { "... however the condition asks for it", BOTH_FREE,
      ONLY("hour < 8 or open(office)"), GREETING_CLOSED, false, false },
    { "one that is open tells nothing", BOTH_FREE, ONLY("open(always)"),
      GREETING_STANDARD, false, false },
    { "one with a holiday is a holiday", BOTH_FREE, ONLY("not open(feast)"),
      GREETING_HOLIDAY, false, false },
    { "... also where it is asked for that", BOTH_FREE, ONLY("holiday(feast)"),
      GREETING_HOLIDAY, false, false },
    { "... and closed, where the box has no greeting for it", BOTH_FREE,
      ONLY("not open(feast)"), GREETING_CLOSED, false, true },
    { "a queue where nobody is logged in is closed", NOBODY_THERE,
      ONLY("queue(sales).free == 0"), GREETING_CLOSED, false, false },
    { "one where all talk is busy", TALKING, ONLY("queue(sales).free == 0"),
      GREETING_BUSY, false, false },
    { "... and where all pause", ANN_PAUSED, ONLY("queue(sales).waiting == 0"),
      GREETING_BUSY, false, false },
    { "one where somebody is free tells nothing", BOTH_FREE,
      ONLY("queue(sales).waiting == 0"), GREETING_STANDARD, false, false },
    { "one that was closed by hand is closed", BOTH_FREE,
      ONLY("queue(sales).waiting == 0"), GREETING_CLOSED, true, false },
    { "what says most is said", TALKING,
      ONLY("queue(sales).free == 0 and not open(office)"), GREETING_CLOSED,
      false, false },
    { "an agent before the box who talks is busy", TALKING,
      AFTER(TO_AGENT, ANN, .entry_id = 0), GREETING_BUSY, false, false },
    { "... who is not there is closed", NOBODY_THERE,
      AFTER(TO_AGENT, ANN, .entry_id = 0), GREETING_CLOSED, false, false },
    { "a queue before the box that is closed is closed", BOTH_FREE,
      AFTER(TO_QUEUE, SALES, .entry_id = 0), GREETING_CLOSED, true, false },
    { "... one that is not used tells nothing", NOBODY_THERE,
      AFTER(TO_AGENT, ANN, .share = 0), GREETING_STANDARD, false, false },
    { "... nor one that the lot passes over", NOBODY_THERE,
      AFTER(TO_AGENT, ANN, .sharing = RULE_SHARES), GREETING_STANDARD, false,
      false },
};

#pragma GCC diagnostic pop

static void lead(struct story *story, const struct greeting_row *row)
{
    const struct command house[] = {
        { COMMAND_SET_PROMPT,
          .as.set_prompt = { .name = { "away" }, .text = { "Away." } } },
        { COMMAND_SET_BOX,
          .as.set_box = { .name = { "box" },
                          .queue_id = SALES,
                          .holiday_id = row->has_no_holiday ? 0 : AWAY,
                          .max_ms = 60000,
                          .max_messages = 10,
                          .pin_tries = 5,
                          .pin_lock_ms = 60000,
                          .keep_days = 30 } },
        CALENDAR("office", "mon-fri 09:00-17:00", ""),
        CALENDAR("always", "", ""),
        CALENDAR("feast", "", "01-01"),
    };
    const struct command close = CLOSE_QUEUE(SALES, 0, 0);
    struct command rule = { .type = COMMAND_SET_RULE };

    rule.as.set_rule = row->rule;
    story_lead(story, house, ARRAY_LEN(house));
    story_lead(story, &rule, 1);
    if (row->closes)
        story_lead(story, &close, 1);
}

static void greets(void **state)
{
    const struct greeting_row *row = *state;
    const struct command calls[] = { ARRIVES(40, "+4201"), CONNECTED };
    const struct event *event;
    struct story story;

    story_begin_in(&story, row->in);
    lead(&story, row);
    story_lead(&story, calls, 1);
    outbox_clear(&story.outbox);
    assert_int_equal(story_give(&story, &calls[1]), 0);
    event = &story.outbox.events[story.outbox.event_count - 1];
    assert_int_equal(event->type, EVENT_VOICEMAIL_ENTERED);
    assert_int_equal(event->as.voicemail_entered.greeting, row->greeting);
    story_end(&story);
}

/* The box's own days go before all that. */
static void own_days_go_first(void **state)
{
    static const struct greeting_row row = { .in = NOBODY_THERE,
                                             .rule = ONLY("not open(office)") };
    const struct command calls[] = { ARRIVES(40, "+4201"), CONNECTED };
    struct command box = { .type = COMMAND_SET_BOX };
    struct story story;

    (void)state;
    story_begin_in(&story, row.in);
    lead(&story, &row);
    memcpy(&box.as.set_box, state_box(core_state(story.core), BOX),
           sizeof(box.as.set_box));
    strcpy(box.as.set_box.holiday_from.text, "2025-12-24");
    strcpy(box.as.set_box.holiday_until.text, "2026-01-06");
    story_lead(&story, &box, 1);
    story_lead(&story, calls, 1);
    outbox_clear(&story.outbox);
    assert_int_equal(story_give(&story, &calls[1]), 0);
    assert_int_equal(story.outbox.events[story.outbox.event_count - 1]
                         .as.voicemail_entered.greeting,
                     GREETING_HOLIDAY);
    story_end(&story);
}

int main(void)
{
    struct test_list list = { 0 };

    TEST_LIST_ADD_ROWS(&list, greets, greeting_rows);
    TEST_LIST_ADD(&list, own_days_go_first);
    return test_list_run(&list);
}
