/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text of several lines is typed, wrapped, pasted and undone. */

#include "tui/notes.h"

#include <string.h>

#include "tests/test.h"
#include "tests/tui/picture.h"
#include "tui/edit.h"

static struct notes *notes;
static struct grid *grid;
static struct surface surface;
static const struct style style = { GLYPH_TIER_FULL, LANGUAGE_EN };

static int begin(void **state)
{
    (void)state;
    if (notes_new(&notes) < 0 || grid_new(3, 11, &grid) < 0)
        return -1;
    surface = surface_of(grid, &style);
    return 0;
}

static int end(void **state)
{
    (void)state;
    notes = notes_free(notes);
    grid = grid_free(grid);
    return 0;
}

static void press(const char *keys)
{
    while (*keys) {
        size_t length = strcspn(keys, " ");
        struct input input = { .kind = INPUT_STROKE,
                               .stroke = stroke_find(keys, length) };

        assert_int_not_equal(input.stroke, STROKE_NONE);
        notes_input(notes, &input);
        keys += length;
        keys += *keys == ' ';
    }
}

static void paste(const char *text)
{
    struct input input = { .kind = INPUT_PASTE,
                           .paste = text,
                           .length = strlen(text) };

    notes_input(notes, &input);
}

static const char *draw(void)
{
    grid_clear(grid);
    notes_draw(notes, &surface, true);
    return picture_of(grid);
}

static void words_are_wrapped(void **state)
{
    (void)state;
    paste("one two three four");
    assert_string_equal(draw(), "one two\nthree four\n\n");
    assert_int_equal(notes_rows(notes, 10), 2);
    assert_int_equal(grid_cursor(grid).row, 1);
    assert_int_equal(grid_cursor(grid).column, 10);
}

static void a_word_too_long_is_broken(void **state)
{
    (void)state;
    paste("abcdefghijklmno");
    assert_string_equal(draw(), "abcdefghij\nklmno\n\n");
}

static void lines_end_where_they_were_ended(void **state)
{
    (void)state;
    press("a Enter Enter b");
    assert_string_equal(notes_text(notes), "a\n\nb");
    assert_string_equal(draw(), "a\n\nb\n");
    press("Enter");
    draw();
    assert_int_equal(notes_rows(notes, 10), 4);
    assert_int_equal(grid_cursor(grid).column, 0);
}

static void the_cursor_moves_up_and_down_by_rows(void **state)
{
    (void)state;
    paste("one two three four");
    draw();
    press("Up");
    draw();
    assert_int_equal(grid_cursor(grid).row, 0);
    press("Home X");
    assert_string_equal(notes_text(notes), "Xone two three four");
    draw();
    press("Down End Y");
    assert_string_equal(notes_text(notes), "Xone two three fourY");
}

static void past_the_ends_a_key_is_not_taken(void **state)
{
    struct input up = { .kind = INPUT_STROKE, .stroke = STROKE_UP };
    struct input down = { .kind = INPUT_STROKE, .stroke = STROKE_DOWN };

    (void)state;
    paste("a\nb");
    draw();
    assert_false(notes_input(notes, &down));
    assert_true(notes_input(notes, &up));
    assert_false(notes_input(notes, &up));
}

static void changes_are_undone_one_by_one(void **state)
{
    (void)state;
    press("a b");
    paste("CD");
    press("Backspace Left Del");
    assert_string_equal(notes_text(notes), "ab");
    struct input undo = { .kind = INPUT_STROKE, .stroke = STROKE_CTRL | 'z' };
    static const char *const back[] = { "abC", "abCD", "ab", "a", "", "" };
    for (size_t i = 0; i < ARRAY_LEN(back); i++) {
        notes_input(notes, &undo);
        assert_string_equal(notes_text(notes), back[i]);
    }
}

static void the_oldest_change_is_forgotten(void **state)
{
    struct input undo = { .kind = INPUT_STROKE, .stroke = STROKE_CTRL | 'z' };

    (void)state;
    for (int i = 0; i < 70; i++)
        press("x");
    for (int i = 0; i < 100; i++)
        notes_input(notes, &undo);
    assert_string_equal(notes_text(notes), "xxxxxx");
}

