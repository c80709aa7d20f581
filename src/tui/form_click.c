/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a click meets a form: a field, an option, a button. */

#include "tui/form.h"

#include "lang/cells.h"
#include "tui/form_inside.h"

/* What is at a place, and in which of its rows. */
struct hit {
    int index; /* below 0: nothing */
    int row;
};

/* Those that share a row stand beside each other, as form_draw() has them. */
static int button_at(const struct form *form, int i, int column)
{
    enum { LEFT = 3, BRACKETS = 4, GAP = 3 };
    int at = LEFT;

    for (; i < form->count && form->entries[i].field.kind == FORM_BUTTON; i++) {
        const char *label =
            lang_text(form->language, form->entries[i].field.label);
        int cells = (int)cells_count(label) + BRACKETS;

        if (column >= at && column < at + cells)
            return i;
        at += cells + GAP;
    }
    return -1;
}

static struct hit find(const struct form *form, int row, int column)
{
    int at = -form->top;

    for (int i = 0; i < form->count; i++) {
        int rows = form_entry_rows(form, i);

        if (row >= at && row < at + rows) {
            bool is_button = form->entries[i].field.kind == FORM_BUTTON;

            return is_button && row < at + rows - 1
                       ? (struct hit){ -1, 0 }
                       : (struct hit){ is_button ? button_at(form, i, column)
                                                 : i,
                                       row - at };
        }
        at += rows;
    }
    return (struct hit){ -1, 0 };
}

/* Whoever clicks at what has the focus already wants the next one. */
static enum form_event click_entry(struct form *form, struct entry *entry,
                                   int row, bool had_focus)
{
    switch (entry->field.kind) {
    case FORM_BUTTON:
        return FORM_PRESSED;
    case FORM_CHECK:
        entry->is_checked = !entry->is_checked;
        break;
    case FORM_RADIO:
        if (row >= entry_options(entry) || row == entry->choice)
            return FORM_TAKEN;
        entry->choice = row;
        break;
    case FORM_CHOICE:
        if (!had_focus || entry_options(entry) < 2)
            return FORM_TAKEN;
        entry->choice = (entry->choice + 1) % entry_options(entry);
        break;
    default:
        return FORM_TAKEN;
    }
    form_set_error(form, entry->field.id, NULL);
    return FORM_CHANGED;
}

enum form_event form_click(struct form *form, const struct input *input)
{
    const struct form_place *place = &form->place;
    int row = input->row - place->row, column = input->column - place->column;

    if (row < 0 || row >= place->rows || column < 0 || column >= place->columns)
        return FORM_IGNORED;

    struct hit hit = find(form, row, column);
    if (hit.index < 0 || !entry_takes_focus(&form->entries[hit.index]))
        return FORM_IGNORED;

    bool had_focus = form->focus == hit.index;
    form->focus = hit.index;
    return click_entry(form, &form->entries[hit.index], hit.row, had_focus);
}
