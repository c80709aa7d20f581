/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys and colours of somebody's own: taken, or refused with their line. */

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/home.h"
#include "console/key.h"
#include "console/key_file.h"
#include "console/key_table.h"
#include "console/theme_file.h"
#include "tests/console/fake_session.h"
#include "tests/console/stage.h"
#include "tests/test.h"
#include "tui/stroke.h"

static char home[] = "/tmp/test_own-XXXXXX";

static void write_file(const char *name, const char *text)
{
    char path[256];

    snprintf(path, sizeof(path), "%s/cclite/%s", home, name);
    assert_int_equal(home_replace(path, text), 0);
}

static void remove_file(const char *name)
{
    char path[256];

    snprintf(path, sizeof(path), "%s/cclite/%s", home, name);
    (void)unlink(path);
}

/* Keys. */

static void without_a_file_keys_are_as_in_the_tables(void **state)
{
    struct config_fault fault;
    struct key_set *set;

    (void)state;
    remove_file("keys");
    assert_int_equal(key_set_read(NULL, &set, &fault), 0);
    const struct action_table ours = key_set_ours(set), table = key_table();
    assert_int_equal(ours.count, table.count);
    for (size_t i = 0; i < table.count; i++) {
        assert_string_equal(ours.actions[i].keys, table.actions[i].keys);
        assert_int_equal(ours.actions[i].go_to, table.actions[i].go_to);
    }
    assert_int_equal(key_set_own(set).count, action_own()->count);
    key_set_free(set);
}

static void a_file_moves_keys(void **state)
{
    struct config_fault fault;
    struct key_set *set;

    (void)state;
    write_file("keys", "[recordings]\nlisten = p Ctrl-P\ndelete-recording =\n"
                       "# swapped\nexport = r\nreload-recordings = x\n"
                       "[go]\ncockpit = k\nqueue-list =\n"
                       "[everywhere]\nhelp = F1 Ctrl-E\n");
    assert_int_equal(key_set_read(NULL, &set, &fault), 0);
    struct action_table ours = key_set_ours(set), own = key_set_own(set);
    assert_int_equal(action_of_stroke(&ours, SCOPE_RECORDINGS, 'p')->id,
                     DO_LISTEN);
    assert_int_equal(
        action_of_stroke(&ours, SCOPE_RECORDINGS, STROKE_CTRL | 'p')->id,
        DO_LISTEN);
    assert_null(action_of_stroke(&ours, SCOPE_RECORDINGS, 'l'));
    assert_null(action_of_stroke(&ours, SCOPE_RECORDINGS, 'd'));
    assert_int_equal(action_of_stroke(&ours, SCOPE_RECORDINGS, 'r')->id,
                     DO_EXPORT);
    assert_int_equal(action_of_letter(&ours, 'k')->id, DO_GO_COCKPIT);
    assert_null(action_of_letter(&ours, 'c'));
    assert_null(action_of_letter(&ours, 'q'));
    assert_int_equal(
        action_of_stroke(&own, SCOPE_EVERYWHERE, STROKE_CTRL | 'e')->id,
        ACTION_HELP);
    assert_null(action_of_stroke(&own, SCOPE_EVERYWHERE, '?'));
    key_set_free(set);
}

static const struct mistake_row {
    const char *says;
    const char *text;
    unsigned line;
    const char *name;
    const char *problem;
    const char *range; /* of it, or NULL */
} key_rows[] = {
    { "what cannot be done has no key", "[recordings]\n\nsing = x\n", 3,
      "recordings.sing", "", NULL },
    { "a key that there is not", "[recordings]\nlisten = Hyper-x\n", 2,
      "recordings.listen", "there is no such key", NULL },
    { "a key that the shell has", "[recordings]\nlisten = Ctrl-C\n", 2,
      "recordings.listen", "belongs to", NULL },
    { "a prefix of tmux", "[recordings]\nlisten = F6 Ctrl-B\n", 2,
      "recordings.listen", "belongs to", NULL },
    { "a key of something else there", "[recordings]\nlisten = d\n", 2,
      "recordings.listen", "something else", "recordings.delete-recording" },
    { "a key of the phone, which is its everywhere",
      "[recordings]\nlisten = F3\n", 2, "recordings.listen", "something else",
      "phone.hold" },
    { "the phone takes no key of a screen", "[phone]\nhold = Left\n", 2,
      "phone.hold", "something else", NULL },
    { "a key of the toolkit", "[recordings]\nlisten = ?\n", 2,
      "recordings.listen", "something else", "everywhere.help" },
    { "a letter for the phone would be typed", "[phone]\nhold = w\n", 2,
      "phone.hold", "letters are typed here", NULL },
    { "... and so in the notes", "[notes]\nnote-editor = o\n", 2,
      "notes.note-editor", "letters are typed here", NULL },
    { "two of one file on one key", "[recordings]\nlisten = p\nexport = p\n", 2,
      "recordings.listen", "something else", "recordings.export" },
    { "no way back is no way", "[everywhere]\nback =\n", 2, "everywhere.back",
      "without a key", NULL },
    { "two letters after g", "[go]\ncockpit = cc\n", 2, "go.cockpit",
      "behind g", NULL },
    { "a letter after g that leads elsewhere", "[go]\ncockpit = a\n", 2,
      "go.cockpit", "something else", "go.agent" },
    { "one row twice", "[go]\ncockpit = k\ncockpit = j\n", 3, "go.cockpit", "",
      NULL },
};

