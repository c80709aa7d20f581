/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rights, routes and caps, one after the other. */

#include "core/way_out.h"

#include <string.h>

#include "core/cap.h"
#include "core/dialling.h"
#include "core/house_slots.h"
#include "core/trunk_lot.h"
#include "core/write.h"

static const int64_t HOUR_US = INT64_C(3600000000);

bool is_permitted_number(const char *number)
{
    size_t length = strnlen(number, sizeof(struct phone_number));

    return length > 0 && length < sizeof(struct phone_number) &&
           strspn(number, "+*#0123456789") == length;
}

bool is_emergency(const struct turn *turn, const char *number)
{
    return state_is_emergency(turn->state, number);
}

/* Somebody should know of it. */
static enum refusal suspect(struct turn *turn, enum refusal refusal,
                            const struct suspicion *suspicion)
{
    turn->suspicion = *suspicion;
    turn->suspicion.is_one = true;
    return refusal;
}

/* The one whose number is matched furthest; all of a number goes before its
   beginning. */
static const struct event_route_set *find_route(const struct turn *turn,
                                                const char *number)
{
    const struct event_route_set *best = NULL;
    int longest = -1;

    for (const struct document_slot *slot =
             table_first(&turn->state->documents[DOCUMENT_ROUTE]);
         slot; slot = table_next(slot)) {
        const struct event_route_set *route = (const void *)&slot->head;
        int match = dialling_match(route->number.text, number);

        if (match > longest) {
            longest = match;
            best = route;
        }
    }

    return best;
}

static bool is_open(const struct turn *turn,
                    const struct event_route_set *route)
{
    int64_t hour = state_wall_us(turn->state, turn->now_us) / HOUR_US % 24;

    if (route->opens < route->closes)
        return hour >= route->opens && hour < route->closes;

    return hour >= route->opens || hour < route->closes;
}

/* In use since today, or since this very call. */
static bool is_new(const struct turn *turn, uint64_t route_id)
{
    const struct custom_slot *custom =
        table_find(&turn->state->customs, route_id, 0);
    int64_t today = state_day(turn->state, turn->now_us);

    return !custom || custom->row.first_day == today;
}

/* The trunks that may be tried: those that dial, and are not at a cap. */
static enum refusal add_trunk(struct turn *turn, uint64_t agent_id,
                              uint64_t trunk_id, struct way_out *way)
{
    const struct event_trunk_set *trunk = state_trunk(turn->state, trunk_id);
    size_t count = 0;

    if (!trunk || !trunk->outbound)
        return REFUSED_NO_WAY_OUT;

    const struct cap_question question = { agent_id, trunk_id, way->is_risky,
                                           way->instead_of };
    struct suspicion suspicion = { .agent_id = agent_id,
                                   .route_id = way->route_id };
    enum refusal refusal = check_caps(turn, &question, &suspicion);

    if (refusal)
        return suspect(turn, refusal, &suspicion);

    while (count < WAY_OUT_TRUNKS && way->trunk_ids[count])
        count++;
    if (count < WAY_OUT_TRUNKS)
        way->trunk_ids[count] = trunk_id;

    return REFUSED_NOT;
}

/* With one trunk left there is a way; else the last reason is told. */
static enum refusal settle(struct turn *turn, const struct way_out *way,
                           enum refusal last)
{
    if (!way->trunk_ids[0])
        return last;

    turn->suspicion.is_one = false;
    return REFUSED_NOT;
}

static void draw_trunks(const struct turn *turn, struct trunk_share *trunks,
                        size_t count, struct way_out *way)
{
    if (!trunk_lot_decides(trunks, count))
        return;

    way->draw = state_draw(turn->state) % TRUNK_LOTS;
    trunk_lot_order(trunks, count, way->draw);
    for (size_t i = 0; i < count; i++)
        way->trunk_ids[i] = trunks[i].trunk_id;
}

/* Those that share the calls are the ones that may be tried: what one at a cap
   would have had, the others get. */
static enum refusal add_trunks(struct turn *turn, uint64_t agent_id,
                               const struct event_route_set *route,
                               struct way_out *way)
{
    struct trunk_share trunks[WAY_OUT_TRUNKS];
    enum refusal last = REFUSED_NUMBER_BARRED;
    size_t count = 0;

    for (size_t i = 0; i < WAY_OUT_TRUNKS; i++) {
        struct trunk_share trunk = route_trunk(route, i);

        if (!trunk.trunk_id)
            continue;
        last = add_trunk(turn, agent_id, trunk.trunk_id, way);
        trunk.is_lost = state_is_lost(turn->state, trunk.trunk_id);
        if (!last)
            trunks[count++] = trunk;
    }

    draw_trunks(turn, trunks, count, way);
    return last;
}

static enum refusal find_by_route(struct turn *turn, uint64_t agent_id,
                                  const struct event_route_set *route,
                                  const struct phone_number *number,
                                  struct way_out *way)
{
    struct suspicion suspicion = { .agent_id = agent_id,
                                   .route_id = route->id,
                                   .cause = TOLL_BARRED };

    if (!dialling_translate(route, number, &way->number))
        return REFUSED_BAD_NUMBER;

