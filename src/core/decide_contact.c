/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Callers come. */

#include "core/decide_inside.h"
#include "core/decide_lead.h"
#include "core/step.h"
#include "core/visit.h"

static enum refusal check_arrival(const struct turn *turn,
                                  const struct command_contact_arrives *c)
{
    const struct record *record = command_record(COMMAND_CONTACT_ARRIVES);

    if (!state_system(turn->state)->serving)
        return REFUSED_NOT_SERVING;
    if (c->call == 0 || c->draw < 0 || c->draw >= RULE_DRAWS)
        return REFUSED_BAD_VALUE;

    for (size_t i = 0; i < record->field_count; i++)
        if (!field_is_valid(&record->fields[i], c))
            return REFUSED_BAD_VALUE;

    return REFUSED_NOT;
}

static bool is_house_full(const struct turn *turn)
{
    return state_row_count(turn->state, ROW_CONTACT) >= STATE_MAX_CONTACTS;
}

/* What becomes of a call, by the number called. */
struct arrival {
    const struct event_entry_set *entry; /* NULL: none serves it */
    struct rule_choice led;              /* rule: NULL for none */
    struct planned planned;              /* then: a phone's of ours */
    uint64_t own_agent_id;               /* who is busy meanwhile; or 0 */
    int64_t led_due_us;                  /* the rules are asked later; or 0 */
    bool emergency;
};

static struct inside inside_of(const struct arrival *arrival)
{
    if (arrival->planned.kind == PLAN_AGENT)
        return (struct inside){ TO_AGENT, arrival->planned.id };
    if (arrival->planned.kind == PLAN_QUEUE)
        return (struct inside){ TO_QUEUE, arrival->planned.id };
    if (arrival->planned.kind == PLAN_BOX)
        return (struct inside){ TO_VOICEMAIL, arrival->planned.id };

    return led_inside(&arrival->led);
}

/* A colleague sees by which extension to call back. */
static struct phone_number caller_of(const struct turn *turn,
                                     const struct command_contact_arrives *c)
{
    const struct event_agent_set *agent = state_agent(
        turn->state, state_agent_of_device(turn->state, c->device_id));

    return agent && agent->extension.text[0] ? agent->extension : c->caller;
}

static void write_arrived(struct turn *turn,
                          const struct command_contact_arrives *c,
                          const struct arrival *arrival)
{
    const struct event_entry_set *entry = arrival->entry;
    const struct event_flow_set *flow =
        arrival->led_due_us ? NULL : led_flow(turn, &arrival->led, entry);
    const struct event_rule_set *rule = arrival->led.rule;
    const struct inside inside = inside_of(arrival);

    turn->made_id = (uint64_t)state_system(turn->state)->contacts + 1;
    WRITE(turn, CONTACT_ARRIVED, contact_arrived,
          { .contact_id = turn->made_id,
            .call = c->call,
            .trunk_id = c->trunk_id,
            .device_id = c->device_id,
            .entry_id = entry ? entry->id : 0,
            .caller = caller_of(turn, c),
            .caller_name = c->caller_name,
            .called = c->called,
            .flow_id = flow ? flow->id : 0,
            .flow_version = flow ? flow->version : 0,
            .language = led_language(&arrival->led, entry),
            .flow_digest = flow ? flow->digest : (struct digest){ "" },
            .emergency = arrival->emergency,
            .to = inside.to,
            .to_id = inside.id,
            .own_agent_id = arrival->own_agent_id,
            .feature = arrival->planned.kind == PLAN_FEATURE,
            .rule_id = rule ? rule->id : 0,
            .rule_version = rule ? rule->version : 0,
            .rule_to = rule ? arrival->led.index + 1 : 0,
            .draw = c->draw,
            .rule_priority = rule ? rule->priority : 0,
            .recording = rule ? rule->recording : RECORDING_AS_QUEUE,
            .tag = rule ? rule->tag : (struct name){ "" },
            .rule_added_us = rule ? rule->added_ms * 1000 : 0,
            .rule_demand = rule ? rule->demand : (struct label){ "" },
            .led_due_us = arrival->led_due_us,
            .is_named = c->caller_name.text[0] != '\0',
            .zone_us =
                zone_offset_us(rule_book_zone(turn->book, ""),
                               state_wall_us(turn->state, turn->now_us)) });
}

