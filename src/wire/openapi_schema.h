/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records as JSON Schema 2020-12, for the API's description. */

#ifndef WIRE_OPENAPI_SCHEMA_H
#define WIRE_OPENAPI_SCHEMA_H

#include <stddef.h>

#include "wire/route.h"
#include "wire/value.h"

/* All give a value, or NULL: out of memory. */

/** All schemas: documents, what sets them, shapes, events, problems. */
struct json_t *openapi_schemas(void);

/** Names the schema of a content that has one. */
void openapi_schema_name(struct content content, char *ret_name, size_t size);

/** {"$ref": ...} to what sets a document. */
struct json_t *openapi_body_reference(struct content content);

/** The body of a command: its fields but the one that the path gives. */
struct json_t *openapi_command_body(const struct route *route);

/** A document that is removed, and, where another took its place, what moved. */
struct json_t *openapi_replaced_schema(struct content content);

/** {"items": [...], "next": ...} of such items. */
struct json_t *openapi_list_schema(struct json_t *items);

/** What is taken of a record: its settings, with their presets. */
struct json_t *openapi_settings(const struct record *record);

/** openapi_node.c: the types of a flow's nodes, a schema each, in a list. */
struct json_t *openapi_nodes(void);

/** The schema of a flow's type, from core/flow_type.def. NULL: no memory. */
struct json_t *openapi_flow_type(void);

#endif
