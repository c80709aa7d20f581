/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which contacts were erased, in a file that outlives the database. */

#ifndef STORE_ERASED_H
#define STORE_ERASED_H

#include <stddef.h>

#include <sqlite3.h>

#include "store/store.h"

/*
 * A backup that is older than an erasure still has the texts. So that they do
 * not come back with it, each contact is put down here before it is erased: a
 * line with its number and the chain of its first event, which says nothing
 * about anybody and is the same in every copy of the same journal. A contact
 * of another journal that has the same number is another one. Of a
 * callback it has the number, behind a c, and that of the event that asked for
 * it: c12.3456.
 */
#define STORE_ERASED_FILE "erased"

enum { STORE_ERASED_KEY_SIZE = 44 };

/** A contact, or callback, as it is put down and noted. */
void erased_key_print(const struct store_erasure *one,
                      char ret_key[STORE_ERASED_KEY_SIZE]);

/** @return 0, or -EBADMSG: the text is no such key */
int erased_key_parse(const char *text, struct store_erasure *ret_one);

/**
 * Puts contacts down; those that the journal does not have are left out. Twice
 * does no harm.
 *
 * @return 0; -EFBIG: the file is full; or another negative errno
 */
int erased_add(const char *directory, sqlite3 *db,
               const struct store_erasure *contacts, size_t count);

/**
 * Notes in a database that is not in use which of its contacts were erased,
 * but still have texts: a side of kind SIDE_ERASURE for each, STORE_ERASE_AGAIN.
 * Lines that are not
 * whole are left out. Without a file there is nothing to do.
 *
 * @param ret_count  so many contacts were noted
 *
 * @return 0 or a negative errno, then nothing is noted
 */
int erased_apply(const char *directory, sqlite3 *db, size_t *ret_count);

#endif
