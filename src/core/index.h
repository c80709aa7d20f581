/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What puts the indexes of a state right after its rows have changed. */

#ifndef CORE_INDEX_H
#define CORE_INDEX_H

#include "core/state.h"

struct assignment_slot;
struct callback_slot;
struct contact_slot;
struct delivery_slot;
struct desk_slot;
struct document_slot;
struct hearing_slot;
struct kept_place_slot;
struct message_slot;
struct queue_slot;

/*
 * The rows are the truth, and a fold is assignments to rows. Everything else
 * here is an index that can be made from them: after changing a row the fold
 * calls index_contact(), index_desk() or index_assignment(), which compare the
 * row with what the index was made from and put right what differs. Loading a
 * snapshot calls the same functions, so live and loaded indexes are the same.
 */

/* Puts an index right after its row has changed: state_index.c, ... */
void index_contact(struct state *state, struct contact_slot *contact);
void index_document(struct state *state, enum document_kind kind,
                    struct document_slot *document);

/* index_desk.c */
void index_desk(struct state *state, struct desk_slot *desk);
void index_assignment(struct state *state, struct assignment_slot *assignment);

/* index_message.c */
void index_message(struct state *state, struct message_slot *message);
void index_delivery(struct state *state, struct delivery_slot *delivery);

/* fold_hearing.c, fold_kept_place.c */
void index_hearing(struct state *state, struct hearing_slot *hearing);
void index_kept_place(struct state *state, struct kept_place_slot *kept);

/* index_callback.c: one, and all of them: the clock has changed, or whether we
   serve. */
void index_callback(struct state *state, struct callback_slot *callback);
void index_callbacks(struct state *state);

/* index_order.c: what the agent's desk knows of the rows of levels, with
   nobody counted meanwhile; and what goes by the figures of the day. */
void index_levels(struct state *state, struct desk_slot *desk);
void index_new_day(struct state *state);

/* staffing.c: after a queue's rules, agents, ready line or row have changed. */
void index_staffing(struct state *state, struct queue_slot *queue);
void index_leaving(struct state *state, struct queue_slot *queue);
void index_night(struct state *state, struct queue_slot *queue);

/* What is noted with a queue's row when its staffing is told. */
void staffing_fold(struct tally_row *tally, enum staffing staffing,
                   int64_t at_us);

/* In the same files: takes a row out of its indexes, before it goes. */
void unindex_contact(struct state *state, struct contact_slot *contact);
void unindex_desk(struct state *state, struct desk_slot *desk);
void unindex_assignment(struct state *state,
                        struct assignment_slot *assignment);
void unindex_queue(struct state *state, struct queue_slot *queue);
void unindex_message(struct state *state, struct message_slot *message);
void unindex_callback(struct state *state, struct callback_slot *callback);
void unindex_delivery(struct state *state, struct delivery_slot *delivery);
void unindex_document(struct state *state, enum document_kind kind,
                      struct document_slot *document);

#endif
