/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing a flow, for the store and for people. */

#include "wire/flow_text.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>

#include "wire/flow_node.h"
#include "wire/value.h"

/* How it is written: names NULL and whole for the canonical text. */
struct flow_writer {
    const struct flow_program *program;
    const struct flow_names *names;
    bool is_whole; /* presets and empty exits, too */
};

static struct json_t *exit_value(const struct flow_writer *writer, int next)
{
    if (next == FLOW_EXIT_NONE)
        return value_null();

    return value_text(writer->program->nodes[next].name.text);
}

static int write_number(const struct flow_writer *writer, struct json_t *object,
                        const char *key, int64_t number, int64_t preset)
{
    if (number == preset && !writer->is_whole)
        return 0;

    return value_set_integer(object, key, number);
}

static int write_queue(const struct flow_writer *writer,
                       const struct flow_node *node, struct json_t *object)
{
    const struct flow_names *names = writer->names;
    const char *name = names && names->queue_name
                           ? names->queue_name(names->arg, node->queue_id)
                           : NULL;
    int rc =
        name ? value_set_text(object, "queue", name)
             : value_set_integer(object, "queue_id", (int64_t)node->queue_id);

    return rc < 0 ? rc
                  : write_number(writer, object, "priority", node->priority,
                                 NODE_PRESET_PRIORITY);
}

static int write_prompt(const struct flow_writer *writer,
                        const struct flow_node *node, struct json_t *object)
{
    const struct flow_names *names = writer->names;
    const char *name = node->prompt.text;

    if (node->prompt_id)
        name = names && names->prompt_name
                   ? names->prompt_name(names->arg, node->prompt_id)
                   : NULL;

    return name ? value_set_text(object, "prompt", name)
                : value_set_integer(object, "prompt_id",
                                    (int64_t)node->prompt_id);
}

static struct json_t *choices_value(const struct flow_writer *writer,
                                    const struct flow_node *node)
{
    struct json_t *object = value_object();

    for (size_t i = 0; object && i < node->choice_count; i++) {
        const char key[2] = { node->choices[i].digit, '\0' };

        if (value_set(object, key, exit_value(writer, node->choices[i].next)) <
            0)
            object = value_free(object);
    }

    return object;
}

static int write_menu(const struct flow_writer *writer,
                      const struct flow_node *node, struct json_t *object)
{
    int rc = value_set(object, "choices", choices_value(writer, node));

    if (rc == 0)
        rc = write_number(writer, object, "wait_ms", node->wait_ms,
                          NODE_PRESET_WAIT_MS);
    if (rc == 0)
        rc = write_number(writer, object, "tries", node->tries,
                          NODE_PRESET_TRIES);
    return rc;
}

static int write_exits(const struct flow_writer *writer,
                       const struct flow_node *node, struct json_t *object)
{
    int rc = 0;

    for (const struct node_exit *exit = node_exits; rc == 0 && exit->name;
         exit++) {
        int next = node_exit_get(node, exit);

        if (node_has(node->type, exit->field) &&
            (next != FLOW_EXIT_NONE || writer->is_whole))
            rc = value_set(object, exit->name, exit_value(writer, next));
    }

    return rc;
}

static int write_parts(const struct flow_writer *writer,
                       const struct flow_node *node, struct json_t *object)
{
    int rc = 0;

    if (node_has(node->type, NODE_FIELD_PROMPT))
        rc = write_prompt(writer, node, object);
    if (rc == 0 && node_has(node->type, NODE_FIELD_LANGUAGE))
        rc = value_set_text(object, "language",
                            word_spell(&word_list_speech, (int)node->language));
    if (rc == 0 && node_has(node->type, NODE_FIELD_QUEUE))
        rc = write_queue(writer, node, object);
    if (rc == 0 && node_has(node->type, NODE_FIELD_CHOICES))
        rc = write_menu(writer, node, object);

    return rc;
}

static struct json_t *node_value(const struct flow_writer *writer,
                                 const struct flow_node *node)
{
    struct json_t *object = value_object();
    const char *type = word_spell(&word_list_node_type, (int)node->type);

    if (value_set_text(object, "name", node->name.text) < 0 ||
        value_set_text(object, "type", type) < 0 ||
        write_parts(writer, node, object) < 0 ||
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

static char *print(const struct flow_writer *writer, const char *name,
                   enum value_style style)
{
    struct json_t *object = value_object();
    char *text = NULL;

    if ((!name[0] || value_set_text(object, "name", name) == 0) &&
        value_set(object, "nodes", nodes_value(writer)) == 0)
        text = value_print(object, style);

    (void)value_free(object);
    return text;
}

char *flow_text_canonical(const struct flow_program *program)
{
    assert(program);

    struct flow_writer writer = { program, NULL, true };

    return print(&writer, "", VALUE_COMPACT);
}

char *flow_text_print(const struct flow_program *program, const char *name,
                      const struct flow_names *names)
{
    assert(program && name);

    struct flow_writer writer = { program, names, false };

    return print(&writer, name, VALUE_INDENTED);
}
