/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people configure: the same five routes for each kind of document. */

#ifndef WEB_DOCUMENTS_H
#define WEB_DOCUMENTS_H

#include "web/exchange.h"

void documents_list(struct exchange *exchange);
void documents_create(struct exchange *exchange);
void documents_read(struct exchange *exchange);
void documents_change(struct exchange *exchange);
void documents_remove(struct exchange *exchange);

/**
 * Checks If-Match against what is there. 428 when it is missing, 412 when it
 * is another version.
 */
bool documents_match(struct exchange *exchange, enum document_kind kind,
                     const void *document);

/** The same against an ETag. */
bool documents_match_etag(struct exchange *exchange, const char *etag);

/**
 * Goes on after a document was set: answers with it as it is now.
 */
void documents_answer_set(struct exchange *exchange,
                          const struct web_reply *reply);

/**
 * Reads the body into the command that sets the document; 0 and 0 make one.
 *
 * @param ret_request  to be asked with documents_answer_set(); owns nothing
 *
 * @return whether it could be read; else the answer says why not
 */
bool documents_read_body(struct exchange *exchange, enum document_kind kind,
                         uint64_t id, int64_t version,
                         struct web_request *ret_request);

#endif