static void a_mistake_in_keys_is_named_by_its_line(void **state)
{
    const struct mistake_row *row = *state;
    struct config_fault fault = { 0 };
    struct key_set *set = NULL;

    write_file("keys", row->text);
    assert_int_equal(key_set_read(NULL, &set, &fault), -EINVAL);
    assert_null(set);
    assert_int_equal(fault.line, row->line);
    assert_string_equal(fault.name, row->name);
    assert_non_null(strstr(fault.problem, row->problem));
    if (row->range)
        assert_string_equal(fault.range, row->range);
}

/* What stands in the tables can be written down, read, and is the same. */
static void what_is_printed_can_be_read(void **state)
{
    static char first[65536], second[65536];
    char *pages[] = { first, second };
    struct config_fault fault;

    (void)state;
    remove_file("keys");
    for (int i = 0; i < 2; i++) {
        struct key_set *set;
        FILE *file = fmemopen(pages[i], sizeof(first), "w");

        if (key_set_read(NULL, &set, &fault) < 0)
            fail_msg("%u: %s: %s %s", fault.line, fault.name, fault.problem,
                     fault.range);
        assert_int_equal(key_set_print(set, LANGUAGE_EN, file), 0);
        fclose(file);
        key_set_free(set);
        write_file("keys", pages[i]);
    }
    assert_string_equal(first, second);
    assert_non_null(strstr(first, "[recordings]\n# listen\nlisten = l\n"));
    assert_non_null(strstr(first, "[go]\n# agent\nagent = a\n"));
    assert_non_null(strstr(first, "[phone]\n# answer\nanswer = F2 Alt-a\n"));
}

static void moved_keys_act_and_are_shown(void **state)
{
    struct stage stage = { .style = { GLYPH_TIER_FULL, LANGUAGE_EN } };
    struct config_fault fault;
    struct key_set *set;

    (void)state;
    write_file("keys",
               "[recordings]\nlisten = p\n[everywhere]\nhelp = F1 Ctrl-E\n"
               "[phone]\nhold = Alt-z\n[go]\nrecordings = k\n");
    if (key_set_read(NULL, &set, &fault) < 0)
        fail_msg("%u: %s: %s %s", fault.line, fault.name, fault.problem,
                 fault.range);
    stage.keys = set;
    stage_open(&stage, "recordings");
    stage_play(&stage, "g k Down");
    assert_non_null(strstr(stage_picture(&stage), " p listen  "));
    assert_non_null(strstr(stage_picture(&stage), "F1 help"));
    stage_play(&stage, "l");
    assert_null(strstr(fake_asked(), "/411/listen"));
    stage_play(&stage, "p");
    assert_non_null(strstr(fake_asked(), "/411/listen"));
    stage_play(&stage, "Ctrl-e");
    assert_non_null(strstr(stage_picture(&stage), "Alt-z"));
    stage_close(&stage);
    stage_open(&stage, "idle");
    stage_play(&stage, "@talking 'abc'");
    assert_non_null(strstr(stage_picture(&stage), "Alt-z hold call"));
    stage_play(&stage, "F3");
    assert_null(strstr(fake_asked(), "/hold"));
    stage_play(&stage, "Alt-z");
    assert_non_null(strstr(fake_asked(), "/hold"));
    stage_close(&stage);
    key_set_free(set);
}

/* Colours. */

