/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What answers and deadlines of effects lead to, by whom they are about. */

#ifndef CORE_DECIDE_ANSWER_H
#define CORE_DECIDE_ANSWER_H

#include "core/decide.h"

/* decide_offer.c */
void write_taken(struct turn *turn, const struct desk_row *desk);
void write_not_taken(struct turn *turn, const struct desk_row *desk,
                     enum offer_result result, bool is_silent);
void write_given_up(struct turn *turn, const struct contact_row *contact);

/* decide_flow.c: the prompt has ended, or the time for it; the caller is
   connected, and the flow goes on. */
void write_prompt_ended(struct turn *turn, const struct contact_row *contact,
                        bool failed);
void write_step_timeout(struct turn *turn, const struct contact_row *contact);
void write_connected(struct turn *turn, const struct contact_row *contact);

/* decide_not_reached.c: the outside number is not reached; the contact goes on
   by what sent it there, or back to its old place in line. Then: both hear each
   other. */
void write_not_reached(struct turn *turn, const struct contact_row *contact,
                       enum offer_result result, bool is_silent);
void write_outside_began(struct turn *turn, const struct contact_row *contact);

/* ... the agent it was sent to does not take it. @return whether what sent it
   there sends it elsewhere */
bool write_agent_not_reached(struct turn *turn,
                             const struct contact_row *contact);

/* ... and else it would be sent there again at once, and again: its way out
   goes for as long as something lasts. */
bool is_sent_in_vain(const struct turn *turn,
                     const struct contact_row *contact);

/* decide_transfer.c: it has answered, and both are being joined. */
void write_reached(struct turn *turn, const struct contact_row *contact,
                   uint64_t trunk_id);

/* decide_answer.c: the effect asked for about the contact is given up. */
void write_asked_failed(struct turn *turn, const struct contact_row *contact,
                        enum offer_result result, bool has_answered);

/* Whether it is the phone of an agent who calls somebody that rings. */
bool rings_for_own_call(const struct turn *turn, const struct desk_row *desk);

#endif
