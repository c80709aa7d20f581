/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cleans with base/text, and compares to see what was left out. */

#include "tui/safe_text.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "lang/cells.h"

enum { INPUT_MAX = 4096 }; /* bytes anybody looks at */

/* Whether cleaning left a code point out; a control shown as a dot is no
 * secret, neither is a line break shown as a space. */
static bool is_hidden_in(const char *bytes, size_t length)
{
    size_t used;

    for (size_t at = 0; at < length; at += used) {
        char shown[TEXT_SAFE_SIZE(4)];

        text_decode(bytes + at, length - at, &used);
        if (text_safe(bytes + at, used, shown, sizeof(shown)) == 0)
            return true;
    }
    return false;
}

void safe_text_set(struct safe_text *text, const char *bytes, size_t length)
{
    assert(text && (bytes || length == 0));

    size_t looked_at = length;

    if (length > INPUT_MAX)
        looked_at = text_cut(bytes, length, INPUT_MAX);
    text_safe(bytes ? bytes : "", looked_at, text->text, sizeof(text->text));
    text->text[cells_cut(text->text, SAFE_TEXT_CELLS)] = '\0';
    text->altered = looked_at > 0 && is_hidden_in(bytes, looked_at);
}

void safe_text_copy(struct safe_text *text, const char *terminated)
{
    safe_text_set(text, terminated, terminated ? strlen(terminated) : 0);
}

void safe_text_format(struct safe_text *text, const char *format, ...)
{
    assert(text && format);

    char written[SAFE_TEXT_SIZE];
    va_list arguments;

    va_start(arguments, format);
    int length = vsnprintf(written, sizeof(written), format, arguments);
    va_end(arguments);

    if (length < 0)
        length = 0;
    if ((size_t)length >= sizeof(written))
        length =
            (int)text_cut(written, sizeof(written) - 1, sizeof(written) - 2);
    safe_text_set(text, written, (size_t)length);
}

void safe_text_number(struct safe_text *text, const char *bytes, size_t length)
{
    assert(text && (bytes || length == 0));

    size_t written = 0;

    text->altered = false;
    for (size_t i = 0; i < length && written < SAFE_TEXT_CELLS; i++) {
        if (bytes[i] != '\0' && strchr("+0123456789*#", bytes[i]))
            text->text[written++] = bytes[i];
        else if (bytes[i] == '\0' || !strchr(" -./()", bytes[i]))
            text->altered = true;
    }
    text->text[written] = '\0';
}
