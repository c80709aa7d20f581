/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A draft from its text and back, and what is in it now. */

#include "console/flow_draft_inside.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int add_rest(void *arg, const char *key, const struct json_t *value)
{
    static const char *const steps_have[] = { "nodes", "type", "max_steps",
                                              "max_ms", "tests" };

    for (size_t i = 0; i < sizeof(steps_have) / sizeof(steps_have[0]); i++)
        if (strcmp(key, steps_have[i]) == 0)
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
    int rc = flow_step_room(draft);
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
    flow_names_set(draft);
    *ret_draft = draft;
    return 0;
}

struct flow_draft *flow_draft_free(struct flow_draft *draft)
{
    if (!draft)
        return NULL;
    for (size_t i = 0; i < draft->count; i++)
        flow_step_done(&draft->steps[i]);
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
    size_t at = flow_name_place(name);

    for (; draft->names[at]; at = (at + 1) % FLOW_NAME_PLACES) {
        int index = draft->names[at] - 1;
        const struct json_t *node = flow_draft_node(draft, (size_t)index);

        if (strcmp(value_get_text(node, "name"), name) == 0)
            return index;
    }
    return -ENOENT;
}

int flow_draft_target(const struct flow_draft *draft,
                      const struct flow_exit *exit)
{
    return exit->to ? flow_draft_named(draft, exit->to) : -ENOENT;
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
