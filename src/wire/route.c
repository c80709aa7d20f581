/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of routes, and how a path is found in it. */

#include "wire/route.h"

#include <assert.h>
#include <errno.h>
#include <string.h>

static const char *const methods[METHOD_COUNT] = {
    [METHOD_GET] = "GET",
    [METHOD_POST] = "POST",
    [METHOD_PUT] = "PUT",
    [METHOD_DELETE] = "DELETE",
};

/* clang-format off */
#define NOTHING         { CONTENT_NOTHING, 0 }
#define DOCUMENT(CODE)  { CONTENT_DOCUMENT, DOCUMENT_##CODE }
#define DOCUMENTS(CODE) { CONTENT_DOCUMENTS, DOCUMENT_##CODE }
#define COMMAND(CODE)   { CONTENT_COMMAND, COMMAND_##CODE }
#define SHAPE(CODE)     { CONTENT_SHAPE, SHAPE_##CODE }
#define SHAPES(CODE)    { CONTENT_SHAPES, SHAPE_##CODE }
#define FLOW_TEXT       { CONTENT_FLOW_TEXT, 0 }
#define FLOW_NODE       { CONTENT_FLOW_NODE, 0 }
#define SOUND           { CONTENT_SOUND, 0 }
#define CSV             { CONTENT_CSV, 0 }
#define ICAL            { CONTENT_ICAL, 0 }
#define EVENTS          { CONTENT_EVENTS, 0 }
#define TEXT            { CONTENT_TEXT, 0 }
#define METRICS         { CONTENT_METRICS, 0 }
#define OPENAPI         { CONTENT_OPENAPI, 0 }
#define AUDIO           { CONTENT_AUDIO, 0 }
#define PCAP            { CONTENT_PCAP, 0 }

static const struct route routes[] = {
#define ROUTE(CODE, word, verb, text, allows, asks, takes, gives, code, says)  \
    { .id = ROUTE_##CODE, .name = #word, .method = METHOD_##verb,              \
      .path = text, .permission = PERMISSION_##allows,                         \
      .query = QUERY_##asks, .body = takes, .answer = gives, .status = code,   \
      .doc = says },
#include "wire/route.def"
};
/* clang-format on */

const struct route *route_get(enum route_id id)
{
    assert(id < ROUTE_COUNT && routes[id].id == id);

    return &routes[id];
}

const char *method_word(enum method method)
{
    assert(method < METHOD_COUNT);

    return methods[method];
}

int method_find(const char *word)
{
    assert(word);

    for (int i = 0; i < METHOD_COUNT; i++)
        if (strcmp(methods[i], word) == 0)
            return i;

    return -ENOENT;
}

static bool take_parameter(const char *path, size_t length,
                           struct name *ret_parameter)
{
    if (length < 1 || length >= sizeof(ret_parameter->text))
        return false;

    *ret_parameter = (struct name){ 0 };
    memcpy(ret_parameter->text, path, length);
    return true;
}

/* Goes through both paths part by part; {id} stands for any part. Returns how
   many such there are; -1 when the paths do not fit. */
static int path_fits(const char *pattern, const char *path,
                     struct name *ret_parameters)
{
    int count = 0;

    while (*pattern == '/' && *path == '/') {
        size_t wanted = strcspn(++pattern, "/");
        size_t given = strcspn(++path, "/");

        if (*pattern == '{') {
            assert(count < ROUTE_MAX_PARAMETERS);
            if (!take_parameter(path, given, &ret_parameters[count++]))
                return -1;
        } else if (wanted != given || memcmp(pattern, path, given) != 0) {
            return -1;
        }
        pattern += wanted;
        path += given;
    }
    return *pattern == '\0' && *path == '\0' ? count : -1;
}

int route_find(enum method method, const char *path,
               struct route_match *ret_match)
{
    struct route_match match = { 0 };
    int least = ROUTE_MAX_PARAMETERS;

    assert(path && ret_match);

    for (size_t i = 0; i < ROUTE_COUNT; i++) {
        struct name parameters[ROUTE_MAX_PARAMETERS] = { 0 };

        int count = path_fits(routes[i].path, path, parameters);
        if (count < 0 || count > least)
            continue;
        if (count < least)
            match = (struct route_match){ 0 };
        least = count;
        match.methods |= 1U << routes[i].method;
        if (routes[i].method == method) {
            match.route = &routes[i];
            memcpy(match.parameters, parameters, sizeof(parameters));
        }
    }
    if (match.methods == 0)
        return -ENOENT;

    *ret_match = match;
    return 0;
}

const struct record *content_record(struct content content)
{
    switch (content.kind) {
    case CONTENT_DOCUMENT:
    case CONTENT_DOCUMENTS:
        return document_kind_info((enum document_kind)content.which)->record;
    case CONTENT_COMMAND:
        return command_record((unsigned)content.which);
    case CONTENT_SHAPE:
    case CONTENT_SHAPES:
        return shape_record((enum shape_id)content.which);
    default:
        return NULL;
    }
}

