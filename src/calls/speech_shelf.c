/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An array, in which whoever was asked for last stands in front. */

#include "calls/speech_shelf.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

static const size_t MAX_SAMPLES = (size_t)SPEECH_SHELF_MAX_S * SOUND_RATE_HZ;

struct kept_speech {
    struct digest key;
    struct sound *sound;
};

struct speech_shelf {
    struct kept_speech all[SPEECH_SHELF_MAX];
    size_t count;
    size_t samples;
};

int speech_shelf_new(struct speech_shelf **ret_shelf)
{
    assert(ret_shelf);

    struct speech_shelf *shelf = calloc(1, sizeof(*shelf));

    if (!shelf)
        return -ENOMEM;

    *ret_shelf = shelf;
    return 0;
}

static void drop_last(struct speech_shelf *shelf)
{
    struct kept_speech *last = &shelf->all[--shelf->count];

    shelf->samples -= sound_samples(last->sound);
    sound_unref(last->sound);
}

struct speech_shelf *speech_shelf_free(struct speech_shelf *shelf)
{
    if (!shelf)
        return NULL;

    while (shelf->count > 0)
        drop_last(shelf);
    free(shelf);
    return NULL;
}

struct sound *speech_shelf_find(struct speech_shelf *shelf,
                                const struct digest *key)
{
    assert(shelf && key);

    for (size_t i = 0; i < shelf->count; i++) {
        struct kept_speech found = shelf->all[i];

        if (strcmp(found.key.text, key->text) != 0)
            continue;
        memmove(&shelf->all[1], &shelf->all[0], i * sizeof(shelf->all[0]));
        shelf->all[0] = found;
        return found.sound;
    }

    return NULL;
}

void speech_shelf_keep(struct speech_shelf *shelf, const struct digest *key,
                       struct sound *speech)
{
    assert(shelf && key && speech);

    size_t samples = sound_samples(speech);

    if (samples > MAX_SAMPLES || speech_shelf_find(shelf, key))
        return;

    while (shelf->count == SPEECH_SHELF_MAX ||
           shelf->samples + samples > MAX_SAMPLES)
        drop_last(shelf);

    memmove(&shelf->all[1], &shelf->all[0],
            shelf->count * sizeof(shelf->all[0]));
    shelf->all[0] = (struct kept_speech){ *key, sound_ref(speech) };
    shelf->count++;
    shelf->samples += samples;
}

size_t speech_shelf_count(const struct speech_shelf *shelf)
{
    assert(shelf);

    return shelf->count;
}