static void a_file_says_some_colours(void **state)
{
    struct config_fault fault;
    struct theme_own own, dark;

    (void)state;
    theme_copy(THEME_DARK, &dark);
    write_file("theme",
               "ok = 120 bold underline\nfocus = 235\ndim = default\n");
    assert_int_equal(theme_file_read(NULL, &own, &fault), 0);
    assert_int_equal(own.colours[ROLE_OK], 120);
    assert_int_equal(own.flags[ROLE_OK], LOOK_BOLD | LOOK_UNDERLINE);
    assert_int_equal(own.colours[ROLE_DIM], -1);
    assert_int_equal(own.focus, 235);
    assert_int_equal(own.colours[ROLE_WARN], dark.colours[ROLE_WARN]);
    assert_false(own.is_light);
    remove_file("theme");
    assert_int_equal(theme_file_read(NULL, &own, &fault), -ENOENT);
}

static const struct mistake_row theme_rows[] = {
    { "a role that there is not", "base = dark\nsky = 33\n", 2, "sky", "",
      NULL },
    { "a base that there is not", "base = pink\n", 1, "base", "choose dark",
      NULL },
    { "a colour of which nobody knows what it is", "ok = 2\n", 1, "ok",
      "from 16 to 255", NULL },
    { "a colour that there is not", "ok = 256\n", 1, "ok", "from 16 to 255",
      NULL },
    { "a name is no colour", "ok = green\n", 1, "ok", "from 16 to 255", NULL },
    { "a manner that there is not", "ok = 120 blink\n", 1, "ok",
      "bold, underline", NULL },
    { "what cannot be read", "warn = 120\nok = 22\n", 2, "ok", "4.5 to 1",
      "ok 1.6 : 1" },
    { "what cannot be read on the focused row", "focus = 244\n", 1, "focus",
      "4.5 to 1", NULL },
    { "a dark ink on a light ground is fine, a light one is not",
      "base = light\nok = 120\n", 2, "ok", "4.5 to 1", NULL },
    { "a focused row without a colour", "focus = default\n", 1, "focus",
      "from 16 to 255", NULL },
};

static void a_mistake_in_colours_is_named_by_its_line(void **state)
{
    const struct mistake_row *row = *state;
    struct config_fault fault = { 0 };
    struct theme_own own = { .focus = 7 };

    write_file("theme", row->text);
    assert_int_equal(theme_file_read(NULL, &own, &fault), -EINVAL);
    assert_int_equal(own.focus, 7);
    assert_int_equal(fault.line, row->line);
    assert_string_equal(fault.name, row->name);
    assert_non_null(strstr(fault.problem, row->problem));
    if (row->range)
        assert_string_equal(fault.range, row->range);
}

static void an_own_theme_is_painted(void **state)
{
    struct config_fault fault;
    struct theme_own own;

    (void)state;
    write_file("theme", "ok = 120 bold\nfocus = 235\n");
    assert_int_equal(theme_file_read(NULL, &own, &fault), 0);
    theme_own_set(&own);
    struct paint paint = theme_paint(THEME_OWN, 256, LOOK(OK, LOOK_FOCUS));
    assert_int_equal(paint.foreground, 120);
    assert_int_equal(paint.background, 235);
    assert_int_equal(paint.flags, LOOK_BOLD);
    paint = theme_paint(THEME_DARK, 256, LOOK(OK, 0));
    assert_int_equal(paint.foreground, 36);
    paint = theme_paint(THEME_OWN, 8, LOOK(OK, 0)); /* has no such colours */
    assert_int_equal(paint.foreground, 6);
}

int main(void)
{
    struct test_list list = { 0 };
    char command[128], from[4096];

    setenv("TZ", "UTC", 1);
    if (!getenv("top_srcdir") && getcwd(from, sizeof(from)))
        setenv("top_srcdir", from, 1);
    if (!mkdtemp(home) || lang_open(NULL) < 0)
        return 99;
    setenv("XDG_CONFIG_HOME", home, 1);
    TEST_LIST_ADD(&list, without_a_file_keys_are_as_in_the_tables);
    TEST_LIST_ADD(&list, a_file_moves_keys);
    TEST_LIST_ADD_ROWS(&list, a_mistake_in_keys_is_named_by_its_line, key_rows);
    TEST_LIST_ADD(&list, what_is_printed_can_be_read);
    TEST_LIST_ADD(&list, moved_keys_act_and_are_shown);
    TEST_LIST_ADD(&list, a_file_says_some_colours);
    TEST_LIST_ADD_ROWS(&list, a_mistake_in_colours_is_named_by_its_line,
                       theme_rows);
    TEST_LIST_ADD(&list, an_own_theme_is_painted);
    int failed = test_list_run(&list);
    lang_close();
    snprintf(command, sizeof(command), "rm -r %s", home);
    return system(command) == 0 ? failed : 99;
}
