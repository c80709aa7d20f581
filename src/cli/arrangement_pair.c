/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading, fetching and sending what is two names and a number. */

#include "cli/arrangement_pair.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "cli/ask.h"
#include "cli/names.h"

#define PRIORITY                                                               \
    {                                                                          \
        "priority", 1, 1, 100, false, false                                    \
    }
#define DELAY                                                                  \
    {                                                                          \
        "delay_ms", 0, 0, 3600000, false, true                                 \
    }

static const struct pair_kind kinds[] = {
    { ARRANGEMENT_ASSIGNMENTS,
      "queue",
      "agent",
      DOCUMENT_QUEUE,
      DOCUMENT_AGENT,
      ROUTE_QUEUE_AGENTS,
      ROUTE_QUEUE_ASSIGN,
      ROUTE_QUEUE_UNASSIGN,
      { PRIORITY, DELAY } },
    { ARRANGEMENT_TEAM_ASSIGNMENTS,
      "team",
      "queue",
      DOCUMENT_TEAM,
      DOCUMENT_QUEUE,
      ROUTE_TEAM_QUEUES,
      ROUTE_TEAM_ASSIGN,
      ROUTE_TEAM_UNASSIGN,
      { PRIORITY, DELAY } },
    { ARRANGEMENT_LEVELS,
      "agent",
      "skill",
      DOCUMENT_AGENT,
      DOCUMENT_SKILL,
      ROUTE_AGENT_SKILLS,
      ROUTE_AGENT_SET_SKILL,
      ROUTE_AGENT_UNSET_SKILL,
      { { "level", 0, 0, 100, true, false } } },
};

enum { NUMBERS = sizeof(kinds[0].numbers) / sizeof(kinds[0].numbers[0]) };

const struct pair_kind *pair_kind_of(int part)
{
    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
        if (kinds[i].part == part)
            return &kinds[i];

    assert(false && "no such part");
    return NULL;
}

static int put_number(struct json_t *object, const struct pair_number *number,
                      int64_t value)
{
    if (!number->name || (number->is_brief && value == number->preset))
        return 0;

    return value_set_integer(object, number->name, value);
}

/* Puts it among the others under its key. */
static int keep(struct json_t *part, const struct pair_kind *kind,
                const char *first, const char *second,
                const int64_t values[NUMBERS])
{
    struct json_t *object = value_object();
    char key[2 * NAMES_TEXT_SIZE];
    int rc = value_set_text(object, kind->first, first);

    rc |= value_set_text(object, kind->second, second);
    for (size_t i = 0; i < NUMBERS; i++)
        rc |= put_number(object, &kind->numbers[i], values[i]);

    (void)snprintf(key, sizeof(key), "%s/%s", first, second);
    return rc | value_set(part, key, object);
}

/* Fetching. */

/* As it is for good. @return whether it is at all */
static bool read_lasting(const struct pair_kind *kind,
                         const struct json_t *item, int64_t ret_values[NUMBERS])
{
    bool is_brief = value_get_integer(item, "until_us", 0) != 0;

    for (size_t i = 0; i < NUMBERS && kind->numbers[i].name; i++)
        ret_values[i] = value_get_integer(item, kind->numbers[i].name,
                                          kind->numbers[i].preset);
    if (is_brief) {
        ret_values[0] = value_get_integer(item, "then_priority", 0);
        ret_values[1] = value_get_integer(item, "then_delay_ms", 0);
    }

    return !value_get_flag(item, "by_team") && !(is_brief && !ret_values[0]);
}

enum exit_code pair_fetch(struct cli *cli, const struct pair_kind *kind,
                          const char *first, struct json_t *part)
{
    struct ask request = { .route = route_get(kind->list),
                           .parameters = { first } };
    struct json_t *items = NULL;
    enum exit_code code = ask_for_list(cli, &request, 0, &items);
    char id[32];

    (void)snprintf(id, sizeof(id), "%s_id", kind->second);
    for (size_t i = 0; i < value_count(items) && !code; i++) {
        const struct json_t *item = value_at(items, i);
        char second[NAMES_TEXT_SIZE];
        int64_t values[NUMBERS] = { 0 };

        if (!read_lasting(kind, item, values))
            continue;
        names_spell(cli, kind->second_kind,
                    (uint64_t)value_get_integer(item, id, 0), second);
        if (keep(part, kind, first, second, values))
            code = cli_no_memory(cli);
    }

    value_free(items);
    return code;
}

