/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a head to a resource, and from a reply to an answer. */

#include "web/exchange.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "web/inside.h"
#include "web/piece.h"

struct exchange *exchange_new(struct web *web, struct client *client)
{
    assert(web);

    if (web->slots.free_count == 0)
        return NULL;
    struct exchange *exchange = calloc(1, sizeof(*exchange));
    if (!exchange)
        return NULL;

    exchange->web = web;
    exchange->client = client;
    exchange->slot.index = web->slots.free[--web->slots.free_count];
    exchange->slot.generation = web->slots.generations[exchange->slot.index];
    web->slots.exchanges[exchange->slot.index] = exchange;
    exchange->began_us = web_now_us(web);
    return exchange;
}

struct exchange *exchange_free(struct exchange *exchange)
{
    if (!exchange)
        return NULL;

    struct web_slots *slots = &exchange->web->slots;
    slots->exchanges[exchange->slot.index] = NULL;
    slots->generations[exchange->slot.index]++;
    slots->free[slots->free_count++] = exchange->slot.index;

    if (exchange->kept)
        exchange->drop_kept(exchange->kept);
    piece_free(exchange->piece);
    value_free(exchange->value);
    if (exchange->body)
        password_wipe(exchange->body, exchange->length);
    free(exchange->body);
    answer_done(&exchange->answer);
    password_wipe(exchange, sizeof(*exchange));
    free(exchange);
    return NULL;
}

int64_t exchange_now_us(const struct exchange *exchange)
{
    return web_now_us(exchange->web);
}

const struct state *exchange_floor(const struct exchange *exchange)
{
    return exchange->web->floor;
}

/* The user's own language is for those who do not ask for one. */
static enum language language_of(const struct exchange *exchange,
                                 const struct message_head *head)
{
    const struct event_user_set *user =
        state_user(exchange->web->floor, exchange->asker.user_id);
    enum language otherwise = LANGUAGE_EN;

    if (user)
        (void)lang_find(word_spell(&word_list_speech, (int)user->language),
                        &otherwise);
    return lang_from_accept(message_head_field(head, "accept-language"),
                            otherwise);
}

static enum problem find_method(struct exchange *exchange, const char *word)
{
    struct route_match *match = &exchange->match;
    int method = method_find(strcmp(word, "HEAD") == 0 ? "GET" : word);

    exchange->is_head = strcmp(word, "HEAD") == 0;
    if (route_find(method < 0 ? METHOD_GET : (enum method)method,
                   exchange->target.path, match) < 0)
        return PROBLEM_NOT_FOUND;
    if (method >= 0 && match->route)
        return PROBLEM_NONE;

    match->route = NULL;
    exchange->answer.allow = match->methods;
    return PROBLEM_METHOD_NOT_ALLOWED;
}

/* Copies a header, because the head is gone when the body comes. */
static enum problem keep_header(const struct message_head *head,
                                const char *name, char *to, size_t size)
{
    const char *value = message_head_field(head, name);

    if (!value)
        return PROBLEM_NONE;
    if (*value == '\0' || strlen(value) >= size)
        return PROBLEM_BAD_HEADER;
    memcpy(to, value, strlen(value) + 1);
    return PROBLEM_NONE;
}

static enum problem keep_headers(struct exchange *exchange,
                                 const struct message_head *head,
                                 const char **ret_field)
{
    enum problem problem = keep_header(head, "if-match", exchange->if_match,
                                       sizeof(exchange->if_match));

    *ret_field = problem ? "If-Match" : NULL;
    if (problem)
        return problem;
    problem = keep_header(head, "idempotency-key", exchange->idempotency_key,
                          sizeof(exchange->idempotency_key));
    *ret_field = problem ? "Idempotency-Key" : NULL;
    return problem;
}

/* One that has no room cannot be obeyed, and need not be. */
static void keep_range(const struct message_head *head, const char *name,
                       char *to, size_t size)
{
    const char *value = message_head_field(head, name);

    if (value && strlen(value) < size)
        memcpy(to, value, strlen(value) + 1);
    else if (value)
        memcpy(to, "?", 2); /* which fits nothing */
}

static bool is_type(const char *given, const char *wanted)
{
    size_t length = strlen(wanted);

    return strncasecmp(given, wanted, length) == 0 &&
           (given[length] == '\0' || given[length] == ';' ||
            given[length] == ' ');
}

/* The registered name, what is said besides, and none. What the file is in
   truth, its parser says. */
