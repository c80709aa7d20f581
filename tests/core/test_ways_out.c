/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each cause that keeps callers out of a queue, or takes them out of it, with
   each place that they can go to. */

#include <string.h>

#include "tests/core/callback_house.h"
#include "tests/test.h"

enum { PROMPT = 1, BOX = 1, STEPS = 4 };

/* Bob is free, and serves HELP only: for SALES there is nobody. */
static const struct command house[] = {
    { COMMAND_SET_PROMPT, .as.set_prompt = { .name = { "sorry" } } },
    { COMMAND_SET_BOX, .as.set_box = { .name = { "box" },
                                       .agent_id = BOB,
                                       .min_ms = 1000,
                                       .max_ms = 60000,
                                       .silence_ms = 6000,
                                       .max_messages = 10,
                                       .keep_days = 90,
                                       .undo_days = 30,
                                       .pin_tries = 5,
                                       .pin_lock_ms = 60000 } },
    UNASSIGN(BOB, SALES),
    LOG_IN(BOB),
    AVAILABLE(BOB),
};

/* The last steps are those of the caller whom the rule is for. */
static const struct cause_row {
    const char *says;
    enum rule_cause cause;
    enum rule_moment moment;
    struct command before[STEPS];
    struct command after[STEPS]; /* the rule is there */
    uint64_t contact_id;
} causes[] = {
    { "full", RULE_FULL, RULE_ON_JOINING, { JOIN(1) }, { JOIN(2) }, 2 },
    { "nobody logged in",
      RULE_NOBODY_LOGGED_IN,
      RULE_ON_JOINING,
      { { 0 } },
      { JOIN(1) },
      1 },
    { "nobody ready",
      RULE_NOBODY_READY,
      RULE_ON_JOINING,
      { LOG_IN(ANN) },
      { JOIN(1) },
      1 },
    { "nobody works",
      RULE_NOBODY_WORKS,
      RULE_ON_JOINING,
      { LOG_IN(ANN) },
      { JOIN(1) },
      1 },
    { "too few logged in",
      RULE_FEW_LOGGED_IN,
      RULE_ON_JOINING,
      { LOG_IN(ANN) },
      { JOIN(1) },
      1 },
    { "too few ready",
      RULE_FEW_READY,
      RULE_ON_JOINING,
      { LOG_IN(ANN), AVAILABLE(ANN) },
      { JOIN(1) },
      1 },
    { "a long estimate",
      RULE_ESTIMATE,
      RULE_ON_JOINING,
      { JOIN(1) },
      { JOIN(2) },
      2 },
    { "closed",
      RULE_CLOSED,
      RULE_ON_JOINING,
      { { 0 } },
      { CLOSE_QUEUE(SALES, 0, 0), JOIN(1) },
      1 },
    { "waited",
      RULE_WAITED,
      RULE_WHILE_WAITING,
      { { 0 } },
      { JOIN(1), WAIT(120) },
      1 },
    { "key",
      RULE_KEY,
      RULE_WHILE_WAITING,
      { { 0 } },
      { JOIN(1), PRESS(1, "1") },
      1 },
};

static const struct target_row {
    enum destination to;
    uint64_t id;
    const char *number;
    enum contact_place place;
} targets[] = {
    { TO_QUEUE, HELP, "", PLACE_QUEUE },
    { TO_AGENT, BOB, "", PLACE_QUEUE },
    { TO_FLOW, MAIN, "", PLACE_IVR },
    { TO_VOICEMAIL, BOX, "", PLACE_VOICEMAIL },
    { TO_ANNOUNCEMENT, PROMPT, "", PLACE_IVR },
    { TO_NUMBER, 0, "+420555", PLACE_TRANSFER },
    { TO_CALLBACK, 0, "", PLACE_IVR },
    { TO_HANG_UP, 0, "", PLACE_ENDED },
};

static size_t count_of(const struct command steps[STEPS])
{
    size_t count = 0;

    while (count < STEPS && steps[count].type)
        count++;
    return count;
}

static void begin(struct story *story, const struct cause_row *row)
{
    struct command queue;

    story_begin(story);
    story_lead(story, house, ARRAY_LEN(house));
    queue = story_queue(story, SALES);
    queue.as.set_queue.max_waiting = 1;
    queue.as.set_queue.max_wait_ms = 120000;
    story_lead(story, &queue, 1);
    callback_house_set(story, SALES, &callback_house_settings);
    if (count_of(row->before))
        callback_house_lead(story, row->before, count_of(row->before));
}

static void add_rule(struct story *story, const struct cause_row *row,
                     const struct target_row *target)
{
    struct command rule = { COMMAND_SET_QUEUE_RULE,
                            .as.set_queue_rule = { .name = { "r" },
                                                   .queue_id = SALES,
                                                   .cause = row->cause,
                                                   .moment = row->moment,
                                                   .target = target->to,
                                                   .target_id = target->id } };

    memcpy(rule.as.set_queue_rule.number.text, target->number,
           strlen(target->number));
    if (row->cause == RULE_FEW_LOGGED_IN || row->cause == RULE_FEW_READY)
        rule.as.set_queue_rule.agents = 2;
    if (row->cause == RULE_ESTIMATE)
        rule.as.set_queue_rule.estimate_ms = 1000;
    if (row->cause == RULE_KEY)
        rule.as.set_queue_rule.key = (struct digits){ "1" };
    story_lead(story, &rule, 1);
}

static void expect(const struct story *story, const struct cause_row *row,
                   const struct target_row *target)
{
    const struct contact_row *contact = contact_of(story, row->contact_id);

    assert_non_null(contact);
    if (target->to == TO_CALLBACK) { /* in the line as before, or not yet */
        assert_int_equal(contact->callback_queue_id, SALES);
        return;
    }
    if (contact->place != target->place)
        fail_msg("%s, to %s: it is at %s", row->says,
                 word_spell(&word_list_destination, (int)target->to),
                 word_spell(&word_list_contact_place, (int)contact->place));
    if (target->to == TO_QUEUE || target->to == TO_AGENT)
        assert_int_equal(contact->queue_id, HELP);
    if (target->to == TO_AGENT)
        assert_int_equal(contact->wanted_agent_id, BOB);
    if (target->to == TO_FLOW)
        assert_int_equal(contact->flow_id, MAIN);
    if (target->to == TO_VOICEMAIL)
        assert_int_equal(contact->box_id, BOX);
    assert_int_equal(contact->takes_leave, target->to == TO_ANNOUNCEMENT);
}

static void leads_everywhere(void **state)
{
    const struct cause_row *row = *state;

    for (size_t i = 0; i < ARRAY_LEN(targets); i++) {
        struct story story;

        begin(&story, row);
        add_rule(&story, row, &targets[i]);
        callback_house_lead(&story, row->after, count_of(row->after));
        expect(&story, row, &targets[i]);
        story_end(&story);
    }
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, leads_everywhere, causes);
    return test_list_run(&list);
}
