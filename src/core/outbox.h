/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What decisions leave behind: events to keep and effects to carry out. */

#ifndef CORE_OUTBOX_H
#define CORE_OUTBOX_H

#include <stddef.h>
#include <stdint.h>

#include "core/effect.h"
#include "core/event.h"

/*
 * The caller owns the outbox, passes it to the core, and then commits the
 * events, carries out the effects and clears it. Memory is taken only when a
 * decision begins, for the most that one decision may write; so the decision
 * itself cannot run out of it.
 */
enum {
    OUTBOX_MAX_PER_DECISION = 8, /* events, and as many effects */
};

/* A plain struct: whoever drains it walks the two arrays. */
struct outbox {
    struct event *events;
    size_t event_count;
    size_t event_room;
    struct effect *effects;
    size_t effect_count;
    size_t effect_room;

    /* the decision being written */
    uint64_t next_seq;
    int64_t at_us;
    size_t first_event;
};

/**
 * Makes an empty outbox, which owns no memory yet.
 */
void outbox_init(struct outbox *outbox);

/**
 * Releases the memory.
 */
void outbox_done(struct outbox *outbox);

/**
 * Empties the outbox and keeps the memory for the next turn.
 */
void outbox_clear(struct outbox *outbox);

/**
 * Begins a decision: makes sure of its memory.
 *
 * @param next_seq  the number of the first event it may write
 * @param at_us     the moment of all its events
 *
 * @return 0, or -ENOMEM with nothing changed
 */
int outbox_begin(struct outbox *outbox, uint64_t next_seq, int64_t at_us);

/**
 * Writes an event, and gives it the next number and the decision's moment.
 *
 * @param event  type and fields; copied
 */
void outbox_add_event(struct outbox *outbox, const struct event *event);

/**
 * Writes an effect that follows from the event written last, and gives it that
 * event's number as its serial.
 *
 * @param effect  everything but the serial; copied
 */
void outbox_add_effect(struct outbox *outbox, const struct effect *effect);

#endif
