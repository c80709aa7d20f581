/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What calls to the outside cost, and the alarm when they look like fraud. */

#include "core/cap.h"
#include "core/write.h"

/* So long the alarm stands after the last such call. */
static const int64_t ALARM_US = INT64_C(900000000);

/* Of the same agent and cause it is told no more often. */
static const int64_t TOLD_US = INT64_C(60000000);

void write_charged(struct turn *turn, uint64_t serial)
{
    const struct outcall_row *call = state_outcall(turn->state, serial);

    if (!call || !call->since_us)
        return;

    int64_t connected_us = turn->now_us - call->since_us;

    WRITE(turn, OUTSIDE_CHARGED, outside_charged,
          { .contact_id = call->contact_id,
            .agent_id = call->agent_id,
            .route_id = call->route_id,
            .trunk_id = call->trunk_id,
            .connected_us = connected_us,
            .minute_cost = call->minute_cost,
            .cost = call_cost(call->minute_cost, connected_us) });
}

bool is_news(const struct turn *turn, const struct suspicion *suspicion)
{
    const struct desk_row *desk = state_desk(turn->state, suspicion->agent_id);

    if (!suspicion->is_one || !desk)
        return false;

    return !desk->toll_told_us || desk->toll_cause != suspicion->cause ||
           turn->now_us - desk->toll_told_us >= TOLD_US;
}

void write_suspicion(struct turn *turn, const struct suspicion *suspicion)
{
    WRITE(turn, TOLL_ALARMED, toll_alarmed,
          { .agent_id = suspicion->agent_id,
            .cause = suspicion->cause,
            .cap_id = suspicion->cap_id,
            .route_id = suspicion->route_id,
            .until_us = turn->now_us + ALARM_US });
}
