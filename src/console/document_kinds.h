/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What screens need to know of each kind of document. */

#ifndef CONSOLE_DOCUMENT_KINDS_H
#define CONSOLE_DOCUMENT_KINDS_H

#include "console/program.h"
#include "core/command.h"
#include "wire/route.h"

enum { DOCUMENT_COLUMNS = 5 };

/* A kind that can be listed and edited here. */
struct document_screen {
    enum document_kind kind;
    enum topic topic;
    enum permission permission; /* to change it */
    enum route_id create, change, remove;
    enum route_id password;                    /* ROUTE_COUNT: it has none */
    const char *plural;                        /* msgid, of the tab: "Queues" */
    const char *columns[DOCUMENT_COLUMNS + 1]; /* names of settings */
};

/** The row of a kind; NULL: it is not edited here. */
const struct document_screen *document_screen_of(enum document_kind kind);

/** The name of a document by which people know it; false: there is none. */
bool document_name(const struct program *program, enum document_kind kind,
                   uint64_t id, struct safe_text *ret_name);

/** A setting as people read it: words translated, references named. */
void document_show(const struct program *program, const struct field *field,
                   const void *data, struct safe_text *ret_text);

/**
 * What kind a setting refers to; of overflow_id by overflow_to.
 *
 * @return -ENOENT: it is no reference, or refers to nothing
 */
int document_reference(const struct record *record, const struct field *field,
                       const void *data);

#endif
