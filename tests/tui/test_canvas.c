/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Arrows keep off boxes, scenes change little by little, nothing leaves the
 * surface. */

#include "tui/canvas.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/test.h"
#include "tests/tui/picture.h"

static struct canvas *canvas;

static void title(void *arg, int id, struct safe_text *ret_title)
{
    (void)arg;
    safe_text_format(ret_title, "%d", id);
}

static void inside(void *arg, int id, const struct surface *surface)
{
    (void)arg;
    (void)id;
    surface_words(surface, (struct place){ 0, 0, 0, false }, LOOK(TEXT, 0),
                  "ab");
}

static const struct canvas_view everything = { 0, 0, CANVAS_ROWS,
                                               CANVAS_COLUMNS };

static void draw(struct grid *grid, enum glyph_tier tier, int top, int left,
                 int selected)
{
    struct style style = { tier, LANGUAGE_EN };
    struct surface surface = surface_of(grid, &style);

    canvas_draw(
        canvas, &surface,
        &(struct canvas_view){ top, left, grid_rows(grid), grid_columns(grid) },
        &(struct canvas_face){
            .inside = inside, .title = title, .selected = selected });
}

/* Pictures. */

enum { ROWS = 9, COLUMNS = 46 };

static const struct picture_row {
    const char *says;
    struct canvas_box boxes[5];
    size_t box_count;
    struct canvas_arrow arrows[4];
    size_t arrow_count;
    enum glyph_tier tier;
    int selected;
    const char *picture;
} picture_rows[] = {
    { "an arrow between boxes side by side is straight",
      { { 1, 1, 1, 3, 10 }, { 2, 1, 22, 3, 10 } },
      2,
      { { 0, 1, 1, "" } },
      1,
      GLYPH_TIER_FULL,
      -1,
      "\n"
      " ┌─ 1 ────┐           ┌─ 2 ────┐\n"
      " │ab      ├──────────►┤ab      │\n"
      " └────────┘           └────────┘\n" },
    { "a label stands on the first part of its arrow",
      { { 1, 1, 1, 3, 10 }, { 2, 4, 22, 3, 10 } },
      2,
      { { 0, 1, 1, "yes" } },
      1,
      GLYPH_TIER_FULL,
      -1,
      "\n"
      " ┌─ 1 ────┐\n"
      " │ab      ├─yes─────┐\n"
      " └────────┘         │\n"
      "                    │ ┌─ 2 ────┐\n"
      "                    └►┤ab      │\n"
      "                      └────────┘\n" },
    { "... and its first word alone, where all of it would be too long",
      { { 1, 1, 1, 3, 10 }, { 2, 4, 18, 3, 10 } },
      2,
      { { 0, 1, 1, "7 1234" } },
      1,
      GLYPH_TIER_FULL,
      -1,
      "\n"
      " ┌─ 1 ────┐\n"
      " │ab      ├─7───┐\n"
      " └────────┘     │\n"
      "                │ ┌─ 2 ────┐\n"
      "                └►┤ab      │\n"
      "                  └────────┘\n" },
    { "a box in between is gone around",
      { { 1, 3, 1, 3, 10 }, { 2, 3, 32, 3, 10 }, { 3, 2, 15, 4, 10 } },
      3,
      { { 0, 1, 1, "" } },
      1,
      GLYPH_TIER_FULL,
      -1,
      "\n"
      "\n"
      "               ┌─ 3 ────┐\n"
      " ┌─ 1 ────┐    │ab      │       ┌─ 2 ────┐\n"
      " │ab      ├──┐ │        │     ┌►┤ab      │\n"
      " └────────┘  │ └────────┘     │ └────────┘\n"
      "             │                │\n"
      "             └────────────────┘\n" },
    { "an exit that leads nowhere ends in a question",
      { { 1, 1, 1, 3, 10 } },
      1,
      { { 0, CANVAS_NOWHERE, 1, "" } },
      1,
      GLYPH_TIER_FULL,
      -1,
      "\n"
      " ┌─ 1 ────┐\n"
      " │ab      │─?\n"
      " └────────┘\n" },
    { "... and one that is meant to end is drawn as an end",
      { { 1, 1, 1, 3, 10 } },
      1,
      { { 0, CANVAS_END, 1, "" } },
      1,
      GLYPH_TIER_FULL,
      -1,
      "\n"
      " ┌─ 1 ────┐\n"
      " │ab      │─■\n"
      " └────────┘\n" },
    { "the selected box is marked by its sides",
      { { 1, 1, 1, 3, 10 }, { 2, 1, 22, 3, 10 } },
      2,
      { { 0, 1, 1, "" } },
      1,
      GLYPH_TIER_FULL,
      1,
      "\n"
      " ┌─ 1 ────┐           ┌─ 2 ────┐\n"
      " ▌ab      ▐──────────►┤ab      │\n"
      " └────────┘           └────────┘\n" },
    { "without UTF-8 lines are ASCII",
      { { 1, 1, 1, 3, 10 }, { 2, 1, 22, 3, 10 } },
      2,
      { { 0, 1, 1, "" } },
      1,
      GLYPH_TIER_ASCII,
      1,
      "\n"
      " +- 1 ----+           +- 2 ----+\n"
      " >ab      <---------->+ab      |\n"
      " +--------+           +--------+\n" },
    { "arrows to the same box join",
      { { 1, 1, 1, 3, 10 }, { 2, 5, 1, 3, 10 }, { 3, 1, 26, 3, 10 } },
      3,
      { { 0, 2, 1, "" }, { 1, 2, 1, "" } },
      2,
      GLYPH_TIER_FULL,
      -1,
      "\n"
      " ┌─ 1 ────┐               ┌─ 3 ────┐\n"
      " │ab      ├──┬───────────►┤ab      │\n"
      " └────────┘  │            └────────┘\n"
      "             │\n"
      " ┌─ 2 ────┐  │\n"
      " │ab      ├──┘\n"
      " └────────┘\n" },
    { "arrows to two boxes cross",
      { { 1, 1, 1, 3, 10 },
        { 2, 5, 1, 3, 10 },
        { 3, 1, 26, 3, 10 },
        { 4, 5, 26, 3, 10 } },
      4,
      { { 0, 3, 1, "" }, { 1, 2, 1, "" } },
      2,
      GLYPH_TIER_FULL,
      -1,
      "\n"
      " ┌─ 1 ────┐               ┌─ 3 ────┐\n"
      " │ab      ├────────────┐┌►┤ab      │\n"
      " └────────┘          ┌─┼┘ └────────┘\n"
      "                     │ │\n"
      " ┌─ 2 ────┐          │ │  ┌─ 4 ────┐\n"
      " │ab      ├──────────┘ └─►┤ab      │\n"
      " └────────┘               └────────┘\n" },
};

