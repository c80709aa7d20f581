/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tasks' names and the outcomes' texts. */

#include "wire/worker_talk.h"

#include <assert.h>
#include <string.h>

#include "base/mark.h"

static const char small[] = "abcdefghijklmnopqrstuvwxyz0123456789-";
static const char any[] = "abcdefghijklmnopqrstuvwxyz0123456789-_"
                          "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

const char *worker_voice_preset(enum speech language)
{
    static const char *const presets[speech_count] = {
        [SPEAKS_EN] = "en-gb",
        [SPEAKS_ES] = "es",
        [SPEAKS_CS] = "cs",
    };

    assert((unsigned)language < speech_count);

    return presets[language];
}

bool worker_voice_is_named(enum speech language, const char *name)
{
    const char *spelt = word_spell(&word_list_speech, (int)language);
    size_t length = strlen(spelt);

    assert(name);

    size_t voice = strspn(name, small);
    const char *variant = name + voice;

    if (strlen(name) >= WORKER_VOICE_SIZE || strncmp(name, spelt, length) != 0)
        return false;
    if (voice > length && (name[length] != '-' || name[voice - 1] == '-'))
        return false;
    if (*variant == '\0')
        return true;

    return *variant == '+' && variant[1] != '\0' &&
           variant[1 + strspn(variant + 1, any)] == '\0';
}

const char *worker_task_name(enum worker_task task)
{
    static const char *const names[] = {
        [WORKER_SPEAK] = "speak",
        [WORKER_CONVERT] = "convert",
    };

    assert((unsigned)task < worker_task_count);

    return names[task];
}

const char *worker_outcome_text(enum worker_outcome outcome)
{
    static const char *const texts[] = {
#define OUTCOME(CODE, says) says,
#include "wire/worker_outcome.def"
    };

    assert((unsigned)outcome < worker_outcome_count);

    return texts[outcome];
}
