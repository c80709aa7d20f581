/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A flow: what callers hear and choose, as a graph of nodes. */

#ifndef CORE_FLOW_H
#define CORE_FLOW_H

#include <stddef.h>
#include <stdint.h>

#include "core/node.h"

/*
 * A published flow is immutable. Its text is stored once under its SHA-256 and
 * parsed (wire/flow_text.h) into this plain struct; the core keeps the programs
 * of all versions still in use, and a contact goes on in the version that it
 * entered. Node 0 is where it begins.
 */
enum {
    FLOW_MAX_NODES = 200,
    FLOW_MAX_CHOICES = 12, /* of a node: 0-9 * #, or values */
    FLOW_KEY_SIZE = 32,
    FLOW_MAX_STEPS = 500,  /* of one contact; then it ends as flow_failed */
    FLOW_MAX_MS = 7200000, /* ... without a queue between; likewise */
    FLOW_LEAST_MS = 10000,
    FLOW_EXIT_NONE = -1, /* as a next node: the flow hangs up */
    FLOW_EXIT_OPEN = -2, /* of a draft: nobody has said yet */
};

struct flow_choice {
    char key[FLOW_KEY_SIZE]; /* one key of a phone, or a value */
    int next;
};

struct flow_node {
    struct name name;
    enum node_type type;
    union node_settings as;                       /* by the type */
    struct flow_choice choices[FLOW_MAX_CHOICES]; /* ordered by key */
    size_t choice_count;
    int exits[step_exit_count]; /* the next node, of those that the type has */
};

struct flow_program {
    struct digest digest;
    enum flow_type type; /* which nodes it may have */
    int64_t max_steps;   /* of a contact, those before this flow included; 0: as
                            the house has it, which is the most, too */
    int64_t max_ms;      /* likewise; 0 or from FLOW_LEAST_MS */
    size_t node_count;
    struct flow_node nodes[FLOW_MAX_NODES]; /* the last field: see library.c */
};

/** Every way on from a node by a number: its exits, and then its choices.
 *  @return whether there are so many */
bool flow_exit_at(const struct flow_node *node, size_t i, int *ret_next);

/* What a node plays: one of the library, in the caller's language, or with id 0
   what came with the server by that name, or has it when it is played. */
struct flow_prompt {
    struct name name;
    uint64_t id;
};

/** Reads a number that is to be dialled. @return whether it is one */
bool flow_number_read(const char *text, struct phone_number *ret_number);

/** Whether the number of a transfer is in a variable, and known only when a
 *  call is there. */
bool flow_number_varies(const char *text);

/**
 * What a node refers to, of a kind of document: a setting queue_id of a queue.
 *
 * @return its id, or 0
 */
uint64_t flow_node_refers(const struct flow_node *node,
                          enum document_kind kind);

#endif
