/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields of a form, made from the table of settings. */

#ifndef CONSOLE_DOCUMENT_FIELDS_H
#define CONSOLE_DOCUMENT_FIELDS_H

#include "console/document_list.h"
#include "console/program.h"
#include "tui/form.h"

/*
 * Words become choices, periods durations, references choices of names that
 * follow the rows: what is new is added at the end, and what has been chosen
 * stays. A destination has a field for each kind that it may be, of which one
 * holds.
 */
struct document_fields;

enum { DOCUMENT_SAVE = 901, DOCUMENT_DISCARD }; /* ids of the buttons */

/**
 * Makes the fields of a kind, with the settings of a document in them.
 *
 * @param document    the struct of its record; not kept
 * @param ret_fields  release with document_fields_free()
 *
 * @return 0 or -ENOMEM
 */
int document_fields_new(const struct program *program,
                        const struct document_list *list, const void *document,
                        struct document_fields **ret_fields);
struct document_fields *document_fields_free(struct document_fields *fields);

/** The form, for drawing and keys. */
struct form *document_fields_form(struct document_fields *fields);

/** Takes in new names to choose from, and which overflow holds. Before each
 *  drawing and key. */
void document_fields_follow(struct document_fields *fields);

/**
 * Reads what is in the fields; errors are written below them, and the first
 * has the focus.
 *
 * @param document  the settings are overwritten, the rest stays
 *
 * @return errors; then document is undefined
 */
int document_fields_read(struct document_fields *fields, void *document);

/** The same without a word: what cannot be read stays as it is in document. */
void document_fields_peek(const struct document_fields *fields, void *document);

/** What is typed in the first field of a setting that is a text; "" without
 *  one. Valid until the next input. */
const char *document_fields_text(const struct document_fields *fields,
                                 const char *setting);

/** Types it: what was stored is as it was, so leaving asks. */
void document_fields_type(struct document_fields *fields, const char *setting,
                          const char *text);

/** The setting that has the focus; NULL: a button has. */
const struct field *document_fields_focused(const struct document_fields *f);

/** What a setting does, and how it is typed here; a msgid. */
const char *document_fields_help(const struct field *setting);

/** Focuses the first field of a setting that holds; none: nothing is done. */
void document_fields_focus(struct document_fields *fields, const char *setting);

/** Writes an error below a setting and focuses it; false: it has no field. */
bool document_fields_complain(struct document_fields *fields,
                              const char *setting, const char *text);

#endif
