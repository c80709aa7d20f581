/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walking a record's table, writing or reading one field after another. */

#include "wire/record_json.h"

#include <assert.h>
#include <errno.h>
#include <string.h>

#include "wire/candidates_json.h"
#include "wire/field_check.h"
#include "wire/setting.h"

struct json_t *field_to_json(const struct field *field, const void *data)
{
    assert(field && data);

    if (field_is_text(field))
        return value_text(field_get_text(field, data));
    if (field->kind == FIELD_CANDIDATES)
        return candidates_to_json(
            (const struct candidates *)(const void *)((const char *)data +
                                                      field->offset));

    int64_t number = field_get_integer(field, data);
    if (field->kind == FIELD_FLAG)
        return value_flag(number != 0);
    if (field->kind == FIELD_WORD) {
        const char *word = word_spell(field->words, (int)number);
        assert(word);
        return value_text(word);
    }

    return value_integer(number);
}

struct json_t *record_to_json(const struct record *record, const void *data,
                              enum event_view view)
{
    assert(record && data);

    struct json_t *object = value_object();
    int rc = object ? 0 : -ENOMEM;

    for (size_t i = 0; rc == 0 && i < record->field_count; i++) {
        const struct field *field = &record->fields[i];
        bool is_hidden = field->privacy == PRIVATE && view == EVENT_REDACTED;

        if (field_is_left_out(field, data))
            continue;
        rc = value_set(object, field->name,
                       is_hidden ? value_null() : field_to_json(field, data));
    }

    return rc == 0 ? object : value_free(object);
}

static int read_word(const struct field *field, const struct json_t *value,
                     void *data, struct mistake *ret_mistake)
{
    const char *spelling = value_as_text(value);
    if (!spelling)
        return mistake_note(ret_mistake, MISTAKE_WRONG_TYPE, field->name);

    return field_set_word(field, spelling, data, ret_mistake);
}

static int read_flag(const struct field *field, const struct json_t *value,
                     void *data, struct mistake *ret_mistake)
{
    bool flag;

    if (value_as_flag(value, &flag) < 0)
        return mistake_note(ret_mistake, MISTAKE_WRONG_TYPE, field->name);

    field_set_integer(field, data, flag);
    return 0;
}

static int read_number(const struct field *field, const struct json_t *value,
                       void *data, struct mistake *ret_mistake)
{
    int64_t number;

    if (value_as_integer(value, &number) < 0)
        return mistake_note(ret_mistake, MISTAKE_WRONG_TYPE, field->name);

    return field_set_number(field, number, data, ret_mistake);
}

static int read_text(const struct field *field, const struct json_t *value,
                     void *data, struct mistake *ret_mistake)
{
    const char *text = value_as_text(value);
    if (!text)
        return mistake_note(ret_mistake, MISTAKE_WRONG_TYPE, field->name);

    return field_set_checked_text(field, text, data, ret_mistake);
}

static int read_candidates(const struct field *field,
                           const struct json_t *value, void *data,
                           struct mistake *ret_mistake)
{
    struct candidates candidates;
    int rc = candidates_from_json(value, &candidates, ret_mistake);

    if (rc < 0) {
        mistake_put_before(ret_mistake, field->name);
        return rc;
    }

    *(struct candidates *)(void *)((char *)data + field->offset) = candidates;
    return 0;
}

int field_from_json(const struct field *field, const struct json_t *value,
                    void *data, struct mistake *ret_mistake)
{
    assert(field && value && data);

    if (field->is_kept && value_is_null(value))
        return field_set_number(field, 0, data, ret_mistake);
    if (field_is_text(field))
        return read_text(field, value, data, ret_mistake);

    switch (field->kind) {
    case FIELD_WORD:
        return read_word(field, value, data, ret_mistake);
    case FIELD_FLAG:
        return read_flag(field, value, data, ret_mistake);
    case FIELD_CANDIDATES:
        return read_candidates(field, value, data, ret_mistake);
    default:
        return read_number(field, value, data, ret_mistake);
    }
}

static int read_missing(const struct field *field, enum record_missing missing,
                        void *data, struct mistake *ret_mistake)
{
    bool is_wanted =
        missing == MISSING_REFUSED ||
        (missing == MISSING_PRESET && field->is_setting && field->is_required);
    if (missing != MISSING_KEPT && field->is_kept)
        field_set_integer(field, data, FIELD_AS_IT_IS);
    else if (is_wanted)
        return mistake_note(ret_mistake, MISTAKE_MISSING_FIELD, field->name);
    else if (missing == MISSING_PRESET && field->is_setting)
        return setting_parse(field, field->preset, data, ret_mistake);

    return 0;
}

struct unknown_key {
    const struct record *record;
    struct mistake *ret_mistake;
};

static int refuse_unknown(void *arg, const char *key,
                          const struct json_t *value)
{
    struct unknown_key *search = arg;

    (void)value;
    if (record_field(search->record, key))
        return 0;

    return mistake_note(search->ret_mistake, MISTAKE_UNKNOWN_FIELD, key);
}

int record_from_json(const struct record *record, const struct json_t *object,
                     enum record_missing missing, void *data,
                     struct mistake *ret_mistake)
{
    assert(record && data);

    if (!value_is_object(object))
        return mistake_note(ret_mistake, MISTAKE_NOT_OBJECT, "");

    struct unknown_key search = { record, ret_mistake };
    int rc = value_each(object, refuse_unknown, &search);

    for (size_t i = 0; rc == 0 && i < record->field_count; i++) {
        const struct field *field = &record->fields[i];
        const struct json_t *value = value_get(object, field->name);

        rc = value ? field_from_json(field, value, data, ret_mistake)
                   : read_missing(field, missing, data, ret_mistake);
    }

    return rc;
}
