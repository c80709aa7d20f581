/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold for mails to those who hear a box. */

#include "core/delivery.h"

#include <string.h>

#include "core/core.h"
#include "core/state_search.h"
#include "tests/core/story.h"
#include "tests/test.h"

enum { POST = 1, OTHER = 2, NUMBER = 1, USER_ANN = 2, USER_BOB = 3 };

/* clang-format off */
#define SAID { COMMAND_RECORDED, .as.recorded = {                              \
                   .recording_id = NUMBER, .length_us = 3 * SECOND_US,         \
                   .bytes = 3, .peaks = { "zz 00" } } }
#define MARK(state) { COMMAND_MARK_MESSAGE, .as.mark_message = { NUMBER, state } }
#define FORWARD(box) { COMMAND_FORWARD_MESSAGE, .as.forward_message = { NUMBER, box, { "" } } }
#define TOLD(result) \
    { COMMAND_DELIVERED, .as.delivered = { SERIAL_OF(EFFECT_DELIVER), result, 250 } }
/* clang-format on */

#define LEAD(story, ...)                                                       \
    story_lead(story, (const struct command[]){ __VA_ARGS__ },                 \
               sizeof((const struct command[]){ __VA_ARGS__ }) /               \
                   sizeof(struct command))

static int set_mail(struct story *story, uint64_t user_id, const char *mail)
{
    struct command set = { .type = COMMAND_SET_USER };

    memcpy(&set.as, state_user(core_state(story->core), user_id),
           sizeof(set.as.set_user));
    memset(&set.as.set_user.mail, 0, sizeof(set.as.set_user.mail));
    strcpy(set.as.set_user.mail.text, mail);
    return story_give(story, &set);
}

/* Both serve SALES, whose box it is, and have an address. */
static const struct command_set_box shared = {
    .name = { "post" },
    .extension = { "700" },
    .queue_id = SALES,
    .mail_members = true,
    .min_ms = 1000,
    .max_ms = 60000,
    .max_messages = 5,
    .keep_days = 90,
    .undo_days = 0,
    .pin_tries = 5,
    .pin_lock_ms = 60000,
};

static void begin(struct story *story, const struct command_set_box *post)
{
    struct command box = { COMMAND_SET_BOX, .as.set_box = *post },
                   other = { COMMAND_SET_BOX, .as.set_box = shared };

    memset(&other.as.set_box.extension, 0, sizeof(other.as.set_box.extension));
    other.as.set_box.name = (struct name){ "other" };
    other.as.set_box.queue_id = HELP; /* Bob's alone */
    story_begin(story);
    assert_int_equal(set_mail(story, USER_ANN, "ann@example.net"), 0);
    assert_int_equal(set_mail(story, USER_BOB, "bob@example.net"), 0);
    LEAD(story, box, other, PHONE_CALLS(9, 2, "700"), CONNECTED,
         PROMPT_ENDS(false),
         { COMMAND_BEEPED,
           .as.beeped = { SERIAL_OF(EFFECT_BEEP), { "object" } } },
         CALLER_HANGS_UP(1));
}

static void give(struct story *story, const struct command *command,
                 const char *expected)
{
    static char text[STORY_TEXT_SIZE];

    outbox_clear(&story->outbox);
    assert_int_equal(story_give(story, command), 0);
    story_summary(&story->outbox, text);
    assert_string_equal(text, expected);
}

#define GIVE(story, expected, ...)                                             \
    give(story, &(const struct command)__VA_ARGS__, expected)

static const struct delivery_row *row_at(const struct story *story, size_t n)
{
    return state_row_at(core_state(story->core), ROW_DELIVERY, n);
}

static size_t rows(const struct story *story)
{
    return state_row_count(core_state(story->core), ROW_DELIVERY);
}

/* One after the other, each by a number of their own. */
static void everyone_gets_one(void **state)
{
    (void)state;
    struct story story;

    begin(&story, &shared);
    GIVE(&story, "recording_ended message_left delivery_tried +deliver", SAID);
    assert_int_equal(rows(&story), 1);
    assert_int_equal(row_at(&story, 0)->agent_id, ANN);

    uint64_t number = row_at(&story, 0)->delivery_id;

    GIVE(&story, "delivery_ended delivery_tried +deliver", TOLD(DELIVERY_SENT));
    assert_int_equal(row_at(&story, 0)->agent_id, BOB);
    assert_int_equal(row_at(&story, 0)->delivery_id, number + 1);
    GIVE(&story, "delivery_ended", TOLD(DELIVERY_SENT));
    assert_int_equal(rows(&story), 0);
    story_end(&story);
}

