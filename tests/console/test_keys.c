/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The key table keeps its rules, and few keys do what is done often. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "console/key.h"
#include "console/key_right.h"
#include "console/key_table.h"
#include "console/lock.h"
#include "console/screen.h"
#include "lang/cells.h"
#include "tests/console/claim.h"
#include "tests/console/fake_session.h"
#include "tests/console/stage.h"
#include "tests/test.h"
#include "tui/stroke_word.h"

static void the_key_table_keeps_the_rules(void **state)
{
    struct action_table table = key_table();
    static char report[65536];
    FILE *file = fmemopen(report, sizeof(report), "w");

    (void)state;
    int mistakes = action_lint(&table, file);
    fclose(file);
    if (mistakes > 0)
        fail_msg("%s", report);
}

static void a_screen_is_written_as_text_into_a_new_file(void **state)
{
    struct stage stage = { .style = { GLYPH_TIER_FULL, LANGUAGE_EN } };
    char directory[] = "/tmp/display-XXXXXX", path[64], steps[128];
    char text[16384];
    struct stat facts;

    (void)state;
    assert_non_null(mkdtemp(directory));
    snprintf(path, sizeof(path), "%s/screen", directory);
    snprintf(steps, sizeof(steps), ":'save-display %s'", path);
    stage_open(&stage, "idle");
    snprintf(text, sizeof(text), "%s", stage_picture(&stage));
    stage_play(&stage, steps);
    assert_non_null(strstr(stage_picture(&stage), "in that file, as text"));

    static char found[sizeof(text)];
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    found[fread(found, 1, sizeof(found) - 1, file)] = '\0';
    fclose(file);
    assert_string_equal(found, text);
    assert_int_equal(stat(path, &facts), 0);
    assert_int_equal(facts.st_mode & 0777, 0600);

    stage_play(&stage, "+7");
    stage_play(&stage, steps); /* never over something */
    assert_null(strstr(stage_picture(&stage), "in that file, as text"));
    stage_close(&stage);
    unlink(path);
    rmdir(directory);
}

/* Near by the header has no figure that changes for nothing. */
static void the_header_tells_how_far_away_the_terminal_is(void **state)
{
    struct stage stage = { .style = { GLYPH_TIER_FULL, LANGUAGE_EN } };

    (void)state;
    stage_open(&stage, "idle");
    assert_null(strstr(stage_picture(&stage), " ms"));
    stage.program->slow_us = 210400;
    assert_non_null(strstr(stage_picture(&stage), "live 210 ms  14:32:05"));
    stage_close(&stage);
}

/* Keys that can do nothing are not offered, and say why when they are pressed.
 */
static void what_is_over_is_not_called_back(void **state)
{
    struct stage stage = { .style = { GLYPH_TIER_FULL, LANGUAGE_EN } };

    (void)state;
    stage_open(&stage, "idle");
    stage_play(&stage, "@callbacks g b");
    assert_non_null(strstr(stage_picture(&stage), "t take over"));
    stage_play(&stage, "Tab Tab Tab");
    assert_null(strstr(stage_picture(&stage), "t take over"));
    assert_null(strstr(stage_picture(&stage), "Given up"));
    assert_non_null(strstr(stage_picture(&stage), "a add"));
    stage_play(&stage, "t");
    assert_non_null(strstr(stage_picture(&stage), "That callback is over."));
    stage_close(&stage);
}

/* A screen of one scope, and nothing else. */
static void draw_nothing(void *state, const struct surface *surface)
{
    (void)state;
    (void)surface;
}

static struct view_kind bare_kind = { .name = "Here", .draw = draw_nothing };

static void open_scope(struct stage *stage, int scope)
{
    bare_kind.scopes[0] = scope;
    bare_kind.scopes[1] = 0;
    assert_int_equal(ui_push(stage->program->ui, &bare_kind, NULL), 0);
}

/* The help page by page, one picture after the other. */
static const char *help_of(struct stage *stage)
{
    static char pages[8 * 256 * 1024];
    size_t length = 0;

    ui_run(stage->program->ui, ACTION_HELP);
    for (int i = 0; i < 6; i++) {
        length += (size_t)snprintf(pages + length, sizeof(pages) - length, "%s",
                                   stage_picture(stage));
        stage_play(stage, "PgDn");
    }
    return pages;
}

static void words_of(const struct stage *stage, const struct action *action,
                     const char *between, char *ret_words, size_t size)
{
    const char *name = ui_action_name(stage->program->ui, action);
    struct safe_text key;

    stroke_word(ui_style(stage->program->ui), action_stroke(action, 0), &key);
    snprintf(ret_words, size, "%.24s%s%s", key.text, between,
             program_text(stage->program, name));
}

/* Names stand below each other, behind the widest key. */
static bool is_in_help(const struct stage *stage, const struct action *action,
                       const char *help)
{
    static const char blanks[] = "            ";
    char words[128];

    for (size_t n = 0; n < sizeof(blanks) - 1; n++) {
        words_of(stage, action, blanks + n, words, sizeof(words));
        if (strstr(help, words))
            return true;
    }
    return false;
}

/* Whoever is signed in: what a role may not is in neither. */
static bool has_right(const struct stage *stage, const struct action *action)
{
    struct safe_text reason;

    return key_may(stage->program, action, &reason);
}

static void look_for(const struct stage *stage, int scope, const char *footer,
                     const char *help)
{
    const struct action_table tables[] = { key_table(), *action_own() };

    for (size_t t = 0; t < ARRAY_LEN(tables); t++)
        for (size_t i = 0; i < tables[t].count; i++) {
            const struct action *action = &tables[t].actions[i];
            char words[128];

            if (action->scope != scope || !action->keys[0] ||
                action->id == ACTION_FILTER || action->id == ACTION_NEXT_HIT ||
                action->id == ACTION_LAST_HIT || !has_right(stage, action))
                continue;
            words_of(stage, action, " ", words, sizeof(words));
            if (action->priority > 0 && !strstr(footer, words))
                fail_msg("not in the footer: %s", words);
            if (!is_in_help(stage, action, help))
                fail_msg("not in the help: %s", words);
        }
}

