/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Settings by their number, conditions by their name. */

#include "console/document_users.h"

#include <assert.h>
#include <string.h>

#include "base/mark.h"
#include "console/document_value.h"
#include "core/condition.h"

struct named {
    enum document_kind kind;
    uint64_t id;
    const char *name;
};

/* The kind of what a setting names; below 0: it names nothing. */
static int kind_of(const struct record *record, const struct field *field,
                   const void *document)
{
    const char *companion = route_companion(field->name);
    const struct field *to = companion ? record_field(record, companion) : NULL;

    if (!companion)
        return route_reference(field->name);

    const char *word =
        to ? word_spell(to->words, (int)field_get_integer(to, document)) : NULL;

    return word ? route_destination(word) : -1;
}

static bool is_set_to(const struct record *record, const void *document,
                      const struct named *named)
{
    for (size_t i = 0; i < record->field_count; i++) {
        const struct field *field = &record->fields[i];

        if (field->is_setting && field->kind == FIELD_ID &&
            (uint64_t)field_get_integer(field, document) == named->id &&
            kind_of(record, field, document) == (int)named->kind)
            return true;
    }
    return false;
}

static bool is_asked_about(const struct record *record, const void *document,
                           const struct named *named)
{
    const struct field *field = record_field(record, "condition");
    const char *text = field ? field_get_text(field, document) : "";
    struct condition condition;

    if (!strstr(text, named->name) ||
        condition_parse(text, &condition, NULL) < 0)
        return false;

    for (size_t i = 0; i < condition.node_count; i++) {
        enum document_kind kind;
        const char *name =
            condition_node_names(&condition, &condition.nodes[i], &kind);

        if (name && kind == named->kind && strcmp(name, named->name) == 0)
            return true;
    }
    return false;
}

static size_t count_in(const struct program *program,
                       const struct document_list *list,
                       const struct named *named)
{
    size_t count = 0;

    for (size_t i = 0; i < document_rows(program, list->topic); i++) {
        const void *document =
            replica_at(program_rows(program), list->topic, i)->fields;

        count += is_set_to(list->record, document, named) ||
                 is_asked_about(list->record, document, named);
    }
    return count;
}

void document_users_say(const struct program *program,
                        const struct document_list *list, const void *document,
                        struct safe_text *ret_text)
{
    assert(program && list && document && ret_text);
    const struct named named = {
        .kind = list->kind,
        .id = (uint64_t)field_get_integer(record_field(list->record, "id"),
                                          document),
        .name = field_get_text(record_field(list->record, "name"), document),
    };
    struct safe_text users;

    safe_text_copy(&users, "");
    for (int i = 0; i < DOCUMENT_LISTS; i++) {
        const struct document_list *one = document_list_at(i);
        size_t count = count_in(program, one, &named);
        struct safe_text before = users;

        if (count > 0)
            safe_text_format(&users, "%s%s%s %zu", before.text,
                             before.text[0] ? ", " : "",
                             program_text(program, one->title), count);
    }
    safe_text_copy(ret_text, "");
    if (users.text[0])
        safe_text_format(ret_text, program_text(program, N_("Named by: %s.")),
                         users.text);
}
