/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a question about the routing rules says of data and of queues. */

#ifndef WEB_ROUTING_FIELDS_H
#define WEB_ROUTING_FIELDS_H

#include <stdbool.h>
#include <stddef.h>

#include "core/condition.h"
#include "core/state.h"

enum { ROUTING_FIELDS = 48 };

/* name=value, separated by commas: cut where it lies. Not to be copied. */
struct routing_fields {
    struct note text;
    const char *names[ROUTING_FIELDS];
    const char *values[ROUTING_FIELDS];
    size_t count;
};

/** Reads them. @return whether there are no more than fit, each with a = */
bool routing_fields_read(const struct note *note,
                         struct routing_fields *ret_fields);

/** Adds one behind the others, which win; its texts are the caller's. */
void routing_fields_add(struct routing_fields *fields, const char *name,
                        const char *value);

/** Of struct rule_call: the context is a struct routing_fields. */
struct value routing_fields_value(const void *context, const char *name);

/* queue(sales).waiting=5, separated by commas. */
struct routing_pretence {
    struct routing_fields fields;
    struct routing_pretended {
        const char *queue;
        enum fact fact;
        int64_t number;
    } rows[ROUTING_FIELDS];
};

/** Reads them. @return whether each is a fact of a queue that there is, and a
 *  number from 0 */
bool routing_pretence_read(const struct state *floor, const struct note *note,
                           struct routing_pretence *ret_pretence);

/** Of struct rule_call: the pretence is a struct routing_pretence. */
struct value routing_pretence_value(const void *pretence, enum fact fact,
                                    const char *queue);

#endif
