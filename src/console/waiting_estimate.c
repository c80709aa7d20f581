/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long each of the line, and a new caller, will wait, as estimated. */

#include <stdlib.h>

#include "console/waiting_inside.h"
#include "wire/value.h"

/* They change with every second and every agent: so often they are asked for. */
static const int64_t AGAIN_US = 5000000;

static void take(void *owner, const struct outcome *outcome)
{
    struct waiting *waiting = owner;
    struct waiting_estimates *estimates = &waiting->estimates;

    estimates->is_asked = false;
    if (!outcome->is_done)
        return;
    estimates->rows = value_free(estimates->rows);
    estimates->rows = value_share(value_get(outcome->value, "items"));
    estimates->told_us = program_now_us(waiting->program);
}

void waiting_ask_estimates(struct waiting *waiting)
{
    struct waiting_estimates *estimates = &waiting->estimates;
    int64_t now_us = program_now_us(waiting->program);

    if (estimates->is_asked || !program_is_live(waiting->program) ||
        (estimates->asked_us && now_us - estimates->asked_us < AGAIN_US))
        return;
    estimates->asked_us = now_us;
    estimates->is_asked =
        program_send(waiting->program, &(struct errand){
                                           .route = ROUTE_QUEUE_ESTIMATES,
                                           .id = waiting->queue_id,
                                           .done = take,
                                           .owner = waiting,
                                           .is_quiet = true,
                                       });
}

/* What is left of it: since it was told it has grown shorter. */
int64_t waiting_estimate_us(const struct waiting *waiting, uint64_t contact_id)
{
    const struct waiting_estimates *estimates = &waiting->estimates;

    for (size_t i = 0; i < value_count(estimates->rows); i++) {
        const struct json_t *row = value_at(estimates->rows, i);
        int64_t wait_us = value_get_integer(row, "estimated_wait_us", -1);

        if (value_get_integer(row, "contact_id", -1) != (int64_t)contact_id)
            continue;
        if (wait_us < 0 || contact_id == 0)
            return wait_us;
        wait_us -= program_since_us(waiting->program, estimates->told_us);
        return wait_us > 0 ? wait_us : 0;
    }
    return -1;
}