static void looks_like_that(void **state)
{
    const struct picture_row *row = *state;
    struct grid *grid;
    struct canvas_scene scene = { row->boxes, row->box_count, row->arrows,
                                  row->arrow_count };

    assert_int_equal(canvas_new(&canvas), 0);
    assert_int_equal(grid_new(ROWS, COLUMNS, &grid), 0);
    assert_int_equal(canvas_set(canvas, &scene), 0);
    assert_int_equal(canvas_lay(canvas, &everything, SIZE_MAX), 0);
    draw(grid, row->tier, 0, 0, row->selected);
    const char *picture = picture_of(grid);
    size_t length = row->picture ? strlen(row->picture) : 0;
    if (!row->picture || strncmp(picture, row->picture, length) != 0 ||
        strspn(picture + length, "\n") != strlen(picture + length))
        fail_msg("%s", picture);
    grid_free(grid);
    canvas = canvas_free(canvas);
}

/* Scenes by lot: the same seed, the same scene. */

enum { MOST = CANVAS_BOXES };

static struct lot {
    struct canvas_box boxes[MOST];
    size_t box_count;
    struct canvas_arrow arrows[2 * MOST];
    size_t arrow_count;
} lot;

static uint32_t seed;

static int draw_lot(int below)
{
    seed = seed * 1664525u + 1013904223u;
    return (int)((seed >> 8) % (uint32_t)below);
}

static struct canvas_scene scene_of_lot(void)
{
    return (struct canvas_scene){ lot.boxes, lot.box_count, lot.arrows,
                                  lot.arrow_count };
}

/* Each box but the first is led to by one before it; besides, arrows to
 * anywhere. A port has one arrow. */
static void make_lot(uint32_t number, size_t boxes)
{
    seed = number;
    lot.box_count = boxes;
    lot.arrow_count = 0;
    for (size_t i = 0; i < boxes; i++)
        lot.boxes[i] =
            (struct canvas_box){ .id = (int)i + 1, .rows = 4, .columns = 20 };
    for (size_t i = 1; i < boxes; i++)
        lot.arrows[lot.arrow_count++] = (struct canvas_arrow){
            .from = (int)(i - 1) / 2, .to = (int)i, .port = 1 + (int)(i % 2)
        };
    for (size_t i = boxes / 2; i < boxes; i++)
        lot.arrows[lot.arrow_count++] = (struct canvas_arrow){
            .from = (int)i, .to = draw_lot((int)boxes), .port = 2
        };
}

