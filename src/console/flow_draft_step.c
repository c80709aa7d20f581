/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps back and on again, and where the names of the one that holds are. */

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "console/flow_draft_inside.h"

void flow_step_done(struct step *step)
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
    *ret_step = (struct step){
        nodes, from->count, from->type, from->limits, value_share(from->tests),
        0
    };
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
        flow_step_done(&draft->steps[--draft->count]);
    draft->stored = without_ahead(draft->stored, draft->at);
    draft->sent = without_ahead(draft->sent, draft->at);
    if (draft->count < FLOW_DRAFT_STEPS)
        return;
    flow_step_done(&draft->steps[0]);
    memmove(&draft->steps[0], &draft->steps[1],
            --draft->count * sizeof(draft->steps[0]));
    draft->at--;
    draft->stored = without_oldest(draft->stored);
    draft->sent = without_oldest(draft->sent);
}

int flow_step_room(struct flow_draft *draft)
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

/* Names. */

size_t flow_name_place(const char *name)
{
    uint32_t sum = UINT32_C(2166136261); /* FNV-1a, draft-eastlake-fnv */

    for (; *name; name++)
        sum = (sum ^ (uint8_t)*name) * UINT32_C(16777619);
    return sum % FLOW_NAME_PLACES;
}

void flow_names_set(struct flow_draft *draft)
{
    const struct step *step = flow_step_now(draft);

    memset(draft->names, 0, sizeof(draft->names));
    for (size_t i = 0; i < step->count; i++) {
        const char *name = value_get_text(step->nodes[i].node, "name");
        size_t at = flow_name_place(name);

        while (draft->names[at])
            at = (at + 1) % FLOW_NAME_PLACES;
        draft->names[at] = (uint16_t)(i + 1);
    }
}

/* Steps. */

int flow_step_put(struct flow_draft *draft, struct step *step, bool goes_on)
{
    step->stamp = ++draft->last_stamp;
    if ((goes_on || draft->joins) && draft->at > 0 &&
        draft->at + 1 == draft->count && draft->stored != draft->at &&
        draft->sent != draft->at) {
        flow_step_done(flow_step_now(draft));
        *flow_step_now(draft) = *step;
        flow_names_set(draft);
        return 0;
    }
    if (flow_step_room(draft) < 0) {
        flow_step_done(step);
        return -ENOMEM;
    }
    make_place(draft);
    draft->steps[draft->count++] = *step;
    draft->at = draft->count - 1;
    flow_names_set(draft);
    return 0;
}

bool flow_draft_undo(struct flow_draft *draft)
{
    if (draft->at == 0)
        return false;
    draft->at--;
    flow_names_set(draft);
    return true;
}

bool flow_draft_redo(struct flow_draft *draft)
{
    if (draft->at + 1 >= draft->count)
        return false;
    draft->at++;
    flow_names_set(draft);
    return true;
}

size_t flow_draft_steps(const struct flow_draft *draft)
{
    return draft->at;
}

uint64_t flow_draft_stamp(const struct flow_draft *draft)
{
    return flow_step_now(draft)->stamp;
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
