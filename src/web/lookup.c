/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers and names become documents, objects become records. */

#include "web/lookup.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "web/team.h"
#include "wire/record_json.h"

/* 1, 2, 3, ...; 0 when it is no number. */
static uint64_t read_number(const char *text)
{
    uint64_t number = 0;

    if (*text == '0')
        return 0;
    for (; *text; text++) {
        if (*text < '0' || *text > '9' || number > INT64_MAX / 10 - 1)
            return 0;
        number = 10 * number + (uint64_t)(*text - '0');
    }
    return number;
}

/* Who is of a team is sent no byte of another's, not even the own words. */
static const char *tellable(const struct exchange *exchange, const char *name)
{
    return exchange->asker.team_id == 0 ? name : "";
}

void lookup_refuse_name(struct exchange *exchange, const char *name)
{
    char safe[MISTAKE_NAME_SIZE];

    name = tellable(exchange, name);
    (void)text_safe(name, strlen(name), safe, sizeof(safe));
    answer_with_matter(&exchange->answer, exchange->language, PROBLEM_NOT_FOUND,
                       &(struct answer_matter){ .name = safe });
}

/* What is another team's is as if there were none. */
const void *lookup_given(const struct exchange *exchange,
                         enum document_kind kind, const char *text)
{
    const struct state *floor = exchange_floor(exchange);
    uint64_t id = read_number(text);
    const void *document = id > 0 ? state_document(floor, kind, id) : NULL;

    if (!document && strlen(text) < sizeof(struct name))
        document = state_document_named(floor, kind, text);

    return document &&
                   team_has_document(&exchange->asker, floor, kind, document)
               ? document
               : NULL;
}

const void *lookup_document(struct exchange *exchange, enum document_kind kind)
{
    const char *text = exchange->match.parameters[0].text;
    const void *document = lookup_given(exchange, kind, text);

    if (!document)
        lookup_refuse_name(exchange, text);
    return document;
}

uint64_t document_id(const void *document)
{
    uint64_t id;

    memcpy(&id, document, sizeof(id));
    return id;
}

int64_t document_version(enum document_kind kind, const void *document)
{
    const struct record *record = document_kind_info(kind)->record;

    return field_get_integer(record_field(record, "version"), document);
}

uint64_t lookup_number(struct exchange *exchange, size_t parameter)
{
    uint64_t number = read_number(exchange->match.parameters[parameter].text);

    if (number == 0)
        lookup_refuse_name(exchange,
                           exchange->match.parameters[parameter].text);
    return number;
}

/* Of some, another field says what they refer to. */
static int reference_of(const struct json_t *object, const char *field)
{
    const char *companion = route_companion(field);
    const char *to = companion ? value_get_text(object, companion) : NULL;

    if (!companion)
        return route_reference(field);
    return to ? route_destination(to) : -ENOENT;
}

static bool put_id(struct exchange *exchange, const char *field,
                   const char *name)
{
    int kind = reference_of(exchange->value, field);
    const void *document = NULL;
    struct mistake mistake;

    if (kind >= 0)
        document = state_document_named(exchange_floor(exchange),
                                        (enum document_kind)kind, name);
    if (!document) {
        (void)mistake_note_name(&mistake, field, tellable(exchange, name));
        answer_with_mistake(&exchange->answer, exchange->language, &mistake);
        return false;
    }
    if (value_set_integer(exchange->value, field,
                          (int64_t)document_id(document)) < 0) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return false;
    }
    return true;
}

/* Puts numbers where the body has names of other documents. */
static bool put_ids(struct exchange *exchange, const struct record *record)
{
    for (size_t i = 0; i < record->field_count; i++) {
        const struct field *field = &record->fields[i];
        const char *name = value_get_text(exchange->value, field->name);
        char number[64] = "";

        if (field->kind != FIELD_ID || !name)
            continue;
        if (strlen(name) >= sizeof(number))
            name = "";
        memcpy(number, name, strlen(name));
        if (!put_id(exchange, field->name, number))
            return false;
    }
    return true;
}

static bool has_foreign(const struct exchange *exchange, int kind, uint64_t id)
{
    return kind >= 0 && !team_has_id(&exchange->asker, exchange_floor(exchange),
                                     (enum document_kind)kind, id);
}

/* What another team has cannot be named, be it by its number. */
static bool check_teams(struct exchange *exchange, const struct record *record,
                        const void *data)
{
    struct mistake mistake;

    for (size_t i = 0; i < record->field_count; i++) {
        const struct field *field = &record->fields[i];

        if (field->kind != FIELD_ID ||
            !has_foreign(exchange, reference_of(exchange->value, field->name),
                         (uint64_t)field_get_integer(field, data)))
            continue;
        (void)mistake_note(&mistake, MISTAKE_NO_SUCH_NAME, field->name);
        answer_with_mistake(&exchange->answer, exchange->language, &mistake);
        return false;
    }
    return true;
}

bool lookup_body(struct exchange *exchange, const struct record *record,
                 const char *path_field, void *data)
{
    struct mistake mistake;
    int rc;

    assert(exchange && record && data);

    if (path_field && value_get(exchange->value, path_field)) {
        (void)mistake_note(&mistake, MISTAKE_UNKNOWN_FIELD, path_field);
        answer_with_mistake(&exchange->answer, exchange->language, &mistake);
        return false;
    }
    if (!put_ids(exchange, record))
        return false;
    rc = record_from_json(record, exchange->value, MISSING_PRESET, data,
                          &mistake);
    if (rc == -EBADMSG)
        answer_with_mistake(&exchange->answer, exchange->language, &mistake);
    else if (rc < 0)
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
    return rc == 0 && (exchange->asker.team_id == 0 ||
                       check_teams(exchange, record, data));
}

bool lookup_may(struct exchange *exchange, uint64_t user_id, uint64_t agent_id)
{
    enum permission permission = exchange->match.route->permission;

    if (asker_may(&exchange->asker, permission, user_id, agent_id))
        return true;
    exchange_refuse(exchange, PROBLEM_FORBIDDEN);
    return false;
}

enum event_view lookup_view(const struct exchange *exchange)
{
    return asker_scope(&exchange->asker, PERMISSION_NUMBER_SEE) == MAY
               ? EVENT_WHOLE
               : EVENT_REDACTED;
}

const char *lookup_name(const struct exchange *exchange,
                        enum document_kind kind, uint64_t id)
{
    const struct record *record = document_kind_info(kind)->record;
    const void *document =
        id > 0 ? state_document(exchange_floor(exchange), kind, id) : NULL;

    return document ? field_get_text(record_field(record, "name"), document)
                    : "";
}
