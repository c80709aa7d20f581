/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_MEDIA_CALL_LOAD_H
#define TESTS_MEDIA_CALL_LOAD_H

#include <netinet/in.h>
#include <stdint.h>

/*
 * The phones of many calls in one process: PCMU, 20 ms, both ways, for a relay
 * on 127.0.0.1. Each packet carries when it was sent, and the kernel says when
 * it came back, so this process may read late. What it sends late counts as
 * lost when it is, but for no delay; what its own sockets drop is no loss.
 */
struct call_load {
    int fds[2]; /* of the streams of even and of odd number */
    struct sockaddr_in at[2];
};

enum {
    LOAD_DELAY_US = 100, /* a step of the delays */
    LOAD_DELAYS = 1000,  /* the last one has all that are longer */
};

/* What became of the packets, those of the first 500 ms left out. */
struct load_tally {
    int64_t due; /* by the clock */
    int64_t sent;
    int64_t late; /* of those sent: more than 2 ms after they were due */
    int64_t received;
    int64_t dropped; /* by the sockets here, never more than all there were */
    int64_t delays[LOAD_DELAYS];
};

/* Opens the two sockets. 0, or a negative errno, and then it leaves open what
   it has. */
int call_load_open(struct call_load *ret_load);

void call_load_close(struct call_load *load);

/**
 * Sends to all streams, and hears what comes back, for so long and a
 * second more.
 *
 * @param ports    of each stream
 * @param streams  even, from 2
 * @param seconds  from 1
 */
void call_load_run(const struct call_load *load, const in_port_t *ports,
                   int streams, int seconds, struct load_tally *ret_tally);

/* What of all that was sent the relay lost; never negative. */
int64_t load_tally_lost(const struct load_tally *tally);

/* The delay, in microseconds, that 99 of 100 do not exceed; 0: no packets. */
int64_t load_tally_p99_us(const struct load_tally *tally);

#endif
