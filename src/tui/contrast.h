/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How well a colour can be read on another. */

#ifndef TUI_CONTRAST_H
#define TUI_CONTRAST_H

/* Of the palette of 256 colours, as XTerm has it: the first 16 are whatever
 * somebody has chosen, and say nothing. */
enum {
    CONTRAST_FIRST = 16,
    CONTRAST_LAST = 255,
    CONTRAST_BLACK = 16,
    CONTRAST_WHITE = 231,
    CONTRAST_LEAST = 4500, /* WCAG 2.1, 1.4.3, for text */
};

/**
 * The contrast ratio of two colours after WCAG 2.1, in thousandths: 1,000 to
 * 21,000.
 *
 * @param one, other  CONTRAST_FIRST to CONTRAST_LAST
 */
int contrast_ratio(int one, int other);

#endif
