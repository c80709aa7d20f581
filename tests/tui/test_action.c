/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A key table is held to its rules, and found by key, id and letter. */

#include "tui/action.h"

#include <string.h>

#include "tests/test.h"
#include "tests/tui/sample.h"
#include "tui/stroke.h"

static char report[4096];

static int lint(const struct action *action, size_t count)
{
    struct action_table table = { action, count };
    FILE *file = fmemopen(report, sizeof(report), "w");

    assert_non_null(file);
    int mistakes = action_lint(&table, file);
    fclose(file);
    return mistakes;
}

static bool always(const void *arg, int id, struct safe_text *ret_reason)
{
    (void)arg;
    (void)id;
    (void)ret_reason;
    return true;
}

static const struct lint_row {
    const char *says;
    struct action actions[2];
    const char *complaint; /* NULL: none */
} lint_rows[] = {
    { "a good table has no mistakes",
      { { ACTION_OWN, ACTION_CHANGE, SCOPE_OWN, "a F4", "add", 1, "queue add",
          'q', always },
        { ACTION_OWN + 1, ACTION_READ, SCOPE_OWN + 1, "a", "all", 1, NULL, 0,
          NULL } },
      NULL },
    { "two actions on one key in one scope",
      { { ACTION_OWN, ACTION_READ, SCOPE_OWN, "a", "add", 1, NULL, 0, NULL },
        { ACTION_OWN + 1, ACTION_READ, SCOPE_OWN, "b a", "all", 1, NULL, 0,
          NULL } },
      "its key is taken in its scope" },
    { "a key of the toolkit's in the same scope",
      { { ACTION_OWN, ACTION_READ, SCOPE_EVERYWHERE, "?", "ask", 1, NULL, 0,
          NULL } },
      "its key is taken in its scope" },
    { "the prefix of screen",
      { { ACTION_OWN, ACTION_READ, SCOPE_OWN, "Ctrl-A", "all", 1, NULL, 0,
          NULL } },
      "its key belongs to somebody else" },
    { "a Ctrl key that is Tab",
      { { ACTION_OWN, ACTION_READ, SCOPE_OWN, "Ctrl-I", "in", 1, NULL, 0,
          NULL } },
      "its key belongs to somebody else" },
    { "F10, which opens menus",
      { { ACTION_OWN, ACTION_READ, SCOPE_OWN, "F10", "menu", 1, NULL, 0,
          NULL } },
      "its key belongs to somebody else" },
    { "a key that there is not",
      { { ACTION_OWN, ACTION_READ, SCOPE_OWN, "Hyper-x", "x", 1, NULL, 0,
          NULL } },
      "a key that there is not" },
    { "no name",
      { { ACTION_OWN, ACTION_READ, SCOPE_OWN, "a", "", 1, NULL, 0, NULL } },
      "no name" },
    { "a change that never says why not",
      { { ACTION_OWN, ACTION_CHANGE, SCOPE_OWN, "a", "add", 1, "add", 0,
          NULL } },
      "never says why it is not possible" },
    { "a change without a command",
      { { ACTION_OWN, ACTION_IRREVERSIBLE, SCOPE_OWN, "a", "add", 1, NULL, 0,
          always } },
      "a change that no command makes" },
    { "two actions on one letter after g",
      { { ACTION_OWN, ACTION_READ, SCOPE_OWN, "a", "add", 1, NULL, 'x', NULL },
        { ACTION_OWN + 1, ACTION_READ, SCOPE_OWN, "b", "all", 1, NULL, 'x',
          NULL } },
      "its letter after g is taken" },
};

static void table_is_read(void **state)
{
    const struct lint_row *row = *state;
    size_t count = row->actions[1].keys ? 2 : 1;
    int mistakes = lint(row->actions, count);

    if (row->complaint) {
        assert_true(mistakes > 0);
        assert_non_null(strstr(report, row->complaint));
    } else {
        assert_int_equal(mistakes, 0);
    }
}

static void the_sample_and_the_toolkit_are_in_order(void **state)
{
    (void)state;
    assert_int_equal(lint(sample_actions.actions, sample_actions.count), 0);
}

static const struct name_row {
    const char *says;
    const char *name;
    uint32_t stroke;
    const char *written; /* NULL: there is none */
} name_rows[] = {
    { "a letter", "a", 'a', "a" },
    { "an upper-case letter is another", "A", 'A', "A" },
    { "a letter beyond ASCII", "ř", 0x159, "ř" },
    { "Space has a name", "space", ' ', "Space" },
    { "F-keys", "f12", STROKE_F(12), "F12" },
    { "there is no F25", "F25", STROKE_NONE, NULL },
    { "there is no F0", "F0", STROKE_NONE, NULL },
    { "Ctrl goes with either case", "ctrl-S", STROKE_CTRL | 's', "Ctrl-S" },
    { "Alt keeps the case", "Alt-x", STROKE_ALT | 'x', "Alt-x" },
    { "Alt goes with F-keys", "Alt-F4", STROKE_ALT | STROKE_F(4), "Alt-F4" },
    { "Shift-Tab is one key", "shift-tab", STROKE_BACK_TAB, "Shift-Tab" },
    { "a hyphen is a key", "-", '-', "-" },
    { "a modifier alone is none", "Alt-", STROKE_NONE, NULL },
    { "two letters are no key", "ab", STROKE_NONE, NULL },
};

static void key_has_a_name(void **state)
{
    const struct name_row *row = *state;
    char name[STROKE_NAME_SIZE];

    assert_int_equal(stroke_find(row->name, strlen(row->name)), row->stroke);
    if (!row->written)
        return;
    stroke_name(row->stroke, name);
    assert_string_equal(name, row->written);
}

static void rows_are_found(void **state)
{
    (void)state;
    assert_int_equal(
        action_of_stroke(&sample_actions, SCOPE_PHONE, STROKE_ALT | 'h')->id,
        SAMPLE_HOLD);
    assert_null(action_of_stroke(&sample_actions, SCOPE_PHONE, 'h'));
    assert_int_equal(action_of_letter(&sample_actions, 'c')->id, SAMPLE_CHARTS);
    assert_null(action_of_letter(&sample_actions, 'z'));
    assert_null(action_of_id(&sample_actions, 1));
    assert_int_equal(action_of_id(action_own(), ACTION_HELP)->scope,
                     SCOPE_EVERYWHERE);
}

int main(void)
{
    struct test_list list = { 0 };

    TEST_LIST_ADD_ROWS(&list, table_is_read, lint_rows);
    TEST_LIST_ADD(&list, the_sample_and_the_toolkit_are_in_order);
    TEST_LIST_ADD_ROWS(&list, key_has_a_name, name_rows);
    TEST_LIST_ADD(&list, rows_are_found);
    return test_list_run(&list);
}
