/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Speaking a text with espeak-ng. */

#ifndef WORKER_SPEECH_H
#define WORKER_SPEECH_H

#include "worker/samples.h"

/**
 * Loads a voice of a language. Reads files; once a process.
 *
 * @param voice  "" and 0 in it are the presets; a name that espeak-ng does not
 *               know, or a variant that it does not, is no voice
 *
 * @return WORKER_DONE, WORKER_NO_VOICE or WORKER_FAILED
 */
enum worker_outcome speech_open(enum speech language,
                                const struct worker_voice *voice);

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
