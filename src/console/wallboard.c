/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where everything goes, from the title to the last line. */

#include "console/wallboard_inside.h"

#include <assert.h>

#include "base/mark.h"
#include "console/show.h"
#include "lang/format.h"
#include "tui/chart.h"
#include "tui/layout.h"

enum {
    LARGE_TILE_COLUMNS = 38, /* from here on, digits of seven rows */
    LARGE_ROWS = 36,
    LARGE_TILE = 13,
    SMALL_TILE = 7,
    PLAIN_TILE = 4,
    SMALL_ROWS = 20,
    SMALL_TILE_COLUMNS = 16,
    HISTORY_ROWS = 5,
    LONG_DAY_COLUMNS = 100,
    LONG_NOW_CELLS = 41, /* "miércoles 30 de septiembre   12:00" fits */
    NOW_CELLS = 29,
};

/* From top to bottom. */
enum part {
    PART_TITLE,
    PART_TILES,
    PART_LIST,
    PART_HISTORY,
    PART_TOTALS,
    PART_WORST,
    PART_FOOT,
    PART_COUNT,
};

size_t wallboard_pages(size_t queue_count)
{
    return queue_count > 1 ? queue_count + 1 : 1;
}

const struct figures *wallboard_subject(const struct wallboard *board)
{
    if (board->queue_count == 1)
        return &board->queues[0];
    return board->page == 0 ? &board->all : &board->queues[board->page - 1];
}

static void draw_title(const struct surface *surface,
                       const struct wallboard *board)
{
    const struct figures *subject = wallboard_subject(board);
    bool is_long = surface->columns >= LONG_DAY_COLUMNS;
    int cells = is_long ? LONG_NOW_CELLS : NOW_CELLS;
    char day[FORMAT_SIZE], clock[FORMAT_SIZE];
    struct safe_text title, now;

    safe_text_copy(&title, subject->queue_id
                               ? subject->label.text
                               : surface_say(surface, N_("All queues")));
    format_part(surface->style->language,
                is_long ? FORMAT_DAY_LONG : FORMAT_DAY, board->wall_us,
                board->zone, day, sizeof(day));
    format_part(surface->style->language, FORMAT_CLOCK, board->wall_us,
                board->zone, clock, sizeof(clock));
    safe_text_format(&now, "%s   %s", day, clock);
    int used = surface_text(
        surface, (struct place){ 0, surface->columns - cells - 1, cells, true },
        LOOK(TITLE, 0), &now);
    surface_text(surface,
                 (struct place){ 0, 1, surface->columns - used - 4, false },
                 LOOK(TITLE, 0), &title);
}

static void draw_totals(const struct surface *surface,
                        const struct wallboard *board)
{
    const struct figures *subject = wallboard_subject(board);
    const struct style *style = surface->style;
    struct safe_text handled, abandoned, longest, handling, line;
    bool is_known = board->is_known;

    show_count(style, is_known ? subject->handled : -1, &handled);
    show_count(style, is_known ? subject->abandoned : -1, &abandoned);
    show_span(style, is_known ? subject->longest_wait_us : -1, &longest);
    show_span(style, is_known ? subject->handling_us : -1, &handling);
    surface_rule(surface, 0, NULL, NULL);
    safe_text_format(&line,
                     surface_say(surface, N_("Today: handled %s    abandoned "
                                             "%s    longest wait %s    AHT "
                                             "%s")),
                     handled.text, abandoned.text, longest.text, handling.text);
    surface_text(surface, (struct place){ 1, 1, 0, false }, LOOK(TEXT, 0),
                 &line);
}

/* The worst queue in words; of equals the one whose oldest waits longest. */
static const struct figures *find_worst(const struct wallboard *board,
                                        enum grade *ret_grade)
{
    const struct figures *worst = NULL;
    enum grade worst_grade = GRADE_GOOD;

    for (size_t i = 0; i < board->queue_count; i++) {
        const struct figures *queue = &board->queues[i];
        struct limits limits = grade_limits(&board->limits, queue);
        enum grade grade = grade_queue(&limits, queue);

        if (grade > worst_grade || (worst && grade == worst_grade &&
                                    queue->oldest_us > worst->oldest_us)) {
            worst = queue;
            worst_grade = grade;
        }
    }
    *ret_grade = worst_grade;
    return worst;
}

