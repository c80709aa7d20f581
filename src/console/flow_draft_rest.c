/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a flow has beside its nodes: a type; and tests, from the text and back.
 */

#include <assert.h>
#include <errno.h>

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
