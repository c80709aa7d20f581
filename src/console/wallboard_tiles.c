/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The four figures that can be read from across a room. */

#include "console/wallboard_inside.h"

#include <assert.h>
#include <string.h>

#include "base/mark.h"
#include "console/show.h"
#include "lang/format.h"
#include "tui/chart.h"
#include "tui/layout.h"

enum { TILES = 4, WIDE = 30, NARROW = 16 };

struct tile {
    const char *title;
    const char *wide_title;
    enum grade grade;
    char digits[FORMAT_SIZE]; /* "": not known */
    struct safe_text caption;
    struct safe_text wide_caption;
};

static void fill_waiting(const struct style *style, const struct limits *limits,
                         const struct figures *figures, struct tile *tile)
{
    struct safe_text limit;

    tile->title = tile->wide_title = N_("WAITING");
    tile->grade = grade_waiting(limits, figures);
    format_integer(style->language, figures->waiting, tile->digits,
                   sizeof(tile->digits));
    show_count(style, limits->waiting, &limit);
    /* TRANSLATORS: so many may wait, or so long */
    safe_text_format(&tile->caption, show_say(style, N_("limit %s")),
                     limit.text);
}

static void fill_oldest(const struct style *style, const struct limits *limits,
                        const struct figures *figures, struct tile *tile)
{
    struct safe_text limit;

    tile->title = tile->wide_title = N_("OLDEST");
    tile->grade = grade_oldest(limits, figures);
    if (figures->oldest_us >= 0)
        format_duration(figures->oldest_us, tile->digits, sizeof(tile->digits));
    show_span(style, limits->oldest_us > 0 ? limits->oldest_us : -1, &limit);
    safe_text_format(&tile->caption, show_say(style, N_("limit %s")),
                     limit.text);
}

static void fill_level(const struct style *style, const struct limits *limits,
                       const struct figures *figures, struct tile *tile)
{
    struct safe_text target;

    tile->title = N_("SLA %");
    tile->wide_title = N_("SERVICE LEVEL %");
    tile->grade = grade_level(limits, figures);
    /* 100 needs no decimals, and would not fit with them. */
    if (figures->level_permille == 1000)
        format_integer(style->language, 100, tile->digits,
                       sizeof(tile->digits));
    else if (figures->level_permille >= 0)
        format_decimal(style->language, figures->level_permille, 1,
                       tile->digits, sizeof(tile->digits));
    show_count(style, limits->level_permille / 10, &target);
    safe_text_format(&tile->caption, show_say(style, N_("target %s")),
                     target.text);
    if (figures->in_time_us > 0)
        /* TRANSLATORS: "target 80 % in 20 s" */
        safe_text_format(&tile->wide_caption,
                         show_say(style, N_("target %s %% in %d s")),
                         target.text, (int)(figures->in_time_us / 1000000));
}

static void fill_ready(const struct style *style, const struct figures *figures,
                       struct tile *tile)
{
    struct safe_text all;

    tile->title = N_("READY");
    tile->wide_title = N_("READY AGENTS");
    tile->grade = grade_ready(figures);
    if (figures->available >= 0)
        format_integer(style->language, figures->available, tile->digits,
                       sizeof(tile->digits));
    show_count(style, figures->logged_in, &all);
    /* TRANSLATORS: so many agents are logged in */
    safe_text_format(&tile->caption, show_say(style, N_("of %s")), all.text);
}

static void fill(const struct style *style, const struct wallboard *board,
                 struct tile tiles[TILES])
{
    const struct figures *figures = wallboard_subject(board);
    struct limits limits = grade_limits(&board->limits, figures);

    fill_waiting(style, &limits, figures, &tiles[0]);
    fill_oldest(style, &limits, figures, &tiles[1]);
    fill_level(style, &limits, figures, &tiles[2]);
    fill_ready(style, figures, &tiles[3]);
    for (int i = 0; i < TILES && !board->is_known; i++) {
        tiles[i].grade = GRADE_OFF;
        tiles[i].digits[0] = '\0';
        safe_text_copy(&tiles[i].caption, show_say(style, N_("not known")));
    }
}

static void draw_caption(const struct surface *surface, const struct tile *tile,
                         bool is_known)
{
    bool is_wide = surface->columns >= WIDE;
    struct look look = grade_look(tile->grade);
    int row = surface->rows - 1, at = is_wide ? 2 : 1;

    at += surface_glyph(surface, row, at, look, grade_glyph(tile->grade)) + 1;
    if (is_known)
        at += surface_label(surface, (struct place){ row, at, 0, false }, look,
                            is_wide ? grade_word(tile->grade)
                                    : grade_short_word(tile->grade)) +
              (is_wide ? 2 : 1);
    if (surface->columns < NARROW && is_known)
        return;
    surface_text(surface, (struct place){ row, at, 0, false }, LOOK(TEXT, 0),
                 is_wide && tile->wide_caption.text[0] ? &tile->wide_caption
                                                       : &tile->caption);
}

static void draw_tile(const struct surface *surface, const struct tile *tile,
                      bool is_known)
{
    const char *title = surface_say(
        surface, surface->columns >= WIDE ? tile->wide_title : tile->title);
    struct surface inside = surface_box(surface, title, NULL);
    struct surface digits =
        surface_part(&inside, 0, 0, inside.rows - 1, inside.columns);

    chart_digits(&digits, grade_look(tile->grade),
                 tile->digits[0]
                     ? tile->digits
                     : glyph_text(surface->style->tier, GLYPH_UNKNOWN));
    draw_caption(&inside, tile, is_known);
}

void wallboard_draw_tiles(const struct surface *surface,
                          const struct wallboard *board)
{
    struct tile tiles[TILES] = { 0 };
    struct box boxes[TILES];

    for (int i = 0; i < TILES; i++)
        boxes[i] = (struct box){ .min = 12, .weight = 1, .drop = i };
    layout_share(boxes, TILES, surface->columns, 0);
    fill(surface->style, board, tiles);
    for (int i = 0; i < TILES; i++) {
        struct surface place = layout_across(surface, &boxes[i]);

        if (boxes[i].cells > 0)
            draw_tile(&place, &tiles[i], board->is_known);
    }
}
