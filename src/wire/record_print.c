/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers and plain words are written here; the library writes the rest. */

#include "wire/record_print.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "wire/record_json.h"

struct page {
    char *text;
    size_t length;
    size_t room;
};

static int add(struct page *page, const char *text, size_t length)
{
    if (page->length + length >= page->room) {
        size_t room = 2 * page->room + length + 512;
        char *larger = realloc(page->text, room);

        if (!larger)
            return -ENOMEM;
        page->text = larger;
        page->room = room;
    }

    memcpy(page->text + page->length, text, length);
    page->length += length;
    page->text[page->length] = '\0';
    return 0;
}

static int add_string(struct page *page, const char *text)
{
    return add(page, text, strlen(text));
}

/* NULL: the value could not be made. It is freed. */
static int add_value(struct page *page, struct json_t *value)
{
    char *text = value_print(value, VALUE_COMPACT);
    int rc = text ? add_string(page, text) : -ENOMEM;

    free(text);
    (void)value_free(value);
    return rc;
}

/* Without an escape and without more than ASCII, whose bytes may be wrong. */
static bool is_plain(const char *text)
{
    for (; *text; text++)
        if (*text < ' ' || *text > '~' || *text == '"' || *text == '\\')
            return false;

    return true;
}

static int add_text(struct page *page, const char *text)
{
    if (!text)
        return -ENOMEM;
    if (!is_plain(text))
        return add_value(page, value_text(text));

    int rc = add(page, "\"", 1);

    if (rc == 0)
        rc = add_string(page, text);
    return rc == 0 ? add(page, "\"", 1) : rc;
}

static int add_number(struct page *page, int64_t number)
{
    char digits[24];
    int length = snprintf(digits, sizeof(digits), "%" PRId64, number);

    return add(page, digits, (size_t)length);
}

static int add_field(struct page *page, const struct field *field,
                     const void *data)
{
    if (field->kind == FIELD_CANDIDATES)
        return add_value(page, field_to_json(field, data));

    int64_t number = field_get_integer(field, data);

    if (field->kind == FIELD_FLAG)
        return add_string(page, number ? "true" : "false");
    if (field->kind == FIELD_WORD) {
        const char *word = word_spell(field->words, (int)number);

        assert(word);
        return add_text(page, word);
    }

    return add_number(page, number);
}

static int add_key(struct page *page, const struct field *field, bool is_first)
{
    int rc = add(page, is_first ? "{" : ",", 1);

    if (rc == 0)
        rc = add_text(page, field->name);
    return rc == 0 ? add(page, ":", 1) : rc;
}

char *record_print(const struct record *record, const void *data,
                   const char *(*stand_in)(void *arg, const struct field *field,
                                           const char *text),
                   void *arg)
{
    assert(record && data);

    struct page page = { .text = NULL };
    int rc = record->field_count == 0 ? add(&page, "{", 1) : 0;

    for (size_t i = 0; rc == 0 && i < record->field_count; i++) {
        const struct field *field = &record->fields[i];

        rc = add_key(&page, field, i == 0);
        if (rc == 0 && field_is_text(field)) {
            const char *text = field_get_text(field, data);

            rc = add_text(&page, stand_in ? stand_in(arg, field, text) : text);
        } else if (rc == 0) {
            rc = add_field(&page, field, data);
        }
    }
    if (rc == 0)
        rc = add(&page, "}", 1);
    if (rc < 0) {
        free(page.text);
        return NULL;
    }

    return page.text;
}
