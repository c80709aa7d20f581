/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts of a question, taken apart. */

#include "web/routing_fields.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static char *trim(char *text)
{
    size_t length;

    text += strspn(text, " ");
    length = strlen(text);
    while (length > 0 && text[length - 1] == ' ')
        text[--length] = '\0';
    return text;
}

bool routing_fields_read(const struct note *note,
                         struct routing_fields *ret_fields)
{
    char *rest;

    *ret_fields = (struct routing_fields){ .text = *note };
    rest = ret_fields->text.text;
    while (*trim(rest)) {
        char *part = rest;
        char *end = strchr(part, ',');
        char *value;

        rest = end ? end + 1 : part + strlen(part);
        if (end)
            *end = '\0';
        value = strchr(part, '=');
        if (!value || ret_fields->count == ROUTING_FIELDS)
            return false;
        *value = '\0';
        routing_fields_add(ret_fields, trim(part), trim(value + 1));
    }

    return true;
}

void routing_fields_add(struct routing_fields *fields, const char *name,
                        const char *value)
{
    if (fields->count == ROUTING_FIELDS)
        return;

    fields->names[fields->count] = name;
    fields->values[fields->count++] = value;
}

struct value routing_fields_value(const void *context, const char *name)
{
    const struct routing_fields *fields = context;

    for (size_t i = 0; i < fields->count; i++)
        if (strcmp(fields->names[i], name) == 0)
            return (struct value){ VALUE_TEXT, 0, fields->values[i] };

    return (struct value){ VALUE_UNKNOWN, 0, NULL };
}

/* Pretended. */

static bool find_fact(const char *field, enum fact *ret_fact)
{
    for (int i = 0; i < FACT_COUNT; i++) {
        const struct fact_info *info = fact_info((enum fact)i);

        if (info->about == ABOUT_QUEUE && strcmp(info->field, field) == 0) {
            *ret_fact = (enum fact)i;
            return true;
        }
    }

    return false;
}

static bool read_number(const char *text, int64_t *ret_number)
{
    char *end;
    long long number;

    errno = 0;
    number = strtoll(text, &end, 10);
    if (errno || end == text || *end || number < 0)
        return false;

    *ret_number = number;
    return true;
}

/* "queue(sales).waiting", cut where it lies. */
static bool read_pretended(char *text, struct routing_pretended *ret_row)
{
    static const char head[] = "queue(";
    char *end = strchr(text, ')');

    if (strncmp(text, head, sizeof(head) - 1) != 0 || !end || end[1] != '.')
        return false;

    *end = '\0';
    ret_row->queue = trim(text + sizeof(head) - 1);
    return find_fact(end + 2, &ret_row->fact);
}

bool routing_pretence_read(const struct state *floor, const struct note *note,
                           struct routing_pretence *ret_pretence)
{
    struct routing_fields *fields = &ret_pretence->fields;

    if (!routing_fields_read(note, fields))
        return false;

    for (size_t i = 0; i < fields->count; i++) {
        struct routing_pretended *row = &ret_pretence->rows[i];
        char *name = fields->text.text + (fields->names[i] - fields->text.text);

        if (!read_pretended(name, row) ||
            !read_number(fields->values[i], &row->number) ||
            !state_document_named(floor, DOCUMENT_QUEUE, row->queue))
            return false;
    }

    return true;
}

struct value routing_pretence_value(const void *pretence, enum fact fact,
                                    const char *queue)
{
    const struct routing_pretence *pretended = pretence;

    for (size_t i = 0; i < pretended->fields.count; i++)
        if (pretended->rows[i].fact == fact &&
            strcmp(pretended->rows[i].queue, queue) == 0)
            return (struct value){ VALUE_NUMBER, pretended->rows[i].number,
                                   NULL };

    return (struct value){ VALUE_UNKNOWN, 0, NULL };
}
