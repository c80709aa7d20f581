/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks at each node, then at the ways between them. */

#include "console/flow_check.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/mark.h"
#include "core/flow_type.h"
#include "tui/safe_text.h"

struct check {
    const struct flow_draft *draft;
    enum language language;
    struct flow_problem *problems;
    size_t count;
    struct flow_sums *sums;
    bool is_reached[FLOW_DRAFT_NODES];
    bool is_done[FLOW_DRAFT_NODES]; /* of a search for circles */
    bool is_on_way[FLOW_DRAFT_NODES];
};

static void note(struct check *check, int number, bool is_severe,
                 const char *text)
{
    struct flow_problem *problem = &check->problems[check->count];

    if (check->count == FLOW_PROBLEMS)
        return;
    check->count++;
    problem->number = number;
    problem->is_severe = is_severe;
    snprintf(problem->text, sizeof(problem->text), "%.*s",
             (int)sizeof(problem->text) - 1, text);
}

static const char *say(const struct check *check, const char *msgid)
{
    return lang_text(check->language, msgid);
}

static void check_exit(struct check *check, size_t index,
                       const struct flow_exit *exit)
{
    int target = flow_draft_target(check->draft, exit);
    struct safe_text text;

    if (target >= 0) {
        check->sums->arrows++;
        return;
    }
    check->sums->dangling++;
    safe_text_format(
        &text, lang_text(check->language, N_("exit %s is not connected.")),
        say(check, flow_kind_exit_name(exit)));
    note(check, flow_draft_number(check->draft, index), true, text.text);
}

/* Only a flow that a queue asks by knows which one calls back. */
static const char *missing_of(const struct check *check,
                              const struct json_t *node, int type)
{
    bool has_queue =
        value_get(node, "queue") || value_get_integer(node, "queue_id", 0) > 0;

    if (type == NODE_CALLBACK && !has_queue &&
        flow_draft_type(check->draft) != FLOW_TYPE_CALLBACK)
        return N_("Queue");
    return flow_kind_missing(node);
}

static void check_node(struct check *check, size_t index)
{
    const struct json_t *node = flow_draft_node(check->draft, index);
    struct flow_exit exits[FLOW_EXITS];
    size_t count = flow_kind_exits(node, exits);
    int type = flow_kind_of(node);
    const char *missing = missing_of(check, node, type);

    if (missing) {
        struct safe_text text;

        safe_text_format(&text,
                         lang_text(check->language, N_("%s is missing.")),
                         say(check, missing));
        note(check, flow_draft_number(check->draft, index), true, text.text);
    }
    if (type >= 0 &&
        !flow_type_has(flow_draft_type(check->draft), (enum node_type)type))
        note(check, flow_draft_number(check->draft, index), true,
             say(check, N_("Flows of this type do not have it.")));
    for (size_t i = 0; i < count; i++)
        check_exit(check, index, &exits[i]);
}

/* All that can be reached from the first; each node waits once. */
static void reach(struct check *check)
{
    size_t waiting[FLOW_DRAFT_NODES], count = 0;

    if (flow_draft_count(check->draft) == 0)
        return;
    waiting[count++] = 0;
    check->is_reached[0] = true;
    while (count > 0) {
        struct flow_exit exits[FLOW_EXITS];
        size_t at = waiting[--count];
        size_t exit_count =
            flow_kind_exits(flow_draft_node(check->draft, at), exits);

        for (size_t i = 0; i < exit_count; i++) {
            int to = flow_draft_target(check->draft, &exits[i]);

            if (to < 0 || check->is_reached[to])
                continue;
            check->is_reached[to] = true;
            waiting[count++] = (size_t)to;
        }
    }
}

static bool rests(const struct json_t *node)
{
    int type = flow_kind_of(node);

    return type < 0 || node_rule((enum node_type)type)->traits & NODE_RESTS;
}

/* Nodes on the way that is being gone, without recursion: the exit to look at
 * next is kept for each. */
static void find_circle(struct check *check, size_t from)
{
    size_t way[FLOW_DRAFT_NODES], next[FLOW_DRAFT_NODES], depth = 0;

    way[depth] = from;
    next[depth++] = 0;
    check->is_on_way[from] = true;
    while (depth > 0) {
        struct flow_exit exits[FLOW_EXITS];
        size_t at = way[depth - 1];
        size_t count =
            flow_kind_exits(flow_draft_node(check->draft, at), exits);

        if (next[depth - 1] == count) {
            check->is_on_way[at] = false;
            check->is_done[at] = true;
            depth--;
            continue;
        }
        int to = flow_draft_target(check->draft, &exits[next[depth - 1]++]);
        if (to < 0 || check->is_done[to] ||
            rests(flow_draft_node(check->draft, (size_t)to)))
            continue;
        if (check->is_on_way[to]) {
            note(check, flow_draft_number(check->draft, (size_t)to), true,
                 say(check, N_("Callers would go round in a circle "
                               "here.")));
            check->is_done[to] = true;
            continue;
        }
        check->is_on_way[to] = true;
        way[depth] = (size_t)to;
        next[depth++] = 0;
    }
}

size_t flow_check(const struct flow_draft *draft, enum language language,
                  struct flow_problem ret_problems[FLOW_PROBLEMS],
                  struct flow_sums *ret_sums)
{
    assert(draft && ret_problems && ret_sums);
    size_t count = flow_draft_count(draft);
    struct check check = { .draft = draft,
                           .language = language,
                           .problems = ret_problems,
                           .sums = ret_sums };

    *ret_sums = (struct flow_sums){ .nodes = count };
    if (count == 0)
        note(&check, 0, true,
             say(&check, N_("There is no node yet: n adds one.")));
    for (size_t i = 0; i < count; i++)
        check_node(&check, i);
    for (size_t i = 0; i < count; i++)
        if (!check.is_done[i] && !rests(flow_draft_node(draft, i)))
            find_circle(&check, i);
    reach(&check);
    for (size_t i = 0; i < count; i++)
        if (!check.is_reached[i])
            note(&check, flow_draft_number(draft, i), false,
                 say(&check, N_("Nothing leads here.")));
    return check.count;
}
