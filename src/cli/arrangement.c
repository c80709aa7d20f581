/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Arrangements: their parts, their order, and how they are written. */

#include "cli/arrangement.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

const char *arrangement_key(int part)
{
    static const char *const keys[ARRANGEMENT_PARTS] = {
        [DOCUMENT_USER] = "users",
        [DOCUMENT_DEVICE] = "devices",
        [DOCUMENT_AGENT] = "agents",
        [DOCUMENT_QUEUE] = "queues",
        [DOCUMENT_FLOW] = "flows",
        [DOCUMENT_TRUNK] = "trunks",
        [DOCUMENT_ENTRY] = "entries",
        [DOCUMENT_PAUSE_REASON] = "pause_reasons",
        [DOCUMENT_DISPOSITION] = "dispositions",
        [DOCUMENT_TEAM] = "teams",
        [DOCUMENT_PROMPT] = "prompts",
        [DOCUMENT_ROUTE] = "routes",
        [DOCUMENT_CAP] = "caps",
        [DOCUMENT_SKILL] = "skills",
        [DOCUMENT_BOX] = "boxes",
        [DOCUMENT_CALENDAR] = "calendars",
        [DOCUMENT_CALLER_LIST] = "caller_lists",
        [DOCUMENT_RULE] = "rules",
        [DOCUMENT_QUEUE_RULE] = "queue_rules",
        [DOCUMENT_LOOKUP] = "lookups",
        [ARRANGEMENT_ASSIGNMENTS] = "assignments",
        [ARRANGEMENT_TEAM_ASSIGNMENTS] = "team_assignments",
        [ARRANGEMENT_LEVELS] = "levels",
    };

    return keys[part];
}

void arrangement_done(struct arrangement *arrangement)
{
    for (int i = 0; i < ARRANGEMENT_PARTS; i++)
        value_free(arrangement->parts[i]);

    value_free(arrangement->sounds);
    *arrangement = (struct arrangement){ 0 };
}

struct gathering {
    const char **names;
    size_t count;
};

static int gather(void *arg, const char *key, const struct json_t *value)
{
    struct gathering *gathering = arg;

    (void)value;
    gathering->names[gathering->count++] = key;
    return 0;
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

int arrangement_names(const struct arrangement *arrangement, int part,
                      const char ***ret_names)
{
    size_t count = value_count(arrangement->parts[part]);
    struct gathering gathering = {
        .names = calloc(count + 1, sizeof(*gathering.names)),
    };

    if (!gathering.names)
        return -ENOMEM;

    (void)value_each(arrangement->parts[part], gather, &gathering);
    qsort(gathering.names, count, sizeof(*gathering.names), compare_names);
    *ret_names = gathering.names;
    return (int)count;
}

static struct json_t *list_part(const struct arrangement *arrangement, int part)
{
    struct json_t *list = value_list();
    const char **names = NULL;
    int count = arrangement_names(arrangement, part, &names);
    int rc = count < 0 ? count : 0;

    for (int i = 0; i < count; i++)
        rc |= value_append(
            list, value_share(value_get(arrangement->parts[part], names[i])));

    free(names);
    return rc ? value_free(list) : list;
}

enum exit_code arrangement_print(struct cli *cli,
                                 const struct arrangement *arrangement)
{
    struct json_t *object = value_object();
    int rc = 0;

    for (int part = 0; part < ARRANGEMENT_PARTS; part++)
        rc |= value_set(object, arrangement_key(part),
                        list_part(arrangement, part));
    if (arrangement->sounds && value_count(arrangement->sounds) > 0)
        rc |= value_set(object, "sounds", value_share(arrangement->sounds));

    char *text = rc ? NULL : value_print(object, VALUE_INDENTED);

    value_free(object);
    if (!text)
        return cli_no_memory(cli);

    fprintf(cli->out, "%s\n", text);
    free(text);
    return EXIT_DONE;
}
