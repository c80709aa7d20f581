/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An array in no order: the core lets there be a thousand at most. */

#include "calls/prompt_library.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

struct entry {
    uint64_t id;
    uint64_t origin_id; /* of a translation, else 0 */
    enum speech language;
    struct name name;
    struct sound *sound; /* NULL: none, or not yet */
};

struct prompt_library {
    struct entry *all;
    size_t count;
    size_t room;
    size_t samples; /* of all sounds */
};

int prompt_library_new(struct prompt_library **ret_library)
{
    assert(ret_library);

    *ret_library = calloc(1, sizeof(**ret_library));
    return *ret_library ? 0 : -ENOMEM;
}

struct prompt_library *prompt_library_free(struct prompt_library *library)
{
    if (!library)
        return NULL;

    for (size_t i = 0; i < library->count; i++)
        sound_unref(library->all[i].sound);
    free(library->all);
    free(library);
    return NULL;
}

static struct entry *find(const struct prompt_library *library, uint64_t id)
{
    for (size_t i = 0; i < library->count; i++)
        if (library->all[i].id == id)
            return &library->all[i];

    return NULL;
}

static struct entry *add(struct prompt_library *library)
{
    if (library->count == library->room) {
        size_t room = library->room ? 2 * library->room : 16;
        struct entry *all = realloc(library->all, room * sizeof(*all));

        if (!all)
            return NULL;
        library->all = all;
        library->room = room;
    }

    struct entry *entry = &library->all[library->count++];
    *entry = (struct entry){ .id = 0 };
    return entry;
}

int prompt_library_set(struct prompt_library *library,
                       const struct event_prompt_set *prompt)
{
    assert(library && prompt && prompt->id);

    struct entry *entry = find(library, prompt->id);

    if (!entry)
        entry = add(library);
    if (!entry)
        return -ENOMEM;

    entry->id = prompt->id;
    entry->origin_id = prompt->prompt_id;
    entry->language = prompt->language;
    entry->name = prompt->name;
    return 0;
}

static size_t length_of(const struct sound *sound)
{
    return sound ? sound_samples(sound) : 0;
}

static void drop_sound(struct prompt_library *library, struct entry *entry)
{
    library->samples -= length_of(entry->sound);
    entry->sound = sound_unref(entry->sound);
}

void prompt_library_remove(struct prompt_library *library, uint64_t prompt_id)
{
    struct entry *entry = find(library, prompt_id);

    if (!entry)
        return;

    drop_sound(library, entry);
    *entry = library->all[--library->count];
}

int prompt_library_give(struct prompt_library *library, uint64_t prompt_id,
                        struct sound *sound)
{
    struct entry *entry = find(library, prompt_id);
    int rc = entry ? 0 : -ENOENT;

    if (entry)
        drop_sound(library, entry);
    if (entry && library->samples + length_of(sound) >
                     (size_t)LIBRARY_MAX_S * SOUND_RATE_HZ)
        rc = -ENOSPC;
    if (rc < 0) {
        sound_unref(sound);
        return rc;
    }

    entry->sound = sound;
    library->samples += length_of(sound);
    return 0;
}

static const struct entry *find_named(const struct prompt_library *library,
                                      const char *name)
{
    for (size_t i = 0; i < library->count; i++)
        if (strcmp(library->all[i].name.text, name) == 0)
            return &library->all[i];

    return NULL;
}

struct sound *prompt_library_find(const struct prompt_library *library,
                                  uint64_t prompt_id, const char *name,
                                  enum speech language)
{
    assert(library && name);

    const struct entry *named =
        prompt_id ? find(library, prompt_id) : find_named(library, name);
    if (!named)
        return NULL;

    uint64_t origin_id = named->origin_id ? named->origin_id : named->id;

    for (size_t i = 0; i < library->count; i++) {
        const struct entry *entry = &library->all[i];

        if (entry->sound && entry->language == language &&
            (entry->id == origin_id || entry->origin_id == origin_id))
            return entry->sound;
    }

    return named->sound;
}

struct sound *prompt_library_own(const struct prompt_library *library,
                                 uint64_t prompt_id)
{
    const struct entry *entry = find(library, prompt_id);

    return entry ? entry->sound : NULL;
}