static void arrange_lot(void)
{
    struct canvas_scene scene = scene_of_lot();
    static struct canvas_spot spots[MOST];

    assert_int_equal(canvas_arrange(&scene, spots), 0);
    for (size_t i = 0; i < lot.box_count; i++) {
        lot.boxes[i].row = spots[i].row;
        lot.boxes[i].column = spots[i].column;
    }
}

static bool overlaps(const struct canvas_box *a, const struct canvas_box *b)
{
    return a->row < b->row + b->rows && b->row < a->row + a->rows &&
           a->column < b->column + b->columns &&
           b->column < a->column + a->columns;
}

static void arranged_boxes_keep_apart(void **state)
{
    (void)state;
    for (uint32_t number = 1; number <= 20; number++) {
        make_lot(number, 10 * number);
        arrange_lot();
        for (size_t i = 0; i < lot.box_count; i++)
            for (size_t k = 0; k < i; k++)
                assert_false(overlaps(&lot.boxes[i], &lot.boxes[k]));
    }
}

/* The arrows that made it a tree all lead on. */
static void arranged_arrows_lead_right(void **state)
{
    (void)state;
    make_lot(7, 60);
    lot.arrow_count = lot.box_count - 1;
    arrange_lot();
    for (size_t i = 0; i < lot.arrow_count; i++)
        assert_true(lot.boxes[lot.arrows[i].from].column + 20 <
                    lot.boxes[lot.arrows[i].to].column);
}

static void a_circle_is_arranged_too(void **state)
{
    (void)state;
    make_lot(1, 3);
    lot.arrow_count = 0;
    for (int i = 0; i < 3; i++)
        lot.arrows[lot.arrow_count++] =
            (struct canvas_arrow){ .from = i, .to = (i + 1) % 3, .port = 1 };
    lot.arrows[lot.arrow_count++] =
        (struct canvas_arrow){ .from = 1, .to = 1, .port = 2 };
    arrange_lot();
    assert_true(lot.boxes[0].column < lot.boxes[1].column);
    assert_true(lot.boxes[1].column < lot.boxes[2].column);
}

static void lay_all(void)
{
    assert_int_equal(canvas_lay(canvas, &everything, SIZE_MAX), 0);
}

static void begin_lot(void)
{
    struct canvas_scene scene = scene_of_lot();

    assert_int_equal(canvas_new(&canvas), 0);
    assert_int_equal(canvas_set(canvas, &scene), 0);
    lay_all();
}

static void set_lot(void)
{
    struct canvas_scene scene = scene_of_lot();

    assert_int_equal(canvas_set(canvas, &scene), 0);
}

/* The whole plane in one picture, if it is not too large. */
static struct grid *draw_plane(void)
{
    int rows, columns;
    struct grid *grid;

    canvas_extent(canvas, &rows, &columns);
    assert_int_equal(grid_new(rows + 30, columns + 60, &grid), 0);
    draw(grid, GLYPH_TIER_FULL, 0, 0, -1);
    return grid;
}

static bool is_word(const struct grid *grid, int row, int column,
                    const char *words)
{
    for (int i = 0; words[i]; i++)
        if (grid_cell(grid, row, column + i)->points[0] !=
            (int32_t)(unsigned char)words[i])
            return false;
    return true;
}

/* Boxes are drawn over lines: so that they hide none, the ways are asked. */
static void ways_are_free(void **state)
{
    size_t crossings, forced;

    (void)state;
    for (uint32_t number = 1; number <= 6; number++) {
        make_lot(number, 30);
        arrange_lot();
        begin_lot();
        canvas_blemishes(canvas, &crossings, &forced);
        assert_int_equal(forced, 0);
        assert_true(crossings < lot.arrow_count * 4);

        struct grid *grid = draw_plane();
        for (size_t i = 0; i < lot.box_count; i++)
            assert_true(is_word(grid, lot.boxes[i].row + 1,
                                lot.boxes[i].column + 1, "ab      "));
        grid_free(grid);
        canvas = canvas_free(canvas);
    }
}

