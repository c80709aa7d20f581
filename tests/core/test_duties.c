/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who serves what for a time, and many at once; and those who are pulled. */

#include "core/core.h"

#include <stdio.h>
#include <string.h>

#include "core/state_search.h"
#include "tests/core/situation.h"
#include "tests/test.h"

static const struct state *state_of(const struct story *story)
{
    return core_state(story->core);
}

/* "1:1=2 2:1=1" who serves which queue, with which priority; "*" for a team. */
static void duties(const struct story *story, char ret_text[256])
{
    const struct state *state = state_of(story);
    size_t length = 0;

    ret_text[0] = '\0';
    for (size_t i = 0; i < state_row_count(state, ROW_ASSIGNMENT); i++) {
        const struct assignment_row *a = state_row_at(state, ROW_ASSIGNMENT, i);

        length +=
            (size_t)snprintf(ret_text + length, 256 - length, "%s%d:%d=%d%s",
                             i ? " " : "", (int)a->agent_id, (int)a->queue_id,
                             (int)a->priority, a->by_team ? "*" : "");
        assert_true(length < 256);
    }
}

static void expect(const struct story *story, const char *wanted)
{
    char text[256];

    duties(story, text);
    assert_string_equal(text, wanted);
}

static void give(struct story *story, struct command command)
{
    assert_int_equal(story_give(story, &command), 0);
}

#define GIVE(story, ...) give((story), (struct command)__VA_ARGS__)

/* The house as it is: Ann and Bob serve SALES, he after her, and HELP. */
static const char HOUSE[] = "1:1=1 2:1=2 2:2=1";

static int64_t in_a_minute(const struct story *story)
{
    return state_wall_us(state_of(story), story->now_us) + 60 * SECOND_US;
}

static void ends_by_itself(void **state)
{
    (void)state;
    struct story story;

    story_begin_in(&story, NOBODY_THERE);
    GIVE(&story, ASSIGN_UNTIL(ANN, HELP, 7, in_a_minute(&story)));
    expect(&story, "1:1=1 1:2=7 2:1=2 2:2=1");
    story_wait(&story, 60 * SECOND_US - 1);
    expect(&story, "1:1=1 1:2=7 2:1=2 2:2=1");
    story_wait(&story, 1);
    expect(&story, HOUSE);
    story_end(&story);
}

static void gives_back_what_was(void **state)
{
    (void)state;
    struct story story;

    story_begin_in(&story, NOBODY_THERE);
    GIVE(&story, ASSIGN_UNTIL(BOB, SALES, 9, in_a_minute(&story)));
    story_wait(&story, 30 * SECOND_US);
    GIVE(&story, ASSIGN_UNTIL(BOB, SALES, 8, in_a_minute(&story)));
    expect(&story, "1:1=1 2:1=8 2:2=1");
    story_wait(&story, 30 * SECOND_US);
    expect(&story, "1:1=1 2:1=8 2:2=1");
    story_wait(&story, 30 * SECOND_US);
    expect(&story, HOUSE);
    story_end(&story);
}

static void is_for_good_when_said_so(void **state)
{
    (void)state;
    struct story story;

    story_begin_in(&story, NOBODY_THERE);
    GIVE(&story, ASSIGN_UNTIL(BOB, SALES, 9, in_a_minute(&story)));
    GIVE(&story, ASSIGN(BOB, SALES, 9));
    story_wait(&story, 3600 * (int64_t)SECOND_US);
    expect(&story, "1:1=1 2:1=9 2:2=1");
    story_end(&story);
}

static void is_over_when_it_is_taken_away(void **state)
{
    (void)state;
    struct story story;

    story_begin_in(&story, NOBODY_THERE);
    GIVE(&story, ASSIGN_UNTIL(BOB, SALES, 9, in_a_minute(&story)));
    GIVE(&story, UNASSIGN(BOB, SALES));
    story_wait(&story, 3600 * (int64_t)SECOND_US);
    expect(&story, "1:1=1 2:2=1");
    story_end(&story);
}

static void give_agent_a_team(struct story *story, uint64_t agent_id)
{
    struct command set = { .type = COMMAND_SET_AGENT };

    memcpy(&set.as.set_agent, state_agent(state_of(story), agent_id),
           sizeof(set.as.set_agent));
    set.as.set_agent.team_id = 1;
    give(story, set);
}

