/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One pass over the bytes; a quoted cell may have rows within. */

#include "wire/csv_rows.h"

#include <assert.h>
#include <ctype.h>
#include <stdint.h>
#include <string.h>

#include "base/mark.h"
#include "base/text.h"

const char *const csv_says_broken = N_("Save the table in UTF-8.");
const char *const csv_says_rounded =
    N_("A spreadsheet has rounded this number. Format the column as text, and "
       "enter it again.");

static char separator_of(const char *bytes, const char *end)
{
    for (const char *at = bytes; at < end && *at != '\n' && *at != '\r'; at++)
        if (strchr(",;\t", *at) && *at)
            return *at;

    return ',';
}

void csv_rows_begin(struct csv_rows *rows, const char *bytes, size_t length)
{
    assert(rows && bytes);
    bool has_mark = length >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0;

    *rows = (struct csv_rows){ .at = bytes + (has_mark ? 3 : 0),
                               .end = bytes + length };
    rows->separator = separator_of(rows->at, rows->end);
}

bool csv_rows_next(struct csv_rows *rows)
{
    assert(rows);

    if (rows->at == rows->end)
        return false;
    rows->row++;
    rows->says = NULL;
    rows->is_cut = false;
    return true;
}

/* The next byte of a cell, or -1 at its end; two quotes are one. */
static int next_of_cell(struct csv_rows *rows, bool *is_quoted)
{
    if (rows->at == rows->end)
        return -1;

    char c = *rows->at;

    if (*is_quoted) {
        rows->at++;
        if (c != '"')
            return (unsigned char)c;
        if (rows->at < rows->end && *rows->at == '"') {
            rows->at++;
            return '"';
        }
        *is_quoted = false;
        return next_of_cell(rows, is_quoted);
    }
    if (c == rows->separator || c == '\n' || c == '\r')
        return -1;

    rows->at++;
    return (unsigned char)c;
}

/* Past the separator or the end of the row. @return whether the row goes on */
static bool pass_end(struct csv_rows *rows)
{
    if (rows->at == rows->end)
        return false;
    if (*rows->at == rows->separator) {
        rows->at++;
        return true;
    }

    rows->at += *rows->at == '\r';
    if (rows->at < rows->end && *rows->at == '\n')
        rows->at++;
    return false;
}

bool csv_rows_cell(struct csv_rows *rows, char *ret_cell, size_t size)
{
    assert(rows && ret_cell && size > 0);
    bool is_quoted = rows->at < rows->end && *rows->at == '"';
    size_t length = 0;
    int c;

    rows->at += is_quoted;
    while ((c = next_of_cell(rows, &is_quoted)) >= 0) {
        if (length + 1 < size)
            ret_cell[length++] = (char)c;
        else
            rows->is_cut = true;
    }

    ret_cell[length] = '\0';
    if (is_quoted && !rows->says)
        rows->says = N_("Close the quotation mark.");
    return pass_end(rows);
}

void csv_rows_broken(const char *bytes, size_t length,
                     void (*found)(void *arg, int row), void *arg)
{
    assert(bytes && found);
    int row = 1, last = 0;
    size_t used;

    for (size_t at = 0; at < length; at += used) {
        int32_t code = text_decode(bytes + at, length - at, &used);

        if ((code == TEXT_BROKEN || code == 0) && row != last) {
            found(arg, row);
            last = row;
        }
        row += code == '\n';
    }
}

bool csv_is_rounded(const char *cell)
{
    assert(cell);
    const char *at = cell + (cell[0] == '\'');

    if (!isdigit((unsigned char)*at))
        return false;
    at += strspn(at, "0123456789.,");
    if (*at != 'e' && *at != 'E')
        return false;
    at++;
    at += *at == '+' || *at == '-';
    return isdigit((unsigned char)*at) && at[strspn(at, "0123456789")] == '\0';
}
