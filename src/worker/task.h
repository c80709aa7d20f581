/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked of a worker, done. */

#ifndef WORKER_TASK_H
#define WORKER_TASK_H

#include "worker/samples.h"

/**
 * Makes sound of a WAV file, as loud as prompts are.
 *
 * @return WORKER_DONE, with 1 sample at least, or why not
 */
enum worker_outcome task_convert(const uint8_t *bytes, size_t length,
                                 struct samples *to);

/** The same of a text; after speech_open(). */
enum worker_outcome task_speak(const char *text, struct samples *to);

#endif