/* The next one begins with the first attempt's end, and only then. */
static void nobody_is_held_up(void **state)
{
    (void)state;
    struct story story;

    begin(&story, &shared);
    LEAD(&story, SAID);
    GIVE(&story, "delivery_postponed delivery_tried +deliver",
         TOLD(DELIVERY_NOT_NOW));
    assert_int_equal(rows(&story), 2);
    GIVE(&story, "delivery_ended", TOLD(DELIVERY_SENT));
    story_wait(&story, 61 * SECOND_US);
    assert_int_equal(row_at(&story, 0)->attempt, 2);
    GIVE(&story, "delivery_ended", TOLD(DELIVERY_SENT));
    assert_int_equal(rows(&story), 0);
    story_end(&story);

    /* silence is an end, too */
    begin(&story, &shared);
    LEAD(&story, SAID);
    story_wait(&story, INT64_C(3600) * SECOND_US);
    assert_int_equal(rows(&story), 2);
    story_end(&story);
}

static void in_turn_one_gets_it(void **state)
{
    (void)state;
    struct story story;
    struct command_set_box in_turn = shared, own = shared;

    in_turn.rule = BOX_RULE_ROUND_ROBIN;
    begin(&story, &in_turn);
    LEAD(&story, SAID);
    assert_int_equal(row_at(&story, 0)->agent_id, ANN);
    GIVE(&story, "delivery_ended", TOLD(DELIVERY_SENT));
    story_end(&story);

    own.queue_id = 0;
    own.agent_id = BOB;
    begin(&story, &own);
    LEAD(&story, SAID);
    assert_int_equal(row_at(&story, 0)->agent_id, BOB);
    GIVE(&story, "delivery_ended", TOLD(DELIVERY_SENT));
    story_end(&story);
}

static void only_with_an_address(void **state)
{
    (void)state;
    struct story story;
    struct command_set_box silent = shared;

    silent.mail_members = false;
    begin(&story, &silent);
    GIVE(&story, "recording_ended message_left", SAID);
    story_end(&story);

    begin(&story, &shared);
    assert_int_equal(set_mail(&story, USER_ANN, ""), 0);
    LEAD(&story, SAID);
    assert_int_equal(row_at(&story, 0)->agent_id, BOB);
    GIVE(&story, "delivery_ended", TOLD(DELIVERY_SENT));
    story_end(&story);

    /* taken away before the next attempt: there is none */
    begin(&story, &shared);
    LEAD(&story, SAID, TOLD(DELIVERY_NOT_NOW), TOLD(DELIVERY_SENT));
    assert_int_equal(set_mail(&story, USER_ANN, ""), 0);
    story_wait(&story, 61 * SECOND_US);
    assert_int_equal(rows(&story), 0);
    story_end(&story);
}

/* What waits for those of the former box goes; those of the other one get it,
   and an answer of before is nobody's. */
static void forwarded_is_for_others(void **state)
{
    (void)state;
    struct story story;

    begin(&story, &shared);
    LEAD(&story, SAID, TOLD(DELIVERY_NOT_NOW));
    assert_int_equal(rows(&story), 2);
    GIVE(&story, "message_forwarded delivery_tried +deliver", FORWARD(OTHER));
    assert_int_equal(rows(&story), 1);
    assert_int_equal(row_at(&story, 0)->agent_id, BOB);
    GIVE(&story, "delivery_ended", TOLD(DELIVERY_SENT));
    story_end(&story);
}

static void gone_is_for_nobody(void **state)
{
    (void)state;
    struct story story;

    begin(&story, &shared);
    LEAD(&story, SAID, TOLD(DELIVERY_NOT_NOW), MARK(MESSAGE_DELETED));
    story_wait(&story, SECOND_US);
    assert_null(state_message(core_state(story.core), NUMBER));
    assert_int_equal(rows(&story), 0);
    assert_null(state_broken_claim(core_state(story.core), &(uint64_t){ 0 },
                                   &(uint64_t){ 0 }));
    story_end(&story);
}

static struct command give_to(uint64_t agent_id, uint64_t by)
{
    return (struct command){ COMMAND_ASSIGN_MESSAGE, .by = by,
                             .as.assign_message = { NUMBER, agent_id } };
}

/* Somebody else is told: of this box both have heard already, so that nobody
   else follows. */
static void given_it_one_is_told(void **state)
{
    (void)state;
    struct story story;
    struct command to_ann = give_to(ANN, ROOT), to_bob = give_to(BOB, ROOT),
                   to_nobody = give_to(0, ROOT);

    begin(&story, &shared);
    LEAD(&story, SAID, TOLD(DELIVERY_SENT), TOLD(DELIVERY_SENT));
    give(&story, &to_ann, "message_assigned delivery_tried +deliver");
    assert_int_equal(row_at(&story, 0)->agent_id, ANN);
    assert_true(row_at(&story, 0)->assigned);
    GIVE(&story, "delivery_ended", TOLD(DELIVERY_SENT));

    /* taken away before it could be told: that is news for nobody */
    give(&story, &to_bob, "message_assigned delivery_tried +deliver");
    GIVE(&story, "delivery_postponed", TOLD(DELIVERY_NOT_NOW));
    give(&story, &to_nobody, "message_assigned");
    story_wait(&story, 61 * SECOND_US);
    assert_int_equal(rows(&story), 0);
    story_end(&story);
}

