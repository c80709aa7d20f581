/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sorted array of names, each with the languages that it is there in. */

#include "core/prompt_shelf.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "core/state_search.h"

struct shelved {
    struct name name;
    bool is_in[speech_count];
};

struct prompt_shelf {
    struct shelved *all; /* by name */
    size_t count;
    size_t room;
};

int prompt_shelf_new(struct prompt_shelf **ret_shelf)
{
    assert(ret_shelf);

    *ret_shelf = calloc(1, sizeof(**ret_shelf));
    return *ret_shelf ? 0 : -ENOMEM;
}

struct prompt_shelf *prompt_shelf_free(struct prompt_shelf *shelf)
{
    if (!shelf)
        return NULL;

    free(shelf->all);
    free(shelf);
    return NULL;
}

/* Where the name is, or would be. */
static size_t place_of(const struct prompt_shelf *shelf, const char *name)
{
    size_t low = 0;
    size_t high = shelf->count;

    while (low < high) {
        size_t middle = (low + high) / 2;

        if (strcmp(shelf->all[middle].name.text, name) < 0)
            low = middle + 1;
        else
            high = middle;
    }

    return low;
}

static bool is_at(const struct prompt_shelf *shelf, size_t place,
                  const char *name)
{
    return place < shelf->count &&
           strcmp(shelf->all[place].name.text, name) == 0;
}

static int make_room(struct prompt_shelf *shelf)
{
    if (shelf->count >= PROMPT_SHELF_MAX)
        return -ENOSPC;
    if (shelf->count < shelf->room)
        return 0;

    size_t room = 2 * shelf->room + 64;
    struct shelved *all = realloc(shelf->all, room * sizeof(*all));

    if (!all)
        return -ENOMEM;

    shelf->all = all;
    shelf->room = room;
    return 0;
}

static int insert(struct prompt_shelf *shelf, size_t place, const char *name)
{
    int rc = make_room(shelf);

    if (rc < 0)
        return rc;

    memmove(&shelf->all[place + 1], &shelf->all[place],
            (shelf->count - place) * sizeof(shelf->all[0]));
    shelf->all[place] = (struct shelved){ .name = { "" } };
    memcpy(shelf->all[place].name.text, name, strlen(name) + 1);
    shelf->count++;
    return 0;
}

int prompt_shelf_add(struct prompt_shelf *shelf, const char *name,
                     enum speech language)
{
    assert(shelf && name && strlen(name) < sizeof(struct name));

    size_t place = place_of(shelf, name);
    int rc = is_at(shelf, place, name) ? 0 : insert(shelf, place, name);

    if (rc == 0)
        shelf->all[place].is_in[language] = true;
    return rc;
}

bool prompt_shelf_has(const struct prompt_shelf *shelf, const char *name,
                      enum speech language)
{
    assert(shelf && name);

    size_t place = place_of(shelf, name);

    return is_at(shelf, place, name) && shelf->all[place].is_in[language];
}

/* One that was only named says nothing yet. */
static bool has_sound(const struct event_prompt_set *prompt)
{
    return prompt->text.text[0] != '\0' || prompt->sound.text[0] != '\0';
}

/* A prompt stands for itself and for its translations. */
static bool is_made_in(const struct state *state,
                       const struct event_prompt_set *prompt,
                       enum speech language)
{
    uint64_t origin_id = prompt->prompt_id ? prompt->prompt_id : prompt->id;
    size_t count = state_document_count(state, DOCUMENT_PROMPT);

    for (size_t i = 0; i < count; i++) {
        const struct event_prompt_set *other =
            state_document_at(state, DOCUMENT_PROMPT, i);

        if ((other->id == origin_id || other->prompt_id == origin_id) &&
            other->language == language && has_sound(other))
            return true;
    }

    return false;
}

static const struct event_prompt_set *made(const struct state *state,
                                           const struct flow_prompt *prompt)
{
    return prompt->id ? state_prompt(state, prompt->id)
                      : state_document_named(state, DOCUMENT_PROMPT,
                                             prompt->name.text);
}

bool prompt_is_heard_in(const struct state *state,
                        const struct prompt_shelf *shelf,
                        const struct flow_prompt *prompt, enum speech language)
{
    assert(state && prompt);

    const struct event_prompt_set *own = made(state, prompt);

    if (own && is_made_in(state, own, language))
        return true;
    if ((own && has_sound(own)) || prompt->id)
        return false;

    return !shelf || prompt_shelf_has(shelf, prompt->name.text, language);
}

bool prompt_is_heard(const struct state *state,
                     const struct prompt_shelf *shelf,
                     const struct flow_prompt *prompt)
{
    for (int i = 0; i < speech_count; i++)
        if (prompt_is_heard_in(state, shelf, prompt, (enum speech)i))
            return true;

    return false;
}
