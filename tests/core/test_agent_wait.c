/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long a contact waits for one agent, whoever sends it there. */

#include "tests/core/caller_in_flow.h"
#include "tests/core/situation.h"
#include "tests/test.h"

/* Bob is logged in, and pauses. */
static const struct sent_row {
    const char *says;
    enum situation situation;
    struct command sends;
} sent_rows[] = {
    { "an agent's transfer",
      TALKING,
      { COMMAND_TRANSFER, .as.transfer = { .agent_id = ANN,
                                           .to = TO_AGENT,
                                           .to_id = BOB,
                                           .agent_wait_ms = 90000 } } },
    { "a supervisor who takes it out of the line",
      WAITING,
      { COMMAND_WITHDRAW_CONTACT,
        .as.withdraw_contact = { .contact_id = 1,
                                 .target = TO_AGENT,
                                 .target_id = BOB,
                                 .agent_wait_ms = 90000 } } },
};

static const struct event *find_event(const struct story *story,
                                      enum event_type type)
{
    for (size_t i = 0; i < story->outbox.event_count; i++)
        if (story->outbox.events[i].type == type)
            return &story->outbox.events[i];
    return NULL;
}

static uint64_t wanted_agent(const struct story *story)
{
    const struct contact_row *contact = contact_of(story, 1);

    return contact && contact->place == PLACE_QUEUE ? contact->wanted_agent_id
                                                    : 0;
}

static void says_how_long(void **state)
{
    const struct sent_row *row = *state;
    static const struct command there = LOG_IN(BOB);
    struct story story;

    story_begin_in(&story, row->situation);
    story_lead(&story, &there, 1);
    assert_int_equal(story_give(&story, &row->sends), 0);
    story_wait(&story, 60 * (int64_t)SECOND_US);
    assert_int_equal(wanted_agent(&story), BOB);
    story_wait(&story, 31 * (int64_t)SECOND_US);
    assert_int_equal(wanted_agent(&story), 0);
    story_end(&story);
}

/* What is said is what is waited; nothing said is half a minute. */
static void a_flow_says_how_long(void **state)
{
    static const struct command there = LOG_IN(ANN);
    static const struct {
        int64_t wait_ms;
        int64_t seen_s; /* then it still waits for her */
        int64_t over_s;
    } rows[] = { { 90000, 60, 91 }, { 0, 29, 31 } };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        const struct flow_node nodes[] = {
            { .name = { "transfer" },
              .type = NODE_TRANSFER,
              .as.transfer_node = { .agent_id = ANN,
                                    .priority = 50,
                                    .agent_wait_ms = rows[i].wait_ms },
              .exits = { [STEP_ERROR] = FLOW_EXIT_NONE } },
        };
        struct story story;

        BEGIN(&story, nodes);
        story_lead(&story, &there, 1);
        answer(&story);
        story_wait(&story, rows[i].seen_s * SECOND_US);
        assert_int_equal(wanted_agent(&story), ANN);
        story_wait(&story, (rows[i].over_s - rows[i].seen_s) * SECOND_US);
        assert_int_equal(wanted_agent(&story), 0);
        story_end(&story);
    }
}

static void who_pulls_says_how_long(void **state)
{
    static const struct command pull = {
        COMMAND_PULL_CONTACT, .as.pull_contact = { .contact_id = 1,
                                                   .agent_id = ANN,
                                                   .agent_wait_ms = 90000 }
    };
    struct story story;
    const struct event *event;

    (void)state;
    story_begin_in(&story, BOB_RINGS_ANN_FREE);
    outbox_clear(&story.outbox);
    assert_int_equal(story_give(&story, &pull), 0);
    event = find_event(&story, EVENT_CONTACT_PULLED);
    assert_non_null(event);
    assert_int_equal(event->as.contact_pulled.due_us,
                     event->at_us + 90 * (int64_t)SECOND_US);
    story_end(&story);
}

static void nobody_is_waited_for_for_hours(void **state)
{
    const struct sent_row *row = *state;
    static const int64_t waits_ms[] = { -1, 3600001 };
    static const struct command there = LOG_IN(BOB);
    struct story story;

    story_begin_in(&story, row->situation);
    story_lead(&story, &there, 1);
    for (size_t i = 0; i < ARRAY_LEN(waits_ms); i++) {
        struct command sends = row->sends;

        if (sends.type == COMMAND_TRANSFER)
            sends.as.transfer.agent_wait_ms = waits_ms[i];
        else
            sends.as.withdraw_contact.agent_wait_ms = waits_ms[i];
        assert_int_equal(story_give(&story, &sends), REFUSED_BAD_AGENT_WAIT);
    }
    story_end(&story);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, says_how_long, sent_rows);
    TEST_LIST_ADD(&list, a_flow_says_how_long);
    TEST_LIST_ADD(&list, who_pulls_says_how_long);
    TEST_LIST_ADD_ROWS(&list, nobody_is_waited_for_for_hours, sent_rows);
    return test_list_run(&list);
}
