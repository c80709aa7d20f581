/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the path and the body of a request refer to. */

#ifndef WEB_LOOKUP_H
#define WEB_LOOKUP_H

#include "web/exchange.h"

/**
 * Finds the document that {id} of the path names, by number or by name.
 *
 * @return borrowed; NULL: there is none, and the answer says so
 */
const void *lookup_document(struct exchange *exchange, enum document_kind kind);

/** Answers that there is nothing of that name, or number. */
void lookup_refuse_name(struct exchange *exchange, const char *name);

/** The same of a text that is given elsewhere: NULL when there is none that
 *  the asker may know of. */
const void *lookup_given(const struct exchange *exchange,
                         enum document_kind kind, const char *text);

/** The id of a document: all documents begin with it. */
uint64_t document_id(const void *document);

/** The version of a document. */
int64_t document_version(enum document_kind kind, const void *document);

/** Reads {id} of the path as a number. @return 0: it is none, answered 404 */
uint64_t lookup_number(struct exchange *exchange, size_t parameter);

/**
 * Reads the body into a record. Ids may be given as names; the field that the
 * path gives must not be there.
 *
 * @param path_field  or NULL
 * @param data        zeroed, or with what the path gives
 *
 * @return whether it could be read; else the answer says why not
 */
bool lookup_body(struct exchange *exchange, const struct record *record,
                 const char *path_field, void *data);

/** Whether the asker may, for this user or agent; else the answer is 403. */
bool lookup_may(struct exchange *exchange, uint64_t user_id, uint64_t agent_id);

/** Whether the asker sees numbers in full. */
enum event_view lookup_view(const struct exchange *exchange);

/** The name of a document, "" when there is none. */
const char *lookup_name(const struct exchange *exchange,
                        enum document_kind kind, uint64_t id);

#endif
