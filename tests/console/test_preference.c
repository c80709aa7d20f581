/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What somebody sets up for their console is kept, and nothing is guessed. */

#include "console/preference.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/home.h"
#include "tests/test.h"

static char home[] = "/tmp/preference-XXXXXX";

static void write_config(const char *text)
{
    char path[256];

    snprintf(path, sizeof(path), "%s/cclite/config", home);
    assert_int_equal(home_replace(path, text), 0);
}

static void without_a_file_all_are_preset(void **state)
{
    (void)state;
    struct preferences preferences;
    struct config_fault fault;

    assert_int_equal(preferences_read(NULL, &preferences, &fault), 0);
    assert_string_equal(preferences.theme, "auto");
    assert_string_equal(preferences.announce, "off");
    assert_string_equal(preferences.reduce_motion, "no");
    assert_string_equal(preferences.linear, "auto");
}

static void a_file_says_some_of_them(void **state)
{
    (void)state;
    struct preferences preferences;
    struct config_fault fault;

    write_config("# mine\ntheme = contrast\nannounce = changes\n");
    assert_int_equal(preferences_read(NULL, &preferences, &fault), 0);
    assert_string_equal(preferences.theme, "contrast");
    assert_string_equal(preferences.announce, "changes");
    assert_string_equal(preferences.glyphs, "auto");
}

static const struct mistake_row {
    const char *says;
    const char *text;
    unsigned line;
    const char *name;
} mistake_rows[] = {
    { "a choice that there is not", "\nannounce = loud\n", 2, "announce" },
    { "a beginning of a choice is none", "theme = cont\n", 1, "theme" },
    { "two choices are none", "theme = dark light\n", 1, "theme" },
    { "a preference that there is not", "volume = 11\n", 1, "volume" },
    { "one given twice", "mouse = no\nmouse = yes\n", 2, "mouse" },
};

static void a_mistake_is_named_by_its_line(void **state)
{
    const struct mistake_row *row = *state;
    struct preferences preferences = { .theme = "as it was" };
    struct config_fault fault = { 0 };

    write_config(row->text);
    assert_int_equal(preferences_read(NULL, &preferences, &fault), -EINVAL);
    assert_int_equal(fault.line, row->line);
    assert_string_equal(fault.name, row->name);
    assert_string_equal(preferences.theme, "as it was");
}

static const struct linear_row {
    const char *says;
    const char *linear, *term, *wish;
    bool is_linear;
} linear_rows[] = {
    { "a screen is the rule", "auto", "xterm", NULL, false },
    { "a dumb terminal gets lines", "auto", "dumb", NULL, true },
    { "CCLITE_A11Y=1 asks for lines", "auto", "xterm", "1", true },
    { "... =0 does not", "auto", "xterm", "0", false },
    { "yes is lines everywhere", "yes", "xterm", NULL, true },
    { "no is a screen, whatever the terminal says", "no", "dumb", "1", false },
    { "no environment, no lines", "auto", NULL, NULL, false },
};

static const struct linear_row *asked;

static const char *environment(const char *name)
{
    if (strcmp(name, "TERM") == 0)
        return asked->term;
    return strcmp(name, "CCLITE_A11Y") == 0 ? asked->wish : NULL;
}

static void lines_are_chosen(void **state)
{
    struct preferences preferences = preferences_preset();

    asked = *state;
    preferences.linear = preference_choice(PREFERENCE_linear, asked->linear);
    assert_int_equal(preferences_are_linear(&preferences, environment),
                     asked->is_linear);
}

int main(void)
{
    struct test_list list = { 0 };
    char command[128];

    if (!mkdtemp(home))
        return 99;
    setenv("XDG_CONFIG_HOME", home, 1);
    TEST_LIST_ADD(&list, without_a_file_all_are_preset);
    TEST_LIST_ADD(&list, a_file_says_some_of_them);
    TEST_LIST_ADD_ROWS(&list, a_mistake_is_named_by_its_line, mistake_rows);
    TEST_LIST_ADD_ROWS(&list, lines_are_chosen, linear_rows);
    int rc = test_list_run(&list);
    snprintf(command, sizeof(command), "rm -r %s", home);
    return system(command) != 0 || rc;
}
