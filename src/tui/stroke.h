/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys, and their names in tables, on screens and in manuals. */

#ifndef TUI_STROKE_H
#define TUI_STROKE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * A stroke is what one press of keys sends: a character of Unicode, or one of
 * those below, perhaps with a modifier. Upper-case letters are characters of
 * their own. Ctrl goes with lower-case letters: STROKE_CTRL | 's'.
 */
enum {
    STROKE_NONE = 0,
    STROKE_UP = 0x200000,
    STROKE_DOWN,
    STROKE_LEFT,
    STROKE_RIGHT,
    STROKE_HOME,
    STROKE_END,
    STROKE_PAGE_UP,
    STROKE_PAGE_DOWN,
    STROKE_INSERT,
    STROKE_DELETE,
    STROKE_BACKSPACE,
    STROKE_TAB,
    STROKE_BACK_TAB,
    STROKE_ENTER,
    STROKE_ESCAPE,
    STROKE_F0, /* + 1 is F1, up to + 24 */
    STROKE_LAST = STROKE_F0 + 24,

    STROKE_ALT = 0x1000000,
    STROKE_CTRL = 0x2000000,
};

#define STROKE_F(n) ((uint32_t)(STROKE_F0 + (n)))

enum { STROKE_NAME_SIZE = 24 };

/**
 * Names a stroke: "F2", "Ctrl-S", "Alt-a", "Enter", "g". The same in every
 * language.
 */
void stroke_name(uint32_t stroke, char ret_name[STROKE_NAME_SIZE]);

/**
 * Finds the stroke of a name, whatever the case of words; single letters keep
 * theirs.
 *
 * @return the stroke, or STROKE_NONE: there is none
 */
uint32_t stroke_find(const char *name, size_t length);

/** Whether it types a character into a text. */
bool stroke_is_text(uint32_t stroke);

#endif
