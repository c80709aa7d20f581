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

enum {
    ROW_COUNT = sizeof(rows) / sizeof(rows[0]),
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
        .has_fields = row->run == run_create || row->run == run_ivr_try ||
                      row->run == run_copy || row->run == run_change ||
                      row->run == run_command || row->run == run_many ||
                      row->run == run_token || row->run == run_queue_switch ||
                      row->run == run_rule_test || row->run == run_rule_publish,
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