static void look_away(const struct stage *stage, int scope, const char *footer,
                      const char *help)
{
    const struct action_table table = key_table();

    for (size_t i = 0; i < table.count; i++) {
        const struct action *action = &table.actions[i];
        char words[128];

        if (action->scope != scope || !action->keys[0] ||
            has_right(stage, action))
            continue;
        words_of(stage, action, " ", words, sizeof(words));
        if (strstr(footer, words))
            fail_msg("in the footer without the right: %s", words);
        if (is_in_help(stage, action, help))
            fail_msg("in the help without the right: %s", words);
    }
}

/* Searching is in both where a screen can be searched: see test_ui. */
static void look_everywhere(const char *fixture)
{
    for (int scope = SCOPE_EVERYWHERE; scope < SCOPE_AFTER_OURS; scope++) {
        struct stage stage = { .style = { GLYPH_TIER_FULL, LANGUAGE_EN },
                               .rows = 60,
                               .columns = 400 };
        char footer[2048];

        if (scope == SCOPE_POPUP + 1)
            scope = SCOPE_OWN;
        stage_open(&stage, "idle");
        stage_play(&stage, fixture);
        open_scope(&stage, scope);
        const char *picture = stage_picture(&stage);
        const char *last = strrchr(picture, '\n');
        while (last > picture && last[-1] != '\n')
            last--;
        snprintf(footer, sizeof(footer), "%s", last);
        const char *help = help_of(&stage);
        look_for(&stage, scope, footer, help);
        look_away(&stage, scope, footer, help);
        stage_close(&stage);
    }
}

static void every_key_is_in_the_footer_and_the_help(void **state)
{
    (void)state;
    look_everywhere("@office");
}

static void keys_without_the_right_to_them_are_in_neither(void **state)
{
    static const char *const roles[] = { "@idle", "@office-supervisor",
                                         "@recordings-watcher",
                                         "@analyst-agent" };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(roles); i++)
        look_everywhere(roles[i]);
}

/* An agent sees the queues, and changes none of them. */
static void a_key_without_the_right_to_it_names_the_right(void **state)
{
    struct stage stage = { .style = { GLYPH_TIER_FULL, LANGUAGE_EN } };

    (void)state;
    stage_open(&stage, "idle");
    stage_play(&stage, "g q !");
    assert_null(strstr(stage_picture(&stage), "close, open"));
    stage_play(&stage, "o");
    assert_non_null(
        strstr(stage_picture(&stage), "This needs the right queue.switch."));
    stage_close(&stage);
}

/* What stands in neither table would be told to everybody. */
static bool is_for_everybody(int action)
{
    static const int those[] = { DO_SIGN_OUT, DO_OWN_PIN, DO_OWN_MAIL };

    for (size_t i = 0; i < ARRAY_LEN(those); i++)
        if (those[i] == action)
            return true;
    return false;
}

static void every_key_that_changes_something_needs_a_right(void **state)
{
    const struct action_table table = key_table();

    (void)state;
    for (size_t i = 0; i < table.count; i++)
        if (table.actions[i].kind != ACTION_READ &&
            !is_for_everybody(table.actions[i].id) &&
            key_right(&table.actions[i]) <= PERMISSION_SIGNED_IN)
            fail_msg("no right in key_right.def: %s (%s)",
                     table.actions[i].keys, table.actions[i].command);
}

/* Nothing of a matrix is sent before it is saved, so that its keys only look;
   but what they prepare would be refused. */
static void every_key_that_edits_a_matrix_needs_a_right(void **state)
{
    const struct action_table table = key_table();
    int count = 0;

    (void)state;
    for (size_t i = 0; i < table.count; i++) {
        int scope = table.actions[i].scope;

        if (scope < SCOPE_MATRIX || scope > SCOPE_MATRIX_DUTIES ||
            table.actions[i].id == DO_MATRIX_TEAMS)
            continue;
        count++;
        if (key_right(&table.actions[i]) <= PERMISSION_SIGNED_IN)
            fail_msg("no right in key_right.def: %s", table.actions[i].keys);
    }
    assert_true(count > 8);
}

/* Cells a hint takes where words are longer by so much. */
static int hint_cells(const struct action *action, int percent)
{
    char key[STROKE_NAME_SIZE];

    stroke_name(action_stroke(action, 0), key);
    return (int)cells_count(key) + 1 +
           ((int)cells_count(action->name) * percent + 99) / 100 + 2;
}

/* A language of words 40 % longer would still show the keys of a call. */
static void long_words_push_no_phone_key_out(void **state)
{
    static const int scopes[] = {
        SCOPE_IDLE,  SCOPE_RINGING,     SCOPE_CALL,
        SCOPE_NOTES, SCOPE_NOTES_AFTER, SCOPE_WRAP_UP
    };
    const struct action_table table = key_table();

    (void)state;
    for (size_t s = 0; s < ARRAY_LEN(scopes); s++) {
        int cells = 1 + (int)strlen("? help");

        for (size_t i = 0; i < table.count; i++)
            if (table.actions[i].scope == scopes[s] &&
                table.actions[i].priority >= 80)
                cells += hint_cells(&table.actions[i], 140);
        assert_true(cells <= 80);
    }
}

static void every_screen_is_found_by_its_name(void **state)
{
    (void)state;
    for (int i = 0; i < SCREEN_COUNT; i++)
        assert_int_equal(screen_find(screen_name((enum screen)i)), i);
    assert_true(screen_find("nowhere") < 0);
}