static void write_refused(struct turn *turn,
                          const struct command_contact_arrives *c,
                          enum refusal refusal)
{
    write_arrived(turn, c, &(struct arrival){ .entry = NULL });
    write_call_refused(turn, c, refusal);
    write_no_way(turn, c, refusal);
}

/* Answered, and then as the plan has it; unless that is refused. */
static enum refusal arrive_as_planned(struct turn *turn,
                                      const struct command_contact_arrives *c,
                                      const struct planned *planned,
                                      enum refusal refusal)
{
    const struct arrival arrival = {
        .planned = *planned,
        .own_agent_id = own_caller(turn, c->device_id),
    };

    if (refusal)
        return refusal;

    write_arrived(turn, c, &arrival);
    write_answer_asked(turn, turn->made_id, c->call);
    write_own_call(turn, arrival.own_agent_id, turn->made_id);
    return REFUSED_NOT;
}

/* Of a colleague who could not take it now. @return NULL: it is refused */
static const struct event_box_set *box_else(const struct turn *turn,
                                            const struct planned *planned,
                                            enum refusal refusal)
{
    bool is_missed = refusal == REFUSED_AGENT_NOT_THERE ||
                     refusal == REFUSED_SERVES_NO_QUEUE ||
                     refusal == REFUSED_COLLEAGUE_BUSY;

    return is_missed && planned->kind == PLAN_AGENT
               ? state_box_of_agent(turn->state, planned->id)
               : NULL;
}

/* An agent, a queue or a box. */
static enum refusal arrive_inside(struct turn *turn,
                                  const struct command_contact_arrives *c,
                                  const struct planned *planned)
{
    enum refusal refusal = check_inside(turn, c->device_id, planned);
    const struct event_box_set *box = box_else(turn, planned, refusal);

    if (box)
        return arrive_as_planned(
            turn, c, &(struct planned){ .kind = PLAN_BOX, .id = box->id },
            REFUSED_NOT);

    return arrive_as_planned(turn, c, planned, refusal);
}

/* As if the last caller's number or extension were dialled. */
static enum refusal arrive_to_call_back(struct turn *turn,
                                        const struct command_contact_arrives *c)
{
    struct command_contact_arrives back = *c;
    struct planned planned;
    enum refusal refusal = plan_call_back(turn, c->device_id, &planned);

    if (refusal)
        return refusal;

    back.called = planned.number;
    return planned.kind == PLAN_AGENT
               ? arrive_inside(turn, &back, &planned)
               : decide_call_by_phone(turn, &back, &planned.number);
}

static bool is_visit(const struct planned *planned)
{
    return planned->feature == FEATURE_VOICEMAIL ||
           planned->feature == FEATURE_ANY_BOX;
}

/* The messages of a box: see visit.h. */
static enum refusal arrive_to_visit(struct turn *turn,
                                    const struct command_contact_arrives *c,
                                    const struct planned *planned)
{
    return arrive_as_planned(turn, c, planned,
                             check_visit(turn, c->device_id, planned));
}

static enum refusal arrive_at_feature(struct turn *turn,
                                      const struct command_contact_arrives *c,
                                      const struct planned *planned)
{
    const struct arrival arrival = { .planned = *planned };
    enum refusal refusal;

    if (planned->feature == FEATURE_PICK_UP)
        return decide_pick_up(turn, c);
    if (planned->feature == FEATURE_CALL_BACK)
        return arrive_to_call_back(turn, c);
    if (is_visit(planned))
        return arrive_to_visit(turn, c, planned);

    refusal = decide_feature(turn, c->device_id, planned);
    if (refusal)
        return refusal;

    write_arrived(turn, c, &arrival);
    write_answer_asked(turn, turn->made_id, c->call);
    return REFUSED_NOT;
}

