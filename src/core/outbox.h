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
    /* Events, and as many effects: the phones that are rung for two contacts,
       and the rest. */
    OUTBOX_MAX_PER_DECISION = 48,
    OUTBOX_MAX_OF_MANY = 256, /* where a command is about many */
};

/* What a decision's events and effects have in common. */
struct outbox_stamp {
    uint64_t next_seq; /* of the first event; from 1 */
    int64_t at_us;
    uint64_t by;   /* the user who asked; 0: nobody */
    int64_t start; /* the server's start number */
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
    struct outbox_stamp stamp;
    size_t most; /* events, and as many effects */
    size_t first_event;
    size_t first_effect;
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
 * @param most  events that it may write, and as many effects
 *
 * @return 0, or -ENOMEM with nothing changed
 */
int outbox_begin(struct outbox *outbox, const struct outbox_stamp *stamp,
                 size_t most);

/**
 * Writes an event, and stamps it with the next number.
 *
 * @param event  type and fields; copied
 */
void outbox_add_event(struct outbox *outbox, const struct event *event);

/**
 * Writes an effect that follows from the event written last, and gives it that
 * event's number as its serial.
 *
 * @param effect  everything but serial and start; copied
 */
void outbox_add_effect(struct outbox *outbox, const struct effect *effect);

#endif
