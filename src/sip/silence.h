/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For how long each TCP connection of a stranger has said nothing. */

#ifndef SIP_SILENCE_H
#define SIP_SILENCE_H

#include <stdbool.h>
#include <stdint.h>

#include "sip/libre.h"

/*
 * Whoever connects has something to ask, and is a stranger until it has proven
 * to be a phone or is a trunk. A stranger's connection that brings no whole
 * request for a while is a broken one, or one that is held open for its own
 * sake: bytes, and requests that are refused as broken, do not count. Those
 * that we know may be silent for as long as libre lets them (900 s): phones
 * keep a connection between two REGISTERs.
 *
 * Kept by descriptor; another peer at the same one is another connection.
 */
struct signal_silence;

/** @return 0 or -ENOMEM */
int signal_silence_new(int max_fds, struct signal_silence **ret_silence);

/** Takes NULL, returns NULL. */
struct signal_silence *signal_silence_free(struct signal_silence *silence);

/** Notes that a whole request came by a connection. */
void signal_silence_heard(struct signal_silence *silence, int fd,
                          const struct sa *peer, int64_t now_us);

/** Notes that a connection is that of somebody we know. */
void signal_silence_know(struct signal_silence *silence, int fd,
                         const struct sa *peer);

/**
 * Tells for how long a stranger's connection has been silent, 0 at first sight.
 *
 * @return microseconds, or -1: it is no stranger's
 */
int64_t signal_silence_of(struct signal_silence *silence, int fd,
                          const struct sa *peer, int64_t now_us);

#endif
