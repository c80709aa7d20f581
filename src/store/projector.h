/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From events to the rows of the projections. */

#ifndef STORE_PROJECTOR_H
#define STORE_PROJECTOR_H

#include <stdbool.h>
#include <stddef.h>

#include <sqlite3.h>

#include "core/state.h"
#include "store/projection.h"

/*
 * What an event changes in the projections is worked out once, while a shadow
 * of the state folds it, and kept as a list of changes. So a transaction that
 * fails can be tried again although the shadow has gone on.
 */
enum change_kind {
    CHANGE_CONTACT_ARRIVED,
    CHANGE_CONTACT_ENDED,
    CHANGE_CONTACT_LANGUAGE,
    CHANGE_CONTACT_LED,
    CHANGE_CONTACT_QUEUE,
    CHANGE_CONTACT_AGENT,
    CHANGE_CONTACT_DISPOSITION,
    CHANGE_CONTACT_TAGS,
    CHANGE_CONTACT_HOLDS,
    CHANGE_RULED,
    CHANGE_SEGMENT_BEGAN,
    CHANGE_SEGMENT_ENDED,
    CHANGE_SEGMENT_RESULT,
    CHANGE_SEGMENT_WRAP_UP,
    CHANGE_OFFER_MADE,
    CHANGE_OFFER_ENDED,
    CHANGE_QUEUE_INTERVAL,
    CHANGE_AGENT_INTERVAL,
    CHANGE_DOCUMENT,
    CHANGE_RECORDING_STARTED,
    CHANGE_RECORDING_PAUSED,
    CHANGE_RECORDING_ENDING,
    CHANGE_RECORDING_ENDED,
    CHANGE_RECORDING_DELETED,
    CHANGE_MESSAGE_LEFT,
    CHANGE_MESSAGE_MARKED,
    CHANGE_MESSAGE_ASSIGNED,
    CHANGE_MESSAGE_FORWARDED,
    CHANGE_MESSAGE_TRANSCRIBED,
    CHANGE_MESSAGE_GONE,
    CHANGE_KIND_COUNT,
};

struct change {
    enum change_kind kind;
    int64_t until_wall_us; /* of AGENT_INTERVAL, which is cut into intervals */
    union {
        struct contact_projection contact;
        struct ruled_projection ruled;
        struct segment_projection segment;
        struct offer_projection offer;
        struct interval_queue_projection interval_queue;
        struct agent_interval_projection agent_interval;
        struct document_projection document;
        struct recording_projection recording;
        struct message_projection message;
    } row;
};

enum { PROJECTOR_MAX_CHANGES = 12 }; /* by one event */

/* A plain struct, zeroed to begin with. */
struct change_list {
    struct change *changes;
    size_t count;
    size_t room;
};

/** Makes room for so many events. @return 0 or -ENOMEM */
int change_list_reserve(struct change_list *list, size_t events);
void change_list_done(struct change_list *list);

/**
 * Folds an event into the shadow, and adds what it changes to the list. Both
 * have room for it: state_reserve(), change_list_reserve().
 */
void projector_fold(struct state *shadow, const struct event *event,
                    struct change_list *list);

/* Writing changes into a database that has the tables. */
struct projector {
    sqlite3_stmt *statements[CHANGE_KIND_COUNT];
    sqlite3_stmt *put_seq;
};

int projector_init(struct projector *projector, sqlite3 *db);
void projector_done(struct projector *projector);
int projector_write(struct projector *projector, const struct change *change);

/** Notes the last event whose changes are written: in their transaction. */
int projector_write_seq(struct projector *projector, uint64_t seq);

/** Reads it. @return 0, -EBADMSG: there is none, or negative errno */
int projector_read_seq(sqlite3 *db, uint64_t *ret_seq);

#endif