/* What keys send; and how many they are at most. */
static const struct key_row {
    const char *says;
    const char *before; /* steps */
    const char *steps;
    int keys;          /* at most; 0: no matter */
    const char *asks;  /* the last that is asked; NULL: nothing */
    const char *shows; /* or NULL */
} key_rows[] = {
    { "answering takes one key", "@ringing", "F2", 1,
      "POST /api/agents/3/accept {}", NULL },
    { "... or its letter", "@ringing", "a", 1, "POST /api/agents/3/accept {}",
      NULL },
    { "a colleague who asks is answered by it, too", "@nailed-asked", "F2", 1,
      "POST /api/agents/3/accept {}", NULL },
    { "a phone that is down is called by one key", "@nailed-down", "Alt-l", 1,
      "POST /api/agents/3/line {}", NULL },
    { "one that is connected is not", "@nailed-asked", "Alt-l", 0, NULL,
      "connected" },
    { "nor one of another mode", "@asked", "Alt-l", 0, NULL,
      "stays connected" },
    { "earlier contacts say what they were marked with", "@marked @talking",
      "Esc", 0, NULL, "[vip] " },
    { "rejecting takes one key", "@ringing", "F8", 1,
      "POST /api/agents/3/reject {}", NULL },
    { "holding takes one key, also while notes are written", "@talking 'abc'",
      "F3", 1, "POST /api/agents/3/hold {}", NULL },
    { "the same key resumes", "@talking @hold", "F3", 1,
      "POST /api/agents/3/resume {}", NULL },
    { "Alt and a letter is the same", "@talking 'abc'", "Alt-m", 1,
      "POST /api/agents/3/mute {}", NULL },
    { "what is muted is unmuted", "@talking @hold", "F4", 1,
      "POST /api/agents/3/unmute {}", NULL },
    { "letters are notes until Esc, then keys", "@talking 'kkk' Esc", "h", 1,
      "POST /api/agents/3/hold {}", NULL },
    { "a known colleague is reached by six keys", "@talking", "F5 'pri' Enter",
      6,
      "POST /api/agents/3/transfer "
      "{\"to\":\"agent\",\"to_id\":5,\"number\":\"\",\"note\":\"\"}",
      NULL },
    { "whoever is paused is not handed a caller without a question", "@talking",
      "F5 'luc' Enter", 0, NULL, "Lucie Dvořáková is paused. Enter once more" },
    { "... and is by a second Enter", "@talking", "F5 'luc' Enter Enter", 0,
      "POST /api/agents/3/transfer "
      "{\"to\":\"agent\",\"to_id\":7,\"number\":\"\",\"note\":\"\"}",
      NULL },
    { "whoever is off duty is handed nobody, and what was typed stays",
      "@talking", "F5 'sam' Tab 'a key' Enter", 0, NULL, "a key" },
    { "... as it says", "@talking", "F5 'sam' Enter", 0, NULL,
      "◊ Off duty: no caller can be handed over there." },
    { "... and is not asked first either", "@talking", "F5 'sam' F6", 0, NULL,
      "◊ Off duty: no caller" },
    { "a closed queue is handed nobody", "@talking", "F5 'sales' Enter", 0,
      NULL, "◊ Closed: no caller" },
    { "... and asked first without one", "@talking", "F5 'luc' F6", 0,
      "POST /api/agents/3/consult "
      "{\"to\":\"agent\",\"to_id\":7,\"number\":\"\",\"note\":\"\"}",
      NULL },
    { "what becomes of a caller who has to wait is told before", "@talking",
      "F5 'tom'", 0, NULL, "Not free: the caller waits 30 s for them" },
    { "... and where nobody can be handed over", "@talking", "F5 'sam'", 0,
      NULL, "Off duty: no caller can be handed over there." },
    { "... as to a queue that is closed", "@talking", "F5 'sales en'", 0, NULL,
      "Closed: no caller can be handed over there." },
    { "a queue cannot be asked first, and the list stays open", "@talking",
      "F5 'tier 2' F6", 0, NULL, "Only an agent or a number" },
    { "a number is dialled without its blanks", "@talking",
      "F5 '+44 770' Tab 'why' Enter", 0,
      "POST /api/agents/3/transfer "
      "{\"to\":\"number\",\"to_id\":0,\"number\":\"+44770\",\"note\":"
      "\"why\"}",
      NULL },
    { "whom nobody is called so, gets no call", "@talking", "F5 'zzz' Enter", 0,
      NULL, "Nothing is called so." },
    { "each key of the keypad goes out at once", "@talking F7", "'4'", 1,
      "POST /api/agents/3/digits {\"digits\":\"4\",\"masked\":false}", NULL },
    { "masked keys say so", "@talking F7 Tab", "'4'", 1,
      "POST /api/agents/3/digits {\"digits\":\"4\",\"masked\":true}", NULL },
    { "what a colleague held before is not told as one's own",
      "@talking-taken-over @wrap-up", "", 0, NULL, "hold 0:00 ──" },
    { "the usual disposition takes two keys", "@wrap-up", "2 Enter", 3,
      "POST /api/agents/3/dispose "
      "{\"disposition_id\":22,\"note\":\"\",\"then\":\"available\","
      "\"reason_id\":0,\"contact_id\":90}",
      NULL },
    { "out of the notes a digit is a disposition at once", "@wrap-up Tab 'x'",
      "Esc 2 Enter", 3,
      "POST /api/agents/3/dispose "
      "{\"disposition_id\":22,\"note\":\"x\",\"then\":\"available\","
      "\"reason_id\":0,\"contact_id\":90}",
      NULL },
    { "w asks why, then saves and pauses", "@wrap-up 3", "w l", 2,
      "POST /api/agents/3/dispose "
      "{\"disposition_id\":23,\"note\":\"\",\"then\":\"paused\","
      "\"reason_id\":12,\"contact_id\":90}",
      NULL },
    { "a pause without a reason is not saved", "@wrap-up 3", "w Esc", 0, NULL,
      "Disposition" },
    { "w saves nothing when the work ended meanwhile", "@wrap-up w @talking",
      "l", 0, NULL, "There is no call to wrap up." },
    { "b asks whom to call back, which is shown", "@talking @wrap-up",
      "b Tab Tab Space Tab Enter", 0, NULL, "in its turn" },
    { "... and goes with the disposition", "@talking @wrap-up",
      "b Tab Tab Space Tab Enter 2 Enter", 0,
      "POST /api/agents/3/dispose "
      "{\"disposition_id\":22,\"note\":\"\",\"then\":\"available\","
      "\"reason_id\":0,\"contact_id\":90,"
      "\"callback_number\":\"+447700900123\",\"callback_due_us\":0,"
      "\"callback_own\":true}",
      NULL },
    { "a day and a time are those of that morning", "@talking @wrap-up",
      "b Up Tab Up Tab Tab Enter 2 Enter", 0,
      "POST /api/agents/3/dispose "
      "{\"disposition_id\":22,\"note\":\"\",\"then\":\"available\","
      "\"reason_id\":0,\"contact_id\":90,"
      "\"callback_number\":\"+447700900123\","
      "\"callback_due_us\":1795420800000000,\"callback_own\":false}",
      NULL },
    { "whom the queue does not call back nobody wishes for",
      "@talking @wrap-up-no-callback", "b", 0, NULL,
      "The queue calls nobody back." },
    { "no number is none to call", "@talking @wrap-up",
      "b Tab Tab Tab Tab Tab Ctrl-u 'x' Tab Tab Tab Tab Enter", 0, NULL,
      "A number has digits" },
    { "what is no longer wished goes nowhere", "@talking @wrap-up",
      "b Tab Tab Tab Enter b Tab Tab Tab Tab Enter 2 Enter", 0,
      "POST /api/agents/3/dispose "
      "{\"disposition_id\":22,\"note\":\"\",\"then\":\"available\","
      "\"reason_id\":0,\"contact_id\":90}",
      NULL },
    { "Esc leaves it as it was", "@talking @wrap-up", "b Esc 2 Enter", 0,
      "POST /api/agents/3/dispose "
      "{\"disposition_id\":22,\"note\":\"\",\"then\":\"available\","
      "\"reason_id\":0,\"contact_id\":90}",
      NULL },
    { "what is wished is asked for when the time runs out, too",
      "@talking @wrap-up b Tab Tab Space Tab Enter", "@wrap-up-timed-out +1", 0,
      "POST /api/callbacks "
      "{\"contact_id\":90,\"queue_id\":3,\"number\":\"+447700900123\","
      "\"language\":\"en\","
      "\"agent_id\":3}",
      "the callback is asked for all the same." },
    { "... once", "@talking @wrap-up b Tab Tab Tab Enter @wrap-up-timed-out",
      "@wrap-up-timed-out +1", 0, NULL, NULL },
    { "... and from a form that was open still", "@talking @wrap-up b",
      "@wrap-up-timed-out Tab Tab Tab Enter", 0,
      "POST /api/callbacks "
      "{\"contact_id\":90,\"queue_id\":3,\"number\":\"+447700900123\","
      "\"language\":\"en\"}",
      NULL },
    { "... which says so", "@talking @wrap-up b", "@wrap-up-timed-out", 0, NULL,
      "The wrap-up is over: it is asked for at once." },
    { "... and not for what was saved with the disposition",
      "@talking @wrap-up b Tab Tab Tab Enter 2 Enter", "@wrap-up-timed-out", 0,
      NULL, NULL },
    { "... nor is it lost when that was refused",
      "@talking @wrap-up @callback-there b Tab Tab Tab Enter 2 Enter",
      "@callback-free Enter", 0,
      "POST /api/agents/3/dispose "
      "{\"disposition_id\":22,\"note\":\"\",\"then\":\"available\","
      "\"reason_id\":0,\"contact_id\":90,"
      "\"callback_number\":\"+447700900123\",\"callback_due_us\":0,"
      "\"callback_own\":false}",
      NULL },
    { "... and once that is refused and the time ran out, it goes by itself",
      "@talking @wrap-up @callback-there b Tab Tab Tab Enter 2 Enter",
      "@wrap-up-timed-out", 0,
      "POST /api/callbacks "
      "{\"contact_id\":90,\"queue_id\":3,\"number\":\"+447700900123\","
      "\"language\":\"en\"}",
      NULL },
    { "a callback that is refused too late is asked about again",
      "@talking @wrap-up @callback-there b Tab Tab Tab Enter", "@idle", 0,
      "POST /api/callbacks "
      "{\"contact_id\":90,\"queue_id\":3,\"number\":\"+447700900123\","
      "\"language\":\"en\"}",
      "  That number is going to be called back" },
    { "... with what was typed",
      "@talking @wrap-up @callback-there b Up Tab Up Tab Space Tab Enter @idle",
      "@callback-free Ctrl-u '+447700900124' Tab Tab Tab Tab Enter", 0,
      "POST /api/callbacks "
      "{\"contact_id\":90,\"queue_id\":3,\"number\":\"+447700900124\","
      "\"language\":\"en\","
      "\"due_us\":1795420800000000,\"agent_id\":3}",
      "the callback is asked for all the same." },
    { "it has the caller's language and the note, however late that came",
      "@talking-cs @wrap-up-cs b Tab Tab Tab Enter Tab 'reset' Esc", "@idle", 0,
      "POST /api/callbacks "
      "{\"contact_id\":90,\"queue_id\":3,\"number\":\"+447700900123\","
      "\"language\":\"cs\","
      "\"note\":\"reset\"}",
      "the callback is asked for all the same." },
    { "... from a form that was open still, too",
      "@talking-cs 'reset' Tab @wrap-up-cs b @idle", "Tab Tab Tab Enter", 0,
      "POST /api/callbacks "
      "{\"contact_id\":90,\"queue_id\":3,\"number\":\"+447700900123\","
      "\"language\":\"cs\","
      "\"note\":\"reset\"}",
      NULL },
    { "a lost answer is asked for again",
      "@talking @wrap-up @callback-lost b Tab Tab Tab Enter @idle",
      "@callback-free +3", 0,
      "POST /api/callbacks "
      "{\"contact_id\":90,\"queue_id\":3,\"number\":\"+447700900123\","
      "\"language\":\"en\"}",
      "the callback is asked for all the same." },
    { "... and what it made is no reason to ask anybody",
      "@talking @wrap-up @callback-lost b Tab Tab Tab Enter @idle",
      "@callback-there +3", 0,
      "POST /api/callbacks "
      "{\"contact_id\":90,\"queue_id\":3,\"number\":\"+447700900123\","
      "\"language\":\"en\"}",
      "the callback is asked for all the same." },
    { "a call that goes on with others is told as transferred",
      "@talking @wrap-up-handed-on", "+1 +1", 0, NULL,
      "Support Tier 1    transferred" },
    { "... one that somebody else talks with, too",
      "@talking @wrap-up-taken-on", "+1 +1", 0, NULL,
      "Support Tier 1    transferred" },
    { "... and one whose end is not told yet is not",
      "@talking @wrap-up-behind", "+1 +1", 0, NULL, "!transferred" },
    { "in a call it is told how many wait, and for how long", "", "@talking", 0,
      NULL, "── 12 wait, longest 3:52 ──" },
    { "... while one types, too", "@talking", "'a note' +1", 0, NULL,
      "── 12 wait, longest 3:53 ──" },
    { "... and after it", "@talking", "@wrap-up", 0, NULL,
      "── 12 wait, longest 3:52 ──" },
    { "... not while nobody knows", "@talking", "@cut", 0, NULL, "!12 wait" },
    { "while it rings one reads what a colleague wrote", "",
      "@ringing-handed-over", 0, NULL, "◊ login loop after reset, ID checked" },
    { "e gets more time", "@wrap-up", "e", 1, "POST /api/agents/3/extend {}",
      NULL },
    { "a pause takes two keys", "", "s l", 2,
      "POST /api/agents/3/pause {\"reason_id\":12}", NULL },
    { "the palette takes the shell's commands", "", ":'cclite state set lunch'",
      0, "POST /api/agents/3/pause {\"reason_id\":12}", NULL },
    { "a command that means nothing is told", "", ":'state set nap'", 0, NULL,
      "Choose ready, offline, cancel" },
    { "notes are kept two seconds after the last key", "@talking 'abc'", "+2",
      0, "POST /api/agents/3/note {\"note\":\"abc\",\"contact_id\":90}", NULL },

    { "who may not call at night is told when",
      "@callbacks @callbacks-night g b", "Down Enter", 0,
      "POST /api/callbacks/13/change {\"agent_id\":3}",
      "By the clock there nobody may be called now." },
    { "... and not asked", "@callbacks @callbacks-night g b Down", "Enter 'y'",
      0, "POST /api/callbacks/13/change {\"agent_id\":3}", NULL },
    { "who may is asked, and calls all the same",
      "@callbacks-right @callbacks @callbacks-night g b Down", "Enter +1 'y'",
      0, "POST /api/callbacks/13/change {\"agent_id\":3,\"any_hour\":true}",
      NULL },
    { "... or does not",
      "@callbacks-right @callbacks @callbacks-night g b Down", "Enter +1 'n'",
      0, "POST /api/callbacks/13/change {\"agent_id\":3}", NULL },

    { "the focused row is said, if somebody wants it", ":'announce focus'",
      "s !", 0, NULL, " row 1 of " },
    { "an announcement that there is not is told", "", ":'announce loud'", 0,
      NULL, "Choose off, focus or changes." },
    { "clocks show no seconds where motion is reduced", "",
      ":'reduce-motion yes' !", 0, NULL, " 14:32\n" },
    { "nothing rings: F2 says so", "", "F2", 0, NULL, "Nothing rings." },
    { "who has answered is told what the phone should do", "@ringing",
      "@ringing-accepted", 0, NULL,
      "Your phone is called. Should it ring on: lift it." },
    { "... and that it did not", "@ringing @ringing-accepted",
      "@ringing-failed", 0, NULL, "Your phone did not pick up: lift it" },
    { "... but not where the caller hung up before it could",
      "@ringing @ringing-accepted", "@ringing-over", 0, NULL,
      "It rings no more: the caller has gone" },
    { "a phone that was in use is told, and not that the caller has gone",
      "@ringing", "@ringing-busy", 0, NULL, "Your phone was in use" },
    { "... one that could not be rung, too", "@ringing", "@ringing-failed", 0,
      NULL, "Your phone could not be rung" },
    { "a call that was missed is told", "@ringing", "@ringing-missed", 0, NULL,
      "The call was not answered in time" },
    { "... and one that rings no more", "@ringing", "@ringing-over", 0, NULL,
      "It rings no more: the caller has gone" },
    { "what was said of the offer before goes when the next one rings",
      "@ringing @ringing-missed", "@ringing", 0, NULL,
      "!The call was not answered" },
    { "a callback whose phone picked up tells nothing of the one before",
      "@ringing-callback", "@talking-callback", 0, NULL, "!Your phone" },
    { "a call that rings is told on other screens, with its key", "g b",
      "@ringing", 0, NULL, "◊ A call rings: Support Tier 1. F2 answers." },
    { "... a phone that has to be lifted, too", "g b", "@ringing-phone", 0,
      NULL, "◊ A call rings: Support Tier 1. Lift your phone." },
    { "... and for a callback what it is for", "g b", "@ringing-callback", 0,
      NULL, "◊ Somebody is to be called back: Support Tier 1. F2 answers." },
    { "... no longer once it is answered", "g b @ringing", "@talking", 0, NULL,
      "!A call rings" },
    { "... also to who goes there while it rings", "@ringing", "g b +1", 0,
      NULL, "◊ A call rings: Support Tier 1. F2 answers." },
    { "... and no longer on the agent's own screen", "g b @ringing", "g a +1",
      0, NULL, "!A call rings" },
    { "... on the agent's own screen the box is enough", "", "@ringing", 0,
      NULL, "!A call rings" },
    { "a number that was not reached is told", "@dialling", "@dialling-failed",
      0, NULL, "◊ +447700900123 was not reached." },
    { "... also where the row of the call was never seen",
      "n '+447700900123' Enter", "@dialling-failed +2", 0, NULL,
      "◊ +447700900123 was not reached." },
    { "who rests after an offer not answered sees for how long", "@resting",
      "+2", 0, NULL,
      "No calls come: rests after an offer not answered (0:12 left)" },
    { "what is typed to be called is seen", "n", "'+44 79'", 0, NULL,
      "Number +44 79 " },
    { "a number that is refused stays to be put right, with the reason",
      "@dial-refused n '+4479' Enter", "'00'", 0, NULL, "Number +447900" },
    { "... which is told beside it", "@dial-refused n '+4479' Enter", "+1", 0,
      NULL, "The agent may not call that number." },
    { "... and is tried again", "@dial-refused n '+4479' Enter", "'0' Enter", 0,
      "POST /api/agents/3/dial {\"number\":\"+44790\"}", NULL },
    { "... and not one that its agent let go", "@dialling",
      "@dialling-ended +2", 0, NULL, "!was not reached" },
    { "a phone that has to be lifted says so", "@ringing-phone", "F2", 0, NULL,
      "lift it" },
    { "no call: hold says so", "", "F3", 0, NULL, "There is no call." },
    { "no call: hanging up says so", "", "F8", 0, NULL, "There is no call." },
    { "on hold nobody hears keys", "@talking @hold", "F7", 0, NULL,
      "The call is on hold." },
    { "offline nothing is sent", "@talking @offline", "F8", 0, NULL,
      "Offline: nothing is sent now." },
    { "offline a disposition waits", "@wrap-up @offline", "Enter", 0, NULL,
      "1 wish waits to be sent." },
    { "... and is sent when the server is there", "@wrap-up @cut Enter",
      "@back +1", 0,
      "POST /api/agents/3/dispose "
      "{\"disposition_id\":21,\"note\":\"\",\"then\":\"available\","
      "\"reason_id\":0,\"contact_id\":90}",
      NULL },
    { "a call that ended unseen gets its disposition", "@talking @cut",
      ":'call dispose outage' @back +1", 0,
      "POST /api/agents/3/dispose "
      "{\"disposition_id\":23,\"note\":\"\",\"then\":\"as_requested\","
      "\"reason_id\":0,\"contact_id\":90}",
      NULL },
    { "offline a note waits, in its place", "@talking 'abc' @cut +3",
      "@back +1", 0,
      "POST /api/agents/3/note {\"note\":\"abc\",\"contact_id\":90}", NULL },
    { "offline the state after the call waits; the last one counts",
      "@talking @cut F9 l F9 b", "@back +1", 0,
      "POST /api/agents/3/pause {\"reason_id\":11}", NULL },
    { "a state after the call is not asked for when it is late",
      "@talking @cut F9 b +901", "@back g o", 0, NULL, "Too late by now." },
    { "without a call offline no state is kept", "@offline", "s", 0, NULL,
      "Offline: nothing is sent now." },
    { "more time cannot wait", "@wrap-up @cut", "e", 0, NULL,
      "Offline: more time" },
    { "r tries at once", "@talking @cut Esc +2", "r", 1, "retry", NULL },
    { "r says when there is nothing to try", "g o", "r", 1, NULL,
      "Connected: there is nothing to try." },
    { "d drops what waits", "@talking 'abc' @cut Esc +20", "d", 1, NULL,
      "Dropped, and not sent: +447700900123 \"abc\"" },
    { "... and it is not sent", "@talking 'abc' @cut Esc +3 d", "@back +1", 0,
      NULL, NULL },
    { "what is marked is dropped", "@talking 'abc' @cut +3 F9 b Esc +2 Down",
      "d @back +1", 0,
      "POST /api/agents/3/note {\"note\":\"abc\",\"contact_id\":90}", NULL },
    { "d says when nothing waits", "@talking @cut Esc +20", "d", 1, NULL,
      "Nothing waits to be sent." },
    { "a refusal at once is told, and not kept", "@talking @hold @back-refused",
      "g o", 0, NULL, "Connection" },
    { "locked, the phone's keys do nothing and say so", "@ringing :'lock'",
      "F2 F8 Alt-a", 0, NULL, "Locked: unlock first" },
    { "... a call that rings is told", ":'lock' @ringing", "+1", 0, NULL,
      "A call rings. Unlock to answer it." },
    { "... a colleague's, too", ":'lock' @nailed-asked", "+1", 0, NULL,
      "A call rings. Unlock to answer it." },
    { "... nothing leads out", ":'lock'",
      "Esc Q q : Tab g c Tab Ctrl-C "
      "Ctrl-C Ctrl-T F1 F12 Ctrl-Z",
      0, NULL, "Locked" },
    { "... but the password, asked for as at any sign-in", "@lock :'lock'",
      "'secret' Enter", 0, "DELETE /api/users/7/sessions/31", "READY" },
    { "... a wrong one is told", "@lock-wrong :'lock'", "'sekret' Enter", 0,
      "POST /api/sessions {\"name\":\"ana\",\"password\":\"sekret\"}",
      "Name or password is wrong" },
    { "... an empty one is not asked about", ":'lock'", "Enter", 0, NULL,
      "Locked" },
    { "no limit: more time is not needed", "@wrap-up-open", "e", 0, NULL,
      "There is no time limit." },
    { "a stranger to agents hears why", "@supervisor", "F3", 0, NULL,
      "You are no agent." },
    { "an agent without the right to the phone hears which", "@analyst-agent",
      "F9", 0, NULL, "This needs the right agent.command." },
};

