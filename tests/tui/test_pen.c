/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shortest way that a terminal's description allows, and no other. */

#include "tui/pen.h"

#include <locale.h>
#include <string.h>

#include "tests/test.h"

/* As xterm-256color has them; sequences are those of ECMA-48. */
static const struct terminfo xterm = {
    .cup = "\033[%i%p1%d;%p2%dH",
    .hpa = "\033[%i%p1%dG",
    .vpa = "\033[%i%p1%dd",
    .cuf = "\033[%p1%dC",
    .cuf1 = "\033[C",
    .cub = "\033[%p1%dD",
    .clear = "\033[H\033[2J",
    .el = "\033[K",
    .sgr0 = "\033(B\033[m",
    .bold = "\033[1m",
    .smul = "\033[4m",
    .rev = "\033[7m",
    .setaf = "\033[38;5;%p1%dm",
    .setab = "\033[48;5;%p1%dm",
    .colours = 256,
    .has_lines = true,
    .has_repeat = true,
    .is_ansi = true,
    .has_offs = true,
    .hangs = true,
};

/* One whose strings are no sequences of ECMA-48, and pad. */
static const struct terminfo other = {
    .cup = "\033=%p1%' '%+%c%p2%' '%+%c$<2>",
    .clear = "\032$<50/>",
    .sgr0 = "\033G0",
    .bold = "\033G1$<3*>",
    .rev = "\033G4",
};

struct desk {
    struct pen pen;
    struct outlet outlet;
};

static void begin(struct desk *desk, const struct terminfo *info)
{
    *desk = (struct desk){ .outlet = { .fd = 0 } };
    pen_init(&desk->pen, info, &desk->outlet);
    pen_clear(&desk->pen, 24, 80);
    outlet_drop(&desk->outlet);
}

/* What has been written since the last time. */
static void expect(struct desk *desk, const char *bytes)
{
    outlet_add(&desk->outlet, "", 1);
    assert_string_equal(desk->outlet.bytes, bytes);
    outlet_drop(&desk->outlet);
}

static struct ink ink(int32_t point, int foreground, int background,
                      uint8_t flags)
{
    return (struct ink){ .points = { point },
                         .width = 1,
                         .paint = { foreground, background, flags } };
}

static const struct move_row {
    const char *says;
    int from[2], to[2];
    const char *bytes;
} move_rows[] = {
    { "no way is no byte", { 3, 7 }, { 3, 7 }, "" },
    { "one column on is a step", { 3, 7 }, { 3, 8 }, "\033[C" },
    { "some columns on are steps", { 3, 7 }, { 3, 12 }, "\033[5C" },
    { "many columns on are steps, too", { 3, 7 }, { 3, 70 }, "\033[71G" },
    { "one column back is a backspace", { 3, 7 }, { 3, 6 }, "\b" },
    { "the row's beginning is a return", { 3, 70 }, { 3, 0 }, "\r" },
    { "the next row is a line feed", { 3, 7 }, { 4, 7 }, "\n" },
    { "its beginning is a return, too", { 3, 7 }, { 4, 0 }, "\r\n" },
    { "one of its columns has a number", { 3, 70 }, { 4, 2 }, "\n\033[3G" },
    { "a row far below has an address", { 3, 7 }, { 20, 7 }, "\033[21d" },
    { "so has a row above", { 9, 7 }, { 2, 7 }, "\033[3d" },
    { "any other cell has both", { 9, 7 }, { 2, 30 }, "\033[3;31H" },
};

static void a_move_is_short(void **state)
{
    const struct move_row *row = *state;
    struct desk desk;

    begin(&desk, &xterm);
    pen_move(&desk.pen, row->from[0], row->from[1]);
    outlet_drop(&desk.outlet);
    assert_int_equal(pen_move_cost(&desk.pen, row->to[0], row->to[1]),
                     strlen(row->bytes));
    pen_move(&desk.pen, row->to[0], row->to[1]);
    expect(&desk, row->bytes);
    outlet_close(&desk.outlet);
}

