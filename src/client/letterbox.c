/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A locked list and an eventfd. */

#include "client/letterbox.h"

#include <assert.h>
#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <unistd.h>

struct letterbox {
    pthread_mutex_t lock;
    struct letter *first;
    struct letter **end;
    size_t count;
    int fd;
};

int letterbox_new(struct letterbox **ret_box)
{
    assert(ret_box);

    struct letterbox *box = calloc(1, sizeof(*box));
    if (!box)
        return -ENOMEM;
    box->fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (box->fd < 0) {
        int rc = -errno;
        free(box);
        return rc;
    }
    box->end = &box->first;
    pthread_mutex_init(&box->lock, NULL);
    *ret_box = box;
    return 0;
}

struct letterbox *letterbox_free(struct letterbox *box)
{
    if (!box)
        return NULL;

    assert(!box->first);
    close(box->fd);
    pthread_mutex_destroy(&box->lock);
    free(box);
    return NULL;
}

void letterbox_put(struct letterbox *box, struct letter *letter)
{
    assert(box && letter);

    letter->next = NULL;
    pthread_mutex_lock(&box->lock);
    *box->end = letter;
    box->end = &letter->next;
    if (box->count++ == 0)
        (void)eventfd_write(box->fd, 1);
    pthread_mutex_unlock(&box->lock);
}

struct letter *letterbox_take(struct letterbox *box)
{
    eventfd_t rings;

    assert(box);

    pthread_mutex_lock(&box->lock);
    struct letter *letter = box->first;
    if (letter) {
        box->first = letter->next;
        if (--box->count == 0) {
            box->end = &box->first;
            (void)eventfd_read(box->fd, &rings);
        }
    }
    pthread_mutex_unlock(&box->lock);
    return letter;
}

size_t letterbox_count(struct letterbox *box)
{
    assert(box);

    pthread_mutex_lock(&box->lock);
    size_t count = box->count;
    pthread_mutex_unlock(&box->lock);
    return count;
}

int letterbox_fd(const struct letterbox *box)
{
    assert(box);

    return box->fd;
}
