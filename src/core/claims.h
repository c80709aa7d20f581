/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The claims about one row, for those who know which rows have changed. */

#ifndef CORE_CLAIMS_H
#define CORE_CLAIMS_H

#include "core/state.h"

/* NULL, or the first claim that does not hold. O(log n). */
const char *claims_broken_by_desk(const struct state *state,
                                  const struct desk_row *desk);
const char *claims_broken_by_contact(const struct state *state,
                                     const struct contact_row *contact);

/**
 * Checks those whom the event folded last has touched, and the contact of an
 * agent.
 *
 * @param ret_agent_id, ret_contact_id  whom it concerns, or 0
 *
 * @return NULL, or the first claim that does not hold
 */
const char *claims_broken_by_touched(const struct state *state,
                                     uint64_t *ret_agent_id,
                                     uint64_t *ret_contact_id);

/** claims_message.c: of one who leaves a message; and of all messages there
 *  are, which takes O(messages). @return NULL, or what does not hold */
const char *claims_broken_in_box(const struct state *state,
                                 const struct contact_row *contact);
const char *claims_broken_by_messages(const struct state *state);

#endif
