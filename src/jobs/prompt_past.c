/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A short list of keys for each prompt, the newest last. */

#include "jobs/prompt_past.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/object.h"
#include "store/reader.h"

struct past_prompt {
    uint64_t id;
    struct digest sounds[PROMPT_PAST_SOUNDS];
    size_t count;
};

struct prompt_past {
    struct past_prompt *prompts; /* sorted by id: they are given in order */
    size_t count;
    size_t room;
};

int prompt_past_new(struct prompt_past **ret_past)
{
    assert(ret_past);

    struct prompt_past *past = calloc(1, sizeof(*past));
    if (!past)
        return -ENOMEM;

    *ret_past = past;
    return 0;
}

struct prompt_past *prompt_past_free(struct prompt_past *past)
{
    if (past)
        free(past->prompts);
    free(past);
    return NULL;
}

/* Where it is, or would be. */
static size_t place_of(const struct prompt_past *past, uint64_t id)
{
    size_t at = past->count;

    while (at > 0 && past->prompts[at - 1].id >= id)
        at--;
    return at;
}

static struct past_prompt *find(const struct prompt_past *past, uint64_t id)
{
    size_t at = place_of(past, id);

    return at < past->count && past->prompts[at].id == id ? &past->prompts[at]
                                                          : NULL;
}

static struct past_prompt *add(struct prompt_past *past, uint64_t id)
{
    size_t at = place_of(past, id);

    if (past->count == past->room) {
        size_t room = 2 * past->room + 16;
        struct past_prompt *prompts =
            realloc(past->prompts, room * sizeof(*prompts));

        if (!prompts)
            return NULL;
        past->prompts = prompts;
        past->room = room;
    }

    struct past_prompt *prompt = &past->prompts[at];

    memmove(prompt + 1, prompt, (past->count - at) * sizeof(*prompt));
    past->count++;
    *prompt = (struct past_prompt){ .id = id };
    return prompt;
}

static void drop_sound(struct past_prompt *prompt, size_t at)
{
    prompt->count--;
    memmove(&prompt->sounds[at], &prompt->sounds[at + 1],
            (prompt->count - at) * sizeof(prompt->sounds[0]));
}

/* One that comes back is the newest, and not there twice. */
static void add_sound(struct past_prompt *prompt, const struct digest *sound)
{
    for (size_t i = 0; i < prompt->count; i++)
        if (strcmp(prompt->sounds[i].text, sound->text) == 0) {
            drop_sound(prompt, i);
            break;
        }
    if (prompt->count == PROMPT_PAST_SOUNDS)
        drop_sound(prompt, 0);
    prompt->sounds[prompt->count++] = *sound;
}

static void forget(struct prompt_past *past, uint64_t id)
{
    struct past_prompt *prompt = find(past, id);

    if (prompt)
        prompt->count = 0;
}

int prompt_past_add(struct prompt_past *past, const struct event *event)
{
    assert(past && event);

    if (event->type == EVENT_PROMPT_REMOVED)
        forget(past, event->as.prompt_removed.id);
    if (event->type != EVENT_PROMPT_SET || !event->as.prompt_set.sound.text[0])
        return 0;

    const struct event_prompt_set *set = &event->as.prompt_set;
    struct past_prompt *prompt = find(past, set->id);

    if (!prompt)
        prompt = add(past, set->id);
    if (!prompt)
        return -ENOMEM;

    add_sound(prompt, &set->sound);
    return 0;
}

bool prompt_past_has(const struct prompt_past *past, const char *object)
{
    assert(past && object);

    for (size_t i = 0; i < past->count; i++)
        for (size_t j = 0; j < past->prompts[i].count; j++)
            if (strncmp(past->prompts[i].sounds[j].text, object,
                        OBJECT_NAME_SIZE - 1) == 0)
                return true;

    return false;
}

/* Of one prompt, the newest first. */
struct latest {
    struct digest sounds[PROMPT_PAST_SOUNDS];
    size_t count;
};

enum { ENOUGH = 1 };

static int visit(void *arg, const struct event *event)
{
    struct latest *latest = arg;
    const struct digest *sound = &event->as.prompt_set.sound;

    if (event->type != EVENT_PROMPT_SET)
        return ENOUGH;
    if (!sound->text[0])
        return 0;
    for (size_t i = 0; i < latest->count; i++)
        if (strcmp(latest->sounds[i].text, sound->text) == 0)
            return 0;
    latest->sounds[latest->count++] = *sound;
    return latest->count == PROMPT_PAST_SOUNDS ? ENOUGH : 0;
}

static int read_prompt(void *hands, uint64_t id, struct prompt_past *past)
{
    struct latest latest = { .count = 0 };
    int rc = reader_history(hands, DOCUMENT_PROMPT, id, visit, &latest);

    if (rc < 0 || latest.count == 0)
        return rc < 0 ? rc : 0;

    struct past_prompt *prompt = find(past, id);
    if (!prompt)
        prompt = add(past, id);
    if (!prompt)
        return -ENOMEM;

    while (latest.count > 0)
        add_sound(prompt, &latest.sounds[--latest.count]);
    return 0;
}

int prompt_past_read(void *hands, const uint64_t *ids, size_t count,
                     struct prompt_past *past)
{
    int rc = hands ? 0 : -ENODATA;

    assert((ids || count == 0) && past);

    for (size_t i = 0; i < count && rc == 0; i++)
        rc = read_prompt(hands, ids[i], past);
    return rc;
}
