/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each version beside the one before it. */

#include "web/document_versions.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

#include "web/listing.h"
#include "web/lookup.h"
#include "web/queues.h"
#include "web/setting_words.h"
#include "web/team.h"
#include "web/version_job.h"
#include "wire/record_json.h"
#include "wire/setting.h"

/* The list. */

struct changes {
    const struct exchange *exchange;
    const struct version_job *job;
    struct shape_version_change *rows;
    size_t count;
    size_t room;
    bool is_short; /* of memory */
};

static struct shape_version_change *add(struct changes *changes, size_t at)
{
    const struct event *event = &changes->job->events[at];
    const struct exchange *exchange = changes->exchange;

    if (changes->count == changes->room) {
        size_t room = 2 * changes->room + 16;
        struct shape_version_change *rows =
            realloc(changes->rows, room * sizeof(*rows));

        if (!rows) {
            changes->is_short = true;
            return NULL;
        }
        changes->rows = rows;
        changes->room = room;
    }

    struct shape_version_change *row = &changes->rows[changes->count++];

    *row = (struct shape_version_change){
        .version = document_version(changes->job->kind, &event->as),
        .wall_us = state_wall_us(exchange_floor(exchange), event->at_us),
        .by = event->by,
    };
    (void)snprintf(row->user.text, sizeof(row->user.text), "%s",
                   lookup_name(exchange, DOCUMENT_USER, event->by));
    return row;
}

static void add_setting(struct changes *changes, size_t at,
                        const struct field *field, const void *before)
{
    const struct record *record =
        document_kind_info(changes->job->kind)->record;
    struct shape_version_change *row = add(changes, at);

    if (!row)
        return;
    (void)snprintf(row->field.text, sizeof(row->field.text), "%s", field->name);
    if (before)
        setting_words(changes->exchange, record, field, before, &row->was);
    setting_words(changes->exchange, record, field,
                  &changes->job->events[at].as, &row->became);
}

/* Of another team's time the asker is told nothing. */
static bool is_seen(const struct exchange *exchange,
                    const struct version_job *job, const void *document)
{
    return document &&
           team_has_document(&exchange->asker, exchange_floor(exchange),
                             job->kind, document);
}

/* A version that changed nothing is told all the same. Nothing is said of
   settings where what was before is not in the journal any more. */
static void add_version(struct changes *changes, size_t at)
{
    const struct version_job *job = changes->job;
    const struct record *record = document_kind_info(job->kind)->record;
    const void *now = version_job_at(job, at);
    const void *before = version_job_before(job, at);
    bool is_first = document_version(job->kind, now) == 1;
    bool is_known = is_first || is_seen(changes->exchange, job, before);
    struct event preset = { .seq = 0 };
    size_t count = changes->count;

    setting_presets(record, &preset.as);
    for (size_t i = 0; is_known && i < record->field_count; i++) {
        const struct field *field = &record->fields[i];

        if (field->is_setting &&
            !field_is_same(field, is_first ? &preset.as : before, now))
            add_setting(changes, at, field, is_first ? NULL : before);
    }
    if (changes->count == count)
        (void)add(changes, at);
}

static void then_list(struct exchange *exchange, struct exchange_job *base)
{
    const struct version_job *job = (const struct version_job *)base;
    struct changes changes = { .exchange = exchange, .job = job };

    for (size_t i = 0; i < job->count && changes.count < DOCUMENT_MAX_CHANGES;
         i++)
        if (is_seen(exchange, job, version_job_at(job, i)))
            add_version(&changes, i);

    if (job->rc < 0 || changes.is_short)
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
    else
        listing_answer_all(exchange, shape_record(SHAPE_VERSION_CHANGE),
                           changes.rows, changes.count, EVENT_WHOLE);
    free(changes.rows);
}

void document_versions_list(struct exchange *exchange, enum document_kind kind)
{
    assert(exchange);
    const void *document = lookup_document(exchange, kind);
    struct version_job *job = document
                                  ? version_job_new(exchange, sizeof(*job),
                                                    kind, document_id(document))
                                  : NULL;

    if (!job)
        return;
    job->base.then = then_list;
    exchange_work(exchange, &job->base);
}

void queues_versions(struct exchange *exchange)
{
    document_versions_list(exchange, DOCUMENT_QUEUE);
}

/* One of them. */

struct one_job {
    struct version_job versions;
    int64_t version;
};

static void then_one(struct exchange *exchange, struct exchange_job *base)
{
    const struct one_job *job = (const struct one_job *)base;
    const struct version_job *versions = &job->versions;
    size_t at = version_job_find(versions, job->version);

    if (versions->rc < 0)
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
    else if (at == versions->count ||
             !is_seen(exchange, versions, version_job_at(versions, at)))
        lookup_refuse_name(exchange, exchange->match.parameters[1].text);
    else
        answer_with_value(
            &exchange->answer, 200,
            record_to_json(document_kind_info(versions->kind)->record,
                           version_job_at(versions, at), EVENT_WHOLE));
}

void document_versions_read(struct exchange *exchange)
{
    assert(exchange);
    enum document_kind kind =
        (enum document_kind)exchange->match.route->answer.which;
    const void *document = lookup_document(exchange, kind);
    uint64_t version = document ? lookup_number(exchange, 1) : 0;
    struct one_job *job = version ? version_job_new(exchange, sizeof(*job),
                                                    kind, document_id(document))
                                  : NULL;

    if (!job)
        return;
    job->version = (int64_t)version;
    job->versions.base.then = then_one;
    exchange_work(exchange, &job->versions.base);
}
