/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shares the row out. */

#include "tui/header.h"

#include <assert.h>
#include <string.h>

#include "lang/cells.h"
#include "tui/layout.h"

enum part { TRAIL, WHO, MESSAGES, ALARMS, STATE, LINK, DAY, CLOCK, PARTS };

enum { DAY_COLUMNS = 120 };

static int width_of(const struct safe_text *text)
{
    return text->text[0] ? (int)cells_count(text->text) : 0;
}

/* The state keeps its width, and so its cells, whatever it says. */
static void boxes_fill(const struct header *header, int columns,
                       struct box *boxes)
{
    enum { STATE_CELLS = 18, LINK_CELLS = 7, TRAIL_CELLS = 10 };
    int who = width_of(&header->who), alarms = width_of(&header->alarms);
    int state = header->state.text[0] ? STATE_CELLS : 0;
    int clock = width_of(&header->clock);
    int day = columns >= DAY_COLUMNS ? width_of(&header->day) : 0;

    int trail = width_of(&header->trail), link = width_of(&header->link);

    boxes[TRAIL] = (struct box){
        .min = trail < TRAIL_CELLS ? trail : TRAIL_CELLS,
        .want = trail,
        .weight = 1,
    };
    boxes[WHO] = (struct box){ .want = who, .min = who, .drop = 3 };
    boxes[STATE] = (struct box){ .min = state, .want = state };
    int messages = width_of(&header->messages);

    boxes[MESSAGES] =
        (struct box){ .want = messages, .min = messages, .drop = 2 };
    boxes[ALARMS] = (struct box){ .min = alarms, .want = alarms, .drop = 1 };
    boxes[LINK] = (struct box){
        .min = link > LINK_CELLS ? link : LINK_CELLS,
        .want = link,
    };
    boxes[DAY] = (struct box){ .min = day, .want = day, .drop = 5 };
    boxes[CLOCK] = (struct box){ .min = clock, .want = clock, .drop = 4 };
}

/* Before something has to go, the name is cut: the clock stays. */
static void yield_name(struct box *boxes, int columns)
{
    enum { WHO_CELLS = 10, GAP = 2 };
    int need = -GAP;

    for (int i = 0; i < PARTS; i++)
        need += boxes[i].min > 0 ? boxes[i].min + GAP : 0;
    if (need > columns && boxes[WHO].min > WHO_CELLS)
        boxes[WHO].min = WHO_CELLS;
}

static void draw_state(const struct surface *surface,
                       const struct header *header, const struct box *box)
{
    struct look look = { (uint8_t)header->state_role, 0 };

    if (box->cells == 0)
        return;
    int used = surface_glyph(surface, 0, box->at, look, header->state_glyph);
    surface_text(
        surface,
        (struct place){ 0, box->at + used + 1, box->cells - used - 1, false },
        look, &header->state);
}

static void draw_part(const struct surface *surface, const struct box *box,
                      struct look look, const struct safe_text *text)
{
    if (box->cells > 0)
        surface_text(surface, (struct place){ 0, box->at, box->cells, false },
                     look, text);
}

/* What is too long loses its beginning: "… › Support Tier 1 › Edit". */
static void draw_trail(const struct surface *surface, const struct box *box,
                       const struct safe_text *trail)
{
    const char *crumb = glyph_text(surface->style->tier, GLYPH_CRUMB);
    const char *rest = trail->text, *next;
    struct safe_text shown = *trail;

    while (width_of(&shown) > box->cells &&
           (next = strstr(rest + 1, crumb)) != NULL) {
        rest = next;
        safe_text_format(&shown, "%s %s",
                         glyph_text(surface->style->tier, GLYPH_ELLIPSIS),
                         rest);
    }
    draw_part(surface, box, LOOK(TITLE, 0), &shown);
}

void header_draw(const struct surface *surface, const struct header *header)
{
    assert(surface && header);
    struct surface row = surface_part(surface, 0, 0, 1, surface->columns);
    struct surface inside = surface_part(&row, 0, 9, 1, surface->columns - 10);
    struct box boxes[PARTS];

    surface_words(&row, (struct place){ 0, 1, 0, false }, LOOK(TITLE, 0),
                  "cclite");
    boxes_fill(header, row.columns, boxes);
    yield_name(boxes, inside.columns);
    layout_share(boxes, PARTS, inside.columns, 2);

    draw_trail(&inside, &boxes[TRAIL], &header->trail);
    draw_part(&inside, &boxes[WHO], LOOK(TEXT, 0), &header->who);
    draw_state(&inside, header, &boxes[STATE]);
    draw_part(&inside, &boxes[MESSAGES],
              (struct look){ (uint8_t)header->messages_role, 0 },
              &header->messages);
    draw_part(&inside, &boxes[ALARMS],
              (struct look){ (uint8_t)header->alarms_role, 0 },
              &header->alarms);
    draw_part(&inside, &boxes[LINK],
              (struct look){ (uint8_t)header->link_role, 0 }, &header->link);
    draw_part(&inside, &boxes[DAY], LOOK(TEXT, 0), &header->day);
    draw_part(&inside, &boxes[CLOCK], LOOK(TEXT, 0), &header->clock);
    grid_flag(row.grid, row.top, row.left, row.columns, LOOK_HEADER);
}
