/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Settings as screens show them. */

#ifndef CONSOLE_DOCUMENT_VALUE_H
#define CONSOLE_DOCUMENT_VALUE_H

#include "console/document_list.h"
#include "console/program.h"
#include "core/command.h"
#include "wire/value.h"

/** How many rows of a topic there are; 0 while nobody is signed in. */
size_t document_rows(const struct program *program, enum topic topic);

/** What a setting is called; a msgid. Its name, where the table has none. */
const char *document_label(const struct record *record,
                           const struct field *field);

/** The heading above a setting in forms, a msgid; or NULL. */
const char *document_section(const struct record *record,
                             const struct field *field);

/** What people read for a word that may be chosen, a msgid; NULL: it may not
 *  be. */
const char *document_word(const struct word_list *words, int number);

/** The same for a column of a list, which is narrow. */
const char *document_word_short(const struct word_list *words, int number);

/** The setting that says what a reference names, as target of target_id; NULL:
 *  it always names one kind. */
const struct field *document_destination(const struct record *record,
                                         const struct field *field);

/**
 * Tells which kind of document a setting refers to; that of an overflow
 * depends on where it leads.
 *
 * @return the kind, or -ENOENT
 */
int document_refers(const struct record *record, const struct field *field,
                    const void *document);

/** The name of a document, "#7" while it is not known, or "–" for 0. */
void document_name(const struct program *program, enum document_kind kind,
                   uint64_t id, struct safe_text *ret_text);

/** Writes a setting: words translated, periods as durations, ids as names;
 *  what is not set as "–". */
void document_show(const struct program *program, const struct record *record,
                   const struct field *field, const void *document,
                   struct safe_text *ret_text);

/** Its settings, for the body of a request. NULL: out of memory. */
struct json_t *document_body(const struct record *record, const void *document);

/** Its version, for If-Match: "\"3\"". */
enum { DOCUMENT_TAG_SIZE = 32 };
void document_tag(const struct record *record, const void *document,
                  char ret_tag[DOCUMENT_TAG_SIZE]);

/** The same of a row of a list: that of a rule in the draft is another one. */
void document_row_tag(const struct document_list *list, const void *fields,
                      char ret_tag[DOCUMENT_TAG_SIZE]);

#endif
