/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a menu; below them, where rows are too short, the note of the
   selected item in full. */

#include "lang/cells.h"
#include "tui/menu_inside.h"
#include "tui/prose.h"
#include "tui/speech.h"
#include "tui/ui_inside.h"

enum {
    LABEL_COLUMN = 8,
    NOTE_COLUMN = 28, /* at least; behind a long label later */
    LIST_ROWS = 5,    /* fewer are not given up for a note */
};

static void speak(const struct choice *choice, const struct surface *surface,
                  int n, const struct menu_item *item)
{
    struct spoken *speech = speech_of(surface);
    enum language language = surface->style->language;

    if (!speech)
        return;
    speech_begin(speech, (uint64_t)(uintptr_t)choice + (uint64_t)n);
    speech_row(speech, language, (size_t)n, (size_t)menu_count(choice));
    speech_part(speech, language, item->label.text);
    speech_part(speech, language, item->note.text);
    speech_part(speech, language, item->reason.text);
}

static const struct safe_text *note_of(const struct menu_item *item)
{
    return item->reason.text[0] ? &item->reason : &item->note;
}

static int note_column(const struct menu_item *item)
{
    int column = LABEL_COLUMN + (int)cells_count(item->label.text) + 2;

    return column > NOTE_COLUMN ? column : NOTE_COLUMN;
}

/* Whether an item has more to say than its row holds. */
bool menu_has_long_notes(const struct choice *choice, int columns)
{
    int count = choice->menu.count(choice->menu.arg);

    for (int n = 0; n < count; n++) {
        struct menu_item item;

        menu_read(choice, n, &item);
        if (note_of(&item)->text[0] &&
            note_column(&item) + (int)cells_count(note_of(&item)->text) >
                columns)
            return true;
    }
    return false;
}

/* That of the selected item, whole. */
static void draw_note(const struct choice *choice,
                      const struct surface *surface)
{
    struct surface below =
        surface_part(surface, 1, 1, surface->rows - 1, surface->columns - 1);
    struct menu_item item;

    surface_rule(surface, 0, NULL, NULL);
    if (choice->selected >= menu_count(choice))
        return;
    menu_item_at(choice, choice->selected, &item);
    prose_draw(&below, LOOK(TEXT, 0), note_of(&item)->text);
}

static void draw_item(const struct choice *choice,
                      const struct surface *surface, int row, int n)
{
    struct surface line = surface_part(surface, row, 0, 1, surface->columns);
    struct menu_item item;
    char letter[2] = "";

    menu_item_at(choice, n, &item);
    bool can = !item.reason.text[0];
    struct look look = can ? LOOK(TEXT, 0) : LOOK(DIM, 0);
    letter[0] = item.letter;
    if (item.has_glyph)
        surface_glyph(&line, 0, 2,
                      can ? (struct look){ (uint8_t)item.role, 0 } : look,
                      item.glyph);
    surface_words(&line, (struct place){ 0, 5, 1, false },
                  can ? LOOK(KEY, 0) : look, letter);
    surface_text(&line, (struct place){ 0, LABEL_COLUMN, 0, false }, look,
                 &item.label);
    if (note_column(&item) < line.columns)
        surface_text(&line, (struct place){ 0, note_column(&item), 0, false },
                     LOOK(DIM, 0), note_of(&item));
    if (n != choice->selected)
        return;
    surface_glyph(&line, 0, 1, LOOK(TEXT, 0), GLYPH_FOCUS);
    surface_focus(&line, 0);
    speak(choice, &line, n, &item);
}

/* The rows below the list, of a popup with so many. */
static int rows_below(const struct choice *choice, int rows, int columns)
{
    int hint = choice->menu.hint ? 2 : 0;
    int count = choice->menu.count(choice->menu.arg);
    int least = count < LIST_ROWS ? count : LIST_ROWS;
    bool has_note = rows - hint - MENU_NOTE_ROWS >= least &&
                    menu_has_long_notes(choice, columns);

    return hint + (has_note ? MENU_NOTE_ROWS : 0);
}

static void draw_list(struct choice *choice, const struct surface *surface,
                      int rows)
{
    int count = menu_count(choice);

    if (choice->selected >= count)
        choice->selected = count > 0 ? count - 1 : 0;
    if (choice->selected < choice->top)
        choice->top = choice->selected;
    if (choice->selected >= choice->top + rows)
        choice->top = choice->selected - rows + 1;
    for (int row = 0; row < rows && choice->top + row < count; row++)
        draw_item(choice, surface, row, choice->top + row);
}

void menu_draw(void *state, const struct surface *surface)
{
    struct choice *choice = state;
    int below = rows_below(choice, surface->rows, surface->columns);
    struct surface note = surface_part(surface, surface->rows - below, 0,
                                       MENU_NOTE_ROWS, surface->columns);

    menu_search(choice);
    draw_list(choice, surface, surface->rows - below);
    if (below >= MENU_NOTE_ROWS)
        draw_note(choice, &note);
    if (choice->menu.hint)
        surface_label(surface, (struct place){ surface->rows - 1, 1, 0, false },
                      LOOK(DIM, 0), choice->menu.hint);
}
