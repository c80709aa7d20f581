/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading one node of a flow, by what its type has. */

#include "wire/flow_reader.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "wire/flow_node.h"

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
        return mistake_note_name(reader->flow->ret_mistake, "queue", name);

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

static int read_prompt(struct node_reader *reader)
{
    const struct flow_names *names = reader->flow->names;
    const struct json_t *name = take(reader, "prompt");
    const struct json_t *number = take(reader, "prompt_id");
    struct flow_node *node = reader->node;
    int64_t id = 0;

    if (name && number)
        return refuse(reader->flow, MISTAKE_UNKNOWN_FIELD, "prompt_id");
    if (number) {
        int rc = read_number(reader, "prompt_id", 0, 1, INT64_MAX, &id);

        reader->fields_read--; /* counted twice */
        node->prompt_id = (uint64_t)id;
        return rc;
    }

    int rc = flow_read_name(reader->flow, "prompt", name, &node->prompt);
    if (rc == 0 && names && names->prompt_id)
        node->prompt_id = names->prompt_id(names->arg, node->prompt.text);
    if (node->prompt_id)
        node->prompt = (struct name){ "" };
    return rc;
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
    return flow_read_exit(reader->flow, place, value, &choice->next);
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
            rc = flow_read_exit(reader->flow, exit->name,
                                take(reader, exit->name), &next);
        node_exit_set(reader->node, exit, next);
    }

    return rc;
}

static int note_unknown(void *arg, const char *key, const struct json_t *value)
{
    static const struct {
        const char *name;
        enum node_field field; /* it belongs to; 0: all nodes have it */
    } known[] = {
        { "name", 0 },
        { "type", 0 },
        { "prompt", NODE_FIELD_PROMPT },
        { "prompt_id", NODE_FIELD_PROMPT },
        { "language", NODE_FIELD_LANGUAGE },
        { "queue", NODE_FIELD_QUEUE },
        { "queue_id", NODE_FIELD_QUEUE },
        { "priority", NODE_FIELD_QUEUE },
        { "choices", NODE_FIELD_CHOICES },
        { "wait_ms", NODE_FIELD_CHOICES },
        { "tries", NODE_FIELD_CHOICES },
    };
    struct node_reader *reader = arg;
    enum node_type type = reader->node->type;
    bool is_known = false;

    (void)value;
    for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
        is_known |= strcmp(key, known[i].name) == 0 &&
                    (!known[i].field || node_has(type, known[i].field));
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
        rc = read_prompt(reader);
    if (rc == 0 && node_has(node->type, NODE_FIELD_LANGUAGE))
        rc = read_word(reader, "language", &word_list_speech, &language);
    node->language = (enum speech)language;
    if (rc == 0 && node_has(node->type, NODE_FIELD_QUEUE))
        rc = read_queue(reader);
    if (rc == 0 && node_has(node->type, NODE_FIELD_CHOICES))
        rc = read_menu(reader);

    return rc;
}

int flow_read_node(struct flow_reader *flow, const struct json_t *object,
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
