/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two lists: what is known, and what comes to take its place. */

#include "console/prompt_sounds.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "console/errand.h"
#include "console/outline.h"
#include "console/show.h"
#include "wire/record_json.h"
#include "wire/shape.h"
#include "wire/value.h"

enum { PAGE = 100, LENGTH_CELLS = 7 };

struct sounds {
    struct shape_prompt_sound *rows; /* owned */
    size_t count;
};

struct prompt_sounds {
    struct program *program;
    struct sounds known, coming;
    enum route_id route;
    bool is_asked;
    bool is_stale; /* what comes answers a question of before */
};

/* Asking. */

static void take(void *owner, const struct outcome *outcome);

static void ask(struct prompt_sounds *sounds, const char *cursor)
{
    char query[64];

    (void)snprintf(query, sizeof(query), "limit=%d%s%.32s", PAGE,
                   cursor ? "&cursor=" : "", cursor ? cursor : "");
    sounds->is_asked =
        program_send(sounds->program, &(struct errand){ .route = sounds->route,
                                                        .query = query,
                                                        .done = take,
                                                        .owner = sounds,
                                                        .is_quiet = true });
}

static void begin(struct prompt_sounds *sounds)
{
    sounds->is_stale = false;
    sounds->coming.count = 0;
    ask(sounds, NULL);
}

/* @return whether there was room for all of them */
static bool add_page(struct sounds *coming, const struct json_t *items)
{
    size_t count = value_count(items);
    struct shape_prompt_sound *rows;

    if (count > PROMPT_SOUNDS_MAX - coming->count)
        return false;
    rows = realloc(coming->rows, (coming->count + count + 1) * sizeof(*rows));
    if (!rows)
        return false;
    coming->rows = rows;
    for (size_t i = 0; i < count; i++) {
        rows[coming->count] = (struct shape_prompt_sound){ .id = 0 };
        if (record_from_json(shape_record(SHAPE_PROMPT_SOUND),
                             value_at(items, i), MISSING_KEPT,
                             &rows[coming->count], NULL) == 0)
            coming->count++;
    }
    return true;
}

static void take(void *owner, const struct outcome *outcome)
{
    struct prompt_sounds *sounds = owner;
    const char *next = value_get_text(outcome->value, "next");
    struct sounds whole;

    sounds->is_asked = false;
    if (sounds->is_stale) {
        begin(sounds);
        return;
    }
    if (!outcome->is_done)
        return;
    if (add_page(&sounds->coming, value_get(outcome->value, "items")) && next) {
        ask(sounds, next);
        return;
    }

    whole = sounds->coming;
    sounds->coming = sounds->known;
    sounds->known = whole;
}

/* With the program. */
static struct prompt_sounds *sounds_free(struct prompt_sounds *sounds)
{
    free(sounds->known.rows);
    free(sounds->coming.rows);
    free(sounds);
    return NULL;
}

void prompt_sounds_fetch(struct program *program, enum route_id route)
{
    assert(program);
    struct prompt_sounds *sounds = program->prompt_sounds;

    if (!sounds)
        sounds = program->prompt_sounds = calloc(1, sizeof(*sounds));
    if (!sounds)
        return;
    program->prompt_sounds_free = sounds_free;
    sounds->program = program;
    sounds->route = route;
    if (sounds->is_asked)
        sounds->is_stale = true;
    else
        begin(sounds);
}

/* Telling. */

static const struct shape_prompt_sound *find(const struct program *program,
                                             uint64_t prompt_id,
                                             enum speech language)
{
    const struct sounds *known =
        program->prompt_sounds ? &program->prompt_sounds->known : NULL;

    for (size_t i = 0; known && i < known->count; i++) {
        const struct shape_prompt_sound *row = &known->rows[i];

        if ((row->id == prompt_id || row->prompt_id == prompt_id) &&
            row->language == language)
            return row;
    }
    return NULL;
}

static int64_t length_of(const struct shape_prompt_sound *sound)
{
    return sound && sound->length_us > 0 ? sound->length_us : -1;
}

int64_t prompt_sound_length_us(const struct program *program,
                               uint64_t prompt_id, enum speech language)
{
    assert(program);

    return prompt_id ? length_of(find(program, prompt_id, language)) : -1;
}

int64_t prompt_sound_own_us(const struct program *program, uint64_t prompt_id)
{
    assert(program);
    const struct sounds *known =
        program->prompt_sounds ? &program->prompt_sounds->known : NULL;

    for (size_t i = 0; known && i < known->count; i++)
        if (known->rows[i].id == prompt_id)
            return length_of(&known->rows[i]);
    return -1;
}

static void draw_sound(const struct program *program,
                       const struct shape_prompt_sound *sound,
                       enum speech language, const struct surface *surface)
{
    const struct outline outline = {
        .length_us = sound->length_us,
        .peaks = { &sound->peaks },
        .names = { word_spell(&word_list_speech, (int)language) },
    };
    struct surface wave =
        surface_part(surface, 0, 0, 1, surface->columns - LENGTH_CELLS);
    struct safe_text length;

    outline_draw(program, &outline, &wave);
    show_span(surface->style, sound->length_us, &length);
    surface_text(surface,
                 (struct place){ 0, surface->columns - LENGTH_CELLS,
                                 LENGTH_CELLS - 1, true },
                 LOOK(TEXT, 0), &length);
}

void prompt_sounds_draw(const struct program *program, uint64_t prompt_id,
                        const struct surface *surface)
{
    assert(program && surface);

    for (int row = 0; row < surface->rows && row < speech_count; row++) {
        struct surface line =
            surface_part(surface, row, 0, 1, surface->columns);
        const struct shape_prompt_sound *sound =
            find(program, prompt_id, (enum speech)row);

        if (sound && length_of(sound) > 0) {
            draw_sound(program, sound, (enum speech)row, &line);
            continue;
        }
        surface_label(&line, (struct place){ 0, 1, 0, false }, LOOK(DIM, 0),
                      word_spell(&word_list_speech, row));
        surface_label(&line, (struct place){ 0, 4, 0, false }, LOOK(DIM, 0),
                      "–");
    }
}
