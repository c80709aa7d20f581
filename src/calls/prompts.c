/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sorted array of sounds. */

#include "calls/prompts.h"

#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/record.h"

struct prompt {
    enum speech language;
    struct name name;
    struct sound *sound;
};

struct prompts {
    struct prompt *all; /* by language, then name */
    size_t count;
    size_t room;
    size_t bad;
    struct prompt_shelf *shelf; /* the names of all */
    struct sound *music;
    struct sound *ring_back;
    struct sound *beep;
};

static int compare(const void *one, const void *other)
{
    const struct prompt *a = one;
    const struct prompt *b = other;

    if (a->language != b->language)
        return a->language < b->language ? -1 : 1;

    return strcmp(a->name.text, b->name.text);
}

/* "welcome.wav" is the prompt "welcome"; other files are none. */
static bool read_name(const char *file, struct name *ret_name)
{
    static const char ending[] = ".wav";
    size_t length = strlen(file);
    size_t stem = length - (sizeof(ending) - 1);

    if (length < sizeof(ending) || strcmp(file + stem, ending) != 0 ||
        stem >= sizeof(ret_name->text) || file[0] == '.')
        return false;

    memset(ret_name, 0, sizeof(*ret_name));
    memcpy(ret_name->text, file, stem);
    return true;
}

static int make_room(struct prompts *prompts)
{
    if (prompts->count < prompts->room)
        return 0;
    if (prompts->room >= PROMPTS_MAX)
        return -ENOSPC;

    size_t room = prompts->room ? 2 * prompts->room : 64;
    struct prompt *all = realloc(prompts->all, room * sizeof(*all));
    if (!all)
        return -ENOMEM;

    prompts->all = all;
    prompts->room = room;
    return 0;
}

static int add_file(struct prompts *prompts, enum speech language, int dir,
                    const char *file)
{
    struct prompt prompt = { .language = language };

    if (!read_name(file, &prompt.name))
        return 0;

    int rc = make_room(prompts);
    if (rc < 0)
        return rc;

    rc = sound_from_file(dir, file, &prompt.sound, NULL);
    if (rc == -ENOMEM)
        return rc;
    if (rc < 0) {
        prompts->bad++;
        return 0;
    }

    prompts->all[prompts->count++] = prompt;
    return prompt_shelf_add(prompts->shelf, prompt.name.text, language);
}

static int add_language(struct prompts *prompts, int top, enum speech language)
{
    const char *word = word_spell(&word_list_speech, (int)language);
    int fd = openat(top, word, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return errno == ENOENT ? 0 : -errno;

    DIR *dir = fdopendir(fd);
    if (!dir) {
        int rc = -errno;
        close(fd);
        return rc;
    }

    int rc = 0;
    struct dirent *entry;

    while (rc == 0 && (entry = readdir(dir)) != NULL)
        rc = add_file(prompts, language, fd, entry->d_name);

    closedir(dir);
    return rc;
}

static int add_all(struct prompts *prompts, const char *dir)
{
    int top = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (top < 0)
        return -errno;

    int rc = 0;

    for (int i = 0; rc == 0 && i < speech_count; i++)
        rc = add_language(prompts, top, (enum speech)i);

    close(top);
    return rc;
}

int prompts_new(const char *dir, const char *country,
                struct prompts **ret_prompts)
{
    assert(ret_prompts);

    struct prompts *prompts = calloc(1, sizeof(*prompts));
    if (!prompts)
        return -ENOMEM;

    int rc = prompt_shelf_new(&prompts->shelf);
    if (rc == 0)
        rc = sound_from_tone(SOUND_MUSIC, country, &prompts->music);
    if (rc == 0)
        rc = sound_from_tone(SOUND_RING_BACK, country, &prompts->ring_back);
    if (rc == 0)
        rc = sound_from_tone(SOUND_BEEP, country, &prompts->beep);
    if (rc == 0 && dir)
        rc = add_all(prompts, dir);
    if (rc < 0) {
        prompts_free(prompts);
        return rc;
    }

    if (prompts->count > 0)
        qsort(prompts->all, prompts->count, sizeof(*prompts->all), compare);
    *ret_prompts = prompts;
    return 0;
}

struct prompts *prompts_free(struct prompts *prompts)
{
    if (!prompts)
        return NULL;

    for (size_t i = 0; i < prompts->count; i++)
        sound_unref(prompts->all[i].sound);

    sound_unref(prompts->music);
    sound_unref(prompts->ring_back);
    sound_unref(prompts->beep);
    prompt_shelf_free(prompts->shelf);
    free(prompts->all);
    free(prompts);
    return NULL;
}

static struct sound *find(const struct prompts *prompts, enum speech language,
                          const char *name)
{
    struct prompt key = { .language = language };
    size_t length = strlen(name);

    if (length >= sizeof(key.name.text) || prompts->count == 0)
        return NULL;

    memcpy(key.name.text, name, length);
    const struct prompt *found = bsearch(&key, prompts->all, prompts->count,
                                         sizeof(*prompts->all), compare);

    return found ? found->sound : NULL;
}

struct sound *prompts_find(const struct prompts *prompts, enum speech language,
                           const char *name)
{
    assert(prompts && name);

    struct sound *sound = find(prompts, language, name);
    return sound ? sound : find(prompts, SPEAKS_EN, name);
}

struct sound *prompts_music(const struct prompts *prompts, enum speech language,
                            const char *name)
{
    struct sound *sound = prompts_find(prompts, language, name);

    return sound ? sound : prompts->music;
}

struct sound *prompts_ring_back(const struct prompts *prompts)
{
    assert(prompts);

    return prompts->ring_back;
}

struct sound *prompts_beep(const struct prompts *prompts)
{
    assert(prompts);

    return prompts->beep;
}

const struct prompt_shelf *prompts_shelf(const struct prompts *prompts)
{
    assert(prompts);

    return prompts->shelf;
}

size_t prompts_count(const struct prompts *prompts, size_t *ret_bad)
{
    assert(prompts && ret_bad);

    *ret_bad = prompts->bad;
    return prompts->count;
}
