/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Three arrays that grow together, and one line of text for each contact. */

#include "server/erasure_book.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void erasure_book_done(struct erasure_book *book)
{
    free(book->contacts);
    free(book->begun);
    free(book->sides);
    *book = (struct erasure_book){ .count = 0 };
}

int erasure_book_grow(struct erasure_book *book, size_t room)
{
    if (room <= book->room)
        return 0;

    struct store_erasure *contacts =
        realloc(book->contacts, room * sizeof(*contacts));
    if (contacts)
        book->contacts = contacts;
    struct erasure_begun *begun = realloc(book->begun, room * sizeof(*begun));
    if (begun)
        book->begun = begun;
    struct side_write *sides = realloc(book->sides, room * sizeof(*sides));
    if (sides)
        book->sides = sides;
    if (!contacts || !begun || !sides)
        return -ENOMEM;

    book->room = room;
    return 0;
}

void erasure_book_add(struct erasure_book *book,
                      const struct store_erasure *one, uint64_t by,
                      int64_t recordings)
{
    assert(book->count < book->room);

    struct erasure_begun *begun = &book->begun[book->count];

    *begun = (struct erasure_begun){ .by = by };
    erased_key_print(one, begun->key);
    book->contacts[book->count++] = *one;
    erasure_book_count(book, book->count - 1, recordings);
}

void erasure_book_count(struct erasure_book *book, size_t index,
                        int64_t recordings)
{
    assert(index < book->count);

    struct erasure_begun *begun = &book->begun[index];

    begun->recordings = recordings;
    (void)snprintf(begun->value, sizeof(begun->value), "%" PRIu64 " %" PRId64,
                   begun->by, recordings);
}

int erasure_book_load(struct erasure_book *book, const char *key,
                      const char *value, size_t length)
{
    char text[ERASURE_NOTE_SIZE] = "";
    struct store_erasure one;
    uint64_t by;
    int64_t recordings;
    int end = 0;

    if (length >= sizeof(text))
        return -EBADMSG;
    memcpy(text, value, length);
    if (erased_key_parse(key, &one) < 0 ||
        sscanf(text, "%" SCNu64 " %" SCNd64 "%n", &by, &recordings, &end) !=
            2 ||
        text[end])
        return -EBADMSG;

    int rc = erasure_book_grow(book, book->count + 1);
    if (rc == 0)
        erasure_book_add(book, &one, by, recordings);
    return rc;
}

size_t erasure_book_print(struct erasure_book *book, enum side_verb verb,
                          int64_t now_us)
{
    size_t count = 0;

    for (size_t i = 0; i < book->count; i++) {
        const struct erasure_begun *begun = &book->begun[i];
        const bool is_put = verb == SIDE_PUT;

        if (!is_put && !begun->is_told)
            continue;
        book->sides[count++] = (struct side_write){
            .verb = verb,
            .kind = SIDE_ERASURE,
            .key = begun->key,
            .value = is_put ? begun->value : NULL,
            .length = is_put ? strlen(begun->value) : 0,
            .at_us = now_us,
        };
    }
    return count;
}
