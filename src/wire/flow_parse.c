/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a flow: first the names of all nodes, then node by node. */

#include "wire/flow_text.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/sha256.h"
#include "wire/flow_node.h"
#include "wire/value.h"

struct flow_reader {
    const struct flow_names *names;
    struct flow_program *program;
    struct mistake *ret_mistake;
};

/* The node being read. */
struct node_reader {
    struct flow_reader *flow;
    const struct json_t *object;
    struct flow_node *node;
    size_t fields_read;
};

static int refuse(const struct flow_reader *reader, enum mistake_code code,
                  const char *place)
{
    return mistake_note(reader->ret_mistake, code, place);
}

/* The rule of a name is core's; the text alone is made a field of a record. */
static int read_name(const struct flow_reader *reader, const char *place,
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

static int find_node(const struct flow_program *program, const char *name)
{
    for (size_t i = 0; i < program->node_count; i++)
        if (strcmp(program->nodes[i].name.text, name) == 0)
            return (int)i;

    return -ENOENT;
}

/* The node that a value names; null, or no value, is the flow's end. */
static int read_exit(const struct flow_reader *reader, const char *place,
                     const struct json_t *value, int *ret_next)
{
    const char *name = value_as_text(value);
    int next = FLOW_EXIT_NONE;

    if (value && !value_is_null(value)) {
        if (!name)
            return refuse(reader, MISTAKE_WRONG_TYPE, place);
        next = find_node(reader->program, name);
        if (next < 0)
            return refuse(reader, MISTAKE_NO_SUCH_NAME, place);
    }

    *ret_next = next;
    return 0;
}

static const struct json_t *take(struct node_reader *reader, const char *key)
{
    const struct json_t *value = value_get(reader->object, key);

    reader->fields_read += value != NULL;
    return value;
}

static int read_number(struct node_reader *reader, const char *key,
                       int64_t preset, int64_t min, int64_t max,
                       int64_t *ret_number)
{
    const struct json_t *value = take(reader, key);
    int64_t number = preset;

    if (value && value_as_integer(value, &number) < 0)
        return refuse(reader->flow, MISTAKE_WRONG_TYPE, key);
    if (number < min || number > max)
        return mistake_note_range(reader->flow->ret_mistake,
                                  MISTAKE_OUT_OF_RANGE, key, min, max);

    *ret_number = number;
    return 0;
}

static int read_word(struct node_reader *reader, const char *key,
                     const struct word_list *words, int *ret_word)
{
    const struct json_t *value = take(reader, key);
    const char *spelling = value_as_text(value);

    if (!spelling)
        return refuse(reader->flow,
                      value ? MISTAKE_WRONG_TYPE : MISTAKE_MISSING_FIELD, key);

    int word = word_find(words, spelling);
    if (word < 0)
        return refuse(reader->flow, MISTAKE_UNKNOWN_WORD, key);

    *ret_word = word;
    return 0;
}

static int read_queue_name(struct node_reader *reader,
                           const struct json_t *value)
{
    const struct flow_names *names = reader->flow->names;
    const char *name = value_as_text(value);

    if (!name)
        return refuse(reader->flow, MISTAKE_WRONG_TYPE, "queue");

    if (names && names->queue_id)
        reader->node->queue_id = names->queue_id(names->arg, name);
    if (reader->node->queue_id == 0)
        return refuse(reader->flow, MISTAKE_NO_SUCH_NAME, "queue");

    return 0;
}

static int read_queue(struct node_reader *reader)
{
    const struct json_t *name = take(reader, "queue");
    const struct json_t *number = value_get(reader->object, "queue_id");
    int64_t id = 0;
    int rc;

    if (!name && !number)
        return refuse(reader->flow, MISTAKE_MISSING_FIELD, "queue");
    if (name && number)
        return refuse(reader->flow, MISTAKE_UNKNOWN_FIELD, "queue_id");

    if (name) {
        rc = read_queue_name(reader, name);
    } else {
        rc = read_number(reader, "queue_id", 0, 1, INT64_MAX, &id);
        reader->node->queue_id = (uint64_t)id;
    }

    return rc < 0 ? rc
                  : read_number(reader, "priority", NODE_PRESET_PRIORITY, 1,
                                100, &reader->node->priority);
}

static int read_choice(void *arg, const char *key, const struct json_t *value)
{
    struct node_reader *reader = arg;
    struct flow_node *node = reader->node;
    char place[MISTAKE_PLACE_SIZE];

    (void)snprintf(place, sizeof(place), "choices.%s", key);
    if (!key[0] || key[1] || !strchr("0123456789*#", key[0]))
        return refuse(reader->flow, MISTAKE_UNKNOWN_FIELD, place);

    struct flow_choice *choice = &node->choices[node->choice_count++];

    choice->digit = key[0];
    return read_exit(reader->flow, place, value, &choice->next);
}

static int compare_choices(const void *a, const void *b)
{
    const struct flow_choice *left = a;
    const struct flow_choice *right = b;

    return left->digit - right->digit;
}

static int read_menu(struct node_reader *reader)
{
    struct flow_node *node = reader->node;
    const struct json_t *choices = take(reader, "choices");
    int64_t tries = 0;

    if (!choices)
        return refuse(reader->flow, MISTAKE_MISSING_FIELD, "choices");
    if (!value_is_object(choices))
        return refuse(reader->flow, MISTAKE_WRONG_TYPE, "choices");

    int rc = value_each(choices, read_choice, reader);
    if (rc == 0)
        rc = read_number(reader, "wait_ms", NODE_PRESET_WAIT_MS, 1,
                         NODE_MAX_WAIT_MS, &node->wait_ms);
    if (rc == 0)
        rc = read_number(reader, "tries", NODE_PRESET_TRIES, 1, FLOW_MAX_TRIES,
                         &tries);

    node->tries = (int)tries;
    qsort(node->choices, node->choice_count, sizeof(node->choices[0]),
          compare_choices);
    return rc;
}

static int read_exits(struct node_reader *reader)
{
    int rc = 0;

    for (const struct node_exit *exit = node_exits; rc == 0 && exit->name;
         exit++) {
        int next = FLOW_EXIT_NONE;

        if (node_has(reader->node->type, exit->field))
            rc = read_exit(reader->flow, exit->name, take(reader, exit->name),
                           &next);
        node_exit_set(reader->node, exit, next);
    }

    return rc;
}

static int note_unknown(void *arg, const char *key, const struct json_t *value)
{
    static const char *const known[] = { "name",     "type",    "prompt",
                                         "language", "queue",   "queue_id",
                                         "priority", "choices", "wait_ms",
                                         "tries" };
    struct node_reader *reader = arg;
    enum node_type type = reader->node->type;
    bool is_known = false;

    (void)value;
    for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
        is_known |= strcmp(key, known[i]) == 0 &&
                    (i < 2 || (i == 2 && node_has(type, NODE_FIELD_PROMPT)) ||
                     (i == 3 && node_has(type, NODE_FIELD_LANGUAGE)) ||
                     (i > 3 && i < 7 && node_has(type, NODE_FIELD_QUEUE)) ||
                     (i > 6 && node_has(type, NODE_FIELD_CHOICES)));
    for (const struct node_exit *exit = node_exits; exit->name; exit++)
        is_known |= strcmp(key, exit->name) == 0 && node_has(type, exit->field);

    return is_known ? 0 : refuse(reader->flow, MISTAKE_UNKNOWN_FIELD, key);
}

static int read_parts(struct node_reader *reader)
{
    struct flow_node *node = reader->node;
    int language = 0;
    int rc = 0;

    if (node_has(node->type, NODE_FIELD_PROMPT))
        rc = read_name(reader->flow, "prompt", take(reader, "prompt"),
                       &node->prompt);
    if (rc == 0 && node_has(node->type, NODE_FIELD_LANGUAGE))
        rc = read_word(reader, "language", &word_list_speech, &language);
    node->language = (enum speech)language;
    if (rc == 0 && node_has(node->type, NODE_FIELD_QUEUE))
        rc = read_queue(reader);
    if (rc == 0 && node_has(node->type, NODE_FIELD_CHOICES))
        rc = read_menu(reader);

    return rc;
}

static int read_node(struct flow_reader *flow, const struct json_t *object,
                     struct flow_node *node)
{
    struct node_reader reader = { flow, object, node, 1 };
    int type = 0;
    int rc = read_word(&reader, "type", &word_list_node_type, &type);

    if (rc < 0)
        return rc;

    node->type = (enum node_type)type;
    rc = read_parts(&reader);
    if (rc == 0)
        rc = read_exits(&reader);
    if (rc == 0 && reader.fields_read != value_count(object))
        rc = value_each(object, note_unknown, &reader);

    return rc;
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

    int rc = read_name(reader, "name", value_get(object, "name"), &name);
    if (rc < 0)
        return rc;
    if (find_node(program, name.text) >= 0)
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
        rc = put_node_before(
            reader, i,
            read_node(reader, value_at(list, i), &reader->program->nodes[i]));
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

static int set_digest(struct flow_program *program)
{
    char *text = flow_text_canonical(program);
    unsigned char digest[SHA256_SIZE];

    if (!text)
        return -ENOMEM;

    sha256_of(text, strlen(text), digest);
    sha256_spell(digest, program->digest.text);
    free(text);
    return 0;
}

static int read_flow(struct flow_reader *reader, const struct json_t *object,
                     struct name *name)
{
    const struct json_t *given = value_get(object, "name");
    int rc = 0;

    if (value_count(object) > (size_t)(given ? 2 : 1))
        return refuse(reader, MISTAKE_UNKNOWN_FIELD, "");
    if (given)
        rc = read_name(reader, "name", given, name);
    if (rc == 0)
        rc = read_nodes(reader, value_get(object, "nodes"));
    if (rc == 0)
        rc = check_runnable(reader);
    if (rc == 0)
        rc = set_digest(reader->program);

    return rc;
}

int flow_text_parse(const char *text, size_t length,
                    const struct flow_names *names,
                    struct flow_program *ret_program, struct name *ret_name,
                    struct mistake *ret_mistake)
{
    assert(text && ret_program);

    struct json_t *object = NULL;
    int rc =
        value_parse(text, length, FLOW_TEXT_MAX_LENGTH, &object, ret_mistake);
    if (rc < 0)
        return rc;

    struct name name = { { 0 } };
    struct flow_reader reader = { names, calloc(1, sizeof(*reader.program)),
                                  ret_mistake };
    rc = reader.program ? read_flow(&reader, object, &name) : -ENOMEM;

    if (rc == 0) {
        *ret_program = *reader.program;
        if (ret_name)
            *ret_name = name;
    }

    free(reader.program);
    (void)value_free(object);
    return rc;
}
