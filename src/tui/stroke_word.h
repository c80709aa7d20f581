/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a key is called on the screen. */

#ifndef TUI_STROKE_WORD_H
#define TUI_STROKE_WORD_H

#include "tui/safe_text.h"
#include "tui/stroke.h"
#include "tui/surface.h"

/**
 * Words a stroke for footer, help and palette: arrows are arrows (in ASCII,
 * where > is a key of its own, their names) and the space bar has its name in
 * the language of the screen; all else is as stroke_name() has it. STROKE_NONE
 * is no words.
 */
void stroke_word(const struct style *style, uint32_t stroke,
                 struct safe_text *ret_word);

#endif
