/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the cockpit share. Nobody else includes it. */

#ifndef CONSOLE_COCKPIT_INSIDE_H
#define CONSOLE_COCKPIT_INSIDE_H

#include "console/cockpit.h"
#include "console/roll.h"
#include "tui/split.h"

enum cockpit_pane {
    PANE_CALLS,
    PANE_AGENTS,
    PANE_QUEUES,
    PANE_ALERTS,
    PANE_COUNT,
};

enum { COCKPIT_ROLLS = PANE_ALERTS };

struct cockpit {
    struct program *program;
    struct roll *rolls[COCKPIT_ROLLS];
    enum cockpit_pane pane; /* has the keys */
    uint64_t subject_id;    /* of a question or menu that is open */
    int columns;            /* of the screen, as drawn last */
    int pages;              /* rows the list of alerts has been scrolled */
};

extern const struct view_kind cockpit_kind;

/* The border between agents and queues, and between alerts and what is
 * selected below it. */
extern const struct split cockpit_split;

/** Draws all of it, as the size allows. */
void cockpit_draw(void *cockpit, const struct surface *surface);

/** The row of figures above the panes, and the list of alerts. */
void cockpit_draw_figures(const struct program *program,
                          const struct surface *surface);
void cockpit_draw_alerts(struct cockpit *cockpit,
                         const struct surface *surface);

/** More about what is selected. */
void cockpit_draw_selected(struct cockpit *cockpit,
                           const struct surface *surface);

/** Carries out what a supervisor does; whether it is one of these actions. */
bool cockpit_act(struct cockpit *cockpit, int action);

#endif
