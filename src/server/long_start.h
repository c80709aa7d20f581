/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A start that takes its time, told to those who wait for it. */

#ifndef SERVER_LONG_START_H
#define SERVER_LONG_START_H

#include <stdbool.h>
#include <stdint.h>

#include "store/store.h"

/*
 * After an upgrade, or without a snapshot that can be read, a start reads all
 * that ever happened: a minute for a million and a half of events. Nobody is
 * served meanwhile, and whoever looks must not take it for a hang: what begins
 * is told, and then every LONG_START_EVERY_US how far it is.
 */

enum {
    LONG_START_EVERY_US = 10000000,
    LONG_START_EVENTS = 100000, /* fewer than so many need no word at once */
    LONG_START_WORDS = 160,     /* bytes of a sentence */
};

/* Zeroed, it has told nothing. */
struct long_start {
    int64_t told_us; /* ... last */
    bool has_told_schema, has_told_events;
};

/**
 * Says what is to be told of a progress now, if anything is. Plain numbers and
 * English words, for the log.
 *
 * @param now_us     by any clock that only goes forward
 * @param ret_words  the sentence; untouched where there is none
 *
 * @return whether there is one
 */
bool long_start_words(struct long_start *start,
                      const struct store_progress *progress, int64_t now_us,
                      char ret_words[LONG_START_WORDS]);

#endif
