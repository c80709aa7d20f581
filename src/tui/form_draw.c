/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Labels on the left, contents beside them, errors below. */

#include "tui/form.h"

#include <assert.h>

#include "lang/cells.h"
#include "tui/form_inside.h"

enum {
    FORM_CELLS = 100, /* wider is not read */
    LABEL_MAX = 30,
};

struct drawing {
    const struct form *form;
    struct surface surface;
    int content; /* column where contents begin */
};

/* Room for the longest label, in whatever language it is. */
static int content_column(const struct form *form,
                          const struct surface *surface)
{
    int widest = 0;

    for (int i = 0; i < form->count; i++) {
        const struct form_field *field = &form->entries[i].field;

        if (field->kind == FORM_BUTTON || field->kind == FORM_HEADING ||
            !field->label)
            continue;
        int cells = (int)cells_count(surface_say(surface, field->label));
        if (cells > widest)
            widest = cells;
    }
    if (widest > LABEL_MAX)
        widest = LABEL_MAX;
    if (widest > surface->columns / 2)
        widest = surface->columns / 2;
    return widest + 5;
}

static int content_rows(const struct entry *entry)
{
    if (entry->field.kind == FORM_RADIO) {
        int count = entry_options(entry);

        return count > 0 ? count : 1;
    }
    if (entry->field.kind == FORM_NOTES)
        return entry->field.rows > 0 ? entry->field.rows : 4;
    return 1;
}

static bool is_button(const struct form *form, int i)
{
    return i >= 0 && i < form->count &&
           form->entries[i].field.kind == FORM_BUTTON;
}

/* Buttons share a row; there is a blank one above it. */
static int entry_rows(const struct form *form, int i)
{
    const struct entry *entry = &form->entries[i];

    if (is_button(form, i))
        return is_button(form, i - 1) ? 0 : 2;
    return content_rows(entry) + (entry->error ? 1 : 0);
}

int form_rows(const struct form *form, int columns)
{
    assert(form);
    int rows = 0;

    (void)columns;
    for (int i = 0; i < form->count; i++)
        rows += entry_rows(form, i);
    return rows;
}

static void option_text(const struct drawing *drawing,
                        const struct entry *entry, int n,
                        struct safe_text *ret_text)
{
    safe_text_copy(ret_text, "");
    if (entry->field.option && n < entry_options(entry))
        entry->field.option(entry->field.arg, n, drawing->surface.style,
                            ret_text);
}

static int field_cells(const struct drawing *drawing, const struct entry *entry)
{
    int room = drawing->surface.columns - drawing->content - 4;
    int cells = entry->field.cells > 0 ? entry->field.cells : room;

    return cells > room ? room : cells;
}

/* The marks around what can be changed: ‹ x ›. */
static void draw_marks(const struct drawing *drawing, int row, int cells)
{
    const struct surface *surface = &drawing->surface;

    surface_glyph(surface, row, drawing->content, LOOK(DIM, 0),
                  GLYPH_OPEN_FIELD);
    surface_glyph(surface, row, drawing->content + cells + 3, LOOK(DIM, 0),
                  GLYPH_CLOSE_FIELD);
}

static void draw_line(const struct drawing *drawing, const struct entry *entry,
                      int row, bool has_focus)
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

