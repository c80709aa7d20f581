/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The settings of nodes. */

#include "console/flow_kind.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/mark.h"
#include "console/document_list.h"
#include "console/document_value.h"
#include "wire/record_json.h"
#include "wire/setting.h"

enum { PLACE_FIELDS = 2, HEAD_FIELDS = 3 }; /* x, y; and label */

struct record flow_kind_settings(enum node_type type)
{
    struct record record = *node_rule(type)->record;

    record.fields += PLACE_FIELDS;
    record.field_count -= PLACE_FIELDS;
    return record;
}

void flow_kind_read(const struct json_t *node,
                    union node_settings *ret_settings)
{
    int type = flow_kind_of(node);

    memset(ret_settings, 0, sizeof(*ret_settings));
    if (type < 0)
        return;
    const struct record *record = node_rule((enum node_type)type)->record;
    setting_presets(record, ret_settings);
    for (size_t i = 0; i < record->field_count; i++) {
        const struct json_t *value = value_get(node, record->fields[i].name);

        if (value)
            (void)field_from_json(&record->fields[i], value, ret_settings,
                                  NULL);
    }
}

/* What is as it would be without it stays out of the text. */
static int write_setting(struct json_t *node, const struct field *field,
                         const void *settings, const void *presets)
{
    value_remove(node, field->name);
    if (!field->is_required && field_is_same(field, settings, presets))
        return 0;
    if (field->kind == FIELD_ID && field_get_integer(field, settings) == 0)
        return 0;
    return value_set(node, field->name, field_to_json(field, settings));
}

struct json_t *flow_kind_write(const struct json_t *node,
                               const union node_settings *settings)
{
    int type = flow_kind_of(node), rc = 0;
    struct json_t *copy = flow_kind_copy(node);
    union node_settings presets;

    if (type < 0)
        return copy;
    struct record record = flow_kind_settings((enum node_type)type);
    memset(&presets, 0, sizeof(presets));
    setting_presets(&record, &presets);
    for (size_t i = 0; i < record.field_count; i++)
        rc |= write_setting(copy, &record.fields[i], settings, &presets);
    return rc == 0 ? copy : value_free(copy);
}

/* "queue_id" may be given as "queue". */
static bool short_name(const struct field *field, char ret_name[64])
{
    size_t length = strlen(field->name);

    if (field->kind != FIELD_ID || length < 4 ||
        strcmp(field->name + length - 3, "_id") != 0)
        return false;
    snprintf(ret_name, 64, "%.*s", (int)(length - 3), field->name);
    return true;
}

static uint64_t number_of(const struct program *program, const char *setting,
                          const char *name)
{
    int kind = route_reference(setting);
    const struct replica *rows = program_rows(program);

    if (kind < 0 || !rows)
        return 0;
    enum topic topic = document_topic((enum document_kind)kind);
    const struct field *field = record_field(
        document_kind_info((enum document_kind)kind)->record, "name");
    for (size_t i = 0; i < replica_count(rows, topic); i++) {
        const struct replica_row *row = replica_at(rows, topic, i);

        if (strcmp(field_get_text(field, row->fields), name) == 0)
            return row->id;
    }
    return 0;
}

struct json_t *flow_kind_number(const struct program *program,
                                const struct json_t *node)
{
    int type = flow_kind_of(node), rc = 0;
    struct json_t *copy = flow_kind_copy(node);

    if (type < 0)
        return copy;
    const struct record *record = node_rule((enum node_type)type)->record;
    for (size_t i = 0; i < record->field_count; i++) {
        const char *setting = record->fields[i].name, *name;
        char given[64];

        if (!short_name(&record->fields[i], given) ||
            !(name = value_get_text(node, given)))
            continue;
        uint64_t id = number_of(program, setting, name);
        if (id == 0)
            continue;
        value_remove(copy, given);
        rc |= value_set_integer(copy, setting, (int64_t)id);
    }
    return rc == 0 ? copy : value_free(copy);
}

/* A name that nobody here knows is shown as it was written. */
static bool show_given(const struct json_t *node, const struct field *field,
                       struct safe_text *ret_text)
{
    char given[64];
    const char *name =
        short_name(field, given) ? value_get_text(node, given) : NULL;

    if (name)
        safe_text_copy(ret_text, name);
    return name != NULL;
}

/* As in the shell, where no rows are. */
static void show_plain(const struct field *field, const void *settings,
                       struct safe_text *ret_text)
{
    char text[SETTING_TEXT_SIZE];

    setting_format(field, settings, text);
    safe_text_copy(ret_text, text);
}

void flow_kind_summary(const struct program *program, const struct json_t *node,
                       struct safe_text *ret_text)
{
    int type = flow_kind_of(node);
    union node_settings settings;

    safe_text_copy(ret_text, "");
    if (type < 0)
        return;
    const struct record *record = node_rule((enum node_type)type)->record;
    flow_kind_read(node, &settings);
    for (size_t i = HEAD_FIELDS; i < record->field_count; i++) {
        const struct field *field = &record->fields[i];

        if (show_given(node, field, ret_text))
            return;
        bool is_set = field_is_text(field)
                          ? field_get_text(field, &settings)[0] != '\0'
                          : value_get(node, field->name) != NULL ||
                                field_get_integer(field, &settings) != 0;
        if (!is_set && field->is_required)
            return; /* what stands beside it says nothing without it */
        if (!is_set)
            continue;
        if (program)
            document_show(program, record, field, &settings, ret_text);
        else
            show_plain(field, &settings, ret_text);
        return;
    }
}

const char *flow_kind_missing(const struct json_t *node, const char **ret_field)
{
    int type = flow_kind_of(node);
    struct safe_text given;

    if (type < 0)
        return NULL;
    const struct record *record = node_rule((enum node_type)type)->record;
    for (size_t i = HEAD_FIELDS; i < record->field_count; i++) {
        const struct field *field = &record->fields[i];

        if (field->is_required && !value_get(node, field->name) &&
            !show_given(node, field, &given)) {
            *ret_field = field->name;
            return document_label(record, field);
        }
    }
    return NULL;
}
