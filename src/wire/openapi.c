/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paths from routes; see openapi_schema.c for the records. */

#include "wire/openapi.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "wire/openapi_schema.h"
#include "wire/problem.h"
#include "wire/route.h"

/* {"$ref": "#/components/<where>/<name>"} */
static struct json_t *reference(const char *where, const char *name)
{
    struct json_t *value = value_object();
    char text[128];

    (void)snprintf(text, sizeof(text), "#/components/%s/%s", where, name);
    return value_set_text(value, "$ref", text) == 0 ? value : value_free(value);
}

static struct json_t *typed(const char *type)
{
    struct json_t *value = value_object();

    return value_set_text(value, "type", type) == 0 ? value : value_free(value);
}

/* {"application/json": {"schema": ...}} */
static struct json_t *media(const char *type, struct json_t *schema)
{
    struct json_t *inner = value_object();
    struct json_t *outer = value_object();
    int rc = 0;

    rc |= value_set(inner, "schema", schema);
    rc |= value_set(outer, type, inner);
    return rc == 0 ? outer : value_free(outer);
}

static struct json_t *content_schema(struct content content)
{
    char name[64];

    switch (content.kind) {
    case CONTENT_DOCUMENTS:
    case CONTENT_SHAPES:
    case CONTENT_EVENTS:
        openapi_schema_name(content, name, sizeof(name));
        return openapi_list_schema(reference("schemas", name));
    case CONTENT_TEXT:
    case CONTENT_CSV:
    case CONTENT_ICAL:
    case CONTENT_METRICS:
        return typed("string");
    case CONTENT_OPENAPI:
        return typed("object");
    case CONTENT_PCAP:
    case CONTENT_SOUND:
    case CONTENT_AUDIO: /* OpenAPI 3.1: bytes have no schema */
        return value_object();
    default:
        openapi_schema_name(content, name, sizeof(name));
        return reference("schemas", name);
    }
}

static const char *content_type(struct content content)
{
    switch (content.kind) {
    case CONTENT_TEXT:
    case CONTENT_METRICS:
        return "text/plain";
    case CONTENT_SOUND:
    case CONTENT_AUDIO:
        return "audio/wav";
    case CONTENT_CSV:
        return "text/csv";
    case CONTENT_ICAL:
        return "text/calendar";
    case CONTENT_PCAP:
        return "application/vnd.tcpdump.pcap";
    default:
        return "application/json";
    }
}

static struct json_t *body_value(const struct route *route)
{
    struct json_t *value = value_object();
    struct content body = route->body;
    struct json_t *schema =
        body.kind == CONTENT_DOCUMENT  ? openapi_body_reference(body)
        : body.kind == CONTENT_COMMAND ? openapi_command_body(route)
                                       : content_schema(body);
    int rc = 0;

    rc |= value_set_flag(value, "required", body.kind != CONTENT_COMMAND);
    rc |= value_set(value, "content", media(content_type(body), schema));
    return rc == 0 ? value : value_free(value);
}

static int add_parameter(struct json_t *list, const char *name,
                         const char *where, const char *type, bool is_needed,
                         const char *says)
{
    struct json_t *value = value_object();
    int rc = 0;

    rc |= value_set_text(value, "name", name);
    rc |= value_set_text(value, "in", where);
    rc |= value_set_flag(value, "required", is_needed);
    rc |= value_set_text(value, "description", says);
    rc |= value_set(value, "schema", typed(type));
    return rc == 0 ? value_append(list, value) : (value_free(value), rc);
}

static int add_path_parameters(struct json_t *list, const char *path)
{
    int rc = 0;

    for (const char *at = strchr(path, '{'); at; at = strchr(at + 1, '{')) {
        char name[32] = "";
        size_t length = strcspn(at + 1, "}");

        if (length < sizeof(name))
            memcpy(name, at + 1, length);
        rc |= add_parameter(list, name, "path", "string", true,
                            "the number, or the name");
    }
    return rc;
}

/* What is told of a filter, as it grows. */
struct filter_help {
    char text[2048];
    size_t length;
};

