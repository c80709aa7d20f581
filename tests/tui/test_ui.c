/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way of keys, what stands in header and footer, and who gets what. */

#include "tui/ui.h"

#include <stdio.h>
#include <string.h>

#include "tests/test.h"
#include "tests/tui/picture.h"
#include "tests/tui/sample_fixture.h"
#include "tui/confirm.h"
#include "tui/footer.h"
#include "tui/menu.h"
#include "tui/palette.h"

static void the_list_is_drawn(void **state)
{
    (void)state;
    sample_done(&sample);
    sample_init(&sample, 12, 60,
                (struct style){ GLYPH_TIER_FULL, LANGUAGE_EN });
    assert_string_equal(
        picture_of(ui_draw(sample.ui)),
        " cclite  Queues  Ana Nováková…  ● READY 04:12       live\n"
        " Queues │ Skills │ Hours\n"
        "── Queues ──────────────────────────────────────────── 60 ──\n"
        "   Queue                        Waiting  Oldest  State\n"
        " ▌ Support Tier 1                     0    0:00  ◊ slow\n"
        "   Sales ES                          37    1:07  ● open\n"
        "   Podpora – Dvořáková               74    2:14  ● open\n"
        " ▲ 日本サポート                      10    3:21  ◊ slow\n"
        "   Bi\u0301lling                           47    4:28  ● open\n"
        "   Night line                        84    5:35  ● open\n"
        "\n"
        " e edit  c charts  d delete  F3 hold  F9 state  ? help\n");
}

static void the_cursor_stands_on_the_focused_row(void **state)
{
    (void)state;
    struct grid_cursor cursor = grid_cursor(ui_draw(sample.ui));

    assert_int_equal(cursor.row, 4);
    sample_press(&sample, "j j");
    cursor = grid_cursor(ui_draw(sample.ui));
    assert_int_equal(cursor.row, 6);
    assert_true(cursor.is_shown);
}

static void the_state_stands_in_the_same_cells_on_every_screen(void **state)
{
    (void)state;
    char list[512];

    snprintf(list, sizeof(list), "%s", sample_row(0));
    sample_press(&sample, "c");
    const char *charts = sample_row(0);
    assert_string_equal(strstr(list, "● READY"), strstr(charts, "● READY"));
}

static void an_unknown_key_says_so(void **state)
{
    (void)state;
    sample_press(&sample, "z");
    assert_string_equal(sample_row(22),
                        " ● z does nothing here. ? shows the keys.");
    sample.now_us += 6000000;
    assert_string_equal(sample_row(22), "");
}

static void what_is_impossible_says_why(void **state)
{
    (void)state;
    sample_press(&sample, "F3");
    assert_int_equal(sample.held, 0);
    assert_string_equal(sample_row(22), " ◊ There is no call to hold.");
    sample.has_call = true;
    sample_press(&sample, "F3 Alt-h");
    assert_int_equal(sample.held, 2);
}

static void the_phone_works_under_popups_and_in_fields(void **state)
{
    (void)state;
    sample.has_call = true;
    sample_press(&sample, "d F3");
    assert_int_equal(sample.held, 1);
    sample.now_us += CONFIRM_DEAF_US;
    sample_press(&sample, "Esc");
    assert_false(sample_shows("Delete queue"));
    sample_press(&sample, "e F3 Alt-h");
    assert_int_equal(sample.held, 3);
}

static void letters_are_letters_in_a_field(void **state)
{
    (void)state;
    sample_press(&sample, "e");
    sample_type(&sample, "dQq?:g");
    assert_string_equal(form_text(sample.form, SAMPLE_NAME), "dQq?:g");
    assert_true(sample_shows("Ring time"));
    assert_false(ui_is_over(sample.ui));
}

static void backspace_in_an_empty_field_is_no_way_back(void **state)
{
    (void)state;
    sample_press(&sample, "e Backspace");
    assert_true(sample_shows("Ring time"));
    sample_press(&sample, "Esc");
    assert_false(sample_shows("Ring time"));
}

static void a_popup_lets_no_key_through(void **state)
{
    (void)state;
    sample_press(&sample, "F9 e c d z");
    assert_true(sample_shows("Change state"));
    assert_false(sample_shows("Delete queue"));
    assert_false(sample_shows("does nothing here"));
    sample_press(&sample, "Esc");
    assert_false(sample_shows("Change state"));
    assert_true(sample_shows("Queues"));
}