static void goes_back_to_the_team(void **state)
{
    (void)state;
    struct story story;

    story_begin_in(&story, NOBODY_THERE);
    GIVE(&story, TEAM("north"));
    give_agent_a_team(&story, ANN);
    GIVE(&story, ASSIGN_TEAM(1, HELP, 5, 0));
    expect(&story, "1:1=1 1:2=5* 2:1=2 2:2=1");
    GIVE(&story, ASSIGN_UNTIL(ANN, HELP, 1, in_a_minute(&story)));
    expect(&story, "1:1=1 1:2=1 2:1=2 2:2=1");
    story_wait(&story, 60 * SECOND_US);
    expect(&story, "1:1=1 1:2=5* 2:1=2 2:2=1");
    story_end(&story);
}

static void goes_by_the_wall_clock(void **state)
{
    (void)state;
    struct story story;

    story_begin_in(&story, NOBODY_THERE);
    int64_t until_us = in_a_minute(&story);

    GIVE(&story, ASSIGN_UNTIL(ANN, HELP, 7, until_us));
    GIVE(&story, SET_CLOCK(until_us - 10 * SECOND_US));
    story_wait(&story, 9 * SECOND_US);
    expect(&story, "1:1=1 1:2=7 2:1=2 2:2=1");
    story_wait(&story, SECOND_US);
    expect(&story, HOUSE);
    story_end(&story);
}

static void outlives_a_restart(void **state)
{
    (void)state;
    struct story story;

    story_begin_in(&story, NOBODY_THERE);
    GIVE(&story, ASSIGN_UNTIL(BOB, SALES, 9, in_a_minute(&story)));
    assert_int_equal(core_adopt(story.core, copy_of_state(state_of(&story))),
                     0);
    story_wait(&story, 60 * SECOND_US);
    expect(&story, HOUSE);
    story_end(&story);
}

/* What a change leaves out. */

enum { LEFT_OUT = FIELD_AS_IT_IS };

/* How Bob serves SALES, with the end as what is left until then. */
static void expect_bob(const struct story *story, int64_t priority,
                       int64_t delay_s, int64_t left_s)
{
    const struct state *state = state_of(story);
    const struct assignment_row *a = NULL;

    for (size_t i = 0; i < state_row_count(state, ROW_ASSIGNMENT); i++) {
        const struct assignment_row *row =
            state_row_at(state, ROW_ASSIGNMENT, i);

        if (row->agent_id == BOB && row->queue_id == SALES)
            a = row;
    }
    assert_non_null(a);
    assert_int_equal(a->priority, priority);
    assert_int_equal(a->delay_us, delay_s * SECOND_US);
    assert_int_equal(
        a->until_us ? a->until_us - state_wall_us(state, story->now_us) : 0,
        left_s * SECOND_US);
}

static const struct left_out_row {
    const char *says;
    int64_t priority, delay_ms, left_s; /* asked for: LEFT_OUT, or the value */
    int64_t is_priority, is_delay_s, is_left_s; /* of 9, 20 s and 60 s */
} left_out_rows[] = {
    { "the delay and the end stay under a new priority", 3, LEFT_OUT, LEFT_OUT,
      3, 20, 60 },
    { "priority and end stay under a new delay", LEFT_OUT, 5000, LEFT_OUT, 9, 5,
      60 },
    { "priority and delay stay until another moment", LEFT_OUT, LEFT_OUT, 90, 9,
      20, 90 },
    { "0 takes the delay away", LEFT_OUT, 0, LEFT_OUT, 9, 0, 60 },
    { "0 takes the end away", LEFT_OUT, LEFT_OUT, 0, 9, 20, 0 },
    { "all is taken as it is given", 4, 1000, 30, 4, 1, 30 },
};

static void give_bob(struct story *story, const struct left_out_row *row,
                     bool is_of_many)
{
    int64_t until_us = row->left_s > 0
                           ? state_wall_us(state_of(story), story->now_us) +
                                 row->left_s * SECOND_US
                           : row->left_s;

    if (is_of_many)
        GIVE(
            story,
            { COMMAND_ASSIGN_MANY,
              .as.assign_many = {
                  { "2" }, { "1" }, row->priority, row->delay_ms, until_us } });
    else
        GIVE(story,
             { COMMAND_ASSIGN, .as.assign = { BOB, SALES, row->priority,
                                              row->delay_ms, until_us } });
}

