/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A call that a routing rule leads elsewhere than the entry would. */

#ifndef CORE_DECIDE_LEAD_H
#define CORE_DECIDE_LEAD_H

#include "core/decide.h"
#include "core/rule.h"
#include "core/sending.h"

/*
 * The rules are asked when a call comes. Where one of them asks about the
 * caller's past, or the entry has a lookup, the call comes first and is led
 * when the answers are there (or are waited for no more): it rings meanwhile. An
 * agent whose phone it is that calls is busy from the beginning.
 */

/** Asks the rules about a call that an entry serves. */
struct rule_choice lead_call(const struct turn *turn,
                             const struct command_contact_arrives *c,
                             const struct event_entry_set *entry);

/** Tells of the full queues that they led it past. */
void write_queues_passed(struct turn *turn, uint64_t contact_id,
                         const struct rule_choice *led);

/** Until when the rules wait for what they ask about; 0: they need not. */
int64_t lead_due_us(const struct turn *turn,
                    const struct command_contact_arrives *c,
                    const struct event_entry_set *entry);

/** What is asked about a call of that entry first; NULL: nothing is. */
const struct event_lookup_set *lead_lookup(const struct turn *turn,
                                           const struct event_entry_set *entry);

/** Until when a contact whose lookup is over waits for its caller's past; the
 *  present, if it need not. */
int64_t led_due_us(const struct turn *turn, const struct contact_row *contact);

/**
 * Asks the rules about a contact that waits for that, and leads it.
 *
 * @param past  what is known of its caller; NULL: nothing is
 */
void write_led(struct turn *turn, const struct contact_row *contact,
               const struct rule_past *past);

/** The contact that is to be led has waited for long enough: for the lookup,
 *  which is given up, or for all. */
void write_led_due(struct turn *turn, const struct contact_row *contact);

/* Where a contact goes once it is answered, other than into a flow. */
struct inside {
    enum destination to; /* TO_HANG_UP: nowhere */
    uint64_t id;
};

struct inside led_inside(const struct rule_choice *led);

/** The rule's flow, or that of the entry, which may be NULL; or NULL. */
const struct event_flow_set *led_flow(const struct turn *turn,
                                      const struct rule_choice *led,
                                      const struct event_entry_set *entry);

/** The rule's language, or that of the entry. */
enum speech led_language(const struct rule_choice *led,
                         const struct event_entry_set *entry);

/** What the caller is refused with; REFUSED_NOT: it is not. */
enum refusal led_refusal(const struct rule_choice *led);

/** Which greeting a box gives a contact that a rule has led there, once it is
 *  answered; a phone of ours that calls the box is greeted as usual. */
enum box_greeting led_greeting(const struct turn *turn,
                               const struct contact_row *contact,
                               const struct event_box_set *box);

/**
 * Finds the next destination of the rule that has led a contact, whose number
 * was not reached; a flow and an agent are named.
 *
 * @param tried       bits of those tried before: see struct rule_failed
 * @param ret_choice  the queues it was led past are in it, whatever is returned
 *
 * @return whether there is one that takes it
 */
bool lead_on(const struct turn *turn, const struct contact_row *contact,
             unsigned tried, struct rule_choice *ret_choice);

/** The target of a contact that a rule has led, once it is answered: the rule
 *  may be another one by now. */
struct target led_target(const struct turn *turn,
                         const struct contact_row *contact);

#endif
