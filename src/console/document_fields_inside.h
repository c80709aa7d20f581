/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of a form's fields share. Nobody else includes it. */

#ifndef CONSOLE_DOCUMENT_FIELDS_INSIDE_H
#define CONSOLE_DOCUMENT_FIELDS_INSIDE_H

#include "console/document_choice.h"
#include "console/document_fields.h"

/* A setting in the form; a reference that depends has one row for each kind. */
struct part {
    const struct field *setting;
    enum form_kind kind;
    struct document_choice choice;
    int depends_on; /* enum destination that makes it hold; -1: it always does */
    const struct field *governor; /* ... which this setting chooses */
};

struct document_fields {
    const struct program *program;
    const struct document_list *list;
    struct part parts[FORM_FIELDS];
    int count;
    struct form *form;
};

/* The id of a part's field in the form. */
int document_part_id(int part);

/* Whether a part holds, as the destination is chosen now. */
bool document_part_holds(const struct document_fields *fields, int part);

#endif
