/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands beside a contact, and what is left of one. */

#ifndef CORE_BESIDE_SLOTS_H
#define CORE_BESIDE_SLOTS_H

#include "core/state.h"
#include "core/state_due.h"
#include "core/table.h"

struct hearing_slot {
    struct slot slot;
    struct hearing_row row;
    struct deadline deadline;
};

struct talk_slot {
    struct slot slot;
    struct talk_row row;
};

struct run_slot {
    struct slot slot;
    struct run_row row;
};

struct caller_slot {
    struct slot slot;
    struct caller_row row;
};

struct demand_slot {
    struct slot slot;
    struct demand_row row;
};

struct handover_slot {
    struct slot slot;
    struct handover_row row;
};

struct tags_slot {
    struct slot slot;
    struct tags_row row;
};

struct variable_slot {
    struct slot slot;
    struct variable_row row;
};

struct return_slot {
    struct slot slot;
    struct return_row row;
};

struct recording_slot {
    struct slot slot;
    struct recording_row row;
};

struct message_slot {
    struct slot slot;
    struct message_row row;
    struct deadline deadline;
    uint64_t care_of; /* the agent among whose messages it is; 0: nobody's */
    struct tree_node in_cares;
};

struct mailbox_slot {
    struct slot slot;
    struct mailbox_row row;
};

struct visit_slot {
    struct slot slot;
    struct visit_row row;
};

struct pin_lock_slot {
    struct slot slot;
    struct pin_lock_row row;
};

struct kept_place_slot {
    struct slot slot;
    struct kept_place_row row;
    struct deadline deadline;
};

struct callback_slot {
    struct slot slot;
    struct callback_row row;
    struct deadline deadline;
    struct tree_node in_let_go;
};

struct attempt_slot {
    struct slot slot;
    struct attempt_row row;
};

struct delivery_slot {
    struct slot slot;
    struct delivery_row row;
    struct deadline deadline;
};

/* fold_message.c: a box counts a message, by 1, or no longer, by -1. */
void mailbox_count(struct mailbox_row *mailbox,
                   const struct message_row *message, int by);

#endif
