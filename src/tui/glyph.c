/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the table of signs. */

#include "tui/glyph.h"

#include <assert.h>
#include <errno.h>
#include <string.h>

static const char *const glyphs[GLYPH_COUNT][GLYPH_TIER_COUNT] = {
#define GLYPH(NAME, full, wgl, ascii) { full, wgl, ascii },
#include "tui/glyph.def"
};

const char *glyph_text(enum glyph_tier tier, enum glyph glyph)
{
    assert(tier < GLYPH_TIER_COUNT && glyph < GLYPH_COUNT);

    return glyphs[glyph][tier];
}

enum glyph glyph_level(int level)
{
    if (level < 0)
        level = 0;
    if (level > GLYPH_LEVELS - 1)
        level = GLYPH_LEVELS - 1;
    return (enum glyph)(GLYPH_LEVEL_0 + level);
}

int glyph_tier_find(const char *name, enum glyph_tier *ret_tier)
{
    static const char *const names[GLYPH_TIER_COUNT] = { "full", "wgl",
                                                         "ascii" };

    assert(name && ret_tier);
    for (int i = 0; i < GLYPH_TIER_COUNT; i++)
        if (strcmp(name, names[i]) == 0) {
            *ret_tier = (enum glyph_tier)i;
            return 0;
        }
    return -ENOENT;
}
