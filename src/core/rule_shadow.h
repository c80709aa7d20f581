/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Routing rules that no call ever comes to, since one before takes them all. */

#ifndef CORE_RULE_SHADOW_H
#define CORE_RULE_SHADOW_H

#include <stdint.h>

#include "core/event.h"

/*
 * What is found is so whatever calls come; not all that is so is found. A rule
 * shadows one behind it when it is tried at the same time, for the same entry or
 * for any, always valid, when one of its destinations takes every call, and when
 * its condition is empty, has the same text, or is made of parts all of which
 * the other one demands as well.
 */

/** Whether a rule takes all that would come to another one, which is enabled and
 *  is tried after it. O(length of both conditions), mostly O(1). */
bool rule_shadows(const struct event_rule_set *rule,
                  const struct event_rule_set *later);

/**
 * What a rule's condition demands, as four bits for each part of it, which other
 * parts may have, too. Of so many that a condition as long as may be, of some 40
 * parts, has less than half: it seems to demand a part that it does not by a
 * chance of 1 in 20, and two of them by 1 in 400.
 */
struct rule_demand {
    uint64_t bits[4];
};

/** Depends on the text of the condition alone. O(its length). */
struct rule_demand rule_demand_of(const struct event_rule_set *rule);

/** Whether a rule may shadow another one by what both demand: many rules are
 *  compared so, and by rule_shadows() where this leaves it open. */
bool rule_demand_is_within(const struct rule_demand *wide,
                           const struct rule_demand *narrow);

/** Whether a rule demands what is never so: false, alone or beside others. */
bool rule_never_holds(const struct event_rule_set *rule);

#endif
