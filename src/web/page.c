/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Doubling memory. */

#include "web/page.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_ROOM = 4096 };

static bool make_room(struct page *page, size_t more)
{
    size_t wanted = PAGE_HEADROOM + page->length + more + 1;
    size_t room = page->room ? page->room : FIRST_ROOM;

    if (page->is_spoilt)
        return false;
    if (wanted <= page->room)
        return true;
    while (room < wanted)
        room *= 2;
    char *text = realloc(page->text, room);
    page->is_spoilt = !text;
    if (!text)
        return false;
    page->text = text;
    page->room = room;
    return true;
}

void page_add_bytes(struct page *page, const void *bytes, size_t length)
{
    assert(page && (bytes || length == 0));

    if (!make_room(page, length))
        return;
    char *to = page->text + PAGE_HEADROOM + page->length;
    if (length > 0)
        memcpy(to, bytes, length);
    to[length] = '\0';
    page->length += length;
}

void page_add(struct page *page, const char *text)
{
    assert(page);

    if (text)
        page_add_bytes(page, text, strlen(text));
    else
        page->is_spoilt = true;
}

void page_add_number(struct page *page, long long number)
{
    char text[24];

    (void)snprintf(text, sizeof(text), "%lld", number);
    page_add(page, text);
}

void page_cut(struct page *page, size_t length)
{
    assert(page && length <= page->length);

    page->length = length;
}

void page_done(struct page *page)
{
    assert(page);

    free(page->text);
    *page = (struct page){ 0 };
}
