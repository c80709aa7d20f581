/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A form that writes a filter, for those who do not want to. */

#ifndef CONSOLE_SEARCH_H
#define CONSOLE_SEARCH_H

#include "console/document_choice.h"
#include "console/filter_words.h"
#include "tui/form.h"

struct search;

/* What is looked for. */
struct search_kind {
    const char *title; /* msgid */

    /** Makes the fields, up to SEARCH_FIELDS; a button is the last one.
     *  @return how many */
    int (*fields)(const struct search *search, struct form_field *ret_fields);

    /** Writes what was typed as a filter; false: a field has its error. */
    bool (*write)(const struct search *search, struct filter_words *words);
};

enum { SEARCH_FIELDS = 16 };

struct search {
    struct program *program;
    const struct search_kind *kind;
    struct form *form;
    struct document_choice agents, queues;
};

/** Asks what to find, and filters the screen below by it. @return 0 or -ENOMEM */
int search_open(struct program *program, const struct search_kind *kind);

/* Fields. Those of a moment are two: a day, on which arrows begin with today as
   the clock on the wall has it, and a time, whose id is the next one. */
struct form_field search_day(const struct search *search, int id,
                             const char *label);
struct form_field search_time(int id, const char *label);
struct form_field search_agent(const struct search *search, int id);
struct form_field search_queue(const struct search *search, int id);
struct form_field search_caller(const struct search *search, int id);
struct form_field search_called(int id);
struct form_field search_longer(int id, const char *label); /* up to a day */
struct form_field search_button(int id);

/**
 * Adds a moment, if a day is given. Without a time it is the whole day; a time
 * alone is none.
 *
 * @param minute    of the day, for want of a time
 * @param relation  as the filter has it: ">="
 *
 * @return false: there is none like it, and the field says so
 */
bool search_add_moment(const struct search *search, int id, int64_t minute,
                       const char *field, const char *relation,
                       struct filter_words *words);

/** Adds an agent or a queue, unless it is any. */
void search_add_choice(const struct search *search, int id, const char *field,
                       const struct document_choice *choice,
                       struct filter_words *words);

/** Adds a text, if there is one; what would end it in a filter ends it here.
 *  @param relation  "~", "has" */
void search_add_text(const struct search *search, int id, const char *field,
                     const char *relation, struct filter_words *words);

/** Adds "field > a duration", if it is above none. */
void search_add_longer(const struct search *search, int id, const char *field,
                       struct filter_words *words);

#endif
