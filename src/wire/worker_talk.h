/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the server and cclite-worker say to each other. */

#ifndef WIRE_WORKER_TALK_H
#define WIRE_WORKER_TALK_H

#include <stdbool.h>
#include <stdint.h>

#include "core/words.h"

/*
 * One question and one answer: the server starts a worker for each, writes the
 * question with its bytes into the worker's standard input, and reads the
 * answer with its bytes from the standard output. Both run on one machine and
 * come from one build, so numbers are as they lie in memory; `magic` is there
 * to notice when that is not so. What a worker says is not trusted: whoever
 * reads an answer checks every number of it.
 */
enum {
    WORKER_MAGIC = 0x43435733, /* changes with this file */
    WORKER_RATE_HZ = 8000,
    WORKER_MAX_S = 300, /* of sound */
    WORKER_MAX_SAMPLES = WORKER_MAX_S * WORKER_RATE_HZ,
    WORKER_MAX_TEXT = 1023,             /* bytes */
    WORKER_MAX_FILE = 16 * 1024 * 1024, /* bytes */
    WORKER_VOICE_SIZE = 32,
    WORKER_SPEED = 150,    /* words a minute; a little slower than espeak-ng */
    WORKER_MIN_SPEED = 80, /* ... speaks no slower and no faster than these */
    WORKER_MAX_SPEED = 450,
};

/* Names the way a text becomes sound; another one is another sound. */
#define WORKER_VOICE_VERSION "cclite-2 espeak-ng-" ESPEAK_NG_VERSION

/*
 * Who speaks a language, and how fast. A name is what espeak-ng calls a voice of
 * the language, and perhaps one of its variants: "en-us", "en-gb+f3". Which ones
 * there are the worker knows alone. A plain value: "" and 0 are the presets.
 */
struct worker_voice {
    char name[WORKER_VOICE_SIZE];
    uint32_t speed; /* words a minute */
};

/* By enum speech. */
struct worker_voices {
    struct worker_voice of[speech_count];
};

enum worker_task {
    WORKER_SPEAK,   /* bytes: UTF-8 text, without a terminator */
    WORKER_CONVERT, /* bytes: a WAV file */
    worker_task_count,
};

struct worker_question {
    uint32_t magic;
    uint32_t task;             /* enum worker_task */
    uint32_t language;         /* enum speech, of WORKER_SPEAK */
    uint32_t length;           /* of the bytes that follow */
    struct worker_voice voice; /* of WORKER_SPEAK */
};

/* How it came out; what it says is for people. */
enum worker_outcome {
#define OUTCOME(CODE, says) WORKER_##CODE,
#include "wire/worker_outcome.def"
    worker_outcome_count,
};

/* Of a WORKER_DONE, 1 to WORKER_MAX_SAMPLES samples follow: 16 bit, mono,
   WORKER_RATE_HZ. Else nothing. */
struct worker_answer {
    uint32_t magic;
    uint32_t outcome; /* enum worker_outcome */
    uint32_t samples;
};

/** The voice that a language is spoken by unless another is chosen. */
const char *worker_voice_preset(enum speech language);

/**
 * Tells whether a name may be one of a voice of the language: it begins with the
 * language, then -, a to z and 0 to 9, and behind + letters, digits, - and _.
 * Whether there is such a voice it does not tell.
 */
bool worker_voice_is_named(enum speech language, const char *name);

/** Its name for programs: "speak". */
const char *worker_task_name(enum worker_task task);

/** Says why, in English, marked for translation; "" of WORKER_DONE. */
const char *worker_outcome_text(enum worker_outcome outcome);

#endif
