/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is typed is kept, checked, and only then anybody's business. */

#include "tui/form.h"

#include <errno.h>
#include <string.h>

#include "tests/test.h"
#include "tests/tui/picture.h"

enum {
    NAME = 1,
    SECRET,
    PLACES,
    RING,
    MODE,
    KIND,
    OPEN,
    NOTES,
    ID,
    SAVE,
    BACK
};

static int option_count(const void *arg)
{
    (void)arg;
    return 3;
}

static void option(const void *arg, int n, const struct style *style,
                   struct safe_text *ret_text)
{
    static const char *const words[] = { "first", "second", "third" };

    (void)arg;
    (void)style;
    safe_text_copy(ret_text, words[n]);
}

static const struct form_field fields[] = {
    { .id = NAME,
      .kind = FORM_TEXT,
      .label = "Name",
      .cells = 12,
      .min = 2,
      .max = 8,
      .is_required = true },
    { .id = SECRET, .kind = FORM_PASSWORD, .label = "Secret", .cells = 12 },
    { .id = PLACES,
      .kind = FORM_NUMBER,
      .label = "Places",
      .cells = 4,
      .min = -5,
      .max = 50 },
    { .id = RING,
      .kind = FORM_DURATION,
      .label = "Ring",
      .cells = 6,
      .min = 5,
      .max = 7200 },
    { .id = MODE,
      .kind = FORM_CHOICE,
      .label = "Mode",
      .cells = 12,
      .options = option_count,
      .option = option },
    { .kind = FORM_HEADING, .label = "More" },
    { .id = KIND,
      .kind = FORM_RADIO,
      .label = "Kind",
      .options = option_count,
      .option = option },
    { .id = OPEN, .kind = FORM_CHECK, .label = "Open" },
    { .id = NOTES, .kind = FORM_NOTES, .label = "Notes", .rows = 2 },
    { .id = ID, .kind = FORM_SHOWN, .label = "Id" },
    { .id = SAVE, .kind = FORM_BUTTON, .label = "Save" },
    { .id = BACK, .kind = FORM_BUTTON, .label = "Back" },
};

static struct form *form;
static struct grid *grid;
static struct surface surface;
static const struct style style = { GLYPH_TIER_FULL, LANGUAGE_EN };

static int begin(void **state)
{
    (void)state;
    if (form_new(fields, ARRAY_LEN(fields), &form) < 0 ||
        grid_new(16, 40, &grid) < 0)
        return -1;
    surface = surface_of(grid, &style);
    return 0;
}

static int end(void **state)
{
    (void)state;
    form = form_free(form);
    grid = grid_free(grid);
    return 0;
}

static enum form_event press(const char *keys)
{
    enum form_event event = FORM_IGNORED;

    while (*keys) {
        size_t length = strcspn(keys, " ");
        struct input input = { .kind = INPUT_STROKE,
                               .stroke = stroke_find(keys, length) };

        event = form_input(form, &input);
        keys += length;
        keys += *keys == ' ';
    }
    return event;
}

static const char *draw(void)
{
    grid_clear(grid);
    form_draw(form, &surface, true);
    return picture_of(grid);
}

static void a_form_is_drawn(void **state)
{
    (void)state;
    form_set_text(form, NAME, "Sales");
    form_set_number(form, RING, 90);
    form_set_choice(form, MODE, 1);
    form_set_check(form, OPEN, true);
    form_set_text(form, NOTES, "one\ntwo");
    form_set_text(form, ID, "8f2c");
    assert_string_equal(draw(), " ▌ Name    ‹ Sales        ›\n"
                                "   Secret  ‹              ›\n"
                                "   Places  ‹      ›\n"
                                "   Ring    ‹ 1:30   ›\n"
                                "   Mode    ‹ second     ▼ ›\n"
                                "── More ────────────────────────────────\n"
                                "   Kind    (•) first\n"
                                "           ( ) second\n"
                                "           ( ) third\n"
                                "   Open    [x]\n"
                                "   Notes   │ one\n"
                                "           │ two\n"
                                "   Id        8f2c\n"
                                "\n"
                                "   [ Save ]   [ Back ]\n"
                                "\n");
    assert_int_equal(grid_cursor(grid).row, 0);
    assert_int_equal(grid_cursor(grid).column, 18);
    assert_false(form_is_dirty(form));
}

