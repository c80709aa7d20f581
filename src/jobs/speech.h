/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text with values in it, made ready for a voice and spoken by a worker. */

#ifndef JOBS_SPEECH_H
#define JOBS_SPEECH_H

#include "core/record.h"
#include "jobs/worker.h"

/* What is to be spoken. A plain value. */
struct utterance {
    enum speech language;
    struct worker_voice voice;
    char words[WORKER_MAX_TEXT + 1]; /* values in words; never "" */
    struct digest key; /* of words, language, voice and speed: equal
                          speeches, equal keys */
};

/**
 * Puts a text's values into words, as lang/sentence.h has it.
 *
 * @param voices      of which its language's speaks
 * @param text        with values in braces
 * @param ret_speech  on success
 *
 * @return 0, -ENODATA: nothing to be said, or -ENOSPC: more than
 *         WORKER_MAX_TEXT bytes
 */
int speech_prepare(const struct worker_voices *voices, enum speech language,
                   const char *text, struct utterance *ret_speech);

/**
 * Lets a worker speak it. Blocks: for a job's thread.
 *
 * @param ret_result  on success; free its samples
 *
 * @return 0, -EBADMSG: it cannot be spoken (ret_outcome says why), or what
 *         worker_ask() returns
 */
int speech_speak(const struct worker *worker, const struct utterance *speech,
                 struct worker_result *ret_result,
                 enum worker_outcome *ret_outcome);

/** The key of a text in a voice of that language. */
void speech_key(const struct worker_voice *voice, enum speech language,
                const char *words, struct digest *ret_key);

#endif
