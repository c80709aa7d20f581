/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Letters from one thread to another, and a descriptor to wait on. */

#ifndef CLIENT_LETTERBOX_H
#define CLIENT_LETTERBOX_H

#include <stddef.h>

/* The first member of whoever's own struct; it belongs to the box until it is
   taken. */
struct letter {
    struct letter *next;
};

struct letterbox;

/** @return 0, -ENOMEM, or what eventfd() gives */
int letterbox_new(struct letterbox **ret_box);

/** Only when it is empty. NULL is fine. @return NULL always */
struct letterbox *letterbox_free(struct letterbox *box);

/** Puts a letter in, behind the others. */
void letterbox_put(struct letterbox *box, struct letter *letter);

/** Takes the oldest; NULL: there is none. */
struct letter *letterbox_take(struct letterbox *box);

/** How many are in it. */
size_t letterbox_count(struct letterbox *box);

/** Readable while there are letters; borrowed. */
int letterbox_fd(const struct letterbox *box);

#endif
