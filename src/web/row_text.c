/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moments become ages, structs become JSON. */

#include "web/row_text.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "web/rows.h"
#include "wire/record_json.h"

static int64_t span_at(enum topic_flow flow, int64_t moment_us, int64_t now_us)
{
    int64_t span_us =
        flow == FLOW_GROWS ? now_us - moment_us : moment_us - now_us;

    if (moment_us == 0)
        return -1;
    return span_us > 0 ? span_us : 0;
}

/* What the row tells at this moment. @return a copy, or NULL */
static void *row_at(const struct record *record, const void *data,
                    int64_t now_us)
{
    void *copy = malloc(record->size);

    if (!copy)
        return NULL;
    memcpy(copy, data, record->size);
    for (size_t i = 0; i < record->field_count; i++) {
        const struct field *field = &record->fields[i];
        enum topic_flow flow = topic_field_flow(field);

        if (flow != FLOW_STANDS)
            field_set_integer(
                field, copy,
                span_at(flow, field_get_integer(field, data), now_us));
    }
    return copy;
}

static struct json_t *row_value(enum topic topic, const struct row *row,
                                enum event_view view, int64_t now_us)
{
    const struct record *record = topic_record(topic);
    void *data = row_at(record, row->data, now_us);
    struct json_t *value = value_object();
    int rc = data ? 0 : -1;

    rc |= value_set_integer(value, "id", (int64_t)row->id);
    rc |= value_set_integer(value, "rev", (int64_t)row->change);
    rc |= value_set(value, "fields",
                    data ? record_to_json(record, data, view) : NULL);
    free(data);
    return rc == 0 ? value : value_free(value);
}

/* The closing brace makes room for the age. */
static char *print(struct json_t *value)
{
    static const char age[] = ",\"age_us\":";
    char *text = value_print(value, VALUE_COMPACT);
    size_t length = text ? strlen(text) : 0;
    char *longer = text ? realloc(text, length + sizeof(age)) : NULL;

    value_free(value);
    if (!longer) {
        free(text);
        return NULL;
    }
    memcpy(longer + length - 1, age, sizeof(age));
    return longer;
}

char *row_text_make(enum topic topic, const struct row *row,
                    enum event_view view, int64_t now_us)
{
    assert(row && row->data);

    return print(row_value(topic, row, view, now_us));
}

const char *row_text_get(struct row_text *text, enum topic topic,
                         const struct row *row, enum event_view view,
                         int64_t now_us, int64_t *ret_made_us)
{
    size_t index = view == EVENT_WHOLE ? 0 : 1;

    assert(text && row && row->data && ret_made_us);

    if (!text->texts[index]) {
        text->texts[index] = row_text_make(topic, row, view, now_us);
        text->made_us[index] = now_us;
    }
    *ret_made_us = text->made_us[index];
    return text->texts[index];
}

void row_text_done(struct row_text *text)
{
    for (size_t i = 0; i < ROW_VIEWS; i++)
        free(text->texts[i]);
    *text = (struct row_text){ 0 };
}