static const char *last_line(const char *text)
{
    static char line[2048];
    size_t length = strlen(text);

    if (length > 0)
        length--;
    size_t begin = length;
    while (begin > 0 && text[begin - 1] != '\n')
        begin--;
    snprintf(line, sizeof(line), "%.*s", (int)(length - begin), text + begin);
    return line;
}

static void keys_do_it(void **state)
{
    const struct key_row *row = *state;
    struct stage stage = { .style = { GLYPH_TIER_FULL, LANGUAGE_EN } };

    if (row->keys > 0)
        assert_true(stage_keys(row->steps) <= row->keys);
    stage_open(&stage, "idle");
    const char *asked = claim_play(&stage, row->before, row->steps);
    bool is_asked = row->asks ? strcmp(last_line(asked), row->asks) == 0
                              : strstr(asked, "POST") == NULL;
    claim_end(&stage, asked, is_asked, row->shows);
}

static int times(const char *text, const char *words)
{
    int count = 0;

    for (; (text = strstr(text, words)) != NULL; text++)
        count++;
    return count;
}

/* A frame of data has its pace; the one that tells of a caller has not. */
static void a_call_that_rings_is_shown_at_once(void **state)
{
    struct stage stage = { .style = { GLYPH_TIER_FULL, LANGUAGE_EN } };

    (void)state;
    stage_open(&stage, "idle");
    const struct ui *ui = stage.program->ui;
    stage_play(&stage, "!");
    stage_play(&stage, "@paused");
    assert_true(ui_is_touched(ui));
    assert_false(ui_is_hurried(ui));
    stage_play(&stage, "@ringing");
    assert_true(ui_is_hurried(ui));
    stage_play(&stage, "! +1");
    assert_false(ui_is_hurried(ui)); /* it still rings: told already */
    stage_close(&stage);
}

