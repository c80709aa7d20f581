/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What supervisors do by keys is what the server is asked; what cannot be done
   is said and not asked. */

#include <stdio.h>
#include <string.h>

#include "lang/lang.h"
#include "tests/console/fake_session.h"
#include "tests/console/stage.h"
#include "tests/test.h"

static const struct act_row {
    const char *says;
    const char *steps;
    const char *asked; /* NULL: nothing is asked */
    const char *shown; /* in the picture after it, "!text" not; or NULL */
} act_rows[] = {
    { "an agent is logged out", "2 c o", "POST /api/agents/1/log-out", NULL },
    { "an agent is made ready", "2 c r", "POST /api/agents/1/available", NULL },
    { "an agent is paused with a reason", "2 c Down Down Enter",
      "POST /api/agents/1/pause {\"reason_id\":31}", NULL },
    { "a call is ended after a yes", "E +1 Tab Enter",
      "POST /api/contacts/1/end", NULL },
    { "a call is not ended by Enter alone", "E +1 Enter", NULL, NULL },
    { "a call is not ended by keys typed ahead", "E Tab Enter", NULL, NULL },
    { "who waits is moved, with the priority kept",
      "Down Down Down Down Down t Down Enter",
      "POST /api/contacts/6/move {\"queue_id\":602,\"priority\":50}", NULL },
    { "who talks is not moved, and it says why", "t", NULL,
      "Only who waits in a queue can be moved." },
    { "a click selects what it points at, in the pane it points at",
      "^14x5 c o", "POST /api/agents/3/log-out", NULL },
    { "and gives the keys back to the pane above", "2 ^5x5 E +1 Tab Enter",
      "POST /api/contacts/2/end", NULL },
    { "in the pane at the right, too, where no call is to be ended", "^13x60 E",
      NULL, NULL },
    { "a click on a pane's title selects none of its rows", "^10x5 c o",
      "POST /api/agents/1/log-out", NULL },
    { "who is no agent is told none of the phone's keys", "?", NULL,
      "!hold call" },
    { "... and hears why when one is pressed", "F3", NULL,
      "◊ You are no agent." },
    { "who is on offer is not moved", "Down Down Down t", NULL,
      "Only who waits in a queue can be moved." },
};

static void keys_do_what_they_say(void **state)
{
    const struct act_row *row = *state;
    struct stage stage = { .style = { GLYPH_TIER_FULL, LANGUAGE_EN } };

    stage_open(&stage, "floor");
    stage_play(&stage, row->steps);
    const char *asked = fake_asked();
    const char *picture = stage_picture(&stage);
    if (row->asked ? !strstr(asked, row->asked) : asked[0] != '\0')
        fail_msg("asked:\n%s", asked);
    bool is_hidden = row->shown && row->shown[0] == '!';
    if (row->shown && !strstr(picture, row->shown + is_hidden) != is_hidden)
        fail_msg("%s is wrong of\n%s", row->shown, picture);
    stage_close(&stage);
}

/* A caller's name that turns and clears leaves no trace of doing so. */
static void a_hostile_name_is_only_a_name(void **state)
{
    struct stage stage = { .style = { GLYPH_TIER_FULL, LANGUAGE_EN },
                           .rows = 43,
                           .columns = 132 };

    (void)state;
    stage_open(&stage, "floor");
    stage_play(&stage, "Down Down");
    const char *picture = stage_picture(&stage);
    assert_null(strchr(picture, '\033'));
    assert_null(strstr(picture, "\u202e"));
    assert_non_null(strstr(picture, "Delta"));
    stage_close(&stage);
}

/* Bytes of a picture before the title of the right pane, in its row. */
static long border_of(struct stage *stage)
{
    const char *picture = stage_picture(stage);
    const char *title = strstr(picture, "3 Queues"), *line = title;

    assert_non_null(title);
    while (line > picture && line[-1] != '\n')
        line--;
    return title - line;
}

