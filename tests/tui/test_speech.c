/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The message line says what has the focus, once, in whole words. */

#include "tui/speech.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "tests/test.h"
#include "tests/tui/picture.h"
#include "tests/tui/sample.h"

static struct sample sample;

static int begin(void **state)
{
    (void)state;
    sample_init(&sample, 24, 100,
                (struct style){ GLYPH_TIER_FULL, LANGUAGE_EN });
    return 0;
}

static int end(void **state)
{
    (void)state;
    sample_done(&sample);
    lang_close();
    return 0;
}

static const char *line(void)
{
    return picture_row(ui_draw(sample.ui), 22);
}

static void nothing_is_said_at_first(void **state)
{
    (void)state;
    assert_string_equal(line(), "");
}

/* What is pressed, and what is then said. */
static const struct focus_row {
    const char *says;
    const char *keys;
    const char *line;
} focus_rows[] = {
    { "a row, its numbers by their headings", "j j",
      " row 3 of 60, Podpora – Dvořáková, Waiting 74, Oldest 2 min 14 s, "
      "open" },
    { "a sign becomes a word", "j j j",
      " row 4 of 60, 日本サポート, Waiting 10, Oldest 3 min 21 s, slow, "
      "critical" },
    { "a mark is said", "j Space k",
      " row 2 of 60, marked, Sales ES, Waiting 37, Oldest 1 min 7 s, open" },
    { "a field and what is in it", "e", " Name, empty" },
    { "a choice", "e Tab Tab Tab Tab", " Strategy, longest idle" },
    { "a password is never said", "e Tab x y z", " Password, hidden" },
    { "an item of a menu", "s", " row 1 of " },
    { "back in the list, the row again", "e Esc",
      " row 1 of 60, Support Tier 1, Waiting 0, Oldest 0 min 0 s, slow" },
};

static void the_focus_is_said(void **state)
{
    const struct focus_row *row = *state;

    begin(NULL);
    ui_announce_set(sample.ui, ANNOUNCE_FOCUS);
    ui_draw(sample.ui);
    sample_press(&sample, row->keys);
    if (strncmp(line(), row->line, strlen(row->line)) != 0)
        fail_msg("said: '%s'", line());
    end(NULL);
}

static void a_message_comes_first_and_goes(void **state)
{
    (void)state;
    ui_announce_set(sample.ui, ANNOUNCE_FOCUS);
    sample_press(&sample, "z");
    assert_non_null(strstr(line(), "z does nothing here"));
    sample.now_us += 6000000;
    assert_non_null(strstr(line(), "row 1 of 60"));
}

static void a_filter_stands_before_it(void **state)
{
    (void)state;
    ui_announce_set(sample.ui, ANNOUNCE_FOCUS);
    sample_press(&sample, "/");
    sample_type(&sample, "night");
    sample_press(&sample, "Enter");
    assert_non_null(strstr(line(), " / night  row 1 of 10, Night line"));
}

/* The name of the third row is the program's to change. */
static void changes_are_said_if_somebody_wants_them(void **state)
{
    (void)state;
    for (int i = 0; i < 2; i++) {
        enum announce way = i == 0 ? ANNOUNCE_FOCUS : ANNOUNCE_CHANGES;

        sample.hostile = "Before";
        ui_announce_set(sample.ui, way);
        sample_press(&sample, i == 0 ? "j j" : "");
        assert_non_null(strstr(line(), "row 3 of 60, Before"));
        sample.hostile = "After";
        assert_non_null(
            strstr(line(), i == 0 ? "row 3 of 60, Before" : "After"));
    }
}

static void a_clock_alone_is_no_change(void **state)
{
    (void)state;
    struct spoken first, then, other;

    speech_begin(&first, 1);
    speech_part(&first, LANGUAGE_EN, "hold");
    speech_part(&first, LANGUAGE_EN, "2:31");
    speech_begin(&then, 1);
    speech_part(&then, LANGUAGE_EN, "hold");
    speech_part(&then, LANGUAGE_EN, "1:02:32");
    speech_begin(&other, 1);
    speech_part(&other, LANGUAGE_EN, "talking");
    speech_part(&other, LANGUAGE_EN, "2:31");
    assert_string_equal(then.text, "hold, 1 h 2 min 32 s");
    assert_true(first.sum == then.sum);
    assert_false(first.sum == other.sum);
}

static void a_long_sentence_is_cut(void **state)
{
    (void)state;
    struct spoken spoken;
    char words[300];

    memset(words, 'x', sizeof(words) - 1);
    words[sizeof(words) - 1] = '\0';
    speech_begin(&spoken, 1);
    for (int i = 0; i < 5; i++)
        speech_part(&spoken, LANGUAGE_EN, words);
    assert_int_equal(strlen(spoken.text), SPEECH_SIZE - 1);
}

static void it_is_said_in_the_language_of_the_screen(void **state)
{
    (void)state;
    struct style style = *ui_style(sample.ui);

    ui_announce_set(sample.ui, ANNOUNCE_FOCUS);
    style.language = LANGUAGE_CS;
    assert_int_equal(lang_open(NULL), 0);
    ui_style_set(sample.ui, style);
    assert_non_null(strstr(line(), "řádek 1 z 60"));
}

static void ways_are_found_by_their_names(void **state)
{
    (void)state;
    enum announce way = ANNOUNCE_OFF;

    assert_int_equal(announce_find("changes", &way), 0);
    assert_int_equal(way, ANNOUNCE_CHANGES);
    assert_int_equal(announce_find("loud", &way), -ENOENT);
    assert_int_equal(way, ANNOUNCE_CHANGES);
}

#define CASE(name)                                                             \
    test_list_add(&list, (struct CMUnitTest)cmocka_unit_test_setup_teardown(   \
                             name, begin, end))

int main(void)
{
    struct test_list list = { 0 };

    CASE(nothing_is_said_at_first);
    TEST_LIST_ADD_ROWS(&list, the_focus_is_said, focus_rows);
    CASE(a_message_comes_first_and_goes);
    CASE(a_filter_stands_before_it);
    CASE(changes_are_said_if_somebody_wants_them);
    CASE(a_clock_alone_is_no_change);
    CASE(a_long_sentence_is_cut);
    CASE(it_is_said_in_the_language_of_the_screen);
    CASE(ways_are_found_by_their_names);
    return test_list_run(&list);
}
