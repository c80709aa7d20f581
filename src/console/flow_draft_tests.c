/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tests within a flow that is edited. */

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "console/flow_draft_inside.h"

size_t flow_draft_test_count(const struct flow_draft *draft)
{
    return value_count(flow_step_now(draft)->tests);
}

const struct json_t *flow_draft_test(const struct flow_draft *draft,
                                     size_t index)
{
    return value_at(flow_step_now(draft)->tests, index);
}

int flow_draft_test_named(const struct flow_draft *draft, const char *name)
{
    size_t count = flow_draft_test_count(draft);

    for (size_t i = 0; i < count; i++) {
        const char *is = value_get_text(flow_draft_test(draft, i), "name");

        if (is && strcmp(is, name) == 0)
            return (int)i;
    }
    return -ENOENT;
}

/* Nobody changes what other steps share: a list with one test changed, or
   without it when there is none in its place. */
static struct json_t *tests_with(const struct json_t *tests, size_t index,
                                 struct json_t *test)
{
    struct json_t *list = value_list();
    size_t count = value_count(tests);
    int rc = 0;

    for (size_t i = 0; i < count; i++)
        if (i != index)
            rc |= value_append(list, value_share(value_at(tests, i)));
        else if (test)
            rc |= value_append(list, value_share(test));
    if (index >= count && test)
        rc |= value_append(list, value_share(test));
    value_free(test);
    return rc == 0 ? list : value_free(list);
}

/* tests: the draft's; NULL is -ENOMEM. */
static int put_tests(struct flow_draft *draft, struct json_t *tests)
{
    struct step step;
    int rc = tests ? flow_step_copy(flow_step_now(draft), &step) : -ENOMEM;

    if (rc < 0) {
        value_free(tests);
        return rc;
    }
    value_free(step.tests);
    step.tests = tests;
    return flow_step_put(draft, &step, false);
}

int flow_draft_add_test(struct flow_draft *draft, struct json_t *test,
                        struct name *ret_name)
{
    int number = 1;

    if (!test)
        return -ENOMEM;
    do
        (void)snprintf(ret_name->text, sizeof(ret_name->text), "run-%d",
                       number++);
    while (flow_draft_test_named(draft, ret_name->text) >= 0);
    if (value_set_text(test, "name", ret_name->text) < 0) {
        value_free(test);
        return -ENOMEM;
    }
    return put_tests(draft, tests_with(flow_step_now(draft)->tests,
                                       flow_draft_test_count(draft), test));
}

int flow_draft_put_test(struct flow_draft *draft, size_t index,
                        struct json_t *test)
{
    assert(index < flow_draft_test_count(draft));
    return test ? put_tests(draft, tests_with(flow_step_now(draft)->tests,
                                              index, test))
                : -ENOMEM;
}

int flow_draft_rename_test(struct flow_draft *draft, size_t index,
                           const char *name)
{
    struct json_t *test = flow_kind_copy(flow_draft_test(draft, index));

    if (value_set_text(test, "name", name) < 0)
        test = value_free(test);
    return flow_draft_put_test(draft, index, test);
}

int flow_draft_remove_test(struct flow_draft *draft, size_t index)
{
    assert(index < flow_draft_test_count(draft));
    return put_tests(draft,
                     tests_with(flow_step_now(draft)->tests, index, NULL));
}

/* A node by another name. */

struct renaming {
    const char *from, *to;
    struct json_t *copy;
};

static struct json_t *nodes_renamed(const struct json_t *nodes,
                                    const struct renaming *renaming)
{
    struct json_t *list = value_list();
    int rc = 0;

    for (size_t i = 0; i < value_count(nodes); i++) {
        const struct json_t *node = value_at(nodes, i);
        const char *name = value_as_text(node);
        bool is_it = name && strcmp(name, renaming->from) == 0;

        rc |= value_append(list, is_it ? value_text(renaming->to)
                                       : value_share(node));
    }
    return rc == 0 ? list : value_free(list);
}

static int rename_key(void *arg, const char *key, const struct json_t *value)
{
    const struct renaming *renaming = arg;
    bool is_it = strcmp(key, renaming->from) == 0;

    return value_set(renaming->copy, is_it ? renaming->to : key,
                     value_share(value));
}

static struct json_t *keys_renamed(const struct json_t *lookups,
                                   const struct renaming *renaming)
{
    struct renaming within = { renaming->from, renaming->to, value_object() };

    return value_each(lookups, rename_key, &within) == 0
               ? within.copy
               : value_free(within.copy);
}

static struct json_t *test_renamed(const struct json_t *test,
                                   const struct renaming *renaming)
{
    static const char *const lists[] = { "expect", "broken", "busy",
                                         "unanswered" };
    struct json_t *copy = flow_kind_copy(test);
    int rc = copy ? 0 : -ENOMEM;

    for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++)
        if (value_get(test, lists[i]))
            rc |= value_set(copy, lists[i],
                            nodes_renamed(value_get(test, lists[i]), renaming));
    if (value_get(test, "lookups"))
        rc |= value_set(copy, "lookups",
                        keys_renamed(value_get(test, "lookups"), renaming));
    return rc == 0 ? copy : value_free(copy);
}

int flow_step_rename_in_tests(struct step *step, const char *from,
                              const char *to)
{
    const struct renaming renaming = { from, to, NULL };
    struct json_t *list = step->tests ? value_list() : NULL;
    int rc = 0;

    if (!step->tests)
        return 0;
    for (size_t i = 0; i < value_count(step->tests); i++)
        rc |= value_append(list,
                           test_renamed(value_at(step->tests, i), &renaming));
    if (rc < 0) {
        value_free(list);
        return -ENOMEM;
    }
    value_free(step->tests);
    step->tests = list;
    return 0;
}
