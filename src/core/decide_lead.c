/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What rules decide about a call that comes. */

#include "core/decide_lead.h"

#include <string.h>

#include "core/decide_inside.h"
#include "core/step.h"
#include "core/variable.h"

/* Whose variables are asked about. */
struct leading {
    const struct turn *turn;
    const struct contact_row *contact;
};

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
    const struct rule_to *to = &led->to;

    if (!led->rule || to->to == TO_FLOW || to->to == TO_BUSY)
        return (struct inside){ TO_HANG_UP, 0 };

    return (struct inside){ to->to, to->id };
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

struct target led_target(const struct turn *turn,
                         const struct contact_row *contact)
{
    const struct event_rule_set *rule =
        state_rule(turn->state, contact->rule_id);
    struct target target = { .to = contact->to, .id = contact->to_id };

    if (contact->to != TO_NUMBER)
        return target;
    if (rule && contact->rule_to >= 1 && contact->rule_to <= RULE_DESTINATIONS)
        target.number = *rule_to_at(rule, (int)contact->rule_to - 1).number;

    return target;
}

/* Called was the agent, and not the box. */
static enum box_greeting greeting_of_agent(const struct turn *turn,
                                           const struct contact_row *contact,
                                           const struct event_box_set *box)
{
    const struct event_agent_set *agent =
        state_agent(turn->state, box->agent_id);

    if (!agent || !agent->extension.text[0] ||
        strcmp(contact->called.text, agent->extension.text) != 0)
        return GREETING_STANDARD;

    return state_desk(turn->state, agent->id)->state == AGENT_OFFLINE
               ? GREETING_CLOSED
               : GREETING_BUSY;
}

/* Who has none for holidays is closed then. */
enum box_greeting led_greeting(const struct turn *turn,
                               const struct contact_row *contact,
                               const struct event_box_set *box)
{
    const struct rule_call call = {
        .wall_us = state_wall_us(turn->state, turn->now_us),
        .caller = contact->caller.text,
        .called = contact->called.text,
    };
    enum box_greeting greeting;

    if (!contact->rule_id || contact->rule_to < 1)
        return greeting_of_agent(turn, contact, box);

    greeting = rule_greeting(turn->book, turn->state, &call, contact->rule_id,
                             (int)contact->rule_to - 1);

    return greeting == GREETING_HOLIDAY && !box->holiday_id ? GREETING_CLOSED
                                                            : greeting;
}

/* Led later. */

/* So long a call waits for what is known of its caller. */
static const int64_t RECALL_US = 500000;

static bool asks_past(const struct turn *turn,
                      const struct phone_number *caller)
{
    return caller->text[0] != '\0' && rule_book_asks_past(turn->book);
}

const struct event_lookup_set *lead_lookup(const struct turn *turn,
                                           const struct event_entry_set *entry)
{
    return entry && entry->lookup_id
               ? state_lookup(turn->state, entry->lookup_id)
               : NULL;
}

int64_t lead_due_us(const struct turn *turn,
                    const struct command_contact_arrives *c,
                    const struct event_entry_set *entry)
{
    const struct event_lookup_set *lookup = lead_lookup(turn, entry);

    if (lookup)
        return lookup_due_us(turn, lookup);

    return entry && asks_past(turn, &c->caller) ? turn->now_us + RECALL_US : 0;
}

int64_t led_due_us(const struct turn *turn, const struct contact_row *contact)
{
    int64_t recall_us = contact->arrived_us + RECALL_US;
    bool is_asked = !contact->recalled && asks_past(turn, &contact->caller);

    return is_asked && recall_us > turn->now_us ? recall_us : turn->now_us;
}

/* A masked variable is not asked about. */
static struct value variable_of(const void *context, const char *name)
{
    const struct leading *leading = context;
    const char *text =
        variable_text(leading->turn, leading->contact->contact_id, name);

    return text ? (struct value){ VALUE_TEXT, 0, text }
                : (struct value){ VALUE_UNKNOWN, 0, NULL };
}

static struct rule_call call_of(const struct leading *leading,
                                const struct rule_past *past)
{
    const struct turn *turn = leading->turn;
    const struct contact_row *contact = leading->contact;

    return (struct rule_call){
        .wall_us = state_wall_us(turn->state, turn->now_us),
        .caller = contact->caller.text,
        .called = contact->called.text,
        .trunk_id = contact->trunk_id,
        .entry = state_entry(turn->state, contact->entry_id),
        .draw = contact->draw,
        .past = past,
        .leaves_id = contact->in_line ? contact->queue_id : 0,
        .field = variable_of,
        .context = leading,
    };
}

