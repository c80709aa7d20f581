/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A mailbox between threads: order, bounds, and no message without a wake. */

#include "base/mailbox.h"

#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <sched.h>
#include <string.h>

#include "tests/failing_alloc.h"
#include "tests/test.h"

enum {
    SENDERS = 4,
    LETTERS = 20000, /* of each sender */
    LIMIT_MS = 60000,
};

struct letter {
    int sender;
    int number;
};

static struct mailbox *box_for(size_t capacity)
{
    struct mailbox *mailbox = NULL;

    assert_int_equal(mailbox_new(capacity, sizeof(struct letter), &mailbox), 0);
    return mailbox;
}

static int readable(const struct mailbox *mailbox, int wait_ms)
{
    struct pollfd waiting = { mailbox_fd(mailbox), POLLIN, 0 };

    return poll(&waiting, 1, wait_ms);
}

static void letters_come_in_the_order_sent(void **state)
{
    (void)state;
    struct mailbox *mailbox = box_for(4);
    struct letter letter = { 0 };

    /* Three rounds, so that the ring turns over. */
    for (int number = 0; number < 12; number += 3) {
        for (int i = 0; i < 3; i++)
            assert_int_equal(
                mailbox_push(mailbox, &(struct letter){ 1, number + i }), 0);
        assert_int_equal(mailbox_length(mailbox), 3);
        for (int i = 0; i < 3; i++) {
            assert_int_equal(mailbox_pop(mailbox, &letter), 1);
            assert_int_equal(letter.number, number + i);
        }
    }
    assert_int_equal(mailbox_length(mailbox), 0);
    mailbox_free(mailbox);
}

static void a_full_box_refuses_at_once(void **state)
{
    (void)state;
    struct mailbox *mailbox = box_for(2);
    struct letter letter = { 0, 7 };

    assert_int_equal(mailbox_push(mailbox, &letter), 0);
    assert_int_equal(mailbox_push(mailbox, &letter), 0);
    assert_int_equal(mailbox_push(mailbox, &letter), -EAGAIN);

    assert_int_equal(mailbox_pop(mailbox, &letter), 1);
    assert_int_equal(mailbox_push(mailbox, &letter), 0);
    assert_int_equal(mailbox_push(mailbox, &letter), -EAGAIN);
    mailbox_free(mailbox);
}

static void an_empty_box_leaves_the_letter_alone(void **state)
{
    (void)state;
    struct mailbox *mailbox = box_for(2);
    struct letter letter = { 3, 9 };

    assert_int_equal(mailbox_pop(mailbox, &letter), 0);
    assert_int_equal(letter.sender, 3);
    assert_int_equal(letter.number, 9);
    mailbox_free(mailbox);
}

static void the_descriptor_tells_when_to_look(void **state)
{
    (void)state;
    struct mailbox *mailbox = box_for(8);
    struct letter letter = { 0 };

    assert_int_equal(readable(mailbox, 0), 0);
    mailbox_push(mailbox, &letter);
    mailbox_push(mailbox, &letter);
    assert_int_equal(readable(mailbox, 0), 1);

    /* Whoever stops half-way is called again. */
    assert_int_equal(mailbox_pop(mailbox, &letter), 1);
    assert_int_equal(readable(mailbox, 0), 1);

    assert_int_equal(mailbox_pop(mailbox, &letter), 1);
    assert_int_equal(mailbox_pop(mailbox, &letter), 0);
    assert_int_equal(readable(mailbox, 0), 0);

    mailbox_push(mailbox, &letter);
    assert_int_equal(readable(mailbox, 0), 1);
    mailbox_free(mailbox);
}