static bool is_sound_type(const char *type)
{
    static const char *const types[] = { "audio/wav",
                                         "audio/x-wav",
                                         "audio/wave",
                                         "audio/vnd.wave",
                                         "application/octet-stream",
                                         "application/x-www-form-urlencoded" };

    for (size_t i = 0; type && i < sizeof(types) / sizeof(types[0]); i++)
        if (is_type(type, types[i]))
            return true;
    return !type;
}

static bool is_table_type(const char *type)
{
    return !type || is_type(type, "text/csv") || is_type(type, "text/plain") ||
           is_type(type, "application/x-www-form-urlencoded");
}

static bool is_calendar_type(const char *type)
{
    return !type || is_type(type, "text/calendar") ||
           is_type(type, "text/plain") ||
           is_type(type, "application/x-www-form-urlencoded");
}

static enum problem check_type(const struct exchange *exchange,
                               const struct message_head *head)
{
    const char *type = message_head_field(head, "content-type");
    bool has_body = head->is_chunked || head->content_length > 0;

    if (!has_body || exchange->match.route->body.kind == CONTENT_NOTHING)
        return PROBLEM_NONE;
    if (exchange->match.route->body.kind == CONTENT_SOUND)
        return is_sound_type(type) ? PROBLEM_NONE : PROBLEM_NOT_SOUND_TYPE;
    if (exchange->match.route->body.kind == CONTENT_CSV)
        return is_table_type(type) ? PROBLEM_NONE : PROBLEM_NOT_CSV_TYPE;
    if (exchange->match.route->body.kind == CONTENT_ICAL)
        return is_calendar_type(type) ? PROBLEM_NONE : PROBLEM_NOT_ICAL_TYPE;
    if (!type || strncasecmp(type, "application/json", 16) == 0 ||
        strncasecmp(type, "application/x-www-form-urlencoded", 33) == 0)
        return PROBLEM_NONE; /* the latter is curl's guess at any body */
    return PROBLEM_NOT_JSON_TYPE;
}

static enum problem check_permission(const struct exchange *exchange)
{
    const struct asker *asker = &exchange->asker;
    enum permission permission = exchange->match.route->permission;

    if (permission == PERMISSION_ANYONE)
        return PROBLEM_NONE;
    if (!asker->is_signed_in)
        return PROBLEM_UNAUTHORIZED;
    return asker_scope(asker, permission) == MAY_NOT ? PROBLEM_FORBIDDEN
                                                     : PROBLEM_NONE;
}

/* A parameter that is not known would be one that does not count. */
static const char *unknown_parameter(const struct exchange *exchange)
{
    static const char *const listed[] = { "limit", "cursor", "sort", "filter",
                                          NULL };
    static const char *const events[] = { "limit", "after", "filter", NULL };
    static const char *const period[] = { "from", "until", NULL };
    static const char *const replaced[] = { "replacement", NULL };
    static const char *const none[] = { NULL };
    enum route_query query = exchange->match.route->query;
    const char *const *known = query == QUERY_LISTED     ? listed
                               : query == QUERY_EVENTS   ? events
                               : query == QUERY_PERIOD   ? period
                               : query == QUERY_REPLACED ? replaced
                                                         : none;

    for (size_t i = 0; i < exchange->target.parameter_count; i++) {
        const char *name = exchange->target.parameters[i].name;
        size_t at = 0;

        while (known[at] && strcmp(known[at], name) != 0)
            at++;
        if (!known[at])
            return name;
    }
    return NULL;
}

/* @param ret_field  what of it is wrong, where that has a name */
static enum problem begin(struct exchange *exchange,
                          const struct message_head *head, int64_t local_uid,
                          const char **ret_field)
{
    struct web *web = exchange->web;
    int64_t wall_us = state_wall_us(web->floor, web_now_us(web));
    enum problem problem;

    problem = asker_find(&exchange->asker, web->floor, web->tokens,
                         message_head_field(head, "authorization"), local_uid,
                         wall_us);
    exchange->language = language_of(exchange, head);
    enum problem wrong_target = target_parse(head->target, &exchange->target);
    if (wrong_target == PROBLEM_BAD_PARAMETER)
        *ret_field = exchange->target.wrong;
    if (wrong_target)
        return wrong_target;

    enum problem no_route = find_method(exchange, head->method);
    if (no_route)
        return no_route;
    if (problem && exchange->match.route->permission != PERMISSION_ANYONE)
        return problem;
    problem = check_permission(exchange);
    if (!problem)
        problem = check_type(exchange, head);
    keep_range(head, "range", exchange->range, sizeof(exchange->range));
    keep_range(head, "if-range", exchange->if_range,
               sizeof(exchange->if_range));
    if (!problem)
        problem = keep_headers(exchange, head, ret_field);
    return problem;
}

