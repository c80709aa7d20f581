/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The books of a trace: one for each contact or stranger; see trace.h. */

#ifndef BASE_TRACE_BOOK_H
#define BASE_TRACE_BOOK_H

#include <pthread.h>

#include "base/trace.h"

/* For trace.c and trace_book.c alone, under the lock. */

/* In the order in which they are given up; on each the oldest is first. */
enum shelf_id {
    SHELF_STRANGERS,
    SHELF_DONE,
    SHELF_FAILED,
    SHELF_LIVE,
    SHELF_COUNT,
};

struct page {
    struct page *next;
    struct trace_entry entry;
    char bytes[];
};

struct dialog {
    struct dialog *next_by_name; /* in its bucket */
    struct dialog *next;         /* of the same book */
    struct book *book;
    unsigned party;
    size_t length;
    char name[];
};

struct book {
    struct book *next_by_id;      /* in its bucket */
    struct book *previous, *next; /* on its shelf */
    enum shelf_id shelf;
    uint64_t contact_id; /* 0: a stranger's */
    int64_t since_us;    /* on this shelf */
    bool is_failed;
    struct page *first, **end;
    struct dialog *dialogs;
    unsigned dialog_count;
    size_t bytes;       /* all that it takes */
    size_t entry_bytes; /* of it, the pages */
    uint64_t dropped;
};

struct shelf {
    struct book *first, *last;
    size_t bytes;
};

enum { TRACE_BUCKETS = 1024 };

struct trace {
    struct trace_settings settings;
    pthread_mutex_t lock;
    struct shelf shelves[SHELF_COUNT];
    struct book *by_id[TRACE_BUCKETS];
    struct dialog *by_name[TRACE_BUCKETS];
    size_t bytes;
    size_t contacts;
    uint64_t dropped;
};

/** Makes a book, live or, without a contact, a stranger's. @return or NULL */
struct book *book_add(struct trace *trace, uint64_t contact_id, int64_t now_us);
struct book *book_find(const struct trace *trace, uint64_t contact_id);

/** Puts it last on a shelf. */
void book_put(struct trace *trace, struct book *book, enum shelf_id shelf);

/** Writes a page; the oldest ones make room. Out of memory counts as dropped. */
void book_write(struct trace *trace, struct book *book, unsigned party,
                const struct trace_entry *entry, const char *bytes);

/** @return whether there was one */
bool book_drop_oldest(struct trace *trace, struct book *book);

/** Moves all that a stranger's book has to the end of another one. */
void book_join(struct trace *trace, struct book *book, struct book *stranger);

/** Removes it because its time is over, or because there is no room. */
void book_remove(struct trace *trace, struct book *book);
void book_give_up(struct trace *trace, struct book *book);

/** @return 0 or -ENOMEM */
int book_copy(const struct book *book, struct trace_copy *ret_copy);

/** @return NULL: the book has too many, or no memory */
struct dialog *dialog_add(struct trace *trace, struct book *book,
                          const char *name, size_t length);
struct dialog *dialog_find(const struct trace *trace, const char *name,
                           size_t length);

#endif
