/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The contacts and callbacks whose erasure has begun, in memory and beside the
   journal. */

#ifndef SERVER_ERASURE_BOOK_H
#define SERVER_ERASURE_BOOK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "store/erased.h"
#include "store/store.h"

enum { ERASURE_NOTE_SIZE = 48 };

struct erasure_begun {
    uint64_t by;        /* the user who asked */
    int64_t recordings; /* deleted for it; -1: still to be found */
    bool is_told;       /* its event is decided */
    char key[STORE_ERASED_KEY_SIZE];
    char value[ERASURE_NOTE_SIZE];
};

/* Zeroed, an empty one. */
struct erasure_book {
    size_t count;
    size_t room;
    struct store_erasure *contacts; /* count of them, and so of the others */
    struct erasure_begun *begun;
    struct side_write *sides; /* of erasure_book_print() */
};

void erasure_book_done(struct erasure_book *book);

/** Makes room for so many. @return 0 or -ENOMEM */
int erasure_book_grow(struct erasure_book *book, size_t room);

/** Adds one; there must be room. */
void erasure_book_add(struct erasure_book *book,
                      const struct store_erasure *one, uint64_t by,
                      int64_t recordings);

/** Tells how many recordings of one were deleted for it. */
void erasure_book_count(struct erasure_book *book, size_t index,
                        int64_t recordings);

/** Adds what an earlier process noted. @return 0, -ENOMEM or -EBADMSG */
int erasure_book_load(struct erasure_book *book, const char *key,
                      const char *value, size_t length);

/**
 * Fills `sides` with the notes.
 *
 * @param verb  SIDE_PUT: all; SIDE_DELETE: of those whose event is decided
 *
 * @return how many there are; they refer to the book
 */
size_t erasure_book_print(struct erasure_book *book, enum side_verb verb,
                          int64_t now_us);

#endif