/* What a click does at places of the picture above; the one before it is at the
   first field. */
static const struct click_row {
    const char *says;
    int row, column;
    enum form_event event;
    int focused;
} click_rows[] = {
    { "a click at a field gives it the focus", 3, 14, FORM_TAKEN, RING },
    { "... and so does one at its label", 2, 4, FORM_TAKEN, PLACES },
    { "one at what is only shown does nothing", 12, 14, FORM_IGNORED, NAME },
    { "nor one at a heading", 5, 4, FORM_IGNORED, NAME },
    { "nor one below the form", 15, 4, FORM_IGNORED, NAME },
    { "one at a button presses it", 14, 5, FORM_PRESSED, SAVE },
    { "... the one that is there", 14, 16, FORM_PRESSED, BACK },
    { "... and none between them", 14, 12, FORM_IGNORED, NAME },
    { "... nor above them", 13, 5, FORM_IGNORED, NAME },
    { "a choice that has not the focus gets it first", 4, 14, FORM_TAKEN,
      MODE },
    { "one of options that are all to see is chosen", 8, 14, FORM_CHANGED,
      KIND },
    { "... the one that is chosen stays so", 6, 14, FORM_TAKEN, KIND },
    { "a check is turned", 9, 12, FORM_CHANGED, OPEN },
};

static enum form_event click(int row, int column)
{
    return form_input(
        form,
        &(struct input){ .kind = INPUT_CLICK, .row = row, .column = column });
}

static void a_click_does_what_keys_do(void **state)
{
    const struct click_row *row = *state;

    assert_int_equal(begin(NULL), 0);
    form_set_check(form, OPEN, true);
    form_set_text(form, NOTES, "one\ntwo");
    (void)draw();
    (void)click(0, 14);
    assert_int_equal(click(row->row, row->column), row->event);
    assert_int_equal(form_focused(form), row->focused);
    (void)end(NULL);
}

static void a_second_click_takes_the_next_choice(void **state)
{
    (void)state;
    (void)draw();
    assert_int_equal(click(4, 14), FORM_TAKEN);
    assert_int_equal(form_choice(form, MODE), 0);
    assert_int_equal(click(4, 14), FORM_CHANGED);
    assert_int_equal(form_choice(form, MODE), 1);
}

static void the_focus_goes_round_and_skips_what_is_shown(void **state)
{
    static const int stops[] = { SECRET, PLACES, RING, MODE, KIND,
                                 OPEN,   NOTES,  SAVE, BACK, NAME };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(stops); i++) {
        press("Tab");
        assert_int_equal(form_focused(form), stops[i]);
    }
    press("Shift-Tab");
    assert_int_equal(form_focused(form), BACK);
    form_set_disabled(form, SAVE, true);
    press("Left");
    assert_int_equal(form_focused(form), NOTES);
}

static void typing_makes_dirty_and_taking_back_clean(void **state)
{
    (void)state;
    press("a");
    assert_true(form_is_dirty(form));
    assert_true(form_field_is_dirty(form, NAME));
    assert_non_null(strstr(draw(), "◊▌ Name"));
    press("Backspace");
    assert_false(form_is_dirty(form));
    press("b");
    form_clean(form);
    assert_false(form_is_dirty(form));
    assert_string_equal(form_text(form, NAME), "b");
}

