/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Events <-> JSON, whole for programs and split for the journal. */

#include "wire/event_json.h"

#include <assert.h>
#include <errno.h>
#include <string.h>

#include "wire/record_json.h"
#include "wire/record_print.h"
#include "wire/setting.h"

/* Nothing has changed its meaning yet. */
const struct event_upcast event_upcasts[] = { { NULL, NULL, NULL } };

const struct event_upcast *event_upcast_find(const struct event_upcast *table,
                                             const char *old_type)
{
    assert(table && old_type);

    for (; table->old_type; table++)
        if (strcmp(table->old_type, old_type) == 0)
            return table;

    return NULL;
}

static int put_field(void *arg, const char *key, const struct json_t *value)
{
    return value_set(arg, key, value_share(value));
}

struct json_t *event_to_json(const struct event *event, enum event_view view)
{
    const struct record *record = event_record(event->type);
    assert(record);

    struct json_t *object = value_object();
    struct json_t *fields = record_to_json(record, &event->as, view);

    if (!fields || value_set_integer(object, "seq", (int64_t)event->seq) < 0 ||
        value_set_integer(object, "at_us", event->at_us) < 0 ||
        value_set_integer(object, "by", (int64_t)event->by) < 0 ||
        value_set_text(object, "type", record->name) < 0 ||
        value_each(fields, put_field, object) < 0)
        object = value_free(object);

    (void)value_free(fields);
    return object;
}

/* As today's release would have written it. */
static int find_type(const char *type, struct json_t *body, struct event *event,
                     struct mistake *ret_mistake)
{
    const struct event_upcast *upcast = event_upcast_find(event_upcasts, type);

    if (upcast) {
        int rc = upcast->change ? upcast->change(body) : 0;
        if (rc < 0)
            return rc;
        type = upcast->type;
    }

    int found = event_find(type);
    if (found < 0)
        return mistake_note(ret_mistake, MISTAKE_UNKNOWN_EVENT, "type");

    memset(&event->as, 0, sizeof(event->as));
    event->type = (enum event_type)found;
    return 0;
}

static int read_private(const struct field *field, const char *masked,
                        const struct event_masks *masks, void *data,
                        struct mistake *ret_mistake)
{
    const char *text =
        masked[0] ? masks->unmask(masks->arg, field, masked) : "";

    if (!text)
        text = "";
    if (field_set_text(field, data, text) < 0 || !field_is_valid(field, data))
        return mistake_note(ret_mistake, MISTAKE_BAD_CHARACTERS, field->name);

    return 0;
}

/*
 * What has happened stays readable when a setting's range has changed since:
 * the rule of the kind holds, the range does not. A setting that there was not
 * then has its preset.
 */
static int read_field(const struct field *setting, const struct json_t *value,
                      const struct event_masks *masks, void *data,
                      struct mistake *ret_mistake)
{
    struct field plain = *setting;
    const struct field *field = &plain;

    plain.is_setting = false;
    if (!value && setting->is_setting && !setting->is_required)
        return setting_parse(setting, setting->preset, data, ret_mistake);
    if (!value || value_is_null(value))
        return 0;
    if (field->privacy == PUBLIC || !masks)
        return field_from_json(field, value, data, ret_mistake);

    const char *masked = value_as_text(value);
    if (!masked)
        return mistake_note(ret_mistake, MISTAKE_WRONG_TYPE, field->name);

    return read_private(field, masked, masks, data, ret_mistake);
}

/* Unknown fields, too, are refused: a newer release wrote them. */
static int read_fields(const struct json_t *body,
                       const struct event_masks *masks, struct event *event,
                       struct mistake *ret_mistake)
{
    const struct record *record = event_record(event->type);
    size_t known = 0;

    for (size_t i = 0; i < record->field_count; i++) {
        const struct field *field = &record->fields[i];
        const struct json_t *value = value_get(body, field->name);
        int rc = read_field(field, value, masks, &event->as, ret_mistake);

        if (rc < 0)
            return rc;
        known += value != NULL;
    }

    if (known != value_count(body))
        return mistake_note(ret_mistake, MISTAKE_UNKNOWN_FIELD, "");

    return 0;
}

static int take_number(struct json_t *object, const char *key, int64_t min,
                       int64_t *ret_number, struct mistake *ret_mistake)
{
    if (value_as_integer(value_get(object, key), ret_number) < 0)
        return mistake_note(ret_mistake, MISTAKE_WRONG_TYPE, key);
    if (*ret_number < min)
        return mistake_note_range(ret_mistake, MISTAKE_OUT_OF_RANGE, key, min,
                                  INT64_MAX);

    value_remove(object, key);
    return 0;
}

/* `rest` is the caller's own copy: what has been read is taken out of it. */
static int read_event(struct json_t *rest, struct event *event,
                      struct mistake *ret_mistake)
{
    const char *type = value_get_text(rest, "type");
    int64_t seq;
    int64_t by;

    if (!type)
        return mistake_note(ret_mistake, MISTAKE_WRONG_TYPE, "type");

    int rc = find_type(type, rest, event, ret_mistake);
    if (rc == 0)
        rc = take_number(rest, "seq", 1, &seq, ret_mistake);
    if (rc == 0)
        rc = take_number(rest, "at_us", 0, &event->at_us, ret_mistake);
    if (rc == 0)
        rc = take_number(rest, "by", 0, &by, ret_mistake);
    if (rc < 0)
        return rc;

    value_remove(rest, "type");
    event->seq = (uint64_t)seq;
    event->by = (uint64_t)by;
    return read_fields(rest, NULL, event, ret_mistake);
}

int event_from_json(const struct json_t *object, struct event *ret_event,
                    struct mistake *ret_mistake)
{
    assert(ret_event);

    if (!value_is_object(object))
        return mistake_note(ret_mistake, MISTAKE_NOT_OBJECT, "");

    struct json_t *rest = value_object();
    struct event event = { .seq = 0 };
    int rc = value_each(object, put_field, rest);

    if (rc == 0)
        rc = read_event(rest, &event, ret_mistake);
    if (rc == 0)
        *ret_event = event;

    (void)value_free(rest);
    return rc;
}

/* What is not private, or empty, stands for itself. */
static const char *mask_text(void *arg, const struct field *field,
                             const char *text)
{
    const struct event_masks *masks = arg;

    return field->privacy == PUBLIC || !text[0]
               ? text
               : masks->mask(masks->arg, field, text);
}

char *event_print_body(const struct event *event,
                       const struct event_masks *masks)
{
    assert(event && event_record(event->type));

    return record_print(event_record(event->type), &event->as,
                        masks ? mask_text : NULL, (void *)masks);
}

int event_parse_body(const char *type, const char *body, size_t length,
                     const struct event_masks *masks, struct event *event,
                     struct mistake *ret_mistake)
{
    assert(type && body && event);

    struct json_t *object = NULL;
    int rc = value_parse(body, length, VALUE_MAX_LENGTH, &object, ret_mistake);

    if (rc == 0)
        rc = find_type(type, object, event, ret_mistake);
    if (rc == 0)
        rc = read_fields(object, masks, event, ret_mistake);

    (void)value_free(object);
    return rc;
}
