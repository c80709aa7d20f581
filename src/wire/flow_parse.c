/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a flow: first the names of all nodes, then node by node. */

#include "core/flow_claim.h"
#include "wire/flow_text.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/sha256.h"
#include "wire/flow_reader.h"

static int refuse(const struct flow_reader *reader, enum mistake_code code,
                  const char *place)
{
    return mistake_note(reader->ret_mistake, code, place);
}

/* The rule of a name is core's; the text alone is made a field of a record. */
int flow_read_name(const struct flow_reader *reader, const char *place,
                   const struct json_t *value, struct name *ret_name)
{
    static const struct field rule = { .name = "name",
                                       .kind = FIELD_NAME,
                                       .size = sizeof(struct name) };
    struct name name = { { 0 } };
    const char *text = value_as_text(value);

    if (!text)
        return refuse(
            reader, value ? MISTAKE_WRONG_TYPE : MISTAKE_MISSING_FIELD, place);
    if (field_set_text(&rule, &name, text) < 0)
        return mistake_note_range(reader->ret_mistake, MISTAKE_TOO_LONG, place,
                                  1, (int64_t)sizeof(name.text) - 1);
    if (!text[0] || !field_is_valid(&rule, &name))
        return refuse(reader, MISTAKE_BAD_CHARACTERS, place);

    *ret_name = name;
    return 0;
}

int flow_find_node(const struct flow_program *program, const char *name)
{
    for (size_t i = 0; i < program->node_count; i++)
        if (strcmp(program->nodes[i].name.text, name) == 0)
            return (int)i;

    return -ENOENT;
}

/* The node that a value names; null, or no value, is the flow's end. In a draft
   no value, and of a choice "", is what nobody has said yet. */
int flow_read_exit(const struct flow_reader *reader, const char *place,
                   const struct json_t *value, int *ret_next)
{
    const char *name = value_as_text(value);
    bool is_open = reader->is_draft && (!value || (name && !*name));
    int next = is_open ? FLOW_EXIT_OPEN : FLOW_EXIT_NONE;

    if (value && !value_is_null(value) && !is_open) {
        if (!name)
            return refuse(reader, MISTAKE_WRONG_TYPE, place);
        next = flow_find_node(reader->program, name);
        if (next < 0)
            return mistake_note_name(reader->ret_mistake, place, name);
    }

    *ret_next = next;
    return 0;
}

static int put_node_before(struct flow_reader *reader, size_t index, int rc)
{
    char place[32];

    if (rc == -EBADMSG) {
        (void)snprintf(place, sizeof(place), "nodes[%zu]", index);
        mistake_put_before(reader->ret_mistake, place);
    }
    return rc;
}

static int name_node(struct flow_reader *reader, const struct json_t *object)
{
    struct flow_program *program = reader->program;
    struct name name;

    if (!value_is_object(object))
        return refuse(reader, MISTAKE_WRONG_TYPE, "");

    int rc = flow_read_name(reader, "name", value_get(object, "name"), &name);
    if (rc < 0)
        return rc;
    if (flow_find_node(program, name.text) >= 0)
        return refuse(reader, MISTAKE_NAME_TWICE, "name");

    program->nodes[program->node_count++].name = name;
    return 0;
}

static int read_nodes(struct flow_reader *reader, const struct json_t *list)
{
    size_t count = value_count(list);
    int rc = 0;

    if (!list)
        return refuse(reader, MISTAKE_MISSING_FIELD, "nodes");
    if (!value_is_list(list))
        return refuse(reader, MISTAKE_WRONG_TYPE, "nodes");
    if (count < 1 || count > FLOW_MAX_NODES)
        return mistake_note_range(reader->ret_mistake, MISTAKE_TOO_MANY,
                                  "nodes", 1, FLOW_MAX_NODES);

    for (size_t i = 0; rc == 0 && i < count; i++)
        rc = put_node_before(reader, i, name_node(reader, value_at(list, i)));
    for (size_t i = 0; rc == 0 && i < count; i++)
        rc = put_node_before(reader, i,
                             flow_read_node(reader, value_at(list, i),
                                            &reader->program->nodes[i]));
    return rc;
}

static int check_runnable(struct flow_reader *reader)
{
    size_t node = 0;
    const char *claim = flow_broken_claim(reader->program, &node);

    if (!claim)
        return 0;

    int rc = refuse(reader, MISTAKE_BAD_FLOW, "");
    if (reader->ret_mistake)
        reader->ret_mistake->text = claim;
    return put_node_before(reader, node, rc);
}

