/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two lists by id: the rules, and the rows of their draft. */

#include "jobs/rule_replay.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

struct row {
    struct event_rule_set rule;
    bool removed;
    int64_t last_version; /* of the draft: of one that comes back */
};

struct row_list {
    struct row *rows;
    size_t count;
    size_t room;
};

struct rule_replay {
    struct row_list live; /* removed is false */
    struct row_list draft;
};

int rule_replay_new(struct rule_replay **ret_replay)
{
    assert(ret_replay);

    struct rule_replay *replay = calloc(1, sizeof(*replay));

    if (!replay)
        return -ENOMEM;

    *ret_replay = replay;
    return 0;
}

struct rule_replay *rule_replay_free(struct rule_replay *replay)
{
    if (!replay)
        return NULL;

    free(replay->live.rows);
    free(replay->draft.rows);
    free(replay);
    return NULL;
}

/* Where a rule is, or belongs. */
static size_t place_of(const struct row_list *list, uint64_t id)
{
    size_t low = 0, high = list->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (list->rows[middle].rule.id < id)
            low = middle + 1;
        else
            high = middle;
    }

    return low;
}

static bool has(const struct row_list *list, size_t place, uint64_t id)
{
    return place < list->count && list->rows[place].rule.id == id;
}

static int make_room(struct row_list *list)
{
    size_t room = 2 * list->room + 16;

    if (list->count < list->room)
        return 0;

    struct row *rows = realloc(list->rows, room * sizeof(*rows));
    if (!rows)
        return -ENOMEM;

    list->rows = rows;
    list->room = room;
    return 0;
}

static int put(struct row_list *list, const struct row *row)
{
    size_t place = place_of(list, row->rule.id);

    if (has(list, place, row->rule.id)) {
        list->rows[place] = *row;
        return 0;
    }

    int rc = make_room(list);
    if (rc < 0)
        return rc;

    memmove(&list->rows[place + 1], &list->rows[place],
            (list->count - place) * sizeof(*list->rows));
    list->rows[place] = *row;
    list->count++;
    return 0;
}

static void drop(struct row_list *list, uint64_t id)
{
    size_t place = place_of(list, id);

    if (!has(list, place, id))
        return;

    list->count--;
    memmove(&list->rows[place], &list->rows[place + 1],
            (list->count - place) * sizeof(*list->rows));
}

/* Events. */

static int take_set(struct rule_replay *replay,
                    const struct event_rule_set *rule, rule_replay_told *told,
                    void *arg)
{
    int rc = put(&replay->live, &(struct row){ .rule = *rule });

    if (rc == 0 && told)
        told(arg, rule->id, rule);
    return rc < 0 ? rc : 1;
}

static int take_removed(struct rule_replay *replay, uint64_t id,
                        rule_replay_told *told, void *arg)
{
    drop(&replay->live, id);
    if (told)
        told(arg, id, NULL);
    return 1;
}

static int take_drafted(struct rule_replay *replay,
                        const struct event_rule_drafted *drafted)
{
    struct row row = { .removed = drafted->removed,
                       .last_version = drafted->last_version };

    memcpy(&row.rule, drafted, sizeof(row.rule));
    return put(&replay->draft, &row);
}

static int take_dropped(struct rule_replay *replay, uint64_t id)
{
    if (id)
        drop(&replay->draft, id);
    else
        replay->draft.count = 0;
    return 0;
}

static int take_published(struct rule_replay *replay, rule_replay_told *told,
                          void *arg)
{
    int changed = 0;

    for (size_t i = 0; i < replay->draft.count; i++) {
        struct row *row = &replay->draft.rows[i];
        int rc;

        if (row->rule.version == 0)
            row->rule.version = row->last_version;
        row->rule.version++;
        rc = row->removed ? take_removed(replay, row->rule.id, told, arg)
                          : take_set(replay, &row->rule, told, arg);
        if (rc < 0)
            return rc;
        changed += rc;
    }

    replay->draft.count = 0;
    return changed;
}

int rule_replay_take(struct rule_replay *replay, const struct event *event,
                     rule_replay_told *told, void *arg)
{
    assert(replay && event);

    switch (event->type) {
    case EVENT_RULE_SET:
        return take_set(replay, &event->as.rule_set, told, arg);
    case EVENT_RULE_REMOVED:
        return take_removed(replay, event->as.rule_removed.id, told, arg);
    case EVENT_RULE_DRAFTED:
        return take_drafted(replay, &event->as.rule_drafted);
    case EVENT_RULE_DRAFT_DROPPED:
        return take_dropped(replay, event->as.rule_draft_dropped.id);
    case EVENT_RULES_PUBLISHED:
        return take_published(replay, told, arg);
    default:
        return 0;
    }
}

size_t rule_replay_count(const struct rule_replay *replay)
{
    assert(replay);

    return replay->live.count;
}

int rule_replay_rules(const struct rule_replay *replay,
                      struct event_rule_set **ret_rules, size_t *ret_count)
{
    assert(replay && ret_rules && ret_count);

    struct event_rule_set *rules =
        calloc(replay->live.count + 1, sizeof(*rules));

    if (!rules)
        return -ENOMEM;
    for (size_t i = 0; i < replay->live.count; i++)
        rules[i] = replay->live.rows[i].rule;

    *ret_rules = rules;
    *ret_count = replay->live.count;
    return 0;
}
