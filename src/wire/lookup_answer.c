/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks the paths of a lookup through the answer. */

#include "wire/lookup_answer.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "wire/value.h"

/* Lists may be answers, too: it is read as the one field of an object. */
static int read_any(const char *bytes, size_t length, struct json_t **ret_value)
{
    static const char before[] = "{\"answer\":";
    size_t size = sizeof(before) + length + 1;
    char *text = malloc(size);
    int rc;

    if (!text)
        return -ENOMEM;

    memcpy(text, before, sizeof(before) - 1);
    memcpy(text + sizeof(before) - 1, bytes, length);
    text[sizeof(before) - 1 + length] = '}';
    rc = value_parse(text, sizeof(before) + length, VALUE_MAX_LENGTH, ret_value,
                     NULL);
    free(text);
    return rc;
}

static const struct json_t *follow(const struct json_t *value, const char *path)
{
    struct name key;
    int64_t place;

    while (value && lookup_path_step(&path, &key, &place))
        value = key.text[0] ? value_get(value, key.text)
                            : value_at(value, (size_t)place);

    return value;
}

int lookup_answer_read(const char *bytes, size_t length,
                       const struct lookup_values *wanted,
                       struct note *ret_values)
{
    struct json_t *answer = NULL;
    int count = 0;

    assert(bytes && wanted && ret_values);

    *ret_values = (struct note){ "" };
    int rc = read_any(bytes, length, &answer);
    if (rc < 0)
        return rc;

    for (size_t i = 0; i < wanted->count; i++) {
        char text[VALUE_SCALAR_SIZE];
        const char *is = value_as_scalar(
            follow(value_get(answer, "answer"), wanted->rows[i].path.text),
            text);

        count +=
            is && lookup_line_add(ret_values, &wanted->rows[i].variable, is);
    }

    value_free(answer);
    return count;
}
