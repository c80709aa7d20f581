/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nodes added, changed, moved and taken away: a step each. */

#include <assert.h>
#include <errno.h>
#include <string.h>

#include "console/flow_draft_inside.h"

int flow_draft_add(struct flow_draft *draft, struct json_t *node)
{
    struct step step;
    size_t count = flow_step_now(draft)->count;
    int rc = !node ? -ENOMEM : count >= FLOW_DRAFT_NODES ? -ENOSPC : 0;

    if (rc == 0)
        rc = flow_step_copy(flow_step_now(draft), &step);
    if (rc < 0) {
        value_free(node);
        return rc;
    }
    step.nodes[step.count++] =
        (struct draft_node){ node, ++draft->last_number };
    rc = flow_step_put(draft, &step, false);
    return rc < 0 ? rc : (int)count;
}

/* All exits that lead to one name lead to another, or nowhere. */
static int redirect(struct step *step, const char *from, const char *to)
{
    for (size_t i = 0; i < step->count; i++) {
        struct json_t *node = flow_kind_redirect(step->nodes[i].node, from, to);

        if (!node)
            return -ENOMEM;
        value_free(step->nodes[i].node);
        step->nodes[i].node = node;
    }
    return 0;
}

int flow_draft_replace(struct flow_draft *draft, size_t index,
                       struct json_t *node)
{
    assert(index < flow_step_now(draft)->count);
    struct step step;
    const char *from = value_get_text(flow_draft_node(draft, index), "name");
    const char *to = value_get_text(node, "name");
    int rc = node ? flow_step_copy(flow_step_now(draft), &step) : -ENOMEM;

    if (rc < 0) {
        value_free(node);
        return rc;
    }
    value_free(step.nodes[index].node);
    step.nodes[index].node = node;
    if (strcmp(from, to) != 0)
        rc = redirect(&step, from, to);
    if (rc == 0 && strcmp(from, to) != 0)
        rc = flow_step_rename_in_tests(&step, from, to);
    if (rc < 0) {
        flow_step_done(&step);
        return rc;
    }
    return flow_step_put(draft, &step, false);
}

int flow_draft_remove(struct flow_draft *draft, size_t index)
{
    assert(index < flow_step_now(draft)->count);
    struct step step;
    int rc = flow_step_copy(flow_step_now(draft), &step);

    if (rc < 0)
        return rc;
    struct json_t *gone = step.nodes[index].node;
    memmove(&step.nodes[index], &step.nodes[index + 1],
            (step.count - index - 1) * sizeof(step.nodes[0]));
    step.count--;
    rc = redirect(&step, value_get_text(gone, "name"), NULL);
    value_free(gone);
    if (rc < 0) {
        flow_step_done(&step);
        return rc;
    }
    return flow_step_put(draft, &step, false);
}

void flow_draft_join(struct flow_draft *draft, bool joins)
{
    draft->joins = joins;
}

/* Places. */

static struct json_t *placed(const struct json_t *node, int row, int column)
{
    struct json_t *copy = flow_kind_copy(node);
    int rc = value_set_integer(copy, "x", column);

    rc |= value_set_integer(copy, "y", row);
    return rc == 0 ? copy : value_free(copy);
}

int flow_draft_move(struct flow_draft *draft, size_t index, int row, int column,
                    bool goes_on)
{
    struct step step;
    struct json_t *node = placed(flow_draft_node(draft, index), row, column);
    int rc = node ? flow_step_copy(flow_step_now(draft), &step) : -ENOMEM;

    if (rc < 0) {
        value_free(node);
        return rc;
    }
    value_free(step.nodes[index].node);
    step.nodes[index].node = node;
    return flow_step_put(draft, &step, goes_on);
}

static int place_all(struct step *step, const int *rows, const int *columns)
{
    for (size_t i = 0; i < step->count; i++) {
        struct json_t *node = placed(step->nodes[i].node, rows[i], columns[i]);

        if (!node)
            return -ENOMEM;
        value_free(step->nodes[i].node);
        step->nodes[i].node = node;
    }
    return 0;
}

int flow_draft_place(struct flow_draft *draft, const int *rows,
                     const int *columns)
{
    return place_all(flow_step_now(draft), rows, columns);
}

int flow_draft_move_all(struct flow_draft *draft, const int *rows,
                        const int *columns)
{
    struct step step;
    int rc = flow_step_copy(flow_step_now(draft), &step);

    if (rc < 0)
        return rc;
    rc = place_all(&step, rows, columns);
    if (rc < 0) {
        flow_step_done(&step);
        return rc;
    }
    return flow_step_put(draft, &step, false);
}

int flow_draft_row(const struct json_t *node)
{
    return (int)value_get_integer(node, "y", -1);
}

int flow_draft_column(const struct json_t *node)
{
    return (int)value_get_integer(node, "x", -1);
}