static void choices_turn_and_checks_flip(void **state)
{
    (void)state;
    form_focus(form, MODE);
    assert_int_equal(press("Right"), FORM_CHANGED);
    assert_int_equal(form_choice(form, MODE), 1);
    press("Right Right");
    assert_int_equal(form_choice(form, MODE), 0);
    press("Left");
    assert_int_equal(form_choice(form, MODE), 2);
    assert_int_equal(press("s"), FORM_CHANGED);
    assert_int_equal(form_choice(form, MODE), 1);
    assert_int_equal(press("T"), FORM_CHANGED);
    assert_int_equal(form_choice(form, MODE), 2);
    assert_int_equal(press("t"), FORM_CHANGED);
    assert_int_equal(form_choice(form, MODE), 2);
    assert_int_equal(press("x"), FORM_IGNORED);
    form_focus(form, KIND);
    press("Down Down");
    assert_int_equal(form_choice(form, KIND), 2);
    assert_int_equal(form_focused(form), KIND);
    press("Down");
    assert_int_equal(form_focused(form), OPEN);
    assert_int_equal(press("Space"), FORM_CHANGED);
    assert_true(form_check(form, OPEN));
    assert_false(form_is_typing(form));
    form_focus(form, SAVE);
    assert_int_equal(press("Enter"), FORM_PRESSED);
    assert_int_equal(form_focused(form), SAVE);
    form_focus(form, NAME);
    assert_true(form_is_typing(form));
    assert_int_equal(press("Enter"), FORM_ENTERED);
}

static const struct number_row {
    const char *says;
    int id;
    const char *text;
    int rc;
    int64_t number;
} number_rows[] = {
    { "a number", PLACES, "42", 0, 42 },
    { "a number below zero", PLACES, "-5", 0, -5 },
    { "a number out of its range", PLACES, "51", -EINVAL, 0 },
    { "no number", PLACES, "4x", -EINVAL, 0 },
    { "a number too long for anybody", PLACES, "1111111111111111111111",
      -EINVAL, 0 },
    { "nothing", PLACES, "", -ENODATA, 0 },
    { "seconds", RING, "90", 0, 90 },
    { "seconds with their unit", RING, "90s", 0, 90 },
    { "minutes", RING, "5m", 0, 300 },
    { "minutes by their long unit", RING, "5 min", 0, 300 },
    { "hours", RING, "2h", 0, 7200 },
    { "minutes and seconds", RING, "1:30", 0, 90 },
    { "hours, minutes, seconds", RING, "1:02:03", 0, 3723 },
    { "sixty seconds past the colon", RING, "1:60", -EINVAL, 0 },
    { "a colon and a unit", RING, "1:30m", -EINVAL, 0 },
    { "an unknown unit", RING, "5w", -EINVAL, 0 },
    { "a duration out of its range", RING, "3h", -EINVAL, 0 },
    { "a duration below zero", RING, "-5", -EINVAL, 0 },
};

static void number_is_read(void **state)
{
    const struct number_row *row = *state;
    int64_t number = 0;

    begin(NULL);
    form_set_text(form, row->id, row->text);
    assert_int_equal(form_number(form, row->id, &number), row->rc);
    assert_int_equal(number, row->number);
    end(NULL);
}

static void a_duration_is_written_as_it_is_read(void **state)
{
    static const int64_t seconds[] = { 5, 59, 60, 61, 3600, 7199 };
    int64_t number;

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(seconds); i++) {
        form_set_number(form, RING, seconds[i]);
        assert_int_equal(form_number(form, RING, &number), 0);
        assert_int_equal(number, seconds[i]);
    }
}

