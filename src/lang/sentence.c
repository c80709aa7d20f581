/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text is copied, and its values are written by their kinds. */

#include "lang/sentence.h"

#include <assert.h>
#include <errno.h>
#include <stdbool.h>
#include <string.h>

#include "lang/sentence_value.h"

struct writer {
    char *text;
    size_t size;
    size_t length; /* at size: there was no room */
};

static void add(struct writer *writer, const char *bytes, size_t length)
{
    if (writer->length + length >= writer->size) {
        writer->length = writer->size;
        return;
    }
    memcpy(writer->text + writer->length, bytes, length);
    writer->length += length;
    writer->text[writer->length] = '\0';
}

/* What stands in braces, of length bytes. */
static void add_value(struct writer *writer, struct sentence_value *value,
                      const char *inside, size_t length)
{
    const char *colon = memchr(inside, ':', length);
    size_t name = colon ? (size_t)(colon - inside) : 0;
    bool is_kind = colon && sentence_value_is(inside, name);
    const char *bytes = is_kind ? colon + 1 : inside;
    size_t rest = length - (size_t)(bytes - inside);
    char text[SENTENCE_VALUE_MAX + 1];
    char written[SENTENCE_WRITTEN_SIZE] = "";

    if (is_kind && rest <= SENTENCE_VALUE_MAX) {
        memcpy(text, bytes, rest);
        text[rest] = '\0';
        value->text = text;
        value->ret = written;
        if (sentence_value_write(value, inside, name) == 0) {
            add(writer, written, strlen(written));
            return;
        }
    }
    add(writer, bytes, rest);
}

int sentence_write(enum language language, enum sentence_use use,
                   const char *text, char *ret_text, size_t size)
{
    assert(language < LANGUAGE_COUNT && text && ret_text && size > 0);

    struct writer writer = { .text = ret_text, .size = size };
    struct sentence_value value = { .language = language, .use = use };
    const char *open, *close;

    ret_text[0] = '\0';
    while ((open = strchr(text, '{')) && (close = strchr(open, '}'))) {
        add(&writer, text, (size_t)(open - text));
        add_value(&writer, &value, open + 1, (size_t)(close - open - 1));
        text = close + 1;
    }
    add(&writer, text, strlen(text));
    if (writer.length < size)
        return 0;

    ret_text[0] = '\0';
    return -ENOSPC;
}
