/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which skills a contact demands, less or more of them while it waits. */

#ifndef CORE_DEMAND_H
#define CORE_DEMAND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * A demand is a text of steps:
 *
 *     0s es>=50 billing>=10; 30s es>=30; 60s -es
 *
 * At 30 s of waiting the wanted level of es is lowered, at 60 s es is not
 * demanded any more, while billing still is: a step changes what it names, and
 * leaves the rest. A step may raise a level or add a skill, too. Times are
 * whole seconds (s) or minutes (m), a day at most, and rise; blanks and line
 * feeds separate. Before the first step nothing is demanded. (The idea: rings
 * that widen, MARKET A5.)
 */
enum {
    DEMAND_MAX_STEPS = 8,
    DEMAND_MAX_SKILLS = 8, /* demanded at once */
    DEMAND_MAX_LEVEL = 100,
};

struct want {
    uint32_t skill_id;
    uint32_t level; /* at least; who does not have the skill has none */
};

/* All that is demanded once a step has begun. */
struct demand_step {
    int64_t after_us;
    uint32_t want_count;
    struct want wants[DEMAND_MAX_SKILLS];
};

struct demand {
    uint32_t step_count;
    struct demand_step steps[DEMAND_MAX_STEPS];
};

/* Finds a skill by its name, which is not terminated. @return its id, or 0 */
typedef uint64_t demand_find_h(void *arg, const char *name, size_t length);

/* Where and why a text is none. */
struct demand_mistake {
    size_t at; /* byte, from 0 */
    const char *says;
};

/**
 * Reads a demand. O(length), no memory.
 *
 * @param ret_demand   on success, the demand; of an empty text one without steps
 * @param ret_mistake  on failure, the first mistake; may be NULL
 *
 * @return 0, or -EINVAL
 */
int demand_parse(const char *text, demand_find_h *find, void *arg,
                 struct demand *ret_demand, struct demand_mistake *ret_mistake);

/** How many steps have begun after so long. */
size_t demand_begun(const struct demand *demand, int64_t waited_us);

/** When the step after those that have begun begins, since the wait did; -1:
 *  there is none. */
int64_t demand_next_us(const struct demand *demand, size_t begun);

/** What is demanded when so many steps have begun; NULL: nothing. */
const struct demand_step *demand_at(const struct demand *demand, size_t begun);

/** Whether any step names the skill as wanted. */
bool demand_names(const struct demand *demand, uint64_t skill_id);

#endif
