/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A job for each sound that is not here, and the way back to the loop. */

#include "server/prompts.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/log.h"
#include "lang/failure.h"
#include "server/bell.h"
#include "server/former_prompt.h"
#include "server/sound_sweep.h"

enum {
    SWEEP_EVERY = 16, /* changes of prompts and greetings, or sounds */
    SPARED_S = 600, /* a sound is put on the disk before its document is set */
};

struct prompts_keeper {
    struct server *server;
    unsigned changes;        /* since the last sweep */
    unsigned kept;           /* sounds, as of the last tick */
    unsigned swept;          /* ... and as of the last sweep */
    int64_t spared_until_us; /* the newest of them; 0: it was looked at since */
    struct job_box *box;
    struct bell bell;
};

struct sound_job {
    struct job job; /* first */
    const struct prompt_shop *shop;
    struct event_prompt_set prompt;
    struct sound *sound; /* NULL: see rc */
    int rc;
};

/* @return 0, -ENOENT: it is not there, or a negative errno */
static int load(const struct prompt_shop *shop,
                const struct event_prompt_set *prompt, struct sound **ret_sound)
{
    struct digest key;
    char path[OBJECT_PATH_SIZE];

    if (!prompt_sound_key(shop, prompt, &key))
        return -ENOENT;

    int beneath = open(shop->directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (beneath < 0)
        return -errno;

    prompt_sound_path(&key, path);
    int rc = sound_from_file(beneath, path, ret_sound, NULL);
    close(beneath);
    return rc;
}

static void work(struct job *job, void *hands)
{
    struct sound_job *sound = (struct sound_job *)job;
    enum worker_outcome outcome = WORKER_DONE;

    (void)hands;
    sound->rc = prompt_sound_speak(sound->shop, &sound->prompt, &outcome);
    if (sound->rc == 0)
        sound->rc = load(sound->shop, &sound->prompt, &sound->sound);
}

static void tell_failure(const struct event_prompt_set *prompt, int rc)
{
    log_say(LOG_LEVEL_WARNING, "server", "prompt %s has no sound: %s",
            prompt->name.text, failure_text(lang_own(), rc));
}

static void give(struct prompts_keeper *keeper,
                 const struct event_prompt_set *prompt, struct sound *sound)
{
    int rc = calls_give_prompt(keeper->server->calls, prompt->id, sound);

    if (rc < 0 && rc != -ENOENT)
        tell_failure(prompt, rc);
}

/* A prompt that was changed meanwhile has another job on its way. */
static bool is_current(const struct prompts_keeper *keeper,
                       const struct event_prompt_set *prompt)
{
    const struct event_prompt_set *now =
        state_prompt(core_state(keeper->server->core), prompt->id);

    return now && now->version == prompt->version;
}

static void take_job(struct prompts_keeper *keeper, struct sound_job *sound)
{
    if (sound->job.dropped || !is_current(keeper, &sound->prompt)) {
        sound_unref(sound->sound);
    } else {
        if (sound->rc < 0)
            tell_failure(&sound->prompt, sound->rc);
        give(keeper, &sound->prompt, sound->sound);
    }
    free(sound);
}

static void come_back(void *arg)
{
    struct prompts_keeper *keeper = arg;
    struct job *job;

    while ((job = job_box_take(keeper->box)))
        if (sound_sweep_is(job))
            sound_sweep_end(job);
        else if (former_prompt_is(job))
            former_prompt_end(keeper->server, job);
        else
            take_job(keeper, (struct sound_job *)job);
}

static void submit(struct prompts_keeper *keeper,
                   const struct event_prompt_set *prompt)
{
    struct sound_job *sound = calloc(1, sizeof(*sound));
    int rc = sound ? 0 : -ENOMEM;

    if (sound) {
        sound->job.work = work;
        sound->shop = &keeper->server->prompt_shop;
        sound->prompt = *prompt;
        rc = jobs_submit(keeper->server->makers, &sound->job, keeper->box);
    }
    if (rc < 0) {
        tell_failure(prompt, rc);
        free(sound);
    }
}

int prompts_keeper_new(struct server *server,
                       struct prompts_keeper **ret_keeper)
{
    assert(server && ret_keeper);

    struct prompts_keeper *keeper = calloc(1, sizeof(*keeper));
    if (!keeper)
        return -ENOMEM;

    keeper->server = server;
    int rc = bell_init(&keeper->bell, server->loop, come_back, keeper);
    if (rc == 0)
        rc = job_box_new(bell_ring, &keeper->bell, &keeper->box);
    if (rc < 0) {
        prompts_keeper_free(keeper);
        return rc;
    }

    *ret_keeper = keeper;
    return 0;
}

static void drop(struct job *job)
{
    if (sound_sweep_is(job)) {
        sound_sweep_end(job);
        return;
    }
    if (former_prompt_is(job)) {
        former_prompt_drop(job);
        return;
    }
    sound_unref(((struct sound_job *)job)->sound);
    free(job);
}

struct prompts_keeper *prompts_keeper_free(struct prompts_keeper *keeper)
{
    struct job *job;

    if (!keeper)
        return NULL;

    bell_done(&keeper->bell);
    while (keeper->box && (job = job_box_take(keeper->box)))
        drop(job);
    job_box_free(keeper->box);
    free(keeper);
    return NULL;
}

/* Sounds of former texts, and of uploads that were refused, or replaced long
   ago. Without memory they go another time. */
static void sweep(struct prompts_keeper *keeper, int64_t before_s)
{
    struct job *job = sound_sweep_new(keeper->server, before_s);

    if (job && jobs_submit(keeper->server->jobs, job, keeper->box) < 0)
        sound_sweep_end(job);
}

static void sweep_replaced(struct prompts_keeper *keeper)
{
    keeper->changes = 0;
    keeper->swept = keeper->kept;
    sweep(keeper, clock_wall_us() / 1000000 - SPARED_S);
}

/* No sweep runs yet. */
static void take_back(const struct prompts_keeper *keeper)
{
    const struct prompt_shop *shop = &keeper->server->prompt_shop;
    int rc = prompt_sounds_take_back(shop);

    if (rc < 0)
        log_say(LOG_LEVEL_WARNING, "server", "%s: %s", shop->directory,
                failure_text(lang_own(), rc));
}

/* A sound whose document was refused, and a former text that was heard again,
   are no event. */
void prompts_keeper_tick(struct prompts_keeper *keeper)
{
    assert(keeper);

    unsigned kept = atomic_load_explicit(&keeper->server->sounds_kept,
                                         memory_order_relaxed);
    int64_t now_us = server_now_us(keeper->server);
    bool is_newest_due =
        keeper->spared_until_us && now_us > keeper->spared_until_us;

    if (kept != keeper->kept)
        keeper->spared_until_us = now_us + INT64_C(1000000) * (SPARED_S + 1);
    else if (is_newest_due)
        keeper->spared_until_us = 0;
    keeper->kept = kept;
    if (is_newest_due || kept - keeper->swept >= SWEEP_EVERY)
        sweep_replaced(keeper);
}

void prompts_keeper_load(struct prompts_keeper *keeper)
{
    const struct state *state = core_state(keeper->server->core);
    size_t count = state_document_count(state, DOCUMENT_PROMPT);

    take_back(keeper);
    sweep(keeper, clock_wall_us() / 1000000 - 1); /* the former process's */
    for (size_t i = 0; i < count; i++) {
        const struct event_prompt_set *prompt =
            state_document_at(state, DOCUMENT_PROMPT, i);
        struct digest key;
        struct sound *sound = NULL;

        if (!prompt_sound_key(&keeper->server->prompt_shop, prompt, &key))
            continue;
        if (load(&keeper->server->prompt_shop, prompt, &sound) == 0)
            give(keeper, prompt, sound);
        else
            submit(keeper, prompt);
    }
}

void prompts_keeper_take_event(struct prompts_keeper *keeper,
                               const struct event *event)
{
    struct digest key;

    if (event->type != EVENT_PROMPT_SET)
        return;
    if (++keeper->changes == SWEEP_EVERY)
        sweep_replaced(keeper);
    if (prompt_sound_key(&keeper->server->prompt_shop, &event->as.prompt_set,
                         &key))
        submit(keeper, &event->as.prompt_set);
    else
        give(keeper, &event->as.prompt_set, NULL);
}

void prompts_keeper_listen(struct prompts_keeper *keeper,
                           const struct effect *effect)
{
    assert(keeper && effect->type == EFFECT_LISTEN);

    if (!effect->prompt_id || !effect->object.text[0])
        return;

    struct job *job = former_prompt_new(keeper->server, effect);

    if (!job || jobs_submit(keeper->server->jobs, job, keeper->box) < 0) {
        calls_give_heard(keeper->server->calls, effect->serial, NULL);
        if (job)
            former_prompt_drop(job);
    }
}
