/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The waiting line and the matrices ask what their keys say. */

#include <stdio.h>
#include <string.h>

#include "tests/console/claim.h"
#include "tests/test.h"

#define LINE        "@office-line g q ! Down Down Down ! w ! "
#define LEVELS      "@office-line :'skill list' ! m ! "
#define DUTIES      "@office-line g q ! A ! "
#define DUTIES_SEEN "@office-line @office-plain-agent g q ! A ! "
#define ARRIVING    "@office-arrivals " DUTIES
#define TIMED       "@office-duties " DUTIES

static const struct claim claims[] = {
    /* who waits */
    { "the line is asked why it is one", LINE, "GET /api/contacts/203/why",
      "J OKAFOR" },
    { "and of whoever is selected", LINE "Down !", "GET /api/contacts/201/why",
      NULL },
    { "once, while no time passes", LINE "! ! !", "GET /api/contacts/203/why\n",
      "!1,000" },
    { "how long each will wait is asked", LINE "+1 !",
      "GET /api/queues/1/estimates", "1:11" },
    { "... and grows less until it is asked again", LINE "+1 ! +2 !", NULL,
      "1:09" },
    { "how long a new caller would is told above the line", LINE "+1 !", NULL,
      "a new caller: 5:20" },
    { "one is pulled", LINE "@office-agent p", "POST /api/contacts/203/pull {}",
      NULL },
    { "not by who is no agent", LINE "p", "!POST", "You are no agent" },
    { "one goes sooner", LINE "Down ! +",
      "POST /api/contacts/201/priority {\"priority\":45,\"added_ms\":0}",
      NULL },
    { "later, with what was added", LINE "Down Down ! -",
      "POST /api/contacts/204/priority {\"priority\":55,\"added_ms\":100500}",
      NULL },
    { "not before the first", LINE "+ +",
      "POST /api/contacts/203/priority {\"priority\":5,\"added_ms\":0}", NULL },
    { "one is moved with its priority", LINE "t Enter",
      "POST /api/contacts/203/move {\"queue_id\":2,\"priority\":10}", NULL },
    { "but not to where it is", LINE "t", NULL, "!Support Tier 1   " },
    { "nor to a closed one", LINE "t Down Enter", "!POST", "closed" },
    { "one is withdrawn to an agent", LINE "w Down Down Enter",
      "POST /api/contacts/203/withdraw {\"target\":\"agent\",\"target_id\":1}",
      NULL },
    { "not to one who is offline", LINE "w Down Down Down Enter", "!POST",
      "Withdraw to where" },
    { "... into a box", LINE "w Up Up Enter",
      "POST /api/contacts/203/withdraw "
      "{\"target\":\"voicemail\",\"target_id\":1}",
      NULL },
    { "... to a number, which is asked for",
      LINE "w Up Enter '+44 161 496 0102' Enter",
      "POST /api/contacts/203/withdraw "
      "{\"target\":\"number\",\"number\":\"+441614960102\"}",
      NULL },
    { "... which has to be one", LINE "w Up Enter Enter", "!POST", "Number" },
    { "one is pulled for somebody who is ready", LINE "P Enter",
      "POST /api/contacts/203/pull {\"agent_id\":1}", NULL },
    { "... not for who is not", LINE "P Down Enter", "!POST", "Pull for whom" },
    { "seconds are added to the wait",
      LINE "a Tab End Backspace Backspace '2m' Tab Enter",
      "POST /api/contacts/203/priority {\"priority\":10,\"added_ms\":120000}",
      NULL },
    { "... with another class",
      LINE "a End Backspace Backspace '7' Tab Tab Enter",
      "POST /api/contacts/203/priority {\"priority\":7,\"added_ms\":0}", NULL },
    { "... a day at most", LINE "a Tab End Backspace Backspace '25h' Tab Enter",
      "!POST", "Priority" },
    { "... nothing that is no time",
      LINE "a Tab End Backspace Backspace 'x' Tab Enter", "!POST", "Priority" },
    { "what was added is there to be changed",
      LINE "Down Down ! a Tab End Backspace '1' Tab Enter",
      "POST /api/contacts/204/priority {\"priority\":50,\"added_ms\":101000}",
      NULL },
    { "... and stays to its parts of a second, with another class",
      LINE "Down Down ! a End Backspace Backspace '7' Tab Tab Enter",
      "POST /api/contacts/204/priority {\"priority\":7,\"added_ms\":100500}",
      NULL },
    { "skills are demanded of one's own",
      LINE "a Tab Tab '0s es>=50; 30s -es' Enter",
      "POST /api/contacts/203/demand {\"demand\":\"0s es>=50; 30s -es\"}",
      NULL },
    { "... and the priority is left as it is", LINE "a Tab Tab 'es>=50' Enter",
      "!/priority", NULL },
    { "... or as the queue has it", LINE "a Tab Tab '-' Enter",
      "POST /api/contacts/203/demand {\"demand\":\"\"}", NULL },
    { "... with another class, one after the other",
      LINE "a End Backspace Backspace '7' Tab Tab 'es>=50' Enter",
      "POST /api/contacts/203/demand {\"demand\":\"es>=50\"}\n"
      "POST /api/contacts/203/priority {\"priority\":7,\"added_ms\":0}",
      NULL },
    { "one is ended only when that is meant", LINE "E +1 Enter", "!POST",
      NULL },
    { "then it is", LINE "E +1 y", "POST /api/contacts/203/end", NULL },
    { "what counts as waited besides is told", LINE "!", NULL, "50 +1:40" },
    { "a callback says that it is one", LINE "End !", NULL,
      "callback: +34611222333" },
    { "nobody is on its line to be withdrawn", LINE "End ! w", "!POST",
      "Nobody is on the line" },
    { "it is cancelled instead", LINE "End ! E +1 y",
      "POST /api/callbacks/7/cancel", NULL },
    { "nothing is done where nobody waits", "g q ! End w ! p", "!POST",
      "Nobody waits." },
    { "why is told agent by agent", LINE "+1 !", NULL,
      "Ana Nováková lacks a skill, for another 0:27 (es 30 < 50)" },
    { "and the others are counted", LINE "+1 !", NULL, "2 offline, 2 paused" },
    { "who rings needs no why", LINE "Down Down Down ! +1 !", NULL,
      "It rings." },

    /* levels */
    { "levels are fetched", LEVELS, "GET /api/levels", "Petr" },
    { "a digit sets tens, and nothing is sent", LEVELS "7 !", "!POST",
      "Changes: 1" },
    { "what is set back is no change", LEVELS "7 u !", NULL, "Changes: 0" },
    { "nor what is set to what it was", LEVELS "7 3 !", NULL, "Changes: 0" },
    { "saving sends it", LEVELS "7 Ctrl-s",
      "POST /api/agents/1/skills {\"skill_id\":1,\"level\":70}", NULL },
    { "one after the other", LEVELS "7 Right . Ctrl-s !",
      "POST /api/agents/1/skills {\"skill_id\":1,\"level\":70}\n"
      "POST /api/agents/1/unset-skill {\"skill_id\":2}",
      "Changes saved: 2" },
    { "+ goes by five", LEVELS "+ Ctrl-s",
      "POST /api/agents/1/skills {\"skill_id\":1,\"level\":35}", NULL },
    { "not above 100", LEVELS "9 + + + Ctrl-s",
      "POST /api/agents/1/skills {\"skill_id\":1,\"level\":100}", NULL },
    { "a row is copied to those marked", LEVELS "Down Space Up c Ctrl-s",
      "POST /api/agents/2/skills {\"skill_id\":1,\"level\":30}\n"
      "POST /api/agents/2/skills {\"skill_id\":2,\"level\":80}",
      NULL },
    { "coverage shows what becomes of it", LEVELS "7 !", NULL, "1 > 2" },
    { "a skill is covered from the level that queues demand of it",
      LEVELS "@office-demand 7 !", NULL, "80 es         ░░░░░░░░ 0" },
    { "... which is told beside its whole name", LEVELS "@office-demand !",
      NULL, "10 billing " },
    { "... the highest of them", LEVELS "@office-demand 8 !", NULL, "0 > 1" },
    { "... which another agent's 70 is not", LEVELS "@office-demand !", NULL,
      "80 es         ░░░░░░░░ 0" },
    { "changes are not lost by one Esc", LEVELS "7 Esc !", NULL, "Changes: 1" },
    { "but by two", LEVELS "7 Esc +1 Esc Esc !", NULL, "!Changes: 1" },

    /* who serves what */
    { "agents of one queue are assigned together",
      DUTIES "Right 3 Down 3 Ctrl-s",
      "POST /api/queues/assign {\"agents\":\"1,2\",\"queues\":\"2\","
      "\"priority\":3,\"delay_ms\":0,\"until\":0}",
      NULL },
    { "taken out together, too", DUTIES ". Down Down . Ctrl-s",
      "POST /api/queues/unassign {\"agents\":\"1,3\",\"queues\":\"1\"}", NULL },
    { "+ is sooner there, as in the line", DUTIES "Right 3 + Ctrl-s",
      "\"priority\":2,\"delay_ms\":0,\"until\":0}", NULL },
    { "- is later", DUTIES "Right 3 - Ctrl-s",
      "\"priority\":4,\"delay_ms\":0,\"until\":0}", NULL },
    { "not before the first", DUTIES "Right 1 + Ctrl-s",
      "\"priority\":1,\"delay_ms\":0,\"until\":0}", NULL },
    { "for a time", DUTIES "Right 3 t 2 Ctrl-s",
      "\"priority\":3,\"delay_ms\":0,\"until\":1795361527000000}",
      "Served until" },
    { "a delay and an end stay, so agents differ who get the same priority",
      TIMED "Right Right Right 3 Down 3 Down 3 Ctrl-s",
      "POST /api/queues/assign {\"agents\":\"1\",\"queues\":\"4\","
      "\"priority\":3,\"delay_ms\":20000,\"until\":0}\n"
      "POST /api/queues/assign {\"agents\":\"2\",\"queues\":\"4\","
      "\"priority\":3,\"delay_ms\":30000,\"until\":1795370000000000}\n"
      "POST /api/queues/assign {\"agents\":\"3\",\"queues\":\"4\","
      "\"priority\":3,\"delay_ms\":0,\"until\":1795370000000000}",
      "Changes saved: 3; from now on assigned apart from the team: 1" },
    { "... and who are taken out differ in nothing",
      TIMED "Right Right Right Down . Down . Ctrl-s",
      "POST /api/queues/unassign {\"agents\":\"2,3\",\"queues\":\"4\"}",
      "Changes saved: 2" },
    { "an end that is chosen is all of theirs",
      TIMED "Right Right Right Down 3 t 2 Ctrl-s",
      "\"priority\":3,\"delay_ms\":30000,\"until\":1795361527000000}",
      "!apart from the team" },
    { "... also for good, and that is shown",
      TIMED "Right Right Right Down 3 t 1 Ctrl-s",
      "\"priority\":3,\"delay_ms\":30000,\"until\":0}", "Served for good" },
    { "an end that is chosen changes nobody by itself", DUTIES "t 2 !", NULL,
      "Changes: 0" },

    { "until a time by the clock",
      DUTIES "Right 3 t 8 '18:30' Tab Enter Ctrl-s",
      "\"priority\":3,\"delay_ms\":0,\"until\":1795372200000000}",
      "Served until" },
    { "... tomorrow, when it is past today",
      DUTIES "Right 3 t 8 '08:00' Tab Enter Ctrl-s",
      "\"priority\":3,\"delay_ms\":0,\"until\":1795420800000000}", NULL },
    { "... not without one", DUTIES "Right 3 t 8 Tab Enter !", "!POST",
      "Fill this in." },
    { "... nor until one that is past",
      DUTIES "t 8 '08:00' Shift-Tab '2026-11-21' Tab Tab Enter !", NULL,
      "It is past." },

    /* of many */
    { "words leave those alone whose name has them", DUTIES "/ 'petr' !", NULL,
      "!Ana Nov" },
    { "... who are shown", DUTIES "/ 'petr' !", NULL, "Petr" },
    { "... or whose team has", DUTIES "/ 't1-east' !", NULL, "!Lucie" },
    { "... and the cell is that row's", DUTIES "/ 'petr' Enter Right 3 Ctrl-s",
      "POST /api/queues/assign {\"agents\":\"3\",\"queues\":\"2\",", NULL },
    { "what was changed stays so when it is filtered away",
      DUTIES "Right 3 / 'petr' Enter 4 Ctrl-s !",
      "{\"agents\":\"1\",\"queues\":\"2\",\"priority\":3,",
      "Changes saved: 2" },
    { "... also when nobody is found", DUTIES "Right 3 / 'zzz' Enter Ctrl-s !",
      "{\"agents\":\"1\",\"queues\":\"2\",\"priority\":3,",
      "Nothing is found by these words." },
    { "who is marked gets a copied row, though filtered away",
      LEVELS "Down Space / 'ana' Enter c Ctrl-s",
      "POST /api/agents/2/skills {\"skill_id\":1,\"level\":30}", NULL },
    { "teams are found by their names", DUTIES "m / 'west' !", NULL,
      "!t1-east" },
    { "Esc shows all again", DUTIES "/ 'petr' Enter Esc !", NULL, "Ana Nov" },

    /* after how much waiting */
    { "a delay is a change, and is shown", DUTIES "d 4 !", "!POST", "1+30s" },
    { "... which u takes back", DUTIES "d 4 u !", NULL, "Changes: 0" },
    { "... nothing, when who it was chosen for has gone meanwhile",
      DUTIES "d @office-agents-gone 4 !", "!POST", "Changes: 0" },
    { "it is saved with the priority", DUTIES "d 4 Ctrl-s",
      "POST /api/queues/assign {\"agents\":\"1\",\"queues\":\"1\","
      "\"priority\":1,\"delay_ms\":30000,\"until\":0}",
      NULL },
    { "who does not serve it does then, as a backup", DUTIES "Right d 5 Ctrl-s",
      "\"queues\":\"2\",\"priority\":1,\"delay_ms\":60000,", NULL },
    { "a priority leaves a delay that is chosen", DUTIES "d 4 3 Ctrl-s",
      "\"priority\":3,\"delay_ms\":30000,", NULL },
    { "a copied row has its delays", DUTIES "d 4 Down Space Up c Ctrl-s",
      "POST /api/queues/assign {\"agents\":\"1,2\",\"queues\":\"1\","
      "\"priority\":1,\"delay_ms\":30000,",
      NULL },
    { "one u takes a copied cell back, with its delay",
      DUTIES "5 d 4 Down Space Up c u u !", NULL, "Changes: 1" },
    { "a level has none", LEVELS "d !", "!POST", "Changes: 0" },

    /* what becomes of the service level: 24 contacts an hour, each 90 seconds,
       within 20; by the formula one agent keeps 451 permille, two 899 */
    { "the service level is told that is to be expected", ARRIVING "!", NULL,
      "Expected service level: 89.9 %" },
    { "... and what a change makes of it", ARRIVING ". !", NULL,
      "Expected service level: 89.9 % > 45.1 %" },
    { "... of nobody there is none", ARRIVING ". Down Down . !", NULL,
      "Expected service level: 89.9 % > 0.0 %" },
    { "of a queue that nobody has joined nothing is told", ARRIVING "Right !",
      NULL, "!Expected service level" },
    { "nor of a skill", "@office-arrivals " LEVELS "!", NULL,
      "!Expected service level" },

    /* without the right to any of it */
    { "an agent sees who serves what", DUTIES_SEEN "!", NULL,
      "Who serves what" },
    { "... and is told no key that would change it", DUTIES_SEEN "!", NULL,
      "!set the priority" },
    { "... a digit changes nothing, and says what is missing",
      DUTIES_SEEN "Right 3 !", "!POST", "This needs the right queue.assign." },
    { "... nor is there a change to be saved then", DUTIES_SEEN "Right 3 !",
      NULL, "Changes: 0" },
    { "... a delay is not asked for", DUTIES_SEEN "d !", NULL,
      "This needs the right queue.assign." },

    /* teams */
    { "the duties of teams are fetched", DUTIES, "GET /api/team-duties",
      "!t1-east" },
    { "m shows teams, with their delays", DUTIES "m !", "!POST", "4+30s" },
    { "... by their names", DUTIES "m !", NULL, "t1-east" },
    { "... and agents again", DUTIES "m m !", NULL, "!t1-east" },
    { "a team's priority leaves its delay", DUTIES "m 2 Ctrl-s",
      "POST /api/teams/1/assign {\"queue_id\":1,\"priority\":2,"
      "\"delay_ms\":30000}",
      "Changes saved: 1" },
    { "a team comes to serve a queue", DUTIES "m Right 2 d 3 Ctrl-s",
      "POST /api/teams/1/assign {\"queue_id\":2,\"priority\":2,"
      "\"delay_ms\":20000}",
      NULL },
    { "a team no longer serves one", DUTIES "m . Ctrl-s",
      "POST /api/teams/1/unassign {\"queue_id\":1}", NULL },
    { "teams and agents are saved together", DUTIES "Right 3 m 2 Ctrl-s !",
      "POST /api/queues/assign {\"agents\":\"1\",\"queues\":\"2\","
      "\"priority\":3,\"delay_ms\":0,\"until\":0}\n"
      "POST /api/teams/1/assign {\"queue_id\":2,\"priority\":2,"
      "\"delay_ms\":0}",
      "Changes saved: 2" },
    { "what was saved before a refusal is fetched anew, and is shown",
      DUTIES "m . Right 2 @office-team-refused Ctrl-s !",
      "POST /api/teams/1/unassign {\"queue_id\":1}\n"
      "POST /api/teams/1/assign {\"queue_id\":2,\"priority\":2,"
      "\"delay_ms\":0}\n"
      "GET /api/team-duties",
      "Changes: 1" },
    { "what a team will serve covers the queue with its members",
      DUTIES "m Right 2 !", NULL, "0 > 1" },
    { "teams are not marked", DUTIES "m Space !", NULL, "!*t1-east" },
    { "... and the key says so", DUTIES "m Space !", NULL,
      "Only agents are marked, and copied to: press m first." },
    { "... nor is it told", DUTIES "m !", NULL, "!Space mark" },
    { "nor is a team's row copied", DUTIES "m c !", "!POST",
      "Only agents are marked, and copied to: press m first." },
    { "m is told to lead back to the agents", DUTIES "m !", NULL, "m agents" },
    { "a team's duty has no end to be chosen", DUTIES "m t !", NULL,
      "A team serves for good: only agents have ends." },
    { "an end that was chosen for agents is not told of teams",
      DUTIES "t 2 m !", NULL, "!Served until" },
    { "... but of agents again", DUTIES "t 2 m m !", NULL, "Served until" },
    { "a level has no end, either", LEVELS "? !", NULL, "! until" },
    { "nothing is saved where nothing is changed", DUTIES "Ctrl-s", "!POST",
      "Nothing is changed." },
    { "offline nothing is", DUTIES "3 @office-offline ! Ctrl-s", "!POST",
      "Offline: nothing can be changed now." },
};

/* As many as are kept, and then one more. */
static void what_finds_no_room_is_told(void **state)
{
    static const char to_levels[] = LEVELS;
    struct stage stage = { .style = { GLYPH_TIER_FULL, LANGUAGE_EN } };

    (void)state;
    stage_open(&stage, "office");
    stage_play(&stage, to_levels);
    for (int i = 0; i < 256; i++)
        stage_play(&stage, "7 8");
    assert_null(strstr(stage_picture(&stage), "save them first"));
    stage_play(&stage, "7 !");
    assert_non_null(strstr(stage_picture(&stage), "save them first"));
    stage_close(&stage);
}

static void keys_do_what_they_say(void **state)
{
    claim_check(*state, "office");
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, keys_do_what_they_say, claims);
    TEST_LIST_ADD(&list, what_finds_no_room_is_told);
    return test_list_run(&list);
}