static void a_menu_picks_by_letter_and_by_moving(void **state)
{
    (void)state;
    sample_press(&sample, "F9 l");
    assert_int_equal(sample.state, 1);
    sample_press(&sample, "F9 Down Down Up Enter");
    assert_int_equal(sample.state, 1);
    sample_press(&sample, "F9 Enter");
    assert_int_equal(sample.state, 0);
}

static void a_menu_refuses_with_the_reason(void **state)
{
    (void)state;
    sample_press(&sample, "F9 t");
    assert_int_equal(sample.state, -1);
    assert_true(sample_shows("Change state"));
    assert_string_equal(sample_row(22), " ◊ not today");
}

/* A menu of many. */

enum { MANY = 200 };

static int many_count(const void *arg)
{
    (void)arg;
    return MANY;
}

static void many_item(const void *arg, int n, const struct style *style,
                      struct menu_item *ret_item)
{
    (void)arg;
    (void)style;
    safe_text_format(&ret_item->label, "queue-%03d", n + 1);
    safe_text_copy(&ret_item->note, n % 2 ? "sales" : "help");
}

static void many_choose(void *arg, int n, uint32_t stroke)
{
    (void)stroke;
    *(int *)arg = n + 1;
}

static int chosen_of_many(const char *keys, const char *words, const char *then)
{
    static int chosen;

    chosen = 0;
    assert_int_equal(menu_push(sample.ui, &(struct menu){ .title = "Many",
                                                          .count = many_count,
                                                          .item = many_item,
                                                          .choose = many_choose,
                                                          .arg = &chosen }),
                     0);
    sample_press(&sample, keys);
    sample_type(&sample, words);
    sample_press(&sample, then);
    return chosen;
}

static void a_menu_has_room_for_two_hundred(void **state)
{
    (void)state;
    assert_int_equal(chosen_of_many("Up", "", "Enter"), MANY);
    assert_int_equal(chosen_of_many("PgDn PgDn PgUp", "", "Enter"), 11);
    assert_int_equal(chosen_of_many("PgUp", "", "Enter"), 1);
}

static void a_menu_moves_as_a_list_does(void **state)
{
    (void)state;
    assert_int_equal(chosen_of_many("j j k", "", "Enter"), 2);
    assert_int_equal(chosen_of_many("End", "", "Enter"), MANY);
    assert_int_equal(chosen_of_many("End Home", "", "Enter"), 1);
}

/* A menu whose notes are longer than its rows. */

static int told_rows = 8;

static int told_count(const void *arg)
{
    (void)arg;
    return told_rows;
}

static void told_item(const void *arg, int n, const struct style *style,
                      struct menu_item *ret_item)
{
    (void)arg;
    (void)style;
    ret_item->letter = (char)('g' + n);
    safe_text_format(&ret_item->label, "thing %d", n + 1);
    safe_text_format(&ret_item->note,
                     "is one of eight, and says so at some length: number %d",
                     n + 1);
}

static int chosen_of_told(const char *keys, bool is_read)
{
    static int chosen;

    chosen = 0;
    assert_int_equal(menu_push(sample.ui, &(struct menu){ .title = "Told",
                                                          .cells = 60,
                                                          .is_read = is_read,
                                                          .count = told_count,
                                                          .item = told_item,
                                                          .choose = many_choose,
                                                          .arg = &chosen }),
                     0);
    sample_press(&sample, keys);
    return chosen;
}

static void a_menu_tells_all_of_a_note(void **state)
{
    (void)state;
    chosen_of_told("Down Down", false);
    assert_true(sample_shows("number 3"));
    assert_false(sample_shows("number 2"));
    sample_press(&sample, "Up");
    assert_true(sample_shows("number 2"));
    sample_press(&sample, "Esc");
}

static void a_menu_of_two_tells_all_of_a_note_as_well(void **state)
{
    (void)state;
    told_rows = 2;
    chosen_of_told("Down", false);
    assert_true(sample_shows("number 2"));
    sample_press(&sample, "Esc");
    told_rows = 8;
}

