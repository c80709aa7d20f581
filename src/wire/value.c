/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Building JSON values and looking at them, on jansson. */

#include "wire/value.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

struct json_t *value_free(struct json_t *value)
{
    json_decref(value);
    return NULL;
}

struct json_t *value_object(void)
{
    return json_object();
}

struct json_t *value_list(void)
{
    return json_array();
}

struct json_t *value_text(const char *text)
{
    assert(text);

    return json_string(text);
}

struct json_t *value_integer(int64_t number)
{
    return json_integer(number);
}

struct json_t *value_flag(bool flag)
{
    return json_boolean(flag);
}

struct json_t *value_null(void)
{
    return json_null();
}

struct json_t *value_share(const struct json_t *value)
{
    return json_incref((json_t *)value);
}

int value_set(struct json_t *object, const char *key, struct json_t *value)
{
    assert(key);

    return json_object_set_new(object, key, value) == 0 ? 0 : -ENOMEM;
}

int value_set_text(struct json_t *object, const char *key, const char *text)
{
    return value_set(object, key, value_text(text));
}

int value_set_integer(struct json_t *object, const char *key, int64_t number)
{
    return value_set(object, key, value_integer(number));
}

int value_set_flag(struct json_t *object, const char *key, bool flag)
{
    return value_set(object, key, value_flag(flag));
}

int value_append(struct json_t *list, struct json_t *value)
{
    return json_array_append_new(list, value) == 0 ? 0 : -ENOMEM;
}

void value_remove(struct json_t *object, const char *key)
{
    (void)json_object_del(object, key);
}

bool value_is_object(const struct json_t *value)
{
    return json_is_object(value);
}

bool value_is_list(const struct json_t *value)
{
    return json_is_array(value);
}

bool value_is_null(const struct json_t *value)
{
    return json_is_null(value);
}

struct json_t *value_get(const struct json_t *object, const char *key)
{
    return json_object_get(object, key);
}

const char *value_get_text(const struct json_t *object, const char *key)
{
    return json_string_value(json_object_get(object, key));
}

int64_t value_get_integer(const struct json_t *object, const char *key,
                          int64_t otherwise)
{
    (void)value_as_integer(json_object_get(object, key), &otherwise);
    return otherwise;
}

bool value_get_flag(const struct json_t *object, const char *key)
{
    return json_is_true(json_object_get(object, key));
}

size_t value_count(const struct json_t *list_or_object)
{
    return json_is_object(list_or_object) ? json_object_size(list_or_object)
                                          : json_array_size(list_or_object);
}

struct json_t *value_at(const struct json_t *list, size_t index)
{
    return json_array_get(list, index);
}

const char *value_as_text(const struct json_t *value)
{
    return json_string_value(value);
}

int value_as_integer(const struct json_t *value, int64_t *ret_number)
{
    if (!json_is_integer(value))
        return -EINVAL;

    *ret_number = json_integer_value(value);
    return 0;
}

int value_as_flag(const struct json_t *value, bool *ret_flag)
{
    if (!json_is_boolean(value))
        return -EINVAL;

    *ret_flag = json_is_true(value);
    return 0;
}

const char *value_as_scalar(const struct json_t *value,
                            char buffer[VALUE_SCALAR_SIZE])
{
    assert(buffer);

    if (json_is_string(value))
        return json_string_value(value);
    if (json_is_boolean(value))
        return json_is_true(value) ? "true" : "false";
    if (json_is_integer(value))
        (void)snprintf(buffer, VALUE_SCALAR_SIZE, "%" JSON_INTEGER_FORMAT,
                       json_integer_value(value));
    else if (json_is_real(value))
        (void)snprintf(buffer, VALUE_SCALAR_SIZE, "%.15g",
                       json_real_value(value));
    else
        return NULL;

    return buffer;
}

int value_each(const struct json_t *object,
               int (*visit)(void *arg, const char *key,
                            const struct json_t *value),
               void *arg)
{
    json_t *walked = (json_t *)object;

    for (void *at = json_object_iter(walked); at;
         at = json_object_iter_next(walked, at)) {
        int rc =
            visit(arg, json_object_iter_key(at), json_object_iter_value(at));
        if (rc)
            return rc;
    }

    return 0;
}

/* The library's own printing to text goes on after a failed allocation within
   a key, and leaves the key out; so the text grows here, and remembers. */
struct printed {
    char *text;
    size_t length;
    size_t room;
    bool failed;
};

static int print_part(const char *part, size_t length, void *arg)
{
    struct printed *printed = arg;

    if (!printed->failed && printed->length + length >= printed->room) {
        size_t room = 2 * printed->room + length + 128;
        char *text = realloc(printed->text, room);
        printed->failed = text == NULL;
        if (text) {
            printed->text = text;
            printed->room = room;
        }
    }
    if (printed->failed)
        return -1;
    memcpy(printed->text + printed->length, part, length);
    printed->length += length;
    printed->text[printed->length] = '\0';
    return 0;
}

char *value_print(const struct json_t *value, enum value_style style)
{
    size_t flags = style == VALUE_INDENTED ? JSON_INDENT(2) : JSON_COMPACT;
    struct printed printed = { .text = NULL };

    if (!value)
        return NULL;
    if (json_dump_callback(value, print_part, &printed,
                           JSON_ENCODE_ANY | flags) < 0)
        printed.failed = true;
    if (printed.failed) {
        free(printed.text);
        return NULL;
    }
    return printed.text;
}
