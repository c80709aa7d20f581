/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A short list: effects with such a gate are few, and commits are quick. */

#include "server/gates.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

struct gated {
    struct effect effect;
    int64_t ticket;
    int64_t due_us; /* goes then in any case; INT64_MAX: never */
};

void gates_init(struct gates *gates)
{
    assert(gates);

    *gates = (struct gates){ 0 };
}

void gates_done(struct gates *gates)
{
    assert(gates);

    free(gates->waiting);
    gates_init(gates);
}

static int64_t due(const struct effect *effect, int64_t now_us)
{
    switch (effect_rule(effect->type)->gate) {
    case GATE_NOW:
        return now_us;
    case GATE_SOON:
        return now_us + GATES_SOON_US;
    case GATE_DURABLE:
        break;
    }

    return INT64_MAX;
}

int gates_hold(struct gates *gates, const struct effect *effect, int64_t ticket,
               int64_t now_us)
{
    assert(gates && effect);

    if (gates->count == gates->room) {
        size_t room = gates->room ? 2 * gates->room : 16;
        struct gated *grown = realloc(gates->waiting, room * sizeof(*grown));
        if (!grown)
            return -ENOMEM;

        gates->waiting = grown;
        gates->room = room;
    }

    gates->waiting[gates->count++] = (struct gated){
        .effect = *effect,
        .ticket = ticket,
        .due_us = due(effect, now_us),
    };
    return 0;
}

bool gates_next(struct gates *gates, int64_t committed, int64_t now_us,
                struct effect *ret_effect, bool *ret_lagging)
{
    assert(gates && ret_effect && ret_lagging);

    for (size_t i = 0; i < gates->count; i++) {
        const struct gated *gated = &gates->waiting[i];
        bool is_on_disk = gated->ticket <= committed;

        if (!is_on_disk && gated->due_us > now_us)
            continue;

        *ret_effect = gated->effect;
        *ret_lagging =
            !is_on_disk && effect_rule(gated->effect.type)->gate == GATE_SOON;
        gates->count--;
        memmove(&gates->waiting[i], &gates->waiting[i + 1],
                (gates->count - i) * sizeof(*gates->waiting));
        return true;
    }

    return false;
}

int64_t gates_next_us(const struct gates *gates)
{
    int64_t next_us = INT64_MAX;

    assert(gates);
    for (size_t i = 0; i < gates->count; i++)
        if (gates->waiting[i].due_us < next_us)
            next_us = gates->waiting[i].due_us;

    return next_us;
}
