/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A condition's questions, answered from a contact and its variables. */

#include "core/flow_facts.h"

#include <string.h>

#include "core/rule_facts.h"
#include "core/variable.h"

struct asking {
    const struct turn *turn;
    const struct contact_row *contact;
    struct rule_past past;
    struct rule_call call;
    struct rule_question question;
    struct facts facts; /* of the rules */
};

static struct value text_value(const char *text)
{
    return (struct value){ .type = VALUE_TEXT, .text = text };
}

/* A variable is a number where it reads as one. */
static struct value ask_variable(const void *context, const char *name)
{
    const struct asking *asking = context;
    const char *text =
        variable_text(asking->turn, asking->contact->contact_id, name);
    struct value value = { .type = VALUE_UNKNOWN };

    if (!text)
        return value;
    if (!value_number_of(text, &value.number))
        return text_value(text);

    value.type = VALUE_NUMBER;
    return value;
}

static struct value ask(const void *context, enum fact fact, const char *about,
                        int64_t number)
{
    const struct asking *asking = context;

    if (fact == FACT_LANGUAGE)
        return text_value(
            word_spell(&word_list_speech, (int)asking->contact->language));

    return asking->facts.ask(asking->facts.context, fact, about, number);
}

static bool is_listed(const void *context, const char *list, const char *number)
{
    const struct asking *asking = context;

    return asking->facts.is_listed(asking->facts.context, list, number);
}

static void begin(struct asking *asking, const struct turn *turn,
                  const struct contact_row *contact, int64_t draw)
{
    *asking = (struct asking){
        .turn = turn,
        .contact = contact,
        .past = { .calls = contact->past_calls,
                  .called_ago_us = contact->past_ago_us,
                  .queue_id = contact->past_queue_id,
                  .agent_id = contact->known_agent_id },
        .call = { .wall_us = state_wall_us(turn->state, turn->now_us),
                  .caller = contact->caller.text,
                  .called = contact->called.text,
                  .trunk_id = contact->trunk_id,
                  .entry = state_entry(turn->state, contact->entry_id),
                  .draw = draw,
                  .field = ask_variable },
    };
    asking->call.context = asking;
    if (contact->recalled)
        asking->call.past = &asking->past;
    rule_question_begin(&asking->question, turn->book, turn->state,
                        &asking->call);
    asking->facts = rule_question_facts(&asking->question);
}

bool flow_facts_hold(const struct turn *turn, const struct contact_row *contact,
                     const char *text, int64_t draw)
{
    struct condition condition;
    struct asking asking;
    const struct facts facts = { .ask = ask,
                                 .is_listed = is_listed,
                                 .context = &asking };

    if (condition_parse(text, &condition, NULL) < 0)
        return false;

    begin(&asking, turn, contact, draw);
    return condition_holds(&condition, &facts);
}

struct value flow_facts_ask(const struct turn *turn,
                            const struct contact_row *contact, enum fact fact,
                            const char *about)
{
    struct asking asking;

    begin(&asking, turn, contact, 0);
    return ask(&asking, fact, about, 0);
}

bool flow_facts_list_caller(const struct turn *turn,
                            const struct contact_row *contact, const char *list)
{
    struct asking asking;

    begin(&asking, turn, contact, 0);
    return is_listed(&asking, list, contact->caller.text);
}
