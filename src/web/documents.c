/* SPDX-License-Identifier: GPL-3.0-or-later */
/* List, create, read, change, remove. */

#include "web/documents.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "web/inside_url.h"
#include "web/listing.h"
#include "web/lookup.h"
#include "web/moved.h"
#include "web/team.h"
#include "web/zones.h"
#include "wire/record_json.h"

static enum document_kind kind_of(const struct exchange *exchange)
{
    return (enum document_kind)exchange->match.route->answer.which;
}

static void answer_document(struct exchange *exchange, enum document_kind kind,
                            const void *document, int status)
{
    const struct record *record = document_kind_info(kind)->record;
    struct answer *answer = &exchange->answer;

    (void)snprintf(answer->etag, sizeof(answer->etag), "\"%" PRId64 "\"",
                   document_version(kind, document));
    answer_with_value(answer, status,
                      record_to_json(record, document, EVENT_WHOLE));
}

/* Users see themselves with user.see of their own. */
static bool is_own(const struct exchange *exchange, enum document_kind kind,
                   const void *document)
{
    uint64_t id = document_id(document);

    return asker_may(&exchange->asker, exchange->match.route->permission,
                     kind == DOCUMENT_USER ? id : 0,
                     kind == DOCUMENT_AGENT ? id : 0) &&
           team_has_document(&exchange->asker, exchange_floor(exchange), kind,
                             document);
}

void documents_list(struct exchange *exchange)
{
    enum document_kind kind = kind_of(exchange);
    const struct record *record = document_kind_info(kind)->record;
    const struct state *floor = exchange_floor(exchange);
    size_t count = state_document_count(floor, kind);
    struct listing listing;
    size_t allowed = 0;

    if (!listing_read(exchange, record, &listing))
        return;
    const void **rows = malloc((count + 1) * sizeof(*rows));
    if (!rows) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        const void *document = state_document_at(floor, kind, i);
        if (is_own(exchange, kind, document))
            rows[allowed++] = document;
    }
    listing_answer(exchange, record, &listing, rows, allowed, EVENT_WHOLE);
    free(rows);
}

void documents_read(struct exchange *exchange)
{
    enum document_kind kind = kind_of(exchange);
    const void *document = lookup_document(exchange, kind);

    if (!document)
        return;
    if (!is_own(exchange, kind, document)) {
        exchange_refuse(exchange, PROBLEM_FORBIDDEN);
        return;
    }
    answer_document(exchange, kind, document, 200);
}

bool documents_match_etag(struct exchange *exchange, const char *etag)
{
    assert(exchange && etag);

    if (!exchange->if_match[0]) {
        exchange_refuse_field(exchange, PROBLEM_PRECONDITION_REQUIRED,
                              "If-Match");
        return false;
    }
    if (strcmp(exchange->if_match, "*") == 0 ||
        strcmp(exchange->if_match, etag) == 0)
        return true;
    exchange_refuse_field(exchange, PROBLEM_STALE_VERSION, "If-Match");
    return false;
}

bool documents_match(struct exchange *exchange, enum document_kind kind,
                     const void *document)
{
    char etag[32];

    assert(document);

    (void)snprintf(etag, sizeof(etag), "\"%" PRId64 "\"",
                   document_version(kind, document));
    return documents_match_etag(exchange, etag);
}

/* What was read may be sent back: id and version are dropped when they are the
   ones of the path and of If-Match, and a mistake when they are not. */
static bool drop_identity(struct exchange *exchange, uint64_t id,
                          int64_t version)
{
    static const char *const names[] = { "id", "version" };
    const int64_t wanted[] = { (int64_t)id, version };
    struct mistake mistake;

    for (size_t i = 0; i < 2; i++) {
        if (!value_get(exchange->value, names[i]))
            continue;
        if (value_get_integer(exchange->value, names[i], -1) != wanted[i]) {
            (void)mistake_note(&mistake, MISTAKE_UNKNOWN_FIELD, names[i]);
            answer_with_mistake(&exchange->answer, exchange->language,
                                &mistake);
            return false;
        }
        value_remove(exchange->value, names[i]);
    }
    return true;
}

void documents_answer_set(struct exchange *exchange,
                          const struct web_reply *reply)
{
    enum document_kind kind = kind_of(exchange);
    uint64_t id = exchange->id ? exchange->id : reply->id;
    const void *document = state_document(exchange_floor(exchange), kind, id);

    if (!document) { /* somebody has removed it since */
        exchange_refuse(exchange, PROBLEM_NOT_FOUND);
        return;
    }
    if (exchange->match.route->method == METHOD_POST)
        (void)snprintf(exchange->answer.location,
                       sizeof(exchange->answer.location), "%s/%" PRIu64,
                       exchange->match.route->path, id);
    answer_document(exchange, kind, document, exchange->match.route->status);
}

