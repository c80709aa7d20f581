/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold for messages that are sent on. */

#include "core/delivery.h"

#include <string.h>

#include "core/core.h"
#include "tests/core/story.h"
#include "tests/test.h"

enum { POST = 1, OTHER = 2, NUMBER = 1 };

/* clang-format off */
#define BOX(...)                                                               \
    { COMMAND_SET_BOX,                                                         \
      .as.set_box = { .min_ms = 1000, .max_ms = 60000, .max_messages = 5,      \
                      .keep_days = 90, .undo_days = 30, .pin_tries = 5,        \
                      .pin_lock_ms = 60000, __VA_ARGS__ } }
#define SAID { COMMAND_RECORDED, .as.recorded = {                              \
                   .recording_id = NUMBER, .length_us = 3 * SECOND_US,         \
                   .bytes = 3, .peaks = { "zz 00" } } }
#define MARK(state) { COMMAND_MARK_MESSAGE, .as.mark_message = { NUMBER, state } }
#define TOLD(result, code) \
    { COMMAND_DELIVERED, .as.delivered = { SERIAL_OF(EFFECT_DELIVER), result, code } }
/* clang-format on */

static const int64_t DAY = INT64_C(86400) * SECOND_US;

#define LEAD(story, ...)                                                       \
    story_lead(story, (const struct command[]){ __VA_ARGS__ },                 \
               sizeof((const struct command[]){ __VA_ARGS__ }) /               \
                   sizeof(struct command))

/* A caller speaks in a box that sends on as it is told. */
static void begin(struct story *story, const char *mail_to, const char *hook)
{
    struct command box = BOX(.name = { "post" }, .extension = { "700" });

    story_begin(story);
    strcpy(box.as.set_box.mail_to.text, mail_to);
    strcpy(box.as.set_box.webhook.text, hook);
    LEAD(story, box, BOX(.name = { "other" }, .webhook = { "https://b" }),
         PHONE_CALLS(9, 2, "700"), CONNECTED, PROMPT_ENDS(false),
         { COMMAND_BEEPED,
           .as.beeped = { SERIAL_OF(EFFECT_BEEP), { "object" } } },
         CALLER_HANGS_UP(1));
}

static void leave(struct story *story)
{
    begin(story, "ana@example.net", "");
    LEAD(story, SAID);
}

static void give(struct story *story, const struct command *command, int rc,
                 const char *expected)
{
    static char text[STORY_TEXT_SIZE];

    outbox_clear(&story->outbox);
    assert_int_equal(story_give(story, command), rc);
    story_summary(&story->outbox, text);
    assert_string_equal(text, expected);
}

#define GIVE(story, expected, ...)                                             \
    give(story, &(const struct command)__VA_ARGS__, 0, expected)

static const struct delivery_row *row_of(const struct story *story, int way)
{
    return state_delivery(core_state(story->core),
                          delivery_id_of(NUMBER, 0, (enum delivery_way)way));
}

static void each_way_is_asked_for(void **state)
{
    (void)state;
    struct story story;

    begin(&story, "ana@example.net", "https://example.net/in");
    GIVE(&story,
         "recording_ended message_left delivery_tried delivery_tried "
         "+deliver +deliver",
         SAID);
    assert_int_equal(story.outbox.effects[0].recording_id, NUMBER);
    assert_int_equal(story.outbox.effects[0].code, DELIVERY_BY_MAIL);
    assert_int_equal(story.outbox.effects[1].code, DELIVERY_BY_WEBHOOK);
    story_end(&story);
}

static void box_that_wants_nothing_sends_nothing(void **state)
{
    (void)state;
    struct story story;

    begin(&story, "", "");
    GIVE(&story, "recording_ended message_left", SAID);
    story_end(&story);
}

struct end_row {
    const char *says;
    struct command told;
    const char *expected;
    bool is_over;
    int64_t unsent; /* so many are an alarm */
};

static const struct end_row end_rows[] = {
    { "sent is sent", TOLD(DELIVERY_SENT, 250), "delivery_ended", true, 0 },
    { "refused is not tried again, and an alarm", TOLD(DELIVERY_REFUSED, 550),
      "delivery_ended", true, 1 },
    { "nor is what may not be reached", TOLD(DELIVERY_FORBIDDEN, 0),
      "delivery_ended", true, 1 },
    { "what fails for now waits, and is no alarm", TOLD(DELIVERY_NOT_NOW, 451),
      "delivery_postponed", false, 0 },
};

/* For a day. */
static void check_alarm(const struct story *story, int64_t unsent)
{
    const struct system_row *system = state_system(core_state(story->core));

    assert_int_equal(system->unsent, unsent);
    assert_int_equal(system->unsent_until_us, unsent ? story->now_us + DAY : 0);
}

static void ends(void **state)
{
    const struct end_row *row = *state;
    struct story story;

    leave(&story);
    give(&story, &row->told, 0, row->expected);
    assert_int_equal(!row_of(&story, DELIVERY_BY_MAIL), row->is_over);
    check_alarm(&story, row->unsent);
    story_end(&story);
}

