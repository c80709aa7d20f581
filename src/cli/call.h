/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one command line says, taken apart. */

#ifndef CLI_CALL_H
#define CLI_CALL_H

#include <stdbool.h>
#include <stddef.h>

#include "cli/verb.h"

enum {
    CALL_MAX_WORDS = 256,
    CALL_MAX_OPTIONS = 64,
};

/* An option as it was given. The texts are the command line's. */
struct call_option {
    struct verb_option option;
    const char *value; /* NULL: it takes none */
};

/* A plain struct. */
struct call {
    const struct verb *verb; /* NULL: none was named */
    const char *noun;        /* NULL: neither was this */
    size_t argument_count;   /* of the verb, given or not */
    struct verb_argument arguments[VERB_MAX_ARGUMENTS];
    const char *values[VERB_MAX_ARGUMENTS]; /* NULL: left out */
    size_t many_at, many_count; /* words of the argument that may come more than
                                   once, whose value is the first of them */
    size_t option_count;
    struct call_option options[CALL_MAX_OPTIONS];
    size_t word_count; /* all arguments, as they were given */
    const char *words[CALL_MAX_WORDS];
};

enum call_mistake {
    CALL_OK,
    CALL_NO_NOUN,        /* subject: "" */
    CALL_UNKNOWN_NOUN,   /* subject: the word */
    CALL_NO_VERB,        /* subject: the noun */
    CALL_UNKNOWN_VERB,   /* subject: the word */
    CALL_UNKNOWN_OPTION, /* subject: the option */
    CALL_OPTION_TWICE,   /* subject: the option */
    CALL_NO_VALUE,       /* subject: the option */
    CALL_UNWANTED_VALUE, /* subject: the option */
    CALL_MISSING,        /* subject: the argument's word */
    CALL_TOO_MANY,       /* subject: the first argument too much */
};

/**
 * Takes a command line apart: options are --name VALUE or --name=VALUE, those
 * that belong to the verb come after it, and what follows -- are arguments.
 *
 * --help and --version are never a mistake's victim: what could be understood
 * before the mistake is in *ret_call.
 *
 * @param ret_call     always filled, as far as it goes
 * @param ret_subject  on a mistake, what it is about
 */
enum call_mistake call_parse(int argc, char *const argv[],
                             struct call *ret_call, const char **ret_subject);

/** The value of an option, "" when it takes none, NULL when not given. */
const char *call_option(const struct call *call, const char *name);

/** The value of the argument for a field; NULL when left out or none. */
const char *call_argument(const struct call *call, const char *field);

#endif
