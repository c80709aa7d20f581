/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The last row: what keys do here, as many as fit. */

#ifndef TUI_FOOTER_H
#define TUI_FOOTER_H

#include "tui/action.h"
#include "tui/surface.h"

enum { FOOTER_HINTS = 64 };

struct hint {
    const struct action *action;
    const char *name; /* msgid */
    uint32_t stroke;  /* the one that is told */
    int column;       /* where it stands; -1: it did not fit */
    int cells;
};

/**
 * Chooses hints by priority until the width is used; those chosen stand in the
 * order they have in the table, help last. Without side effects, so that a
 * click finds what was drawn.
 *
 * @param hints  action, name and stroke are given, the rest is filled in
 *
 * @return how many fit
 */
size_t footer_place(const struct style *style, int columns, struct hint *hints,
                    size_t count);

/** Draws what footer_place() has placed into the first row. */
void footer_draw(const struct surface *surface, const struct hint *hints,
                 size_t count);

#endif
