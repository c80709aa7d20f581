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
    const char *shown; /* in the picture after it; or NULL */
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
    if (row->shown && !strstr(picture, row->shown))
        fail_msg("%s is not in\n%s", row->shown, picture);
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
    TEST_LIST_ADD(&list, a_hostile_name_is_only_a_name);
    TEST_LIST_ADD(&list, the_strip_remembers);
    TEST_LIST_ADD(&list, a_team_is_shown_alone);
    int failed = test_list_run(&list);
    lang_close();
    return failed;
}
