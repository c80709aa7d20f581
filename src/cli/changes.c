/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding and telling changes. */

#include "cli/changes.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* Comparing. */

struct comparison {
    const struct json_t *other;
    bool same;
};

static int compare_member(void *arg, const char *key,
                          const struct json_t *value)
{
    struct comparison *comparison = arg;

    comparison->same =
        changes_is_same(value, value_get(comparison->other, key));
    return comparison->same ? 0 : 1;
}

static bool is_same_list(const struct json_t *a, const struct json_t *b)
{
    for (size_t i = 0; i < value_count(a); i++)
        if (!changes_is_same(value_at(a, i), value_at(b, i)))
            return false;

    return true;
}

static bool is_same_plain(const struct json_t *a, const struct json_t *b)
{
    char *text_a = value_print(a, VALUE_COMPACT);
    char *text_b = value_print(b, VALUE_COMPACT);
    bool same = text_a && text_b && strcmp(text_a, text_b) == 0;

    free(text_a);
    free(text_b);
    return same;
}

bool changes_is_same(const struct json_t *a, const struct json_t *b)
{
    struct comparison comparison = { .other = b, .same = true };

    if (!a || !b || value_is_object(a) != value_is_object(b) ||
        value_is_list(a) != value_is_list(b) ||
        value_count(a) != value_count(b))
        return false;
    if (value_is_list(a))
        return is_same_list(a, b);
    if (!value_is_object(a))
        return is_same_plain(a, b);

    (void)value_each(a, compare_member, &comparison);
    return comparison.same;
}

/* Finding. */

static int add(struct changes *changes, struct change change)
{
    struct change *list =
        realloc(changes->list, (changes->count + 1) * sizeof(*changes->list));

    if (!list)
        return -ENOMEM;

    changes->list = list;
    changes->list[changes->count++] = change;
    return 0;
}

/* Additions when before is NULL in `from`; settings else. */
static int find_in_part(const struct arrangement *from,
                        const struct arrangement *to, int part,
                        enum change_kind kind, struct changes *changes)
{
    const struct arrangement *walked = kind == CHANGE_REMOVE ? from : to;
    const char **names = NULL;
    int count = arrangement_names(walked, part, &names);
    int rc = count < 0 ? count : 0;

    for (int i = 0; i < count && !rc; i++) {
        struct change change = {
            .kind = kind,
            .part = part,
            .name = names[i],
            .before = value_get(from->parts[part], names[i]),
            .after = value_get(to->parts[part], names[i]),
        };
        bool wanted = kind == CHANGE_REMOVE ? !change.after
                      : kind == CHANGE_ADD  ? !change.before
                                            : change.before != NULL;

        if (wanted && (kind != CHANGE_SET ||
                       !changes_is_same(change.before, change.after)))
            rc = add(changes, change);
    }

    free(names);
    return rc;
}

/* A new queue that overflows somewhere is set once all others are there. */
static int complete_queues(struct changes *changes)
{
    size_t count = changes->count;
    int rc = 0;

    for (size_t i = 0; i < count && !rc; i++) {
        struct change change = changes->list[i];
        const char *overflow = value_get_text(change.after, "overflow_id");

        if (change.part != DOCUMENT_QUEUE || change.kind != CHANGE_ADD ||
            !overflow || !*overflow)
            continue;
        change.kind = CHANGE_SET;
        rc = add(changes, change);
    }

    return rc;
}

static bool translates(const struct change *change)
{
    const char *origin = value_get_text(
        change->after ? change->after : change->before, "prompt_id");

    return origin && *origin;
}

/* What is translated is there before its translations, and after them. */
static int find_prompts(const struct arrangement *from,
                        const struct arrangement *to, enum change_kind kind,
                        struct changes *changes)
{
    struct changes found = { 0 };
    int rc = find_in_part(from, to, DOCUMENT_PROMPT, kind, &found);

    for (int turn = 0; turn < 2; turn++)
        for (size_t i = 0; i < found.count && !rc; i++)
            if (translates(&found.list[i]) ==
                (kind == CHANGE_REMOVE ? turn == 0 : turn == 1))
                rc = add(changes, found.list[i]);

