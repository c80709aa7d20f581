/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading one node of a flow, by what the table of its type has. */

#include "wire/flow_reader.h"

#include <assert.h>
#include <errno.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "core/flow_heard.h"
#include "wire/record_json.h"
#include "wire/route.h"
#include "wire/setting.h"

/* The node being read. */
struct node_reader {
    struct flow_reader *flow;
    const struct json_t *object;
    struct flow_node *node;
    const struct node_rule *rule;
};

static int refuse(const struct node_reader *reader, enum mistake_code code,
                  const char *place)
{
    return mistake_note(reader->flow->ret_mistake, code, place);
}

int flow_reference(const struct field *field, struct name *ret_name)
{
    size_t length = strlen(field->name);

    if (field->kind != FIELD_ID || length < 4 ||
        length - 3 >= sizeof(ret_name->text))
        return -ENOENT;

    *ret_name = (struct name){ "" };
    memcpy(ret_name->text, field->name, length - 3);
    return route_reference(field->name);
}

bool flow_is_of_all(const struct field *field)
{
    return field->offset <= offsetof(struct node_head, label);
}

bool flow_is_beside(const struct record *record, const struct field *field)
{
    char name[64];

    (void)snprintf(name, sizeof(name), "%s_id", field->name);
    return record_field(record, name) != NULL;
}

/* A name of the library, or of what we keep: its number. A prompt's that we do
   not know stays as it is, in the setting beside. */
static int read_named(struct node_reader *reader, const struct field *field,
                      enum document_kind kind, const char *key,
                      const struct json_t *value)
{
    const struct flow_names *names = reader->flow->names;
    const struct field *beside = record_field(reader->rule->record, key);
    uint64_t id = 0;
    struct name name;
    int rc = flow_read_name(reader->flow, key, value, &name);

    if (rc < 0)
        return rc;
    if (names && names->find_id)
        id = names->find_id(names->arg, kind, name.text);
    if (id)
        field_set_integer(field, &reader->node->as, (int64_t)id);
    else if (beside)
        rc = field_set_text(beside, &reader->node->as, name.text);
    else
        rc = mistake_note_name(reader->flow->ret_mistake, key, name.text);

    return rc;
}

static int read_id(struct node_reader *reader, const struct field *field,
                   const struct json_t *value)
{
    int64_t id;

    if (value_as_integer(value, &id) < 0)
        return refuse(reader, MISTAKE_WRONG_TYPE, field->name);
    if (id < 1)
        return mistake_note_range(reader->flow->ret_mistake,
                                  MISTAKE_OUT_OF_RANGE, field->name, 1,
                                  INT64_MAX);

    field_set_integer(field, &reader->node->as, id);
    return 0;
}

/* A text in place of a prompt. */
static bool is_said(const struct node_reader *reader)
{
    for (int i = 0; i < speech_count; i++) {
        const struct field *field =
            flow_text_field(reader->node->type, (enum speech)i);

        if (field && value_get_text(reader->object, field->name))
            return true;
    }

    return false;
}

/* By name or by number, and not both. */
static int read_reference(struct node_reader *reader, const struct field *field,
                          enum document_kind kind, const char *key)
{
    const struct json_t *name = value_get(reader->object, key);
    const struct json_t *number = value_get(reader->object, field->name);
    bool is_wanted = field->is_required ||
                     (record_field(reader->rule->record, key) &&
                      !is_said(reader) && !node_has_words(reader->node->type));

    if (name && number)
        return refuse(reader, MISTAKE_UNKNOWN_FIELD, field->name);
    if (number)
        return read_id(reader, field, number);
    if (name)
        return read_named(reader, field, kind, key, name);

    return is_wanted && !reader->flow->is_draft
               ? refuse(reader, MISTAKE_MISSING_FIELD, key)
               : 0;
}

static int read_setting(struct node_reader *reader, const struct field *field)
{
    const struct json_t *value = value_get(reader->object, field->name);
    struct name key;
    int kind = flow_reference(field, &key);

    if (kind >= 0)
        return read_reference(reader, field, (enum document_kind)kind,
                              key.text);
    if (flow_is_beside(reader->rule->record, field))
        return 0; /* read with the reference */
    if (value)
        return field_from_json(field, value, &reader->node->as,
                               reader->flow->ret_mistake);

    return field->is_required && !reader->flow->is_draft
               ? refuse(reader, MISTAKE_MISSING_FIELD, field->name)
               : 0;
}

static int read_settings(struct node_reader *reader)
{
    const struct record *record = reader->rule->record;
    int rc = 0;

    setting_presets(record, &reader->node->as);
    for (size_t i = 0; rc == 0 && i < record->field_count; i++)
        rc = read_setting(reader, &record->fields[i]);

    return rc;
}

static bool is_key(const struct node_reader *reader, const char *key)
{
    if (reader->rule->choices == CHOICES_VALUES)
        return key[0] && strlen(key) < FLOW_KEY_SIZE;

    return key[0] && !key[1] && strchr("0123456789*#", key[0]);
}

