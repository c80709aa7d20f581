/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The signs screens are drawn with, by what the terminal's font can show. */

#ifndef TUI_GLYPH_H
#define TUI_GLYPH_H

enum glyph_tier {
    GLYPH_TIER_FULL,  /* all, with eighths of blocks */
    GLYPH_TIER_WGL,   /* what WGL4 fonts have */
    GLYPH_TIER_ASCII, /* no UTF-8 at all */
    GLYPH_TIER_COUNT,
};

enum glyph {
#define GLYPH(NAME, full, wgl, ascii) GLYPH_##NAME,
#include "tui/glyph.def"
    GLYPH_COUNT,
};

enum { GLYPH_LEVELS = 8 };

/** The sign, in UTF-8; lives for ever. */
const char *glyph_text(enum glyph_tier tier, enum glyph glyph);

/** The column of a height; below 0 is 0, above GLYPH_LEVELS - 1 the top. */
enum glyph glyph_level(int level);

/** Finds a tier by its name: full, wgl, ascii; -ENOENT for others. */
int glyph_tier_find(const char *name, enum glyph_tier *ret_tier);

#endif