const char *route_path_field(const struct route *route)
{
    assert(route);

    if (route->body.kind != CONTENT_COMMAND)
        return NULL;
    if (strncmp(route->path, "/api/queues/", 12) == 0)
        return "queue_id"; /* where there is no {id}: every queue */
    if (!strchr(route->path, '{'))
        return NULL;
    if (strncmp(route->path, "/api/agents/", 12) == 0)
        return "agent_id";
    if (strncmp(route->path, "/api/teams/", 11) == 0)
        return "team_id";
    if (strncmp(route->path, "/api/voicemail/", 15) == 0)
        return "message_id";
    if (strncmp(route->path, "/api/queue-rules/", 17) == 0)
        return "way_id";
    if (strncmp(route->path, "/api/routing/", 13) == 0)
        return "rule_id";
    if (strncmp(route->path, "/api/callbacks/", 15) == 0)
        return "callback_id";
    return "contact_id";
}

int route_reference(const char *field_name)
{
    static const struct {
        const char *field;
        enum document_kind kind;
    } references[] = {
        { "user_id", DOCUMENT_USER },
        { "device_id", DOCUMENT_DEVICE },
        { "agent_id", DOCUMENT_AGENT },
        { "wanted_agent_id", DOCUMENT_AGENT },
        { "queue_id", DOCUMENT_QUEUE },
        { "flow_id", DOCUMENT_FLOW },
        { "trunk_id", DOCUMENT_TRUNK },
        { "trunk2_id", DOCUMENT_TRUNK },
        { "trunk3_id", DOCUMENT_TRUNK },
        { "trunk4_id", DOCUMENT_TRUNK },
        { "entry_id", DOCUMENT_ENTRY },
        { "reason_id", DOCUMENT_PAUSE_REASON },
        { "disposition_id", DOCUMENT_DISPOSITION },
        { "team_id", DOCUMENT_TEAM },
        { "prompt_id", DOCUMENT_PROMPT },
        { "message_id", DOCUMENT_PROMPT },
        { "route_id", DOCUMENT_ROUTE },
        { "cap_id", DOCUMENT_CAP },
        { "skill_id", DOCUMENT_SKILL },
        { "box_id", DOCUMENT_BOX },
        { "greeting_id", DOCUMENT_PROMPT },
        { "busy_id", DOCUMENT_PROMPT },
        { "closed_id", DOCUMENT_PROMPT },
        { "holiday_id", DOCUMENT_PROMPT },
        { "calendar_id", DOCUMENT_CALENDAR },
        { "caller_list_id", DOCUMENT_CALLER_LIST },
        { "callback_calendar_id", DOCUMENT_CALENDAR },
        { "callback_never_id", DOCUMENT_CALLER_LIST },
        { "callback_flow_id", DOCUMENT_FLOW },
        { "rule_id", DOCUMENT_RULE },
        { "before_id", DOCUMENT_RULE },
        { "way_id", DOCUMENT_QUEUE_RULE },
        { "before_way_id", DOCUMENT_QUEUE_RULE },
        { "lookup_id", DOCUMENT_LOOKUP },
    };

    assert(field_name);

    for (size_t i = 0; i < sizeof(references) / sizeof(references[0]); i++)
        if (strcmp(references[i].field, field_name) == 0)
            return (int)references[i].kind;

    return -ENOENT;
}

const char *route_companion(const char *field_name)
{
    static const char *const pairs[][2] = {
        { "overflow_id", "overflow_to" },
        { "operator_id", "operator_to" },
        { "target_id", "target" },
        { "to_id", "to" },
        { "to2_id", "to2" },
        { "to3_id", "to3" },
    };

    assert(field_name);

    for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++)
        if (strcmp(pairs[i][0], field_name) == 0)
            return pairs[i][1];

    return NULL;
}

int route_destination(const char *word)
{
    static const struct {
        enum destination to;
        enum document_kind kind;
    } destinations[] = {
        { TO_QUEUE, DOCUMENT_QUEUE },         { TO_FLOW, DOCUMENT_FLOW },
        { TO_AGENT, DOCUMENT_AGENT },         { TO_VOICEMAIL, DOCUMENT_BOX },
        { TO_ANNOUNCEMENT, DOCUMENT_PROMPT }, { TO_CALLBACK, DOCUMENT_QUEUE },
    };

    assert(word);

    int to = word_find(&word_list_destination, word);

    for (size_t i = 0; i < sizeof(destinations) / sizeof(destinations[0]); i++)
        if ((int)destinations[i].to == to)
            return (int)destinations[i].kind;

    return -ENOENT;
}
