/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_MEDIA_PLAIN_RELAY_H
#define TESTS_MEDIA_PLAIN_RELAY_H

#include <netinet/in.h>

/*
 * The least that a relay can do, to measure others by: one thread, one socket
 * for each stream, epoll, recvfrom() and sendto(). Streams 2k and 2k + 1 are a
 * call; what one receives goes out of the other, to the peer of that.
 */
struct plain_relay;

/**
 * @param streams    even, from 2
 * @param peers      for each stream, where it sends to
 * @param ret_ports  for each stream, its port on 127.0.0.1
 *
 * @return the relay, at work; NULL with errno of what failed
 */
struct plain_relay *plain_relay_new(int streams,
                                    const struct sockaddr_in *peers,
                                    in_port_t *ret_ports);

/* Waits up to 100 ms for its thread. */
void plain_relay_free(struct plain_relay *relay);

#endif
