/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file of the prompt library that no prompt plays any more. */

#include "server/former_prompt.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/log.h"
#include "jobs/prompt_sounds.h"
#include "lang/failure.h"

struct former_prompt {
    struct job job; /* first */
    const char *directory;
    uint64_t serial; /* of the LISTEN */
    struct name object;
    struct sound *sound; /* NULL: see rc */
    int rc;
};

static int load(const struct former_prompt *former, struct sound **ret_sound)
{
    char path[OBJECT_PATH_SIZE];

    if (!object_is_name(former->object.text))
        return -ENOENT;

    int beneath = open(former->directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (beneath < 0)
        return -errno;

    object_whole_path(former->object.text, path);
    int rc = sound_from_file(beneath, path, ret_sound, NULL);
    close(beneath);
    return rc;
}

static void work(struct job *job, void *hands)
{
    struct former_prompt *former = (struct former_prompt *)job;

    (void)hands;
    former->rc = load(former, &former->sound);
}

struct job *former_prompt_new(struct server *server,
                              const struct effect *effect)
{
    assert(server && effect->type == EFFECT_LISTEN && effect->prompt_id);

    struct former_prompt *former = calloc(1, sizeof(*former));
    if (!former)
        return NULL;

    former->job.work = work;
    former->directory = server->prompt_shop.directory;
    former->serial = effect->serial;
    former->object = effect->object;
    return &former->job;
}

bool former_prompt_is(const struct job *job)
{
    assert(job);

    return job->work == work;
}

void former_prompt_end(struct server *server, struct job *job)
{
    struct former_prompt *former = (struct former_prompt *)job;

    assert(former_prompt_is(job));
    if (!job->dropped) {
        if (former->rc < 0)
            log_say(LOG_LEVEL_WARNING, "server",
                    "what a prompt was once cannot be played: %s",
                    failure_text(lang_own(), former->rc));
        calls_give_heard(server->calls, former->serial, former->sound);
        former->sound = NULL;
    }
    former_prompt_drop(job);
}

void former_prompt_drop(struct job *job)
{
    struct former_prompt *former = (struct former_prompt *)job;

    assert(former_prompt_is(job));
    sound_unref(former->sound);
    free(former);
}