static void draw_choice(const struct drawing *drawing,
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

static void draw_radio(const struct drawing *drawing, const struct entry *entry,
                       int row, bool has_focus)
{
    for (int n = 0; n < content_rows(entry); n++) {
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

static void draw_check(const struct drawing *drawing, const struct entry *entry,
                       int row, bool has_focus)
{
    surface_words(&drawing->surface,
                  (struct place){ row, drawing->content, 3, false },
                  entry->field.is_disabled ? LOOK(DIM, 0) : LOOK(TEXT, 0),
                  entry->is_checked ? "[x]" : "[ ]");
    if (has_focus)
        surface_cursor(&drawing->surface, row, drawing->content + 1, true);
}

static void draw_notes(const struct drawing *drawing, const struct entry *entry,
                       int row, bool has_focus)
{
    struct surface area =
        surface_part(&drawing->surface, row, drawing->content + 2,
                     content_rows(entry), field_cells(drawing, entry) + 1);

    for (int i = 0; i < area.rows; i++)
        surface_glyph(&drawing->surface, row + i, drawing->content,
                      LOOK(LINE, 0), GLYPH_DOWN_LINE);
    notes_draw(entry->notes, &area, has_focus);
}

static void draw_content(const struct drawing *drawing,
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

static void draw_label(const struct drawing *drawing, const struct entry *entry,
                       int row, bool has_focus)
{
    const struct surface *surface = &drawing->surface;

    if (has_focus)
        surface_glyph(surface, row, 1, LOOK(TEXT, 0), GLYPH_FOCUS);
    if (entry->error)
        surface_glyph(surface, row, 0, LOOK(CRIT, 0), GLYPH_CRIT);
    else if (entry_is_dirty(entry))
        surface_glyph(surface, row, 0, LOOK(WARN, 0), GLYPH_UNSAVED);
    if (entry->field.label)
        surface_label(
            surface, (struct place){ row, 3, drawing->content - 5, false },
            has_focus ? LOOK(TITLE, 0) : LOOK(TEXT, 0), entry->field.label);
}

static int draw_button(const struct drawing *drawing, const struct entry *entry,
                       int row, int column, bool has_focus)
{
    struct safe_text text;

    safe_text_format(&text, "[ %s ]",
                     surface_say(&drawing->surface, entry->field.label));
    int cells = surface_text(
        &drawing->surface, (struct place){ row, column, 0, false },
        entry->field.is_disabled ? LOOK(DIM, 0)
                                 : LOOK(TEXT, has_focus ? LOOK_REVERSE : 0),
        &text);
    if (has_focus)
        surface_cursor(&drawing->surface, row, column + 2, true);
    return column + cells + 3;
}

static void draw_field(const struct drawing *drawing, int i, int row,
                       bool has_focus)
{
    const struct entry *entry = &drawing->form->entries[i];

    draw_label(drawing, entry, row, has_focus);
    draw_content(drawing, entry, row, has_focus);
    if (entry->error)
        surface_words(&drawing->surface,
                      (struct place){ row + content_rows(entry),
                                      drawing->content, 0, false },
                      LOOK(CRIT, 0), entry->error);
}

/* Keeps the focused field in sight, its last row included. */
static void scroll(struct form *form, int rows)
{
    int at = 0;

    if (form->focus < 0)
        return;
    for (int i = 0; i < form->focus; i++)
        at += entry_rows(form, i);
    int end = at + entry_rows(form, form->focus);
    if (is_button(form, form->focus) && end == at)
        at -= 2;
    if (end > form->top + rows)
        form->top = end - rows;
    if (at < form->top)
        form->top = at;
}

void form_draw(struct form *form, const struct surface *surface, bool has_focus)
{
    assert(form && surface);
    struct drawing drawing = { form, *surface, 0 };
    int row, column = 3;

    if (drawing.surface.columns > FORM_CELLS)
        drawing.surface.columns = FORM_CELLS;
    drawing.content = content_column(form, surface);
    scroll(form, surface->rows);
    row = -form->top;
    for (int i = 0; i < form->count; i++) {
        bool is_focused = has_focus && i == form->focus;

        if (is_button(form, i)) {
            row += entry_rows(form, i);
            column = draw_button(&drawing, &form->entries[i], row - 1, column,
                                 is_focused);
            continue;
        }
        if (form->entries[i].field.kind == FORM_HEADING)
            surface_rule(&drawing.surface, row,
                         surface_say(surface, form->entries[i].field.label),
                         NULL);
        else if (row + content_rows(&form->entries[i]) > 0)
            draw_field(&drawing, i, row, is_focused);
        row += entry_rows(form, i);
        column = 3;
    }
}