static const struct paint_row {
    const char *says;
    struct paint from, to;
    const char *bytes;
} paint_rows[] = {
    { "the same is said once", { 36, -1, 0 }, { 36, -1, 0 }, "" },
    { "another colour is one setting",
      { 36, -1, 0 },
      { 74, -1, 0 },
      "\033[38;5;74m" },
    { "all off is the shortest of all",
      { 36, 236, 1 },
      { -1, -1, 0 },
      "\033[m" },
    { "one thing goes off by itself",
      { 36, -1, 1 },
      { 36, -1, 0 },
      "\033[22m" },
    { "the ground goes off by itself",
      { 36, 236, 0 },
      { 36, -1, 0 },
      "\033[49m" },
    { "settings are joined in one sequence",
      { -1, -1, 0 },
      { 208, 236, LOOK_BOLD },
      "\033[1;38;5;208;48;5;236m" },
    { "one off and one on as well",
      { 36, -1, LOOK_BOLD },
      { 36, -1, LOOK_UNDERLINE },
      "\033[22;4m" },
    { "anew, where that is shorter",
      { 36, 236, LOOK_BOLD },
      { -1, -1, LOOK_UNDERLINE },
      "\033[;4m" },
    { "dim and bold go off together, and one comes back",
      { 36, 236, LOOK_BOLD | LOOK_REVERSE },
      { 36, 236, LOOK_REVERSE },
      "\033[22m" },
};

static void attributes_are_few(void **state)
{
    const struct paint_row *row = *state;
    struct ink first = { .points = { 'a' }, .width = 1, .paint = row->from };
    struct ink second = { .points = { 'b' }, .width = 1, .paint = row->to };
    struct desk desk;
    char bytes[64];

    begin(&desk, &xterm);
    pen_write(&desk.pen, &first, 1);
    outlet_drop(&desk.outlet);
    pen_write(&desk.pen, &second, 1);
    snprintf(bytes, sizeof(bytes), "%sb", row->bytes);
    expect(&desk, bytes);
    outlet_close(&desk.outlet);
}

static void a_blank_takes_any_colour(void **state)
{
    struct ink letter = ink('a', 36, -1, LOOK_BOLD);
    struct ink blank = ink(' ', 250, -1, 0);
    struct ink underlined = ink(' ', 250, -1, LOOK_UNDERLINE);
    struct desk desk;

    (void)state;
    begin(&desk, &xterm);
    pen_write(&desk.pen, &letter, 1);
    outlet_drop(&desk.outlet);
    pen_write(&desk.pen, &blank, 1);
    expect(&desk, " ");
    pen_write(&desk.pen, &underlined, 1);
    expect(&desk, "\033[;4;38;5;250m ");
    outlet_close(&desk.outlet);
}

static void what_is_the_same_is_repeated(void **state)
{
    struct ink line = ink(0x2500, -1, -1, 0), letter = ink('a', -1, -1, 0);
    struct terminfo plain = xterm;
    struct desk desk;

    (void)state;
    begin(&desk, &xterm);
    pen_write(&desk.pen, &line, 40);
    expect(&desk, "─\033[39b");
    pen_write(&desk.pen, &letter, 5); /* the sequence has four bytes, too */
    expect(&desk, "aaaaa");
    pen_write(&desk.pen, &letter, 6);
    expect(&desk, "a\033[5b");
    outlet_close(&desk.outlet);

    plain.has_repeat = false;
    begin(&desk, &plain);
    pen_write(&desk.pen, &letter, 6);
    expect(&desk, "aaaaaa");
    outlet_close(&desk.outlet);
}

