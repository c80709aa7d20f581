/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list above, lines with signs below. */

#include "console/versions.h"

#include <assert.h>
#include <stdlib.h>

#include "base/mark.h"
#include "console/difference.h"
#include "console/word.h"

enum {
    LIST_ROWS = 8, /* with the rule below; the rest is the difference */
    VERSION_CELLS = 8,
    DAY_CELLS = 12,
    CLOCK_CELLS = 6,
    USER_CELLS = 20,
};

void versions_done(struct versions *versions)
{
    assert(versions);
    value_free(versions->items);
    free(versions->difference);
}

int64_t versions_selected(const struct versions *versions)
{
    assert(versions);
    return value_get_integer(value_at(versions->items, versions->selected),
                             "version", 0);
}

void versions_ask(struct versions *versions)
{
    assert(versions);
    free(versions->difference);
    versions->difference = NULL;
    errands_forget(versions->program->errands, versions->owner);
    if (versions->selected < value_count(versions->items))
        versions->kind->ask(versions->owner, versions_selected(versions));
}

void versions_take_items(struct versions *versions,
                         const struct outcome *outcome)
{
    assert(versions && outcome);
    if (!outcome->is_done) {
        versions->complaint = outcome->complaint;
        return;
    }
    versions_take_list(versions,
                       value_share(value_get(outcome->value, "items")));
}

void versions_take_list(struct versions *versions, struct json_t *items)
{
    assert(versions);
    versions->items = value_free(versions->items);
    versions->items = items;
    versions_ask(versions);
}

void versions_take_difference(struct versions *versions, char *lines)
{
    assert(versions);
    free(versions->difference);
    versions->difference = lines;
    versions->top = 0;
}

/* Moving. */

static void select_by(struct versions *versions, int by)
{
    size_t count = value_count(versions->items);
    size_t at = versions->selected + (size_t)by;

    if (at >= count || at == versions->selected)
        return;
    versions->selected = at;
    versions_ask(versions);
}

void versions_page(struct versions *versions, bool is_back)
{
    assert(versions);
    if (!is_back)
        versions->top += LIST_ROWS;
    else
        versions->top =
            versions->top > LIST_ROWS ? versions->top - LIST_ROWS : 0;
}

bool versions_input(struct versions *versions, const struct input *input)
{
    assert(versions && input);
    if (input->kind != INPUT_STROKE)
        return false;
    switch (input->stroke) {
    case STROKE_UP:
        select_by(versions, -1);
        return true;
    case STROKE_DOWN:
        select_by(versions, 1);
        return true;
    case STROKE_PAGE_UP:
    case STROKE_PAGE_DOWN:
        versions_page(versions, input->stroke == STROKE_PAGE_UP);
        return true;
    default:
        return false;
    }
}

/* Drawing. */

/* The number, the moment, who, and what else is told of it. */
static void draw_words(const struct versions *versions,
                       const struct surface *surface, int row,
                       const struct json_t *item, struct look look)
{
    const char *user = value_get_text(item, "user");
    int64_t wall_us = value_get_integer(item, "wall_us", 0);
    char clock[WORD_TIME_SIZE];
    struct safe_text text;
    int column = 2;

    safe_text_format(&text, "%lld",
                     (long long)value_get_integer(item, "version", 0));
    surface_text(surface, (struct place){ row, column, VERSION_CELLS, true },
                 look, &text);
    column += VERSION_CELLS + 2;
    word_day(surface->style->language, wall_us, clock);
    surface_words(surface, (struct place){ row, column, DAY_CELLS, false },
                  look, clock);
    column += DAY_CELLS + 1;
    word_clock(wall_us, true, clock);
    surface_words(surface, (struct place){ row, column, CLOCK_CELLS, false },
                  look, clock);
    column += CLOCK_CELLS + 1;
    safe_text_copy(&text, user ? user : "");
    surface_text(surface, (struct place){ row, column, USER_CELLS, false },
                 look, &text);
    column += USER_CELLS + 1;
    versions->kind->word(versions->owner, item, &text);
    surface_text(surface, (struct place){ row, column, 0, false }, LOOK(OK, 0),
                 &text);
}

static void draw_row(const struct versions *versions,
                     const struct surface *surface, int row, size_t at)
{
    bool is_selected = at == versions->selected;

    if (is_selected) {
        surface_glyph(surface, row, 0, LOOK(TITLE, 0), GLYPH_FOCUS);
        surface_focus(surface, row);
    }
    draw_words(versions, surface, row, value_at(versions->items, at),
               is_selected ? LOOK(TITLE, 0) : LOOK(TEXT, 0));
}

static void draw_list(const struct versions *versions,
                      const struct surface *surface)
{
    size_t count = value_count(versions->items);
    size_t room = (size_t)surface->rows;
    size_t first =
        versions->selected >= room ? versions->selected - room + 1 : 0;

    if (versions->complaint.text[0])
        surface_text(surface, (struct place){ 0, 1, 0, false }, LOOK(CRIT, 0),
                     &versions->complaint);
    else if (!versions->items)
        surface_label(surface, (struct place){ 0, 1, 0, false }, LOOK(DIM, 0),
                      N_("Loading…"));
    for (size_t i = 0; i < room && first + i < count; i++)
        draw_row(versions, surface, (int)i, first + i);
}

void versions_draw(struct versions *versions, const struct surface *surface)
{
    assert(versions && surface);
    int rows = surface->rows > 2 * LIST_ROWS ? LIST_ROWS : surface->rows / 2;
    struct surface list = surface_part(surface, 0, 0, rows, surface->columns);
    struct surface low = surface_part(
        surface, rows + 1, 0, surface->rows - rows - 1, surface->columns);

    draw_list(versions, &list);
    surface_rule(surface, rows, surface_say(surface, versions->kind->heading),
                 NULL);
    if (versions->difference && versions->difference[0])
        difference_draw(&low, versions->difference, &versions->top);
    else if (versions->difference)
        surface_label(&low, (struct place){ 0, 1, 0, false }, LOOK(DIM, 0),
                      versions->kind->same);
}
