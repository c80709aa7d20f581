/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Speaking a text with espeak-ng. */

#ifndef WORKER_SPEECH_H
#define WORKER_SPEECH_H

#include "worker/samples.h"

/**
 * Loads the voice of a language. Reads files; once a process.
 *
 * @return WORKER_DONE, WORKER_NO_VOICE or WORKER_FAILED
 */
enum worker_outcome speech_open(enum speech language);

/**
 * Speaks a text. It is never markup: no file can be named in it (SSML knows
 * <audio src="...">), and no command can be hidden in it.
 *
 * @param text  terminated UTF-8
 *
 * @return WORKER_DONE, WORKER_NOTHING_SAID, WORKER_TOO_LONG or WORKER_FAILED
 */
enum worker_outcome speech_say(const char *text, struct samples *to);

#endif