static void behind_a_wide_sign_nothing_is_trusted(void **state)
{
    struct ink wide = { .points = { 0x65E5 },
                        .width = 2,
                        .paint = { -1, -1, 0 } };
    struct ink marked = { .points = { 'e', 0x301 },
                          .width = 1,
                          .paint = { -1, -1, 0 } };
    struct desk desk;

    (void)state;
    begin(&desk, &xterm);
    pen_write(&desk.pen, &wide, 1);
    outlet_drop(&desk.outlet);
    pen_move(&desk.pen, 0, 2);
    expect(&desk, "\033[1;3H");
    pen_write(&desk.pen, &marked, 1);
    outlet_drop(&desk.outlet);
    pen_move(&desk.pen, 0, 3);
    expect(&desk, "\033[1;4H");
    outlet_close(&desk.outlet);
}

static void at_the_edge_only_its_row_is_known(void **state)
{
    struct ink letter = ink('a', -1, -1, 0);
    struct terminfo wraps = xterm;
    struct desk desk;

    (void)state;
    begin(&desk, &xterm);
    pen_write(&desk.pen, &letter, 80);
    outlet_drop(&desk.outlet);
    pen_move(&desk.pen, 1, 0);
    expect(&desk, "\r\n");

    outlet_close(&desk.outlet);
    wraps.hangs = false;
    begin(&desk, &wraps);
    pen_write(&desk.pen, &letter, 80);
    outlet_drop(&desk.outlet);
    pen_move(&desk.pen, 1, 0);
    expect(&desk, "\033[2;1H");
    outlet_close(&desk.outlet);
}

static void other_terminals_get_their_own_strings(void **state)
{
    struct ink bold = ink('a', -1, -1, LOOK_BOLD);
    struct ink reverse = ink('b', -1, -1, LOOK_REVERSE);
    struct desk desk;

    (void)state;
    begin(&desk, &other);
    pen_move(&desk.pen, 1, 2);
    expect(&desk, "\033=!\"");
    pen_write(&desk.pen, &bold, 1);
    expect(&desk, "\033G1a");
    pen_write(&desk.pen, &reverse, 1);
    expect(&desk, "\033G0\033G4b");
    pen_clear(&desk.pen, 24, 80);
    expect(&desk, "\033G0\032");
    outlet_close(&desk.outlet);
}

static void a_rest_is_erased_on_the_terminals_own_ground(void **state)
{
    struct ink focused = ink('a', -1, 236, 0);
    struct desk desk;

    (void)state;
    begin(&desk, &xterm);
    pen_write(&desk.pen, &focused, 1);
    outlet_drop(&desk.outlet);
    pen_erase_rest(&desk.pen);
    expect(&desk, "\033[m\033[K");
    outlet_close(&desk.outlet);
}

static void what_somebody_else_wrote_is_written_over(void **state)
{
    struct ink letter = ink('a', -1, -1, 0);
    struct desk desk;

    (void)state;
    begin(&desk, &xterm);
    pen_forget(&desk.pen);
    pen_move(&desk.pen, 0, 0);
    pen_write(&desk.pen, &letter, 1);
    expect(&desk, "\033[1;1H\033[ma");
    outlet_close(&desk.outlet);
}

int main(void)
{
    struct test_list list = { 0 };

    if (!setlocale(LC_CTYPE, "C.UTF-8"))
        return EXIT_FAILURE;
    TEST_LIST_ADD_ROWS(&list, a_move_is_short, move_rows);
    TEST_LIST_ADD_ROWS(&list, attributes_are_few, paint_rows);
    TEST_LIST_ADD(&list, a_blank_takes_any_colour);
    TEST_LIST_ADD(&list, what_is_the_same_is_repeated);
    TEST_LIST_ADD(&list, behind_a_wide_sign_nothing_is_trusted);
    TEST_LIST_ADD(&list, at_the_edge_only_its_row_is_known);
    TEST_LIST_ADD(&list, other_terminals_get_their_own_strings);
    TEST_LIST_ADD(&list, a_rest_is_erased_on_the_terminals_own_ground);
    TEST_LIST_ADD(&list, what_somebody_else_wrote_is_written_over);
    return test_list_run(&list);
}
