/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is told of a document's versions: what each changed, and what going back
   to it would. */

#include "console/document_versions_inside.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "console/document_value.h"

/* The list: a version for all rows that tell of it. */

static struct json_t *make_item(const struct json_t *row)
{
    const char *user = value_get_text(row, "user");
    struct json_t *item = value_object();
    int rc = value_set_integer(item, "version",
                               value_get_integer(row, "version", 0));

    rc |= value_set_integer(item, "wall_us",
                            value_get_integer(row, "wall_us", 0));
    rc |= value_set_text(item, "user", user ? user : "");
    rc |= value_set(item, "fields", value_list());
    return rc ? value_free(item) : item;
}

struct json_t *document_versions_gather(const struct json_t *rows)
{
    struct json_t *items = value_list();
    struct json_t *item = NULL;
    int rc = items ? 0 : -ENOMEM;

    for (size_t i = 0; rc == 0 && i < value_count(rows); i++) {
        const struct json_t *row = value_at(rows, i);
        const char *field = value_get_text(row, "field");

        if (!item || value_get_integer(item, "version", 0) !=
                         value_get_integer(row, "version", 0)) {
            rc = value_append(items, make_item(row));
            item = value_at(items, value_count(items) - 1);
        }
        if (rc == 0 && field && *field)
            rc = value_append(value_get(item, "fields"), value_text(field));
    }
    return rc ? value_free(items) : items;
}

void document_versions_word(const struct program *program,
                            const struct record *record,
                            const struct json_t *item,
                            struct safe_text *ret_text)
{
    assert(program && record && ret_text);
    const struct json_t *fields = value_get(item, "fields");
    char text[SAFE_TEXT_SIZE] = "";
    size_t length = 0;

    for (size_t i = 0; i < value_count(fields); i++) {
        const char *name = value_as_text(value_at(fields, i));
        const struct field *field = name ? record_field(record, name) : NULL;
        const char *label =
            field  ? program_text(program, document_label(record, field))
            : name ? name
                   : "";
        int more = snprintf(text + length, sizeof(text) - length, "%s%s",
                            i ? ", " : "", label);

        if (more < 0 || (size_t)more >= sizeof(text) - length)
            break;
        length += (size_t)more;
    }
    safe_text_copy(ret_text, text);
}

/* What going back would change. */

struct comparison {
    const struct program *program;
    const struct record *record;
    const void *now, *then;
};

static void print_difference(const struct comparison *of, FILE *out)
{
    const struct record *record = of->record;

    for (size_t i = 0; i < record->field_count; i++) {
        const struct field *field = &record->fields[i];
        struct safe_text is, was;

        if (!field->is_setting || field_is_same(field, of->now, of->then))
            continue;
        const char *label =
            program_text(of->program, document_label(record, field));
        document_show(of->program, record, field, of->now, &is);
        document_show(of->program, record, field, of->then, &was);
        fprintf(out, "- %s: %s\n+ %s: %s\n", label, is.text, label, was.text);
    }
}

char *document_versions_differ(const struct program *program,
                               const struct record *record, const void *now,
                               const void *then)
{
    assert(program && record && now && then);
    char *lines = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&lines, &length);

    if (!out)
        return NULL;
    print_difference(&(struct comparison){ program, record, now, then }, out);
    if (fclose(out) != 0) {
        free(lines);
        return NULL;
    }
    return lines;
}