/* Reading. */

static int read_number(const struct pair_number *number,
                       const struct json_t *item, int64_t *ret_value,
                       struct mistake *ret_mistake)
{
    *ret_value = value_get_integer(item, number->name, number->preset);
    if (number->is_required && !value_get(item, number->name))
        return mistake_note(ret_mistake, MISTAKE_MISSING_FIELD, number->name);
    if (*ret_value < number->min || *ret_value > number->max)
        return mistake_note_range(ret_mistake, MISTAKE_OUT_OF_RANGE,
                                  number->name, number->min, number->max);

    return 0;
}

int pair_read(const struct pair_kind *kind, const struct json_t *item,
              char *ret_key, size_t size, struct json_t **ret_document,
              struct mistake *ret_mistake)
{
    const char *first = value_get_text(item, kind->first);
    const char *second = value_get_text(item, kind->second);
    int64_t values[NUMBERS] = { 0 };
    size_t known = 2;
    int rc = 0;

    if (!first || !second)
        return mistake_note(ret_mistake, MISTAKE_MISSING_FIELD,
                            first ? kind->second : kind->first);
    for (size_t i = 0; i < NUMBERS && kind->numbers[i].name; i++)
        known += value_get(item, kind->numbers[i].name) != NULL;
    if (value_count(item) != known)
        return mistake_note(ret_mistake, MISTAKE_UNKNOWN_FIELD, "");
    for (size_t i = 0; i < NUMBERS && kind->numbers[i].name && !rc; i++)
        rc = read_number(&kind->numbers[i], item, &values[i], ret_mistake);
    if (rc)
        return rc;

    struct json_t *holder = value_object();

    (void)snprintf(ret_key, size, "%s/%s", first, second);
    rc = keep(holder, kind, first, second, values);
    *ret_document = rc ? NULL : value_share(value_get(holder, ret_key));
    value_free(holder);
    return rc ? -ENOMEM : 0;
}

/* Changing. */

/* {"agent_id": "ana", "priority": 1}; the first name is in the path. */
static struct json_t *make_body(const struct pair_kind *kind,
                                const struct change *change)
{
    const struct json_t *from = change->after ? change->after : change->before;
    struct json_t *body = value_object();
    char id[32];

    (void)snprintf(id, sizeof(id), "%s_id", kind->second);
    int rc = value_set_text(body, id, value_get_text(from, kind->second));

    for (size_t i = 0; i < NUMBERS && change->kind != CHANGE_REMOVE; i++)
        if (kind->numbers[i].name)
            rc |=
                value_set_integer(body, kind->numbers[i].name,
                                  value_get_integer(from, kind->numbers[i].name,
                                                    kind->numbers[i].preset));
    /* A help for a time would keep its end, and give back what was. */
    if (kind->set == ROUTE_QUEUE_ASSIGN && change->kind != CHANGE_REMOVE)
        rc |= value_set_integer(body, "until", 0);

    return rc ? value_free(body) : body;
}

enum exit_code pair_apply(struct cli *cli, const struct change *change)
{
    const struct pair_kind *kind = pair_kind_of(change->part);
    const struct json_t *from = change->after ? change->after : change->before;
    struct json_t *body = make_body(kind, change);
    struct ask request = {
        .route =
            route_get(change->kind == CHANGE_REMOVE ? kind->unset : kind->set),
        .parameters = { value_get_text(from, kind->first) },
        .body = body,
    };
    struct answer answer = { 0 };
    enum exit_code code =
        body ? ask(cli, &request, &answer) : cli_no_memory(cli);

    answer_done(&answer);
    value_free(body);
    return code;
}
