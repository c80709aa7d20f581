/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who waits for which speech, a job for each, and the way back to the loop. */

#include "server/speeches.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/log.h"
#include "calls/speech_shelf.h"
#include "jobs/speech.h"
#include "lang/failure.h"
#include "server/bell.h"

/* A caller who waits for a speech. */
struct wish {
    uint64_t serial; /* of the SAY */
    int64_t due_us;
    struct digest key;
};

struct speeches {
    struct server *server;
    struct speech_shelf *shelf;
    struct job_box *box;
    struct bell bell;
    struct wheel_timer timer;         /* the first wish is due */
    struct wish wishes[SPEECHES_MAX]; /* the oldest first, and due first */
    size_t count;
    int64_t wanted;
    int64_t skipped;
    bool is_mute; /* the last one was not spoken, which was told */
};

struct speech_job {
    struct job job; /* first */
    const struct worker *worker;
    struct utterance speech;
    int64_t due_boot_us; /* nobody waits for it any longer */
    struct sound *sound; /* NULL: see rc */
    enum worker_outcome outcome;
    int rc;
    bool was_late; /* it was not begun */
};

/* By a worker. */
static void work(struct job *job, void *hands)
{
    struct speech_job *speech = (struct speech_job *)job;
    struct worker_result result = { .samples = NULL };

    (void)hands;
    if (clock_boot_us() >= speech->due_boot_us) {
        speech->was_late = true;
        return;
    }
    speech->rc = speech_speak(speech->worker, &speech->speech, &result,
                              &speech->outcome);
    if (speech->rc == 0)
        speech->rc =
            sound_from_samples(result.samples, result.count, &speech->sound);
    free(result.samples);
}

/* Once, until one is spoken again. */
static void tell_failure(struct speeches *speeches, int rc,
                         enum worker_outcome outcome)
{
    if (!speeches->is_mute)
        log_say(LOG_LEVEL_WARNING, "server", "a text was not spoken: %s",
                rc == -EBADMSG ? _(worker_outcome_text(outcome))
                               : failure_text(lang_own(), rc));
    speeches->is_mute = true;
}

/* Wishes. */

static void forget_wish(struct speeches *speeches, size_t i)
{
    speeches->count--;
    memmove(&speeches->wishes[i], &speeches->wishes[i + 1],
            (speeches->count - i) * sizeof(speeches->wishes[0]));
}

static void fulfil(struct speeches *speeches, size_t i, struct sound *sound)
{
    uint64_t serial = speeches->wishes[i].serial;

    forget_wish(speeches, i);
    speeches->skipped += sound == NULL;
    calls_give_speech(speeches->server->calls, serial,
                      sound ? sound_ref(sound) : NULL);
}

/* All those who wait for that speech, which there is, or is not. */
static void fulfil_all(struct speeches *speeches, const struct digest *key,
                       struct sound *sound)
{
    for (size_t i = 0; i < speeches->count;)
        if (strcmp(speeches->wishes[i].key.text, key->text) == 0)
            fulfil(speeches, i, sound);
        else
            i++;
}

static bool is_being_made(const struct speeches *speeches,
                          const struct digest *key)
{
    for (size_t i = 0; i < speeches->count; i++)
        if (strcmp(speeches->wishes[i].key.text, key->text) == 0)
            return true;

    return false;
}

static void watch_first(struct speeches *speeches);

static void give_up_due(void *arg)
{
    struct speeches *speeches = arg;
    int64_t now_us = server_now_us(speeches->server);

    while (speeches->count > 0 && speeches->wishes[0].due_us <= now_us)
        fulfil(speeches, 0, NULL);
    watch_first(speeches);
}

static void watch_first(struct speeches *speeches)
{
    if (speeches->count > 0)
        loop_start_timer_at(speeches->server->loop, &speeches->timer,
                            speeches->wishes[0].due_us, give_up_due, speeches);
    else
        loop_stop_timer(speeches->server->loop, &speeches->timer);
}

/* Jobs. */

static void keep(struct speeches *speeches, const struct speech_job *speech)
{
    speeches->is_mute = false;
    speech_shelf_keep(speeches->shelf, &speech->speech.key, speech->sound);
}

static int submit(struct speeches *speeches, const struct utterance *speech)
{
    struct speech_job *job = calloc(1, sizeof(*job));

    if (!job)
        return -ENOMEM;

    job->job.work = work;
    job->worker = &speeches->server->prompt_shop.worker;
    job->speech = *speech;
    job->due_boot_us = clock_boot_us() + SPEECHES_WAIT_MS * INT64_C(1000);
    int rc = jobs_submit(speeches->server->makers, &job->job, speeches->box);

    if (rc < 0)
        free(job);
    return rc;
}

