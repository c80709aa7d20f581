/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What comes from a terminal, or from a test that plays one. */

#ifndef TUI_INPUT_H
#define TUI_INPUT_H

#include <stddef.h>
#include <stdint.h>

#include "tui/stroke.h"

enum input_kind {
    INPUT_NONE,
    INPUT_STROKE,
    INPUT_PASTE,        /* a whole paste: never keys */
    INPUT_CLICK,        /* of the left button, when it is let go */
    INPUT_WHEEL,        /* wheel: rows, down is above 0 */
    INPUT_RESIZE,       /* rows and column tell the new size */
    INPUT_FOCUS,        /* the terminal's window got the focus... */
    INPUT_BLUR,         /* ...or lost it */
    INPUT_ACKNOWLEDGED, /* the terminal has shown the last frame */
    INPUT_CONTINUED,    /* after a suspension: nothing on screen is ours */
    INPUT_SUSPEND,      /* Ctrl-Z */
    INPUT_END,          /* SIGTERM, SIGHUP, or the terminal is gone */
};

struct input {
    enum input_kind kind;
    uint32_t stroke;   /* INPUT_STROKE */
    const char *paste; /* INPUT_PASTE: UTF-8 or not, lines end in \n; */
    size_t length;     /* its bytes, valid until the next input */
    int row, column;   /* INPUT_CLICK, _WHEEL, _RESIZE; of the screen */
    int wheel;
    int pressed_row, pressed_column; /* INPUT_CLICK: where the button went down;
                                        elsewhere: something was dragged */
};

#endif
