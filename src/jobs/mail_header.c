/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Headers of mail that hold what anybody said. */

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/base64.h"
#include "jobs/mail.h"

/* An encoded word has 75 characters at most (RFC 2047, 2): 12 are its frame. */
enum { WORD_BYTES = 45, PLAIN_LONGEST = 60 };

static bool is_plain(const char *text)
{
    size_t length = strlen(text);

    if (length > PLAIN_LONGEST || strstr(text, "=?"))
        return false;
    for (size_t i = 0; i < length; i++)
        if (text[i] < ' ' || text[i] > '~')
            return false;

    return true;
}

/* Whole characters alone: those of UTF-8 go on with 10xxxxxx. */
static size_t piece_of(const char *text)
{
    size_t length = strlen(text);

    if (length <= WORD_BYTES)
        return length;
    length = WORD_BYTES;
    while (length > 1 && ((unsigned char)text[length] & 0xC0) == 0x80)
        length--;

    return length;
}

void mail_header(const char *name, const char *text,
                 char ret_line[MAIL_HEADER_SIZE])
{
    assert(name && text && ret_line);
    int length = snprintf(ret_line, MAIL_HEADER_SIZE, "%s:", name);

    if (is_plain(text)) {
        (void)snprintf(ret_line + length, MAIL_HEADER_SIZE - (size_t)length,
                       " %s", text);
        return;
    }

    while (*text && length + BASE64_SIZE(WORD_BYTES) + 16 < MAIL_HEADER_SIZE) {
        const char *fold = length > (int)strlen(name) + 1 ? "\r\n" : "";
        char word[BASE64_SIZE(WORD_BYTES)];
        size_t piece = piece_of(text);

        base64_write(text, piece, word);
        length += snprintf(ret_line + length, MAIL_HEADER_SIZE - (size_t)length,
                           "%s =?UTF-8?B?%s?=", fold, word);
        text += piece;
    }
}