static void check_left_out(const struct left_out_row *row, bool is_of_many)
{
    const struct left_out_row before = { "", 9, 20000, 60, 0, 0, 0 };
    struct story story;

    story_begin_in(&story, NOBODY_THERE);
    give_bob(&story, &before, is_of_many);
    give_bob(&story, row, is_of_many);
    expect_bob(&story, row->is_priority, row->is_delay_s, row->is_left_s);
    story_end(&story);
}

static void left_out_stays_as_it_is(void **state)
{
    const struct left_out_row *row = *state;

    check_left_out(row, false);
    check_left_out(row, true);
}

static void kept_is_what_follows_a_help(void **state)
{
    (void)state;
    struct story story;
    const struct left_out_row help = { "", 9, 20000, 60, 0, 0, 0 };
    const struct left_out_row first = { "", 1, LEFT_OUT, LEFT_OUT, 0, 0, 0 };

    story_begin_in(&story, NOBODY_THERE);
    give_bob(&story, &help, false);
    give_bob(&story, &first, false);
    story_wait(&story, 60 * SECOND_US);
    expect_bob(&story, 2, 0, 0);
    story_end(&story);
}

static void new_is_first_at_once_for_good(void **state)
{
    (void)state;
    struct story story;

    story_begin_in(&story, NOBODY_THERE);
    GIVE(&story, UNASSIGN(BOB, SALES));
    GIVE(&story, { COMMAND_ASSIGN,
                   .as.assign = { BOB, SALES, LEFT_OUT, LEFT_OUT, LEFT_OUT } });
    expect_bob(&story, 1, 0, 0);
    story_end(&story);
}

static void teams_duty_keeps_its_delay(void **state)
{
    (void)state;
    struct story story;

    story_begin_in(&story, NOBODY_THERE);
    GIVE(&story, UNASSIGN(BOB, SALES));
    GIVE(&story, TEAM("north"));
    give_agent_a_team(&story, BOB);
    GIVE(&story, ASSIGN_TEAM(1, SALES, 5, 30000));
    GIVE(&story, ASSIGN_TEAM(1, SALES, 2, LEFT_OUT));
    expect_bob(&story, 2, 30, 0);
    GIVE(&story, ASSIGN_TEAM(1, SALES, LEFT_OUT, 10000));
    expect_bob(&story, 2, 10, 0);
    /* and so does the member's own duty that comes of it */
    GIVE(&story, { COMMAND_ASSIGN,
                   .as.assign = { BOB, SALES, 7, LEFT_OUT, LEFT_OUT } });
    expect_bob(&story, 7, 10, 0);
    expect(&story, "1:1=1 2:1=7 2:2=1");
    story_end(&story);
}

/* Many. */

static void all_at_once(void **state)
{
    (void)state;
    struct story story;
    char wrote[STORY_TEXT_SIZE];

    story_begin_in(&story, NOBODY_THERE);
    GIVE(&story, ASSIGN_MANY("1 2", "1  2", 1, 0));
    story_summary(&story.outbox, wrote);
    /* two of the four are so already */
    assert_string_equal(wrote, "queue_assigned queue_assigned");
    expect(&story, "1:1=1 1:2=1 2:1=1 2:2=1");
    GIVE(&story, UNASSIGN_MANY("2 1 2", "2"));
    expect(&story, "1:1=1 2:1=1");
    story_end(&story);
}

static void all_for_a_time(void **state)
{
    (void)state;
    struct story story;

    story_begin_in(&story, NOBODY_THERE);
    GIVE(&story, ASSIGN_MANY("1 2", "1 2", 3, in_a_minute(&story)));
    expect(&story, "1:1=3 1:2=3 2:1=3 2:2=3");
    story_wait(&story, 60 * SECOND_US);
    expect(&story, HOUSE);
    story_end(&story);
}

static void add_queue(struct story *story, int number)
{
    struct command set = { .type = COMMAND_SET_QUEUE };
    struct event_queue_set queue = *state_queue(state_of(story), HELP);

    memset(&queue.name, 0, sizeof(queue.name));
    (void)snprintf(queue.name.text, sizeof(queue.name.text), "q%d", number);
    memset(&queue.extension, 0, sizeof(queue.extension));
    queue.id = 0;
    queue.version = 0;
    memcpy(&set.as.set_queue, &queue, sizeof(set.as.set_queue));
    give(story, set);
}

/* The house with 101 queues, and a text that names all of them. */
static void begin_large(struct story *story, struct note *ret_queues)
{
    size_t length = 0;

    story_begin_in(story, NOBODY_THERE);
    for (int i = 3; i <= 101; i++)
        add_queue(story, i);
    for (int i = 1; i <= 101; i++)
        length += (size_t)snprintf(ret_queues->text + length,
                                   sizeof(ret_queues->text) - length, "%s%d",
                                   i > 1 ? " " : "", i);
}

