/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the form share; for them alone. */

#ifndef TUI_FORM_INSIDE_H
#define TUI_FORM_INSIDE_H

#include "tui/edit.h"
#include "tui/form.h"
#include "tui/notes.h"

struct entry {
    struct form_field field;
    struct edit *edit;   /* of a line that is typed, or NULL */
    struct notes *notes; /* of notes, or NULL */
    char *stored;        /* the text that counts as clean, or NULL */
    int choice, stored_choice;
    bool is_checked, was_checked;
    char *error; /* or NULL */
};

/* Of the screen, where it was drawn last. */
struct form_place {
    int row, column, rows, columns;
};

struct form {
    struct entry entries[FORM_FIELDS];
    int count;
    int focus;              /* index; -1: nothing can have it */
    int top;                /* rows scrolled away */
    int error_cells;        /* that a complaint has in a row, as drawn last */
    enum language language; /* as drawn last: days are written in it */
    struct form_place place;
};

/* A copy of a text, or NULL without memory. */
char *text_keep(const char *text);

/* The entry of an id; asserts that there is one. */
struct entry *form_entry(const struct form *form, int id);

/* The text of an entry, or "". */
const char *entry_text(const struct entry *entry);

int entry_options(const struct entry *entry);

/* Whether it is a day or a time. */
bool entry_is_dated(const struct entry *entry);

/* Writes a day or a time as the language has it; other texts stay. */
void entry_write_date(struct entry *entry, enum language language);

/* Up and down in a day or a time: whether it was for that. */
bool entry_move_date(struct entry *entry, enum language language, int by);

/* Reads what is typed as a number, or a duration in seconds. */
int entry_number(const struct entry *entry, int64_t *ret_number);

bool entry_is_dirty(const struct entry *entry);

/* Whether Tab stops there. */
bool entry_takes_focus(const struct entry *entry);

/* Where one form is being drawn. */
struct form_drawing {
    const struct form *form;
    struct surface surface;
    int content; /* column where contents begin */
};

/* The rows an entry takes in all; buttons share those of the first. */
int form_entry_rows(const struct form *form, int i);

/* Takes a click; FORM_IGNORED: it is at no field. */
enum form_event form_click(struct form *form, const struct input *input);

/* The rows its content takes, without label, error and what is around. */
int entry_content_rows(const struct entry *entry);

/* Draws the content of an entry from a row on. */
void form_draw_content(const struct form_drawing *drawing,
                       const struct entry *entry, int row, bool has_focus);

#endif
