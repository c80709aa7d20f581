/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The filter language: which records somebody wants to see. */

#ifndef WIRE_FILTER_H
#define WIRE_FILTER_H

#include <stdbool.h>
#include <stddef.h>

#include "core/record.h"

/*
 *     filter = term *("and" term)
 *     term   = field ("=" / "!=" / "<" / ">" / "<=" / ">=" / "~" / "has") value
 *     value  = word / DQUOTE *(any but DQUOTE and backslash / "\" any) DQUOTE
 *
 * as in:  state = paused and misses > 1 and name ~ "Smith"
 *
 * A value is written as a setting is (wire/setting.h): 20s, yes, paused. Of
 * texts, "~" means "contains", whatever the case of ASCII letters, "has" that it
 * is one of the words in them, and < and > compare bytes. Candidates cannot be asked for.
 */
enum {
    FILTER_MAX_LENGTH = 1024,
    FILTER_MAX_TERMS = 16,
};

enum filter_relation {
    FILTER_EQUAL,
    FILTER_UNEQUAL,
    FILTER_BELOW,
    FILTER_ABOVE,
    FILTER_AT_MOST,
    FILTER_AT_LEAST,
    FILTER_CONTAINS,
    FILTER_HAS, /* as one of its words */
};

struct filter_term {
    const struct field *field;
    enum filter_relation relation;
    struct note text; /* of a text */
    int64_t number;   /* of anything else */
};

/* A plain value; no terms: everything fits. */
struct filter {
    struct filter_term terms[FILTER_MAX_TERMS];
    size_t term_count;
};

/**
 * Reads a filter.
 *
 * @param ret_place  on failure, how many bytes in it went wrong; may be NULL
 *
 * @return 0 or -EBADMSG
 */
int filter_parse(const char *text, const struct record *record,
                 struct filter *ret_filter, size_t *ret_place);

/** Says whether a record fits. */
bool filter_fits(const struct filter *filter, const void *data);

/** Says whether it asks for a PRIVATE field: who may not see it may not ask. */
bool filter_is_private(const struct filter *filter);

#endif
