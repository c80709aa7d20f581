/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks at each node, then at the ways between them. */

#include "console/flow_check.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "core/flow_circle.h"
#include "core/flow_type.h"
#include "tui/safe_text.h"

struct check {
    const struct flow_draft *draft;
    enum language language;
    struct flow_problem *problems;
    size_t count;
    struct flow_sums *sums;
    bool is_reached[FLOW_DRAFT_NODES];
};

/* Those that only are worth a look have no place: publishing has none of them. */
static void note(struct check *check, int number, const char *place,
                 const char *text)
{
    struct flow_problem *problem = &check->problems[check->count];

    if (check->count == FLOW_PROBLEMS)
        return;
    check->count++;
    problem->number = number;
    problem->is_severe = place != NULL;
    snprintf(problem->place, sizeof(problem->place), "%.*s",
             (int)sizeof(problem->place) - 1, place ? place : "");
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
    char place[FLOW_PLACE_SIZE];

    if (target >= 0)
        check->sums->arrows++;
    if (target >= 0 || exit->yields ||
        (exit->ends && flow_type_may_hang_up(flow_draft_type(check->draft))))
        return;
    check->sums->dangling++;
    safe_text_format(
        &text, lang_text(check->language, N_("exit %s is not connected.")),
        say(check, flow_kind_exit_name(exit)));
    snprintf(place, sizeof(place), "%s%.*s", exit->is_choice ? "choices." : "",
             FLOW_EXIT_KEY_SIZE - 1, exit->key);
    note(check, flow_draft_number(check->draft, index), place, text.text);
}

/* Only a flow that a queue asks by knows which one calls back. */
static const char *missing_of(const struct check *check,
                              const struct json_t *node, int type,
                              const char **ret_field)
{
    bool has_queue =
        value_get(node, "queue") || value_get_integer(node, "queue_id", 0) > 0;

    if (type == NODE_CALLBACK && !has_queue &&
        flow_draft_type(check->draft) != FLOW_TYPE_CALLBACK) {
        *ret_field = "queue_id";
        return N_("Queue");
    }
    return flow_kind_missing(node, ret_field);
}

static void check_node(struct check *check, size_t index)
{
    const struct json_t *node = flow_draft_node(check->draft, index);
    struct flow_exit exits[FLOW_EXITS];
    size_t count = flow_kind_exits(node, exits);
    int type = flow_kind_of(node);
    const char *field = "";
    const char *missing = missing_of(check, node, type, &field);

    if (missing) {
        struct safe_text text;

        safe_text_format(&text,
                         lang_text(check->language, N_("%s is missing.")),
                         say(check, missing));
        note(check, flow_draft_number(check->draft, index), field, text.text);
    }
    if (type >= 0 &&
        !flow_type_has(flow_draft_type(check->draft), (enum node_type)type))
        note(check, flow_draft_number(check->draft, index), "type",
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

/* As far as ways go: what a node is set to matters where it decides whether it
   takes time. */
static void sketch_node(const struct flow_draft *draft,
                        const struct json_t *node, struct flow_node *ret_node)
{
    struct flow_exit exits[FLOW_EXITS];
    size_t count = flow_kind_exits(node, exits);
    int type = flow_kind_of(node);
    const char *number = value_get_text(node, "number");

    ret_node->type = type < 0 ? NODE_HANG_UP : (enum node_type)type;
    if (type == NODE_CALLBACK && number && *number)
        ret_node->as.callback_node.number = (struct label){ "?" };
    for (int i = 0; i < step_exit_count; i++)
        ret_node->exits[i] = FLOW_EXIT_OPEN;
    for (size_t i = 0; i < count; i++) {
        int to = flow_draft_target(draft, &exits[i]);
        const struct node_exit *exit =
            exits[i].is_choice ? NULL
                               : node_exit_named(ret_node->type, exits[i].key);

        if (exit)
            ret_node->exits[exit->exit] = to < 0 ? FLOW_EXIT_OPEN : to;
        else if (ret_node->choice_count < FLOW_MAX_CHOICES)
            ret_node->choices[ret_node->choice_count++].next =
                to < 0 ? FLOW_EXIT_OPEN : to;
    }
}

/* The same look that publishing has. */
static void find_circle(struct check *check)
{
    struct flow_program *program = calloc(1, sizeof(*program));
    size_t count = flow_draft_count(check->draft), node = 0;
    const char *says = NULL;

    for (size_t i = 0; program && i < count; i++)
        sketch_node(check->draft, flow_draft_node(check->draft, i),
                    &program->nodes[program->node_count++]);
    if (program)
        says = flow_circle_claim(program, true, &node);
    if (says)
        note(check, flow_draft_number(check->draft, node), "",
             say(check, says));
    free(program);
}

/* Tests name nodes, and are not changed when one is deleted: the first name of
   each that no node has is told. */

struct test_check {
    struct check *check;
    const char *test;
    const char *field; /* of the test, that is looked at */
    bool is_told;
};

static void check_name(struct test_check *of, const char *node)
{
    struct safe_text text;
    char place[FLOW_PLACE_SIZE];

    if (of->is_told || !node || flow_draft_named(of->check->draft, node) >= 0)
        return;
    of->is_told = true;
    safe_text_format(
        &text,
        lang_text(of->check->language, N_("Test %s: there is no node %s.")),
        of->test, node);
    snprintf(place, sizeof(place), "tests.%s.%s.%s", of->test, of->field, node);
    note(of->check, 0, place, text.text);
}

static void check_names(struct test_check *of, const struct json_t *test,
                        const char *field)
{
    const struct json_t *nodes = value_get(test, field);

    of->field = field;
    for (size_t i = 0; i < value_count(nodes); i++)
        check_name(of, value_as_text(value_at(nodes, i)));
}

static int check_key(void *arg, const char *key, const struct json_t *value)
{
    (void)value;
    check_name(arg, key);
    return 0;
}

/* In the order in which publishing looks at it. */
static void check_test(struct check *check, const struct json_t *test)
{
    const char *name = value_get_text(test, "name");
    struct test_check of = { check, name ? name : "", "", false };

    check_names(&of, test, "broken");
    check_names(&of, test, "busy");
    check_names(&of, test, "unanswered");
    of.field = "lookups";
    value_each(value_get(test, "lookups"), check_key, &of);
    check_names(&of, test, "expect");
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
        note(&check, 0, "",
             say(&check, N_("There is no node yet: n adds one.")));
    for (size_t i = 0; i < count; i++)
        check_node(&check, i);
    for (size_t i = 0; i < flow_draft_test_count(draft); i++)
        check_test(&check, flow_draft_test(draft, i));
    find_circle(&check);
    reach(&check);
    for (size_t i = 0; i < count; i++)
        if (!check.is_reached[i])
            note(&check, flow_draft_number(draft, i), NULL,
                 say(&check, N_("Nothing leads here.")));
    return check.count;
}
