/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of shared nodes, one for each step. */

#include "console/flow_draft_inside.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void step_done(struct step *step)
{
    for (size_t i = 0; i < step->count; i++)
        value_free(step->nodes[i].node);
    free(step->nodes);
    value_free(step->tests);
    *step = (struct step){ 0 };
}

int flow_step_copy(const struct step *from, struct step *ret_step)
{
    struct draft_node *nodes = calloc(from->count + 1, sizeof(*nodes));

    if (!nodes)
        return -ENOMEM;
    for (size_t i = 0; i < from->count; i++) {
        nodes[i] = from->nodes[i];
        nodes[i].node = value_share(from->nodes[i].node);
    }
    *ret_step = (struct step){ nodes, from->count, from->type,
                               value_share(from->tests) };
    return 0;
}

/* Where a step is, once those ahead are gone, or the oldest is. */
static size_t without_ahead(size_t step, size_t at)
{
    return step != SIZE_MAX && step > at ? SIZE_MAX : step;
}

static size_t without_oldest(size_t step)
{
    return step == SIZE_MAX || step == 0 ? SIZE_MAX : step - 1;
}

/* Steps ahead go, and the oldest when there are too many. */
static void make_place(struct flow_draft *draft)
{
    while (draft->count > draft->at + 1)
        step_done(&draft->steps[--draft->count]);
    draft->stored = without_ahead(draft->stored, draft->at);
    draft->sent = without_ahead(draft->sent, draft->at);
    if (draft->count < FLOW_DRAFT_STEPS)
        return;
    step_done(&draft->steps[0]);
    memmove(&draft->steps[0], &draft->steps[1],
            --draft->count * sizeof(draft->steps[0]));
    draft->at--;
    draft->stored = without_oldest(draft->stored);
    draft->sent = without_oldest(draft->sent);
}

static int grow(struct flow_draft *draft)
{
    if (draft->count + 1 < draft->room)
        return 0;
    size_t room = draft->room ? 2 * draft->room : 16;
    struct step *steps = realloc(draft->steps, room * sizeof(*steps));

    if (!steps)
        return -ENOMEM;
    draft->steps = steps;
    draft->room = room;
    return 0;
}

int flow_step_put(struct flow_draft *draft, struct step *step, bool goes_on)
{
    if ((goes_on || draft->joins) && draft->at > 0 &&
        draft->at + 1 == draft->count && draft->stored != draft->at &&
        draft->sent != draft->at) {
        step_done(flow_step_now(draft));
        *flow_step_now(draft) = *step;
        return 0;
    }
    if (grow(draft) < 0) {
        step_done(step);
        return -ENOMEM;
    }
    make_place(draft);
    draft->steps[draft->count++] = *step;
    draft->at = draft->count - 1;
    return 0;
}

static int add_rest(void *arg, const char *key, const struct json_t *value)
{
    if (strcmp(key, "nodes") == 0 || strcmp(key, "type") == 0 ||
        strcmp(key, "tests") == 0)
        return 0;
    return value_set(arg, key, value_share(value));
}

static int take_nodes(struct flow_draft *draft, const struct program *program,
                      const struct json_t *list)
{
    struct step *step = &draft->steps[0];

    step->nodes = calloc(value_count(list) + 1, sizeof(*step->nodes));
    if (!step->nodes)
        return -ENOMEM;
    for (size_t i = 0; i < value_count(list); i++) {
        const struct json_t *node = value_at(list, i);
        struct json_t *copy =
            program ? flow_kind_number(program, node) : flow_kind_copy(node);

        if (!copy)
            return -ENOMEM;
        step->nodes[step->count++] =
            (struct draft_node){ copy, ++draft->last_number };
        if (!value_get_text(node, "name") || flow_kind_of(node) < 0)
            return -EBADMSG;
    }
    return 0;
}

int flow_draft_new(const struct program *program, const struct json_t *text,
                   struct flow_draft **ret_draft)
{
    assert(ret_draft);
    const struct json_t *list = value_get(text, "nodes");
    struct flow_draft *draft;

    if (!value_is_list(list) || value_count(list) > FLOW_DRAFT_NODES)
        return -EBADMSG;
    draft = calloc(1, sizeof(*draft));
    if (!draft)
        return -ENOMEM;
    draft->rest = value_object();
    draft->sent = SIZE_MAX;
    int rc = grow(draft);
    if (rc == 0) {
        draft->steps[0] = (struct step){ 0 };
        draft->count = 1;
        rc = value_each(text, add_rest, draft->rest);
    }
    if (rc == 0)
        rc = flow_step_take(&draft->steps[0], text);
    if (rc == 0)
        rc = take_nodes(draft, program, list);
    if (rc < 0) {
        flow_draft_free(draft);
        return rc;
    }
    *ret_draft = draft;
    return 0;
}

