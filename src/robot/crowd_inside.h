/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between the files of a crowd. */

#ifndef ROBOT_CROWD_INSIDE_H
#define ROBOT_CROWD_INSIDE_H

#include <stdbool.h>
#include <stdio.h>

#include "robot/desk.h"

struct crowd {
    struct room room; /* must be first: the handlers get the room */
    struct callers callers;
    struct desks desks;
    struct ears *ears;
    struct wheel_timer deadline, quiet;
    int signals;
    int quiet_tries;
    bool reads_input;
    FILE *errors;
};

/* What is done when the line of the callers tells something; lasts as long
   as the crowd. */
struct signalling_handlers crowd_line_handlers(struct crowd *crowd);

/* The same for the line of the agents' phones. */
struct signalling_handlers crowd_desk_handlers(struct crowd *crowd);

#endif
