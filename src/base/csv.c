/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells in quotes where they need them. */

#include "base/csv.h"

#include <assert.h>
#include <string.h>

/* "+34612555018", "-1", "12.5": digits behind at most one sign. */
static bool is_number(const char *text)
{
    size_t digits;

    text += *text == '+' || *text == '-';
    digits = strspn(text, "0123456789");
    if (!digits)
        return false;

    text += digits;
    if (*text == '.')
        text += 1 + strspn(text + 1, "0123456789");
    return !*text;
}

bool csv_is_formula(const char *text)
{
    assert(text);
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
            return !is_number(text);

    return false;
}

void csv_print_cell(const char *text, FILE *out)
{
    assert(text && out);
    bool formula = csv_is_formula(text);

    if (!formula && !strpbrk(text, ",;\t\"\r\n") && *text != ' ' &&
        *text != '+') {
        fputs(text, out);
        return;
    }

    fputs(formula ? "\"'" : "\"", out);
    for (; *text; text++) {
        if (*text == '"')
            fputc('"', out);
        fputc(*text, out);
    }
    fputc('"', out);
}
