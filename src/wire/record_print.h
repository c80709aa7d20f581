/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A record as the text of a JSON object, without the object. */

#ifndef WIRE_RECORD_PRINT_H
#define WIRE_RECORD_PRINT_H

#include <stddef.h>

#include "core/record.h"

/* Text that grows at its end. A plain struct, zeroed to begin with. */
struct sheet {
    char *text; /* terminated, once something was added; to be freed */
    size_t length;
    size_t room;
};

/** Adds text as it is. @return 0 or -ENOMEM */
int sheet_add(struct sheet *sheet, const char *text);

/**
 * Adds a record as record_print() would give it.
 *
 * @return 0, or -ENOMEM: what was added of it stands
 */
int sheet_add_record(struct sheet *sheet, const struct record *record,
                     const void *data);

/**
 * Writes a record: the same bytes as value_print() of its record_to_json(), in
 * compact style, but most fields are numbers and plain words, and need no value
 * made for them. Every event passes here on its way into the journal.
 *
 * @param stand_in  gives the text to write for a field's text, valid until the
 *                  next call; NULL: out of memory. May itself be NULL: every
 *                  text as it is
 *
 * @return a string to be freed, or NULL: out of memory, or a text is no UTF-8
 */
char *record_print(const struct record *record, const void *data,
                   const char *(*stand_in)(void *arg, const struct field *field,
                                           const char *text),
                   void *arg);

#endif
