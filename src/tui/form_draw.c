/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Labels on the left, errors below, buttons in a row; what fits is shown. */

#include "tui/form.h"

#include <assert.h>

#include "lang/cells.h"
#include "tui/form_inside.h"
#include "tui/prose.h"
#include "tui/speech.h"

enum {
    FORM_CELLS = 100, /* wider is not read */
    LABEL_MAX = 30,
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

static bool is_button(const struct form *form, int i)
{
    return i >= 0 && i < form->count &&
           form->entries[i].field.kind == FORM_BUTTON;
}

/* All of it is told: what to do stands at its end. */
static int error_rows(const struct form *form, const struct entry *entry)
{
    if (!entry->error)
        return 0;

    return form->error_cells > 0 ? prose_rows(entry->error, form->error_cells)
                                 : 1;
}

/* Buttons share a row; there is a blank one above it. */
int form_entry_rows(const struct form *form, int i)
{
    const struct entry *entry = &form->entries[i];

    if (is_button(form, i))
        return is_button(form, i - 1) ? 0 : 2;
    return entry_content_rows(entry) + error_rows(form, entry);
}

int form_rows(const struct form *form, int columns)
{
    assert(form);
    int rows = 0;

    (void)columns;
    for (int i = 0; i < form->count; i++)
        rows += form_entry_rows(form, i);
    return rows;
}

static void draw_label(const struct form_drawing *drawing,
                       const struct entry *entry, int row, bool has_focus)
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

static int draw_button(const struct form_drawing *drawing,
                       const struct entry *entry, int row, int column,
                       bool has_focus)
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

/* What a field holds, in words; never a password. */
static void speak_content(const struct form_drawing *drawing,
                          const struct entry *entry, struct spoken *speech)
{
    const struct surface *surface = &drawing->surface;
    enum language language = surface->style->language;
    struct safe_text text = { .text = "" };

    switch (entry->field.kind) {
    case FORM_CHOICE:
    case FORM_RADIO:
        if (entry->field.option && entry->choice < entry_options(entry))
            entry->field.option(entry->field.arg, entry->choice, surface->style,
                                &text);
        break;
    case FORM_CHECK:
        safe_text_copy(
            &text,
            surface_say(surface, entry->is_checked ? N_("yes") : N_("no")));
        break;
    case FORM_PASSWORD:
        safe_text_copy(&text, *entry_text(entry)
                                  ? surface_say(surface, N_("hidden"))
                                  : "");
        break;
    case FORM_BUTTON:
        return;
    default:
        safe_text_copy(&text, entry_text(entry));
        break;
    }
    speech_part(speech, language,
                *text.text ? text.text : surface_say(surface, N_("empty")));
}

static void speak(const struct form_drawing *drawing, const struct entry *entry)
{
    const struct surface *surface = &drawing->surface;
    struct spoken *speech = speech_of(surface);

    if (!speech)
        return;
    speech_begin(speech, (uint64_t)(unsigned)entry->field.id);
    speech_part(speech, surface->style->language,
                entry->field.label ? surface_say(surface, entry->field.label)
                                   : "");
    speak_content(drawing, entry, speech);
    if (entry->error)
        speech_part(speech, surface->style->language, entry->error);
}

static void draw_field(const struct form_drawing *drawing, int i, int row,
                       bool has_focus)
{
    const struct entry *entry = &drawing->form->entries[i];

    draw_label(drawing, entry, row, has_focus);
    form_draw_content(drawing, entry, row, has_focus);
    if (!entry->error)
        return;

    struct surface below = surface_part(
        &drawing->surface, row + entry_content_rows(entry), drawing->content,
        error_rows(drawing->form, entry), drawing->form->error_cells);
    (void)prose_draw(&below, LOOK(CRIT, 0), entry->error);
}

/* Keeps the focused field in sight, its last row included. */
static void scroll(struct form *form, int rows)
{
    int at = 0;

    if (form->focus < 0)
        return;
    for (int i = 0; i < form->focus; i++)
        at += form_entry_rows(form, i);
    int end = at + form_entry_rows(form, form->focus);
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
    struct form_drawing drawing = { form, *surface, 0 };
    int row, column = 3;

    if (drawing.surface.columns > FORM_CELLS)
        drawing.surface.columns = FORM_CELLS;
    drawing.content = content_column(form, surface);
    form->error_cells = drawing.surface.columns - drawing.content;
    form->language = surface->style->language;
    form->place = (struct form_place){ surface->top, surface->left,
                                       surface->rows, surface->columns };
    for (int i = 0; i < form->count; i++)
        if (i != form->focus)
            entry_write_date(&form->entries[i], form->language);
    scroll(form, surface->rows);
    row = -form->top;
    for (int i = 0; i < form->count; i++) {
        bool is_focused = has_focus && i == form->focus;

        if (is_focused)
            speak(&drawing, &form->entries[i]);

        if (is_button(form, i)) {
            row += form_entry_rows(form, i);
            column = draw_button(&drawing, &form->entries[i], row - 1, column,
                                 is_focused);
            continue;
        }
        if (form->entries[i].field.kind == FORM_HEADING)
            surface_rule(&drawing.surface, row,
                         surface_say(surface, form->entries[i].field.label),
                         NULL);
        else if (row + entry_content_rows(&form->entries[i]) > 0)
            draw_field(&drawing, i, row, is_focused);
        row += form_entry_rows(form, i);
        column = 3;
    }
}
