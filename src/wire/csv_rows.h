/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables in CSV as people save them, row by row and cell by cell. */

#ifndef WIRE_CSV_ROWS_H
#define WIRE_CSV_ROWS_H

#include <stdbool.h>
#include <stddef.h>

/*
 * By RFC 4180, but separated by commas, semicolons or tabs, whichever the first
 * row has, and with or without the mark of UTF-8 before it all. A plain struct;
 * the bytes are borrowed.
 */
struct csv_rows {
    const char *at;
    const char *end;
    char separator;
    int row;          /* from 1; 0 before the first */
    const char *says; /* what is wrong with the row, a msgid; or NULL */
    bool is_cut;      /* a cell of the row was longer than its room */
};

void csv_rows_begin(struct csv_rows *rows, const char *bytes, size_t length);

/** Goes on to the next row, whose cells are read then. @return whether there is
 *  one */
bool csv_rows_next(struct csv_rows *rows);

/**
 * Reads the next cell of the row, cut to its room.
 *
 * @return whether the row goes on behind it
 */
bool csv_rows_cell(struct csv_rows *rows, char *ret_cell, size_t size);

/** Tells each row that has bytes which are no UTF-8, or a zero byte. */
void csv_rows_broken(const char *bytes, size_t length,
                     void (*found)(void *arg, int row), void *arg);

/** Whether a spreadsheet has written a number its own way: 4.41E+11. */
bool csv_is_rounded(const char *cell);

/* What people do about those two; msgids. */
extern const char *const csv_says_broken;
extern const char *const csv_says_rounded;

#endif
