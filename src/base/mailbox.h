/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Flat messages from many threads to one, with a descriptor to wait on. */

#ifndef BASE_MAILBOX_H
#define BASE_MAILBOX_H

#include <stddef.h>

/*
 * Threads share nothing but mailboxes. A message is a plain struct, copied in
 * and copied out: no pointer in it may belong to a thread. The box is bounded,
 * so overload is an answer the sender gets at once (-EAGAIN) and not memory
 * that grows; sending never waits, not even for another sender.
 *
 * Messages of one sender arrive in the order sent. The descriptor is readable
 * while there may be something to take; one write wakes for any number of
 * messages.
 *
 * Source: the bounded queue of D. Vyukov (1024cores.net, "Bounded MPMC
 * queue"), here with one receiver.
 */
struct mailbox;

/**
 * Makes an empty mailbox.
 *
 * @param capacity      messages it can hold: a power of two, 2 to 2^20
 * @param message_size  bytes of each; at least 1
 * @param ret_mailbox   on success, the mailbox; release with mailbox_free()
 *
 * @return 0, -ENOMEM, or what eventfd() gives (-EMFILE, -ENFILE)
 */
int mailbox_new(size_t capacity, size_t message_size,
                struct mailbox **ret_mailbox);

/**
 * Throws a mailbox away with what is in it. No thread may use it any more.
 *
 * @param mailbox  may be NULL
 *
 * @return NULL always
 */
struct mailbox *mailbox_free(struct mailbox *mailbox);

/**
 * Sends a message. Any thread; never waits. O(1).
 *
 * @param message  message_size bytes, copied
 *
 * @return 0, or -EAGAIN: full
 */
int mailbox_push(struct mailbox *mailbox, const void *message);

/**
 * The same for what nobody waits for: it wakes nobody, and is found by whoever
 * looks, or is woken by something else.
 */
int mailbox_push_quietly(struct mailbox *mailbox, const void *message);

/**
 * Makes the descriptor readable, for what was pushed quietly. Any thread; never
 * waits.
 */
void mailbox_wake(struct mailbox *mailbox);

/**
 * Takes the oldest message. Only the receiving thread. O(1). Whoever stops
 * before 0 finds the descriptor readable again.
 *
 * @param ret_message  message_size bytes; untouched when there is none
 *
 * @return 1, or 0 when the box is empty
 */
int mailbox_pop(struct mailbox *mailbox, void *ret_message);

/**
 * The descriptor to poll for reading. Do not read it; mailbox_pop() does.
 */
int mailbox_fd(const struct mailbox *mailbox);

/**
 * Counts the messages in the box, roughly while others send: for limits and
 * metrics. Any thread.
 */
size_t mailbox_length(const struct mailbox *mailbox);

#endif
