/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a state knows of the house: documents, phones, trunks, what was spent. */

#ifndef CORE_HOUSE_SLOTS_H
#define CORE_HOUSE_SLOTS_H

#include "core/state.h"
#include "core/table.h"

struct level_slot {
    struct slot slot;
    struct level_row row;
};

struct team_duty_slot {
    struct slot slot;
    struct team_duty_row row;
};

struct paused_slot {
    struct slot slot;
    struct paused_row row;
};

struct heir_slot {
    struct slot slot;
    struct heir_row row;
};

struct rule_draft_slot {
    struct slot slot;
    struct rule_draft_row row;
};

struct rule_begun_slot {
    struct slot slot;
    struct rule_begun_row row;
};

struct phone_slot {
    struct slot slot;
    struct phone_row row;
};

struct lost_trunk_slot {
    struct slot slot;
    struct lost_trunk_row row;
};

struct outcall_slot {
    struct slot slot;
    struct outcall_row row;
};

struct spending_slot {
    struct slot slot;
    struct spending_row row;
};

struct risky_call_slot {
    struct slot slot;
    struct risky_call_row row;
};

struct custom_slot {
    struct slot slot;
    struct custom_row row;
};

struct passage_slot {
    struct slot slot;
    struct passage_row row;
};

struct document_slot {
    struct slot slot;
    struct tree_node by_name;
    struct tree_node by_pattern; /* of an entry */
    struct tree_node by_rule;    /* of a queue's rule */
    struct document_head head;   /* the whole document */
};

#endif