static void a_menu_that_stays_at_a_space_is_closed_by_enter(void **state)
{
    int chosen = 0;

    (void)state;
    assert_int_equal(
        menu_push(sample.ui, &(struct menu){ .title = "Staying",
                                             .stays_at_space = true,
                                             .count = told_count,
                                             .item = told_item,
                                             .choose = many_choose,
                                             .arg = &chosen }),
        0);
    sample_press(&sample, "Down Space");
    assert_int_equal(chosen, 2);
    sample_press(&sample, "Down Enter");
    assert_int_equal(chosen, 3);
    sample_press(&sample, "Up Enter");
    assert_int_equal(chosen, 3);
}

/* The menu has the letters g to n. */
static void a_menu_does_not_move_by_letters_that_choose(void **state)
{
    (void)state;
    assert_int_equal(chosen_of_told("j", false), 4);
    assert_int_equal(chosen_of_told("Down k", false), 5);
}

static void a_menu_to_be_read_says_how_it_closes(void **state)
{
    (void)state;
    assert_int_equal(chosen_of_told("Down", true), 0);
    assert_true(sample_shows("scroll   Esc closes"));
    assert_false(sample_shows("chooses"));
    sample_press(&sample, "Esc");
}

static void a_menu_finds_by_name(void **state)
{
    (void)state;
    assert_int_equal(chosen_of_many("/", "e-17", "Enter Down Enter"), 171);
    assert_int_equal(chosen_of_many("/", "19 sales", "Enter Enter"), 190);
    assert_int_equal(chosen_of_many("/", "nothing so", "Enter Enter"), 0);
    assert_false(sample_shows("queue-001"));
    sample_press(&sample, "Esc"); /* no words any more: all of them */
    assert_true(sample_shows("queue-001"));
    sample_press(&sample, "Esc");
    assert_false(sample_shows("queue-001"));
}

static void what_cannot_be_undone_asks_for_the_name(void **state)
{
    (void)state;
    sample_press(&sample, "d");
    sample.now_us += CONFIRM_DEAF_US;
    sample_type(&sample, "Sales E");
    sample_press(&sample, "Tab Tab Enter");
    assert_int_equal(sample.deleted, 0);
    assert_true(sample_shows("the name differs"));
    sample_press(&sample, "Tab");
    sample_type(&sample, "S");
    assert_false(sample_shows("the name differs"));
    sample_press(&sample, "Tab Tab Enter");
    assert_int_equal(sample.deleted, 1);
    assert_false(sample_shows("Delete queue"));
}

static void a_key_typed_ahead_confirms_nothing(void **state)
{
    (void)state;
    sample_press(&sample, "Q");
    sample.now_us += CONFIRM_DEAF_US - 1;
    sample_press(&sample, "y Enter");
    assert_false(ui_is_over(sample.ui));
    assert_true(sample_shows("Leave this program?"));
    sample.now_us += 1;
    sample_press(&sample, "Enter");
    assert_false(sample_shows("Leave this program?"));
    assert_false(ui_is_over(sample.ui));
    sample_press(&sample, "Q");
    sample.now_us += CONFIRM_DEAF_US;
    sample_press(&sample, "y");
    assert_true(ui_is_over(sample.ui));
}

/* At a text of the screen, pressed where it was let go. */
static void click_at(const char *text)
{
    struct input click = { .kind = INPUT_CLICK };

    for (; click.row < 24; click.row++) {
        const char *row = sample_row(click.row), *at = strstr(row, text);

        if (!at)
            continue;
        for (const char *c = row; c < at; c++)
            click.column += ((unsigned char)*c & 0xc0) != 0x80;
        click.pressed_row = click.row;
        click.pressed_column = click.column;
        ui_input(sample.ui, &click);
        return;
    }
    fail_msg("there is no %s", text);
}

static void a_question_is_answered_by_a_click(void **state)
{
    (void)state;
    sample_press(&sample, "Q");
    assert_true(sample_shows("[ No ]"));
    click_at("[ No ]"); /* as one that was meant for what was there before */
    assert_true(sample_shows("Leave this program?"));
    sample.now_us += CONFIRM_DEAF_US;
    click_at("Leave this program?");
    assert_true(sample_shows("Leave this program?"));
    click_at("[ No ]");
    assert_false(sample_shows("Leave this program?"));
    assert_false(ui_is_over(sample.ui));
    sample_press(&sample, "d");
    sample.now_us += CONFIRM_DEAF_US;
    click_at("[ Delete ]"); /* without the name */
    assert_int_equal(sample.deleted, 0);
    sample_press(&sample, "Tab");
    sample_type(&sample, "Sales ES");
    click_at("[ Delete ]");
    assert_int_equal(sample.deleted, 1);
}

