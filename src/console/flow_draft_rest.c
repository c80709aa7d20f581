/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a flow has beside its nodes: a type, limits; and tests, from the text and
 * back. */

#include <assert.h>
#include <errno.h>

#include "console/flow_draft_inside.h"

static int take_limit(const struct json_t *text, const char *key,
                      int64_t *ret_limit)
{
    const struct json_t *value = value_get(text, key);

    return value && value_as_integer(value, ret_limit) < 0 ? -EBADMSG : 0;
}

int flow_step_take(struct step *step, const struct json_t *text)
{
    const char *type = value_get_text(text, "type");
    const struct json_t *tests = value_get(text, "tests");
    int word =
        type ? word_find(&word_list_flow_type, type) : (int)FLOW_TYPE_INBOUND;

    if (word < 0 ||
        take_limit(text, "max_steps", &step->limits.max_steps) < 0 ||
        take_limit(text, "max_ms", &step->limits.max_ms) < 0)
        return -EBADMSG;

    step->type = (enum flow_type)word;
    step->tests = tests ? value_share(tests) : NULL;
    return 0;
}

static int write_limits(const struct flow_limits *limits, struct json_t *text)
{
    int rc = 0;

    if (limits->max_steps)
        rc = value_set_integer(text, "max_steps", limits->max_steps);
    if (rc == 0 && limits->max_ms)
        rc = value_set_integer(text, "max_ms", limits->max_ms);
    return rc;
}

int flow_step_write(const struct step *step, struct json_t *text)
{
    int rc = 0;

    if (step->type != FLOW_TYPE_INBOUND)
        rc = value_set_text(text, "type",
                            word_spell(&word_list_flow_type, (int)step->type));
    if (rc == 0)
        rc = write_limits(&step->limits, text);
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

struct flow_limits flow_draft_limits(const struct flow_draft *draft)
{
    assert(draft);
    return flow_step_now(draft)->limits;
}

int flow_draft_set_limits(struct flow_draft *draft,
                          const struct flow_limits *limits)
{
    assert(draft && limits);
    struct step step;
    int rc = flow_step_copy(flow_step_now(draft), &step);

    if (rc < 0)
        return rc;
    step.limits = *limits;
    return flow_step_put(draft, &step, false);
}
