/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of what people configure: queues, users, trunks and so on. */

#ifndef CONSOLE_DOCUMENTS_H
#define CONSOLE_DOCUMENTS_H

#include "console/document_list.h"
#include "console/program.h"

/*
 * One screen for all kinds, made from document_list.def and
 * document_column.def. Lists of a group stand beside each other as tabs. Below
 * the list is told what its columns do not show of the selected document.
 */

/** Opens a list in place of all others. Returns 0, -ENOMEM or -ENOSPC. */
int documents_open(struct program *program, const struct document_list *list);

/* The same for screen.def, of a kind each: documents_open_queue() and so on. */
#define LIST(KIND, kind, TOPIC, ROUTES, GROUP, letter, title, adding,          \
             deleting)                                                         \
    int documents_open_##kind(struct program *program);
#include "console/document_list.def"

/** The reason function of the keys that change documents. */
bool documents_may(const void *program, int action,
                   struct safe_text *ret_reason);

/**
 * Carries out what was asked for elsewhere, such as "queue add" in the
 * palette: opens the list, where one chooses a document, or the
 * form of a new one.
 *
 * @return whether the action is one of a list
 */
bool documents_run(struct program *program, int action);

#endif