/* 1, 5, 15 min, 1, 4, 12 h, 1 day; and then no more. */
static void rests_grow_and_end(void **state)
{
    static const int64_t rests_s[] = {
        60, 300, 900, 3600, 14400, 43200, 86400
    };
    (void)state;
    struct story story;

    leave(&story);
    for (size_t i = 0; i < ARRAY_LEN(rests_s); i++) {
        GIVE(&story, "delivery_postponed", TOLD(DELIVERY_NOT_NOW, 0));
        story_wait(&story, rests_s[i] * SECOND_US - 1);
        assert_int_equal(row_of(&story, DELIVERY_BY_MAIL)->asked, 0);
        story_wait(&story, 1);
        assert_int_not_equal(row_of(&story, DELIVERY_BY_MAIL)->asked, 0);
        assert_int_equal(row_of(&story, DELIVERY_BY_MAIL)->attempt, i + 2);
    }
    check_alarm(&story, 0);
    GIVE(&story, "delivery_ended", TOLD(DELIVERY_NOT_NOW, 0));
    assert_null(row_of(&story, DELIVERY_BY_MAIL));
    check_alarm(&story, 1);
    story_end(&story);
}

static void silence_is_a_failure(void **state)
{
    (void)state;
    struct story story;

    leave(&story);
    story_wait(&story, 300 * SECOND_US);
    assert_int_equal(row_of(&story, DELIVERY_BY_MAIL)->asked, 0);
    give(&story,
         &(const struct command){ COMMAND_DELIVERED,
                                  .as.delivered = { 3, DELIVERY_SENT, 250 } },
         REFUSED_NOT_ASKED, "");
    story_end(&story);
}

static void deleted_one_is_not_tried_again(void **state)
{
    (void)state;
    struct story story;

    leave(&story);
    LEAD(&story, TOLD(DELIVERY_NOT_NOW, 0), MARK(MESSAGE_DELETED));
    story_wait(&story, 60 * SECOND_US);
    assert_null(row_of(&story, DELIVERY_BY_MAIL));
    check_alarm(&story, 0); /* nobody wants it any more */
    story_end(&story);
}

static void gone_one_is_sent_no_more(void **state)
{
    (void)state;
    struct story story;

    leave(&story);
    LEAD(&story, MARK(MESSAGE_DELETED));
    story_wait(&story, 30 * DAY);
    assert_null(row_of(&story, DELIVERY_BY_MAIL));
    assert_null(state_message(core_state(story.core), NUMBER));
    story_end(&story);
}

static void forwarded_one_is_sent_on_there(void **state)
{
    (void)state;
    struct story story;

    leave(&story);
    GIVE(&story, "message_forwarded delivery_tried +deliver",
         { COMMAND_FORWARD_MESSAGE,
           .as.forward_message = { NUMBER, OTHER, { "" } } });

    /* by another number: whoever drops what came before takes it */
    assert_null(row_of(&story, DELIVERY_BY_MAIL));
    assert_null(row_of(&story, DELIVERY_BY_WEBHOOK));
    assert_non_null(
        state_delivery(core_state(story.core),
                       delivery_id_of(NUMBER, 1, DELIVERY_BY_WEBHOOK)));
    GIVE(&story, "message_forwarded delivery_tried +deliver",
         { COMMAND_FORWARD_MESSAGE,
           .as.forward_message = { NUMBER, POST, { "" } } });
    assert_non_null(state_delivery(
        core_state(story.core), delivery_id_of(NUMBER, 2, DELIVERY_BY_MAIL)));
    story_end(&story);
}

/* What strangers and people write. */

struct text_row {
    const char *says;
    const char *mail_to, *webhook;
    int rc;
};

static const struct text_row text_rows[] = {
    { "two addresses", " a@b.cz  c.d+e@example.net ", "", 0 },
    { "none", "", "", 0 },
    { "without a domain", "ana", "", REFUSED_BAD_MAIL },
    { "with nothing before it", "@b.cz", "", REFUSED_BAD_MAIL },
    { "with nothing behind it", "ana@", "", REFUSED_BAD_MAIL },
    { "with two at signs", "a@b@c", "", REFUSED_BAD_MAIL },
    { "with angle brackets", "<a@b.cz>", "", REFUSED_BAD_MAIL },
    { "as an option", "-oQ/tmp@b.cz", "", REFUSED_BAD_MAIL },
    { "eleven", "a@b a@b a@b a@b a@b a@b a@b a@b a@b a@b a@b", "",
      REFUSED_BAD_MAIL },
    { "a webhook", "", "https://example.net:8443/in?a=b", 0 },
    { "a webhook of another sort", "", "file:///etc/passwd",
      REFUSED_BAD_WEBHOOK },
    { "a webhook with a password", "", "https://me:it@example.net/",
      REFUSED_BAD_WEBHOOK },
    { "a webhook with a blank", "", "https://example.net/a b",
      REFUSED_BAD_WEBHOOK },
    { "a webhook without a host", "", "https:///in", REFUSED_BAD_WEBHOOK },
};

static void is_checked(void **state)
{
    const struct text_row *row = *state;
    struct story story;
    struct command box = BOX(.name = { "post" });

    story_begin(&story);
    strcpy(box.as.set_box.mail_to.text, row->mail_to);
    strcpy(box.as.set_box.webhook.text, row->webhook);
    assert_int_equal(story_give(&story, &box), row->rc);
    story_end(&story);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, each_way_is_asked_for);
    TEST_LIST_ADD(&list, box_that_wants_nothing_sends_nothing);
    TEST_LIST_ADD_ROWS(&list, ends, end_rows);
    TEST_LIST_ADD(&list, rests_grow_and_end);
    TEST_LIST_ADD(&list, silence_is_a_failure);
    TEST_LIST_ADD(&list, deleted_one_is_not_tried_again);
    TEST_LIST_ADD(&list, gone_one_is_sent_no_more);
    TEST_LIST_ADD(&list, forwarded_one_is_sent_on_there);
    TEST_LIST_ADD_ROWS(&list, is_checked, text_rows);
    return test_list_run(&list);
}