static void what_is_arranged_stays_for_the_next_time(void **state)
{
    struct stage stage = { .style = { GLYPH_TIER_FULL, LANGUAGE_EN },
                           .columns = 132 };

    (void)state;
    stage_open(&stage, "floor");
    assert_non_null(strstr(stage_picture(&stage), "Okafor Travel"));
    long before = border_of(&stage);
    stage_play(&stage, "> >");
    long after = border_of(&stage);
    assert_true(after > before);
    stage_play(&stage, "| Down Down Down Down Down Space Enter");
    assert_null(strstr(stage_picture(&stage), "Okafor Travel"));

    stage_play(&stage, "g w +2 ! g c !");
    assert_int_equal(border_of(&stage), after);
    assert_null(strstr(stage_picture(&stage), "Okafor Travel"));
    stage_close(&stage);
}

/* On a slow line every fifth second is one that is shown. */
static const struct second_row {
    const char *says;
    bool is_slow;
    const char *still; /* steps that change nothing */
    const char *moves; /* and those that do */
    const char *clock; /* then */
} second_rows[] = {
    { "what counts seconds stands still between them", false, "~999", "~1",
      "14:32:08" },
    { "and is never younger than its second", false, "@floor ~400", "+1",
      "14:32:08" },
    { "on a slow line it counts by five", true, "+2 ~999", "~1", "14:32:10" },
};

static void clocks_go_on_together(void **state)
{
    const struct second_row *row = *state;
    struct stage stage = { .style = { GLYPH_TIER_FULL, LANGUAGE_EN },
                           .rows = 43,
                           .columns = 132 };

    stage_open(&stage, "floor");
    stage.program->slow_us = row->is_slow ? 400000 : 0;
    char *before = strdup(stage_picture(&stage));

    assert_non_null(before);
    stage_play(&stage, row->still);
    assert_string_equal(stage_picture(&stage), before);
    stage_play(&stage, row->moves);
    assert_string_not_equal(stage_picture(&stage), before);
    assert_non_null(strstr(stage_picture(&stage), row->clock));
    free(before);
    stage_close(&stage);
}

/* What is so now is the last step; a minute later it stays. */
static void the_strip_remembers(void **state)
{
    struct stage stage = { .style = { GLYPH_TIER_FULL, LANGUAGE_EN },
                           .rows = 43,
                           .columns = 132 };

    (void)state;
    stage_open(&stage, "floor");
    assert_non_null(strstr(stage_picture(&stage), "│ 3                █ │"));
    stage_play(&stage, "+30");
    assert_non_null(strstr(stage_picture(&stage), "│ 3                █ │"));
    stage_play(&stage, "+31");
    assert_non_null(strstr(stage_picture(&stage), "│ 3               ██ │"));
    stage_close(&stage);
}

/* A team's and a queue's rows alone, on a small screen, too, where the header
   says so. */
static void a_team_is_shown_alone(void **state)
{
    struct stage stage = { .style = { GLYPH_TIER_FULL, LANGUAGE_EN } };

    (void)state;
    stage_open(&stage, "floor");
    assert_non_null(strstr(stage_picture(&stage), "Tom Becker"));
    stage_play(&stage, "T");
    assert_null(strstr(stage_picture(&stage), "Tom Becker"));
    assert_non_null(strstr(stage_picture(&stage), "Cockpit › east "));
    assert_non_null(strstr(stage_picture(&stage), "Support T2"));
    stage_play(&stage, "U");
    assert_non_null(strstr(stage_picture(&stage), "› east › Support T1"));
    assert_null(strstr(stage_picture(&stage), "Support T2"));
    stage_play(&stage, "T T U U U");
    assert_non_null(strstr(stage_picture(&stage), "Tom Becker"));
    assert_null(strstr(stage_picture(&stage), "Cockpit ›"));
    stage_close(&stage);
}

int main(void)
{
    struct test_list list = { 0 };

    setenv("TZ", "UTC", 1);
    assert_int_equal(lang_open(NULL), 0);
    TEST_LIST_ADD_ROWS(&list, keys_do_what_they_say, act_rows);
    TEST_LIST_ADD(&list, what_is_arranged_stays_for_the_next_time);
    TEST_LIST_ADD_ROWS(&list, clocks_go_on_together, second_rows);
    TEST_LIST_ADD(&list, a_hostile_name_is_only_a_name);
    TEST_LIST_ADD(&list, the_strip_remembers);
    TEST_LIST_ADD(&list, a_team_is_shown_alone);
    int failed = test_list_run(&list);
    lang_close();
    return failed;
}
