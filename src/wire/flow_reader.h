/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a flow's nodes, once all their names are known. */

#ifndef WIRE_FLOW_READER_H
#define WIRE_FLOW_READER_H

#include <stdbool.h>

#include "core/flow.h"
#include "wire/flow_text.h"
#include "wire/mistake.h"
#include "wire/value.h"

/* A flow being read. */
struct flow_reader {
    const struct flow_names *names; /* may be NULL */
    struct flow_program *program;   /* the nodes have their names */
    struct flow_tests *tests;
    bool is_draft;
    bool is_kept; /* it was looked at when it was published */
    struct mistake *ret_mistake;
};

/* All return 0 or -EBADMSG; places are within the node, or the flow. */

/** Reads a text that must be there and be a name. */
int flow_read_name(const struct flow_reader *reader, const char *place,
                   const struct json_t *value, struct name *ret_name);

/** The node that a value names; null is the flow's end. No value is none, too,
    but in a draft, where the exit is open. */
int flow_read_exit(const struct flow_reader *reader, const char *place,
                   const struct json_t *value, int *ret_next);

/** flow_test_parse.c: reads the list of tests, or none. */
int flow_read_tests(struct flow_reader *flow, const struct json_t *list);

/** flow_test_print.c: writes it. names: who is what; NULL: by number. */
struct json_t *flow_tests_value(const struct flow_program *program,
                                const struct flow_tests *tests,
                                const struct flow_names *names);

/** flow_house.c: reads who is signed in for a test, and what is lost. */
int flow_read_house(struct flow_reader *flow, const struct json_t *object,
                    struct flow_test *test);

/** ... and writes it; what is not given is left out. */
int flow_house_set(const struct flow_names *names, const struct flow_test *test,
                   struct json_t *object);

/** Reads all of a node but its name. */
int flow_read_node(struct flow_reader *flow, const struct json_t *object,
                   struct flow_node *node);

/**
 * What a setting of a node refers to: "queue_id" to a queue, to be given as
 * "queue", too.
 *
 * @param ret_name  where that other name is written
 *
 * @return a document_kind, or -ENOENT: to nothing
 */
int flow_reference(const struct field *field, struct name *ret_name);

/** Whether a setting keeps the name that the reference beside it may be given
    by: "prompt", where there is a "prompt_id". */
bool flow_is_beside(const struct record *record, const struct field *field);

/** Whether every node has that setting: x, y and label. */
bool flow_is_of_all(const struct field *field);

/** The node's number, or -ENOENT. */
int flow_find_node(const struct flow_program *program, const char *name);

#endif
