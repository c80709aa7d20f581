/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sound of a prompt: fetched as a file, heard by phone. */

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "jobs/prompt_sounds.h"
#include "web/inside.h"
#include "web/lookup.h"
#include "web/prompts.h"
#include "web/sound_file.h"
#include "web/sound_making.h"

/* Fetching. */

struct open_job {
    struct exchange_job base;
    const struct prompt_shop *shop;
    struct event_prompt_set prompt;
    struct digest key;
    uint64_t size;
    int fd; /* or a negative errno */
    void (*end)(struct exchange *exchange,
                struct exchange_job *job); /* of what was once said */
};

static void work_open(struct job *job, void *hands)
{
    struct open_job *work = (struct open_job *)job;

    (void)hands;
    work->fd = prompt_sound_open(work->shop, &work->key, &work->size);
}

static void drop_open(struct exchange_job *base)
{
    struct open_job *work = (struct open_job *)base;

    if (work->fd >= 0)
        close(work->fd);
    free(work);
}

/* @return whether it is there; else it is answered */
static bool is_open(struct exchange *exchange, const struct open_job *work)
{
    if (work->fd < 0)
        exchange_refuse(exchange, work->fd == -ENOENT ? PROBLEM_NOT_FOUND
                                                      : PROBLEM_TRY_AGAIN);
    return work->fd >= 0;
}

static void then_open(struct exchange *exchange, struct exchange_job *base)
{
    struct open_job *work = (struct open_job *)base;
    char name[SOUND_FILE_NAME_SIZE + sizeof(".wav")];

    if (!is_open(exchange, work))
        return;

    (void)snprintf(name, sizeof(name), "%.59s.wav", work->prompt.name.text);
    if (sound_file_answer(exchange, work->fd, work->size, &work->key, name))
        work->fd = -1;
}

/* @return NULL: answered */
static struct open_job *open_job_new(struct exchange *exchange,
                                     const struct event_prompt_set *prompt)
{
    const struct prompt_shop *shop = exchange->web->settings.prompt_shop;
    struct open_job *work = shop ? calloc(1, sizeof(*work)) : NULL;

    if (!work) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return NULL;
    }
    if (!prompt_sound_key(shop, prompt, &work->key)) {
        exchange_refuse(exchange, PROBLEM_NOT_FOUND);
        free(work);
        return NULL;
    }

    work->base.to_do.job.work = work_open;
    work->base.then = then_open;
    work->base.drop = drop_open;
    work->shop = shop;
    work->prompt = *prompt;
    work->fd = -ENOENT;
    return work;
}

void prompts_download(struct exchange *exchange)
{
    const struct event_prompt_set *prompt =
        lookup_document(exchange, DOCUMENT_PROMPT);
    struct open_job *work = prompt ? open_job_new(exchange, prompt) : NULL;

    if (work)
        exchange_work(exchange, &work->base);
}

/* What was once said. */

struct say_job {
    struct exchange_job base;
    struct sound_making making;
    struct event_prompt_set prompt;
    void (*end)(struct exchange *exchange, struct exchange_job *job);
};

static void work_say(struct job *job, void *hands)
{
    struct say_job *work = (struct say_job *)job;

    (void)hands;
    sound_making_speak(&work->making, &work->prompt);
}

static void drop_say(struct exchange_job *base)
{
    struct say_job *work = (struct say_job *)base;

    sound_making_count(&work->making);
    free(work);
}

static void then_say(struct exchange *exchange, struct exchange_job *base)
{
    struct say_job *work = (struct say_job *)base;

    if (work->making.rc < 0) {
        sound_making_refuse(exchange, &work->making, NULL);
        return;
    }

    struct open_job *open = open_job_new(exchange, &work->prompt);

    if (!open)
        return;
    open->base.then = work->end;
    exchange_work(exchange, &open->base);
}

static void say(struct exchange *exchange, const struct open_job *former)
{
    struct sound_making making;

    if (sound_making_is_crowded(exchange) ||
        sound_making_is_too_much(exchange) ||
        !sound_making_init(exchange, &making))
        return;

    struct say_job *work = calloc(1, sizeof(*work));
    if (!work) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    work->base.to_do.job.work = work_say;
    work->base.then = then_say;
    work->base.drop = drop_say;
    work->making = making;
    work->prompt = former->prompt;
    work->end = former->end;
    exchange_make(exchange, &work->base);
}

/* A text that was another since is not kept as a sound. */
static void then_former(struct exchange *exchange, struct exchange_job *base)
{
    const struct open_job *work = (const struct open_job *)base;

    if (work->fd == -ENOENT && !work->prompt.sound.text[0])
        say(exchange, work);
    else
        work->end(exchange, base);
}

static void open_former(struct exchange *exchange,
                        const struct event_prompt_set *prompt,
                        void (*end)(struct exchange *, struct exchange_job *))
{
    struct open_job *work = open_job_new(exchange, prompt);

    if (!work)
        return;

    work->base.then = then_former;
    work->end = end;
    exchange_work(exchange, &work->base);
}

void prompts_send_sound(struct exchange *exchange,
                        const struct event_prompt_set *prompt)
{
    open_former(exchange, prompt, then_open);
}

/* Listening. */

static bool has_sound(const struct event_prompt_set *prompt)
{
    return prompt->sound.text[0] || prompt->text.text[0];
}

/* The file is there; whoever rings reads it. */
static void then_play(struct exchange *exchange, struct exchange_job *base)
{
    const struct open_job *work = (const struct open_job *)base;
    struct web_request request = {
        .task = WEB_COMMAND,
        .command = { .type = COMMAND_LISTEN_TO_PROMPT },
    };
    struct command_listen_to_prompt *listen =
        &request.command.as.listen_to_prompt;

    if (!is_open(exchange, work))
        return;

    listen->prompt_id = work->prompt.id;
    listen->version = work->prompt.version;
    memcpy(listen->object.text, work->key.text, OBJECT_NAME_SIZE - 1);
    exchange_ask(exchange, &request, exchange_answer_done);
}

void prompts_play_sound(struct exchange *exchange,
                        const struct event_prompt_set *prompt)
{
    if (has_sound(prompt))
        open_former(exchange, prompt, then_play);
    else
        exchange_refuse(exchange, PROBLEM_NO_SOUND);
}

void prompts_listen(struct exchange *exchange)
{
    const struct event_prompt_set *prompt =
        lookup_document(exchange, DOCUMENT_PROMPT);
    struct web_request request = {
        .task = WEB_COMMAND,
        .command = { .type = COMMAND_LISTEN_TO_PROMPT },
    };

    if (!prompt)
        return;
    if (!has_sound(prompt)) {
        exchange_refuse(exchange, PROBLEM_NO_SOUND);
        return;
    }

    request.command.as.listen_to_prompt.prompt_id = prompt->id;
    exchange_ask(exchange, &request, exchange_answer_done);
}

void prompts_record(struct exchange *exchange)
{
    const void *prompt = lookup_document(exchange, DOCUMENT_PROMPT);
    struct web_request request = {
        .task = WEB_COMMAND,
        .command = { .type = COMMAND_RECORD_BY_PHONE },
    };

    if (!prompt || sound_making_is_too_much(exchange))
        return;
    request.command.as.record_by_phone.prompt_id = document_id(prompt);
    exchange_ask(exchange, &request, exchange_answer_done);
}