static void ctrl_c_cancels_and_twice_asks_to_leave(void **state)
{
    (void)state;
    sample_press(&sample, "c");
    struct input ctrl_c = { .kind = INPUT_STROKE, .stroke = STROKE_CTRL | 'c' };
    ui_input(sample.ui, &ctrl_c);
    assert_true(sample_shows("Waiting"));
    sample.now_us += 1000000;
    ui_input(sample.ui, &ctrl_c);
    assert_true(sample_shows("Leave this program?"));
}

static void ctrl_z_suspends_where_nothing_is_undone(void **state)
{
    struct input ctrl_z = { .kind = INPUT_STROKE, .stroke = STROKE_CTRL | 'z' };

    (void)state;
    ui_input(sample.ui, &ctrl_z);
    assert_true(ui_takes_suspension(sample.ui));
    assert_false(ui_takes_suspension(sample.ui));
    sample_press(&sample, "e");
    form_focus(sample.form, SAMPLE_NOTES);
    sample_type(&sample, "ab");
    ui_input(sample.ui, &ctrl_z);
    assert_false(ui_takes_suspension(sample.ui));
    assert_string_equal(form_text(sample.form, SAMPLE_NOTES), "a");
}

static void escape_then_a_digit_is_an_f_key(void **state)
{
    (void)state;
    sample_press(&sample, "Esc 9");
    assert_true(sample_shows("Change state"));
    sample_press(&sample, "Esc");
    sample.now_us += 1000000;
    sample_press(&sample, "9");
    assert_false(sample_shows("Change state"));
    sample_press(&sample, "Alt-9");
    assert_true(sample_shows("Change state"));
}

static void escape_from_a_field_and_a_letter_is_no_letter_lost(void **state)
{
    (void)state;
    sample.has_call = true;
    sample_press(&sample, "e");
    form_focus(sample.form, SAMPLE_NOTES);
    sample_press(&sample, "Esc h"); /* Alt-h is the phone's */
    assert_int_equal(sample.held, 1);
    sample_press(&sample, "e");
    form_focus(sample.form, SAMPLE_NOTES);
    sample_press(&sample, "Esc d"); /* nothing is on Alt-d */
    assert_true(sample_shows("Delete queue"));
}

static void g_and_a_letter_lead_to_a_screen(void **state)
{
    (void)state;
    sample_press(&sample, "g");
    assert_false(sample_shows("go to"));
    sample.now_us += 400000;
    assert_true(sample_shows("go to"));
    sample_press(&sample, "c");
    assert_false(sample_shows("go to"));
    assert_true(sample_shows("caller"));
    sample_press(&sample, "Esc j j g g");
    assert_int_equal(grid_cursor(ui_draw(sample.ui)).row, 4);
    sample_press(&sample, "g z");
    assert_string_equal(sample_row(22),
                        " ● g z leads nowhere. ? shows the keys.");
}

static void the_filter_bar_filters_while_somebody_types(void **state)
{
    (void)state;
    sample_press(&sample, "/");
    sample_type(&sample, "dvorak");
    assert_string_equal(sample_row(22), " / dvorak");
    assert_true(sample_shows("Podpora"));
    assert_false(sample_shows("Sales ES"));
    sample_press(&sample, "Enter");
    assert_false(sample_shows("Sales ES"));
    assert_string_equal(sample_row(22), " / dvorak");
    sample_press(&sample, "Esc");
    assert_true(sample_shows("Sales ES"));
}

