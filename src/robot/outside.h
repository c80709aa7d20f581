/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers outside, which the server dials for a transfer. */

#ifndef ROBOT_OUTSIDE_H
#define ROBOT_OUTSIDE_H

#include "robot/handset.h"

/** A call came from the server over the line: rings, answers, talks. */
void outside_rung(struct room *room, struct leg *leg,
                  const struct leg_invite *invite);

/** Its leg has ended. */
void outside_ended(struct handset *handset);

#endif