/* Whoever wished for it is gone; but others may have come since. */
static void try_anew(struct speeches *speeches, const struct speech_job *speech)
{
    const struct digest *key = &speech->speech.key;

    if (is_being_made(speeches, key) && submit(speeches, &speech->speech) < 0)
        fulfil_all(speeches, key, NULL);
}

static void take_job(struct speeches *speeches, struct speech_job *speech)
{
    if (speech->was_late)
        try_anew(speeches, speech);
    else if (!speech->job.dropped) {
        if (speech->rc < 0)
            tell_failure(speeches, speech->rc, speech->outcome);
        else
            keep(speeches, speech);
        fulfil_all(speeches, &speech->speech.key, speech->sound);
    }
    sound_unref(speech->sound);
    free(speech);
}

static void come_back(void *arg)
{
    struct speeches *speeches = arg;
    struct job *job;

    while ((job = job_box_take(speeches->box)))
        take_job(speeches, (struct speech_job *)job);
    watch_first(speeches);
}

/* @return 0: it waits for the speech, or a negative errno */
static int wish(struct speeches *speeches, uint64_t serial,
                const struct utterance *speech)
{
    int64_t now_us = server_now_us(speeches->server);

    if (speeches->count == SPEECHES_MAX)
        return -ENOBUFS;
    if (!is_being_made(speeches, &speech->key)) {
        int rc = submit(speeches, speech);

        if (rc < 0)
            return rc;
    }

    speeches->wishes[speeches->count++] = (struct wish){
        .serial = serial,
        .due_us = now_us + SPEECHES_WAIT_MS * INT64_C(1000),
        .key = speech->key,
    };
    watch_first(speeches);
    return 0;
}

void speeches_say(struct speeches *speeches, const struct effect *effect)
{
    assert(speeches && effect->type == EFFECT_SAY);

    struct calls *calls = speeches->server->calls;
    struct utterance speech;
    struct sound *sound;
    int rc = speech_prepare(&speeches->server->prompt_shop.worker.voices,
                            effect->language, effect->text.text, &speech);

    speeches->wanted++;
    if (rc == 0 && (sound = speech_shelf_find(speeches->shelf, &speech.key))) {
        calls_give_speech(calls, effect->serial, sound_ref(sound));
        return;
    }
    if (rc == 0)
        rc = wish(speeches, effect->serial, &speech);
    if (rc < 0) {
        speeches->skipped++;
        tell_failure(speeches, rc, WORKER_DONE);
        calls_give_speech(calls, effect->serial, NULL);
    }
}

void speeches_figures(const struct speeches *speeches, int64_t *ret_wanted,
                      int64_t *ret_skipped)
{
    assert(speeches && ret_wanted && ret_skipped);

    *ret_wanted = speeches->wanted;
    *ret_skipped = speeches->skipped;
}

/* A voice that somebody chose may not be there, which only the worker knows:
   what comes of it is told now, and not when the first caller hears nothing. */
static void try_voices(struct speeches *speeches)
{
    const struct worker_voices *voices =
        &speeches->server->prompt_shop.worker.voices;

    for (int i = 0; i < speech_count; i++) {
        enum speech language = (enum speech)i;
        const char *name = voices->of[i].name;
        struct utterance speech;

        if (*name && strcmp(name, worker_voice_preset(language)) != 0 &&
            speech_prepare(voices, language, "1", &speech) == 0)
            (void)submit(speeches, &speech);
    }
}

int speeches_new(struct server *server, struct speeches **ret_speeches)
{
    assert(server && ret_speeches);

    struct speeches *speeches = calloc(1, sizeof(*speeches));
    if (!speeches)
        return -ENOMEM;

    speeches->server = server;
    int rc = bell_init(&speeches->bell, server->loop, come_back, speeches);
    if (rc == 0)
        rc = job_box_new(bell_ring, &speeches->bell, &speeches->box);
    if (rc == 0)
        rc = speech_shelf_new(&speeches->shelf);
    if (rc < 0) {
        speeches_free(speeches);
        return rc;
    }

    try_voices(speeches);
    *ret_speeches = speeches;
    return 0;
}

struct speeches *speeches_free(struct speeches *speeches)
{
    struct job *job;

    if (!speeches)
        return NULL;

    loop_stop_timer(speeches->server->loop, &speeches->timer);
    bell_done(&speeches->bell);
    while (speeches->box && (job = job_box_take(speeches->box))) {
        sound_unref(((struct speech_job *)job)->sound);
        free(job);
    }
    job_box_free(speeches->box);
    speech_shelf_free(speeches->shelf);
    free(speeches);
    return NULL;
}
