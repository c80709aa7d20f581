/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entries into books, under one lock; what is too much goes out again. */

#include "base/trace.h"

#include <assert.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>

#include "base/trace_book.h"

static const int64_t STRANGER_US = INT64_C(60000000);

int trace_new(const struct trace_settings *settings, struct trace **ret_trace)
{
    assert(settings && ret_trace);

    struct trace *trace = calloc(1, sizeof(*trace));
    if (!trace)
        return -ENOMEM;

    trace->settings = *settings;
    pthread_mutex_init(&trace->lock, NULL);
    *ret_trace = trace;
    return 0;
}

struct trace *trace_free(struct trace *trace)
{
    if (!trace)
        return NULL;

    for (int shelf = 0; shelf < SHELF_COUNT; shelf++)
        while (trace->shelves[shelf].first)
            book_remove(trace, trace->shelves[shelf].first);
    pthread_mutex_destroy(&trace->lock);
    free(trace);
    return NULL;
}

/* One step towards the bound. @return whether there was one to take */
static bool make_room(struct trace *trace)
{
    for (int shelf = 0; shelf < SHELF_LIVE; shelf++)
        if (trace->shelves[shelf].first) {
            book_give_up(trace, trace->shelves[shelf].first);
            return true;
        }

    struct book *oldest = trace->shelves[SHELF_LIVE].first;

    if (!oldest)
        return false;
    if (!book_drop_oldest(trace, oldest))
        book_give_up(trace, oldest);
    return true;
}

static void keep_bounds(struct trace *trace)
{
    struct shelf *strangers = &trace->shelves[SHELF_STRANGERS];

    while (strangers->bytes > trace->settings.max_bytes / 8)
        book_give_up(trace, strangers->first);
    while (trace->bytes > trace->settings.max_bytes && make_room(trace))
        ;
}

static bool is_name(const char *dialog, size_t length)
{
    return dialog && length > 0 && length <= TRACE_DIALOG_MAX;
}

static bool is_off(const struct trace *trace)
{
    return trace->settings.max_bytes == 0;
}

void trace_add_message(struct trace *trace, const char *name, size_t length,
                       bool begins, bool is_failure,
                       const struct trace_entry *entry, const char *bytes)
{
    assert(trace && entry && bytes);

    if (is_off(trace) || !is_name(name, length))
        return;

    pthread_mutex_lock(&trace->lock);
    struct dialog *dialog = dialog_find(trace, name, length);

    if (!dialog && begins) {
        struct book *book = book_add(trace, 0, entry->at_us);

        if (book)
            dialog = dialog_add(trace, book, name, length);
    }
    if (dialog) {
        book_write(trace, dialog->book, dialog->party, entry, bytes);
        dialog->book->is_failed |= is_failure;
        keep_bounds(trace);
    }
    pthread_mutex_unlock(&trace->lock);
}

void trace_add_effect(struct trace *trace, uint64_t contact_id,
                      const struct trace_entry *entry)
{
    assert(trace && entry);

    if (is_off(trace) || contact_id == 0)
        return;

    pthread_mutex_lock(&trace->lock);
    struct book *book = book_find(trace, contact_id);

    if (!book)
        book = book_add(trace, contact_id, entry->at_us);
    if (book)
        book_write(trace, book, 0, entry, NULL);
    keep_bounds(trace);
    pthread_mutex_unlock(&trace->lock);
}

/* What a stranger said becomes the beginning, or a part, of the contact's. */
static void bind_dialog(struct trace *trace, struct book *book,
                        const char *name, size_t length)
{
    struct dialog *dialog = dialog_find(trace, name, length);

    if (!dialog)
        (void)dialog_add(trace, book, name, length);
    else if (dialog->book->contact_id == 0)
        book_join(trace, book, dialog->book);
}

void trace_bind(struct trace *trace, const char *name, size_t length,
                uint64_t contact_id, int64_t now_us)
{
    assert(trace);

    if (is_off(trace) || !is_name(name, length) || contact_id == 0)
        return;

    pthread_mutex_lock(&trace->lock);
    struct book *book = book_find(trace, contact_id);

    if (!book)
        book = book_add(trace, contact_id, now_us);
    if (book)
        bind_dialog(trace, book, name, length);
    keep_bounds(trace);
    pthread_mutex_unlock(&trace->lock);
}

void trace_end(struct trace *trace, uint64_t contact_id, bool is_failure,
               int64_t now_us)
{
    assert(trace);

    pthread_mutex_lock(&trace->lock);
    struct book *book = book_find(trace, contact_id);

    if (book) {
        book->is_failed |= is_failure;
        book->since_us = now_us;
        book_put(trace, book, book->is_failed ? SHELF_FAILED : SHELF_DONE);
    }
    pthread_mutex_unlock(&trace->lock);
}

/* On a shelf the one that is due first stands first. */
static void expire(struct trace *trace, enum shelf_id id, int64_t keep_us,
                   int64_t now_us)
{
    struct shelf *shelf = &trace->shelves[id];

    while (shelf->first && now_us - shelf->first->since_us >= keep_us)
        book_remove(trace, shelf->first);
}

void trace_forget(struct trace *trace, uint64_t contact_id)
{
    assert(trace);

    pthread_mutex_lock(&trace->lock);
    struct book *book = book_find(trace, contact_id);

    if (book)
        book_remove(trace, book);
    pthread_mutex_unlock(&trace->lock);
}

void trace_expire(struct trace *trace, int64_t now_us)
{
    assert(trace);

    pthread_mutex_lock(&trace->lock);
    expire(trace, SHELF_STRANGERS, STRANGER_US, now_us);
    expire(trace, SHELF_DONE, trace->settings.keep_us, now_us);
    expire(trace, SHELF_FAILED, trace->settings.keep_failed_us, now_us);
    pthread_mutex_unlock(&trace->lock);
}

int trace_read(struct trace *trace, uint64_t contact_id,
               struct trace_copy *ret_copy)
{
    assert(trace && ret_copy);

    pthread_mutex_lock(&trace->lock);
    const struct book *book = contact_id ? book_find(trace, contact_id) : NULL;
    int rc = book ? book_copy(book, ret_copy) : -ENOENT;
    pthread_mutex_unlock(&trace->lock);
    return rc;
}

void trace_copy_done(struct trace_copy *copy)
{
    assert(copy);

    free(copy->entries);
    free(copy->bytes);
    *copy = (struct trace_copy){ 0 };
}

void trace_figures(struct trace *trace, struct trace_figures *ret_figures)
{
    assert(trace && ret_figures);

    pthread_mutex_lock(&trace->lock);
    *ret_figures = (struct trace_figures){
        .bytes = trace->bytes,
        .contacts = trace->contacts,
        .dropped = trace->dropped,
    };
    pthread_mutex_unlock(&trace->lock);
}

void trace_address_set(struct trace_address *address,
                       const struct sockaddr *from)
{
    assert(address && from);

    struct sockaddr_in v4;
    struct sockaddr_in6 v6;

    *address = (struct trace_address){ 0 };
    if (from->sa_family == AF_INET) {
        memcpy(&v4, from, sizeof(v4));
        memcpy(address->bytes, &v4.sin_addr, 4);
        address->port = ntohs(v4.sin_port);
    } else if (from->sa_family == AF_INET6) {
        memcpy(&v6, from, sizeof(v6));
        memcpy(address->bytes, &v6.sin6_addr, 16);
        address->port = ntohs(v6.sin6_port);
        address->is_v6 = true;
    }
}
