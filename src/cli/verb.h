/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verbs of cclite, and what can be told of them. */

#ifndef CLI_VERB_H
#define CLI_VERB_H

#include <stdbool.h>
#include <stddef.h>

#include "cli/exit_code.h"
#include "wire/route.h"

struct cli;
struct call;

/* Does what a verb says. */
typedef enum exit_code verb_run(struct cli *cli, const struct call *call);

struct verb {
    const char *noun;
    const char *name;      /* NULL: the noun stands alone */
    const char *arguments; /* see verb.def */
    verb_run *run;
    const struct route *route; /* or NULL */
    const char *doc;           /* English, to be translated */
    bool has_fields;           /* the fields of the route's body are options */
};

/* An argument that is told by its place. */
struct verb_argument {
    char word[24];  /* for people: "AGENT" */
    char field[32]; /* "id", "reason_id" */
    bool optional;
    bool many; /* one of them may come more than once */
};

/* An argument that is told by its name. */
struct verb_option {
    char name[48];             /* without dashes */
    const char *value;         /* what help shows; NULL: it takes none */
    const char *doc;           /* English, to be translated; "" for none */
    const struct field *field; /* of the route's body; else NULL */
};

enum {
    VERB_MAX_ARGUMENTS = 4,
    VERB_MAX_OPTIONS = 96,
};

/** The verbs in the order of the table; NULL behind the last one. */
const struct verb *verb_at(size_t index);

/** Finds a verb; name may be NULL. @return NULL when there is none */
const struct verb *verb_find(const char *noun, const char *name);

/** Tells whether there is such a noun, and whether it stands alone. */
bool verb_has_noun(const char *noun, bool *ret_alone);

/** Lists a verb's arguments. @return how many there are */
size_t verb_list_arguments(const struct verb *verb,
                           struct verb_argument ret[VERB_MAX_ARGUMENTS]);

/**
 * Lists a verb's options: its own first, then those that all verbs have.
 *
 * @param verb  NULL: only those that all have
 *
 * @return how many there are
 */
size_t verb_list_options(const struct verb *verb,
                         struct verb_option ret[VERB_MAX_OPTIONS]);

/**
 * What a field is called as an option: ring_ms gives "ring"; where the record
 * has another field of that name, "ring-time".
 */
void verb_spell_field(const struct record *record, const struct field *field,
                      char ret_name[48]);

#endif
