/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The types of a flow's nodes, from their table, as JSON Schema. */

#include <stdio.h>
#include <string.h>

#include "core/flow_type.h"
#include "core/node.h"
#include "wire/flow_reader.h"
#include "wire/openapi_schema.h"

static struct json_t *text_schema(const char *doc)
{
    struct json_t *schema = value_object();
    int rc = value_set_text(schema, "type", "string");

    if (doc)
        rc |= value_set_text(schema, "description", doc);
    return rc == 0 ? schema : value_free(schema);
}

static struct json_t *type_schema(const char *type)
{
    struct json_t *schema = value_object();

    return value_set_text(schema, "const", type) == 0 ? schema
                                                      : value_free(schema);
}

/* A node's name, or null: the flow hangs up. */
static struct json_t *exit_schema(const char *doc)
{
    struct json_t *schema = text_schema(doc);
    struct json_t *types = value_list();
    int rc = value_append(types, value_text("string"));

    rc |= value_append(types, value_text("null"));
    rc |= value_set(schema, "type", types);
    return rc == 0 ? schema : value_free(schema);
}

static struct json_t *choices_schema(void)
{
    struct json_t *schema = value_object();
    int rc = value_set_text(schema, "type", "object");

    rc |= value_set(schema, "additionalProperties", exit_schema(NULL));
    rc |= value_set_integer(schema, "minProperties", 1);
    rc |= value_set_integer(schema, "maxProperties", FLOW_MAX_CHOICES);
    return rc == 0 ? schema : value_free(schema);
}

/* What may be given by name beside the number. */
static int add_references(struct json_t *properties,
                          const struct record *record)
{
    struct name key;
    int rc = 0;

    for (size_t i = 0; i < record->field_count; i++)
        if (flow_reference(&record->fields[i], &key) >= 0)
            rc |= value_set(properties, key.text,
                            text_schema(record->fields[i].doc));
    return rc;
}

static struct json_t *needed_of(const struct node_rule *rule)
{
    struct json_t *needed = value_list();
    int rc = value_append(needed, value_text("name"));

    rc |= value_append(needed, value_text("type"));
    if (rule->choices != NO_CHOICES)
        rc |= value_append(needed, value_text("choices"));
    for (size_t i = 0; i < rule->record->field_count; i++) {
        const struct field *field = &rule->record->fields[i];

        if (field->is_required && field->kind != FIELD_ID)
            rc |= value_append(needed, value_text(field->name));
    }
    return rc == 0 ? needed : value_free(needed);
}

static struct json_t *node_schema(const struct node_rule *rule)
{
    struct json_t *schema = openapi_settings(rule->record);
    struct json_t *properties = value_get(schema, "properties");
    int rc = value_set(properties, "name", text_schema(NULL));

    rc |= value_set(properties, "type", type_schema(rule->record->name));
    rc |= add_references(properties, rule->record);
    if (rule->choices != NO_CHOICES)
        rc |= value_set(properties, "choices", choices_schema());
    for (size_t i = 0; i < rule->exit_count; i++)
        rc |= value_set(properties, rule->exits[i].name,
                        exit_schema(rule->exits[i].doc));
    rc |= value_set(schema, "required", needed_of(rule));
    return rc == 0 ? schema : value_free(schema);
}

struct json_t *openapi_nodes(void)
{
    struct json_t *list = value_list();
    int rc = 0;

    for (int type = 0; type < node_type_count; type++)
        rc |= value_append(list, node_schema(node_rule((enum node_type)type)));
    return rc == 0 ? list : value_free(list);
}

struct json_t *openapi_flow_type(void)
{
    char doc[2048] = "what the flow is for; without, inbound.";
    struct json_t *words = value_list(), *schema;
    int rc = 0;

    for (int i = 0; i < flow_type_count; i++) {
        const char *word = word_spell(&word_list_flow_type, i);
        size_t length = strlen(doc);

        (void)snprintf(doc + length, sizeof(doc) - length, " %s: %s.", word,
                       flow_type_doc((enum flow_type)i));
        rc |= value_append(words, value_text(word));
    }
    schema = text_schema(doc);
    rc |= value_set(schema, "enum", words);
    return rc == 0 ? schema : value_free(schema);
}
