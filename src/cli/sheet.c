/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheets: gathering cells, and writing them in three ways. */

#include "cli/sheet.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/csv.h"
#include "lang/cells.h"

void sheet_add_column(struct sheet *sheet, const char *key, const char *header,
                      bool right)
{
    assert(sheet->column_count < SHEET_MAX_COLUMNS && !sheet->cell_count);

    sheet->columns[sheet->column_count++] =
        (struct sheet_column){ key, header, right };
}

static bool make_room(struct sheet *sheet)
{
    if (sheet->cell_count < sheet->room)
        return true;

    size_t room = sheet->room ? 2 * sheet->room : 64;
    char **cells = realloc(sheet->cells, room * sizeof(*cells));
    if (!cells)
        return false;

    sheet->cells = cells;
    sheet->room = room;
    return true;
}

void sheet_add_cell(struct sheet *sheet, const char *text)
{
    assert(sheet->column_count && text);

    size_t size = strlen(text) + 1;
    char *copy = make_room(sheet) ? malloc(size) : NULL;

    if (!copy) {
        sheet->failed = true;
        return;
    }

    memcpy(copy, text, size);
    sheet->cells[sheet->cell_count++] = copy;
}

size_t sheet_rows(const struct sheet *sheet)
{
    return sheet->column_count ? sheet->cell_count / sheet->column_count : 0;
}

const char *sheet_at(const struct sheet *sheet, size_t row, size_t column)
{
    assert(row < sheet_rows(sheet) && column < sheet->column_count);

    return sheet->cells[row * sheet->column_count + column];
}

void sheet_done(struct sheet *sheet)
{
    for (size_t i = 0; i < sheet->cell_count; i++)
        free(sheet->cells[i]);

    free(sheet->cells);
    *sheet = (struct sheet){ 0 };
}

/* For people. */

static size_t width_of(const struct sheet *sheet, size_t column)
{
    size_t width = cells_count(sheet->columns[column].header);

    for (size_t row = 0; row < sheet_rows(sheet); row++) {
        size_t cells = cells_count(sheet_at(sheet, row, column));

        if (cells > width)
            width = cells;
    }

    return width;
}

static void pad(size_t cells, FILE *out)
{
    fprintf(out, "%*s", (int)cells, "");
}

static void print_cell(const struct sheet *sheet, size_t column, size_t width,
                       const char *text, FILE *out)
{
    bool last = column + 1 == sheet->column_count;
    size_t blank = width - cells_count(text);

    if (column)
        fputs("  ", out);
    if (sheet->columns[column].right)
        pad(blank, out);
    fputs(text, out);
    if (!sheet->columns[column].right && !last)
        pad(blank, out);
    if (last)
        fputc('\n', out);
}

static void print_table(const struct sheet *sheet, FILE *out)
{
    size_t widths[SHEET_MAX_COLUMNS];

    for (size_t i = 0; i < sheet->column_count; i++)
        widths[i] = width_of(sheet, i);

    for (size_t i = 0; i < sheet->column_count; i++)
        print_cell(sheet, i, widths[i], sheet->columns[i].header, out);
    for (size_t row = 0; row < sheet_rows(sheet); row++)
        for (size_t i = 0; i < sheet->column_count; i++)
            print_cell(sheet, i, widths[i], sheet_at(sheet, row, i), out);
}

/* For spreadsheets. */

static void print_separated(const struct sheet *sheet, bool csv, FILE *out)
{
    const char *end = csv ? "\r\n" : "\n";

    for (size_t i = 0; i < sheet->column_count; i++)
        fprintf(out, "%s%s", sheet->columns[i].key,
                i + 1 < sheet->column_count ? (csv ? "," : "\t") : end);

    for (size_t row = 0; row < sheet_rows(sheet); row++)
        for (size_t i = 0; i < sheet->column_count; i++) {
            const char *text = sheet_at(sheet, row, i);

            if (csv)
                csv_print_cell(text, out);
            else
                csv_print_tab_cell(text, out);
            fputs(i + 1 < sheet->column_count ? (csv ? "," : "\t") : end, out);
        }
}

void sheet_print(const struct sheet *sheet, enum sheet_style style, FILE *out)
{
    assert(sheet && out);

    if (style == SHEET_TABLE)
        print_table(sheet, out);
    else
        print_separated(sheet, style == SHEET_CSV, out);
}