static void append(struct filter_help *help, const char *text)
{
    size_t room = sizeof(help->text) - help->length;
    int length = snprintf(help->text + help->length, room, "%s", text);

    if (length > 0 && (size_t)length < room)
        help->length += (size_t)length;
    else
        help->text[help->length] = '\0';
}

/* "state (running, kept)" */
static void append_field(struct filter_help *help, const struct field *field)
{
    append(help, field->name);
    if (field->kind != FIELD_WORD)
        return;
    for (size_t i = 0; i < field->words->count; i++) {
        append(help, i == 0 ? " (" : ", ");
        append(help, field->words->words[i]);
    }
    append(help, ")");
}

/* What can be asked for is what the list's records have. */
static int add_filter(struct json_t *list, const struct record *record)
{
    struct filter_help help = { .length = 0 };

    append(&help, "such as: state = paused and misses > 1; relations are = != "
                  "< > <= >= and ~ (contains)");
    for (size_t i = 0; record && i < record->field_count; i++) {
        if (record->fields[i].kind == FIELD_CANDIDATES)
            continue;
        append(&help, i == 0 ? "; fields: " : ", ");
        append_field(&help, &record->fields[i]);
    }
    return add_parameter(list, "filter", "query", "string", false, help.text);
}

static int add_query_parameters(struct json_t *list, const struct route *route)
{
    bool is_listed = route->query == QUERY_LISTED;
    int rc = 0;

    if (route->query == QUERY_PERIOD)
        return add_parameter(list, "from", "query", "string", false,
                             "the beginning, as 2026-11-22 or "
                             "2026-11-22T14:02; a week before the end when not "
                             "given") |
               add_parameter(list, "until", "query", "string", false,
                             "the end; now when not given");
    if (route->query == QUERY_REPLACED)
        return add_parameter(list, "replacement", "query", "string", false,
                             "what takes its place, by name or number");
    if (!is_listed && route->query != QUERY_EVENTS)
        return 0;
    rc |= add_parameter(
        list, "limit", "query", "integer", false,
        route->id == ROUTE_CONTACT_EVENTS
            ? "how many at most: 1 to 1,000, which it is when not given"
            : "how many at most: 1 to 1,000; 100 when not given");
    if (is_listed) {
        rc |= add_parameter(list, "cursor", "query", "string", false,
                            "next of the page before");
        rc |= add_parameter(list, "sort", "query", "string", false,
                            "a field; -field for the other way round");
    } else {
        rc |= add_parameter(list, "after", "query", "integer", false,
                            "the number after which to go on: next of the page "
                            "before");
    }
    return rc | add_filter(list, content_record(route->answer));
}

static struct json_t *parameters_value(const struct route *route)
{
    struct json_t *list = value_list();
    int rc = 0;

    rc |= add_path_parameters(list, route->path);
    rc |= add_query_parameters(list, route);
    if (route->query == QUERY_MATCHED || route->query == QUERY_REPLACED)
        rc |= add_parameter(list, "If-Match", "header", "string", true,
                            "the ETag that was read; * for any");
    if (route->answer.kind == CONTENT_AUDIO)
        rc |= add_parameter(list, "Range", "header", "string", false,
                            "one range of bytes, answered with 206");
    if (route->method == METHOD_POST)
        rc |= add_parameter(list, "Idempotency-Key", "header", "string", false,
                            "sent again with the same key within 24 hours, "
                            "the request is done once");
    return rc == 0 ? list : value_free(list);
}

static struct json_t *answer_value(const struct route *route)
{
    struct json_t *value = value_object();
    int rc = value_set_text(value, "description", route->doc);

    struct json_t *schema = route->query == QUERY_REPLACED
                                ? openapi_replaced_schema(route->answer)
                                : NULL;

    if (route->answer.kind != CONTENT_NOTHING)
        rc |= value_set(value, "content",
                        media(content_type(route->answer),
                              schema ? schema : content_schema(route->answer)));
    return rc == 0 ? value : value_free(value);
}

static struct json_t *answers_value(const struct route *route)
{
    struct json_t *value = value_object();
    char status[8];
    int rc = 0;

