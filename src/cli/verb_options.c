/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The options of a verb: its own, the fields of its body, the common ones. */

#include "cli/verb.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/mark.h"

static const struct own_option {
    const char *noun;
    const char *verb;
    const char *name;
    const char *value;
    const char *doc;
} own_options[] = {
#define OPTION(noun, verb, option, value, doc)                                 \
    { noun, verb, option, value, doc },
#include "cli/verb.def"
};

enum { OWN_COUNT = sizeof(own_options) / sizeof(own_options[0]) };

static const struct meaning {
    const char *record;
    const char *field;
    const char *doc;
} meanings[] = {
#define MEANING(record, field, doc) { record, field, doc },
#include "cli/verb.def"
};

static const char *doc_of(const struct record *record,
                          const struct field *field)
{
    if (field->doc)
        return field->doc;

    for (size_t i = 0; i < sizeof(meanings) / sizeof(meanings[0]); i++)
        if (strcmp(meanings[i].record, record->name) == 0 &&
            strcmp(meanings[i].field, field->name) == 0)
            return meanings[i].doc;

    return "";
}

static bool is_same(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

void verb_spell_field(const struct record *record, const struct field *field,
                      char ret_name[48])
{
    size_t length = strlen(field->name);
    bool has_unit = length > 3 && !strcmp(field->name + length - 3, "_ms");
    bool refers = length > 3 && !strcmp(field->name + length - 3, "_id");
    const char *end = "";

    snprintf(ret_name, 48, "%.*s",
             (int)(has_unit || refers ? length - 3 : length), field->name);
    if ((has_unit || refers) && record_field(record, ret_name))
        end = has_unit ? "-time" : "-name";

    length = strlen(ret_name);
    snprintf(ret_name + length, 48 - length, "%s", end);
    for (char *c = ret_name; *c; c++)
        if (*c == '_')
            *c = '-';
}

static const char *value_of_kind(const struct field *field)
{
    switch (field->kind) {
    case FIELD_FLAG:
        return "yes|no";
    case FIELD_PERIOD:
        return "TIME";
    case FIELD_ID:
        return "NAME";
    case FIELD_COUNT:
        return "COUNT";
    case FIELD_WORD:
        return "WORD";
    case FIELD_NUMBER:
    case FIELD_PATTERN:
        return "NUMBER";
    case FIELD_ADDRESS:
        return "ADDRESS";
    default:
        return "TEXT";
    }
}

/* Whether a field of the body is given in another way than as an option. */
static bool is_given_elsewhere(const struct verb *verb,
                               const struct field *field)
{
    struct verb_argument arguments[VERB_MAX_ARGUMENTS];
    size_t count = verb_list_arguments(verb, arguments);
    const char *in_path = route_path_field(verb->route);

    if (strcmp(field->name, "id") == 0 || strcmp(field->name, "version") == 0)
        return true;
    if (in_path && strcmp(field->name, in_path) == 0)
        return true;

    for (size_t i = 0; i < count; i++)
        if (strcmp(arguments[i].field, field->name) == 0)
            return true;

    return false;
}

static void add(struct verb_option *ret, size_t *count,
                struct verb_option option)
{
    assert(*count < VERB_MAX_OPTIONS);
    ret[(*count)++] = option;
}

static void add_fields(const struct verb *verb, struct verb_option *ret,
                       size_t *count)
{
    const struct record *record = content_record(verb->route->body);

    for (size_t i = 0; record && i < record->field_count; i++) {
        const struct field *field = &record->fields[i];
        struct verb_option option = {
            .value = value_of_kind(field),
            .doc = doc_of(record, field),
            .field = field,
        };

        if (is_given_elsewhere(verb, field))
            continue;
        verb_spell_field(record, field, option.name);
        add(ret, count, option);
    }
}

static void add_query(const struct verb *verb, struct verb_option *ret,
                      size_t *count)
{
    bool listed = verb->route->query == QUERY_LISTED;
    bool events = verb->route->query == QUERY_EVENTS;

    if (listed)
        add(ret, count,
            (struct verb_option){
                "sort", "FIELD",
                N_("the order; -FIELD begins with the largest"), NULL });
    if (listed || events) {
        add(ret, count,
            (struct verb_option){
                "filter", "CONDITION",
                N_("only those for which it holds, as: misses > 1"), NULL });
        add(ret, count,
            (struct verb_option){ "limit", "COUNT", N_("no more than so many"),
                                  NULL });
    }
    if (verb->route->query == QUERY_PERIOD) {
        add(ret, count,
            (struct verb_option){
                "from", "MOMENT",
                N_("from this moment on, as 2026-11-22T14:02Z; a week before "
                   "the end when not given"),
                NULL });
        add(ret, count,
            (struct verb_option){ "until", "MOMENT",
                                  N_("until this moment; now when not given"),
                                  NULL });
    }
    if (verb->route->query == QUERY_REPLACED)
        add(ret, count,
            (struct verb_option){ "replacement", "NAME",
                                  N_("what takes its place wherever it is "
                                     "named; who waits is moved there, and "
                                     "who served it serves that one"),
                                  NULL });
    if (events)
        add(ret, count,
            (struct verb_option){ "after", "SEQ",
                                  N_("only events after this number"), NULL });
}

static void add_own(const char *noun, const char *name, struct verb_option *ret,
                    size_t *count)
{
    for (size_t i = 0; i < OWN_COUNT; i++) {
        const struct own_option *own = &own_options[i];
        struct verb_option option = { .value = own->value, .doc = own->doc };

        if (!is_same(own->noun, noun) || !is_same(own->verb, name))
            continue;
        snprintf(option.name, sizeof(option.name), "%s", own->name);
        add(ret, count, option);
    }
}

size_t verb_list_options(const struct verb *verb,
                         struct verb_option ret[VERB_MAX_OPTIONS])
{
    size_t count = 0;

    if (verb) {
        add_own(verb->noun, verb->name, ret, &count);
        if (verb->has_fields)
            add_fields(verb, ret, &count);
        if (verb->route)
            add_query(verb, ret, &count);
    }
    add_own(NULL, NULL, ret, &count);
    return count;
}
