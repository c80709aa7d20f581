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
#include "web/sound_making.h"

struct set_job {
    struct exchange_job base;
    struct sound_making making;
    struct event_prompt_set prompt; /* whose sound is made */
    struct web_request request;     /* ... and then this: COMMAND_SET_PROMPT,
                                       whose prompt it is, or another one */
    char *bytes;                    /* of an upload */
    size_t length;
    bool is_missing; /* the sound that is named is not there */
};

static void check_sound(struct set_job *work)
{
    work->making.rc = prompt_sound_look(work->making.shop, &work->prompt.sound);
    work->is_missing = work->making.rc == -ENOENT;
}

static void work_set(struct job *job, void *hands)
{
    struct set_job *work = (struct set_job *)job;

    (void)hands;
    if (work->making.is_upload)
        sound_making_convert(&work->making, work->bytes, work->length,
                             &work->prompt);
    else if (work->prompt.sound.text[0])
        check_sound(work);
    else
        sound_making_speak(&work->making, &work->prompt);
}

static void drop_set(struct exchange_job *base)
{
    struct set_job *work = (struct set_job *)base;

    sound_making_count(&work->making);
    free(work->bytes);
    free(work);
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

    if (work->making.is_upload && command->type == COMMAND_SET_GREETING)
        command->as.set_greeting.sound = work->prompt.sound;

    /* a command to set a document is that document */
    if (command->type == COMMAND_SET_PROMPT)
        memcpy(&command->as.set_prompt, &work->prompt, sizeof(work->prompt));
    ask(exchange, &work->request);
}

static void then_set(struct exchange *exchange, struct exchange_job *base)
{
    struct set_job *work = (struct set_job *)base;

    if (work->making.rc == 0)
        ask_with_sound(exchange, work);
    else if (work->is_missing)
        exchange_refuse_field(exchange, PROBLEM_SOUND_NOT_STORED, "sound");
    else
        sound_making_refuse(exchange, &work->making,
                            work->making.is_upload ? NULL : "text");
}

/* @return NULL: answered */
static struct set_job *set_job_new(struct exchange *exchange,
                                   const struct event_prompt_set *prompt,
                                   const struct web_request *request)
{
    struct sound_making making;

    if (!sound_making_init(exchange, &making))
        return NULL;

    struct set_job *work = calloc(1, sizeof(*work));
    if (!work) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return NULL;
    }

    work->base.to_do.job.work = work_set;
    work->base.then = then_set;
    work->base.drop = drop_set;
    work->making = making;
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
        sound_making_is_too_much(exchange))
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
    if (sound_making_is_too_much(exchange))
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
void prompts_take(struct exchange *exchange,
                  const struct event_prompt_set *prompt,
                  const struct web_request *request)
{
    if (exchange->is_repeat) {
        ask(exchange, request);
        return;
    }
    if (sound_making_is_crowded(exchange) || sound_making_is_too_much(exchange))
        return;

    struct set_job *work = set_job_new(exchange, prompt, request);
    if (!work)
        return;

    work->making.is_upload = true;
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
