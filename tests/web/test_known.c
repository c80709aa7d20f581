/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of another team are numbers, in every field that tells one, and rows are
   told again when that may be otherwise. */

#include "web/known.h"

#include <string.h>

#include "core/state_copy.h"
#include "tests/core/story.h"
#include "tests/test.h"
#include "web/marks.h"

enum { NORTH = 1, SOUTH = 2 };

static struct command agent_of_team(const struct story *story, uint64_t id,
                                    uint64_t team_id)
{
    struct command agent = { .type = COMMAND_SET_AGENT };

    memcpy(&agent.as, state_agent(core_state(story->core), id),
           sizeof(agent.as.set_agent));
    agent.as.set_agent.team_id = team_id;
    return agent;
}

/* Ann is of the north, Bob of the south. */
static void begin(struct story *story)
{
    static const struct command teams[] = { TEAM("north"), TEAM("south") };

    story_begin(story);
    story_lead(story, teams, 2);

    const struct command ann = agent_of_team(story, ANN, NORTH);
    const struct command bob = agent_of_team(story, BOB, SOUTH);

    story_lead(story, &ann, 1);
    story_lead(story, &bob, 1);
}

/* Ann asks Bob, and Bob is asked by Ann. */
static const struct consult_row {
    const char *says;
    struct asker asker;
    const char *consulted;
    const char *label;
    const char *asked_by;
} consult_rows[] = {
    { "who is asked of another team is a number",
      { .role = ROLE_SUPERVISOR, .team_id = NORTH },
      "2",
      "",
      "ann" },
    { "... and so is who asks",
      { .role = ROLE_SUPERVISOR, .team_id = SOUTH },
      "bob",
      "Bobby",
      "1" },
    { "... to an agent, too, but for that one itself",
      { .role = ROLE_AGENT, .team_id = NORTH, .agent_id = BOB },
      "bob",
      "Bobby",
      "ann" },
    { "who is of no team knows everybody",
      { .role = ROLE_SUPERVISOR },
      "bob",
      "Bobby",
      "ann" },
};

static void is_told(void **state)
{
    const struct consult_row *row = *state;
    const struct record *record = topic_record(TOPIC_AGENTS);
    struct topic_agents told = { .consulted = { "bob" },
                                 .consulted_label = { "Bobby" },
                                 .consulted_id = BOB,
                                 .asked_by = { "ann" },
                                 .asked_by_id = ANN };
    struct story story;

    begin(&story);
    known_hide(&row->asker, core_state(story.core), record, &told);
    assert_string_equal(told.consulted.text, row->consulted);
    assert_string_equal(told.consulted_label.text, row->label);
    assert_string_equal(told.asked_by.text, row->asked_by);
    story_end(&story);
}

static void nobody_asked_is_no_number(void **state)
{
    (void)state;
    static const struct asker asker = { .role = ROLE_SUPERVISOR,
                                        .team_id = NORTH };
    struct topic_agents told = { .consult_number = { "+420" } };
    struct story story;

    begin(&story);
    known_hide(&asker, core_state(story.core), topic_record(TOPIC_AGENTS),
               &told);
    assert_string_equal(told.consulted.text, "");
    assert_string_equal(told.asked_by.text, "");
    story_end(&story);
}

/* Told again. */

static const struct told_row {
    const char *says;
    struct command command;
    bool is_told; /* again, whoever watches */
} told_rows[] = {
    { "rows are told again when an agent serves another queue",
      ASSIGN(ANN, HELP, 1), true },
    { "... or no longer does", UNASSIGN(ANN, SALES), true },
    { "... when it has another priority there, as that is one event",
      ASSIGN(ANN, SALES, 9), true },
    { "... not for what an agent does", LOG_IN(ANN), false },
    { "... nor for a call", ARRIVES(1, "+42021"), false },
};

/* As the web server does. */
static bool marks_names(struct story *story, const struct command *command)
{
    static struct marks marks;

    memset(&marks, 0, sizeof(marks));
    outbox_clear(&story->outbox);

    struct core *before = NULL;
    struct state *copy = NULL;

    assert_int_equal(core_new(&before), 0);
    assert_int_equal(state_copy(core_state(story->core), &copy), 0);
    assert_int_equal(core_adopt(before, copy), 0);
    assert_int_equal(story_give(story, command), 0);
    for (size_t i = 0; i < story->outbox.event_count; i++) {
        const struct event *event = &story->outbox.events[i];

        mark_event(&marks, core_state(before), event);
        assert_int_equal(core_recover(before, event), 0);
        mark_event(&marks, core_state(before), event);
    }
    core_free(before);
    return marks.names_soon;
}

static void again(void **state)
{
    const struct told_row *row = *state;
    struct story story;

    begin(&story);
    assert_int_equal(marks_names(&story, &row->command), row->is_told);
    story_end(&story);
}

static void another_team_has_them_told_again(void **state)
{
    (void)state;
    struct story story;
    struct command same, other;

    begin(&story);
    same = agent_of_team(&story, ANN, NORTH);
    same.as.set_agent.label = (struct label){ "Annie" };
    assert_false(marks_names(&story, &same));
    other = agent_of_team(&story, ANN, SOUTH);
    assert_true(marks_names(&story, &other));
    story_end(&story);
}

static void those_that_tell_names_are_told(void **state)
{
    (void)state;
    static struct marks marks;

    mark_names(&marks);
    assert_true(marks.topics[TOPIC_AGENTS].all_forced);
    assert_true(marks.topics[TOPIC_CONTACTS].all_forced);
    assert_false(marks.topics[TOPIC_PAUSE_REASONS].all);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, is_told, consult_rows);
    TEST_LIST_ADD(&list, nobody_asked_is_no_number);
    TEST_LIST_ADD_ROWS(&list, again, told_rows);
    TEST_LIST_ADD(&list, another_team_has_them_told_again);
    TEST_LIST_ADD(&list, those_that_tell_names_are_told);
    return test_list_run(&list);
}