static int set_digest(struct flow_program *program,
                      const struct flow_tests *tests)
{
    char *text = flow_text_canonical(program, tests);
    unsigned char digest[SHA256_SIZE];

    if (!text)
        return -ENOMEM;

    sha256_of(text, strlen(text), digest);
    sha256_spell(digest, program->digest.text);
    free(text);
    return 0;
}

static int read_type(struct flow_reader *reader, const struct json_t *value)
{
    const char *text = value_as_text(value);
    int type = text ? word_find(&word_list_flow_type, text) : -ENOENT;

    if (!text)
        return refuse(reader, MISTAKE_WRONG_TYPE, "type");
    if (type < 0)
        return refuse(reader, MISTAKE_UNKNOWN_WORD, "type");

    reader->program->type = (enum flow_type)type;
    return 0;
}

/* What a flow may be limited to; without it the house limits it. */
static int read_limit(const struct flow_reader *reader,
                      const struct json_t *object, const char *key,
                      int64_t *ret_limit)
{
    const struct json_t *value = value_get(object, key);
    bool is_time = strcmp(key, "max_ms") == 0;
    int64_t least = is_time ? FLOW_LEAST_MS : 1;
    int64_t most = is_time ? FLOW_MAX_MS : FLOW_MAX_STEPS;

    if (!value)
        return 0;
    if (value_as_integer(value, ret_limit) < 0)
        return refuse(reader, MISTAKE_WRONG_TYPE, key);
    if (*ret_limit < least || *ret_limit > most)
        return mistake_note_range(reader->ret_mistake, MISTAKE_OUT_OF_RANGE,
                                  key, least, most);
    return 0;
}

static bool knows_all(const struct json_t *object)
{
    static const char *const keys[] = { "name",      "type",   "nodes",
                                        "max_steps", "max_ms", "tests" };
    size_t known = 0;

    for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
        known += value_get(object, keys[i]) != NULL;
    return value_count(object) <= known;
}

static int read_flow(struct flow_reader *reader, const struct json_t *object,
                     struct name *name)
{
    const struct json_t *given = value_get(object, "name");
    const struct json_t *tests = value_get(object, "tests");
    const struct json_t *type = value_get(object, "type");
    int rc = 0;

    if (!knows_all(object))
        return refuse(reader, MISTAKE_UNKNOWN_FIELD, "");
    if (given)
        rc = flow_read_name(reader, "name", given, name);
    if (rc == 0 && type)
        rc = read_type(reader, type);
    if (rc == 0)
        rc = read_limit(reader, object, "max_steps",
                        &reader->program->max_steps);
    if (rc == 0)
        rc = read_limit(reader, object, "max_ms", &reader->program->max_ms);
    if (rc == 0)
        rc = read_nodes(reader, value_get(object, "nodes"));
    if (rc == 0 && !reader->is_draft)
        rc = check_runnable(reader);
    if (rc == 0)
        rc = flow_read_tests(reader, tests);
    if (rc == 0)
        rc = set_digest(reader->program, reader->tests);

    return rc;
}

static int read_text(const char *text, size_t length,
                     const struct flow_reader *how, struct flow_text *ret_flow)
{
    struct mistake *ret_mistake = how->ret_mistake;
    struct flow_text *flow = calloc(1, sizeof(*flow));
    struct json_t *object = NULL;
    int rc = flow ? value_parse(text, length, FLOW_TEXT_MAX_LENGTH, &object,
                                ret_mistake)
                  : -ENOMEM;

    if (rc == 0) {
        struct flow_reader reader = *how;

        reader.program = &flow->program;
        reader.tests = &flow->tests;
        rc = read_flow(&reader, object, &flow->name);
    }
    if (rc == 0)
        *ret_flow = *flow;

    free(flow);
    (void)value_free(object);
    return rc;
}

int flow_text_read(const char *text, size_t length,
                   const struct flow_names *names, bool is_draft,
                   struct flow_text *ret_flow, struct mistake *ret_mistake)
{
    const struct flow_reader how = { .names = names,
                                     .is_draft = is_draft,
                                     .ret_mistake = ret_mistake };

    assert(text && ret_flow);
    return read_text(text, length, &how, ret_flow);
}

int flow_text_parse(const char *text, size_t length,
                    const struct flow_names *names,
                    struct flow_program *ret_program, struct name *ret_name,
                    struct mistake *ret_mistake)
{
    assert(text && ret_program);

    struct flow_text *flow = malloc(sizeof(*flow));
    const struct flow_reader how = { .names = names,
                                     .is_kept = true,
                                     .ret_mistake = ret_mistake };
    int rc = flow ? read_text(text, length, &how, flow) : -ENOMEM;

    if (rc == 0) {
        *ret_program = flow->program;
        if (ret_name)
            *ret_name = flow->name;
    }

    free(flow);
    return rc;
}
