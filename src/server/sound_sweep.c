/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keys of now are taken along; those of before are read by the worker. */

#include "server/sound_sweep.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "jobs/prompt_past.h"
#include "jobs/prompt_sounds.h"
#include "lang/failure.h"

struct sound_sweep {
    struct job job; /* first */
    const struct prompt_shop *shop;
    struct prompt_past *past;
    int64_t before_s;
    uint64_t *ids; /* owned: of the prompts that there are */
    size_t id_count;
    struct digest *keys; /* owned: of what is played now */
    size_t count;
    int rc;
};

static bool is_used(void *arg, const char *object)
{
    const struct sound_sweep *sweep = arg;

    for (size_t i = 0; i < sweep->count; i++)
        if (strncmp(sweep->keys[i].text, object, OBJECT_NAME_SIZE - 1) == 0)
            return true;

    return prompt_past_has(sweep->past, object);
}

static void work(struct job *job, void *hands)
{
    struct sound_sweep *sweep = (struct sound_sweep *)job;

    sweep->rc =
        prompt_past_read(hands, sweep->ids, sweep->id_count, sweep->past);
    if (sweep->rc >= 0)
        sweep->rc =
            prompt_sounds_sweep(sweep->shop, sweep->before_s, is_used, sweep);
}

static void take_prompts(struct sound_sweep *sweep, const struct state *state)
{
    size_t count = state_document_count(state, DOCUMENT_PROMPT);

    for (size_t i = 0; i < count; i++) {
        const struct event_prompt_set *prompt =
            state_document_at(state, DOCUMENT_PROMPT, i);

        sweep->ids[sweep->id_count++] = prompt->id;
        if (prompt_sound_key(sweep->shop, prompt, &sweep->keys[sweep->count]))
            sweep->count++;
    }
}

static void release(struct sound_sweep *sweep)
{
    prompt_past_free(sweep->past);
    free(sweep->ids);
    free(sweep->keys);
    free(sweep);
}

struct job *sound_sweep_new(struct server *server, int64_t before_s)
{
    assert(server);

    const struct state *state = core_state(server->core);
    size_t count = state_document_count(state, DOCUMENT_PROMPT);
    struct sound_sweep *sweep = calloc(1, sizeof(*sweep));

    if (!sweep)
        return NULL;

    sweep->job.work = work;
    sweep->shop = &server->prompt_shop;
    sweep->before_s = before_s;
    sweep->ids = calloc(count + 1, sizeof(*sweep->ids));
    sweep->keys = calloc(count + 1, sizeof(*sweep->keys));
    if (!sweep->ids || !sweep->keys || prompt_past_new(&sweep->past) < 0) {
        release(sweep);
        return NULL;
    }

    take_prompts(sweep, state);
    return &sweep->job;
}

bool sound_sweep_is(const struct job *job)
{
    assert(job);

    return job->work == work;
}

void sound_sweep_end(struct job *job)
{
    struct sound_sweep *sweep = (struct sound_sweep *)job;

    assert(sound_sweep_is(job));
    if (!job->dropped && sweep->rc < 0)
        log_say(LOG_LEVEL_WARNING, "server", "%s: %s", sweep->shop->directory,
                failure_text(lang_own(), sweep->rc));
    release(sweep);
}