static void a_text_has_a_limit(void **state)
{
    static char much[3 * NOTES_SIZE];

    (void)state;
    memset(much, 'x', sizeof(much) - 1);
    paste(much);
    assert_true(strlen(notes_text(notes)) < NOTES_SIZE);
    press("y");
    press("Backspace");
    notes_set(notes, "short");
    assert_string_equal(notes_text(notes), "short");
}

static void what_is_pasted_is_cleaned(void **state)
{
    (void)state;
    paste("a\033[2J\tb\u202ec\r\n\xff");
    assert_string_equal(notes_text(notes), "a·[2J·bc·\n\uFFFD");
}

static void marks_go_with_their_letters(void **state)
{
    (void)state;
    paste("ae\u0301b");
    press("Left Backspace");
    assert_string_equal(notes_text(notes), "ab");
}

/* Random keys against a plain model: the text is what was typed. */
static void any_keys_keep_the_text_whole(void **state)
{
    static const char *const keys[] = { "a",     "Space",     "Enter", "Left",
                                        "Right", "Up",        "Down",  "Home",
                                        "End",   "Backspace", "Del",   "é" };
    unsigned seed = 5;

    (void)state;
    for (int i = 0; i < 5000; i++) {
        seed = seed * 1103515245u + 12345u;
        press(keys[(seed >> 16) % ARRAY_LEN(keys)]);
        if (i % 50 == 0) {
            draw();
            assert_int_equal(grid_cursor(grid).is_shown, true);
        }
    }
}

static void a_line_is_edited(void **state)
{
    struct edit edit = { .text = "" };
    static const struct {
        const char *key, *text;
    } steps[] = {
        { "a", "a" },      { "Space", "a " },   { "b", "a b" },
        { "ř", "a bř" },   { "Left", "a bř" },  { "Backspace", "a ř" },
        { "Home", "a ř" }, { "Del", " ř" },     { "x", "x ř" },
        { "End", "x ř" },  { "y", "x řy" },     { "Ctrl-W", "x " },
        { "Ctrl-U", "" },  { "Backspace", "" }, { "Del", "" },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(steps); i++) {
        struct input input = { .kind = INPUT_STROKE,
                               .stroke = stroke_find(steps[i].key,
                                                     strlen(steps[i].key)) };

        assert_true(edit_input(&edit, &input));
        assert_string_equal(edit.text, steps[i].text);
    }
}

static void a_long_line_shows_its_cursor(void **state)
{
    struct edit edit;

    (void)state;
    edit_set(&edit, "abcdefghijklmnop");
    grid_clear(grid);
    edit_draw(&edit, &surface, (struct place){ 0, 1, 6, false },
              (struct edit_manner){ LOOK(TEXT, 0), true, false });
    assert_string_equal(picture_row(grid, 0), " lmnop");
    assert_int_equal(grid_cursor(grid).column, 6);
}

static void a_secret_is_bullets(void **state)
{
    struct edit edit;

    (void)state;
    edit_set(&edit, "hřebík");
    grid_clear(grid);
    edit_draw(&edit, &surface, (struct place){ 0, 0, 10, false },
              (struct edit_manner){ LOOK(TEXT, 0), true, true });
    assert_string_equal(picture_row(grid, 0), "••••••");
}

int main(void)
{
    struct test_list list = { 0 };

#define CASE(f)                                                                \
    test_list_add(&list, (struct CMUnitTest)cmocka_unit_test_setup_teardown(   \
                             f, begin, end))
    CASE(words_are_wrapped);
    CASE(a_word_too_long_is_broken);
    CASE(lines_end_where_they_were_ended);
    CASE(the_cursor_moves_up_and_down_by_rows);
    CASE(past_the_ends_a_key_is_not_taken);
    CASE(changes_are_undone_one_by_one);
    CASE(the_oldest_change_is_forgotten);
    CASE(a_text_has_a_limit);
    CASE(what_is_pasted_is_cleaned);
    CASE(marks_go_with_their_letters);
    CASE(any_keys_keep_the_text_whole);
    CASE(a_line_is_edited);
    CASE(a_long_line_shows_its_cursor);
    CASE(a_secret_is_bullets);
    return test_list_run(&list);
}
