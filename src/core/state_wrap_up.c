/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an agent who wraps up may still do, and must. */

#include <assert.h>

#include "core/state_inside.h"

bool wrap_up_is_timed(enum wrap_up_mode mode)
{
    return mode == WRAP_UP_MANDATORY_TIMED || mode == WRAP_UP_OPTIONAL_TIMED;
}

static bool is_mandatory(enum wrap_up_mode mode)
{
    return mode == WRAP_UP_MANDATORY_TIMED || mode == WRAP_UP_MANDATORY_MANUAL;
}

int64_t state_wrap_up_more_us(const struct state *state, uint64_t agent_id)
{
    assert(state);

    const struct desk_row *desk = state_desk(state, agent_id);

    if (!desk || desk->state != AGENT_ACW || !desk->wrap_up_due_us)
        return 0;

    const struct event_queue_set *queue = state_queue(state, desk->queue_id);
    int64_t room_us = desk->wrap_up_limit_us - desk->wrap_up_due_us;
    int64_t more_us = queue ? queue->wrap_up_more_ms * 1000 : 0;

    if (more_us > room_us)
        more_us = room_us;

    return more_us > 0 ? more_us : 0;
}

bool state_needs_disposition(const struct state *state, uint64_t agent_id)
{
    assert(state);

    const struct desk_row *desk = state_desk(state, agent_id);

    return desk && desk->state == AGENT_ACW && is_mandatory(desk->wrap_up) &&
           state_document_count(state, DOCUMENT_DISPOSITION) > 0;
}
