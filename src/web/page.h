/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A message being written: text that grows, with room for its head. */

#ifndef WEB_PAGE_H
#define WEB_PAGE_H

#include <stdbool.h>
#include <stddef.h>

/* Zeroed at first. Adding needs no check after each step: without memory the
   page is spoilt, which is_spoilt tells. */
struct page {
    char *text;    /* owned; the message begins at PAGE_HEADROOM */
    size_t length; /* of the message */
    size_t room;
    bool is_spoilt;
};

enum {
    PAGE_HEADROOM = 64
}; /* for a frame's head, and what the library wants */

void page_add(struct page *page, const char *text); /* NULL: no memory */
void page_add_bytes(struct page *page, const void *bytes, size_t length);
void page_add_number(struct page *page, long long number);

/** Takes back what was added behind a length. */
void page_cut(struct page *page, size_t length);

void page_done(struct page *page);

#endif
