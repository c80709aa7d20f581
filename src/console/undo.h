/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Setting back what was changed here of late. */

#ifndef CONSOLE_UNDO_H
#define CONSOLE_UNDO_H

#include "console/program.h"

struct document_list;

/*
 * The last steps of this console alone, for ten minutes. What is set back goes
 * with the version that the change made, so that the server refuses it when
 * somebody else has changed the document since.
 */

/** Notes a change that the server has confirmed, by the document as it was,
 *  which is copied, and by the ETag that it has now ("": that of the next
 *  version). Without memory it is not noted. */
void undo_note_change(struct program *program, const struct document_list *list,
                      const void *before, const char *etag);

/** Notes how an agent served a queue before, which is copied. What was by the
 *  team comes back by taking the agent's own assignment away. */
void undo_note_assignment(struct program *program, uint64_t queue_id,
                          uint64_t agent_id, const struct served *before);

/** Notes an addition or a deletion: u says then why it undoes nothing. */
void undo_note(struct program *program, enum undo_kind kind, const char *name);

/** The reason function of u: what is missing for it. */
bool undo_may(const void *program, int action, struct safe_text *ret_reason);

/** Asks the server to set the last change back. @return whether the action is
 *  this one */
bool undo_run(struct program *program, int action);

#endif