static void the_palette_finds_by_name_key_and_command(void **state)
{
    (void)state;
    const struct action *hold = action_of_id(&sample_actions, SAMPLE_HOLD);

    assert_true(palette_matches(LANGUAGE_EN, hold, ""));
    assert_true(palette_matches(LANGUAGE_EN, hold, "HOL"));
    assert_true(palette_matches(LANGUAGE_EN, hold, "f3"));
    assert_true(palette_matches(LANGUAGE_EN, hold, "Alt-h"));
    assert_false(palette_matches(LANGUAGE_EN, hold, "F4"));
    const struct action *state_set =
        action_of_id(&sample_actions, SAMPLE_STATE);
    assert_true(palette_matches(LANGUAGE_EN, state_set, "set st"));
    sample_press(&sample, ":");
    sample_type(&sample, "state set");
    sample_press(&sample, "Enter");
    assert_true(sample_shows("Change state"));
}

static void the_palette_gives_other_lines_to_the_program(void **state)
{
    (void)state;
    sample_press(&sample, ":");
    sample_type(&sample, "queue pause sales");
    sample_press(&sample, "Enter");
    assert_string_equal(sample.command, "queue pause sales");
    assert_false(sample_shows("no such command"));
    sample_press(&sample, ":");
    sample_type(&sample, "xyzzy");
    sample_press(&sample, "Enter");
    assert_true(sample_shows("There is no such command."));
}

static void the_help_lists_keys_and_reasons(void **state)
{
    (void)state;
    sample_press(&sample, "?");
    assert_true(sample_shows("Keys here"));
    assert_true(sample_shows("There is no call to"));
    sample_type(&sample, "delete");
    assert_false(sample_shows("charts"));
    sample_press(&sample, "Enter");
    assert_true(sample_shows("Delete queue"));
}

static void messages_are_kept_and_errors_stay(void **state)
{
    (void)state;
    ui_say(sample.ui, SEVERITY_ERROR, "not saved: %s", "\033[2J");
    ui_say(sample.ui, SEVERITY_INFO, "and then");
    sample.now_us += 3600000000;
    assert_string_equal(sample_row(22), " ▲ not saved: ·[2J");
    sample_press(&sample, "Esc");
    assert_string_equal(sample_row(22), "");
    sample_press(&sample, "M");
    assert_true(sample_shows("and then"));
    assert_true(sample_shows("not saved: ·[2J"));
}

/* Of the day of the newest one the time is enough. */
static void messages_of_another_day_have_their_date(void **state)
{
    (void)state;
    ui_say(sample.ui, SEVERITY_INFO, "long ago");
    sample_press(&sample, "M");
    assert_false(sample_shows("2026, "));
    sample.wall_us += INT64_C(86400000000);
    ui_say(sample.ui, SEVERITY_INFO, "now");
    assert_true(sample_shows("2026, "));
}

static void an_error_does_not_hide_what_comes_after_it(void **state)
{
    (void)state;
    ui_say(sample.ui, SEVERITY_ERROR, "not saved");
    sample.now_us += 1000000;
    ui_say(sample.ui, SEVERITY_WARNING, "the server stops");
    assert_string_equal(sample_row(22), " ▲ not saved"); /* for six seconds */
    assert_true(ui_wake_us(sample.ui) <= sample.now_us + 5000000);
    sample.now_us += 5000000;
    assert_string_equal(sample_row(22), " ◊ the server stops");
    sample.now_us += 10000000;
    assert_string_equal(sample_row(22), " ▲ not saved"); /* it is still not */
    ui_say(sample.ui, SEVERITY_INFO, "news");
    assert_string_equal(sample_row(22), " ▲ not saved");
    ui_say(sample.ui, SEVERITY_ERROR, "not sent");
    assert_string_equal(sample_row(22), " ▲ not sent");
}

static void esc_takes_away_what_was_seen(void **state)
{
    (void)state;
    ui_say(sample.ui, SEVERITY_ERROR, "not saved");
    sample.now_us += 1000000;
    ui_say(sample.ui, SEVERITY_WARNING, "the server stops");
    sample_press(&sample, "Esc");
    assert_string_equal(sample_row(22), " ◊ the server stops");
    sample_press(&sample, "Esc");
    assert_string_equal(sample_row(22), "");

    ui_say(sample.ui, SEVERITY_ERROR, "not saved");
    sample.now_us += 7000000;
    ui_say(sample.ui, SEVERITY_WARNING, "the server stops");
    assert_string_equal(sample_row(22), " ◊ the server stops");
    sample_press(&sample, "Esc");
    assert_string_equal(sample_row(22), " ▲ not saved");
}

