/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A bell that any thread rings and the loop hears. */

#ifndef SERVER_BELL_H
#define SERVER_BELL_H

/*
 * Whoever works for the loop elsewhere puts down what came of it, where the
 * loop takes it from, and rings. However often it was rung meanwhile, it is
 * heard once: whoever hears it takes all there is.
 */
struct loop;

struct bell {
    struct loop *loop; /* NULL: it does not hang */
    int fd;
    void (*heard)(void *arg);
    void *arg;
};

/**
 * Hangs it up; heard(arg) is called by the loop.
 *
 * @return 0, -ENOMEM, or what eventfd() gives (-EMFILE, -ENFILE): then it does
 *         not hang
 */
int bell_init(struct bell *bell, struct loop *loop, void (*heard)(void *arg),
              void *arg);

/** By the loop's thread, when nobody rings any more; one of zeros, that never
 *  hung, is fine. */
void bell_done(struct bell *bell);

/** By any thread, and never waits. @param bell  a struct bell: for those who
 *  are given what to call, and with what */
void bell_ring(void *bell);

#endif
