/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where contacts are sent: the one gate, whoever sends them. */

#ifndef CORE_SENDING_H
#define CORE_SENDING_H

#include "core/decide.h"

/*
 * Queues, rules and flows name a destination: a word (words.h), and with some
 * words which one. It is checked where it is configured, as far as that can be
 * known, and a contact is sent there by one function. What was there when it
 * was configured may be gone, full or shut by the time a contact is sent: then
 * the contact ends with the cause that the sender names.
 */
struct target {
    enum destination to;
    uint64_t id; /* queue, agent, flow, box; prompt of an announcement; queue
                                   of a callback, which a rule does not name;
                                   else 0 */
    struct phone_number number; /* of TO_NUMBER; else "" */
};

/** Whether a destination can be configured: a number also while its route is
 *  closed or a cap is reached, which passes. O(documents) with a number. */
enum refusal check_target(struct turn *turn, const struct target *target);

/** The same of one where somebody is sent at once: a number that can be dialled
 *  now. */
enum refusal check_target_now(struct turn *turn, const struct target *target);

/** Whether some queue, a rule of one, or a routing rule leads there: it is in
 *  use. O(queues + rules). */
bool is_target(const struct state *state, enum destination to, uint64_t id);

struct sending {
    struct target target;
    int64_t priority;     /* of the wait, where it waits: 1 to 100 */
    int64_t since_us;     /* ... and since when */
    enum end_cause cause; /* of the end, with TO_HANG_UP and after an
                               announcement, or where it leads nowhere */
    bool joins_else;      /* with TO_CALLBACK: joins the queue's line where
                               nothing comes of it */
    bool nobody_works;    /* with TO_VOICEMAIL: its closed greeting is heard */
    int hops;             /* queues that did not take it before; else 0 */
    bool told_full;       /* ... nor a box, as it was told */
    enum sender sender;   /* with TO_NUMBER: who goes on with it when that is
                               not reached; NONE: it ends with the cause */
    uint64_t queue_id;    /* ... of which queue, with SENDER_QUEUE */
    uint64_t queue_rule_id; /* ... by which of its ways out, or 0 */
    int64_t agent_wait_ms;  /* with TO_AGENT: so long; 0: 30 s. The sender goes
                               on then, too; NONE: it waits for anybody */
    int64_t step_us;        /* of its wait, which is behind it, where it comes
                               back to the queue that it leaves; or 0 */
};

/**
 * Sends a contact on. It is answered, and neither in a line nor in a talk: what
 * ended that is written before. From a queue that is full or shut it goes on to
 * where that one leads, three times at most.
 */
void write_sent(struct turn *turn, const struct contact_row *contact,
                const struct sending *sending);

/** How long a contact waits for one agent, by a setting; 0: 30 s. */
int64_t wanted_for_us(int64_t wait_ms);

/** Whether a person may have it wait for so long: up to an hour. */
enum refusal check_agent_wait(int64_t wait_ms);

/* So many outside numbers are dialled in vain for a contact, whoever sends it
   there, until none is without its asking: no circle goes on. */
enum { NUMBERS_MAX = 6 };

#endif
