/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sounds that prompts had: the last few of each are kept. */

#ifndef JOBS_PROMPT_PAST_H
#define JOBS_PROMPT_PAST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/event.h"

/*
 * A version of a prompt is an event of the journal. Of a text nothing need be
 * kept: it is spoken anew. Of what was uploaded or recorded by phone the file
 * is all there is; so the last PROMPT_PAST_SOUNDS different ones of each prompt
 * stay, what it plays now among them, and with them what the disk holds is
 * bounded. A prompt that is removed has no past.
 */
enum { PROMPT_PAST_SOUNDS = 6 };

struct prompt_past;

/** @return 0 or -ENOMEM */
int prompt_past_new(struct prompt_past **ret_past);

/** NULL is fine. @return NULL always */
struct prompt_past *prompt_past_free(struct prompt_past *past);

/** Takes note of an event, in their order; all but those of prompts change
 *  nothing. @return 0 or -ENOMEM */
int prompt_past_add(struct prompt_past *past, const struct event *event);

/** Tells whether an object, the first half of a key, is to be kept. */
bool prompt_past_has(const struct prompt_past *past, const char *object);

/**
 * Asks the journal for what prompts were, each by itself and no further back
 * than is kept: however many there are and however long they have been changed,
 * no question takes long. Blocks: for a job whose hands are a reader.
 *
 * @param ids  of the prompts that there are
 *
 * @return 0 or negative errno
 */
int prompt_past_read(void *hands, const uint64_t *ids, size_t count,
                     struct prompt_past *past);

#endif
