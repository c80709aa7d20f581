/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A call that a routing rule leads elsewhere than the entry would. */

#ifndef CORE_DECIDE_LEAD_H
#define CORE_DECIDE_LEAD_H

#include "core/decide.h"
#include "core/rule.h"

/** Asks the rules about a call that an entry serves. */
struct rule_choice lead_call(const struct turn *turn,
                             const struct command_contact_arrives *c,
                             const struct event_entry_set *entry);

/* Where a contact goes once it is answered, other than into a flow. */
struct inside {
    enum destination to; /* queue, agent, voicemail; TO_HANG_UP: nowhere */
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

#endif