static void no_more_than_two_hundred(void **state)
{
    (void)state;
    struct story story;
    struct command many = ASSIGN_MANY("1 2", "", 1, 0);

    begin_large(&story, &many.as.assign_many.queues);
    assert_int_equal(story_give(&story, &many), REFUSED_TOO_MANY_AT_ONCE);
    expect(&story, HOUSE);

    /* without the last one they are two hundred */
    *strrchr(many.as.assign_many.queues.text, ' ') = '\0';
    memset(many.as.assign_many.queues.text +
               strlen(many.as.assign_many.queues.text),
           0, 5);
    assert_int_equal(story_give(&story, &many), 0);
    assert_int_equal(state_row_count(state_of(&story), ROW_ASSIGNMENT), 200);
    story_end(&story);
}

static void a_member_is_not_taken_out(void **state)
{
    (void)state;
    static const struct command take = UNASSIGN_MANY("2 1", "1 2");
    struct story story;

    story_begin_in(&story, NOBODY_THERE);
    GIVE(&story, TEAM("north"));
    give_agent_a_team(&story, ANN);
    GIVE(&story, ASSIGN_TEAM(1, HELP, 5, 0));
    assert_int_equal(story_give(&story, &take), REFUSED_TEAM_SERVES);
    expect(&story, "1:1=1 1:2=5* 2:1=2 2:2=1");
    story_end(&story);
}

/* Those who are pulled. */

static void goes_back_to_the_line(void **state)
{
    (void)state;
    struct story story;

    story_begin_in(&story, BOB_RINGS_ANN_FREE);
    GIVE(&story, PULL(1, ANN));
    assert_int_equal(contact_of(&story, 1)->agent_id, ANN);
    assert_int_equal(contact_of(&story, 1)->wanted_agent_id, ANN);
    GIVE(&story, REJECT(ANN));
    assert_int_equal(contact_of(&story, 1)->place, PLACE_QUEUE);
    assert_int_equal(contact_of(&story, 1)->wanted_agent_id, 0);
    story_end(&story);
}

static void goes_before_the_line(void **state)
{
    (void)state;
    static const struct command come[] = {
        ARRIVES(31, "+4202"),
        ARRIVES(32, "+4202"),
    };
    struct story story;

    story_begin_in(&story, NOBODY_THERE);
    story_lead(&story, &come[0], 1);
    GIVE(&story, CONNECTED);
    story_lead(&story, &come[1], 1);
    GIVE(&story, CONNECTED);
    GIVE(&story, LOG_IN(ANN));

    static const struct command pull = PULL(2, ANN);

    /* she pauses, and would not be offered it */
    assert_int_equal(story_give(&story, &pull), REFUSED_AGENT_NOT_READY);
    GIVE(&story, AVAILABLE(ANN));
    assert_int_equal(contact_of(&story, 1)->agent_id, ANN);
    /* she is busy with the first of the line now */
    assert_int_equal(story_give(&story, &pull), REFUSED_AGENT_BUSY);
    story_end(&story);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, ends_by_itself);
    TEST_LIST_ADD(&list, gives_back_what_was);
    TEST_LIST_ADD(&list, is_for_good_when_said_so);
    TEST_LIST_ADD(&list, is_over_when_it_is_taken_away);
    TEST_LIST_ADD(&list, goes_back_to_the_team);
    TEST_LIST_ADD(&list, goes_by_the_wall_clock);
    TEST_LIST_ADD(&list, outlives_a_restart);
    TEST_LIST_ADD_ROWS(&list, left_out_stays_as_it_is, left_out_rows);
    TEST_LIST_ADD(&list, kept_is_what_follows_a_help);
    TEST_LIST_ADD(&list, new_is_first_at_once_for_good);
    TEST_LIST_ADD(&list, teams_duty_keeps_its_delay);
    TEST_LIST_ADD(&list, all_at_once);
    TEST_LIST_ADD(&list, all_for_a_time);
    TEST_LIST_ADD(&list, no_more_than_two_hundred);
    TEST_LIST_ADD(&list, a_member_is_not_taken_out);
    TEST_LIST_ADD(&list, goes_back_to_the_line);
    TEST_LIST_ADD(&list, goes_before_the_line);
    return test_list_run(&list);
}
