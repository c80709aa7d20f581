/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One schema per record, one property per field. */

#include "wire/openapi_schema.h"

#include <assert.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "wire/record_json.h"
#include "wire/setting.h"

enum { RECORD_SIZE = 4096 };

/* Whether the schema tells what is given, or what is taken. */
enum side { GIVEN, TAKEN };

static int set_type(struct json_t *schema, const char *type, const char *other)
{
    struct json_t *both;

    if (!other)
        return value_set_text(schema, "type", type);
    both = value_list();
    int rc = value_append(both, value_text(type));
    rc |= value_append(both, value_text(other));
    return rc | value_set(schema, "type", both);
}

static int add_words(struct json_t *schema, const struct field *field)
{
    struct json_t *list = value_list();
    int rc = 0;

    for (size_t i = 0; i < field_word_count(field); i++)
        if (field_takes_word(field, i))
            rc |= value_append(list, value_text(field->words->words[i]));
    return rc | value_set(schema, "enum", list);
}

static int add_range(struct json_t *schema, const struct field *field,
                     const char *low, const char *high)
{
    int rc = 0;

    if ((field->is_setting || field->is_kept) &&
        (field->min != 0 || field->max != 0)) {
        rc |= value_set_integer(schema, low, field->min);
        rc |= value_set_integer(schema, high, field->max);
    }
    return rc;
}

static int describe_number(struct json_t *schema, const struct field *field,
                           enum side side)
{
    bool is_reference = field->kind == FIELD_ID && side == TAKEN;
    bool may_be_null = field->is_kept && field->min == 0;
    int rc = set_type(schema, "integer",
                      is_reference  ? "string"
                      : may_be_null ? "null"
                                    : NULL);

    if (field->kind == FIELD_ID)
        rc |= value_set_integer(schema, "minimum", 0);
    if (field->kind == FIELD_PERIOD)
        rc |= value_set_text(schema, "x-unit", "ms");
    if (field->kind == FIELD_TIME || field->kind == FIELD_SPAN ||
        field->kind == FIELD_WALL)
        rc |= value_set_text(schema, "x-unit", "us");
    return rc | add_range(schema, field, "minimum", "maximum");
}

static int describe_text(struct json_t *schema, const struct field *field,
                         enum side side)
{
    bool may_be_hidden = side == GIVEN && field->privacy == PRIVATE;
    int rc = set_type(schema, "string", may_be_hidden ? "null" : NULL);

    rc |= value_set_integer(schema, "maxLength", (int64_t)field->size - 1);
    if (field->kind == FIELD_NAME && field->is_setting)
        rc |= value_set_text(schema, "pattern",
                             field->min > 0 ? "^[a-z0-9][a-z0-9._-]*$"
                                            : "^([a-z0-9][a-z0-9._-]*)?$");
    return rc | add_range(schema, field, "minLength", "maxLength");
}

static int describe_kind(struct json_t *schema, const struct field *field,
                         enum side side)
{
    switch (field->kind) {
    case FIELD_FLAG:
        return set_type(schema, "boolean", NULL);
    case FIELD_WORD:
        return set_type(schema, "string", NULL) | add_words(schema, field);
    case FIELD_CANDIDATES:
        return value_set_text(schema, "$ref",
                              "#/components/schemas/candidates");
    default:
        return field_is_text(field) ? describe_text(schema, field, side)
                                    : describe_number(schema, field, side);
    }
}

/* The preset as JSON, which is not how a person writes it. */
static int add_preset(struct json_t *schema, const struct field *field)
{
    union {
        max_align_t aligned;
        char bytes[RECORD_SIZE];
    } data = { .bytes = "" };

    if (!field->is_setting || !field->preset)
        return 0;
    assert(field->offset + field->size <= sizeof(data));
    if (setting_parse(field, field->preset, &data, NULL) < 0)
        return 0;
    return value_set(schema, "default", field_to_json(field, &data));
}

static struct json_t *field_schema(const struct field *field, enum side side)
{
    struct json_t *schema = value_object();
    int rc = describe_kind(schema, field, side);

    if (field->doc)
        rc |= value_set_text(schema, "description", field->doc);
    if (side == TAKEN)
        rc |= add_preset(schema, field);
    if (field->privacy == PRIVATE)
        rc |= value_set_flag(schema, "x-private", true);
    return rc == 0 ? schema : value_free(schema);
}

/* What is given has all its fields; what is taken, those without a preset. */
static bool is_needed(const struct field *field, enum side side)
{
    return side == GIVEN || (field->is_setting && field->is_required);
}

static struct json_t *record_schema(const struct record *record, enum side side,
                                    bool only_settings, const char *without)
{
    struct json_t *schema = value_object();
    struct json_t *properties = value_object();
    struct json_t *needed = value_list();
    int rc = 0;

    for (size_t i = 0; i < record->field_count; i++) {
        const struct field *field = &record->fields[i];
        if ((only_settings && !field->is_setting) ||
            (without && strcmp(without, field->name) == 0))
            continue;
        rc |= value_set(properties, field->name, field_schema(field, side));
        if (is_needed(field, side))
            rc |= value_append(needed, value_text(field->name));
    }
    rc |= value_set_text(schema, "type", "object");
    if (record->doc)
        rc |= value_set_text(schema, "description", record->doc);
    rc |= value_set(schema, "properties", properties);
    rc |= value_set(schema, "required", needed);
    rc |= value_set_flag(schema, "additionalProperties", false);
    return rc == 0 ? schema : value_free(schema);
}

