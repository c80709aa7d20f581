/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sound that somebody's request has made: whether it may, and what came of it. */

#ifndef WEB_SOUND_MAKING_H
#define WEB_SOUND_MAKING_H

#include "jobs/prompt_sounds.h"
#include "web/exchange.h"

/*
 * Of whatever has a worker speak a text or convert a file: setting a prompt or a
 * greeting, and hearing what a prompt once said. Before, the asker's budget is
 * looked at (sound_budget.h); after, what came to the disk is counted, also of a
 * sound that no prompt gets in the end, or that nobody waits for any more.
 */
struct sound_making {
    struct web *web;
    const struct prompt_shop *shop;
    uint64_t user_id; /* who asks */
    bool is_upload;
    enum worker_outcome outcome; /* of rc -EBADMSG */
    uint64_t new_bytes;          /* of a sound that was not there before */
    int rc;
};

/** @return false: there is no place for sounds, answered */
bool sound_making_init(struct exchange *exchange,
                       struct sound_making *ret_making);

/** Tells whether as many jobs wait as may; then it is answered. */
bool sound_making_is_crowded(struct exchange *exchange);

/** Tells whether the asker has made too much of late; then it is answered. */
bool sound_making_is_too_much(struct exchange *exchange);

/** Speaks a prompt's text, for a job: sets `rc`. */
void sound_making_speak(struct sound_making *making,
                        const struct event_prompt_set *prompt);

/** Converts a file, for a job: sets `rc`, and the prompt's sound. */
void sound_making_convert(struct sound_making *making, const void *bytes,
                          size_t length, struct event_prompt_set *prompt);

/** Counts what came to the disk: once, in the web thread. */
void sound_making_count(const struct sound_making *making);

/** Answers why there is no sound: `rc` is negative.
 *  @param field  that is to blame, or NULL */
void sound_making_refuse(struct exchange *exchange,
                         const struct sound_making *making, const char *field);

#endif
