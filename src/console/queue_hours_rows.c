/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The calendars that count for a queue, from its setting and from rules. */

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "console/document_value.h"
#include "console/queue_hours_inside.h"
#include "core/condition.h"

static const struct event_calendar_set *calendar_named(
    const struct program *program, const char *name)
{
    for (size_t i = 0; i < document_rows(program, TOPIC_CALENDARS); i++) {
        const struct event_calendar_set *calendar =
            replica_at(program_rows(program), TOPIC_CALENDARS, i)->fields;

        if (strcmp(calendar->name.text, name) == 0)
            return calendar;
    }
    return NULL;
}

/* @return the row of a calendar, made when there is none; NULL: no room */
static struct queue_hours_row *row_of(struct queue_hours_rows *rows,
                                      uint64_t id)
{
    for (int i = 0; i < rows->count; i++)
        if (rows->rows[i].id == id)
            return &rows->rows[i];
    if (rows->count == QUEUE_HOURS_ROWS) {
        rows->is_cut = true;
        return NULL;
    }
    rows->rows[rows->count] = (struct queue_hours_row){ .id = id };
    return &rows->rows[rows->count++];
}

/* What does not fit is an ellipsis. */
static void add_rule(struct queue_hours_row *row, const char *name)
{
    size_t length = strlen(row->rules);
    size_t room = sizeof(row->rules) - length;
    size_t wanted = strlen(name) + 2;

    if (strcmp(row->rules + (length > 3 ? length - 3 : 0), "…") == 0)
        return;
    if (wanted + sizeof(", …") > room)
        snprintf(row->rules + length, room, "%s…", length ? ", " : "");
    else
        snprintf(row->rules + length, room, "%s%s", length ? ", " : "", name);
}

static bool is_place(enum destination to, uint64_t to_id, int64_t share,
                     uint64_t queue_id)
{
    return share > 0 && to_id == queue_id &&
           (to == TO_QUEUE || to == TO_CALLBACK);
}

static bool leads_to(const struct event_rule_set *rule, uint64_t queue_id)
{
    return rule->enabled && rule->asked != RULE_IN_QUEUE &&
           (is_place(rule->to, rule->to_id, rule->share, queue_id) ||
            is_place(rule->to2, rule->to2_id, rule->share2, queue_id) ||
            is_place(rule->to3, rule->to3_id, rule->share3, queue_id));
}

static void add_asked(const struct program *program,
                      const struct event_rule_set *rule,
                      struct queue_hours_rows *rows)
{
    struct condition condition;
    const struct event_calendar_set *last = NULL;

    if (condition_parse(rule->condition.text, &condition, NULL) < 0)
        return;
    for (size_t i = 0; i < condition.node_count; i++) {
        enum document_kind kind;
        const char *name =
            condition_node_names(&condition, &condition.nodes[i], &kind);
        const struct event_calendar_set *calendar =
            name && kind == DOCUMENT_CALENDAR ? calendar_named(program, name)
                                              : NULL;
        struct queue_hours_row *row =
            calendar && calendar != last ? row_of(rows, calendar->id) : NULL;

        if (row)
            add_rule(row, rule->name.text);
        last = calendar ? calendar : last;
    }
}

void queue_hours_gather(const struct program *program, uint64_t queue_id,
                        const struct queue_hours_own *own,
                        struct queue_hours_rows *ret_rows)
{
    assert(program && own && ret_rows);
    const struct replica *rows = program_rows(program);

    *ret_rows = (struct queue_hours_rows){ .count = 0 };
    if (own->calendar_id)
        row_of(ret_rows, own->calendar_id)->is_of_queue = true;
    if (own->callback_calendar_id)
        row_of(ret_rows, own->callback_calendar_id)->is_of_callbacks = true;
    for (size_t i = 0; i < document_rows(program, TOPIC_RULES); i++) {
        const struct event_rule_set *rule =
            replica_at(rows, TOPIC_RULES, i)->fields;

        if (leads_to(rule, queue_id))
            add_asked(program, rule, ret_rows);
    }
    for (int i = 0; i < ret_rows->count; i++) {
        const struct replica_row *row =
            replica_find(rows, TOPIC_CALENDARS, ret_rows->rows[i].id);

        ret_rows->rows[i].calendar = row ? row->fields : NULL;
    }
}
