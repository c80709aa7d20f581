/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small program on the toolkit: a list, a form, charts, questions. */

#ifndef TESTS_TUI_SAMPLE_H
#define TESTS_TUI_SAMPLE_H

#include "tui/form.h"
#include "tui/table.h"
#include "tui/ui.h"

enum sample_action {
    SAMPLE_FORM = ACTION_OWN,
    SAMPLE_CHARTS,
    SAMPLE_DELETE,
    SAMPLE_STATE,
    SAMPLE_HOLD,
    SAMPLE_LANGUAGE,
    SAMPLE_CRASH,
    SAMPLE_DUMP,
};

enum { SCOPE_SAMPLE_LIST = SCOPE_OWN, SCOPE_SAMPLE_FORM };

enum { SAMPLE_ROWS = 60 };

enum sample_field {
    SAMPLE_NAME = 1,
    SAMPLE_WORD,
    SAMPLE_NUMBER,
    SAMPLE_RING,
    SAMPLE_STRATEGY,
    SAMPLE_KIND,
    SAMPLE_OPEN,
    SAMPLE_NOTES,
    SAMPLE_SAVE,
    SAMPLE_CANCEL,
};

/* The program; its time stands where the test puts it. */
struct sample {
    struct ui *ui;
    struct table *table;
    struct form *form;
    int64_t now_us;
    int64_t wall_us;
    int held, deleted, saved; /* what was done */
    int state;                /* chosen in the menu, or -1 */
    char command[64];         /* the last line of the palette */
    bool has_call;            /* holding is possible */
    const char *hostile;      /* name of the third row, or NULL */
    char words[64];           /* of the filter */
    void (*dump)(struct sample *sample);
    void *arg; /* of dump */
};

/** Makes it; fails the process without memory. Ends with sample_done(). */
void sample_init(struct sample *sample, int rows, int columns,
                 struct style style);
void sample_done(struct sample *sample);

/** Presses keys by their names, "Tab Enter x". */
void sample_press(struct sample *sample, const char *keys);

/** Types characters. */
void sample_type(struct sample *sample, const char *text);

/** The key table. */
extern const struct action_table sample_actions;

#endif
