/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Erasing who callers were, step by step. */

#ifndef SERVER_ERASURES_H
#define SERVER_ERASURES_H

#include <stddef.h>
#include <stdint.h>

#include "jobs/erasure.h"
#include "web/web.h"

/*
 * First the recordings are deleted, in one transaction with a note, beside the
 * journal, of whose erasure has begun; then the store erases the private texts
 * of these contacts; at last person_erased is journalled for each, and the note
 * goes with it. Whatever the process dies in, the next one finds the notes and
 * begins with the second step. A step that fails is tried again, too.
 *
 * One erasure, of ERASURE_MAX_CONTACTS contacts, at a time; the next one is
 * told to try again.
 */
struct erasures;
struct server;

/** @return 0 or -ENOMEM */
int erasures_new(struct server *server, struct erasures **ret_erasures);

/** After store_close(). NULL is fine. @return NULL always */
struct erasures *erasures_free(struct erasures *erasures);

/** Takes a note of an earlier process; before the first erasures_go_on().
 *  @return 0, -ENOMEM or -EBADMSG */
int erasures_load(struct erasures *erasures, const char *key, const char *value,
                  size_t length);

/**
 * Deletes the recordings of contacts that a restored backup brought back.
 * Before anything is served, since it asks the store and waits.
 */
void erasures_resume(struct erasures *erasures);

/**
 * Begins one, and answers the slot when all is on disk.
 *
 * @param by     the user who asks
 * @param found  what is to be erased
 */
void erasures_ask(struct erasures *erasures, struct web_slot slot, uint64_t by,
                  const struct erasure *found);

/** Does what can be done now. O(1) when that is nothing. */
void erasures_go_on(struct erasures *erasures);

#endif
