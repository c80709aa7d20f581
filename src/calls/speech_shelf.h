/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Speeches that were made lately, in case somebody is to hear one again. */

#ifndef CALLS_SPEECH_SHELF_H
#define CALLS_SPEECH_SHELF_H

#include <stddef.h>

#include "core/record.h"
#include "media/sound.h"

/*
 * A speech is known by a key, the SHA-256 of its text, language and voice. The
 * shelf holds so many and so much of them, in memory alone: what callers are
 * told may be about themselves. Who has not been asked for longest makes room.
 */
struct speech_shelf;

enum {
    SPEECH_SHELF_MAX = 1000,  /* speeches */
    SPEECH_SHELF_MAX_S = 900, /* of sound, in all: 14.4 MB */
};

int speech_shelf_new(struct speech_shelf **ret_shelf); /* 0 or -ENOMEM */

/** NULL is fine. @return NULL always */
struct speech_shelf *speech_shelf_free(struct speech_shelf *shelf);

/** Finds a speech. O(speeches). @return borrowed, or NULL */
struct sound *speech_shelf_find(struct speech_shelf *shelf,
                                const struct digest *key);

/** Keeps a speech, unless it is longer than all the shelf, or known already.
 *  Takes a reference of its own. */
void speech_shelf_keep(struct speech_shelf *shelf, const struct digest *key,
                       struct sound *speech);

/** How much there is. */
size_t speech_shelf_count(const struct speech_shelf *shelf);

#endif