static void draw_worst(const struct surface *surface,
                       const struct wallboard *board)
{
    enum grade grade;
    const struct figures *worst = find_worst(board, &grade);
    struct safe_text name, oldest, level, line;

    if (!worst || !board->is_known)
        return;
    show_span(surface->style, worst->oldest_us, &oldest);
    show_permille(surface->style, worst->level_permille, &level);
    safe_text_copy(&name, worst->label.text);
    /* TRANSLATORS: queue, how many wait, how long the oldest, its level */
    safe_text_format(
        &line, surface_say(surface, N_("%s: %lld waiting, oldest %s, SLA %s")),
        name.text, (long long)worst->waiting, oldest.text, level.text);
    int at =
        1 + surface_glyph(surface, 0, 1, grade_look(grade), grade_glyph(grade));
    at += 1 + surface_label(surface, (struct place){ 0, at + 1, 0, false },
                            grade_look(grade), grade_word(grade));
    surface_text(surface, (struct place){ 0, at + 2, 0, false }, LOOK(TITLE, 0),
                 &line);
}

static void draw_foot(const struct surface *surface,
                      const struct wallboard *board)
{
    size_t pages = wallboard_pages(board->queue_count);
    struct safe_text line;

    int used = surface_text(
        surface, (struct place){ 0, surface->columns - 40, 39, true },
        (struct look){ (uint8_t)board->link_role, 0 }, &board->link);
    if (pages < 2)
        return;
    if (board->next_page_s >= 0)
        safe_text_format(
            &line, surface_say(surface, N_("page %zu of %zu, next in %lld s")),
            board->page + 1, pages, (long long)board->next_page_s);
    else
        safe_text_format(&line, surface_say(surface, N_("page %zu of %zu")),
                         board->page + 1, pages);
    surface_text(surface,
                 (struct place){ 0, 1, surface->columns - used - 4, false },
                 LOOK(DIM, 0), &line);
}

static int tile_rows(const struct surface *surface)
{
    int columns = surface->columns / 4;

    if (surface->rows >= LARGE_ROWS && columns >= LARGE_TILE_COLUMNS)
        return LARGE_TILE;
    return surface->rows >= SMALL_ROWS && columns >= SMALL_TILE_COLUMNS &&
                   surface->style->tier != GLYPH_TIER_ASCII
               ? SMALL_TILE
               : PLAIN_TILE;
}

static void place_parts(const struct surface *surface,
                        const struct wallboard *board,
                        struct box boxes[PART_COUNT])
{
    bool is_large = surface->rows >= LARGE_ROWS;
    int list = wallboard_list_rows(board), tiles = tile_rows(surface);

    boxes[PART_TITLE] = (struct box){ .min = 1, .want = 2 };
    boxes[PART_TILES] = (struct box){ .min = tiles, .drop = 2 };
    boxes[PART_LIST] = (struct box){ .min = list < 4 ? list : 4,
                                     .want = list + 1,
                                     .max = 2 * list + 1,
                                     .weight = 1,
                                     .drop = 1 };
    boxes[PART_HISTORY] =
        (struct box){ .min = is_large ? HISTORY_ROWS : 0, .drop = 6 };
    boxes[PART_TOTALS] = (struct box){ .min = 2, .want = 3, .drop = 5 };
    boxes[PART_WORST] = (struct box){ .min = 1, .want = 2, .drop = 3 };
    boxes[PART_FOOT] = (struct box){ .min = 1, .drop = 4 };
    layout_share(boxes, PART_COUNT, surface->rows, 0);
    /* What nobody wants keeps the last line where it is. */
    boxes[PART_FOOT].at = surface->rows - 1;
}

void wallboard_draw(const struct surface *surface,
                    const struct wallboard *board)
{
    static void (*const draw[])(const struct surface *,
                                const struct wallboard *) = {
        [PART_TITLE] = draw_title,
        [PART_TILES] = wallboard_draw_tiles,
        [PART_LIST] = wallboard_draw_list,
        [PART_HISTORY] = wallboard_draw_history,
        [PART_TOTALS] = draw_totals,
        [PART_WORST] = draw_worst,
        [PART_FOOT] = draw_foot,
    };
    struct box boxes[PART_COUNT];

    assert(surface && board);
    struct surface shifted =
        surface_part(surface, 0, board->shift, surface->rows, surface->columns);
    surface_cursor(&shifted, shifted.rows - 1, 0, false);
    place_parts(&shifted, board, boxes);
    for (int i = 0; i < PART_COUNT; i++) {
        struct surface part = layout_down(&shifted, &boxes[i]);

        if (boxes[i].cells > 0)
            draw[i](&part, board);
    }
}
