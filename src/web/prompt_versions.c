/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What prompts were, and what was heard of them. */

#include "web/document_versions.h"
#include "web/lookup.h"
#include "web/prompts.h"
#include "web/version_job.h"

void prompts_versions(struct exchange *exchange)
{
    document_versions_list(exchange, DOCUMENT_PROMPT);
}

struct sound_job {
    struct version_job versions;
    int64_t version;
    void (*go_on)(struct exchange *exchange,
                  const struct event_prompt_set *prompt);
};

/* The worker that reads the journal makes no sounds: that is another job. */
static void then_sound(struct exchange *exchange, struct exchange_job *base)
{
    const struct sound_job *job = (const struct sound_job *)base;
    const struct version_job *versions = &job->versions;
    size_t at = version_job_find(versions, job->version);

    if (versions->rc < 0)
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
    else if (at == versions->count)
        lookup_refuse_name(exchange, exchange->match.parameters[1].text);
    else
        job->go_on(exchange, version_job_at(versions, at));
}

static void look_up(struct exchange *exchange,
                    void (*go_on)(struct exchange *exchange,
                                  const struct event_prompt_set *prompt))
{
    const void *document = lookup_document(exchange, DOCUMENT_PROMPT);
    uint64_t version = document ? lookup_number(exchange, 1) : 0;
    struct sound_job *job =
        version ? version_job_new(exchange, sizeof(*job), DOCUMENT_PROMPT,
                                  document_id(document))
                : NULL;

    if (!job)
        return;
    job->version = (int64_t)version;
    job->go_on = go_on;
    job->versions.base.then = then_sound;
    exchange_work(exchange, &job->versions.base);
}

void prompts_version_sound(struct exchange *exchange)
{
    look_up(exchange, prompts_send_sound);
}

void prompts_version_listen(struct exchange *exchange)
{
    look_up(exchange, prompts_play_sound);
}