static void what_a_screen_waited_for_is_shown_at_once(void **state)
{
    struct stage stage = { .style = { GLYPH_TIER_FULL, LANGUAGE_EN } };

    (void)state;
    stage_open(&stage, "idle");
    stage_play(&stage, "@offline !");
    assert_false(ui_is_hurried(stage.program->ui));
    stage_play(&stage, "@missed-meanwhile"); /* live again: all rows come */
    assert_true(ui_is_hurried(stage.program->ui));
    stage_close(&stage);
}

/* A bell, and a note with the queue's name and nothing of the caller. */
static void a_call_rings_once(void **state)
{
    struct stage stage = { .style = { GLYPH_TIER_FULL, LANGUAGE_EN } };

    (void)state;
    stage_open(&stage, "idle");
    struct program_wishes *wishes = &stage.program->wishes;
    assert_false(wishes->bell);
    stage_play(&stage, "@ringing");
    assert_true(wishes->bell && wishes->has_note);
    assert_string_equal(wishes->note.text, "A call rings: Support Tier 1");
    assert_non_null(strstr(wishes->title, "RINGING"));
    *wishes = (struct program_wishes){ .title = NULL };
    stage_play(&stage, "+3 @offline +1");
    assert_false(wishes->bell || wishes->has_note);
    stage_close(&stage);
}

