/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Events: immutable, numbered facts, of which all state is a fold. */

#ifndef CORE_EVENT_H
#define CORE_EVENT_H

#include <stddef.h>
#include <stdint.h>

#include "core/record.h"

enum event_type {
#define EVENT(CODE, name, doc) EVENT_##CODE,
#include "core/event.def"
};

enum {
    EVENT_TYPE_COUNT = 0
#define EVENT(CODE, name, doc) +1
#include "core/event.def"
};

/* clang-format off */
/* One struct per event: struct event_offer_made and so on. */
#define EVENT(CODE, name, doc)          struct event_##name {
#define FIELD(kind, name, privacy)          KIND_##kind name;
#define END                             };
#include "core/event.def"
/* clang-format on */

struct event {
    uint64_t seq;  /* 1, 2, 3, ... without a gap */
    int64_t at_us; /* journal time; never before the last event's */
    uint64_t by;   /* the user whose command it follows from; 0: nobody's */
    enum event_type type;
    union {
#define EVENT(CODE, name, doc) struct event_##name name;
#include "core/event.def"
    } as;
};

enum event_view {
    EVENT_WHOLE,    /* for tests and comparisons */
    EVENT_REDACTED, /* private fields shown as "-" */
};

enum {
    EVENT_TEXT_SIZE = 10240, /* more than the longest event takes */
};

/**
 * Tells what an event's fields are. event->as is the record.
 *
 * @param type  any number; a journal may come from a newer release
 *
 * @return the record, or NULL when there is no such event
 */
const struct record *event_record(unsigned type);

/** Finds an event by its name; -ENOENT when there is none. */
int event_find(const char *name);

/**
 * Blanks the private fields, as erasing a person does. A fold never branches
 * on them, so an erased journal still gives the same state but for them.
 */
void event_erase_private(struct event *event);

/**
 * Writes an event as one line of text: equal events give equal bytes.
 *
 *     3 2000000 0 offer_made contact_id=7 queue_id=1 ... due_us=22000000 ...
 *
 * @return the length of the text
 */
size_t event_encode(const struct event *event, enum event_view view,
                    char ret_text[EVENT_TEXT_SIZE]);

#endif
