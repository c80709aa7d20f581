/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a flow has beside its nodes: a type, and tests. */

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "console/flow_draft_inside.h"

int flow_step_take(struct step *step, const struct json_t *text)
{
    const char *type = value_get_text(text, "type");
    const struct json_t *tests = value_get(text, "tests");
    int word =
        type ? word_find(&word_list_flow_type, type) : (int)FLOW_TYPE_INBOUND;

    if (word < 0)
        return -EBADMSG;

    step->type = (enum flow_type)word;
    step->tests = tests ? value_share(tests) : NULL;
    return 0;
}

int flow_step_write(const struct step *step, struct json_t *text)
{
    int rc = 0;

    if (step->type != FLOW_TYPE_INBOUND)
        rc = value_set_text(text, "type",
                            word_spell(&word_list_flow_type, (int)step->type));
    if (rc == 0 && step->tests)
        rc = value_set(text, "tests", value_share(step->tests));
    return rc;
}

enum flow_type flow_draft_type(const struct flow_draft *draft)
{
    assert(draft);
    return flow_step_now(draft)->type;
}

int flow_draft_set_type(struct flow_draft *draft, enum flow_type type)
{
    struct step step;
    int rc = flow_step_copy(flow_step_now(draft), &step);

    if (rc < 0)
        return rc;
    step.type = type;
    return flow_step_put(draft, &step, false);
}

static bool has_test(const struct json_t *tests, const char *name)
{
    for (size_t i = 0; i < value_count(tests); i++) {
        const char *is = value_get_text(value_at(tests, i), "name");

        if (is && strcmp(is, name) == 0)
            return true;
    }
    return false;
}

/* Nobody changes what other steps share. */
static struct json_t *tests_with(const struct json_t *tests,
                                 struct json_t *test)
{
    struct json_t *list = value_list();
    int rc = 0;

    for (size_t i = 0; i < value_count(tests); i++)
        rc |= value_append(list, value_share(value_at(tests, i)));
    rc |= value_append(list, test);
    return rc == 0 ? list : value_free(list);
}

int flow_draft_add_test(struct flow_draft *draft, struct json_t *test,
                        struct name *ret_name)
{
    struct step step;
    int number = 1;
    int rc = test ? flow_step_copy(flow_step_now(draft), &step) : -ENOMEM;

    if (rc < 0) {
        value_free(test);
        return rc;
    }
    do
        (void)snprintf(ret_name->text, sizeof(ret_name->text), "run-%d",
                       number++);
    while (has_test(step.tests, ret_name->text));

    struct json_t *tests = value_set_text(test, "name", ret_name->text) < 0
                               ? value_free(test)
                               : tests_with(step.tests, test);

    value_free(step.tests);
    step.tests = tests;
    rc = flow_step_put(draft, &step, false);
    return tests ? rc : -ENOMEM;
}
