/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two tables: by the number before a tilde, and by the final letter. */

#include "tui/stroke_sequence.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

static const struct {
    const char *parameters;
    uint32_t stroke;
} numbered[] = {
    { "1", STROKE_HOME },   { "2", STROKE_INSERT },  { "3", STROKE_DELETE },
    { "4", STROKE_END },    { "5", STROKE_PAGE_UP }, { "6", STROKE_PAGE_DOWN },
    { "7", STROKE_HOME },   { "8", STROKE_END },     { "11", STROKE_F(1) },
    { "12", STROKE_F(2) },  { "13", STROKE_F(3) },   { "14", STROKE_F(4) },
    { "15", STROKE_F(5) },  { "17", STROKE_F(6) },   { "18", STROKE_F(7) },
    { "19", STROKE_F(8) },  { "20", STROKE_F(9) },   { "21", STROKE_F(10) },
    { "23", STROKE_F(11) }, { "24", STROKE_F(12) },
};

static uint32_t stroke_of_letter(uint32_t letter)
{
    switch (letter) {
    case 'A':
        return STROKE_UP;
    case 'B':
        return STROKE_DOWN;
    case 'C':
        return STROKE_RIGHT;
    case 'D':
        return STROKE_LEFT;
    case 'F':
        return STROKE_END;
    case 'H':
        return STROKE_HOME;
    case 'Z':
        return STROKE_BACK_TAB;
    default:
        return STROKE_NONE;
    }
}

uint32_t stroke_of_sequence(const char *parameters, uint32_t final)
{
    assert(parameters);

    if (final != '~')
        return *parameters ? STROKE_NONE : stroke_of_letter(final);
    for (size_t i = 0; i < sizeof(numbered) / sizeof(numbered[0]); i++)
        if (!strcmp(numbered[i].parameters, parameters))
            return numbered[i].stroke;
    return STROKE_NONE;
}
