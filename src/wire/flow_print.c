/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing a flow, for the store and for people. */

#include "wire/flow_text.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "wire/flow_reader.h"
#include "wire/record_json.h"
#include "wire/setting.h"

/* How it is written: names NULL and whole for the canonical text. */
struct flow_writer {
    const struct flow_program *program;
    const struct flow_tests *tests; /* NULL: none */
    const struct flow_names *names;
    bool is_whole; /* presets and empty exits, too */
};

static struct json_t *exit_value(const struct flow_writer *writer, int next)
{
    if (next == FLOW_EXIT_NONE)
        return value_null();

    return value_text(writer->program->nodes[next].name.text);
}

/* By name where that is known, else by number. */
static int write_reference(const struct flow_writer *writer,
                           const struct field *field, enum document_kind kind,
                           const char *key, const struct flow_node *node,
                           struct json_t *object)
{
    const struct flow_names *names = writer->names;
    uint64_t id = (uint64_t)field_get_integer(field, &node->as);
    const char *name = names && names->find_name
                           ? names->find_name(names->arg, kind, id)
                           : NULL;

    if (id == 0)
        return 0;

    return name ? value_set_text(object, key, name)
                : value_set_integer(object, field->name, (int64_t)id);
}

/* A name that stands for nothing of ours is there, or the reference is. */
static bool is_left_out(const struct flow_writer *writer,
                        const struct record *record, const struct field *field,
                        const struct flow_node *node)
{
    union node_settings preset;

    /* of a draft: not said yet */
    if (field->is_required && !field_is_valid(field, &node->as))
        return true;

    memset(&preset, 0, sizeof(preset));
    setting_presets(record, &preset);
    return (!writer->is_whole || flow_is_of_all(field) ||
            flow_is_beside(record, field)) &&
           !field->is_required && field_is_same(field, &node->as, &preset);
}

static int write_setting(const struct flow_writer *writer,
                         const struct record *record, const struct field *field,
                         const struct flow_node *node, struct json_t *object)
{
    struct name key;
    int kind = flow_reference(field, &key);

    if (kind >= 0)
        return write_reference(writer, field, (enum document_kind)kind,
                               key.text, node, object);
    if (is_left_out(writer, record, field, node))
        return 0;

    return value_set(object, field->name, field_to_json(field, &node->as));
}

static struct json_t *choices_value(const struct flow_writer *writer,
                                    const struct flow_node *node)
{
    struct json_t *object = value_object();

    for (size_t i = 0; object && i < node->choice_count; i++) {
        const struct flow_choice *choice = &node->choices[i];

        struct json_t *to = choice->next == FLOW_EXIT_OPEN
                                ? value_text("")
                                : exit_value(writer, choice->next);

        if (value_set(object, choice->key, to) < 0)
            object = value_free(object);
    }

    return object;
}

static int write_exits(const struct flow_writer *writer,
                       const struct flow_node *node, struct json_t *object)
{
    const struct node_rule *rule = node_rule(node->type);
    int rc = 0;

    if (rule->choices != NO_CHOICES)
        rc = value_set(object, "choices", choices_value(writer, node));

    for (size_t i = 0; rc == 0 && i < rule->exit_count; i++) {
        int next = node->exits[rule->exits[i].exit];

        /* One that may be left open is not written then: flows of old, which
           know nothing of it, are what they were. */
        if (next >= 0 || (next == FLOW_EXIT_NONE &&
                          !node_yields(node->type, rule->exits[i].exit)))
            rc = value_set(object, rule->exits[i].name,
                           exit_value(writer, next));
    }

    return rc;
}

static int write_settings(const struct flow_writer *writer,
                          const struct flow_node *node, struct json_t *object)
{
    const struct record *record = node_rule(node->type)->record;
    int rc = 0;

    for (size_t i = 0; rc == 0 && i < record->field_count; i++)
        rc = write_setting(writer, record, &record->fields[i], node, object);

    return rc;
}

static struct json_t *node_value(const struct flow_writer *writer,
                                 const struct flow_node *node)
{
    struct json_t *object = value_object();
    const char *type = word_spell(&word_list_node_type, (int)node->type);

    if (value_set_text(object, "name", node->name.text) < 0 ||
        value_set_text(object, "type", type) < 0 ||
        write_settings(writer, node, object) < 0 ||
        write_exits(writer, node, object) < 0)
        return value_free(object);

    return object;
}

static struct json_t *nodes_value(const struct flow_writer *writer)
{
    struct json_t *list = value_list();

    for (size_t i = 0; list && i < writer->program->node_count; i++)
        if (value_append(list, node_value(writer, &writer->program->nodes[i])) <
            0)
            list = value_free(list);

    return list;
}

/* What most flows are is left out. */
static int write_type(const struct flow_writer *writer, struct json_t *object)
{
    enum flow_type type = writer->program->type;

    return type == FLOW_TYPE_INBOUND
               ? 0
               : value_set_text(object, "type",
                                word_spell(&word_list_flow_type, (int)type));
}

static int write_limits(const struct flow_writer *writer, struct json_t *object)
{
    const struct flow_program *program = writer->program;
    int rc = 0;

    if (program->max_steps)
        rc = value_set_integer(object, "max_steps", program->max_steps);
    if (rc == 0 && program->max_ms)
        rc = value_set_integer(object, "max_ms", program->max_ms);
    return rc;
}

static char *print(const struct flow_writer *writer, const char *name,
                   enum value_style style)
{
    struct json_t *object = value_object();
    bool has_tests = writer->tests && writer->tests->count > 0;
    char *text = NULL;

    if ((!name[0] || value_set_text(object, "name", name) == 0) &&
        write_type(writer, object) == 0 && write_limits(writer, object) == 0 &&
        value_set(object, "nodes", nodes_value(writer)) == 0 &&
        (!has_tests ||
         value_set(object, "tests",
                   flow_tests_value(writer->program, writer->tests,
                                    writer->names)) == 0))
        text = value_print(object, style);

    (void)value_free(object);
    return text;
}

char *flow_text_canonical(const struct flow_program *program,
                          const struct flow_tests *tests)
{
    assert(program);

    struct flow_writer writer = { program, tests, NULL, true };

    return print(&writer, "", VALUE_COMPACT);
}

char *flow_text_print(const struct flow_text *flow,
                      const struct flow_names *names)
{
    assert(flow);

    struct flow_writer writer = { &flow->program, &flow->tests, names, false };

    return print(&writer, flow->name.text, VALUE_INDENTED);
}