static bool is_taken(enum shape_id shape)
{
    for (int id = 0; id < ROUTE_COUNT; id++) {
        struct content body = route_get((enum route_id)id)->body;
        if (body.kind == CONTENT_SHAPE && body.which == (int)shape)
            return true;
    }
    return false;
}

static struct json_t *parsed(const char *text)
{
    struct json_t *value = NULL;

    return value_parse(text, strlen(text), strlen(text), &value, NULL) == 0
               ? value
               : NULL;
}

static struct json_t *event_schema(void)
{
    struct json_t *schema =
        parsed("{\"type\":\"object\",\"properties\":{"
               "\"seq\":{\"type\":\"integer\",\"minimum\":1},"
               "\"at_us\":{\"type\":\"integer\",\"x-unit\":\"us\"},"
               "\"wall_us\":{\"type\":\"integer\",\"x-unit\":\"us\"},"
               "\"by\":{\"type\":\"integer\",\"minimum\":0},"
               "\"type\":{\"type\":\"string\"}},"
               "\"required\":[\"seq\",\"at_us\",\"by\",\"type\"]}");
    struct json_t *types = value_list();
    int rc = 0;

    for (unsigned type = 0; type < EVENT_TYPE_COUNT; type++)
        rc |= value_append(types, value_text(event_record(type)->name));
    rc |= value_set(value_get(value_get(schema, "properties"), "type"), "enum",
                    types);
    return rc == 0 ? schema : value_free(schema);
}

static struct json_t *node_schema(void)
{
    struct json_t *schema = value_object();

    return value_set(schema, "oneOf", openapi_nodes()) == 0
               ? schema
               : value_free(schema);
}

static int add_fixed(struct json_t *schemas)
{
    int rc = 0;

    rc |= value_set(
        schemas, "problem",
        parsed("{\"type\":\"object\",\"properties\":{"
               "\"type\":{\"type\":\"string\",\"format\":\"uri\"},"
               "\"title\":{\"type\":\"string\"},"
               "\"status\":{\"type\":\"integer\"},"
               "\"code\":{\"type\":\"string\"},"
               "\"detail\":{\"type\":\"string\"},"
               "\"field\":{\"type\":\"string\"},"
               "\"fix\":{\"type\":\"string\"},"
               "\"right\":{\"type\":\"string\",\"description\":"
               "\"with forbidden: the right that is missing; not told where "
               "it is there, and for one's own things only\"},"
               "\"min\":{\"type\":\"integer\"},"
               "\"max\":{\"type\":\"integer\"},"
               "\"line\":{\"type\":\"integer\"},"
               "\"column\":{\"type\":\"integer\"},"
               "\"rejected_count\":{\"type\":\"integer\",\"description\":"
               "\"with bad_caller: so many rows are refused\"},"
               "\"rejected\":{\"type\":\"array\",\"description\":"
               "\"the first 100 of them\",\"items\":{\"type\":\"object\","
               "\"properties\":{\"row\":{\"type\":\"integer\"},"
               "\"fix\":{\"type\":\"string\"}}}},"
               "\"used_by_count\":{\"type\":\"integer\",\"description\":"
               "\"with in_use: how many use it, with those for which used_by "
               "has no room\"},"
               "\"used_by\":{\"type\":\"array\",\"description\":"
               "\"with in_use: documents that use it, as far as they may be "
               "seen; empty: calls do\",\"items\":{\"type\":\"object\","
               "\"properties\":{\"kind\":{\"type\":\"string\"},"
               "\"id\":{\"type\":\"integer\"},"
               "\"name\":{\"type\":\"string\"},"
               "\"of_draft\":{\"type\":\"boolean\",\"description\":"
               "\"a routing rule, or a flow, as its draft has it\"}}}}},"
               "\"required\":[\"type\",\"title\",\"status\",\"code\",\"fix\"],"
               "\"additionalProperties\":false}"));
    rc |= value_set(
        schemas, "flow_body",
        parsed("{\"type\":\"object\",\"description\":\"a flow as text, or its "
               "nodes at once; see cclite-flows(5)\",\"properties\":{"
               "\"name\":{\"type\":\"string\",\"description\":"
               "\"alone, in a change: the flow is renamed, and nothing "
               "else\"},"
               "\"text\":{\"type\":\"string\"},"
               "\"draft\":{\"type\":\"boolean\",\"description\":"
               "\"keep it as the draft: callers go through what was "
               "published\"},"
               "\"type\":{},"
               "\"max_steps\":{\"type\":\"integer\",\"minimum\":1,"
               "\"maximum\":500},"
               "\"max_ms\":{\"type\":\"integer\",\"minimum\":10000,"
               "\"maximum\":7200000},"
               "\"tests\":{\"type\":\"array\",\"items\":{\"type\":"
               "\"object\"}},"
               "\"nodes\":{\"type\":\"array\",\"items\":{"
               "\"$ref\":\"#/components/schemas/node\"}}},"
               "\"additionalProperties\":false}"));
    rc |= value_set(value_get(value_get(schemas, "flow_body"), "properties"),
                    "type", openapi_flow_type());
    rc |= value_set(schemas, "node", node_schema());
    rc |= value_set(schemas, "node_body",
                    parsed("{\"type\":\"object\",\"properties\":{"
                           "\"flow\":{\"type\":[\"integer\",\"string\"]},"
                           "\"node\":{\"$ref\":\"#/components/schemas/node\"}},"
                           "\"required\":[\"flow\",\"node\"],"
                           "\"additionalProperties\":false}"));
    rc |= value_set(
        schemas, "candidates",
        parsed("{\"type\":\"object\",\"properties\":{"
               "\"rows\":{\"type\":\"array\",\"items\":{\"type\":\"object\"}},"
               "\"counts\":{\"type\":\"object\"}},"
               "\"required\":[\"rows\",\"counts\"]}"));
    return rc | value_set(schemas, "event", event_schema());
}

