/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Requests in a row, of which all are done, or none remains. */

#ifndef CLI_SETUP_STEPS_H
#define CLI_SETUP_STEPS_H

#include <stdbool.h>
#include <stddef.h>

#include "cli/cli.h"
#include "wire/route.h"
#include "wire/value.h"

enum { SETUP_MAX_STEPS = 32 };

/* One request. What it made is taken away again if a later one fails. */
struct setup_step {
    enum route_id route;
    enum route_id undo; /* ROUTE_COUNT: goes with something else, or stays */
    const char *name;   /* of the document; borrowed */
    struct json_t *body;
    bool done;
};

/* A plain struct: zeroed is empty. */
struct setup_steps {
    struct setup_step list[SETUP_MAX_STEPS];
    size_t count;
};

/* A field of a body and its text, as options have them. */
struct setting_text {
    const char *field;
    const char *text;
};

/**
 * Adds a request; its body is checked by the tables, so that no mistake is
 * found half-way. No more than SETUP_MAX_STEPS.
 *
 * @param texts  ends with { NULL, NULL }
 */
enum exit_code setup_steps_add(struct cli *cli, struct setup_steps *steps,
                               enum route_id route, enum route_id undo,
                               const char *name,
                               const struct setting_text *texts);

/** Does all, or takes back what was done and says so. */
enum exit_code setup_steps_take(struct cli *cli, struct setup_steps *steps);

/** Releases the bodies. */
void setup_steps_done(struct setup_steps *steps);

#endif