static void the_message_log_has_a_limit(void **state)
{
    (void)state;
    for (int i = 0; i < MESSAGE_KEPT + 50; i++)
        ui_say(sample.ui, SEVERITY_INFO, "message %d", i);
    assert_int_equal(message_log_count(ui_messages(sample.ui)), MESSAGE_KEPT);
    assert_string_equal(message_log_get(ui_messages(sample.ui), 0)->text,
                        "message 249");
}

static void the_language_switches_in_one_frame(void **state)
{
    (void)state;
    lang_open(NULL);
    sample_press(&sample, "e");
    sample_type(&sample, "kept");
    sample_press(&sample, "Esc L L");
    assert_true(sample_shows("nápověda"));
    sample_press(&sample, "e");
    assert_true(sample_shows("kept"));
    lang_close();
}

static void a_footer_drops_what_matters_least(void **state)
{
    (void)state;
    static const struct action actions[] = {
        { ACTION_OWN + 1, ACTION_READ, 0, "a", "alpha", 10, NULL, 0, NULL },
        { ACTION_OWN + 2, ACTION_READ, 0, "b", "beta", 30, NULL, 0, NULL },
        { ACTION_OWN + 3, ACTION_READ, 0, "c", "gamma", 20, NULL, 0, NULL },
        { ACTION_OWN + 4, ACTION_READ, 0, "d", "delta", 0, NULL, 0, NULL },
    };
    struct hint hints[4];
    struct style style = { GLYPH_TIER_FULL, LANGUAGE_EN };

    for (int i = 0; i < 4; i++)
        hints[i] = (struct hint){ &actions[i], actions[i].name,
                                  action_stroke(&actions[i], 0), 0, 0 };
    assert_int_equal(footer_place(&style, 80, hints, 4), 3);
    assert_int_equal(hints[0].column, 1);
    assert_int_equal(hints[1].column, 10);
    assert_int_equal(footer_place(&style, 18, hints, 4), 2);
    assert_int_equal(hints[0].column, -1);
    assert_int_equal(hints[1].column, 1);
    assert_int_equal(hints[2].column, 9);
    assert_int_equal(footer_place(&style, 3, hints, 4), 0);
}

static void a_click_on_a_hint_runs_it(void **state)
{
    (void)state;
    const char *footer = sample_row(23);
    int column = (int)(strstr(footer, "c charts") - footer) + 2;
    struct input click = { .kind = INPUT_CLICK, .row = 23, .column = column };

    ui_input(sample.ui, &click);
    assert_true(sample_shows("caller"));
}

static void a_second_click_opens_a_row(void **state)
{
    (void)state;
    struct input click = { .kind = INPUT_CLICK, .row = 6, .column = 10 };
    uint64_t id = 0;

    ui_draw(sample.ui);
    ui_input(sample.ui, &click);
    assert_true(table_selected_id(sample.table, &id));
    assert_int_equal(id, 1002);
}

static void a_paste_outside_a_field_is_refused(void **state)
{
    (void)state;
    struct input paste = { .kind = INPUT_PASTE, .paste = "Qdx", .length = 3 };

    ui_input(sample.ui, &paste);
    assert_true(sample_shows("There is no text field here"));
    sample_press(&sample, "e");
    ui_input(sample.ui, &paste);
    assert_string_equal(form_text(sample.form, SAMPLE_NAME), "Qdx");
}

static void a_popup_too_large_takes_the_whole_view(void **state)
{
    (void)state;
    struct input resize = { .kind = INPUT_RESIZE, .row = 9, .column = 30 };

    sample_press(&sample, "F9");
    ui_input(sample.ui, &resize);
    assert_int_equal(strncmp(sample_row(1), "┌─ Change state", 16), 0);
    resize = (struct input){ .kind = INPUT_RESIZE, .row = 24, .column = 80 };
    ui_input(sample.ui, &resize);
    assert_true(sample_shows("Change state"));
    assert_int_equal(strncmp(sample_row(1), " Queues", 7), 0);
}

/* A screen that is shut, and keeps what it is given. */

static uint32_t given[16];
static int given_count;

static bool shut_input(void *state, const struct input *input)
{
    (void)state;
    if (input->kind == INPUT_STROKE && given_count < 16)
        given[given_count++] = input->stroke;
    return true;
}

