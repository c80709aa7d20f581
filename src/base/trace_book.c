/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Books, their pages, their dialogs, and the bytes they take. */

#include "base/trace_book.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* Bytes are counted where they lie: in the book, its shelf, and in all. */
static void count(struct trace *trace, struct book *book, size_t bytes)
{
    book->bytes += bytes;
    trace->shelves[book->shelf].bytes += bytes;
    trace->bytes += bytes;
}

static void uncount(struct trace *trace, struct book *book, size_t bytes)
{
    book->bytes -= bytes;
    trace->shelves[book->shelf].bytes -= bytes;
    trace->bytes -= bytes;
}

static void shelf_take(struct trace *trace, struct book *book)
{
    struct shelf *shelf = &trace->shelves[book->shelf];

    if (book->previous)
        book->previous->next = book->next;
    else
        shelf->first = book->next;
    if (book->next)
        book->next->previous = book->previous;
    else
        shelf->last = book->previous;
    shelf->bytes -= book->bytes;
}

static void shelf_add(struct trace *trace, struct book *book, enum shelf_id id)
{
    struct shelf *shelf = &trace->shelves[id];

    book->shelf = id;
    book->previous = shelf->last;
    book->next = NULL;
    if (shelf->last)
        shelf->last->next = book;
    else
        shelf->first = book;
    shelf->last = book;
    shelf->bytes += book->bytes;
}

void book_put(struct trace *trace, struct book *book, enum shelf_id shelf)
{
    shelf_take(trace, book);
    shelf_add(trace, book, shelf);
}

struct book *book_add(struct trace *trace, uint64_t contact_id, int64_t now_us)
{
    struct book *book = calloc(1, sizeof(*book));
    if (!book)
        return NULL;

    book->contact_id = contact_id;
    book->since_us = now_us;
    book->end = &book->first;
    shelf_add(trace, book, contact_id ? SHELF_LIVE : SHELF_STRANGERS);
    count(trace, book, sizeof(*book));
    if (contact_id) {
        struct book **bucket = &trace->by_id[contact_id % TRACE_BUCKETS];

        book->next_by_id = *bucket;
        *bucket = book;
        trace->contacts++;
    }
    return book;
}

struct book *book_find(const struct trace *trace, uint64_t contact_id)
{
    struct book *book = trace->by_id[contact_id % TRACE_BUCKETS];

    while (book && book->contact_id != contact_id)
        book = book->next_by_id;
    return book;
}

static size_t page_size(const struct page *page)
{
    return sizeof(*page) + page->entry.kept;
}

bool book_drop_oldest(struct trace *trace, struct book *book)
{
    struct page *page = book->first;

    if (!page)
        return false;

    book->first = page->next;
    if (!book->first)
        book->end = &book->first;
    book->entry_bytes -= page_size(page);
    uncount(trace, book, page_size(page));
    book->dropped++;
    trace->dropped++;
    free(page);
    return true;
}

void book_write(struct trace *trace, struct book *book, unsigned party,
                const struct trace_entry *entry, const char *bytes)
{
    uint32_t kept = bytes ? entry->length : 0;

    if (kept > TRACE_MESSAGE_MAX)
        kept = TRACE_MESSAGE_MAX;

    struct page *page = malloc(sizeof(*page) + kept);
    if (!page) {
        book->dropped++;
        trace->dropped++;
        return;
    }

    page->next = NULL;
    page->entry = *entry;
    page->entry.party = party;
    page->entry.kept = kept;
    page->entry.offset = 0;
    if (kept > 0)
        memcpy(page->bytes, bytes, kept);
    *book->end = page;
    book->end = &page->next;
    book->entry_bytes += page_size(page);
    count(trace, book, page_size(page));
    while (book->entry_bytes > TRACE_CONTACT_MAX)
        book_drop_oldest(trace, book);
}

/* Dialogs. */

static struct dialog **bucket_of(const struct trace *trace, const char *name,
                                 size_t length)
{
    uint32_t hash = 2166136261U; /* FNV-1a */

    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)name[i]) * 16777619U;
    return (struct dialog **)&trace->by_name[hash % TRACE_BUCKETS];
}