void exchange_begin(struct exchange *exchange, const struct message_head *head,
                    int64_t local_uid, const char *source)
{
    enum problem problem;

    assert(exchange && head && source);

    (void)snprintf(exchange->asker.source, sizeof(exchange->asker.source), "%s",
                   source);
    const char *field = NULL;

    problem = begin(exchange, head, local_uid, &field);
    greeting_read(head, &exchange->greeting);
    if (problem) {
        exchange_refuse_field(exchange, problem, field);
        return;
    }
    const char *unknown = unknown_parameter(exchange);
    if (unknown)
        exchange_refuse_field(exchange, PROBLEM_UNKNOWN_PARAMETER, unknown);
}

size_t exchange_max_body(const struct exchange *exchange)
{
    assert(exchange);

    const struct route *route = exchange->match.route;
    if (route && (route->body.kind == CONTENT_FLOW_TEXT ||
                  route->body.kind == CONTENT_FLOW_NODE))
        return EXCHANGE_MAX_FLOW_BODY;
    if (route && route->body.kind == CONTENT_SOUND)
        return EXCHANGE_MAX_SOUND_BODY;
    if (route && route->body.kind == CONTENT_CSV)
        return EXCHANGE_MAX_CSV_BODY;
    if (route && route->body.kind == CONTENT_ICAL)
        return EXCHANGE_MAX_ICAL_BODY;
    return EXCHANGE_MAX_BODY;
}

static bool read_json(struct exchange *exchange)
{
    struct mistake mistake;
    int rc;

    /* A command all of whose fields have presets needs no body. */
    if (exchange->length == 0) {
        exchange->value = value_object();
        rc = exchange->value ? 0 : -ENOMEM;
    } else {
        rc = value_parse(exchange->body, exchange->length,
                         exchange_max_body(exchange), &exchange->value,
                         &mistake);
    }
    if (rc == -EBADMSG)
        answer_with_mistake(&exchange->answer, exchange->language, &mistake);
    else if (rc < 0)
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
    return rc == 0;
}

/* A fingerprint is kept for a day: masked keys are so few that they could be
   found out by trying all. So these are told apart by their key alone. */
static bool keeps_nothing_of(const struct route *route)
{
    return route->id == ROUTE_AGENT_DIGITS;
}

/* Answers a request that is being done, or was another one. */
static bool look_up_repeat(struct exchange *exchange)
{
    const struct route *route = exchange->match.route;
    const struct repeat *first;

    if (!exchange->idempotency_key[0] || route->method != METHOD_POST)
        return true;
    repeat_name(exchange->asker.user_id, exchange->idempotency_key,
                exchange->repeat_key);
    repeat_fingerprint(route->name, exchange->target.path, exchange->body,
                       keeps_nothing_of(route) ? 0 : exchange->length,
                       exchange->fingerprint);
    first = repeats_find(exchange->web->repeats, exchange->repeat_key);
    if (!first)
        return true;

    if (memcmp(first->fingerprint, exchange->fingerprint, FINGERPRINT_SIZE) !=
        0) {
        exchange_refuse(exchange, PROBLEM_IDEMPOTENCY_CONFLICT);
        return false;
    }
    if (!first->is_done) {
        exchange_refuse(exchange, PROBLEM_IDEMPOTENCY_BUSY);
        return false;
    }
    exchange->is_repeat = true;
    exchange->first_reply.id = first->id;
    exchange->first_reply.seq = first->seq;
    return true;
}

bool exchange_take_body(struct exchange *exchange)
{
    assert(exchange && exchange->answer.status == 0);

    if (exchange->match.route->body.kind == CONTENT_NOTHING) {
        if (exchange->length > 0)
            exchange_refuse(exchange, PROBLEM_BODY_UNWANTED);
        return exchange->length == 0 && look_up_repeat(exchange);
    }
    if (exchange->match.route->body.kind == CONTENT_SOUND ||
        exchange->match.route->body.kind == CONTENT_CSV ||
        exchange->match.route->body.kind == CONTENT_ICAL)
        return look_up_repeat(exchange);
    return read_json(exchange) && look_up_repeat(exchange);
}

void exchange_answer_done(struct exchange *exchange,
                          const struct web_reply *reply)
{
    struct json_t *value = value_object();
    int rc = 0;

    rc |= value_set_integer(value, "seq", (int64_t)reply->seq);
    rc |= value_set_integer(value, "id", (int64_t)reply->id);
    answer_with_value(&exchange->answer, 200,
                      rc == 0 ? value : value_free(value));
}
