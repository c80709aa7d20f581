/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Claims about keys: what they ask of the server, and what is shown then. */

#ifndef TESTS_CONSOLE_CLAIM_H
#define TESTS_CONSOLE_CLAIM_H

#include "tests/console/stage.h"

/* Of all that the steps ask, and the screen after them. "!text" must not be
   there; NULL: whatever. */
struct claim {
    const char *says;
    const char *steps;
    const char *asked;
    const char *shows;
};

/** Plays it on a console with the fixture, and fails the test if it is wrong. */
void claim_check(const struct claim *claim, const char *fixture);

/* Of what some steps ask after others that have led there. */
struct key_claim {
    const char *says;
    const char *before; /* steps from the first screen */
    const char *steps;
    const char *asks;  /* among what these ask; NULL: nothing is sent */
    const char *shows; /* as above */
};

void key_claim_check(const struct key_claim *claim, const char *fixture);

/** Plays both. @return what the second ones ask, until the stage is closed */
const char *claim_play(struct stage *stage, const char *before,
                       const char *steps);

/** Closes the stage, and fails the test unless it was asked as it should be and
 *  the picture has `shows`, or not, as above. */
void claim_end(struct stage *stage, const char *asked, bool is_asked,
               const char *shows);

#endif
