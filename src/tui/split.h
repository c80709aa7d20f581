/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two panes side by side, whose border can be moved, and stays there. */

#ifndef TUI_SPLIT_H
#define TUI_SPLIT_H

#include "tui/ui.h"

/*
 * Where the border is, is kept in the interface by a name, in permille of the
 * width, so that another size of the window has it at the same part.
 */
struct split {
    const char *name; /* of the arrangement: "cockpit" */
    int min;          /* cells each side keeps, if there are as many */
    int permille;     /* of the left one, until somebody moves it */
};

enum { SPLIT_STEP = 50 }; /* permille */

/** The cells of the left pane; the border is one cell behind them. */
int split_left(const struct split *split, const struct ui *ui, int columns);

/** Moves the border by steps of SPLIT_STEP, as far as both sides have room. */
void split_move(const struct split *split, struct ui *ui, int columns,
                int steps);

/** Whether a click dragged the border; then it is where the button was let go.
 *  Columns count from the left pane's first. */
bool split_drag(const struct split *split, struct ui *ui, int columns,
                const struct input *input);

/** Puts the border on a column. */
void split_put(const struct split *split, struct ui *ui, int columns,
               int column);

#endif