/* Those that stand already do not; nor does it for who does not see them. */
static void an_alarm_rings_once(void **state)
{
    struct stage stage = { .style = { GLYPH_TIER_FULL, LANGUAGE_EN } };

    (void)state;
    stage_open(&stage, "supervisor");
    struct program_wishes *wishes = &stage.program->wishes;
    assert_false(wishes->bell);
    stage_play(&stage, "@alarm");
    assert_true(wishes->bell);
    wishes->bell = false;
    stage_play(&stage, "+3 @stops");
    assert_false(wishes->bell);
    stage_close(&stage);

    stage_open(&stage, "idle");
    stage_play(&stage, "@alarm");
    assert_false(stage.program->wishes.bell);
    stage_close(&stage);
}

/* Also what was typed less than two seconds before it, for a call that is over
 * by then; and another loss changes nothing. */
static void what_waits_is_sent_once(void **state)
{
    struct stage stage = { .style = { GLYPH_TIER_FULL, LANGUAGE_EN } };

    (void)state;
    stage_open(&stage, "idle");
    stage_play(&stage, "@talking @cut F9 b 'abc'");
    assert_int_equal(times(fake_asked(), "POST"), 0);
    stage_play(&stage, "@back +5 @cut +5 @back +5");
    assert_int_equal(times(fake_asked(), "POST"), 2);
    assert_int_equal(times(fake_asked(), "/pause {\"reason_id\":11}"), 1);
    assert_int_equal(
        times(fake_asked(), "/note {\"note\":\"abc\",\"contact_id\":90}"), 1);
    stage_close(&stage);
}

