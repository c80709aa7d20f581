/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A strict decoder, and a table of what is not shown. */

#include "base/text.h"

#include <assert.h>
#include <string.h>

enum {
    MIDDLE_DOT = 0xB7,
    MAX_MARKS = 2, /* on one letter; Vietnamese needs two */
};

struct range {
    int32_t first, last;
};

static bool is_in(const struct range *ranges, size_t count, int32_t c)
{
    size_t low = 0;

    while (low < count) {
        size_t middle = low + (count - low) / 2;

        if (c > ranges[middle].last)
            low = middle + 1;
        else if (c < ranges[middle].first)
            count = middle;
        else
            return true;
    }
    return false;
}

#define IS_IN(ranges, c) is_in(ranges, sizeof(ranges) / sizeof((ranges)[0]), c)

/* Draws nothing, or turns the text around it. In ascending order. */
static const struct range unseen[] = {
    { 0x00AD, 0x00AD },    /* soft hyphen */
    { 0x034F, 0x034F },    /* combining grapheme joiner */
    { 0x061C, 0x061C },    /* Arabic letter mark */
    { 0x115F, 0x1160 },    /* Hangul fillers */
    { 0x17B4, 0x17B5 },    /* Khmer inherent vowels */
    { 0x180B, 0x180F },    /* Mongolian selectors and vowel separator */
    { 0x200B, 0x200F },    /* zero width, direction marks */
    { 0x2028, 0x202E },    /* separators, embeddings, overrides */
    { 0x2060, 0x206F },    /* word joiner, operators, isolates */
    { 0x3164, 0x3164 },    /* Hangul filler */
    { 0xE000, 0xF8FF },    /* private use */
    { 0xFDD0, 0xFDEF },    /* non-characters */
    { 0xFE00, 0xFE0F },    /* variation selectors */
    { 0xFEFF, 0xFEFF },    /* zero width no-break space */
    { 0xFFA0, 0xFFA0 },    /* halfwidth Hangul filler */
    { 0xFFF0, 0xFFFB },    /* unassigned, interlinear annotation */
    { 0x1BCA0, 0x1BCA3 },  /* shorthand format controls */
    { 0x1D173, 0x1D17A },  /* musical format controls */
    { 0xE0000, 0xE0FFF },  /* tags, more variation selectors */
    { 0xF0000, 0x10FFFF }, /* private use */
};

/* Marks that pile up on the letter before them. In ascending order. */
static const struct range marks[] = {
    { 0x0300, 0x036F }, { 0x0483, 0x0489 }, { 0x0591, 0x05BD },
    { 0x0610, 0x061A }, { 0x064B, 0x065F }, { 0x06D6, 0x06DC },
    { 0x0E34, 0x0E3A }, { 0x0E47, 0x0E4E }, { 0x0EB4, 0x0EBC },
    { 0x0EC8, 0x0ECE }, { 0x1AB0, 0x1AFF }, { 0x1DC0, 0x1DFF },
    { 0x20D0, 0x20FF }, { 0x302A, 0x302F }, { 0x3099, 0x309A },
    { 0xA66F, 0xA67D }, { 0xFE20, 0xFE2F }, { 0x1D165, 0x1D172 },
};

static bool is_control(int32_t c)
{
    return c < 0x20 || (c >= 0x7F && c <= 0x9F);
}

static bool is_noncharacter(int32_t c)
{
    return (c & 0xFFFE) == 0xFFFE;
}

/*
 * The lead byte says how many bytes follow and which range the first of them
 * may have (Unicode Standard, table 3-7); the others are 80..BF.
 */
static size_t following(unsigned char lead, struct range *ret_second)
{
    *ret_second = (struct range){ 0x80, 0xBF };

    if (lead >= 0xC2 && lead <= 0xDF)
        return 1;

    if (lead >= 0xE0 && lead <= 0xEF) {
        if (lead == 0xE0)
            ret_second->first = 0xA0; /* shortest form */
        else if (lead == 0xED)
            ret_second->last = 0x9F; /* no surrogates */
        return 2;
    }

    if (lead >= 0xF0 && lead <= 0xF4) {
        if (lead == 0xF0)
            ret_second->first = 0x90;
        else if (lead == 0xF4)
            ret_second->last = 0x8F; /* up to U+10FFFF */
        return 3;
    }

    return 0;
}

int32_t text_decode(const char *bytes, size_t length, size_t *ret_used)
{
    assert(bytes && length > 0 && ret_used);

    const unsigned char *byte = (const unsigned char *)bytes;
    struct range valid;
    int32_t c = byte[0];

    *ret_used = 1;
    if (c < 0x80)
        return c;

    size_t more = following(byte[0], &valid);
    if (more == 0)
        return TEXT_BROKEN;

    c &= 0x3F >> more;
    for (size_t i = 1; i <= more; i++) {
        if (i >= length || byte[i] < valid.first || byte[i] > valid.last)
            return TEXT_BROKEN;

        c = c << 6 | (byte[i] & 0x3F);
        *ret_used = i + 1;
        valid = (struct range){ 0x80, 0xBF };
    }
    return c;
}

bool text_is_utf8(const char *bytes, size_t length)
{
    size_t used;

    for (size_t at = 0; at < length; at += used) {
        used = 1;
        if ((unsigned char)bytes[at] >= 0x80 &&
            text_decode(bytes + at, length - at, &used) == TEXT_BROKEN)
            return false;
    }

    return true;
}

static bool continues(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

size_t text_cut(const char *bytes, size_t length, size_t max_bytes)
{
    if (length <= max_bytes)
        return length;

    size_t cut = max_bytes;

    /* Broken text may be nothing but continuations: look back only so far. */
    while (cut > 0 && max_bytes - cut < 3 && continues(bytes[cut]))
        cut--;

    return continues(bytes[cut]) ? max_bytes : cut;
}

static size_t encode(int32_t c, char out[4])
{
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }

    size_t more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
    int lead = 0xF80 >> more; /* C0, E0 or F0 in the low byte */

    out[0] = (char)((lead & 0xFF) | c >> (6 * more));
    for (size_t i = 1; i <= more; i++)
        out[i] = (char)(0x80 | (c >> (6 * (more - i)) & 0x3F));

    return more + 1;
}

/* What is shown for a code point, or -1 for nothing. */
static int32_t shown(int32_t c)
{
    if (c == TEXT_BROKEN)
        return TEXT_REPLACEMENT;
    if (c == '\n')
        return ' ';
    if (is_control(c))
        return MIDDLE_DOT;
    if (is_noncharacter(c) || IS_IN(unseen, c))
        return -1;
    return c;
}

size_t text_safe(const char *bytes, size_t length, char *ret_text, size_t size)
{
    assert((bytes || length == 0) && ret_text && size > 0);

    size_t written = 0;
    size_t used;
    int marks_in_a_row = 0;

    for (size_t at = 0; at < length; at += used) {
        int32_t c = shown(text_decode(bytes + at, length - at, &used));
        char out[4];

        if (c < 0)
            continue;

        marks_in_a_row = IS_IN(marks, c) ? marks_in_a_row + 1 : 0;
        if (marks_in_a_row > MAX_MARKS)
            continue;

        size_t wide = encode(c, out);
        if (wide >= size - written)
            break;

        memcpy(ret_text + written, out, wide);
        written += wide;
    }

    ret_text[written] = '\0';
    return written;
}
