/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A refusal as the server words it: problem+json, RFC 9457. */

#ifndef CLIENT_CLIENT_PROBLEM_H
#define CLIENT_CLIENT_PROBLEM_H

#include "client/client.h"

/* A plain struct. What the server does not say is "". */
struct client_problem {
    int status;        /* HTTP's */
    char code[64];     /* for programs: "name_taken" */
    char field[128];   /* what it is about: "ring_ms" */
    char detail[1024]; /* what is wrong, in the language asked for */
    char fix[1024];    /* what to do */
};

/**
 * Reads what the server says about a refusal. A reply that is no problem+json
 * gives its status and what fits of its title.
 *
 * Texts come from outside and are as they came: make them safe before showing.
 */
void client_problem_read(const struct client_reply *reply,
                         struct client_problem *ret_problem);

#endif