struct flow_draft *flow_draft_free(struct flow_draft *draft)
{
    if (!draft)
        return NULL;
    for (size_t i = 0; i < draft->count; i++)
        step_done(&draft->steps[i]);
    free(draft->steps);
    value_free(draft->rest);
    free(draft);
    return NULL;
}

struct json_t *flow_draft_text(const struct flow_draft *draft)
{
    struct json_t *text = flow_kind_copy(draft->rest);
    struct json_t *list = value_list();
    int rc = 0;

    for (size_t i = 0; i < flow_step_now(draft)->count; i++)
        rc |= value_append(list,
                           value_share(flow_step_now(draft)->nodes[i].node));
    rc |= flow_step_write(flow_step_now(draft), text);
    rc |= value_set(text, "nodes", list);
    return rc == 0 ? text : value_free(text);
}

size_t flow_draft_count(const struct flow_draft *draft)
{
    return flow_step_now(draft)->count;
}

const struct json_t *flow_draft_node(const struct flow_draft *draft,
                                     size_t index)
{
    assert(index < flow_step_now(draft)->count);
    return flow_step_now(draft)->nodes[index].node;
}

int flow_draft_number(const struct flow_draft *draft, size_t index)
{
    assert(index < flow_step_now(draft)->count);
    return flow_step_now(draft)->nodes[index].number;
}

int flow_draft_find(const struct flow_draft *draft, int number)
{
    for (size_t i = 0; i < flow_step_now(draft)->count; i++)
        if (flow_step_now(draft)->nodes[i].number == number)
            return (int)i;
    return -ENOENT;
}

int flow_draft_named(const struct flow_draft *draft, const char *name)
{
    for (size_t i = 0; i < flow_step_now(draft)->count; i++)
        if (strcmp(value_get_text(flow_step_now(draft)->nodes[i].node, "name"),
                   name) == 0)
            return (int)i;
    return -ENOENT;
}

int flow_draft_target(const struct flow_draft *draft,
                      const struct flow_exit *exit)
{
    return exit->to ? flow_draft_named(draft, exit->to) : -ENOENT;
}

/* Changes. */

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
    if (rc < 0) {
        step_done(&step);
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
        step_done(&step);
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

int flow_draft_place(struct flow_draft *draft, const int *rows,
                     const int *columns)
{
    for (size_t i = 0; i < flow_step_now(draft)->count; i++) {
        struct json_t *node =
            placed(flow_draft_node(draft, i), rows[i], columns[i]);

        if (!node)
            return -ENOMEM;
        value_free(flow_step_now(draft)->nodes[i].node);
        flow_step_now(draft)->nodes[i].node = node;
    }
    return 0;
}

int flow_draft_row(const struct json_t *node)
{
    return (int)value_get_integer(node, "y", -1);
}

int flow_draft_column(const struct json_t *node)
{
    return (int)value_get_integer(node, "x", -1);
}

void flow_draft_fresh_name(const struct flow_draft *draft, enum node_type type,
                           struct name *ret_name)
{
    const char *spelling = node_rule(type)->record->name;

    memset(ret_name, 0, sizeof(*ret_name));
    snprintf(ret_name->text, sizeof(ret_name->text), "%s", spelling);
    for (int n = 2; flow_draft_named(draft, ret_name->text) >= 0; n++)
        snprintf(ret_name->text, sizeof(ret_name->text), "%s_%d", spelling, n);
}

/* Steps. */

bool flow_draft_undo(struct flow_draft *draft)
{
    if (draft->at == 0)
        return false;
    draft->at--;
    return true;
}

bool flow_draft_redo(struct flow_draft *draft)
{
    if (draft->at + 1 >= draft->count)
        return false;
    draft->at++;
    return true;
}

size_t flow_draft_steps(const struct flow_draft *draft)
{
    return draft->at;
}

bool flow_draft_is_dirty(const struct flow_draft *draft)
{
    return draft->at != draft->stored;
}

void flow_draft_send(struct flow_draft *draft)
{
    draft->sent = draft->at;
}

void flow_draft_clean(struct flow_draft *draft)
{
    draft->stored = draft->sent;
}
