/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A condition's questions, answered from a contact and its variables. */

#include "core/flow_facts.h"

#include <string.h>

#include "core/variable.h"

struct asking {
    const struct turn *turn;
    const struct contact_row *contact;
    int64_t draw;
};

static struct value text_value(const char *text)
{
    return (struct value){ .type = VALUE_TEXT, .text = text };
}

/* A variable is a number where it reads as one. */
static struct value variable_value(const struct asking *asking,
                                   const char *name)
{
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
    const struct contact_row *contact = asking->contact;

    switch (fact) {
    case FACT_CALLER:
        return text_value(contact->caller.text);
    case FACT_CALLED:
        return text_value(contact->called.text);
    case FACT_LANGUAGE:
        return text_value(
            word_spell(&word_list_speech, (int)contact->language));
    case FACT_PERCENT:
        return (struct value){ .type = VALUE_TRUTH,
                               .number = asking->draw < number };
    case FACT_DATA:
        return variable_value(asking, about);
    default:
        return (struct value){ .type = VALUE_UNKNOWN };
    }
}

static bool is_listed(const void *context, const char *list, const char *number)
{
    (void)context;
    (void)list;
    (void)number;
    return false;
}

bool flow_facts_hold(const struct turn *turn, const struct contact_row *contact,
                     const char *text, int64_t draw)
{
    const struct asking asking = { turn, contact, draw };
    const struct facts facts = { .ask = ask,
                                 .is_listed = is_listed,
                                 .context = &asking };
    struct condition condition;

    return condition_parse(text, &condition, NULL) == 0 &&
           condition_holds(&condition, &facts);
}
