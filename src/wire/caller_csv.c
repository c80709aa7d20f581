/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers from a table that a spreadsheet has written. */

#include <assert.h>
#include <ctype.h>
#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/sha256.h"
#include "core/record.h"
#include "wire/caller_text.h"
#include "wire/csv_rows.h"

enum { CELL_SIZE = 64 };

/* A table being read. */
struct table_reader {
    struct csv_rows rows;
    int column; /* where the numbers are, from 0 */
    struct caller_rejects *rejects;
};

static void wrong(struct table_reader *reader, const char *says)
{
    if (!reader->rows.says)
        reader->rows.says = says;
}

static bool is_heading(const char *cell)
{
    static const char *const words[] = { "number", "phone",  "telephone",
                                         "tel",    "numero", "telefono",
                                         "cislo",  "telefon" };

    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
        if (strcasecmp(words[i], cell) == 0)
            return true;

    return false;
}

/* The cell of the row that has the number; "" when there is none. */
static void read_row(struct table_reader *reader, char ret_cell[CELL_SIZE])
{
    char cell[CELL_SIZE];
    int column = 0;
    bool goes_on;

    ret_cell[0] = '\0';
    do {
        goes_on = csv_rows_cell(&reader->rows, cell, sizeof(cell));
        if (reader->rows.row == 1 && is_heading(cell))
            reader->column = column;
        if (column == reader->column)
            memcpy(ret_cell, cell, sizeof(cell));
        column++;
    } while (goes_on);
}

static bool has_digits(const char *cell)
{
    return strpbrk(cell, "0123456789") != NULL;
}

/* Without what only makes it easier to read; false: it has something else. */
static bool strip(struct table_reader *reader, char cell[CELL_SIZE])
{
    size_t length = 0;

    for (const char *c = cell + (cell[0] == '\''); *c; c++) {
        if (strchr(" -./()", *c))
            continue;
        if (!isdigit((unsigned char)*c) && !(*c == '+' && length == 0)) {
            wrong(reader, strpbrk(cell, "eE")
                              ? csv_says_rounded
                              : N_("Write nothing but a number here."));
            return false;
        }
        cell[length++] = *c;
    }

    cell[length] = '\0';
    return true;
}

/* Nobody can tell 34612... without its plus from a number in that country. */
static bool has_lost_plus(const char *cell, const char *country)
{
    size_t length = strlen(country);

    return length > 0 && cell[0] != '+' && cell[0] != '0' &&
           strncmp(cell, country, length) == 0 && strlen(cell) > 9;
}

static uint64_t number_in(struct table_reader *reader, char cell[CELL_SIZE],
                          const char *country)
{
    uint64_t number;

    if (!strip(reader, cell))
        return 0;
    if (has_lost_plus(cell, country)) {
        wrong(reader, N_("Write the + before the country's code."));
        return 0;
    }

    number = caller_number_of(cell, country);
    if (!number)
        wrong(reader, cell[0] == '+' || strncmp(cell, "00", 2) == 0 || *country
                          ? N_("Write a number of 7 to 15 digits, with its "
                               "country's code.")
                          : N_("Write + and the country's code before the "
                               "number, or give the list a country."));
    return number;
}

static int compare_numbers(const void *a, const void *b)
{
    const uint64_t *m = a;
    const uint64_t *n = b;

    return (*m > *n) - (*m < *n);
}

static int settle(struct caller_list *list)
{
    unsigned char digest[SHA256_SIZE];
    size_t kept = 0;
    char *text;

    qsort(list->numbers, list->count, sizeof(list->numbers[0]),
          compare_numbers);
    for (size_t i = 0; i < list->count; i++)
        if (i == 0 || list->numbers[i] != list->numbers[i - 1])
            list->numbers[kept++] = list->numbers[i];
    list->count = kept;

    text = caller_text_print(list);
    if (!text)
        return -ENOMEM;

    sha256_of(text, strlen(text), digest);
    sha256_spell(digest, list->digest);
    free(text);
    return 0;
}

static void reject(struct caller_rejects *rejects, int row, const char *says)
{
    if (rejects->count < CALLER_REJECTS_MAX) {
        rejects->rows[rejects->count].row = row;
        rejects->rows[rejects->count].says = says;
    }
    rejects->count++;
}

static void read_number(struct table_reader *reader, char cell[CELL_SIZE],
                        const char *country, struct caller_list *list)
{
    uint64_t number = reader->rows.says ? 0 : number_in(reader, cell, country);

    if (reader->rows.says)
        reject(reader->rejects, reader->rows.row, reader->rows.says);
    else
        list->numbers[list->count++] = number;
}

static void read_rows(struct table_reader *reader, const char *country,
                      struct caller_list *list)
{
    char cell[CELL_SIZE];

    while (csv_rows_next(&reader->rows)) {
        read_row(reader, cell);
        if (!reader->rows.says && !has_digits(cell) &&
            (cell[0] == '\0' || reader->rows.row == 1))
            continue;
        if (list->count == CALLER_LIST_MAX) {
            reject(reader->rejects, reader->rows.row,
                   N_("Put at most 60,000 numbers into a list."));
            return;
        }
        read_number(reader, cell, country, list);
    }
}

static void reject_broken(void *rejects, int row)
{
    reject(rejects, row, csv_says_broken);
}

static int read_table(struct table_reader *reader, const char *country,
                      struct caller_list **ret_list)
{
    struct caller_list *list =
        malloc(sizeof(*list) + CALLER_LIST_MAX * sizeof(list->numbers[0]));
    int rc;

    if (!list)
        return -ENOMEM;

    list->count = 0;
    read_rows(reader, country, list);
    rc = reader->rejects->count > 0 ? -EBADMSG : settle(list);
    if (rc < 0) {
        free(list);
        return rc;
    }

    *ret_list = list;
    return 0;
}

int caller_csv_parse(const char *bytes, size_t length, const char *country,
                     struct caller_list **ret_list,
                     struct caller_rejects *ret_rejects)
{
    assert(bytes && country && ret_list);

    struct caller_rejects rejects = { .count = 0 };
    struct table_reader reader = { .rejects = &rejects };
    int rc = -EBADMSG;

    csv_rows_begin(&reader.rows, bytes, length);
    csv_rows_broken(bytes, length, reject_broken, &rejects);
    if (rejects.count == 0)
        rc = read_table(&reader, country, ret_list);
    if (rc == -EBADMSG && ret_rejects)
        *ret_rejects = rejects;
    return rc;
}