/* Nothing of the caller, of the queue, or of what is below. */
static void a_locked_screen_shows_no_names(void **state)
{
    static const char *const names[] = { "OKAFOR",  "447700", "Support",
                                         "support", "442079", "Sales" };
    struct stage stage = { .style = { GLYPH_TIER_FULL, LANGUAGE_EN } };

    (void)state;
    stage_open(&stage, "idle");
    stage_play(&stage, ":'lock' @ringing +1");
    const char *picture = stage_picture(&stage);
    for (size_t i = 0; i < ARRAY_LEN(names); i++)
        assert_null(strstr(picture, names[i]));
    assert_non_null(strstr(picture, "RINGING"));
    assert_true(stage.program->wishes.bell);
    assert_string_equal(stage.program->wishes.note.text, "A call rings.");
    stage_play(&stage, "@talking +20 @notice +1 @missed-meanwhile +1");
    picture = stage_picture(&stage);
    for (size_t i = 0; i < ARRAY_LEN(names); i++)
        assert_null(strstr(picture, names[i]));
    assert_null(strstr(picture, "Another console"));
    stage_close(&stage);
}

static const struct idle_row {
    const char *says;
    const char *fixture, *choice;
    const char *before, *steps;
    bool is_locked;
} idle_rows[] = {
    { "after so many minutes without a key it locks", "idle", "5", "", "+300",
      true },
    { "... not before", "idle", "5", "", "+299", false },
    { "... a key begins them anew", "idle", "5", "+200 M", "Esc +299", false },
    { "... not in a call", "idle", "5", "@talking", "+600", false },
    { "never is never", "idle", "never", "", "+9000", false },
    { "auto is never for agents", "idle", "auto", "", "+9000", false },
    { "auto is ten minutes for administrators", "recordings", "auto",
      "@recordings-admin", "+600", true },
    { "... not before", "recordings", "auto", "@recordings-admin", "+599",
      false },
};

static void an_idle_screen_locks(void **state)
{
    const struct idle_row *row = *state;
    struct stage stage = { .style = { GLYPH_TIER_FULL, LANGUAGE_EN } };

    stage_open(&stage, row->fixture);
    lock_prefer(stage.program, row->choice);
    stage_play(&stage, row->before);
    stage_play(&stage, row->steps);
    bool is_locked = stage.program->is_locked;
    stage_close(&stage);
    assert_int_equal(is_locked, row->is_locked);
}

/* Who came in by the socket might have none: nothing would let them out. */
static void without_a_password_nothing_is_locked(void **state)
{
    struct stage stage = { .style = { GLYPH_TIER_FULL, LANGUAGE_EN } };

    (void)state;
    stage_open(&stage, "idle");
    stage.program->is_by_account = true;
    stage_play(&stage, ":'lock'");
    assert_non_null(
        strstr(stage_picture(&stage), "You signed in without a password"));
    assert_false(stage.program->is_locked);
    stage_close(&stage);
}

