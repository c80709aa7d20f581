/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is told, is whole and true: keys in the footer, reasons, messages. */

#include <string.h>

#include "tests/test.h"
#include "tests/tui/picture.h"
#include "tests/tui/sample_fixture.h"
#include "tui/prose.h"
#include "tui/stroke_word.h"
#include "tui/ui.h"

#define LONG_START "Call refused. The agent may not call that number."
#define LONG_END   "Allow it: cclite agent set NAME --outside internal"

static void in_a_field_no_letter_is_told(void **state)
{
    (void)state;
    assert_string_equal(sample_row(23),
                        " e edit  c charts  d delete  / filter  "
                        ": commands  F3 hold  F9 state  ? help");
    sample_press(&sample, "e");
    assert_string_equal(sample_row(23), " F3 hold  F9 state  F1 help");
    sample_press(&sample, "Tab Tab Tab Tab"); /* a choice takes no letters */
    assert_string_equal(sample_row(23),
                        " : commands  F3 hold  F9 state  ? help");
}

static void popup_draw(void *state, const struct surface *surface)
{
    (void)state;
    (void)surface;
}

static void a_popup_tells_how_it_is_closed(void **state)
{
    (void)state;
    static const struct view_kind kind = { .is_popup = true,
                                           .draw = popup_draw };
    static const struct view_kind typed = { .is_popup = true,
                                            .draw = popup_draw,
                                            .hint = "only this" };

    assert_int_equal(ui_push(sample.ui, &kind, NULL), 0);
    assert_non_null(strstr(sample_row(23), "Esc close"));
    sample_press(&sample, "Esc");
    assert_null(strstr(sample_row(23), "Esc close"));
    assert_int_equal(ui_push(sample.ui, &typed, NULL), 0);
    assert_string_equal(sample_row(23), " only this");
}

static void a_long_message_is_whole(void **state)
{
    (void)state;
    ui_say(sample.ui, SEVERITY_WARNING, LONG_START " " LONG_END);
    assert_string_equal(sample_row(21),
                        " ◊ " LONG_START " Allow it: cclite agent set");
    assert_string_equal(sample_row(22), "   NAME --outside internal");
    sample.now_us += 15000000;
    assert_string_equal(sample_row(22), "");
    assert_false(sample_shows("Allow it"));
    sample_press(&sample, "M");
    assert_true(sample_shows(LONG_START));
    assert_true(sample_shows("--outside internal"));
}

/* An error stays until Esc, but not over what one works with. */
static void an_error_gives_its_rows_back(void **state)
{
    (void)state;
    ui_say(sample.ui, SEVERITY_ERROR, LONG_START " " LONG_END);
    assert_string_equal(sample_row(22), "   NAME --outside internal");
    sample.now_us += 20000000;
    assert_string_equal(sample_row(22),
                        " ▲ " LONG_START " Allow it: cclite agent se…");
    assert_null(strstr(sample_row(21), "Call refused"));
}

/* On a low screen the screen itself goes first. */
static void a_long_message_leaves_the_screen_its_rows(void **state)
{
    (void)state;
    sample_done(&sample);
    sample_init(&sample, 12, 40,
                (struct style){ GLYPH_TIER_FULL, LANGUAGE_EN });
    ui_say(sample.ui, SEVERITY_WARNING, LONG_START " " LONG_END);
    assert_string_equal(sample_row(10),
                        " ◊ Call refused. The agent may not cal…");
    assert_non_null(strstr(sample_row(9), "Night line"));
}

static void the_chosen_row_of_the_palette_says_why_not(void **state)
{
    (void)state;
    sample_press(&sample, ": h o l d");
    assert_true(sample_shows("There is no call to hold."));
    sample.has_call = true;
    assert_false(sample_shows("There is no call to hold."));
}

static const struct word_row {
    const char *says;
    struct style style;
    uint32_t stroke;
    const char *word;
} word_rows[] = {
    { "an arrow is an arrow",
      { GLYPH_TIER_WGL, LANGUAGE_EN },
      STROKE_RIGHT,
      "→" },
    { "in ASCII it has its name: > is a key of its own",
      { GLYPH_TIER_ASCII, LANGUAGE_EN },
      STROKE_RIGHT,
      "Right" },
    { "the space bar is Space",
      { GLYPH_TIER_FULL, LANGUAGE_EN },
      ' ',
      "Space" },
    { "it has a name in Spanish",
      { GLYPH_TIER_FULL, LANGUAGE_ES },
      ' ',
      "Espacio" },
    { "it has a name in Czech",
      { GLYPH_TIER_FULL, LANGUAGE_CS },
      ' ',
      "Mezerník" },
    { "what is written on a key stays",
      { GLYPH_TIER_FULL, LANGUAGE_CS },
      STROKE_CTRL | 's',
      "Ctrl-S" },
    { "no key is no words", { GLYPH_TIER_FULL, LANGUAGE_EN }, STROKE_NONE, "" },
};

static void a_key_is_worded(void **state)
{
    const struct word_row *row = *state;
    struct safe_text word;

    lang_open(NULL);
    stroke_word(&row->style, row->stroke, &word);
    assert_string_equal(word.text, row->word);
    lang_close();
}

static const struct prose_row {
    const char *says;
    const char *words;
    int columns;
    int rows;
} prose_rows_of[] = {
    { "nothing takes no row", "", 10, 0 },
    { "what fits takes one", "one two", 7, 1 },
    { "it is broken at blanks", "one two three", 8, 2 },
    { "a word too long is cut", "abcdefghij", 4, 3 },
    { "a sign wider than the row ends it", "日本", 1, 1 },
};

static void prose_is_measured(void **state)
{
    const struct prose_row *row = *state;

    assert_int_equal(prose_rows(row->words, row->columns), row->rows);
}

int main(void)
{
    struct test_list list = { 0 };

#define CASE(f)                                                                \
    test_list_add(&list, (struct CMUnitTest)cmocka_unit_test_setup_teardown(   \
                             f, sample_begin, sample_end))
    CASE(in_a_field_no_letter_is_told);
    CASE(a_popup_tells_how_it_is_closed);
    CASE(a_long_message_is_whole);
    CASE(an_error_gives_its_rows_back);
    CASE(a_long_message_leaves_the_screen_its_rows);
    CASE(the_chosen_row_of_the_palette_says_why_not);
    TEST_LIST_ADD_ROWS(&list, a_key_is_worded, word_rows);
    TEST_LIST_ADD_ROWS(&list, prose_is_measured, prose_rows_of);
    return test_list_run(&list);
}
