/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the row of a topic says now: the floor, told for screens. */

#ifndef WEB_FILL_H
#define WEB_FILL_H

#include <stdbool.h>
#include <stdint.h>

#include "core/state.h"
#include "wire/shape.h"
#include "wire/topic.h"

/* Ages and times left are moments here, see web/rows.h. */

/* Room for a row of any topic but those of documents. */
union fill {
    uint64_t key;
/* clang-format off */
#define TOPIC(CODE, name, permission, doc) struct topic_##name name;
#include "wire/topic.def"
    /* clang-format on */
};

/* Keys of rows that are no thing of their own. */
uint64_t fill_assignment_key(uint64_t agent_id, uint64_t queue_id);
uint64_t fill_target_key(enum destination to, uint64_t id);

/**
 * Makes a row from the floor.
 *
 * @param id    its key
 * @param room  what a row that is no document is made in, zeroed first
 *
 * @return the row, in room or borrowed from the floor; NULL: there is none
 */
const void *fill_row(const struct state *floor, int64_t now_us,
                     enum topic topic, uint64_t id, union fill *room);

/** How many keys a topic may have, and each of them: rows need not be there
 *  for all. ALARMS, TRUNK_STATES and SERVER have none here. */
size_t fill_key_count(const struct state *floor, enum topic topic);
uint64_t fill_key_at(const struct state *floor, enum topic topic, size_t index);

/** Copies the fields that two records have in common, by name and kind. */
void fill_alike(const struct record *from_record, const void *from,
                const struct record *to_record, void *to);

/** Whether the sound of whom a contact talks with now is encrypted. */
bool fill_talk_is_encrypted(const struct contact_row *contact);

/* The kinds of rows, each in a file of its own; all return whether there is
   such a row. */
bool fill_me(const struct state *floor, uint64_t user_id,
             struct topic_me *ret_me);
bool fill_agent(const struct state *floor, int64_t now_us, uint64_t agent_id,
                struct topic_agents *ret_agent);
bool fill_queue(const struct state *floor, int64_t now_us, uint64_t queue_id,
                struct topic_queues *ret_queue);
bool fill_contact(const struct state *floor, uint64_t contact_id,
                  struct topic_contacts *ret_contact);
bool fill_callback(const struct state *floor, uint64_t callback_id,
                   struct topic_callbacks *ret_callback);
bool fill_drafted_rule(const struct state *floor, uint64_t rule_id,
                       struct topic_drafted_rules *ret_rule);
bool fill_target(const struct state *floor, int64_t now_us, uint64_t key,
                 struct topic_targets *ret_target);

#endif