static void whoever_rejects_a_call_is_not_told_that_it_is_gone(void **state)
{
    struct stage stage = { .style = { GLYPH_TIER_FULL, LANGUAGE_EN } };

    (void)state;
    stage_open(&stage, "idle");
    stage_play(&stage, "@ringing @ringing-rejected");
    assert_null(strstr(stage_picture(&stage), "It rings no more"));
    stage_play(&stage, "@ringing @ringing-over");
    assert_non_null(strstr(stage_picture(&stage), "It rings no more"));
    stage_close(&stage);
}

/* Faster than the server: the first one is refused, and it is asked about. */
static void a_refused_callback_is_asked_about_and_no_other(void **state)
{
    static const uint32_t strokes[] = { STROKE_ENTER, STROKE_UP, STROKE_ENTER };
    struct stage stage = { .style = { GLYPH_TIER_FULL, LANGUAGE_EN } };

    (void)state;
    stage_open(&stage, "idle");
    stage_play(&stage, "@callbacks-right @callbacks @callbacks-night g b Down");
    for (size_t i = 0; i < sizeof(strokes) / sizeof(strokes[0]); i++)
        ui_input(stage.program->ui,
                 &(struct input){ .kind = INPUT_STROKE, .stroke = strokes[i] });
    assert_non_null(
        strstr(stage_picture(&stage), "The server has not answered yet."));
    stage_play(&stage, "+1");
    assert_non_null(strstr(stage_picture(&stage), "Call outside the hours"));
    stage_play(&stage, "+1 'y'");
    assert_non_null(strstr(fake_asked(), "/13/change {\"agent_id\":3,"
                                         "\"any_hour\":true}"));
    stage_close(&stage);
}

/* It is asked for once more when it rings, in case it was too early. */
static void the_way_here_is_asked_for_twice_at_most(void **state)
{
    struct stage stage = { .style = { GLYPH_TIER_FULL, LANGUAGE_EN } };

    (void)state;
    stage_open(&stage, "idle");
    stage_play(&stage, "@ringing +1 +1 @talking +1 +1");
    assert_int_equal(times(fake_asked(), "GET /api/contacts/90/path"), 2);
    stage_close(&stage);
}

/* The store may hear of the end after the agent does. */
static void who_ended_a_call_is_asked_for_twice_at_most(void **state)
{
    struct stage stage = { .style = { GLYPH_TIER_FULL, LANGUAGE_EN } };

    (void)state;
    stage_open(&stage, "idle");
    stage_play(&stage, "@talking +1 @wrap-up-fresh");
    assert_int_equal(times(fake_asked(), "GET /api/contacts/90\n"), 1);
    stage_play(&stage, "+1 +1 +1");
    assert_int_equal(times(fake_asked(), "GET /api/contacts/90\n"), 2);
    assert_null(strstr(stage_picture(&stage), "caller hung up"));
    stage_play(&stage, "@idle @wrap-up +1 +1");
    assert_int_equal(times(fake_asked(), "GET /api/contacts/90\n"), 3);
    assert_non_null(strstr(stage_picture(&stage), "caller hung up"));
    stage_close(&stage);
}

/* The server ends our session: the lock stays, and asks for the password. */
static void a_session_that_ends_unlocks_nothing(void **state)
{
    struct stage stage = { .style = { GLYPH_TIER_FULL, LANGUAGE_EN } };

    (void)state;
    stage_open(&stage, "idle");
    stage_play(&stage, ":'lock' @refused @lock +1");
    assert_non_null(strstr(stage_picture(&stage), "Locked"));
    stage_play(&stage, "'secret' Enter");
    assert_null(strstr(stage_picture(&stage), "Locked"));
    assert_null(strstr(fake_asked(), "DELETE"));
    stage_close(&stage);
}

int main(void)
{
    struct test_list list = { 0 };

#define CASE(f) test_list_add(&list, (struct CMUnitTest)cmocka_unit_test(f))
    CASE(the_key_table_keeps_the_rules);
    TEST_LIST_ADD(&list, a_screen_is_written_as_text_into_a_new_file);
    TEST_LIST_ADD(&list, the_header_tells_how_far_away_the_terminal_is);
    TEST_LIST_ADD(&list, what_is_over_is_not_called_back);
    TEST_LIST_ADD(&list, every_key_is_in_the_footer_and_the_help);
    TEST_LIST_ADD(&list, keys_without_the_right_to_them_are_in_neither);
    TEST_LIST_ADD(&list, a_key_without_the_right_to_it_names_the_right);
    TEST_LIST_ADD(&list, every_key_that_changes_something_needs_a_right);
    TEST_LIST_ADD(&list, every_key_that_edits_a_matrix_needs_a_right);
    TEST_LIST_ADD(&list, long_words_push_no_phone_key_out);
    CASE(every_screen_is_found_by_its_name);
    CASE(a_call_that_rings_is_shown_at_once);
    CASE(what_a_screen_waited_for_is_shown_at_once);
    CASE(what_waits_is_sent_once);
    CASE(a_locked_screen_shows_no_names);
    CASE(a_session_that_ends_unlocks_nothing);
    CASE(without_a_password_nothing_is_locked);
    CASE(whoever_rejects_a_call_is_not_told_that_it_is_gone);
    CASE(a_refused_callback_is_asked_about_and_no_other);
    CASE(the_way_here_is_asked_for_twice_at_most);
    CASE(who_ended_a_call_is_asked_for_twice_at_most);
    CASE(a_call_rings_once);
    CASE(an_alarm_rings_once);
    for (size_t i = 0; i < ARRAY_LEN(idle_rows); i++)
        test_list_add(&list, row_test(idle_rows[i].says, an_idle_screen_locks,
                                      &idle_rows[i]));
    for (size_t i = 0; i < ARRAY_LEN(key_rows); i++)
        test_list_add(&list,
                      row_test(key_rows[i].says, keys_do_it, &key_rows[i]));
    return test_list_run(&list);
}
