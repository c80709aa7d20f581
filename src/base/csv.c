/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells in quotes where they need them. */

#include "base/csv.h"

#include <assert.h>
#include <string.h>

/* What ends a cell for some spreadsheet, where it does not heed the quotes. */
#define ENDS ";\t\r\n"

/* "+34612555018", "-1", "12.5": digits behind at most one sign, to an end. */
static bool is_number(const char *text, const char *ends)
{
    size_t digits;

    text += *text == '+' || *text == '-';
    digits = strspn(text, "0123456789");
    if (!digits)
        return false;

    text += digits;
    if (*text == '.')
        text += 1 + strspn(text + 1, "0123456789");
    return !*text || strchr(ends, *text);
}

static bool is_formula(const char *text, const char *ends)
{
    static const char *const starts[] = {
        "=",
        "+",
        "-",
        "@",
        "\t",
        "\r",
        "\xef\xbc\x9d", /* U+FF1D, full-width = */
        "\xef\xbc\x8b", /* U+FF0B, full-width + */
        "\xef\xbc\x8d", /* U+FF0D, full-width - */
        "\xef\xbc\xa0", /* U+FF20, full-width @ */
    };

    for (size_t i = 0; i < sizeof(starts) / sizeof(starts[0]); i++)
        if (strncmp(text, starts[i], strlen(starts[i])) == 0)
            return !is_number(text, ends);

    return false;
}

bool csv_is_formula(const char *text)
{
    assert(text);
    return is_formula(text, "");
}

/* One that parts cells at semicolons alone, as Excel does in Czech and Spanish,
   takes a quote within a cell as it is: 7,"x;=1;y" is three cells for it, and
   one of them =1. So what would be a cell's start for it is made inert as well.
   A quote there may be one that it takes away, and a tab or a line end is
   another start. */
static bool takes_mark(const char *text, bool *is_start)
{
    bool is_end = strchr(ENDS, *text);
    bool is_marked = *is_start && !is_end && is_formula(text, ENDS);

    *is_start = is_end || (*is_start && (*text == ' ' || *text == '"'));
    return is_marked;
}

static void print_inside(const char *text, FILE *out)
{
    bool is_start = false;

    for (; *text; text++) {
        if (takes_mark(text, &is_start))
            fputc('\'', out);
        if (*text == '"')
            fputc('"', out);
        fputc(*text, out);
    }
}

void csv_print_cell(const char *text, FILE *out)
{
    assert(text && out);
    bool formula = csv_is_formula(text);

    if (!formula && !strpbrk(text, ",\"" ENDS) && *text != ' ' &&
        *text != '+') {
        fputs(text, out);
        return;
    }

    fputs(formula ? "\"'" : "\"", out);
    print_inside(text, out);
    fputc('"', out);
}

void csv_mark_cell(const char *text, char *ret_text, size_t size)
{
    assert(text && ret_text && size > 2 * strlen(text) + 1);
    bool is_start = false;

    if (csv_is_formula(text))
        *ret_text++ = '\'';
    for (; *text; text++) {
        if (takes_mark(text, &is_start))
            *ret_text++ = '\'';
        *ret_text++ = strchr("\t\r\n", *text) ? ' ' : *text;
    }
    *ret_text = '\0';
}

void csv_print_tab_cell(const char *text, FILE *out)
{
    assert(text && out);
    bool is_start = false;

    if (csv_is_formula(text))
        fputc('\'', out);
    for (; *text; text++) {
        if (takes_mark(text, &is_start))
            fputc('\'', out);
        fputc(strchr("\t\r\n", *text) ? ' ' : *text, out);
    }
}
