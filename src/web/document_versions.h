/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a document was: who changed which setting when, and each version. */

#ifndef WEB_DOCUMENT_VERSIONS_H
#define WEB_DOCUMENT_VERSIONS_H

#include "web/exchange.h"

enum { DOCUMENT_MAX_CHANGES = 2000 };

/**
 * Answers with what each version changed, setting by setting, newest first: so
 * many versions that there are no more than about DOCUMENT_MAX_CHANGES.
 */
void document_versions_list(struct exchange *exchange, enum document_kind kind);

/** Answers with one as it was, of the kind that the route answers with; 404
 *  when there is none of that number. */
void document_versions_read(struct exchange *exchange);

#endif
