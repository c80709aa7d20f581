/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The budget before, the disk after, and the words when it failed. */

#include "web/sound_making.h"

#include <assert.h>
#include <errno.h>
#include <unistd.h>

#include "base/mark.h"
#include "web/inside.h"

enum { MAX_WAITING = 8 };

bool sound_making_init(struct exchange *exchange,
                       struct sound_making *ret_making)
{
    assert(exchange && ret_making);

    if (!exchange->web->settings.prompt_shop) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return false;
    }

    *ret_making = (struct sound_making){
        .web = exchange->web,
        .shop = exchange->web->settings.prompt_shop,
        .user_id = exchange->asker.user_id,
    };
    return true;
}

bool sound_making_is_crowded(struct exchange *exchange)
{
    assert(exchange);
    struct jobs *makers = exchange->web->settings.makers;

    if (!makers || jobs_count(makers) < MAX_WAITING)
        return false;

    exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
    return true;
}

bool sound_making_is_too_much(struct exchange *exchange)
{
    assert(exchange);
    int wait_s = web_sound_wait_s(exchange->web, exchange->asker.user_id);

    if (wait_s == 0)
        return false;

    exchange->answer.retry_after_s = wait_s;
    exchange_refuse(exchange, PROBLEM_TOO_MUCH_SOUND);
    return true;
}

/* @return 0, or a negative errno; -ENOENT: it is not there */
static int measure(const struct sound_making *making,
                   const struct event_prompt_set *prompt, uint64_t *ret_bytes)
{
    struct digest key;

    if (!prompt_sound_key(making->shop, prompt, &key))
        return -ENOENT;

    int fd = prompt_sound_open(making->shop, &key, ret_bytes);
    if (fd < 0)
        return fd;

    close(fd);
    return 0;
}

/* What was spoken before takes no more room. */
void sound_making_speak(struct sound_making *making,
                        const struct event_prompt_set *prompt)
{
    assert(making && prompt);
    uint64_t bytes = 0;
    bool is_there = measure(making, prompt, &bytes) == 0;

    making->rc = prompt_sound_speak(making->shop, prompt, &making->outcome);
    if (making->rc == 0 && !is_there)
        (void)measure(making, prompt, &making->new_bytes);
}

/* Nor does a file that was taken before. */
void sound_making_convert(struct sound_making *making, const void *bytes,
                          size_t length, struct event_prompt_set *prompt)
{
    assert(making && prompt);
    int rc = prompt_sound_convert(making->shop, bytes, length, &prompt->sound,
                                  &making->outcome);

    if (rc == 0)
        (void)measure(making, prompt, &making->new_bytes);
    making->rc = rc < 0 ? rc : 0;
}

void sound_making_count(const struct sound_making *making)
{
    assert(making);
    if (making->new_bytes > 0)
        web_note_sound(making->web, making->user_id,
                       (int64_t)making->new_bytes);
}

static enum problem problem_of(const struct sound_making *making)
{
    switch (making->rc) {
    case -EBADMSG:
        return making->is_upload ? PROBLEM_BAD_SOUND : PROBLEM_BAD_TEXT;
    case -ENOSPC:
    case -EDQUOT:
        return PROBLEM_STORAGE_FULL;
    case -ECANCELED:
        return PROBLEM_STOPPING;
    case -ENOMEM:
    case -EAGAIN:
    case -EMFILE:
        return PROBLEM_TRY_AGAIN;
    default:
        return making->is_upload ? PROBLEM_WORKER_FAILED : PROBLEM_NOT_SPOKEN;
    }
}

/* What an administrator needs to know of a worker that gave no answer. */
static const char *reason_of(const struct sound_making *making)
{
    switch (making->rc) {
    case -EBADMSG:
        return worker_outcome_text(making->outcome);
    case -ETIMEDOUT:
        return N_("cclite-worker took too long");
    case -EPROTO:
        return N_("cclite-worker ended without an answer");
    case -ENOENT:
    case -EACCES:
        return N_("cclite-worker cannot be started; look at the setting "
                  "worker");
    default:
        return NULL;
    }
}

void sound_making_refuse(struct exchange *exchange,
                         const struct sound_making *making, const char *field)
{
    assert(exchange && making && making->rc < 0);
    const struct answer_matter matter = {
        .field = field,
        .reason = reason_of(making),
    };

    answer_with_matter(&exchange->answer, exchange->language,
                       problem_of(making), &matter);
}
