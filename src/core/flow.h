/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A flow: what callers hear and choose, as a graph of nodes. */

#ifndef CORE_FLOW_H
#define CORE_FLOW_H

#include <stddef.h>
#include <stdint.h>

#include "core/record.h"

/*
 * A published flow is immutable. Its text is stored once under its SHA-256 and
 * parsed (wire/flow_text.h) into this plain struct; the core keeps the programs
 * of all versions still in use, and a contact goes on in the version that it
 * entered. Node 0 is where it begins.
 */
enum {
    FLOW_MAX_NODES = 200,
    FLOW_MAX_CHOICES = 12, /* 0-9 * # */
    FLOW_MAX_STEPS = 500,  /* of one contact; then it ends as flow_failed */
    FLOW_MAX_TRIES = 10,
    FLOW_EXIT_NONE = -1, /* as a next node: the flow hangs up */
};

struct flow_choice {
    char digit;
    int next;
};

struct flow_node {
    struct name name;
    enum node_type type;
    struct name prompt;   /* play, menu: one that came with the server, or
                             that has this name when it is played; or ... */
    uint64_t prompt_id;   /* ... one of the library, in the caller's language;
                             0: by name */
    enum speech language; /* set_language */
    uint64_t queue_id;    /* queue */
    int64_t priority;     /* queue: 1 to 100 */
    int64_t wait_ms;      /* menu: for a digit, after the prompt */
    int tries;            /* menu: 1 to FLOW_MAX_TRIES; after a wrong or no
                                digit it is played again until they are spent */
    struct flow_choice choices[FLOW_MAX_CHOICES];
    size_t choice_count;
    int next;       /* the plain exit: done */
    int on_timeout; /* menu: no digit in the last try */
    int on_invalid; /* menu: a wrong digit in the last try */
    int on_error;   /* play, menu: the prompt could not be played */
};

struct flow_program {
    struct digest digest;
    size_t node_count;
    struct flow_node nodes[FLOW_MAX_NODES]; /* the last field: see library.c */
};

/**
 * Checks what must hold for a flow to be run: every exit leads to a node or to
 * FLOW_EXIT_NONE, no cycle is without a node that waits (play, menu), ranges.
 *
 * @param ret_node  on refusal, the node concerned
 *
 * @return NULL, or the claim that does not hold, in English (N_)
 */
const char *flow_broken_claim(const struct flow_program *flow,
                              size_t *ret_node);

#endif
