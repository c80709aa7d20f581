/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Row 0: where am I, who am I, in what state, alarms, link, clock. */

#ifndef TUI_HEADER_H
#define TUI_HEADER_H

#include "tui/surface.h"

/*
 * The state is in the same cells on every screen of a width; on narrow ones
 * the clock, the name, the messages and the alarms give way, in this order, the
 * state never.
 */
struct header {
    struct safe_text trail; /* "Agent", "Queues › Edit" */
    struct safe_text who;   /* name and number */
    enum glyph state_glyph;
    enum look_role state_role;
    struct safe_text state;    /* "READY 04:12"; "" for none */
    struct safe_text messages; /* that wait for somebody; "" for none */
    enum look_role messages_role;
    struct safe_text alarms;
    enum look_role alarms_role;
    struct safe_text link; /* "live", or the age of what is shown; before
                              anybody is signed in, how the server is reached */
    enum look_role link_role;
    struct safe_text day; /* before the clock, on wide screens */
    struct safe_text clock;
};

/** Draws it into the first row of a surface. */
void header_draw(const struct surface *surface, const struct header *header);

#endif