static int add_documents(struct json_t *schemas)
{
    int rc = 0;

    for (int kind = 0; kind < document_kind_count; kind++) {
        const struct document_kind_info *info =
            document_kind_info((enum document_kind)kind);
        char name[64];

        rc |= value_set(schemas, info->name,
                        record_schema(info->record, GIVEN, false, NULL));
        if (kind == DOCUMENT_FLOW) /* a text, not its digest, is taken */
            continue;
        (void)snprintf(name, sizeof(name), "%s_body", info->name);
        rc |= value_set(schemas, name,
                        record_schema(info->record, TAKEN, true, NULL));
    }
    return rc;
}

struct json_t *openapi_schemas(void)
{
    struct json_t *schemas = value_object();
    int rc = add_documents(schemas);

    for (int id = 0; id < SHAPE_COUNT; id++) {
        const struct record *record = shape_record((enum shape_id)id);
        enum side side = is_taken((enum shape_id)id) ? TAKEN : GIVEN;
        rc |= value_set(schemas, record->name,
                        record_schema(record, side, false, NULL));
    }
    rc |= add_fixed(schemas);
    return rc == 0 ? schemas : value_free(schemas);
}

void openapi_schema_name(struct content content, char *ret_name, size_t size)
{
    const struct record *record = content_record(content);

    if (content.kind == CONTENT_EVENTS)
        (void)snprintf(ret_name, size, "event");
    else if (content.kind == CONTENT_FLOW_TEXT)
        (void)snprintf(ret_name, size, "flow_body");
    else if (content.kind == CONTENT_FLOW_NODE)
        (void)snprintf(ret_name, size, "node_body");
    else if (content.kind == CONTENT_DOCUMENT ||
             content.kind == CONTENT_DOCUMENTS)
        (void)snprintf(
            ret_name, size, "%s",
            document_kind_info((enum document_kind)content.which)->name);
    else
        (void)snprintf(ret_name, size, "%s", record ? record->name : "");
}

struct json_t *openapi_body_reference(struct content content)
{
    struct json_t *value = value_object();
    char text[128];

    assert(content.kind == CONTENT_DOCUMENT);

    (void)snprintf(text, sizeof(text), "#/components/schemas/%s_body",
                   document_kind_info((enum document_kind)content.which)->name);
    return value_set_text(value, "$ref", text) == 0 ? value : value_free(value);
}

struct json_t *openapi_replaced_schema(struct content content)
{
    struct json_t *schema =
        record_schema(content_record(content), GIVEN, false, NULL);
    struct json_t *moved = value_object();
    int rc = value_set_text(moved, "$ref", "#/components/schemas/moved");

    rc |= value_set(value_get(schema, "properties"), "moved", moved);
    return rc == 0 ? schema : value_free(schema);
}

struct json_t *openapi_settings(const struct record *record)
{
    return record_schema(record, TAKEN, true, NULL);
}

struct json_t *openapi_command_body(const struct route *route)
{
    assert(route && route->body.kind == CONTENT_COMMAND);

    return record_schema(content_record(route->body), TAKEN, false,
                         route_path_field(route));
}

struct json_t *openapi_list_schema(struct json_t *items)
{
    struct json_t *schema =
        parsed("{\"type\":\"object\",\"properties\":{"
               "\"items\":{\"type\":\"array\"},"
               "\"next\":{\"type\":[\"string\",\"null\"],\"description\":"
               "\"cursor, or after, of the next page; null: this is the "
               "last\"}},"
               "\"required\":[\"items\",\"next\"]}");

    if (value_set(value_get(value_get(schema, "properties"), "items"), "items",
                  items) < 0)
        return value_free(schema);
    return schema;
}
