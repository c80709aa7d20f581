/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a flow may ask for. */

#ifndef CORE_FLOW_FACTS_H
#define CORE_FLOW_FACTS_H

#include "core/condition.h"
#include "core/decide.h"

/*
 * All that routing rules ask for (rule_facts.h), of the contact as it is by
 * now: its language, and, as data.NAME, its variables that are not masked: a
 * number where the value is one.
 */

/**
 * Tells whether the condition of a node holds for a contact.
 *
 * @param draw  0 to 99, for percent()
 */
bool flow_facts_hold(const struct turn *turn, const struct contact_row *contact,
                     const char *condition, int64_t draw);

/** Tells what is so for a contact now, of what a name stands for: whether that
 *  calendar is open, and the like. */
struct value flow_facts_ask(const struct turn *turn,
                            const struct contact_row *contact, enum fact fact,
                            const char *about);

/** Tells whether that list has the caller. */
bool flow_facts_list_caller(const struct turn *turn,
                            const struct contact_row *contact,
                            const char *list);

#endif