/* Given to and fro while the mail server does not answer, each is told once. */
static void given_again_it_is_no_other_mail(void **state)
{
    (void)state;
    struct story story;
    struct command to_ann = give_to(ANN, ROOT), to_bob = give_to(BOB, ROOT),
                   to_nobody = give_to(0, ROOT);

    begin(&story, &shared);
    LEAD(&story, SAID, TOLD(DELIVERY_SENT), TOLD(DELIVERY_SENT));
    give(&story, &to_ann, "message_assigned delivery_tried +deliver");
    GIVE(&story, "delivery_postponed", TOLD(DELIVERY_NOT_NOW));
    give(&story, &to_nobody, "message_assigned");
    give(&story, &to_ann, "message_assigned");
    give(&story, &to_bob, "message_assigned delivery_tried +deliver");
    give(&story, &to_ann, "message_assigned");
    assert_int_equal(rows(&story), 2);

    /* ... and is told in the end */
    GIVE(&story, "delivery_postponed", TOLD(DELIVERY_NOT_NOW));
    story_wait(&story, 61 * SECOND_US);
    assert_int_equal(rows(&story), 1);
    assert_int_equal(row_at(&story, 0)->agent_id, ANN);
    assert_int_equal(row_at(&story, 0)->attempt, 2);
    story_end(&story);
}

/* Whose box it is not hears this one message; who takes it knows; and a box
   that tells nobody by mail does not here. */
static void given_it_by_the_boxs_rule(void **state)
{
    (void)state;
    struct story story;
    struct command_set_box own = shared, silent = shared;
    struct command to_ann = give_to(ANN, ROOT), to_bob = give_to(BOB, USER_BOB);

    own.queue_id = 0;
    own.agent_id = BOB;
    begin(&story, &own);
    LEAD(&story, SAID, TOLD(DELIVERY_SENT));
    give(&story, &to_ann, "message_assigned delivery_tried +deliver");
    GIVE(&story, "delivery_ended", TOLD(DELIVERY_SENT));
    give(&story, &to_bob, "message_assigned");
    story_end(&story);

    silent.mail_members = false;
    begin(&story, &silent);
    LEAD(&story, SAID);
    give(&story, &to_ann, "message_assigned");
    story_end(&story);
}

static void expect_cares(const struct story *story, uint64_t agent_id,
                         int64_t count, int64_t new_elsewhere)
{
    struct cares cares = state_cares(core_state(story->core), agent_id);

    assert_int_equal(cares.count, count);
    assert_int_equal(cares.new_elsewhere, new_elsewhere);
}

/* ... until it is done, deleted, given to somebody else or gone. */
static void what_one_cares_for_is_counted(void **state)
{
    (void)state;
    struct story story;
    struct command_set_box own = shared;
    struct command to_ann = give_to(ANN, ROOT), to_bob = give_to(BOB, ROOT);

    own.queue_id = 0;
    own.agent_id = BOB;
    begin(&story, &own);
    LEAD(&story, SAID, TOLD(DELIVERY_SENT));
    expect_cares(&story, ANN, 0, 0);
    LEAD(&story, to_ann);
    expect_cares(&story, ANN, 1, 1);
    LEAD(&story, MARK(MESSAGE_HEARD));
    expect_cares(&story, ANN, 1, 0);
    LEAD(&story, MARK(MESSAGE_DONE));
    expect_cares(&story, ANN, 0, 0);
    LEAD(&story, MARK(MESSAGE_NEW), to_bob);
    expect_cares(&story, ANN, 0, 0);
    expect_cares(&story, BOB, 1, 0); /* among those of the own box */
    LEAD(&story, MARK(MESSAGE_DELETED));
    expect_cares(&story, BOB, 0, 0);
    story_wait(&story, SECOND_US);
    assert_null(state_message(core_state(story.core), NUMBER));
    expect_cares(&story, BOB, 0, 0);
    story_end(&story);
}

static void addresses_are_checked(void **state)
{
    (void)state;
    static const char *const bad[] = { "ana",           "a@b@c",   "<a@b.cz>",
                                       "a@b.cz b@b.cz", "-x@b.cz", " a@b.cz" };
    struct story story;

    story_begin(&story);
    for (size_t i = 0; i < ARRAY_LEN(bad); i++)
        assert_int_equal(set_mail(&story, USER_ANN, bad[i]),
                         REFUSED_BAD_ADDRESS);
    assert_int_equal(set_mail(&story, USER_ANN, "a.b+c@example.net"), 0);
    story_end(&story);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, everyone_gets_one);
    TEST_LIST_ADD(&list, nobody_is_held_up);
    TEST_LIST_ADD(&list, in_turn_one_gets_it);
    TEST_LIST_ADD(&list, only_with_an_address);
    TEST_LIST_ADD(&list, forwarded_is_for_others);
    TEST_LIST_ADD(&list, gone_is_for_nobody);
    TEST_LIST_ADD(&list, given_it_one_is_told);
    TEST_LIST_ADD(&list, given_again_it_is_no_other_mail);
    TEST_LIST_ADD(&list, given_it_by_the_boxs_rule);
    TEST_LIST_ADD(&list, what_one_cares_for_is_counted);
    TEST_LIST_ADD(&list, addresses_are_checked);
    return test_list_run(&list);
}
