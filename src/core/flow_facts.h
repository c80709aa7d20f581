/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a condition within a flow may ask for. */

#ifndef CORE_FLOW_FACTS_H
#define CORE_FLOW_FACTS_H

#include "core/condition.h"
#include "core/decide.h"

/*
 * caller, called, language, percent() and, as data.NAME, the variables that are
 * not masked: a number where the value is one. What else conditions know of
 * belongs to routing rules.
 */

/**
 * Tells whether the condition of a node holds for a contact.
 *
 * @param draw  0 to 99, for percent()
 */
bool flow_facts_hold(const struct turn *turn, const struct contact_row *contact,
                     const char *condition, int64_t draw);

#endif
