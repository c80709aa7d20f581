/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking into the table of verbs. */

#include "cli/verb.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/mark.h"
#include "cli/run.h"

#define ROUTE_NONE ROUTE_COUNT

/* What the table says; routes and docs are looked up when asked for. */
static const struct row {
    const char *noun;
    const char *name;
    const char *arguments;
    verb_run *run;
    enum route_id route;
    const char *doc;
} rows[] = {
#define VERB(noun, verb, arguments, run, route, doc)                           \
    { noun, verb, arguments, run_##run, ROUTE_##route, doc },
#include "cli/verb.def"
};

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

enum {
    ROW_COUNT = sizeof(rows) / sizeof(rows[0]),
    OWN_COUNT = sizeof(own_options) / sizeof(own_options[0]),
};

/* Made from the rows on first use; the program has one thread. */
static struct verb verbs[ROW_COUNT];

static struct verb make_verb(const struct row *row)
{
    const struct route *route =
        row->route == ROUTE_NONE ? NULL : route_get(row->route);

    return (struct verb){
        .noun = row->noun,
        .name = row->name,
        .arguments = row->arguments,
        .run = row->run,
        .route = route,
        .doc = row->doc || !route ? row->doc : route->doc,
        .has_fields = row->run == run_create || row->run == run_change ||
                      row->run == run_command || row->run == run_token,
    };
}

const struct verb *verb_at(size_t index)
{
    if (index >= ROW_COUNT)
        return NULL;
    if (!verbs[index].noun)
        verbs[index] = make_verb(&rows[index]);

    return &verbs[index];
}

static bool is_same(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

const struct verb *verb_find(const char *noun, const char *name)
{
    assert(noun);

    for (size_t i = 0; i < ROW_COUNT; i++)
        if (is_same(rows[i].noun, noun) && is_same(rows[i].name, name))
            return verb_at(i);

    return NULL;
}

bool verb_has_noun(const char *noun, bool *ret_alone)
{
    for (size_t i = 0; i < ROW_COUNT; i++)
        if (is_same(rows[i].noun, noun)) {
            *ret_alone = !rows[i].name;
            return true;
        }

    return false;
}

/* Arguments. */

/* Copies up to one of the stops; what follows it. */
static const char *take_word(const char *from, const char *stops, char *ret,
                             size_t size)
{
    size_t length = strcspn(from, stops);

    assert(length < size);
    memcpy(ret, from, length);
    ret[length] = '\0';
    return from + length;
}

size_t verb_list_arguments(const struct verb *verb,
                           struct verb_argument ret[VERB_MAX_ARGUMENTS])
{
    const char *at = verb->arguments;
    size_t count = 0;

    while (*at) {
        struct verb_argument *argument = &ret[count++];

        assert(count <= VERB_MAX_ARGUMENTS);
        *argument = (struct verb_argument){ .optional = *at == '[' };
        at = take_word(at + (*at == '['), ":", argument->word,
                       sizeof(argument->word));
        at = take_word(at + 1, " .]", argument->field, sizeof(argument->field));
        argument->many = *at == '.';
        at += strspn(at, ".] ");
    }

    return count;
}

/* Options. */

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
            .doc = field->doc ? field->doc : "",
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
