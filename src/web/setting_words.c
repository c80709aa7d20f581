/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an id refers to may depend on another setting. */

#include "web/setting_words.h"

#include <assert.h>

#include "base/line.h"
#include "web/lookup.h"
#include "wire/setting.h"

/* The kind that a setting refers to; none where another one says it. */
static int kind_of(const struct record *record, const struct field *field,
                   const void *data)
{
    const char *companion = route_companion(field->name);
    const struct field *to = companion ? record_field(record, companion) : NULL;

    if (!to)
        return route_reference(field->name);

    return route_destination(
        word_spell(&word_list_destination, (int)field_get_integer(to, data)));
}

void setting_words(const struct exchange *exchange, const struct record *record,
                   const struct field *field, const void *data,
                   struct note *ret_text)
{
    assert(exchange && record && field && data && ret_text);
    struct line line = { .text = ret_text->text,
                         .size = sizeof(ret_text->text) };
    char text[SETTING_TEXT_SIZE];
    const char *name = "";
    int kind = field->kind == FIELD_ID ? kind_of(record, field, data) : -1;

    if (kind >= 0)
        name = lookup_name(exchange, (enum document_kind)kind,
                           (uint64_t)field_get_integer(field, data));
    if (!*name) {
        setting_format(field, data, text);
        name = text;
    }

    line_add(&line, "%s", name);
}
