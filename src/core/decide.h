/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The decisions: what follows from a command, a deadline or a change. */

#ifndef CORE_DECIDE_H
#define CORE_DECIDE_H

#include "core/command.h"
#include "core/library.h"
#include "core/outbox.h"
#include "core/prompt_shelf.h"
#include "core/refusal.h"
#include "core/rule_book.h"
#include "core/state_search.h"

/* A call to the outside was refused, and looks like fraud. */
struct suspicion {
    bool is_one;
    enum toll_cause cause;
    uint64_t agent_id;
    uint64_t cap_id;   /* or 0 */
    uint64_t route_id; /* or 0 */
};

/*
 * One function per command. Each reads the state, which it cannot change, and
 * either refuses, having written nothing, or writes events and effects. First
 * the reasons to refuse, then the writing: there is no way back. What a
 * decision reads is so before its first event; it writes at most
 * OUTBOX_MAX_PER_DECISION events and as many effects.
 */
struct vault;
struct rule_set;

struct turn {
    const struct state *state;
    struct vault *vault; /* beside the state: see vault.h */
    const struct library *library;
    struct rule_book *book; /* of this state */
    const struct prompt_shelf *shelf;
    const struct rule_set *given; /* for RESTORE_RULES, or NULL */
    struct outbox *outbox;        /* begun for one decision */
    int64_t now_us;
    uint64_t by;                /* the user who asks, or 0 */
    uint64_t made_id;           /* out: of what was created */
    struct suspicion suspicion; /* out: to be told, after a refusal, too */
};

/* Made from the table, so a command without its decision does not link. */
#define COMMAND(CODE, name, who, doc)                                          \
    enum refusal decide_##name(struct turn *turn,                              \
                               const struct command_##name *c);
#include "core/command.def"

/*
 * Those where nobody is there to be refused. Each always writes, and what it
 * writes stops what it was called for.
 */

/* decide_deadline.c */
void decide_due(struct turn *turn, const struct due *due);

/* decide_offer.c: an agent and a contact belong together. */
void decide_match(struct turn *turn, const struct match *match);

/* decide_line.c: what state_next_line() found. */
void decide_line(struct turn *turn, uint64_t agent_id);

/* decide_flow.c: the contact's next node begins. */
void decide_node(struct turn *turn, uint64_t contact_id);

/* decide_demand.c: nobody logged in could ever meet what the contact demands:
   its next step begins. */
void decide_stuck(struct turn *turn, uint64_t contact_id);

/* decide_callback.c: the contact that stood in line for it is gone before there
   was a talk. */
void decide_callback(struct turn *turn, uint64_t callback_id);

/* callback_ahead.c: the contact's turn is near (ahead.h): it is dialled. */
void decide_ahead(struct turn *turn, uint64_t contact_id);

/* decide_assign.c: an agent does not serve as the team does. */
void decide_astray(struct turn *turn, const struct assignment_row *should);

/* decide_leave.c: how a queue stands is told; and the first in its line leaves
   by a rule. */
void decide_staffing(struct turn *turn, uint64_t queue_id);
void decide_leave(struct turn *turn, uint64_t queue_id);

/* ... and it is asked whether the last one in it, who may leave, waits too long
   by a rule, and leaves. */
void decide_estimate(struct turn *turn, uint64_t queue_id);

/*
 * decide_server.c: a contact, or a leg, that was live when the server ended,
 * one at a time. now_us is when it ended; nobody is told any more.
 *
 * @return whether there was one
 */
bool decide_next_lost(struct turn *turn);

/* ... and one that is live while the server stops: everybody is let go.
   Returns its id, 0 when none after the last one is. */
uint64_t decide_next_stopped(struct turn *turn, uint64_t last_id);

/* decide_server.c: a claim that does not hold. */
void decide_fault(struct turn *turn, const char *claim, uint64_t agent_id,
                  uint64_t contact_id);

/* What several decisions check. */
bool is_permitted_number(const char *number); /* 1 to 39 of + * # 0-9 */
bool is_emergency(const struct turn *turn, const char *number);
bool is_joined(const struct turn *turn, const struct desk_row *desk);
bool is_free_to_change(const struct desk_row *desk); /* has no contact, nor
                                                        a call of its own */

#endif
