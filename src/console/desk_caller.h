/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who the caller is and how the talk went: kept when the contact is gone. */

#ifndef CONSOLE_DESK_CALLER_H
#define CONSOLE_DESK_CALLER_H

#include "client/replica.h"
#include "core/record.h"
#include "tui/surface.h"

struct desk;

/*
 * The server's row of an agent forgets a contact when it ends, while the
 * agent's after-call work begins. What was told before is kept here. A plain
 * struct; all 0: nothing is known.
 */
struct desk_caller {
    bool is_told; /* else nothing below is known but the queue */
    struct phone_number number;
    struct label name;
    int64_t holds;

    bool is_talk_told;     /* the talk was seen here, and not only its end */
    int64_t began_us;      /* of the talk, by the clock of the rows */
    int64_t held_us;       /* earlier holds of this talk */
    int64_t hold_since_us; /* the present one; below 0: there is none */
    bool is_recorded;      /* the talk, or a part of it */
};

/** Takes in what the agent's row tells now. */
void desk_caller_learn(struct desk *desk);

/** How long the caller was on hold in this talk, up to an instant. */
int64_t desk_caller_held_us(const struct desk_caller *caller, int64_t at_us);

/** Draws who it is into a row: number, name, queue, and holds; once it is over
 *  and it is known, what ended it. */
void desk_caller_draw(const struct desk *desk, const struct surface *surface,
                      int row);

#endif
