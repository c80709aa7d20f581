/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields one below the other, with buttons under them. */

#ifndef TUI_FORM_H
#define TUI_FORM_H

#include "tui/input.h"
#include "tui/surface.h"

/*
 * A form holds what somebody types until they save it. Tab, Enter and arrows
 * move between fields; an error stands below its field with a mark, and saving
 * jumps to the first. Changing the language relabels it and loses nothing.
 */

enum form_kind {
    FORM_TEXT,
    FORM_PASSWORD, /* a bullet for each key */
    FORM_NUMBER,   /* whole, min to max */
    FORM_DURATION, /* 90, 1:30, 90s, 5m, 2h; in seconds, min to max */
    FORM_DATE,     /* a day, see tui/date.h; arrows change the part of it that
                      the cursor is in; min to max */
    FORM_TIME,     /* a time of day likewise: 14:30; in minutes */
    FORM_CHOICE,   /* one of some, changed by arrows, Space, or what it begins
                      with */
    FORM_RADIO,    /* the same with all to see */
    FORM_CHECK,    /* yes or no */
    FORM_NOTES,    /* several lines, see tui/notes.h */
    FORM_SHOWN,    /* to read only */
    FORM_BUTTON,   /* in one row with the button before it */
    FORM_HEADING,  /* a line across */
};

struct form_field {
    int id; /* unlike any other's, 0 for headings */
    enum form_kind kind;
    const char *label; /* msgid */
    const char *help;  /* msgid, shown by the program, or NULL */
    int cells;         /* of its content; 0: to the right edge */
    int rows;          /* of notes and choices by radio; 0: what they need */
    int64_t min, max;  /* of numbers, durations, days and times; text:
                          characters, 0: any */
    int64_t start;     /* what an arrow puts into an empty day or time; 0: it
                          moves on */
    bool is_required;
    bool is_disabled; /* shown, but skipped */

    /** The options of a choice: their count, and one. */
    int (*options)(const void *arg);
    void (*option)(const void *arg, int n, const struct style *style,
                   struct safe_text *ret_text);
    const void *arg;
};

enum { FORM_FIELDS = 80 };

struct form;

/**
 * Makes a form with empty fields, first options and nothing checked.
 *
 * @param fields    copied
 * @param ret_form  release with form_free()
 *
 * @return 0, or -ENOMEM
 */
int form_new(const struct form_field *fields, int count,
             struct form **ret_form);

/** Releases it and overwrites passwords; NULL is fine. Returns NULL. */
struct form *form_free(struct form *form);

/* Setting makes nothing dirty; an id that there is not is a mistake. */
void form_set_text(struct form *form, int id, const char *text);
void form_set_number(struct form *form, int id, int64_t number);
void form_set_choice(struct form *form, int id, int n);
void form_set_check(struct form *form, int id, bool is_checked);
void form_set_disabled(struct form *form, int id, bool is_disabled);

/** Puts a text there that somebody has chosen: it is as dirty as a typed one. */
void form_type_text(struct form *form, int id, const char *text);

/** The text of a field, valid until the next input. */
const char *form_text(const struct form *form, int id);

/** The number of a field, or a duration in seconds, a day, or a time in minutes;
 * -EINVAL: it is none, or outside its range; -ENODATA: it is empty. */
int form_number(const struct form *form, int id, int64_t *ret_number);
int form_choice(const struct form *form, int id);
bool form_check(const struct form *form, int id);

/** Writes an error under a field; NULL takes it away. */
void form_set_error(struct form *form, int id, const char *text);

/**
 * Looks at what can be seen without a server: required, range, length. Writes
 * the errors, and focuses the first field with one.
 *
 * @return errors
 */
int form_review(struct form *form, enum language language);

bool form_is_dirty(const struct form *form);
bool form_field_is_dirty(const struct form *form, int id);

/** What is typed counts as stored now. */
void form_clean(struct form *form);

void form_focus(struct form *form, int id);
int form_focused(const struct form *form); /* id, or 0 */

/** Whether letters belong to the focused field. */
bool form_is_typing(const struct form *form);

/** The rows it needs at a width, errors included. */
int form_rows(const struct form *form, int columns);

/** Draws it; scrolled so that the focused field is in sight. */
void form_draw(struct form *form, const struct surface *surface,
               bool has_focus);

enum form_event {
    FORM_IGNORED,
    FORM_TAKEN,   /* moved */
    FORM_CHANGED, /* the focused field has another value */
    FORM_PRESSED, /* a button: its id is form_focused() */
    FORM_ENTERED, /* Enter in the last field, or in one line fields */
};

/** Takes keys, what is pasted, and clicks, at the place where it was drawn
 *  last: a click focuses a field, presses a button, turns a check, chooses what
 *  is all to see, and takes the next of a choice that has the focus. */
enum form_event form_input(struct form *form, const struct input *input);

#endif