/* What somebody of a team makes is the team's, and stays so. */
static bool keep_team(struct exchange *exchange, enum document_kind kind,
                      void *data)
{
    const struct field *field =
        record_field(document_kind_info(kind)->record, "team_id");
    uint64_t team_id = exchange->asker.team_id;

    if (!field || team_id == 0)
        return true;
    if (field_get_integer(field, data) == 0)
        field_set_integer(field, data, (int64_t)team_id);
    if (team_has_document(&exchange->asker, exchange_floor(exchange), kind,
                          data))
        return true;
    exchange_refuse_field(exchange, PROBLEM_FORBIDDEN, "team_id");
    return false;
}

/* The core knows the zones of calendars alone. */
static bool is_zone_known(struct exchange *exchange, enum document_kind kind,
                          const void *data)
{
    if (kind != DOCUMENT_USER ||
        zone_is_known(((const struct event_user_set *)data)->zone.text))
        return true;

    answer_with_refusal(&exchange->answer, exchange->language, REFUSED_NO_ZONE,
                        document_kind_info(kind)->record);
    return false;
}

bool documents_read_body(struct exchange *exchange, enum document_kind kind,
                         uint64_t id, int64_t version,
                         struct web_request *ret_request)
{
    const struct document_kind_info *info = document_kind_info(kind);
    void *data = &ret_request->command.as;

    *ret_request = (struct web_request){ .task = WEB_COMMAND };
    ret_request->command.type = info->set_command;
    if (!drop_identity(exchange, id, version) ||
        !lookup_body(exchange, info->record, NULL, data) ||
        !keep_team(exchange, kind, data) ||
        !is_zone_known(exchange, kind, data) ||
        !inside_url_check(exchange, kind, id, data))
        return false;

    field_set_integer(record_field(info->record, "id"), data, (int64_t)id);
    field_set_integer(record_field(info->record, "version"), data, version);
    exchange->id = id;
    return true;
}

static void set_document(struct exchange *exchange, enum document_kind kind,
                         uint64_t id, int64_t version)
{
    struct web_request request;

    if (documents_read_body(exchange, kind, id, version, &request))
        exchange_ask(exchange, &request, documents_answer_set);
}

void documents_create(struct exchange *exchange)
{
    set_document(exchange, kind_of(exchange), 0, 0);
}

void documents_change(struct exchange *exchange)
{
    enum document_kind kind = kind_of(exchange);
    const void *document = lookup_document(exchange, kind);

    if (!document || !documents_match(exchange, kind, document))
        return;
    set_document(exchange, kind, document_id(document),
                 document_version(kind, document));
}

static void answer_removed(struct exchange *exchange,
                           const struct web_reply *reply)
{
    (void)reply; /* the answer was made while it was still there */
    exchange->answer.status = 200;
    if (exchange->match.route->query == QUERY_REPLACED)
        moved_add(exchange, exchange->id);
}

/* By its name, or its number. @return whether the answer is not made yet */
static bool put_replacement(struct exchange *exchange, const void *document,
                            struct web_request *request)
{
    const char *text = target_parameter(&exchange->target, "replacement");
    struct command_replace_queue *command = &request->command.as.replace_queue;
    const void *by;

    if (!text)
        return true;
    by = lookup_given(exchange, DOCUMENT_QUEUE, text);
    if (!by) {
        exchange_refuse_field(exchange, PROBLEM_NOT_FOUND, "replacement");
        return false;
    }
    request->command.type = COMMAND_REPLACE_QUEUE;
    *command = (struct command_replace_queue){
        .id = document_id(document),
        .version = document_version(DOCUMENT_QUEUE, document),
        .by_id = document_id(by),
    };
    return true;
}

/* It is kept beside the journal, and goes with its owner. */
static bool has_secret(enum document_kind kind)
{
    return kind == DOCUMENT_USER || kind == DOCUMENT_DEVICE ||
           kind == DOCUMENT_TRUNK || kind == DOCUMENT_LOOKUP ||
           kind == DOCUMENT_BOX;
}

void documents_remove(struct exchange *exchange)
{
    enum document_kind kind = kind_of(exchange);
    const struct document_kind_info *info = document_kind_info(kind);
    const void *document = lookup_document(exchange, kind);
    struct web_request request = { .task = WEB_COMMAND };

    if (!document || !documents_match(exchange, kind, document))
        return;
    /* All remove_... commands are alike: {id, version}. */
    const struct record *record = command_record(info->remove_command);
    void *data = &request.command.as;
    request.command.type = info->remove_command;
    field_set_integer(record_field(record, "id"), data,
                      (int64_t)document_id(document));
    field_set_integer(record_field(record, "version"), data,
                      document_version(kind, document));

    if (has_secret(kind)) {
        struct web_side *side = &request.sides[request.side_count++];
        side->kind = WEB_SIDE_SECRET;
        (void)snprintf(side->key, sizeof(side->key), "%s/%" PRIu64, info->name,
                       document_id(document));
    }
    if (exchange->match.route->query == QUERY_REPLACED &&
        !put_replacement(exchange, document, &request))
        return;
    exchange->id = document_id(document);
    answer_document(exchange, kind, document, 200);
    exchange_ask(exchange, &request, answer_removed);
}