static void a_review_finds_all_and_goes_to_the_first(void **state)
{
    (void)state;
    form_set_text(form, PLACES, "99");
    form_set_text(form, RING, "soon");
    form_focus(form, SAVE);
    assert_int_equal(form_review(form, LANGUAGE_EN), 3);
    assert_int_equal(form_focused(form), NAME);
    draw();
    assert_string_equal(picture_row(grid, 1), "           Fill this in.");
    assert_string_equal(picture_row(grid, 4),
                        "           Give a whole number from -5");
    press("x");
    draw();
    assert_string_equal(picture_row(grid, 1), "   Secret  ‹              ›");
    assert_int_equal(form_review(form, LANGUAGE_EN), 3);
    form_set_text(form, NAME, "much too long");
    assert_int_equal(form_review(form, LANGUAGE_EN), 3);
    form_set_text(form, NAME, "Sales");
    form_set_text(form, PLACES, "");
    form_set_text(form, RING, "20");
    assert_int_equal(form_review(form, LANGUAGE_EN), 0);
}

static void a_server_can_object(void **state)
{
    (void)state;
    form_set_error(form, MODE, "in use\033[2J");
    assert_non_null(strstr(draw(), "▲  Mode"));
    assert_non_null(strstr(picture_of(grid), "in use·[2J"));
    form_set_error(form, MODE, NULL);
    assert_null(strstr(draw(), "in use"));
}

/* Also what to do, which is at its end. */
static void an_objection_is_told_whole(void **state)
{
    int rows = form_rows(form, surface.columns);

    (void)state;
    form_set_error(form, NAME,
                   "The queue does not call that number back, whoever asks "
                   "for it and however often. Allow it: cclite queue set");
    assert_non_null(strstr(draw(), "The queue does not call"));
    assert_non_null(strstr(picture_of(grid), "cclite queue set"));
    assert_true(form_rows(form, surface.columns) > rows + 1);
    form_set_error(form, NAME, NULL);
    (void)draw();
    assert_int_equal(form_rows(form, surface.columns), rows);
}

static void a_low_window_scrolls_to_the_focus(void **state)
{
    (void)state;
    surface.rows = 4;
    form_focus(form, BACK);
    assert_non_null(strstr(draw(), "[ Back ]"));
    form_focus(form, KIND);
    form_set_choice(form, KIND, 2);
    assert_non_null(strstr(draw(), "(•) third"));
    assert_true(grid_cursor(grid).row < 4);
    form_focus(form, NAME);
    assert_non_null(strstr(draw(), "▌ Name"));
}

static void a_password_shows_bullets_alone(void **state)
{
    (void)state;
    form_focus(form, SECRET);
    press("s e c r e t");
    assert_null(strstr(draw(), "secret"));
    assert_non_null(strstr(picture_of(grid), "‹ ••••••"));
    assert_string_equal(form_text(form, SECRET), "secret");
}

static void notes_take_enter_and_tab_leaves_them(void **state)
{
    (void)state;
    form_focus(form, NOTES);
    draw();
    assert_int_equal(press("a Enter b"), FORM_CHANGED);
    assert_string_equal(form_text(form, NOTES), "a\nb");
    press("Tab");
    assert_int_equal(form_focused(form), SAVE);
}

int main(void)
{
    struct test_list list = { 0 };

#define CASE(f)                                                                \
    test_list_add(&list, (struct CMUnitTest)cmocka_unit_test_setup_teardown(   \
                             f, begin, end))
    CASE(a_form_is_drawn);
    CASE(the_focus_goes_round_and_skips_what_is_shown);
    CASE(typing_makes_dirty_and_taking_back_clean);
    CASE(choices_turn_and_checks_flip);
    TEST_LIST_ADD_ROWS(&list, a_click_does_what_keys_do, click_rows);
    CASE(a_second_click_takes_the_next_choice);
    TEST_LIST_ADD_ROWS(&list, number_is_read, number_rows);
    CASE(a_duration_is_written_as_it_is_read);
    CASE(a_review_finds_all_and_goes_to_the_first);
    CASE(a_server_can_object);
    CASE(an_objection_is_told_whole);
    CASE(a_low_window_scrolls_to_the_focus);
    CASE(a_password_shows_bullets_alone);
    CASE(notes_take_enter_and_tab_leaves_them);
    return test_list_run(&list);
}
