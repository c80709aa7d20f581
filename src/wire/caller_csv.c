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
#include "base/text.h"
#include "core/record.h"
#include "wire/caller_text.h"

enum { CELL_SIZE = 64 };

/* A table being read. */
struct table_reader {
    const char *at;
    const char *end;
    char separator;
    int row;          /* from 1 */
    int column;       /* where the numbers are, from 0 */
    const char *says; /* what is wrong with the row, or NULL */
    struct caller_rejects *rejects;
};

static void wrong(struct table_reader *reader, const char *says)
{
    if (!reader->says)
        reader->says = says;
}

static char separator_of(const char *bytes, const char *end)
{
    for (const char *at = bytes; at < end && *at != '\n' && *at != '\r'; at++)
        if (strchr(",;\t", *at) && *at)
            return *at;

    return ',';
}

/* The next byte of a cell, or -1 at its end; two quotes are one. */
static int next_of_cell(struct table_reader *reader, bool *is_quoted)
{
    if (reader->at == reader->end)
        return -1;

    char c = *reader->at;

    if (*is_quoted) {
        reader->at++;
        if (c != '"')
            return (unsigned char)c;
        if (reader->at < reader->end && *reader->at == '"') {
            reader->at++;
            return '"';
        }
        *is_quoted = false;
        return next_of_cell(reader, is_quoted);
    }
    if (c == reader->separator || c == '\n' || c == '\r')
        return -1;

    reader->at++;
    return (unsigned char)c;
}

/* Cut to its room: no number is longer, and no heading that counts. */
static void read_cell(struct table_reader *reader, char ret_cell[CELL_SIZE])
{
    bool is_quoted = reader->at < reader->end && *reader->at == '"';
    size_t length = 0;
    int c;

    reader->at += is_quoted;
    while ((c = next_of_cell(reader, &is_quoted)) >= 0)
        if (length + 1 < CELL_SIZE)
            ret_cell[length++] = (char)c;

    ret_cell[length] = '\0';
    if (is_quoted)
        wrong(reader, N_("Close the quotation mark."));
}

/* Past the separator or the end of the row. @return whether the row goes on */
static bool next_cell(struct table_reader *reader)
{
    if (reader->at == reader->end)
        return false;
    if (*reader->at == reader->separator) {
        reader->at++;
        return true;
    }

    reader->at += *reader->at == '\r';
    if (reader->at < reader->end && *reader->at == '\n')
        reader->at++;
    return false;
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

    ret_cell[0] = '\0';
    reader->row++;
    do {
        read_cell(reader, cell);
        if (reader->row == 1 && is_heading(cell))
            reader->column = column;
        if (column == reader->column)
            memcpy(ret_cell, cell, sizeof(cell));
        column++;
    } while (next_cell(reader));
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
            wrong(reader,
                  strpbrk(cell, "eE")
                      ? N_("A spreadsheet has rounded this number. Format the "
                           "column as text, and enter it again.")
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
    uint64_t number = reader->says ? 0 : number_in(reader, cell, country);

    if (reader->says)
        reject(reader->rejects, reader->row, reader->says);
    else
        list->numbers[list->count++] = number;
}

static void read_rows(struct table_reader *reader, const char *country,
                      struct caller_list *list)
{
    char cell[CELL_SIZE];

    while (reader->at < reader->end) {
        reader->says = NULL;
        read_row(reader, cell);
        if (!reader->says && !has_digits(cell) &&
            (cell[0] == '\0' || reader->row == 1))
            continue;
        if (list->count == CALLER_LIST_MAX) {
            reject(reader->rejects, reader->row,
                   N_("Put at most 60,000 numbers into a list."));
            return;
        }
        read_number(reader, cell, country, list);
    }
}

/* The rows whose bytes are no UTF-8. */
static void reject_broken(const char *bytes, size_t length,
                          struct caller_rejects *rejects)
{
    int row = 1, last = 0;
    size_t used;

    for (size_t at = 0; at < length; at += used) {
        int32_t code = text_decode(bytes + at, length - at, &used);

        if ((code == TEXT_BROKEN || code == 0) && row != last) {
            reject(rejects, row, N_("Save the table in UTF-8."));
            last = row;
        }
        row += code == '\n';
    }
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

    bool has_mark = length >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0;
    struct caller_rejects rejects = { .count = 0 };
    struct table_reader reader = { .at = bytes + (has_mark ? 3 : 0),
                                   .end = bytes + length,
                                   .rejects = &rejects };
    int rc = -EBADMSG;

    reader.separator = separator_of(reader.at, reader.end);
    reject_broken(bytes, length, &rejects);
    if (rejects.count == 0)
        rc = read_table(&reader, country, ret_list);
    if (rc == -EBADMSG && ret_rejects)
        *ret_rejects = rejects;
    return rc;
}
