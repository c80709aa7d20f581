/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decomposition as Unicode has it, and a small table of print. */

#include "lang/ascii.h"

#include <stddef.h>

#include <unicode/unorm2.h>

static const struct {
    int32_t point;
    char ascii;
} print[] = {
    { 0xA0, ' ' },    { 0xAB, '"' },   { 0xB7, '.' },    { 0xBB, '"' },
    { 0xD7, 'x' },    { 0xDF, 's' },   { 0xE6, 'a' },    { 0xF8, 'o' },
    { 0xC6, 'A' },    { 0xD8, 'O' },   { 0x110, 'D' },   { 0x111, 'd' },
    { 0x141, 'L' },   { 0x142, 'l' },  { 0x2010, '-' },  { 0x2011, '-' },
    { 0x2013, '-' },  { 0x2014, '-' }, { 0x2018, '\'' }, { 0x2019, '\'' },
    { 0x201A, '\'' }, { 0x201C, '"' }, { 0x201D, '"' },  { 0x201E, '"' },
    { 0x2022, '*' },  { 0x2026, '~' }, { 0x202F, ' ' },  { 0x2039, '<' },
    { 0x203A, '>' },  { 0x20AC, 'E' }, { 0x2190, '<' },  { 0x2191, '^' },
    { 0x2192, '>' },  { 0x2193, 'v' }, { 0x2212, '-' },  { 0x2264, '<' },
    { 0x2265, '>' },  { 0x25CF, '*' }, { 0x25A0, '#' },  { 0x25B2, '!' },
    { 0x25BA, '>' },  { 0x25CA, '!' }, { 0x25CB, 'o' },  { 0x25BC, 'v' },
};

static char from_print(int32_t point)
{
    for (size_t i = 0; i < sizeof(print) / sizeof(print[0]); i++)
        if (print[i].point == point)
            return print[i].ascii;
    return '?';
}

char ascii_of_point(int32_t point)
{
    if (point >= 0x20 && point < 0x7F)
        return (char)point;

    UErrorCode error = U_ZERO_ERROR;
    const UNormalizer2 *normal = unorm2_getNFKDInstance(&error);
    UChar parts[32];
    int32_t count = 0;

    if (U_SUCCESS(error) && point >= 0xA1)
        count = unorm2_getDecomposition(normal, point, parts, 32, &error);
    if (U_SUCCESS(error) && count > 0 && parts[0] >= 0x20 && parts[0] < 0x7F)
        return (char)parts[0];
    return from_print(point);
}