/* What is seen of the plane does not depend on where one looks from. */
static void a_view_is_a_part_of_the_plane(void **state)
{
    struct grid *part;

    (void)state;
    make_lot(3, 20);
    arrange_lot();
    begin_lot();
    struct grid *all = draw_plane();
    assert_int_equal(grid_new(11, 37, &part), 0);
    for (int top = 0; top + 11 < grid_rows(all); top += 7)
        for (int left = 0; left + 37 < grid_columns(all); left += 13) {
            grid_clear(part);
            draw(part, GLYPH_TIER_FULL, top, left, -1);
            for (int row = 0; row < 11; row++)
                for (int column = 0; column < 37; column++)
                    assert_int_equal(
                        grid_cell(part, row, column)->points[0],
                        grid_cell(all, top + row, left + column)->points[0]);
        }
    grid_free(part);
    grid_free(all);
    canvas = canvas_free(canvas);
}

static void the_same_scene_lays_nothing(void **state)
{
    (void)state;
    make_lot(2, 60);
    arrange_lot();
    begin_lot();
    uint64_t before = canvas_searches(canvas);
    set_lot();
    lay_all();
    assert_int_equal(canvas_searches(canvas), before);
    canvas = canvas_free(canvas);
}

static size_t arrows_of(int box)
{
    size_t count = 0;

    for (size_t i = 0; i < lot.arrow_count; i++)
        count += lot.arrows[i].from == box || lot.arrows[i].to == box;
    return count;
}

/* A box at the edge, moved away from all the others, takes its own arrows
 * along and no others. */
static void a_move_touches_its_own_arrows(void **state)
{
    int last = 59;

    (void)state;
    make_lot(2, 60);
    arrange_lot();
    begin_lot();
    uint64_t before = canvas_searches(canvas);
    lot.boxes[last].row += 300;
    set_lot();
    lay_all();
    assert_int_equal(canvas_searches(canvas) - before, arrows_of(last));
    canvas = canvas_free(canvas);
}

static void a_box_put_on_an_arrow_is_gone_around(void **state)
{
    size_t crossings, forced;

    (void)state;
    lot = (struct lot){ .boxes = { { 1, 1, 1, 3, 10 },
                                   { 2, 1, 41, 3, 10 },
                                   { 3, 9, 20, 3, 10 } },
                        .box_count = 3,
                        .arrows = { { 0, 1, 1, "" } },
                        .arrow_count = 1 };
    begin_lot();
    lot.boxes[2].row = 1;
    set_lot();
    lay_all();
    assert_int_equal(canvas_searches(canvas), 2);
    struct grid *grid = draw_plane();
    assert_true(is_word(grid, 2, 21, "ab      "));
    canvas_blemishes(canvas, &crossings, &forced);
    assert_int_equal(forced, 0);
    grid_free(grid);
    canvas = canvas_free(canvas);
}

/* Walled in: the arrow is drawn straight, and says so. */
static void where_no_way_is_the_arrow_says_so(void **state)
{
    size_t crossings, forced;

    (void)state;
    lot = (struct lot){ .boxes = { { 1, 3, 0, 3, 10 },
                                   { 2, 3, 41, 3, 10 },
                                   { 3, 3, 10, 3, 10 } },
                        .box_count = 3,
                        .arrows = { { 0, 1, 1, "" } },
                        .arrow_count = 1 };
    begin_lot();
    canvas_blemishes(canvas, &crossings, &forced);
    assert_int_equal(forced, 1);
    canvas = canvas_free(canvas);
}

static void nothing_is_laid_where_nobody_looks(void **state)
{
    const struct canvas_view corner = { 0, 0, 2, 2 };

    (void)state;
    make_lot(2, 60);
    arrange_lot();
    struct canvas_scene scene = scene_of_lot();
    assert_int_equal(canvas_new(&canvas), 0);
    assert_int_equal(canvas_set(canvas, &scene), 0);
    assert_int_equal(canvas_lay(canvas, &corner, SIZE_MAX), 0);
    assert_true(canvas_searches(canvas) < 10);
    canvas = canvas_free(canvas);
}

/* However often it is left and gone on with. */
static void little_by_little_it_is_the_same_picture(void **state)
{
    size_t frames = 0, left, before = SIZE_MAX;

    (void)state;
    make_lot(2, 60);
    arrange_lot();
    begin_lot();
    struct grid *grid = draw_plane();
    char *at_once = strdup(picture_of(grid));
    grid_free(grid);
    canvas = canvas_free(canvas);

    struct canvas_scene scene = scene_of_lot();
    assert_int_equal(canvas_new(&canvas), 0);
    assert_int_equal(canvas_set(canvas, &scene), 0);
    while ((left = canvas_lay(canvas, &everything, 20)) > 0) {
        assert_true(left <= before);
        before = left;
        frames++;
    }
    assert_true(frames > lot.arrow_count);
    assert_int_equal(canvas_searches(canvas), lot.arrow_count);
    grid = draw_plane();
    assert_string_equal(picture_of(grid), at_once);
    free(at_once);
    grid_free(grid);
    canvas = canvas_free(canvas);
}