static void what_nobody_waits_for_wakes_nobody(void **state)
{
    (void)state;
    struct mailbox *mailbox = box_for(2);
    struct letter letter = { .number = 1 };

    assert_int_equal(mailbox_push_quietly(mailbox, &letter), 0);
    assert_int_equal(readable(mailbox, 0), 0);
    letter.number = 2;
    assert_int_equal(mailbox_push(mailbox, &letter), 0);
    assert_int_equal(readable(mailbox, 0), 1);
    assert_int_equal(mailbox_push_quietly(mailbox, &letter), -EAGAIN);

    assert_int_equal(mailbox_pop(mailbox, &letter), 1);
    assert_int_equal(letter.number, 1);
    assert_int_equal(mailbox_pop(mailbox, &letter), 1);
    assert_int_equal(letter.number, 2);
    assert_int_equal(mailbox_pop(mailbox, &letter), 0);

    /* Whoever looks finds it all the same. */
    assert_int_equal(mailbox_push_quietly(mailbox, &letter), 0);
    assert_int_equal(readable(mailbox, 0), 0);
    assert_int_equal(mailbox_pop(mailbox, &letter), 1);

    /* It may be told of later. */
    assert_int_equal(mailbox_push_quietly(mailbox, &letter), 0);
    mailbox_wake(mailbox);
    assert_int_equal(readable(mailbox, 0), 1);
    assert_int_equal(mailbox_pop(mailbox, &letter), 1);
    mailbox_free(mailbox);
}

struct sender {
    struct mailbox *mailbox;
    int name;
};

static void *sends(void *argument)
{
    const struct sender *sender = argument;

    for (int number = 0; number < LETTERS; number++) {
        struct letter letter = { sender->name, number };

        while (mailbox_push(sender->mailbox, &letter) == -EAGAIN)
            sched_yield();
    }
    return NULL;
}

/* The receiver sleeps on the descriptor, and takes at most so many a turn. */
static void nothing_is_lost_among_threads(size_t capacity, int per_turn)
{
    struct mailbox *mailbox = box_for(capacity);
    struct sender senders[SENDERS];
    pthread_t threads[SENDERS];
    int next[SENDERS] = { 0 };
    int received = 0;

    for (int i = 0; i < SENDERS; i++) {
        senders[i] = (struct sender){ mailbox, i };
        assert_int_equal(pthread_create(&threads[i], NULL, sends, &senders[i]),
                         0);
    }

    while (received < SENDERS * LETTERS) {
        struct letter letter;

        assert_int_equal(readable(mailbox, LIMIT_MS), 1);
        for (int i = 0; i < per_turn && mailbox_pop(mailbox, &letter); i++) {
            assert_int_equal(letter.number, next[letter.sender]);
            next[letter.sender]++;
            received++;
        }
    }

    for (int i = 0; i < SENDERS; i++)
        assert_int_equal(pthread_join(threads[i], NULL), 0);
    mailbox_free(mailbox);
}

static void nothing_is_lost_in_a_narrow_box(void **state)
{
    (void)state;
    nothing_is_lost_among_threads(2, 1000);
}

static void nothing_is_lost_by_a_receiver_who_takes_one_a_turn(void **state)
{
    (void)state;
    nothing_is_lost_among_threads(64, 1);
}

static void nothing_is_lost_in_a_wide_box(void **state)
{
    (void)state;
    nothing_is_lost_among_threads(1024, 100000);
}

static void survives_every_failed_allocation(void **state)
{
    (void)state;
    int before = live_blocks();
    int successes = 0;
    int rc;

    do {
        struct mailbox *mailbox = NULL;

        fail_alloc_after(successes++);
        rc = mailbox_new(16, 8, &mailbox);
        fail_alloc_after(FAIL_NO_ALLOC);

        assert_true(rc == 0 || (rc == -ENOMEM && !mailbox));
        mailbox_free(mailbox);
        assert_int_equal(live_blocks(), before);
    } while (rc == -ENOMEM);

    assert_int_equal(successes, 4); /* itself, turns, messages; then none */
}

int main(void)
{
    struct test_list list = { 0 };

    TEST_LIST_ADD(&list, letters_come_in_the_order_sent);
    TEST_LIST_ADD(&list, a_full_box_refuses_at_once);
    TEST_LIST_ADD(&list, an_empty_box_leaves_the_letter_alone);
    TEST_LIST_ADD(&list, the_descriptor_tells_when_to_look);
    TEST_LIST_ADD(&list, what_nobody_waits_for_wakes_nobody);
    TEST_LIST_ADD(&list, nothing_is_lost_in_a_narrow_box);
    TEST_LIST_ADD(&list, nothing_is_lost_by_a_receiver_who_takes_one_a_turn);
    TEST_LIST_ADD(&list, nothing_is_lost_in_a_wide_box);
    TEST_LIST_ADD(&list, survives_every_failed_allocation);
    return test_list_run(&list);
}
