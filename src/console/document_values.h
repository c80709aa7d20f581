/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be chosen for a setting: words, and other documents. */

#ifndef CONSOLE_DOCUMENT_VALUES_H
#define CONSOLE_DOCUMENT_VALUES_H

#include "console/program.h"
#include "core/record.h"

/* A plain struct; the record's struct tells what overflow_id refers to. */
struct document_choice {
    const struct program *program;
    const struct record *record;
    const struct field *field;
    const void *data;
};

/* For struct form_field, whose arg is a struct document_choice. */
int document_choice_count(const void *choice);
void document_choice_option(const void *choice, int n,
                            const struct style *style,
                            struct safe_text *ret_text);

/** The number that is stored for an option, and back; 0: there is none. */
int64_t document_choice_value(const struct document_choice *choice, int n);
int document_choice_find(const struct document_choice *choice, int64_t value);

#endif
