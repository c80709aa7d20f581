/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Appending to a line with vsnprintf(), which bounds every step. */

#include "base/line.h"

#include <assert.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>

void line_add(struct line *line, const char *format, ...)
{
    assert(line && line->length < line->size);

    size_t room = line->size - line->length;
    va_list arguments;

    va_start(arguments, format);
    int added = vsnprintf(line->text + line->length, room, format, arguments);
    va_end(arguments);

    assert(added >= 0 && (size_t)added < room);
    line->length += (size_t)added;
}

static bool stands_for_itself(char c)
{
    return c >= ' ' && c <= '~' && c != '"' && c != '\\';
}

void line_add_quoted(struct line *line, const char *text)
{
    line_add(line, "\"");

    for (const char *c = text; *c; c++) {
        if (stands_for_itself(*c))
            line_add(line, "%c", *c);
        else
            line_add(line, "\\x%02x", (unsigned char)*c);
    }

    line_add(line, "\"");
}