struct dialog *dialog_find(const struct trace *trace, const char *name,
                           size_t length)
{
    struct dialog *dialog = *bucket_of(trace, name, length);

    while (dialog && (dialog->length != length ||
                      memcmp(dialog->name, name, length) != 0))
        dialog = dialog->next_by_name;
    return dialog;
}

struct dialog *dialog_add(struct trace *trace, struct book *book,
                          const char *name, size_t length)
{
    if (book->dialog_count == TRACE_DIALOGS_MAX)
        return NULL;

    struct dialog *dialog = malloc(sizeof(*dialog) + length);
    if (!dialog)
        return NULL;

    struct dialog **bucket = bucket_of(trace, name, length);

    dialog->book = book;
    dialog->party = ++book->dialog_count;
    dialog->length = length;
    memcpy(dialog->name, name, length);
    dialog->next_by_name = *bucket;
    *bucket = dialog;
    dialog->next = book->dialogs;
    book->dialogs = dialog;
    count(trace, book, sizeof(*dialog) + length);
    return dialog;
}

static void dialog_remove(struct trace *trace, struct dialog *dialog)
{
    struct dialog **at = bucket_of(trace, dialog->name, dialog->length);

    while (*at != dialog)
        at = &(*at)->next_by_name;
    *at = dialog->next_by_name;
    uncount(trace, dialog->book, sizeof(*dialog) + dialog->length);
    free(dialog);
}

/* A stranger's book has one dialog. */
void book_join(struct trace *trace, struct book *book, struct book *stranger)
{
    struct dialog *dialog = stranger->dialogs;

    assert(stranger->contact_id == 0);
    if (dialog && book->dialog_count < TRACE_DIALOGS_MAX) {
        size_t size = sizeof(*dialog) + dialog->length;

        stranger->dialogs = NULL;
        uncount(trace, stranger, size);
        dialog->book = book;
        dialog->party = ++book->dialog_count;
        dialog->next = book->dialogs;
        book->dialogs = dialog;
        count(trace, book, size);
        for (struct page *page = stranger->first, *next; page; page = next) {
            next = page->next;
            book_write(trace, book, dialog->party, &page->entry, page->bytes);
        }
        book->is_failed |= stranger->is_failed;
    }
    book_remove(trace, stranger);
}

static void forget_id(struct trace *trace, struct book *book)
{
    struct book **at = &trace->by_id[book->contact_id % TRACE_BUCKETS];

    while (*at != book)
        at = &(*at)->next_by_id;
    *at = book->next_by_id;
    trace->contacts--;
}

void book_remove(struct trace *trace, struct book *book)
{
    for (struct dialog *dialog = book->dialogs, *next; dialog; dialog = next) {
        next = dialog->next;
        dialog_remove(trace, dialog);
    }
    for (struct page *page = book->first, *next; page; page = next) {
        next = page->next;
        free(page);
    }
    if (book->contact_id)
        forget_id(trace, book);
    trace->bytes -= book->bytes;
    shelf_take(trace, book);
    free(book);
}

void book_give_up(struct trace *trace, struct book *book)
{
    for (const struct page *page = book->first; page; page = page->next)
        trace->dropped++;
    book_remove(trace, book);
}

int book_copy(const struct book *book, struct trace_copy *ret_copy)
{
    struct trace_copy copy = { .dropped = book->dropped };
    size_t entries = 0, bytes = 0;

    for (const struct page *page = book->first; page; page = page->next) {
        entries++;
        bytes += page->entry.kept;
    }
    copy.entries = calloc(entries + 1, sizeof(*copy.entries));
    copy.bytes = malloc(bytes + 1);
    if (!copy.entries || !copy.bytes) {
        trace_copy_done(&copy);
        return -ENOMEM;
    }

    bytes = 0;
    for (const struct page *page = book->first; page; page = page->next) {
        struct trace_entry *entry = &copy.entries[copy.count++];

        *entry = page->entry;
        entry->offset = bytes;
        memcpy(copy.bytes + bytes, page->bytes, page->entry.kept);
        bytes += page->entry.kept;
    }
    *ret_copy = copy;
    return 0;
}
