/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which prompts the floor tells; a worker reads their files. */

#include "web/prompt_sounds.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/greeting.h"
#include "jobs/prompt_outline.h"
#include "web/box_greetings.h"
#include "web/inside.h"
#include "web/listing.h"
#include "wire/shape.h"

enum { PAGE_BYTES = 16 * 1024 * 1024 }; /* 17 minutes; or a single sound */

struct sounds_job {
    struct exchange_job base;
    struct listing listing;
    const struct prompt_shop *shop;
    struct shape_prompt_sound *rows; /* owned */
    struct digest *keys;             /* owned, of each; "": it has none */
    size_t count;
    size_t limit; /* so many may not be all */
};

/* The worker's part. */

static void fill(const struct prompt_outline *outline,
                 struct shape_prompt_sound *row)
{
    row->length_us = outline->length_us;
    (void)snprintf(row->peaks.text, sizeof(row->peaks.text), "%s",
                   outline->peaks);
}

static void work_sounds(struct job *job, void *hands)
{
    struct sounds_job *work = (struct sounds_job *)job;
    uint64_t all = 0;

    (void)hands;
    for (size_t i = 0; i < work->count; i++) {
        struct prompt_outline outline;
        uint64_t bytes = 0;

        if (work->keys[i].text[0] &&
            prompt_outline_read(work->shop, &work->keys[i], &outline, &bytes) ==
                0)
            fill(&outline, &work->rows[i]);
        all += bytes;
        if (all >= PAGE_BYTES && i + 1 < work->count)
            work->count = work->limit = i + 1;
    }
}

static void drop_sounds(struct exchange_job *base)
{
    struct sounds_job *work = (struct sounds_job *)base;

    free(work->rows);
    free(work->keys);
    free(work);
}

static bool complete(const struct exchange *exchange, void *row)
{
    (void)exchange;
    (void)row;
    return true;
}

static void then_sounds(struct exchange *exchange, struct exchange_job *base)
{
    struct sounds_job *work = (struct sounds_job *)base;
    const struct listing_page page = {
        .rows = work->rows,
        .count = work->count,
        .limit = work->limit,
        .complete = complete,
    };

    listing_answer_page(exchange, shape_record(SHAPE_PROMPT_SOUND),
                        &work->listing, &page, EVENT_WHOLE);
}

/* Whose prompts. */

struct wanted {
    bool is_all;
    uint64_t *ids; /* owned, sorted */
    size_t count;
};

static int compare(const void *a, const void *b)
{
    uint64_t one = *(const uint64_t *)a, other = *(const uint64_t *)b;

    return (one > other) - (one < other);
}

static bool has(const struct wanted *wanted, uint64_t id)
{
    return id && wanted->count > 0 &&
           bsearch(&id, wanted->ids, wanted->count, sizeof(id), compare);
}

static void add_box(struct wanted *wanted, const struct event_box_set *box)
{
    struct event_box_set copy = *box;

    for (int which = 0; which < box_greeting_count; which++) {
        uint64_t id = *greeting_prompt_id(&copy, (enum box_greeting)which);

        if (id)
            wanted->ids[wanted->count++] = id;
    }
}

/* @return false: no memory */
static bool want_greetings(const struct exchange *exchange,
                           struct wanted *wanted)
{
    const struct state *floor = exchange_floor(exchange);
    size_t boxes = state_document_count(floor, DOCUMENT_BOX);

    wanted->ids = calloc(boxes * box_greeting_count + 1, sizeof(*wanted->ids));
    if (!wanted->ids)
        return false;
    for (size_t i = 0; i < boxes; i++) {
        const struct event_box_set *box =
            state_document_at(floor, DOCUMENT_BOX, i);

        if (greetings_may_hear(exchange, box))
            add_box(wanted, box);
    }
    qsort(wanted->ids, wanted->count, sizeof(*wanted->ids), compare);
    return true;
}

static void add_prompt(struct sounds_job *work,
                       const struct event_prompt_set *prompt)
{
    work->rows[work->count] = (struct shape_prompt_sound){
        .id = prompt->id,
        .name = prompt->name,
        .language = prompt->language,
        .prompt_id = prompt->prompt_id,
    };
    if (!prompt_sound_key(work->shop, prompt, &work->keys[work->count]))
        work->keys[work->count].text[0] = '\0';
    work->count++;
}

static void gather(const struct state *floor, const struct wanted *wanted,
                   struct sounds_job *work)
{
    size_t count = state_document_count(floor, DOCUMENT_PROMPT);

    for (size_t i = 0; i < count && work->count < work->limit; i++) {
        const struct event_prompt_set *prompt =
            state_document_at(floor, DOCUMENT_PROMPT, i);

        if (prompt->id > work->listing.cursor &&
            (wanted->is_all || has(wanted, prompt->id) ||
             has(wanted, prompt->prompt_id)))
            add_prompt(work, prompt);
    }
}

/* @return NULL: no memory, or no place for sounds */
static struct sounds_job *job_new(const struct exchange *exchange,
                                  const struct listing *listing)
{
    const struct prompt_shop *shop = exchange->web->settings.prompt_shop;
    struct sounds_job *work = shop ? calloc(1, sizeof(*work)) : NULL;

    if (!work)
        return NULL;
    work->base.to_do.job.work = work_sounds;
    work->base.then = then_sounds;
    work->base.drop = drop_sounds;
    work->listing = *listing;
    work->shop = shop;
    work->limit = listing->limit;
    work->rows = calloc(work->limit, sizeof(*work->rows));
    work->keys = calloc(work->limit, sizeof(*work->keys));
    if (work->rows && work->keys)
        return work;

    drop_sounds(&work->base);
    return NULL;
}

static void list(struct exchange *exchange, bool is_all)
{
    struct wanted wanted = { .is_all = is_all };
    struct sounds_job *work = NULL;
    struct listing listing;

    if (!listing_read(exchange, shape_record(SHAPE_PROMPT_SOUND), &listing))
        return;
    if (listing.sort) {
        listing_refuse_order(exchange, "");
        return;
    }

    if (is_all || want_greetings(exchange, &wanted))
        work = job_new(exchange, &listing);
    if (work) {
        gather(exchange_floor(exchange), &wanted, work);
        exchange_work(exchange, &work->base);
    } else {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
    }
    free(wanted.ids);
}

void prompt_sounds_list(struct exchange *exchange)
{
    list(exchange, true);
}

void prompt_sounds_greetings(struct exchange *exchange)
{
    list(exchange, false);
}
