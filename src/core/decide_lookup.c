/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lookups: what they may be, when one is asked, and what came of it. */

#include "core/decide_document.h"

#include "core/decide_lead.h"
#include "core/house_slots.h"
#include "core/lookup.h"
#include "core/state_due.h"
#include "core/state_inside.h"
#include "core/step.h"
#include "core/variable.h"

/* Documents. */

static enum refusal check_lookup(const struct command_set_lookup *c)
{
    struct lookup_values values;

    if (!lookup_url_is_good(c->url.text))
        return REFUSED_BAD_URL;
    if (!lookup_body_is_good(c->body.text) ||
        (c->method == LOOKUP_GET && c->body.text[0]))
        return REFUSED_BAD_BODY;
    if (c->header.text[0] && !lookup_header_is_good(c->header.text))
        return REFUSED_BAD_HEADER;
    if (!lookup_header_name_is_good(c->secret_header.text))
        return REFUSED_BAD_SECRET_HEADER;

    return lookup_values_read(c->values.text, &values) ? REFUSED_NOT
                                                       : REFUSED_BAD_VALUES;
}

enum refusal decide_set_lookup(struct turn *turn,
                               const struct command_set_lookup *c)
{
    enum refusal refusal = check_document(turn, DOCUMENT_LOOKUP, c);

    if (!refusal)
        refusal = check_lookup(c);
    if (!refusal)
        write_document(turn, DOCUMENT_LOOKUP, c);

    return refusal;
}

static bool is_of_an_entry(const struct turn *turn, uint64_t lookup_id)
{
    for (const struct document_slot *slot =
             table_first(&turn->state->documents[DOCUMENT_ENTRY]);
         slot; slot = table_next(slot))
        if (((const struct event_entry_set *)(const void *)&slot->head)
                ->lookup_id == lookup_id)
            return true;

    return false;
}

enum refusal decide_remove_lookup(struct turn *turn,
                                  const struct command_remove_lookup *c)
{
    enum refusal refusal =
        check_removal(turn, DOCUMENT_LOOKUP, c->id, c->version);

    if (refusal)
        return refusal;
    if (is_in_a_flow(turn, DOCUMENT_LOOKUP, c->id) ||
        is_of_an_entry(turn, c->id))
        return REFUSED_IN_USE;

    write_removal(turn, DOCUMENT_LOOKUP, c->id);
    return REFUSED_NOT;
}

/* Asking. */

int64_t lookup_due_us(const struct turn *turn,
                      const struct event_lookup_set *lookup)
{
    return turn->now_us + lookup->within_ms * 1000 + LOOKUP_GRACE_US;
}

void write_lookup_asked(struct turn *turn, uint64_t contact_id,
                        const struct event_lookup_set *lookup)
{
    int64_t due_us = lookup_due_us(turn, lookup);

    WRITE(turn, LOOKUP_ASKED, lookup_asked,
          { .contact_id = contact_id,
            .lookup_id = lookup->id,
            .due_us = due_us });
    ASK(turn, { .type = EFFECT_LOOK_UP,
                .due_us = due_us,
                .contact_id = contact_id,
                .lookup_id = lookup->id });
}

/* An older version of a flow may name one that is gone by now. */
void begin_lookup(struct turn *turn, const struct contact_row *contact,
                  const struct flow_node *node)
{
    const struct event_lookup_set *lookup =
        state_lookup(turn->state, node->as.lookup_node.lookup_id);

    if (!lookup) {
        write_step_passed(turn, contact, node, STEP_ERROR);
        return;
    }

    write_step_began(turn, contact, node, lookup_due_us(turn, lookup), 0);
    write_lookup_asked(turn, contact->contact_id, lookup);
}

/* What came of it. */

static enum step_exit exit_of(enum lookup_outcome outcome)
{
    switch (outcome) {
    case LOOKUP_FOUND:
        return STEP_DONE;
    case LOOKUP_NOT_FOUND:
        return STEP_OTHER;
    case LOOKUP_TIMEOUT:
        return STEP_TIMEOUT;
    default:
        return STEP_ERROR;
    }
}

/* Where there is no room for all of them, the first ones are kept. */
static void write_values(struct turn *turn, const struct contact_row *contact,
                         const char *text)
{
    struct name variable;
    struct label value;
    int64_t added = 0;

    for (int i = 0;
         i < LOOKUP_MAX_VALUES && lookup_line_take(&text, &variable, &value);
         i++)
        (void)write_next_variable(turn, contact, &variable, value.text, false,
                                  &added);
}

static void write_step_on(struct turn *turn, const struct contact_row *contact,
                          enum lookup_outcome outcome)
{
    const struct flow_node *node = step_node_now(turn, contact);

    if (node)
        write_step_over(turn, contact, node, false,
                        &(struct step_end){ .exit = exit_of(outcome) });
    else
        write_flow_over(turn, contact, END_FLOW_FAILED);
}

/* The rules that waited for it are asked in a decision of their own: what it
   told is so by then. */
static void write_lookup_over(struct turn *turn,
                              const struct contact_row *contact,
                              const struct command_lookup_answered *c)
{
    const struct run_row *run = state_run(turn->state, contact->contact_id);

    WRITE(turn, LOOKUP_ENDED, lookup_ended,
          { .contact_id = contact->contact_id,
            .lookup_id = run->lookup_id,
            .outcome = c->outcome,
            .status = c->status,
            .took_us = turn->now_us - run->lookup_since_us,
            .led_due_us = contact->led_later ? led_due_us(turn, contact) : 0 });
    if (c->outcome == LOOKUP_FOUND)
        write_values(turn, contact, c->values.text);
    if (!contact->led_later)
        write_step_on(turn, contact, c->outcome);
}

void write_lookup_timeout(struct turn *turn, const struct contact_row *contact)
{
    write_lookup_over(
        turn, contact,
        &(struct command_lookup_answered){ .outcome = LOOKUP_TIMEOUT });
}

static bool is_an_answer(const struct command_lookup_answered *c)
{
    const struct record *record = command_record(COMMAND_LOOKUP_ANSWERED);

    for (size_t i = 0; i < record->field_count; i++)
        if (!field_is_valid(&record->fields[i], c))
            return false;

    return c->status >= 0 && c->status <= 999;
}

enum refusal decide_lookup_answered(struct turn *turn,
                                    const struct command_lookup_answered *c)
{
    struct grant_owner owner = state_grant_owner(turn->state, c->serial);

    if (owner.kind != GRANT_LOOKUP)
        return REFUSED_NOT_ASKED;
    if (!is_an_answer(c))
        return REFUSED_BAD_VALUE;

    write_lookup_over(turn, state_contact(turn->state, owner.owner_id), c);
    return REFUSED_NOT;
}
