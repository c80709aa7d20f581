/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows and columns of text, for people and for spreadsheets. */

#ifndef CLI_SHEET_H
#define CLI_SHEET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

enum { SHEET_MAX_COLUMNS = 64 };

struct sheet_column {
    const char *key;    /* for programs: "ring_ms"; borrowed */
    const char *header; /* for people; borrowed */
    bool right;         /* numbers stand at the right */
};

/* A plain struct: zeroed is empty. Cells are owned texts. */
struct sheet {
    struct sheet_column columns[SHEET_MAX_COLUMNS];
    size_t column_count;
    char **cells; /* row by row */
    size_t cell_count;
    size_t room;
    bool failed; /* memory ran out: it is not whole */
};

enum sheet_style {
    SHEET_TABLE, /* aligned, for people */
    SHEET_CSV,   /* RFC 4180, a line of keys first */
    SHEET_TSV,   /* no quotes: tabs and newlines in cells become spaces */
};

/** Adds a column, before the first cell. No more than SHEET_MAX_COLUMNS. */
void sheet_add_column(struct sheet *sheet, const char *key, const char *header,
                      bool right);

/** Adds the next cell, left to right, row by row; the text is copied. */
void sheet_add_cell(struct sheet *sheet, const char *text);

/** How many rows are complete. */
size_t sheet_rows(const struct sheet *sheet);

/** The text of a cell. */
const char *sheet_at(const struct sheet *sheet, size_t row, size_t column);

/**
 * Writes all of it. What could not be written shows in ferror(out).
 *
 * A cell that a spreadsheet could take for a formula gets a ' before it, see
 * base/csv.h.
 */
void sheet_print(const struct sheet *sheet, enum sheet_style style, FILE *out);

/** Releases the cells, and empties it. */
void sheet_done(struct sheet *sheet);

#endif