static int read_choice(void *arg, const char *key, const struct json_t *value)
{
    struct node_reader *reader = arg;
    struct flow_node *node = reader->node;
    char place[MISTAKE_PLACE_SIZE];

    (void)snprintf(place, sizeof(place), "choices.%s", key);
    if (!is_key(reader, key))
        return refuse(reader, MISTAKE_UNKNOWN_FIELD, place);

    struct flow_choice *choice = &node->choices[node->choice_count++];

    memcpy(choice->key, key, strlen(key) + 1);
    return flow_read_exit(reader->flow, place, value, &choice->next);
}

static int compare_choices(const void *a, const void *b)
{
    const struct flow_choice *left = a;
    const struct flow_choice *right = b;

    return strcmp(left->key, right->key);
}

static int read_choices(struct node_reader *reader)
{
    struct flow_node *node = reader->node;
    const struct json_t *choices = value_get(reader->object, "choices");

    if (reader->rule->choices == NO_CHOICES ||
        (!choices && reader->flow->is_draft))
        return 0;
    if (!choices)
        return refuse(reader, MISTAKE_MISSING_FIELD, "choices");
    if (!value_is_object(choices))
        return refuse(reader, MISTAKE_WRONG_TYPE, "choices");
    if (value_count(choices) > FLOW_MAX_CHOICES ||
        (value_count(choices) < 1 && !reader->flow->is_draft))
        return mistake_note_range(reader->flow->ret_mistake, MISTAKE_TOO_MANY,
                                  "choices", 1, FLOW_MAX_CHOICES);

    int rc = value_each(choices, read_choice, reader);

    qsort(node->choices, node->choice_count, sizeof(node->choices[0]),
          compare_choices);
    return rc;
}

static int refuse_exit(const struct node_reader *reader, const char *place)
{
    int rc = refuse(reader, MISTAKE_MISSING_FIELD, place);

    if (reader->flow->ret_mistake)
        reader->flow->ret_mistake->text =
            N_("Say where this exit leads, or null: the flow hangs up.");
    return rc;
}

/* Whoever leads callers into a text at once says where they go on, or null: a
   forgotten exit would hang up on them. Errors may be left out: then the flow
   ends, which an error in a hurry is written for. */
static bool is_forgotten(const struct node_reader *reader,
                         const struct node_exit *exit)
{
    return !reader->flow->is_draft && !reader->flow->is_kept &&
           exit->exit != STEP_ERROR &&
           !node_yields(reader->node->type, exit->exit) &&
           !value_get(reader->object, exit->name);
}

static int read_exits(struct node_reader *reader)
{
    const struct node_rule *rule = reader->rule;
    int rc = 0;

    for (size_t i = 0; rc == 0 && i < rule->exit_count; i++) {
        int *next = &reader->node->exits[rule->exits[i].exit];

        if (is_forgotten(reader, &rule->exits[i]))
            return refuse_exit(reader, rule->exits[i].name);
        rc = flow_read_exit(reader->flow, rule->exits[i].name,
                            value_get(reader->object, rule->exits[i].name),
                            next);
        if (*next == FLOW_EXIT_OPEN &&
            node_yields(reader->node->type, rule->exits[i].exit))
            *next = FLOW_EXIT_NONE; /* nothing more is to be said */
    }

    return rc;
}

static bool is_reference(const struct record *record, const char *key)
{
    struct name name;

    for (size_t i = 0; i < record->field_count; i++)
        if (flow_reference(&record->fields[i], &name) >= 0 &&
            strcmp(name.text, key) == 0)
            return true;

    return false;
}

static int note_unknown(void *arg, const char *key, const struct json_t *value)
{
    struct node_reader *reader = arg;
    bool is_known =
        strcmp(key, "name") == 0 || strcmp(key, "type") == 0 ||
        (strcmp(key, "choices") == 0 && reader->rule->choices != NO_CHOICES) ||
        record_field(reader->rule->record, key) ||
        is_reference(reader->rule->record, key) ||
        node_exit_named(reader->node->type, key);

    (void)value;
    return is_known ? 0 : refuse(reader, MISTAKE_UNKNOWN_FIELD, key);
}

static int read_type(struct node_reader *reader)
{
    const struct json_t *value = value_get(reader->object, "type");
    const char *spelling = value_as_text(value);

    if (!spelling)
        return refuse(
            reader, value ? MISTAKE_WRONG_TYPE : MISTAKE_MISSING_FIELD, "type");

    int type = word_find(&word_list_node_type, spelling);

    if (type < 0)
        return refuse(reader, MISTAKE_UNKNOWN_WORD, "type");

    reader->node->type = (enum node_type)type;
    reader->rule = node_rule(reader->node->type);
    return 0;
}

int flow_read_node(struct flow_reader *flow, const struct json_t *object,
                   struct flow_node *node)
{
    struct node_reader reader = { flow, object, node, NULL };
    int rc = read_type(&reader);

    if (rc == 0)
        rc = read_settings(&reader);
    if (rc == 0)
        rc = read_choices(&reader);
    if (rc == 0)
        rc = read_exits(&reader);
    if (rc == 0)
        rc = value_each(object, note_unknown, &reader);

    return rc;
}
