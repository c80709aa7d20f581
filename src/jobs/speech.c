/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a text to words, and from words to samples. */

#include "config.h"

#include "jobs/speech.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/sha256.h"
#include "lang/sentence.h"

static enum language language_of(enum speech language)
{
    enum language found = LANGUAGE_EN;

    (void)lang_find(word_spell(&word_list_speech, (int)language), &found);
    return found;
}

static void hash_text(struct sha256 *hash, const char *text)
{
    sha256_add(hash, text, strlen(text) + 1); /* so that no two run together */
}

/* As it is spoken, whether that was chosen or is the preset. */
static void hash_voice(struct sha256 *hash, const struct worker_voice *voice,
                       enum speech language)
{
    char speed[16];

    (void)snprintf(speed, sizeof(speed), "%" PRIu32,
                   voice->speed ? voice->speed : WORKER_SPEED);
    hash_text(hash,
              voice->name[0] ? voice->name : worker_voice_preset(language));
    hash_text(hash, speed);
}

void speech_key(const struct worker_voice *voice, enum speech language,
                const char *words, struct digest *ret_key)
{
    struct sha256 hash;
    unsigned char digest[SHA256_SIZE];

    assert(voice && words && ret_key);

    sha256_init(&hash);
    hash_text(&hash, WORKER_VOICE_VERSION);
    hash_voice(&hash, voice, language);
    hash_text(&hash, word_spell(&word_list_speech, (int)language));
    hash_text(&hash, words);
    sha256_end(&hash, digest);
    *ret_key = (struct digest){ "" };
    sha256_spell(digest, ret_key->text);
}

int speech_prepare(const struct worker_voices *voices, enum speech language,
                   const char *text, struct utterance *ret_speech)
{
    assert(voices && (unsigned)language < speech_count && text && ret_speech);

    struct utterance speech = { .language = language,
                                .voice = voices->of[language] };
    int rc = sentence_write(language_of(language), SENTENCE_SPOKEN, text,
                            speech.words, sizeof(speech.words));

    if (rc < 0)
        return rc;
    if (!speech.words[strspn(speech.words, " ")])
        return -ENODATA;

    speech_key(&speech.voice, language, speech.words, &speech.key);
    *ret_speech = speech;
    return 0;
}

int speech_speak(const struct worker *worker, const struct utterance *speech,
                 struct worker_result *ret_result,
                 enum worker_outcome *ret_outcome)
{
    const struct worker_question question = {
        .task = WORKER_SPEAK,
        .language = (uint32_t)speech->language,
        .length = (uint32_t)strlen(speech->words),
        .voice = speech->voice,
    };
    int rc = worker_ask(worker, &question, speech->words, ret_result);

    if (rc == 0 && ret_result->outcome != WORKER_DONE) {
        *ret_outcome = ret_result->outcome;
        rc = -EBADMSG;
    }
    return rc;
}
