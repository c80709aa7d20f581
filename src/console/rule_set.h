/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The draft of the routing rules: what is done with it, and how much it is. */

#ifndef CONSOLE_RULE_SET_H
#define CONSOLE_RULE_SET_H

#include "console/program.h"

/*
 * The list of routing rules shows and changes their draft, which is one for all
 * who edit. A plain struct, zeroed at first but for program; whoever has one
 * calls rule_set_done() before it goes.
 */
struct rule_work;

struct rule_set {
    struct program *program;
    struct rule_work *work; /* console/rule_work.h, of malloc(); NULL: none */
    int64_t seq; /* of the draft that is asked about, as it was seen */
    bool is_sent;
};

/** Nobody waits for what was asked of the server any more. */
void rule_set_done(struct rule_set *set);

/** "Draft: 2 changed, 1 new, 1 removed", or "" without a draft. O(rules). */
void rule_set_say(const struct program *program, struct safe_text *ret_text);

/** The journal's number of the draft's last change; 0: there is no draft.
 *  O(rules). */
int64_t rule_set_seq(const struct program *program);

/** Asks, and lets the draft become the rules, unless it is another one by
 *  then. What is refused is told in the message line. */
void rule_set_publish(struct rule_set *set);

/** Asks, and drops the draft. */
void rule_set_drop(struct rule_set *set);

#endif
