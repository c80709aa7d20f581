/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A bit for each language of each prompt, in the order of their ids. */

#include "web/spoken.h"

#include <assert.h>
#include <stdlib.h>

struct entry {
    uint64_t prompt_id;
    unsigned languages; /* 1 << SPEAKS_EN and so on */
};

struct spoken {
    size_t count;
    struct entry entries[];
};

bool spoken_is_there(const struct event_prompt_set *prompt)
{
    assert(prompt);

    return prompt->text.text[0] || prompt->sound.text[0];
}

static int compare(const void *key, const void *element)
{
    uint64_t id = *(const uint64_t *)key;
    uint64_t other = ((const struct entry *)element)->prompt_id;

    return (id > other) - (id < other);
}

static struct entry *find(const struct spoken *spoken, uint64_t prompt_id)
{
    return bsearch(&prompt_id, spoken->entries, spoken->count,
                   sizeof(struct entry), compare);
}

static void gather(const struct state *floor, struct spoken *spoken,
                   uint64_t *bases)
{
    for (size_t i = 0; i < spoken->count; i++) {
        const struct event_prompt_set *prompt =
            state_document_at(floor, DOCUMENT_PROMPT, i);

        spoken->entries[i] = (struct entry){
            .prompt_id = prompt->id,
            .languages = spoken_is_there(prompt) ? 1U << prompt->language : 0,
        };
        bases[i] = prompt->prompt_id;
    }
}

/* What one translates may come after it: all entries are there before. No
   translation has one itself, see decide_prompt.c. */
static void add_translations(struct spoken *spoken, const uint64_t *bases)
{
    for (size_t i = 0; i < spoken->count; i++) {
        struct entry *base = bases[i] ? find(spoken, bases[i]) : NULL;

        if (base)
            base->languages |= spoken->entries[i].languages;
    }
}

struct spoken *spoken_new(const struct state *floor)
{
    assert(floor);
    size_t count = state_document_count(floor, DOCUMENT_PROMPT);
    struct spoken *spoken =
        calloc(1, sizeof(*spoken) + count * sizeof(spoken->entries[0]));
    uint64_t *bases = calloc(count + 1, sizeof(*bases));

    if (spoken && bases) {
        spoken->count = count;
        gather(floor, spoken, bases);
        add_translations(spoken, bases);
    } else {
        spoken = spoken_free(spoken);
    }
    free(bases);
    return spoken;
}

struct spoken *spoken_free(struct spoken *spoken)
{
    free(spoken);
    return NULL;
}

bool spoken_has(const struct spoken *spoken, uint64_t prompt_id,
                enum speech language)
{
    assert(spoken);
    const struct entry *entry = find(spoken, prompt_id);

    return entry && (entry->languages & (1U << language)) != 0;
}
