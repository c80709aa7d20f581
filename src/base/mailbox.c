/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A ring of cells, each with the number of the turn that may use it next. */

#include "base/mailbox.h"

#include <assert.h>
#include <errno.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <unistd.h>

enum {
    MAX_CAPACITY = 1 << 20,
    CACHE_LINE = 64,
};

/*
 * Cell i takes the messages i, i + capacity, i + 2 capacity, ... Its turn is
 * the message's number while a sender may write, that number + 1 while the
 * receiver may read, and number + capacity once it was read.
 */
struct mailbox {
    size_t mask; /* capacity - 1 */
    size_t message_size;
    atomic_size_t *turns;
    char *messages;
    int fd;

    /* Senders and the receiver must not fight for one line of the cache. */
    char apart[CACHE_LINE];
    atomic_size_t sent; /* number of the next message */
    char from_each[CACHE_LINE];
    atomic_size_t taken;
    char other[CACHE_LINE];
    atomic_bool woken; /* a sender writes to the descriptor, or has done so,
                          and it was not read since */
};

static bool is_power_of_two(size_t number)
{
    return number != 0 && (number & (number - 1)) == 0;
}

int mailbox_new(size_t capacity, size_t message_size,
                struct mailbox **ret_mailbox)
{
    assert(ret_mailbox && message_size > 0);
    assert(capacity >= 2 && capacity <= MAX_CAPACITY);
    assert(is_power_of_two(capacity));

    struct mailbox *mailbox = calloc(1, sizeof(*mailbox));
    if (!mailbox)
        return -ENOMEM;

    mailbox->mask = capacity - 1;
    mailbox->message_size = message_size;
    mailbox->turns = calloc(capacity, sizeof(*mailbox->turns));
    mailbox->messages = calloc(capacity, message_size);
    mailbox->fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);

    if (!mailbox->turns || !mailbox->messages || mailbox->fd < 0) {
        int rc = mailbox->fd < 0 ? -errno : -ENOMEM;
        mailbox_free(mailbox);
        return rc;
    }

    for (size_t i = 0; i < capacity; i++)
        atomic_init(&mailbox->turns[i], i);
    atomic_init(&mailbox->sent, 0);
    atomic_init(&mailbox->taken, 0);
    atomic_init(&mailbox->woken, false);

    *ret_mailbox = mailbox;
    return 0;
}

struct mailbox *mailbox_free(struct mailbox *mailbox)
{
    if (!mailbox)
        return NULL;

    if (mailbox->fd >= 0)
        close(mailbox->fd);
    free(mailbox->turns);
    free(mailbox->messages);
    free(mailbox);
    return NULL;
}

/* Whoever finds the receiver not woken wakes it; the others need not. */
void mailbox_wake(struct mailbox *mailbox)
{
    assert(mailbox);

    static const uint64_t one = 1;

    if (atomic_exchange(&mailbox->woken, true))
        return;

    /* The counter cannot be full: only a change of woken adds to it. */
    while (write(mailbox->fd, &one, sizeof(one)) < 0 && errno == EINTR)
        continue;
}

/* False: nobody has written, or somebody is about to, which wakes again. */
static bool forget_wake(struct mailbox *mailbox)
{
    uint64_t count;
    ssize_t got;

    if (!atomic_load(&mailbox->woken))
        return false;

    do
        got = read(mailbox->fd, &count, sizeof(count));
    while (got < 0 && errno == EINTR);
    if (got < 0)
        return false;

    atomic_exchange(&mailbox->woken, false);
    return true;
}

/* Claims the number of the next message; false when its cell is still full. */
static bool claim(struct mailbox *mailbox, size_t *ret_number)
{
    size_t number = atomic_load_explicit(&mailbox->sent, memory_order_relaxed);

    for (;;) {
        atomic_size_t *turn = &mailbox->turns[number & mailbox->mask];
        size_t now = atomic_load_explicit(turn, memory_order_acquire);

        if (now == number) {
            if (atomic_compare_exchange_weak_explicit(
                    &mailbox->sent, &number, number + 1, memory_order_relaxed,
                    memory_order_relaxed)) {
                *ret_number = number;
                return true;
            }
        } else if ((ptrdiff_t)(now - number) < 0) {
            return false;
        } else {
            number = atomic_load_explicit(&mailbox->sent, memory_order_relaxed);
        }
    }
}

int mailbox_push_quietly(struct mailbox *mailbox, const void *message)
{
    assert(mailbox && message);

    size_t number;
    if (!claim(mailbox, &number))
        return -EAGAIN;

    size_t cell = number & mailbox->mask;
    memcpy(mailbox->messages + cell * mailbox->message_size, message,
           mailbox->message_size);
    atomic_store_explicit(&mailbox->turns[cell], number + 1,
                          memory_order_release);
    return 0;
}

int mailbox_push(struct mailbox *mailbox, const void *message)
{
    int rc = mailbox_push_quietly(mailbox, message);

    if (rc == 0)
        mailbox_wake(mailbox);
    return rc;
}

static bool take(struct mailbox *mailbox, void *ret_message)
{
    size_t number = atomic_load_explicit(&mailbox->taken, memory_order_relaxed);
    size_t cell = number & mailbox->mask;

    if (atomic_load_explicit(&mailbox->turns[cell], memory_order_acquire) !=
        number + 1)
        return false;

    memcpy(ret_message, mailbox->messages + cell * mailbox->message_size,
           mailbox->message_size);
    atomic_store_explicit(&mailbox->turns[cell], number + mailbox->mask + 1,
                          memory_order_release);
    atomic_store_explicit(&mailbox->taken, number + 1, memory_order_relaxed);
    return true;
}

int mailbox_pop(struct mailbox *mailbox, void *ret_message)
{
    assert(mailbox && ret_message);

    if (take(mailbox, ret_message))
        return 1;

    /*
     * Empty, so far. After this a sender wakes anew; what was sent just before
     * is found by looking once more, and what lies behind it by being woken.
     * A slow sender may write to the descriptor after its message was taken:
     * until then it stays the one who wakes.
     */
    if (!forget_wake(mailbox) || !take(mailbox, ret_message))
        return 0;

    mailbox_wake(mailbox);
    return 1;
}

int mailbox_fd(const struct mailbox *mailbox)
{
    assert(mailbox);

    return mailbox->fd;
}

size_t mailbox_length(const struct mailbox *mailbox)
{
    assert(mailbox);

    size_t taken = atomic_load_explicit(&mailbox->taken, memory_order_relaxed);
    size_t sent = atomic_load_explicit(&mailbox->sent, memory_order_relaxed);

    return sent - taken;
}
