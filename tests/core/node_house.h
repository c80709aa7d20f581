/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A house in which a node of every kind can be used. */

#ifndef TESTS_CORE_NODE_HOUSE_H
#define TESTS_CORE_NODE_HOUSE_H

#include "tests/core/caller_in_flow.h"

/*
 * Beside what story.h has there are box 1, calendar 1 (open on Thursdays, and
 * the first day is one; Christmas is a holiday), caller list 1 (it has +420777123, who calls), lookup 1, and DIRECT is
 * a part that rests and comes back; SALES calls back, and Ann is signed in.
 */
enum {
    BOX = 1,
    OFFICE = 1,
    VIP = 1,
    CRM = 1,
    THE_NODE = 0, /* of the flow of node_house_flow() */
    THE_REST = 1,
};

void node_house_begin(struct story *story);

/** A node of that kind, "node", set so that it works in this house; all its
 *  exits, and its one choice, lead to THE_REST. A kind for which there is none
 *  fails the test. */
const struct flow_node *node_of_kind(enum node_type type);

/** The flow DIRECT; and the caller list, for trials. rule_book_free() it. */
const struct flow_program *node_house_part(void);
struct rule_book *node_house_book(void);

/** Such a node, and a rest behind it, as the flow MAIN; and a caller who has
 *  come to it, connected if anything wants that. */
void node_house_lead_to(struct story *story, enum node_type type);

#endif
