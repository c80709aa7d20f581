/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of a document's versions share. Nobody else includes it. */

#ifndef CONSOLE_DOCUMENT_VERSIONS_INSIDE_H
#define CONSOLE_DOCUMENT_VERSIONS_INSIDE_H

#include "console/program.h"
#include "core/event.h"

/** The list: of a row for each setting that was changed, an item for each
 *  version, with "version", "wall_us", "user" and the names of "fields". NULL:
 *  out of memory. */
struct json_t *document_versions_gather(const struct json_t *rows);

/** Which settings of a record an item of it changed. */
void document_versions_word(const struct program *program,
                            const struct record *record,
                            const struct json_t *item,
                            struct safe_text *ret_text);

/** What going back would change. @return lines, "" when nothing differs, to be
 *  freed; NULL: out of memory */
char *document_versions_differ(const struct program *program,
                               const struct record *record, const void *now,
                               const void *then);

#endif
