/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who uses a document: what plays a prompt, what leads to a queue. */

#ifndef CONSOLE_DOCUMENT_USES_H
#define CONSOLE_DOCUMENT_USES_H

#include "console/program.h"
#include "core/record.h"

/** The route that tells it of documents of a kind; enum route_id. */
int document_uses_route(enum document_kind kind);

/** Shows them in a popup, or says that there are none.
 *
 *  @param items  of that route
 *
 *  @return 0, -ENOMEM or -ENOSPC */
int document_uses_show(struct program *program, enum document_kind kind,
                       const struct json_t *items);

#endif
