/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The journal's events, and why a contact went where it went. */

#ifndef WEB_JOURNAL_H
#define WEB_JOURNAL_H

#include "core/state.h"
#include "wire/shape.h"

struct exchange;
struct json_t;

void journal_list(struct exchange *exchange);
void journal_of_contact(struct exchange *exchange);
void journal_why(struct exchange *exchange);
void journal_path(struct exchange *exchange);

/**
 * Has a worker read all events of the contact that the path names; then they
 * are told, in order, if there are any that the asker may see.
 *
 * @param told  the events are borrowed for the call
 */
void journal_ask_contact(struct exchange *exchange,
                         void (*told)(struct exchange *exchange,
                                      const struct event *events,
                                      size_t count));

/** What a filter of events may ask for. */
void journal_key(const struct event *event, struct shape_event_key *key);

/** An event as it is told; NULL: out of memory. */
struct json_t *journal_value(const struct state *floor, enum event_view view,
                             const struct event *event);

#endif
