/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking another machine about a caller: the texts that this consists of. */

#ifndef CORE_LOOKUP_H
#define CORE_LOOKUP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/event.h"

struct contact_row;
struct turn;

/*
 * A lookup is a document: where to ask (HTTP, RFC 9110), and what of the answer
 * is kept. A flow's node asks it; the effect LOOK_UP names it, and whoever
 * carries that out gets the request filled in by core_fill_lookup(). What came
 * of it is a command with one line for each value, name=value; the values
 * become variables of the contact. What is masked may be asked with and gets
 * into no event.
 */
enum {
    LOOKUP_MAX_VALUES = 8,
    LOOKUP_URL_SIZE = 2048, /* with its terminator */
    LOOKUP_BODY_SIZE = 2048,
};

/* The core waits so much longer than whoever asks. */
static const int64_t LOOKUP_GRACE_US = 1000000;

/* What is asked, filled in. May hold what is masked: not for logs. */
struct lookup_request {
    enum lookup_method method;
    char url[LOOKUP_URL_SIZE];
    char body[LOOKUP_BODY_SIZE]; /* of a post */
    int64_t timeout_ms;
};

/* Where a value is within JSON: keys and places in lists, as a.b[0].c. */
struct lookup_value {
    struct name variable;
    struct label path;
};

struct lookup_values {
    struct lookup_value rows[LOOKUP_MAX_VALUES];
    size_t count;
};

/**
 * Reads what is kept of an answer: "level=customer.level order=orders[0].number".
 *
 * @return whether it is that: 1 to LOOKUP_MAX_VALUES, each variable once, none
 *         of those that are there already
 */
bool lookup_values_read(const char *text, struct lookup_values *ret_values);

/**
 * One step of a path: a key, or a place in a list.
 *
 * @param path     moved behind the step
 * @param ret_key  "" when it is a place
 *
 * @return whether there was one; false at the end
 */
bool lookup_path_step(const char **path, struct name *ret_key,
                      int64_t *ret_place);

/** http or https, a host without braces, printable, no user, no fragment, all
 *  braces in pairs. */
bool lookup_url_is_good(const char *url);

/** A field name and a value (RFC 9110, 5), which none of HTTP's own is. */
bool lookup_header_is_good(const char *line);
bool lookup_header_name_is_good(const char *name);

/** Braces in pairs. */
bool lookup_body_is_good(const char *body);

/**
 * Puts the values of a contact into what is asked: percent-encoded into the
 * address (RFC 3986, 2.1), escaped as JSON (RFC 8259, 7) into the body.
 *
 * @return whether it fits
 */
bool lookup_fill(const struct turn *turn, const struct contact_row *contact,
                 const struct event_lookup_set *lookup,
                 struct lookup_request *ret_request);

/**
 * Adds a line of an answer: for whoever gives the command.
 *
 * @param value  control characters become blanks; cut at a character's end
 *
 * @return whether it fits
 */
bool lookup_line_add(struct note *values, const struct name *variable,
                     const char *value);

/**
 * Takes a line of an answer.
 *
 * @param text  moved behind the line
 *
 * @return whether there was one
 */
bool lookup_line_take(const char **text, struct name *ret_variable,
                      struct label *ret_value);

#endif