static struct rule_choice lead_contact(const struct turn *turn,
                                       const struct contact_row *contact,
                                       const struct rule_past *past)
{
    const struct leading leading = { turn, contact };
    const struct rule_call call = call_of(&leading, past);
    struct rule_choice choice;

    rule_choose(turn->book, turn->state, &call, &choice);
    return choice;
}

static void write_contact_led(struct turn *turn,
                              const struct contact_row *contact,
                              const struct rule_choice *led)
{
    const struct event_rule_set *rule = led->rule;
    const struct inside inside = led_inside(led);

    WRITE(turn, CONTACT_LED, contact_led,
          { .contact_id = contact->contact_id,
            .language =
                led_language(led, state_entry(turn->state, contact->entry_id)),
            .to = inside.to,
            .to_id = inside.id,
            .rule_id = rule ? rule->id : 0,
            .rule_version = rule ? rule->version : 0,
            .rule_to = rule ? led->index + 1 : 0,
            .rule_priority = rule ? rule->priority : 0,
            .rule_added_us = rule ? rule->added_ms * 1000 : 0,
            .rule_demand = rule ? rule->demand : (struct label){ "" },
            .recording = rule ? rule->recording : RECORDING_AS_QUEUE,
            .tag = rule ? rule->tag : (struct name){ "" } });
}

/* As if they had refused it: they take nobody until they are emptier. */
void write_queues_passed(struct turn *turn, uint64_t contact_id,
                         const struct rule_choice *led)
{
    for (int i = 0; i < led->passed_count; i++)
        WRITE(turn, QUEUE_PASSED, queue_passed,
              { .contact_id = contact_id, .queue_id = led->passed_ids[i] });
}

void write_led(struct turn *turn, const struct contact_row *contact,
               const struct rule_past *past)
{
    const struct rule_choice led = lead_contact(turn, contact, past);
    const struct event_flow_set *flow =
        led_flow(turn, &led, state_entry(turn->state, contact->entry_id));
    bool is_inside = led_inside(&led).to != TO_HANG_UP;
    enum refusal refusal = led_refusal(&led);

    if (!refusal && !flow && !is_inside)
        refusal = REFUSED_NO_ENTRY;

    write_queues_passed(turn, contact->contact_id, &led);
    write_contact_led(turn, contact, &led);
    if (refusal) {
        write_turned_away(turn, contact, refusal);
        return;
    }
    if (is_inside)
        write_answer_asked(turn, contact->contact_id, contact->call);
    else
        write_flow_entered(turn, contact, flow);
}

static struct rule_past past_of(const struct turn *turn,
                                const struct contact_row *contact)
{
    bool is_agent = state_agent(turn->state, contact->known_agent_id) != NULL;

    return (struct rule_past){
        .calls = contact->past_calls,
        .called_ago_us = contact->past_ago_us,
        .queue_id = contact->past_queue_id,
        .agent_id = is_agent ? contact->known_agent_id : 0,
    };
}

void write_led_due(struct turn *turn, const struct contact_row *contact)
{
    const struct rule_past past = past_of(turn, contact);

    if (state_run(turn->state, contact->contact_id)->lookup)
        write_lookup_timeout(turn, contact);
    else
        write_led(turn, contact, contact->recalled ? &past : NULL);
}

/* Led on. */

/* Who is named by what is known of the caller, or by the entry. */
static void name_destination(const struct rule_call *call, struct rule_to *to)
{
    if (to->to == TO_AGENT && to->id == 0)
        to->id = call->past->agent_id;
    if (to->to == TO_FLOW && to->id == 0)
        to->id = call->entry->flow_id;
}

bool lead_on(const struct turn *turn, const struct contact_row *contact,
             unsigned tried, struct rule_choice *ret_choice)
{
    const struct rule_past past = past_of(turn, contact);
    const struct leading leading = { turn, contact };
    const struct rule_call call = call_of(&leading, &past);
    const struct event_rule_set *rule =
        state_rule(turn->state, contact->rule_id);
    const struct rule_failed failed = { (int)contact->rule_to - 1, tried };
    int index;

    *ret_choice = (struct rule_choice){ .rule = NULL };
    if (!rule || contact->rule_to < 1 || contact->rule_to > RULE_DESTINATIONS)
        return false;

    index =
        rule_next_destination(turn->state, &call, rule, &failed, ret_choice);
    if (index < 0)
        return false;

    ret_choice->rule = rule;
    ret_choice->index = index;
    ret_choice->to = rule_to_at(rule, index);
    name_destination(&call, &ret_choice->to);
    return true;
}
