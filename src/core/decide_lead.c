/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What rules decide about a call that comes. */

#include "core/decide_lead.h"

struct rule_choice lead_call(const struct turn *turn,
                             const struct command_contact_arrives *c,
                             const struct event_entry_set *entry)
{
    const struct rule_call call = {
        .wall_us = state_wall_us(turn->state, turn->now_us),
        .caller = c->caller.text,
        .called = c->called.text,
        .trunk_id = c->trunk_id,
        .entry = entry,
        .draw = c->draw,
    };
    struct rule_choice choice;

    rule_choose(turn->book, turn->state, &call, &choice);
    return choice;
}

struct inside led_inside(const struct rule_choice *led)
{
    if (led->rule && (led->to.to == TO_QUEUE || led->to.to == TO_AGENT ||
                      led->to.to == TO_VOICEMAIL))
        return (struct inside){ led->to.to, led->to.id };

    return (struct inside){ TO_HANG_UP, 0 };
}

const struct event_flow_set *led_flow(const struct turn *turn,
                                      const struct rule_choice *led,
                                      const struct event_entry_set *entry)
{
    uint64_t id = entry ? entry->flow_id : 0;

    if (led->rule && led->to.to != TO_FLOW)
        return NULL;
    if (led->rule && led->to.id)
        id = led->to.id;

    return state_flow(turn->state, id);
}

enum speech led_language(const struct rule_choice *led,
                         const struct event_entry_set *entry)
{
    static const enum speech languages[] = {
        [RULE_LANGUAGE_EN] = SPEAKS_EN,
        [RULE_LANGUAGE_ES] = SPEAKS_ES,
        [RULE_LANGUAGE_CS] = SPEAKS_CS,
    };

    if (led->rule && led->rule->language != RULE_LANGUAGE_KEEP)
        return languages[led->rule->language];

    return entry ? entry->language : SPEAKS_EN;
}

enum refusal led_refusal(const struct rule_choice *led)
{
    if (!led->rule)
        return REFUSED_NOT;
    if (led->to.to == TO_BUSY)
        return REFUSED_LED_TO_BUSY;

    return led->to.to == TO_HANG_UP ? REFUSED_LED_AWAY : REFUSED_NOT;
}
