/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Setting a prompt: first a worker's job, then the command. */

#include "web/prompts.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mark.h"
#include "jobs/prompt_sounds.h"
#include "web/documents.h"
#include "web/inside.h"
#include "web/lookup.h"

enum { MAX_UPLOADS = 8 };

static const struct prompt_shop *shop_of(const struct exchange *exchange)
{
    return exchange->web->settings.prompt_shop;
}

struct set_job {
    struct exchange_job base;
    const struct prompt_shop *shop;
    struct web *web;
    uint64_t user_id;               /* who asks */
    struct event_prompt_set prompt; /* whose sound is made */
    struct web_request request;     /* ... and then this: COMMAND_SET_PROMPT,
                                       whose prompt it is, or another one */
    bool is_upload;
    char *bytes; /* of an upload */
    size_t length;
    enum worker_outcome outcome; /* of rc -EBADMSG */
    bool is_missing;             /* the sound that is named is not there */
    uint64_t new_bytes;          /* of a sound that was not there before */
    int rc;
};

/* @return 0, or a negative errno; -ENOENT: it is not there */
static int measure(const struct set_job *work, uint64_t *ret_bytes)
{
    struct digest key;

    if (!prompt_sound_key(work->shop, &work->prompt, &key))
        return -ENOENT;

    int fd = prompt_sound_open(work->shop, &key, ret_bytes);
    if (fd < 0)
        return fd;

    close(fd);
    return 0;
}

static int check_sound(struct set_job *work)
{
    int rc = prompt_sound_look(work->shop, &work->prompt.sound);

    work->is_missing = rc == -ENOENT;
    return rc;
}

/* What was spoken before takes no more room. */
static int speak(struct set_job *work)
{
    uint64_t bytes = 0;
    bool is_there = measure(work, &bytes) == 0;
    int rc = prompt_sound_speak(work->shop, &work->prompt, &work->outcome);

    if (rc == 0 && !is_there)
        (void)measure(work, &work->new_bytes);
    return rc;
}

/* Nor does a file that was taken before. */
static int convert(struct set_job *work)
{
    int rc = prompt_sound_convert(work->shop, work->bytes, work->length,
                                  &work->prompt.sound, &work->outcome);

    if (rc == 0)
        (void)measure(work, &work->new_bytes);
    return rc < 0 ? rc : 0;
}

static void work_set(struct job *job, void *hands)
{
    struct set_job *work = (struct set_job *)job;
    const struct event_prompt_set *prompt = &work->prompt;

    (void)hands;
    work->rc = work->is_upload         ? convert(work)
               : prompt->sound.text[0] ? check_sound(work)
                                       : speak(work);
}

/* Also of a sound that no prompt gets in the end, or that nobody waits for any
   more: it is on the disk. */
static void count_sound(const struct set_job *work)
{
    if (work->new_bytes > 0)
        sound_budget_note(&work->web->sounds,
                          &(struct sound_made){ work->user_id,
                                                (int64_t)work->new_bytes,
                                                web_now_us(work->web) });
}

static void drop_set(struct exchange_job *base)
{
    struct set_job *work = (struct set_job *)base;

    count_sound(work);
    free(work->bytes);
    free(work);
}

static enum problem problem_of(const struct set_job *work)
{
    if (work->is_missing)
        return PROBLEM_SOUND_NOT_STORED;

    switch (work->rc) {
    case -EBADMSG:
        return work->is_upload ? PROBLEM_BAD_SOUND : PROBLEM_BAD_TEXT;
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
        return work->is_upload ? PROBLEM_WORKER_FAILED : PROBLEM_NOT_SPOKEN;
    }
}

/* What an administrator needs to know of a worker that gave no answer. */
static const char *reason_of(const struct set_job *work)
{
    switch (work->rc) {
    case -EBADMSG:
        return worker_outcome_text(work->outcome);
    case -ETIMEDOUT:
        return N_("cclite-worker took too long");
    case -EPROTO:
        return N_("cclite-worker ended without an answer");
    case -ENOENT:
    case -EACCES:
        return work->is_missing ? NULL
                                : N_("cclite-worker cannot be started; look at "
                                     "the setting worker");
    default:
        return NULL;
    }
}

static void ask(struct exchange *exchange, const struct web_request *made)
{
    struct web_request request = *made;

    exchange_ask(exchange, &request,
                 request.command.type == COMMAND_SET_PROMPT
                     ? documents_answer_set
                     : exchange_answer_done);
}

static void ask_with_sound(struct exchange *exchange, struct set_job *work)
{
    struct command *command = &work->request.command;

    if (work->is_upload && command->type == COMMAND_SET_GREETING)
        command->as.set_greeting.sound = work->prompt.sound;

    /* a command to set a document is that document */
    if (command->type == COMMAND_SET_PROMPT)
        memcpy(&command->as.set_prompt, &work->prompt, sizeof(work->prompt));
    ask(exchange, &work->request);
}

