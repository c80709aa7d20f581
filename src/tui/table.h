/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows under headings: as many as there are, read only where they show. */

#ifndef TUI_TABLE_H
#define TUI_TABLE_H

#include <stdio.h>

#include "tui/input.h"
#include "tui/keep.h"
#include "tui/surface.h"

/*
 * The table holds no data: it asks its source for the cells in sight. What is
 * selected and marked is remembered by id, so rows may come, go and move. The
 * order somebody has chosen is frozen while they work: new rows appear at the
 * end, and the order is made anew after five seconds without a key, or by r.
 */

enum {
    TABLE_COLUMNS = 24,
    TABLE_MARKS = 10000,   /* rows that can be marked */
    TABLE_SORTED = 100000, /* rows that can be sorted here; more keep the
                               order of the source */
    TABLE_ROW_CELLS = 180, /* wider is not read */
    TABLE_FROZEN_US = 5000000,
    TABLE_AWAITED_US = 5000000, /* for so long, see table_select() */
};

struct table_column {
    const char *name; /* msgid of its heading */
    int min, want;    /* cells */
    int weight;       /* of what is left */
    int drop;         /* goes first when narrow; 0 stays */
    bool is_right;    /* numbers and durations */
    bool can_sort;
};

enum { TABLE_STEPS = 24 };

/* What a cell shows. */
struct table_cell {
    struct safe_text text;
    struct look look;
    enum glyph glyph; /* before the text, with has_glyph */
    bool has_glyph;
    int64_t steps[TABLE_STEPS]; /* drawn as small columns in place of the text,
                                   which is what is said of them; the newest is
                                   the last */
    size_t step_count;          /* 0: the text is shown */
};

/* What stands before a row. */
struct table_row {
    uint64_t id; /* unlike any other's; a hash of a name will do */
    bool has_glyph;
    enum glyph glyph;
    enum look_role role;
};

struct table_source {
    size_t (*count)(void *arg);
    void (*row)(void *arg, size_t row, struct table_row *ret_row);
    void (*cell)(void *arg, size_t row, int column,
                 struct table_cell *ret_cell);
    /** The row of an id, or SIZE_MAX. NULL: looked for from the first. */
    size_t (*find)(void *arg, uint64_t id);
    /** Compares two rows by a column. NULL: nothing can be sorted here. */
    int (*compare)(void *arg, size_t a, size_t b, int column);
    void *arg;
};

struct table;

/**
 * Makes a table.
 *
 * @param columns   lives as long as the table; up to TABLE_COLUMNS
 * @param ret_table release with table_free()
 *
 * @return 0, or -ENOMEM
 */
int table_new(const struct table_column *columns, int count,
              const struct table_source *source, struct table **ret_table);
struct table *table_free(struct table *table);

/**
 * Draws it: a row of headings, then rows. The focused row carries the cursor.
 *
 * @param has_focus  whether its pane has; else only the sign shows the row
 */
void table_draw(struct table *table, const struct surface *surface,
                bool has_focus, int64_t now_us);

enum table_event {
    TABLE_IGNORED,
    TABLE_TAKEN,
    TABLE_OPENED, /* Enter, or a second click: see table_selected() */
};

/**
 * Takes arrows, j, k, PgUp, PgDn, Home, End, G, Space (mark), * (mark all),
 * s (sort by the next column; S turns the order), r (order anew), Enter,
 * clicks and the wheel. A click is one at the row of the screen where it was
 * drawn last; whose columns are not its own is the caller's to know.
 */
enum table_event table_input(struct table *table, const struct input *input,
                             int64_t now_us);

/** The selected row of the source, or SIZE_MAX: there are none, or the one that
 *  is to be selected has not come yet. */
size_t table_selected(struct table *table);

/** Its id; false likewise. */
bool table_selected_id(struct table *table, uint64_t *ret_id);

/** Selects a row by its id, now or when it comes: until then nothing is, so that
 *  no key is about another row, unless somebody moves or five seconds pass. */
void table_select(struct table *table, uint64_t id);

/** Marks: how many, their ids (borrowed, until the next change), whether one
 *  is, and none. */
size_t table_marked(const struct table *table);
const uint64_t *table_marks(const struct table *table);
bool table_is_marked(const struct table *table, uint64_t id);
void table_unmark(struct table *table);

enum { TABLE_COPY_BYTES = 65536 };

/**
 * Writes the marked rows, or the selected one, as lines of cells with tabs in
 * between; columns that are left out are not in it. What a spreadsheet could
 * take for a formula gets a ' before it.
 *
 * @param ret_text  up to TABLE_COPY_BYTES of whole rows; the caller's
 *
 * @return rows written; 0: there are none, or there is no memory
 */
size_t table_copy(struct table *table, char **ret_text);

/**
 * Writes the marked rows, or all of them, as CSV (base/csv.h) below a line of
 * headings. What could not be written shows in ferror(out).
 *
 * @return rows written
 */
size_t table_print(struct table *table, enum language language, FILE *out);

/** Sorts by a column, or with -1 as the source has them. */
void table_sort(struct table *table, int column, bool is_descending);

/** The column sorted by, or -1. */
int table_sorted_by(const struct table *table, bool *ret_is_descending);

/** Columns: how many, and the msgid of a heading. */
int table_column_count(const struct table *table);
const char *table_column_name(const struct table *table, int column);

/** Leaves a column out, or shows it; the first one stays. */
void table_leave_out(struct table *table, int column, bool is_left_out);
bool table_is_left_out(const struct table *table, int column);

/** The same of all of them at once: a bit for each. */
void table_leave_out_all(struct table *table, int64_t bits);
int64_t table_left_out(const struct table *table);

/** A name for what is kept of a table with these columns, see tui/keep.h. */
void table_keep_name(const struct table *table, char ret_name[KEEP_NAME_SIZE]);

/** How many rows the last drawing had room for. */
int table_page(const struct table *table);

#endif
