/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of numbers becomes a list, a digest and a text that is kept. */

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "web/documents.h"
#include "web/inside.h"
#include "web/lookup.h"
#include "web/rules.h"
#include "wire/caller_text.h"

/* Reading a large table takes a while: a worker does it. */
struct import_job {
    struct exchange_job base;
    struct event_caller_list_set document;
    char *bytes;
    size_t length;
    struct caller_list *list;
    char *text;
    struct caller_rejects rejects;
    int rc;
};

static void work_import(struct job *job, void *hands)
{
    struct import_job *work = (struct import_job *)job;

    (void)hands;
    work->rc =
        caller_csv_parse(work->bytes, work->length, work->document.country.text,
                         &work->list, &work->rejects);
    if (work->rc < 0)
        return;

    work->text = caller_text_print(work->list);
    if (!work->text)
        work->rc = -ENOMEM;
}

static void drop_import(struct exchange_job *base)
{
    struct import_job *work = (struct import_job *)base;

    free(work->bytes);
    free(work->list);
    free(work->text);
    free(work);
}

/* The whole document anew, with other numbers. */
static void ask_set(struct exchange *exchange, struct import_job *work)
{
    struct web_request request = { .task = WEB_COMMAND, .side_count = 1 };
    struct command_set_caller_list *set = &request.command.as.set_caller_list;

    request.command.type = COMMAND_SET_CALLER_LIST;
    memcpy(set, &work->document, sizeof(*set));
    set->numbers = (int64_t)work->list->count;
    memcpy(set->digest.text, work->list->digest, sizeof(set->digest.text));
    request.sides[0].kind = WEB_SIDE_CALLER_LIST;
    memcpy(request.sides[0].key, work->list->digest,
           sizeof(work->list->digest));
    request.sides[0].value = work->text;
    request.list = work->list;
    work->text = NULL;
    work->list = NULL;
    exchange->id = set->id;
    exchange_ask(exchange, &request, documents_answer_set);
}

static void then_import(struct exchange *exchange, struct exchange_job *base)
{
    struct import_job *work = (struct import_job *)base;

    /* which lists are named now, so that none of them is forgotten */
    if (work->rc == 0)
        work->rc =
            rule_book_refresh(exchange->web->book, exchange_floor(exchange));
    if (work->rc == -EBADMSG)
        answer_with_rejects(&exchange->answer, exchange->language,
                            &work->rejects);
    else if (work->rc < 0 ||
             rule_book_add_list(exchange->web->book, work->list) < 0)
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
    else
        ask_set(exchange, work);
}

void caller_lists_import(struct exchange *exchange)
{
    const struct event_caller_list_set *document =
        lookup_document(exchange, DOCUMENT_CALLER_LIST);
    struct import_job *work;

    if (!document || !documents_match(exchange, DOCUMENT_CALLER_LIST, document))
        return;

    work = calloc(1, sizeof(*work));
    if (work)
        work->bytes = malloc(exchange->length + 1);
    if (!work || !work->bytes) {
        free(work);
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }

    if (exchange->length > 0)
        memcpy(work->bytes, exchange->body, exchange->length);
    work->length = exchange->length;
    work->document = *document;
    work->base.to_do.job.work = work_import;
    work->base.then = then_import;
    work->base.drop = drop_import;
    exchange_work(exchange, &work->base);
}