    (void)snprintf(status, sizeof(status), "%d", route->status);
    rc |= value_set(value, status, answer_value(route));
    if (route->id == ROUTE_READINESS)
        rc |= value_set(value, "503", answer_value(route));
    if (route->answer.kind == CONTENT_AUDIO)
        rc |= value_set(value, "206", answer_value(route));
    rc |= value_set(value, "default", reference("responses", "problem"));
    return rc == 0 ? value : value_free(value);
}

static struct json_t *operation_value(const struct route *route)
{
    struct json_t *value = value_object();
    int rc = 0;

    rc |= value_set_text(value, "operationId", route->name);
    rc |= value_set_text(value, "summary", route->doc);
    rc |= value_set_text(value, "x-permission",
                         permission_info(route->permission)->name);
    if (route->permission == PERMISSION_ANYONE)
        rc |= value_set(value, "security", value_list());
    rc |= value_set(value, "parameters", parameters_value(route));
    if (route->body.kind != CONTENT_NOTHING)
        rc |= value_set(value, "requestBody", body_value(route));
    rc |= value_set(value, "responses", answers_value(route));
    return rc == 0 ? value : value_free(value);
}

static int add_route(struct json_t *paths, const struct route *route)
{
    char method[8] = "";
    int rc = 0;

    for (size_t i = 0; method_word(route->method)[i]; i++)
        method[i] = (char)tolower(method_word(route->method)[i]);
    if (!value_get(paths, route->path))
        rc |= value_set(paths, route->path, value_object());
    rc |= value_set(value_get(paths, route->path), method,
                    operation_value(route));
    return rc;
}

static struct json_t *paths_value(void)
{
    struct json_t *paths = value_object();
    int rc = 0;

    for (int id = 0; id < ROUTE_COUNT; id++)
        rc |= add_route(paths, route_get((enum route_id)id));
    return rc == 0 ? paths : value_free(paths);
}

static struct json_t *problem_answer(void)
{
    struct json_t *inner = value_object();
    struct json_t *outer = value_object();
    int rc = 0;

    rc |= value_set_text(inner, "description", "why not (RFC 9457)");
    rc |= value_set(
        inner, "content",
        media("application/problem+json", reference("schemas", "problem")));
    rc |= value_set(outer, "problem", inner);
    return rc == 0 ? outer : value_free(outer);
}

static struct json_t *schemes_value(void)
{
    struct json_t *bearer = value_object();
    struct json_t *value = value_object();
    int rc = 0;

    rc |= value_set_text(bearer, "type", "http");
    rc |= value_set_text(bearer, "scheme", "bearer");
    rc |= value_set_text(bearer, "description",
                         "the token of POST /api/sessions, or an API key; "
                         "at the Unix socket the local account signs in");
    rc |= value_set(value, "bearer", bearer);
    return rc == 0 ? value : value_free(value);
}

static struct json_t *components_value(void)
{
    struct json_t *value = value_object();
    int rc = 0;

    rc |= value_set(value, "schemas", openapi_schemas());
    rc |= value_set(value, "responses", problem_answer());
    rc |= value_set(value, "securitySchemes", schemes_value());
    return rc == 0 ? value : value_free(value);
}

static struct json_t *security_value(void)
{
    struct json_t *scheme = value_object();
    struct json_t *list = value_list();
    int rc = value_set(scheme, "bearer", value_list());

    rc |= value_append(list, scheme);
    return rc == 0 ? list : value_free(list);
}

static struct json_t *info_value(void)
{
    struct json_t *value = value_object();
    int rc = 0;

    rc |= value_set_text(value, "title", "CC-Lite");
    rc |= value_set_text(value, "version", "1");
    rc |= value_set_text(value, "description",
                         "Problems speak the language of Accept-Language. An "
                         "id in a body may be given as a number or a name.");
    return rc == 0 ? value : value_free(value);
}

struct json_t *openapi_value(void)
{
    struct json_t *value = value_object();
    int rc = 0;

    rc |= value_set_text(value, "openapi", "3.1.0");
    rc |= value_set(value, "info", info_value());
    rc |= value_set(value, "security", security_value());
    rc |= value_set(value, "paths", paths_value());
    rc |= value_set(value, "components", components_value());
    return rc == 0 ? value : value_free(value);
}
