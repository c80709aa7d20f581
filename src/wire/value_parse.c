/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The front door for JSON: limits first, then the library's strict reader. */

#include "wire/value.h"

#include <assert.h>
#include <errno.h>
#include <jansson.h>
#include <stdlib.h>

/*
 * The library calls a text invalid for which it had no memory. So its
 * allocations are watched, from before main() on, when there are no threads.
 */
static _Thread_local bool allocation_failed;

static void *watched_malloc(size_t size)
{
    void *block = malloc(size);

    allocation_failed |= block == NULL;
    return block;
}

static void __attribute__((constructor)) watch_allocations(void)
{
    json_set_alloc_funcs(watched_malloc, free);
}

/*
 * The library's own limit is 2,048 levels, each of which costs stack. What is
 * no JSON may be counted wrongly here, and is refused later.
 */
static bool is_too_deep(const char *text, size_t length)
{
    size_t depth = 0;
    bool in_text = false;

    for (size_t i = 0; i < length; i++) {
        char c = text[i];

        if (in_text && c == '\\')
            i++;
        else if (c == '"')
            in_text = !in_text;
        else if (in_text)
            continue;
        else if (c == '{' || c == '[')
            depth++;
        else if ((c == '}' || c == ']') && depth > 0)
            depth--;

        if (depth > VALUE_MAX_DEPTH)
            return true;
    }

    return false;
}

/* RFC 8259 sets no bounds to numbers: one beyond ours is JSON none the less. */
static enum mistake_code code_of(const json_error_t *error)
{
    switch (json_error_code(error)) {
    case json_error_duplicate_key:
        return MISTAKE_DUPLICATE_KEY;
    case json_error_numeric_overflow:
        return MISTAKE_OUT_OF_RANGE;
    default:
        return MISTAKE_NOT_JSON;
    }
}

static int note_error(const json_error_t *error, struct mistake *ret_mistake)
{
    if (allocation_failed)
        return -ENOMEM;

    int rc = mistake_note(ret_mistake, code_of(error), "");
    if (ret_mistake) {
        ret_mistake->line = error->line;
        ret_mistake->column = error->column;
    }
    return rc;
}

int value_parse(const char *text, size_t length, size_t max_length,
                struct json_t **ret_object, struct mistake *ret_mistake)
{
    assert(text && ret_object);

    if (length > max_length)
        return mistake_note_range(ret_mistake, MISTAKE_TOO_LARGE, "", 0,
                                  (int64_t)max_length);
    if (is_too_deep(text, length))
        return mistake_note_range(ret_mistake, MISTAKE_TOO_DEEP, "", 0,
                                  VALUE_MAX_DEPTH);

    json_error_t error = { .line = 0 };
    allocation_failed = false;
    json_t *value = json_loadb(
        text, length, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &error);
    if (!value)
        return note_error(&error, ret_mistake);

    if (!json_is_object(value)) {
        json_decref(value);
        return mistake_note(ret_mistake, MISTAKE_NOT_OBJECT, "");
    }

    *ret_object = value;
    return 0;
}