static void shut_draw(void *state, const struct surface *surface)
{
    (void)state;
    surface_words(surface, (struct place){ 0, 1, 0, false }, LOOK(TEXT, 0),
                  "shut");
}

static const struct view_kind shut_kind = {
    .name = "Shut", .is_shut = true, .draw = shut_draw, .input = shut_input
};

static int shut_state, popup_state;

static void popup_draw(void *state, const struct surface *surface)
{
    (void)state;
    surface_words(surface, (struct place){ 0, 1, 0, false }, LOOK(TEXT, 0),
                  "popped");
}

static const struct view_kind meanwhile_kind = { .name = "Meanwhile",
                                                 .is_popup = true,
                                                 .draw = popup_draw };

static void a_shut_screen_shows_nothing_else(void **state)
{
    (void)state;
    ui_say(sample.ui, SEVERITY_ERROR, "told");
    assert_int_equal(ui_push(sample.ui, &shut_kind, &shut_state), 0);
    assert_true(sample_shows("shut"));
    assert_false(sample_shows("told"));
    assert_false(sample_shows("Queues"));
    assert_false(sample_shows("READY"));
}

static void a_shut_screen_has_all_keys(void **state)
{
    int held = sample.held;

    (void)state;
    assert_int_equal(ui_push(sample.ui, &shut_kind, &shut_state), 0);
    given_count = 0;
    sample_press(&sample, "F3 ? : g Esc q Q Ctrl-C Ctrl-C Ctrl-T F12");
    assert_int_equal(given_count, 11);
    assert_int_equal(given[0], STROKE_F(3));
    assert_int_equal(sample.held, held);
    assert_false(ui_is_over(sample.ui));
    assert_true(ui_wants_mouse(sample.ui));
    sample_press(&sample, "Ctrl-Z");
    assert_false(ui_takes_suspension(sample.ui));
    assert_ptr_equal(ui_top(sample.ui, &shut_kind), &shut_state);
}

static void what_opens_meanwhile_is_below_a_shut_screen(void **state)
{
    (void)state;
    assert_int_equal(ui_push(sample.ui, &shut_kind, &shut_state), 0);
    assert_int_equal(ui_push(sample.ui, &meanwhile_kind, &popup_state), 0);
    assert_false(sample_shows("popped"));
    ui_close(sample.ui, &shut_state);
    assert_true(sample_shows("popped"));

    assert_int_equal(ui_push(sample.ui, &shut_kind, &shut_state), 0);
    ui_close(sample.ui, &popup_state); /* as an answer may do that comes late */
    assert_true(sample_shows("shut"));
    assert_false(sample_shows("Queues"));
    ui_close(sample.ui, &shut_state);
    assert_false(sample_shows("popped"));
    assert_true(sample_shows("Queues"));
}

static void the_stack_has_a_limit(void **state)
{
    (void)state;
    for (int i = 0; i < UI_VIEWS + 5; i++)
        ui_run(sample.ui, SAMPLE_CHARTS);
    for (int i = 0; i < UI_VIEWS; i++) {
        sample.now_us += 2000000;
        sample_press(&sample, "Esc");
    }
    assert_true(sample_shows("Waiting"));
}

static void the_plain_view_has_no_lines(void **state)
{
    (void)state;
    sample_press(&sample, "F9 Ctrl-T");
    assert_true(sample_shows("│"));
    sample_press(&sample, "Esc Ctrl-T");
    assert_false(sample_shows("─"));
    assert_false(sample_shows("│"));
    assert_true(sample_shows("Support Tier 1"));
}

static void the_same_frame_twice_is_the_same(void **state)
{
    (void)state;
    struct grid *copy;

    sample_press(&sample, "j d");
    const struct grid *grid = ui_draw(sample.ui);
    assert_int_equal(grid_new(24, 80, &copy), 0);
    assert_int_equal(grid_copy(copy, grid), 0);
    assert_true(grid_is_equal(copy, ui_draw(sample.ui)));
    grid_free(copy);
}