static void then_set(struct exchange *exchange, struct exchange_job *base)
{
    struct set_job *work = (struct set_job *)base;

    if (work->rc == 0) {
        ask_with_sound(exchange, work);
        return;
    }

    const struct answer_matter matter = {
        .field = work->is_upload    ? NULL
                 : work->is_missing ? "sound"
                                    : "text",
        .reason = reason_of(work),
    };

    answer_with_matter(&exchange->answer, exchange->language, problem_of(work),
                       &matter);
}

/* @return whether it is, answered */
static bool is_too_much(struct exchange *exchange)
{
    int wait_s =
        sound_budget_wait_s(&exchange->web->sounds, exchange->asker.user_id,
                            web_now_us(exchange->web));

    if (wait_s == 0)
        return false;

    exchange->answer.retry_after_s = wait_s;
    exchange_refuse(exchange, PROBLEM_TOO_MUCH_SOUND);
    return true;
}

/* @return NULL: answered */
static struct set_job *set_job_new(struct exchange *exchange,
                                   const struct event_prompt_set *prompt,
                                   const struct web_request *request)
{
    struct set_job *work = shop_of(exchange) ? calloc(1, sizeof(*work)) : NULL;

    if (!work) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return NULL;
    }

    work->base.to_do.job.work = work_set;
    work->base.then = then_set;
    work->base.drop = drop_set;
    work->shop = shop_of(exchange);
    work->web = exchange->web;
    work->user_id = exchange->asker.user_id;
    work->prompt = *prompt;
    work->request = *request;
    return work;
}

/* Nothing to be made: neither a text, nor another sound than there was. */
static bool is_made(const struct event_prompt_set *prompt,
                    const struct event_prompt_set *before)
{
    return prompt->sound.text[0]
               ? before && strcmp(prompt->sound.text, before->sound.text) == 0
               : prompt->text.text[0] == '\0';
}

/* Its sound is there, or is made once more after it was lost. */
static bool says_the_same(const struct event_prompt_set *prompt,
                          const struct event_prompt_set *before)
{
    return before && !before->sound.text[0] &&
           prompt->language == before->language &&
           strcmp(prompt->text.text, before->text.text) == 0;
}

static void set_prompt(struct exchange *exchange,
                       const struct event_prompt_set *before)
{
    struct web_request request;
    const struct event_prompt_set *prompt = (const void *)&request.command.as;

    if (!documents_read_body(exchange, DOCUMENT_PROMPT, before ? before->id : 0,
                             before ? before->version : 0, &request))
        return;
    if (exchange->is_repeat || is_made(prompt, before)) {
        ask(exchange, &request);
        return;
    }

    if (!prompt->sound.text[0] && !says_the_same(prompt, before) &&
        is_too_much(exchange))
        return;

    struct set_job *work = set_job_new(exchange, prompt, &request);
    if (work)
        exchange_make(exchange, &work->base);
}

void prompts_say(struct exchange *exchange,
                 const struct event_prompt_set *prompt,
                 const struct web_request *request)
{
    if (exchange->is_repeat) {
        ask(exchange, request);
        return;
    }
    if (is_too_much(exchange))
        return;

    struct set_job *work = set_job_new(exchange, prompt, request);

    if (work)
        exchange_make(exchange, &work->base);
}

void prompts_create(struct exchange *exchange)
{
    set_prompt(exchange, NULL);
}

void prompts_change(struct exchange *exchange)
{
    const struct event_prompt_set *prompt =
        lookup_document(exchange, DOCUMENT_PROMPT);

    if (prompt && documents_match(exchange, DOCUMENT_PROMPT, prompt))
        set_prompt(exchange, prompt);
}

/* Files that wait are in memory. */
static bool is_crowded(const struct exchange *exchange)
{
    struct jobs *makers = exchange->web->settings.makers;

    return makers && jobs_count(makers) >= MAX_UPLOADS;
}

void prompts_take(struct exchange *exchange,
                  const struct event_prompt_set *prompt,
                  const struct web_request *request)
{
    if (exchange->is_repeat) {
        ask(exchange, request);
        return;
    }
    if (is_crowded(exchange)) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    if (is_too_much(exchange))
        return;

    struct set_job *work = set_job_new(exchange, prompt, request);
    if (!work)
        return;

    work->is_upload = true;
    work->bytes = exchange->body;
    work->length = exchange->length;
    exchange->body = NULL;
    exchange->length = 0;
    exchange_make(exchange, &work->base);
}

void prompts_upload(struct exchange *exchange)
{
    const struct event_prompt_set *prompt =
        lookup_document(exchange, DOCUMENT_PROMPT);
    const struct web_request request = {
        .task = WEB_COMMAND,
        .command = { .type = COMMAND_SET_PROMPT },
    };

    if (!prompt || !documents_match(exchange, DOCUMENT_PROMPT, prompt))
        return;

    exchange->id = prompt->id;
    prompts_take(exchange, prompt, &request);
}
