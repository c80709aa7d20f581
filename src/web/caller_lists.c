/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of numbers, or one number more or less, becomes a list, a digest and
   a text that is kept. */

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "web/documents.h"
#include "web/inside.h"
#include "web/lookup.h"
#include "web/rules.h"
#include "wire/caller_text.h"
#include "wire/shape.h"

struct caller_table {
    const char *bytes;
    size_t length;
};

/* Reading a large table takes a while: a worker does it. */
struct import_job {
    struct exchange_job base;
    enum caller_change change;
    struct event_caller_list_set document;
    struct caller_list *before; /* NULL: all of them are given */
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
    if (work->rc == 0 && work->change != CALLER_REPLACE)
        work->rc = caller_list_change(work->before, work->change, &work->list);
    if (work->rc < 0)
        return;

    work->text = caller_text_print(work->list);
    if (!work->text)
        work->rc = -ENOMEM;
}

static void drop_import(struct exchange_job *base)
{
    struct import_job *work = (struct import_job *)base;

    free(work->before);
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

/* One number is refused as a table of it would be. */
static void reject_one(struct import_job *work)
{
    if (work->rc != -EINVAL && work->rc != -ENOSPC)
        return;

    work->rejects.rows[0].row = 1;
    work->rejects.rows[0].says =
        work->rc == -EINVAL ? N_("Write nothing but a number here.")
                            : N_("Put at most 60,000 numbers into a list.");
    work->rejects.count = 1;
    work->rc = -EBADMSG;
}

static void then_import(struct exchange *exchange, struct exchange_job *base)
{
    struct import_job *work = (struct import_job *)base;

    /* which lists are named now, so that none of them is forgotten */
    if (work->rc == 0)
        work->rc =
            rule_book_refresh(exchange->web->book, exchange_floor(exchange));
    reject_one(work);
    if (work->rc == -EBADMSG)
        answer_with_rejects(&exchange->answer, exchange->language,
                            &work->rejects);
    else if (work->rc == -EALREADY)
        answer_with_refusal(&exchange->answer, exchange->language,
                            REFUSED_ALREADY_SO, NULL);
    else if (work->rc < 0 ||
             rule_book_add_list(exchange->web->book, work->list) < 0)
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
    else
        ask_set(exchange, work);
}

/* The numbers that the document names. @return false: out of memory */
static bool copy_before(const struct exchange *exchange,
                        struct import_job *work)
{
    const struct caller_list *list =
        rule_book_list(exchange->web->book, work->document.digest.text);
    size_t size =
        sizeof(*list) + (list ? list->count : 0) * sizeof(list->numbers[0]);

    work->before = calloc(1, size);
    if (work->before && list)
        memcpy(work->before, list, size);
    return work->before;
}

static void begin(struct exchange *exchange,
                  const struct event_caller_list_set *document,
                  enum caller_change change, const struct caller_table *table)
{
    struct import_job *work = calloc(1, sizeof(*work));

    if (work) {
        work->change = change;
        work->document = *document;
        work->bytes = malloc(table->length + 1);
    }
    if (!work || !work->bytes ||
        (change != CALLER_REPLACE && !copy_before(exchange, work))) {
        if (work)
            drop_import(&work->base);
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }

    if (table->length > 0)
        memcpy(work->bytes, table->bytes, table->length);
    work->length = table->length;
    work->base.to_do.job.work = work_import;
    work->base.then = then_import;
    work->base.drop = drop_import;
    exchange_work(exchange, &work->base);
}

void caller_lists_import(struct exchange *exchange)
{
    const struct event_caller_list_set *document =
        lookup_document(exchange, DOCUMENT_CALLER_LIST);
    const struct caller_table table = { exchange->body, exchange->length };

    if (document && documents_match(exchange, DOCUMENT_CALLER_LIST, document))
        begin(exchange, document, CALLER_REPLACE, &table);
}

static void change_one(struct exchange *exchange, enum caller_change change)
{
    const struct event_caller_list_set *document =
        lookup_document(exchange, DOCUMENT_CALLER_LIST);
    struct shape_caller_number_asked asked = { 0 };
    char row[sizeof(asked.number.text) + 4];

    if (!document ||
        !lookup_body(exchange, shape_record(SHAPE_CALLER_NUMBER_ASKED), NULL,
                     &asked))
        return;

    /* what would part cells or rows is refused as a table's cell is */
    int length = snprintf(row, sizeof(row), "\"%s\"\n", asked.number.text);
    begin(exchange, document, change,
          &(struct caller_table){ row, (size_t)length });
}

void caller_lists_add_number(struct exchange *exchange)
{
    change_one(exchange, CALLER_ADD);
}

void caller_lists_remove_number(struct exchange *exchange)
{
    change_one(exchange, CALLER_REMOVE);
}