/* Every size and any keys: nothing asserts, and the rows stay the rows. */
static void any_keys_at_any_size_are_survived(void **state)
{
    static const char *const keys[] = {
        "j",  "k",    "Enter", "Esc",   "Tab",       "Shift-Tab", "e",      "d",
        "F9", "?",    ":",     "/",     "g",         "Space",     "*",      "s",
        "G",  "Home", "End",   "PgDn",  "PgUp",      "x",         "M",      "L",
        "Up", "Down", "Left",  "Right", "Backspace", "Del",       "Ctrl-T", "ř",
    };
    unsigned seed = 11;

    (void)state;
    for (int i = 0; i < 4000; i++) {
        seed = seed * 1103515245u + 12345u;
        unsigned pick = seed >> 16;

        sample.now_us += pick % 7 * 100000;
        if (pick % 23 == 0) {
            struct input resize = { .kind = INPUT_RESIZE,
                                    .row = 1 + (int)(pick / 23 % 50),
                                    .column = 1 + (int)(pick / 97 % 150) };
            ui_input(sample.ui, &resize);
        }
        sample_press(&sample, keys[pick % ARRAY_LEN(keys)]);
        if (i % 5 == 0)
            ui_draw(sample.ui);
    }
    assert_false(ui_is_over(sample.ui));
}

int main(void)
{
    struct test_list list = { 0 };

#define CASE(f)                                                                \
    test_list_add(&list, (struct CMUnitTest)cmocka_unit_test_setup_teardown(   \
                             f, sample_begin, sample_end))
    CASE(the_list_is_drawn);
    CASE(the_cursor_stands_on_the_focused_row);
    CASE(the_state_stands_in_the_same_cells_on_every_screen);
    CASE(an_unknown_key_says_so);
    CASE(what_is_impossible_says_why);
    CASE(the_phone_works_under_popups_and_in_fields);
    CASE(letters_are_letters_in_a_field);
    CASE(backspace_in_an_empty_field_is_no_way_back);
    CASE(a_popup_lets_no_key_through);
    CASE(a_menu_picks_by_letter_and_by_moving);
    CASE(a_menu_refuses_with_the_reason);
    CASE(a_menu_has_room_for_two_hundred);
    CASE(a_menu_finds_by_name);
    CASE(a_menu_moves_as_a_list_does);
    CASE(a_menu_tells_all_of_a_note);
    CASE(a_menu_of_two_tells_all_of_a_note_as_well);
    CASE(a_menu_that_stays_at_a_space_is_closed_by_enter);
    CASE(a_menu_does_not_move_by_letters_that_choose);
    CASE(a_menu_to_be_read_says_how_it_closes);
    CASE(what_cannot_be_undone_asks_for_the_name);
    CASE(a_key_typed_ahead_confirms_nothing);
    CASE(a_question_is_answered_by_a_click);
    CASE(ctrl_c_cancels_and_twice_asks_to_leave);
    CASE(ctrl_z_suspends_where_nothing_is_undone);
    CASE(escape_then_a_digit_is_an_f_key);
    CASE(escape_from_a_field_and_a_letter_is_no_letter_lost);
    CASE(g_and_a_letter_lead_to_a_screen);
    CASE(the_filter_bar_filters_while_somebody_types);
    CASE(the_palette_finds_by_name_key_and_command);
    CASE(the_palette_gives_other_lines_to_the_program);
    CASE(the_help_lists_keys_and_reasons);
    CASE(messages_are_kept_and_errors_stay);
    CASE(messages_of_another_day_have_their_date);
    CASE(an_error_does_not_hide_what_comes_after_it);
    CASE(esc_takes_away_what_was_seen);
    CASE(the_message_log_has_a_limit);
    CASE(the_language_switches_in_one_frame);
    CASE(a_footer_drops_what_matters_least);
    CASE(a_click_on_a_hint_runs_it);
    CASE(a_second_click_opens_a_row);
    CASE(a_paste_outside_a_field_is_refused);
    CASE(a_popup_too_large_takes_the_whole_view);
    CASE(a_shut_screen_shows_nothing_else);
    CASE(a_shut_screen_has_all_keys);
    CASE(what_opens_meanwhile_is_below_a_shut_screen);
    CASE(the_stack_has_a_limit);
    CASE(the_plain_view_has_no_lines);
    CASE(the_same_frame_twice_is_the_same);
    CASE(any_keys_at_any_size_are_survived);
    return test_list_run(&list);
}
