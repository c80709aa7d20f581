/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a condition, and below them its text, or what can be asked for. */

#include "base/mark.h"
#include "console/condition_builder_inside.h"
#include "tui/prose.h"

enum { TEXT_ROWS = 3, HELP_ROWS = 7, INDENT = 3, FACT_CELLS = 26 };

static const char *title_of(const struct condition_row *row)
{
    if (row->kind == CONDITION_ROW_ALL)
        return row->is_not ? N_("not all of") : N_("all of");

    return row->is_not ? N_("none of") : N_("any of");
}

static void draw_row(struct builder *builder, const struct surface *surface,
                     int at, int number)
{
    const struct condition_row *row = &builder->rows.rows[number];
    bool is_here = number == builder->selected;
    int column = 2 + INDENT * row->depth;
    struct place place = { at, column, 0, false };
    struct safe_text text;

    if (is_here) {
        surface_glyph(surface, at, 0, LOOK(TITLE, 0), GLYPH_FOCUS);
        surface_cursor(surface, at, column, false);
    }
    if (row->kind != CONDITION_ROW_PART) {
        surface_label(surface, place, LOOK(TITLE, 0), title_of(row));
        return;
    }
    if (row->is_not)
        place.column +=
            1 + surface_label(surface, place, LOOK(TITLE, 0), N_("not"));
    if (is_here && builder->is_typing) {
        place.cells = surface->columns - place.column - 1;
        edit_draw(&builder->edit, surface, place,
                  (struct edit_manner){ LOOK(FIELD, 0), true, false });
        return;
    }
    safe_text_copy(&text, row->text);
    surface_text(surface, place, LOOK(TEXT, 0), &text);
}

static void draw_rows(struct builder *builder, const struct surface *surface)
{
    if (builder->selected < builder->top)
        builder->top = builder->selected;
    if (builder->selected >= builder->top + surface->rows)
        builder->top = builder->selected + 1 - surface->rows;
    for (int i = 0; i < surface->rows && builder->top + i < builder->rows.count;
         i++)
        draw_row(builder, surface, i, builder->top + i);
}

/* Names, where one may stand. @return whether there are any */
static bool draw_names(const struct builder *builder,
                       const struct surface *surface)
{
    char name[SAFE_TEXT_SIZE];
    struct safe_text text;
    int n = 0;

    for (; n < surface->rows - 1 && builder_candidate(builder, n, name); n++) {
        safe_text_copy(&text, name);
        surface_text(surface, (struct place){ n + 1, 1, 0, false },
                     LOOK(TITLE, 0), &text);
    }
    return n > 0;
}

/* Which facts begin so, and what they are. */
static void draw_facts(const struct builder *builder,
                       const struct surface *surface)
{
    const struct fact_info *info;
    struct safe_text text;
    char fact[SAFE_TEXT_SIZE];

    if (builder->error.text[0])
        surface_text(surface, (struct place){ 0, 1, 0, false }, LOOK(CRIT, 0),
                     &builder->error);
    if (draw_names(builder, surface))
        return;
    for (int n = 0; n < surface->rows - 1 && (info = builder_match(builder, n));
         n++) {
        builder_spell_fact(info, fact);
        safe_text_copy(&text, fact);
        surface_text(surface, (struct place){ n + 1, 1, FACT_CELLS, false },
                     LOOK(TITLE, 0), &text);
        surface_label(surface,
                      (struct place){ n + 1, 2 + FACT_CELLS, 0, false },
                      LOOK(DIM, 0), info->doc);
    }
}

/* The other view of the same tree. */
static void draw_text(const struct builder *builder,
                      const struct surface *surface)
{
    char text[CONDITION_MAX_LENGTH + 1];
    struct surface words =
        surface_part(surface, 0, 1, surface->rows, surface->columns - 2);

    if (condition_rows_print(&builder->rows, text) < 0)
        surface_label(surface, (struct place){ 0, 1, 0, false }, LOOK(CRIT, 0),
                      N_("No more fits into a condition."));
    else
        prose_draw(&words, LOOK(DIM, 0),
                   text[0] ? text : surface_say(surface, N_("always")));
}

void builder_draw(void *state, const struct surface *surface)
{
    struct builder *builder = state;
    int low = builder->is_typing ? HELP_ROWS : TEXT_ROWS;
    int rows = surface->rows - low - 2;
    struct surface list = surface_part(surface, 1, 0, rows, surface->columns);
    struct surface rest =
        surface_part(surface, rows + 2, 0, low, surface->columns);

    surface_rule(surface, 0, surface_say(surface, N_("Condition")), NULL);
    draw_rows(builder, &list);
    surface_rule(surface, rows + 1,
                 surface_say(surface, builder->is_typing
                                          ? N_("What there is to ask for")
                                          : N_("As text")),
                 NULL);
    if (builder->is_typing)
        draw_facts(builder, &rest);
    else
        draw_text(builder, &rest);
}