static enum refusal arrive_from_phone(struct turn *turn,
                                      const struct command_contact_arrives *c)
{
    const struct planned planned =
        plan_number(turn->state, c->device_id, c->called.text);

    switch (planned.kind) {
    case PLAN_AGENT:
    case PLAN_QUEUE:
    case PLAN_BOX:
        return arrive_inside(turn, c, &planned);
    case PLAN_FEATURE:
        return arrive_at_feature(turn, c, &planned);
    case PLAN_OUTSIDE:
        return decide_call_by_phone(turn, c, &planned.number);
    case PLAN_NOTHING:
        break;
    }

    return REFUSED_NO_EXTENSION;
}

/* An emergency number needs no prefix of the line, and does no harm with it. */
static bool calls_emergency(const struct turn *turn,
                            const struct command_contact_arrives *c)
{
    const struct planned planned =
        plan_number(turn->state, c->device_id, c->called.text);

    return is_emergency(turn, c->called.text) ||
           (planned.kind == PLAN_OUTSIDE &&
            is_emergency(turn, planned.number.text));
}

static void arrive_for_help(struct turn *turn,
                            const struct command_contact_arrives *c)
{
    struct command_contact_arrives help = *c;

    if (!is_emergency(turn, c->called.text))
        help.called =
            plan_number(turn->state, c->device_id, c->called.text).number;
    write_arrived(turn, &help, &(struct arrival){ .emergency = true });
    write_answer_asked(turn, turn->made_id, c->call);
}

static void arrive_at_entry(struct turn *turn,
                            const struct command_contact_arrives *c,
                            const struct event_entry_set *entry)
{
    bool is_own =
        c->device_id && check_own_phone(turn, c->device_id) == REFUSED_NOT;
    const struct event_lookup_set *lookup = lead_lookup(turn, entry);
    struct arrival arrival = {
        .entry = entry,
        .own_agent_id = is_own ? own_caller(turn, c->device_id) : 0,
        .led_due_us = lead_due_us(turn, c, entry),
    };
    enum refusal refusal;

    if (!arrival.led_due_us)
        arrival.led = lead_call(turn, c, entry);
    refusal = led_refusal(&arrival.led);
    write_arrived(turn, c, &arrival);
    if (arrival.led_due_us) {
        if (lookup)
            write_lookup_asked(turn, turn->made_id, lookup);
        write_own_call(turn, arrival.own_agent_id, turn->made_id);
        return;
    }
    write_queues_passed(turn, turn->made_id, &arrival.led);
    if (refusal) {
        write_no_way(turn, c, refusal);
        return;
    }
    if (led_inside(&arrival.led).to != TO_HANG_UP)
        write_answer_asked(turn, turn->made_id, c->call);
    write_own_call(turn, arrival.own_agent_id, turn->made_id);
}

enum refusal decide_contact_arrives(struct turn *turn,
                                    const struct command_contact_arrives *c)
{
    enum refusal refusal = check_arrival(turn, c);

    if (refusal)
        return refusal;

    const struct event_entry_set *entry =
        state_entry_for(turn->state, c->trunk_id, c->called.text);

    if (c->device_id && calls_emergency(turn, c)) {
        arrive_for_help(turn, c);
    } else if (is_house_full(turn)) {
        return REFUSED_TOO_MANY;
    } else if (entry) {
        arrive_at_entry(turn, c, entry);
    } else {
        refusal = c->device_id ? arrive_from_phone(turn, c) : REFUSED_NO_ENTRY;
        if (refusal)
            write_refused(turn, c, refusal);
    }

    return REFUSED_NOT;
}
