/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a field holds: a line, one of several, a mark, notes. */

#include "tui/form_inside.h"

int entry_content_rows(const struct entry *entry)
{
    if (entry->field.kind == FORM_RADIO) {
        int count = entry_options(entry);

        return count > 0 ? count : 1;
    }
    if (entry->field.kind == FORM_NOTES)
        return entry->field.rows > 0 ? entry->field.rows : 4;
    return 1;
}

static void option_text(const struct form_drawing *drawing,
                        const struct entry *entry, int n,
                        struct safe_text *ret_text)
{
    safe_text_copy(ret_text, "");
    if (entry->field.option && n < entry_options(entry))
        entry->field.option(entry->field.arg, n, drawing->surface.style,
                            ret_text);
}

static int field_cells(const struct form_drawing *drawing,
                       const struct entry *entry)
{
    int room = drawing->surface.columns - drawing->content - 4;
    int cells = entry->field.cells > 0 ? entry->field.cells : room;

    return cells > room ? room : cells;
}

/* The marks around what can be changed: ‹ x ›. */
static void draw_marks(const struct form_drawing *drawing, int row, int cells)
{
    const struct surface *surface = &drawing->surface;

    surface_glyph(surface, row, drawing->content, LOOK(DIM, 0),
                  GLYPH_OPEN_FIELD);
    surface_glyph(surface, row, drawing->content + cells + 3, LOOK(DIM, 0),
                  GLYPH_CLOSE_FIELD);
}

static void draw_line(const struct form_drawing *drawing,
                      const struct entry *entry, int row, bool has_focus)
{
    int cells = field_cells(drawing, entry);
    struct look look = entry->field.is_disabled ? LOOK(DIM, 0) : LOOK(TEXT, 0);

    if (cells < 1)
        return;
    if (entry->field.kind != FORM_SHOWN)
        draw_marks(drawing, row, cells);
    edit_draw(entry->edit, &drawing->surface,
              (struct place){ row, drawing->content + 2, cells, false },
              (struct edit_manner){ look, has_focus,
                                    entry->field.kind == FORM_PASSWORD });
}

static void draw_choice(const struct form_drawing *drawing,
                        const struct entry *entry, int row, bool has_focus)
{
    int cells = field_cells(drawing, entry);
    struct safe_text text;
    struct look look = entry->field.is_disabled ? LOOK(DIM, 0) : LOOK(TEXT, 0);

    if (cells < 4)
        return;
    option_text(drawing, entry, entry->choice, &text);
    draw_marks(drawing, row, cells);
    surface_text(&drawing->surface,
                 (struct place){ row, drawing->content + 2, cells - 2, false },
                 look, &text);
    surface_glyph(&drawing->surface, row, drawing->content + cells + 1,
                  LOOK(DIM, 0), GLYPH_CHOICE);
    if (has_focus)
        surface_cursor(&drawing->surface, row, drawing->content + 2, true);
}

static void draw_radio(const struct form_drawing *drawing,
                       const struct entry *entry, int row, bool has_focus)
{
    for (int n = 0; n < entry_content_rows(entry); n++) {
        struct safe_text option, text;

        option_text(drawing, entry, n, &option);
        safe_text_format(
            &text, "(%s) %s",
            n == entry->choice
                ? glyph_text(drawing->surface.style->tier, GLYPH_BULLET)
                : " ",
            option.text);
        surface_text(&drawing->surface,
                     (struct place){ row + n, drawing->content, 0, false },
                     LOOK(TEXT, 0), &text);
        if (has_focus && n == entry->choice)
            surface_cursor(&drawing->surface, row + n, drawing->content + 1,
                           true);
    }
}

static void draw_check(const struct form_drawing *drawing,
                       const struct entry *entry, int row, bool has_focus)
{
    surface_words(&drawing->surface,
                  (struct place){ row, drawing->content, 3, false },
                  entry->field.is_disabled ? LOOK(DIM, 0) : LOOK(TEXT, 0),
                  entry->is_checked ? "[x]" : "[ ]");
    if (has_focus)
        surface_cursor(&drawing->surface, row, drawing->content + 1, true);
}

static void draw_notes(const struct form_drawing *drawing,
                       const struct entry *entry, int row, bool has_focus)
{
    struct surface area = surface_part(
        &drawing->surface, row, drawing->content + 2, entry_content_rows(entry),
        field_cells(drawing, entry) + 1);

    for (int i = 0; i < area.rows; i++)
        surface_glyph(&drawing->surface, row + i, drawing->content,
                      LOOK(LINE, 0), GLYPH_DOWN_LINE);
    notes_draw(entry->notes, &area, has_focus);
}

void form_draw_content(const struct form_drawing *drawing,
                       const struct entry *entry, int row, bool has_focus)
{
    switch (entry->field.kind) {
    case FORM_CHOICE:
        draw_choice(drawing, entry, row, has_focus);
        break;
    case FORM_RADIO:
        draw_radio(drawing, entry, row, has_focus);
        break;
    case FORM_CHECK:
        draw_check(drawing, entry, row, has_focus);
        break;
    case FORM_NOTES:
        draw_notes(drawing, entry, row, has_focus);
        break;
    default:
        draw_line(drawing, entry, row, has_focus);
        break;
    }
}