    changes_done(&found);
    return rc;
}

static int find_kind(const struct arrangement *from,
                     const struct arrangement *to, int part,
                     enum change_kind kind, struct changes *changes)
{
    return part == DOCUMENT_PROMPT
               ? find_prompts(from, to, kind, changes)
               : find_in_part(from, to, part, kind, changes);
}

int changes_find(const struct arrangement *from, const struct arrangement *to,
                 bool prune, struct changes *ret_changes)
{
    static const int order[] = {
        DOCUMENT_TEAM,
        DOCUMENT_SKILL,
        DOCUMENT_USER,
        DOCUMENT_DEVICE, /* queues demand skills */
        DOCUMENT_AGENT,
        DOCUMENT_TRUNK,
        DOCUMENT_ROUTE,
        DOCUMENT_CAP,
        DOCUMENT_PAUSE_REASON,
        DOCUMENT_DISPOSITION,
        DOCUMENT_CALENDAR,
        DOCUMENT_CALLER_LIST, /* queues call back */
        DOCUMENT_PROMPT,
        DOCUMENT_QUEUE,
        DOCUMENT_LOOKUP,
        DOCUMENT_FLOW,
        DOCUMENT_BOX,
        DOCUMENT_ENTRY,
        DOCUMENT_RULE,
        DOCUMENT_QUEUE_RULE,
        ARRANGEMENT_ASSIGNMENTS,
        ARRANGEMENT_LEVELS,
        ARRANGEMENT_TEAM_ASSIGNMENTS,
    };
    enum { PARTS = sizeof(order) / sizeof(order[0]) };
    struct changes changes = { 0 };
    int rc = 0;

    _Static_assert((int)PARTS == (int)ARRANGEMENT_PARTS, "no part forgotten");

    for (size_t i = 0; i < PARTS && !rc; i++) {
        rc = find_kind(from, to, order[i], CHANGE_ADD, &changes);
        if (!rc && order[i] != DOCUMENT_QUEUE)
            rc = find_kind(from, to, order[i], CHANGE_SET, &changes);
        if (!rc && order[i] == DOCUMENT_BOX) {
            rc = complete_queues(&changes);
            if (!rc)
                rc = find_in_part(from, to, DOCUMENT_QUEUE, CHANGE_SET,
                                  &changes);
        }
    }
    for (size_t i = PARTS; i-- > 0 && prune && !rc;)
        rc = find_kind(from, to, order[i], CHANGE_REMOVE, &changes);

    if (rc)
        changes_done(&changes);
    else
        *ret_changes = changes;

    return rc;
}

void changes_done(struct changes *changes)
{
    free(changes->list);
    *changes = (struct changes){ 0 };
}

/* Telling. */

struct telling {
    struct cli *cli;
    const struct change *change;
};

/* "queues sales: ring_ms 20000 -> 30000"; a flow's text is not shown. */
static int tell_setting(void *arg, const char *key, const struct json_t *after)
{
    const struct telling *telling = arg;
    const struct change *change = telling->change;
    const struct json_t *before = value_get(change->before, key);

    if (changes_is_same(before, after))
        return 0;

    char *was = value_print(before, VALUE_COMPACT);
    char *is = value_print(after, VALUE_COMPACT);

    if (value_is_object(after))
        cli_say(telling->cli, _("%s %s: %s is another"),
                arrangement_key(change->part), change->name, key);
    else
        cli_say(telling->cli, "%s %s: %s %s -> %s",
                arrangement_key(change->part), change->name, key,
                was ? was : "?", is ? is : "?");
    free(was);
    free(is);
    return 0;
}

void change_print(struct cli *cli, const struct change *change)
{
    struct telling telling = { cli, change };
    const char *part = arrangement_key(change->part);

    if (change->kind == CHANGE_ADD)
        cli_say(cli, _("%s %s: add"), part, change->name);
    else if (change->kind == CHANGE_REMOVE)
        cli_say(cli, _("%s %s: remove"), part, change->name);
    else if (!change->before)
        cli_say(cli, _("%s %s: set its overflow"), part, change->name);
    else
        (void)value_each(change->after, tell_setting, &telling);
}
