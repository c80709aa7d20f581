/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who uses a prompt: of flows only the store has the texts. */

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "core/prompt_use.h"
#include "jobs/query.h"
#include "web/exchange.h"
#include "web/listing.h"
#include "web/lookup.h"
#include "web/prompts.h"
#include "wire/flow_text.h"
#include "wire/record_json.h"

enum { MAX_USES = 1000 };

/* A flow, as it is when it is asked. */
struct flow_looked_at {
    uint64_t id;
    struct name name;
    struct digest digest;
    struct name node; /* "": it does not play it */
};

struct uses_job {
    struct exchange_job base;
    uint64_t prompt_id;
    struct name prompt;
    struct flow_looked_at *flows; /* owned */
    size_t flow_count;
    struct prompt_use *others; /* owned: queues and prompts */
    size_t other_count;
    int rc;
};

/* A text that is gone, or cannot be read any more, plays nothing. */
static int look_at(void *hands, const struct uses_job *work,
                   struct flow_program *program, struct flow_looked_at *flow)
{
    char *text = NULL;
    int rc = query_flow_text(hands, flow->digest.text, &text);

    if (rc < 0)
        return rc == -ENOENT ? 0 : rc;

    rc = flow_text_parse(text, strlen(text), NULL, program, NULL, NULL);
    free(text);
    if (rc < 0)
        return rc == -EBADMSG ? 0 : rc;

    const struct flow_node *node =
        prompt_use_node(program, work->prompt_id, work->prompt.text);
    if (node)
        flow->node = node->name;
    return 0;
}

static void work_uses(struct job *job, void *hands)
{
    struct uses_job *work = (struct uses_job *)job;
    struct flow_program *program = malloc(sizeof(*program));

    work->rc = program ? 0 : -ENOMEM;
    for (size_t i = 0; i < work->flow_count && work->rc == 0; i++)
        work->rc = look_at(hands, work, program, &work->flows[i]);
    free(program);
}

static void drop_uses(struct exchange_job *base)
{
    struct uses_job *work = (struct uses_job *)base;

    free(work->flows);
    free(work->others);
    free(work);
}

static int add(struct json_t *items, const struct prompt_use *use)
{
    const struct shape_prompt_use shape = {
        .kind = use->kind,
        .id = use->id,
        .name = use->name,
        .node = use->node,
    };

    return value_append(items, record_to_json(shape_record(SHAPE_PROMPT_USE),
                                              &shape, EVENT_WHOLE));
}

static void then_uses(struct exchange *exchange, struct exchange_job *base)
{
    const struct uses_job *work = (const struct uses_job *)base;
    struct json_t *items = value_list();
    int rc = 0;

    if (work->rc < 0) {
        value_free(items);
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    for (size_t i = 0; i < work->flow_count; i++) {
        const struct flow_looked_at *flow = &work->flows[i];

        if (flow->node.text[0])
            rc |= add(items, &(struct prompt_use){ DOCUMENT_FLOW, flow->id,
                                                   flow->name, flow->node });
    }
    for (size_t i = 0; i < work->other_count; i++)
        rc |= add(items, &work->others[i]);
    listing_answer_items(exchange, rc == 0 ? items : value_free(items), 0);
}

static bool gather(const struct state *floor, struct uses_job *work)
{
    size_t count = state_document_count(floor, DOCUMENT_FLOW);

    work->flows = calloc(count + 1, sizeof(*work->flows));
    work->others = calloc(MAX_USES, sizeof(*work->others));
    if (!work->flows || !work->others)
        return false;

    for (size_t i = 0; i < count; i++) {
        const struct event_flow_set *flow =
            state_document_at(floor, DOCUMENT_FLOW, i);

        work->flows[work->flow_count++] = (struct flow_looked_at){
            .id = flow->id, .name = flow->name, .digest = flow->digest
        };
    }

    size_t found =
        prompt_use_find(floor, NULL, work->prompt_id, work->others, MAX_USES);
    work->other_count = found > MAX_USES ? MAX_USES : found;
    return true;
}

void prompts_uses(struct exchange *exchange)
{
    const struct event_prompt_set *prompt =
        lookup_document(exchange, DOCUMENT_PROMPT);
    struct uses_job *work;

    if (!prompt)
        return;
    work = calloc(1, sizeof(*work));
    if (work) {
        work->base.to_do.job.work = work_uses;
        work->base.then = then_uses;
        work->base.drop = drop_uses;
        work->prompt_id = prompt->id;
        work->prompt = prompt->name;
    }
    if (!work || !gather(exchange_floor(exchange), work)) {
        if (work)
            drop_uses(&work->base);
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    exchange_work(exchange, &work->base);
}
