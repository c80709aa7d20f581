/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who uses a prompt: of flows only the store has the texts. */

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "core/prompt_use.h"
#include "jobs/query.h"
#include "web/documents.h"
#include "web/exchange.h"
#include "web/listing.h"
#include "web/lookup.h"
#include "web/prompts.h"
#include "web/uses.h"
#include "wire/flow_text.h"
#include "wire/record_json.h"

/* A text of a flow, as it is when it is asked. */
struct text_looked_at {
    uint64_t id;
    struct name name;
    struct digest digest;
    bool of_draft;
};

struct uses_job {
    struct exchange_job base;
    uint64_t prompt_id;
    struct name prompt;
    struct text_looked_at *texts; /* owned */
    size_t text_count;
    struct prompt_use *uses; /* owned: by flows, then by others */
    size_t count, room;
    int rc;
};

static int add(struct uses_job *work, const struct prompt_use *use)
{
    if (work->count == work->room) {
        size_t room = work->room ? 2 * work->room : 64;
        struct prompt_use *uses = realloc(work->uses, room * sizeof(*uses));

        if (!uses)
            return -ENOMEM;
        work->uses = uses;
        work->room = room;
    }
    work->uses[work->count++] = *use;
    return 0;
}

static int add_nodes(struct uses_job *work, const struct flow_program *program,
                     const struct text_looked_at *text)
{
    const struct flow_node *node = NULL;
    int rc = 0;

    while (rc == 0 && (node = prompt_use_next(program, node, work->prompt_id,
                                              work->prompt.text)))
        rc = add(work, &(struct prompt_use){ .kind = DOCUMENT_FLOW,
                                             .id = text->id,
                                             .name = text->name,
                                             .node = node->name,
                                             .of_draft = text->of_draft });
    return rc;
}

/* A text that is gone, or cannot be read any more, plays nothing. Drafts may be
   unfinished. */
static int look_at(void *hands, struct uses_job *work, struct flow_text *room,
                   const struct text_looked_at *looked_at)
{
    char *text = NULL;
    int rc = query_flow_text(hands, looked_at->digest.text, &text);

    if (rc < 0)
        return rc == -ENOENT ? 0 : rc;

    rc = flow_text_read(text, strlen(text), NULL, true, room, NULL);
    free(text);
    if (rc < 0)
        return rc == -EBADMSG ? 0 : rc;

    return add_nodes(work, &room->program, looked_at);
}

static void work_uses(struct job *job, void *hands)
{
    struct uses_job *work = (struct uses_job *)job;
    struct flow_text *room = malloc(sizeof(*room));

    work->rc = room ? 0 : -ENOMEM;
    for (size_t i = 0; i < work->text_count && work->rc == 0; i++)
        work->rc = look_at(hands, work, room, &work->texts[i]);
    free(room);
}

static void drop_uses(struct exchange_job *base)
{
    struct uses_job *work = (struct uses_job *)base;

    free(work->texts);
    free(work->uses);
    free(work);
}

/* The floor tells the others, as it is by now. */
static int add_others(const struct state *floor, struct uses_job *work)
{
    size_t count = prompt_use_find(floor, NULL, work->prompt_id, NULL, 0);
    struct prompt_use *others = calloc(count + 1, sizeof(*others));
    int rc = others ? 0 : -ENOMEM;

    if (others)
        (void)prompt_use_find(floor, NULL, work->prompt_id, others, count);
    for (size_t i = 0; rc == 0 && i < count; i++)
        rc = add(work, &others[i]);
    free(others);
    return rc;
}

static struct json_t *item_of(const struct prompt_use *use)
{
    const struct shape_prompt_use shape = {
        .kind = use->kind,
        .id = use->id,
        .name = use->name,
        .node = use->node,
        .of_draft = use->of_draft,
    };

    return record_to_json(shape_record(SHAPE_PROMPT_USE), &shape, EVENT_WHOLE);
}

static void then_uses(struct exchange *exchange, struct exchange_job *base)
{
    struct uses_job *work = (struct uses_job *)base;
    struct json_t *items = value_list();
    int rc = work->rc;

    if (rc == 0)
        rc = add_others(exchange_floor(exchange), work);
    for (size_t i = 0; rc == 0 && i < work->count; i++)
        rc = value_append(items, item_of(&work->uses[i]));
    if (rc < 0) {
        value_free(items);
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    listing_answer_items(exchange, items, 0);
}

static void gather_text(struct uses_job *work,
                        const struct event_flow_set *flow, bool of_draft)
{
    const struct digest *digest = of_draft ? &flow->draft : &flow->digest;

    if (digest->text[0])
        work->texts[work->text_count++] =
            (struct text_looked_at){ flow->id, flow->name, *digest, of_draft };
}

/* What callers go through is told before what they may go through once. */
static bool gather(const struct state *floor, struct uses_job *work,
                   bool drafts_only)
{
    size_t count = state_document_count(floor, DOCUMENT_FLOW);

    work->texts = calloc(2 * count + 1, sizeof(*work->texts));
    for (size_t i = 0; work->texts && i < count; i++) {
        const struct event_flow_set *flow =
            state_document_at(floor, DOCUMENT_FLOW, i);

        if (!drafts_only)
            gather_text(work, flow, false);
        gather_text(work, flow, true);
    }
    return work->texts != NULL;
}

static void ask(struct exchange *exchange,
                const struct event_prompt_set *prompt, bool drafts_only,
                void (*then)(struct exchange *exchange,
                             struct exchange_job *base))
{
    struct uses_job *work = calloc(1, sizeof(*work));

    if (work) {
        work->base.to_do.job.work = work_uses;
        work->base.then = then;
        work->base.drop = drop_uses;
        work->prompt_id = prompt->id;
        work->prompt = prompt->name;
    }
    if (!work || !gather(exchange_floor(exchange), work, drafts_only)) {
        if (work)
            drop_uses(&work->base);
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    exchange_work(exchange, &work->base);
}

void prompts_uses(struct exchange *exchange)
{
    const struct event_prompt_set *prompt =
        lookup_document(exchange, DOCUMENT_PROMPT);

    if (prompt)
        ask(exchange, prompt, false, then_uses);
}

static void then_removed(struct exchange *exchange, struct exchange_job *base)
{
    const struct uses_job *work = (const struct uses_job *)base;

    exchange->id = work->prompt_id;
    if (work->rc < 0)
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
    else if (work->count > 0)
        uses_answer_drafts(exchange, work->uses, work->count);
    else
        documents_remove(exchange);
}

void prompts_remove(struct exchange *exchange)
{
    const struct event_prompt_set *prompt =
        lookup_document(exchange, DOCUMENT_PROMPT);

    if (prompt && documents_match(exchange, DOCUMENT_PROMPT, prompt))
        ask(exchange, prompt, true, then_removed);
}