    bool is_premium = dialling_is_premium(number->text) ||
                      dialling_is_premium(way->number.text);

    if (is_premium && !dialling_names_premium(route))
        return suspect(turn, REFUSED_NUMBER_BARRED, &suspicion);
    if (!is_open(turn, route)) {
        suspicion.cause = TOLL_CLOSED;
        return suspect(turn, REFUSED_ROUTE_CLOSED, &suspicion);
    }

    way->route_id = route->id;
    way->is_risky = is_premium || route->premium || is_new(turn, route->id);
    way->minute_cost = route->minute_cost;
    way->shown = route->caller_id;

    enum refusal last = add_trunks(turn, agent_id, route, way);

    if (last == REFUSED_NUMBER_BARRED)
        return suspect(turn, last, &suspicion);

    return settle(turn, way, last);
}

/* The next trunk that may dial the number, behind that one. */
static const struct event_trunk_set *next_trunk(
    const struct turn *turn, const char *number,
    const struct event_trunk_set *last)
{
    const struct event_trunk_set *next = NULL;

    for (const struct document_slot *slot =
             table_first(&turn->state->documents[DOCUMENT_TRUNK]);
         slot; slot = table_next(slot)) {
        const struct event_trunk_set *trunk = (const void *)&slot->head;
        bool is_behind =
            !last || trunk->preference > last->preference ||
            (trunk->preference == last->preference && trunk->id > last->id);

        if (dialling_may(trunk, number) && is_behind &&
            (!next || trunk->preference < next->preference))
            next = trunk;
    }

    return next;
}

static enum refusal find_by_prefixes(struct turn *turn, uint64_t agent_id,
                                     const struct phone_number *number,
                                     struct way_out *way)
{
    const struct suspicion suspicion = { .agent_id = agent_id,
                                         .cause = TOLL_BARRED };
    const struct event_trunk_set *trunk = NULL;
    enum refusal last = REFUSED_NO_WAY_OUT;

    if (dialling_is_premium(number->text))
        return suspect(turn, REFUSED_NUMBER_BARRED, &suspicion);

    way->number = *number;
    while (!way->trunk_ids[WAY_OUT_TRUNKS - 1] &&
           (trunk = next_trunk(turn, number->text, trunk)))
        last = add_trunk(turn, agent_id, trunk->id, way);

    return settle(turn, way, last);
}

enum refusal find_way_out(struct turn *turn, uint64_t agent_id,
                          const struct phone_number *number,
                          struct way_out *ret_way)
{
    return find_way_instead(turn, agent_id, number, 0, ret_way);
}

/* Whoever may. */
static enum refusal find_way(struct turn *turn, uint64_t agent_id,
                             const struct phone_number *number,
                             struct way_out *way)
{
    const struct event_route_set *route = find_route(turn, number->text);

    return route ? find_by_route(turn, agent_id, route, number, way)
                 : find_by_prefixes(turn, agent_id, number, way);
}

bool way_out_will_pass(enum refusal refusal)
{
    return refusal == REFUSED_ROUTE_CLOSED || refusal == REFUSED_CALLS_CAPPED ||
           refusal == REFUSED_COST_CAPPED || refusal == REFUSED_BURST_CAPPED;
}

enum refusal find_way_of_house(struct turn *turn,
                               const struct phone_number *number,
                               struct way_out *ret_way)
{
    struct way_out way = { 0 };

    if (!is_permitted_number(number->text))
        return REFUSED_BAD_NUMBER;
    if (is_emergency(turn, number->text))
        return REFUSED_TO_EMERGENCY;

    enum refusal refusal = find_way(turn, 0, number, &way);

    if (!refusal)
        *ret_way = way;

    return refusal;
}

enum refusal find_way_instead(struct turn *turn, uint64_t agent_id,
                              const struct phone_number *number,
                              uint64_t instead_of, struct way_out *ret_way)
{
    const struct event_agent_set *agent = state_agent(turn->state, agent_id);
    struct way_out way = { .instead_of = instead_of };
    enum refusal refusal;

    if (!is_permitted_number(number->text))
        return REFUSED_BAD_NUMBER;
    if (is_emergency(turn, number->text)) {
        *ret_way = (struct way_out){ .is_emergency = true, .number = *number };
        return REFUSED_NOT;
    }
    if (!agent || !dialling_allows(agent->outside.text, number->text))
        return REFUSED_NOT_ALLOWED_OUT;

    refusal = find_way(turn, agent_id, number, &way);
    if (!refusal)
        *ret_way = way;

    return refusal;
}

int64_t way_out_due_us(const struct turn *turn, const struct way_out *way)
{
    return answer_due_us(turn, way->is_emergency ? EFFECT_DIAL_EMERGENCY
                                                 : EFFECT_DIAL);
}

void ask_way_out(struct turn *turn, const struct way_out *way,
                 const struct effect *rest)
{
    struct effect effect = *rest;

    effect.type = way->is_emergency ? EFFECT_DIAL_EMERGENCY : EFFECT_DIAL;
    effect.number = way->number;
    effect.shown = way->shown;
    memcpy(effect.trunk_ids, way->trunk_ids, sizeof(effect.trunk_ids));
    outbox_add_effect(turn->outbox, &effect);
}