/* Places. */

static void neighbours_are_found(void **state)
{
    (void)state;
    lot = (struct lot){ .boxes = { { 1, 10, 40, 4, 20 },
                                   { 2, 10, 80, 4, 20 },
                                   { 3, 10, 2, 4, 20 },
                                   { 4, 2, 44, 4, 20 },
                                   { 5, 20, 36, 4, 20 } },
                        .box_count = 5 };
    begin_lot();
    assert_int_equal(canvas_neighbour(canvas, 0, CANVAS_RIGHT), 1);
    assert_int_equal(canvas_neighbour(canvas, 0, CANVAS_LEFT), 2);
    assert_int_equal(canvas_neighbour(canvas, 0, CANVAS_UP), 3);
    assert_int_equal(canvas_neighbour(canvas, 0, CANVAS_DOWN), 4);
    assert_int_equal(canvas_neighbour(canvas, 1, CANVAS_RIGHT), -ENOENT);
    assert_int_equal(canvas_hit(canvas, 10, 80), 1);
    assert_int_equal(canvas_hit(canvas, 13, 99), 1);
    assert_int_equal(canvas_hit(canvas, 14, 99), -ENOENT);
    canvas = canvas_free(canvas);
}

static void a_view_moves_no_more_than_needed(void **state)
{
    struct canvas_view view = { 0, 0, 10, 40 };

    (void)state;
    lot = (struct lot){ .boxes = { { 1, 2, 4, 4, 20 }, { 2, 20, 60, 4, 20 } },
                        .box_count = 2 };
    begin_lot();
    canvas_reveal(canvas, 0, &view);
    assert_int_equal(view.top, 0);
    assert_int_equal(view.left, 0);
    canvas_reveal(canvas, 1, &view);
    assert_int_equal(view.top, 15);
    assert_int_equal(view.left, 43);
    canvas = canvas_free(canvas);
}

static void limits_hold(void **state)
{
    struct canvas_scene scene = { lot.boxes, CANVAS_BOXES + 1, NULL, 0 };
    struct canvas_spot spots[1];

    (void)state;
    assert_int_equal(canvas_new(&canvas), 0);
    assert_int_equal(canvas_set(canvas, &scene), -E2BIG);
    assert_int_equal(canvas_arrange(&scene, spots), -E2BIG);
    lot.boxes[0] = (struct canvas_box){ 1, 100000, -5, 4, 20 };
    scene.box_count = 1;
    assert_int_equal(canvas_set(canvas, &scene), 0);
    assert_int_equal(canvas_box(canvas, 0)->row, CANVAS_ROWS - 4);
    assert_int_equal(canvas_box(canvas, 0)->column, 0);
    canvas = canvas_free(canvas);
}

int main(void)
{
    struct test_list list = { 0 };

    TEST_LIST_ADD_ROWS(&list, looks_like_that, picture_rows);
    TEST_LIST_ADD(&list, arranged_boxes_keep_apart);
    TEST_LIST_ADD(&list, arranged_arrows_lead_right);
    TEST_LIST_ADD(&list, a_circle_is_arranged_too);
    TEST_LIST_ADD(&list, ways_are_free);
    TEST_LIST_ADD(&list, a_view_is_a_part_of_the_plane);
    TEST_LIST_ADD(&list, the_same_scene_lays_nothing);
    TEST_LIST_ADD(&list, a_move_touches_its_own_arrows);
    TEST_LIST_ADD(&list, a_box_put_on_an_arrow_is_gone_around);
    TEST_LIST_ADD(&list, where_no_way_is_the_arrow_says_so);
    TEST_LIST_ADD(&list, nothing_is_laid_where_nobody_looks);
    TEST_LIST_ADD(&list, little_by_little_it_is_the_same_picture);
    TEST_LIST_ADD(&list, neighbours_are_found);
    TEST_LIST_ADD(&list, a_view_moves_no_more_than_needed);
    TEST_LIST_ADD(&list, limits_hold);
    return test_list_run(&list);
}
