/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Events <-> JSON, whole for programs and split for the journal. */

#ifndef WIRE_EVENT_JSON_H
#define WIRE_EVENT_JSON_H

#include "core/event.h"
#include "wire/mistake.h"
#include "wire/value.h"

/**
 * Writes an event: {"seq", "at_us", "by", "type", its fields...}.
 *
 * @param view  EVENT_REDACTED: private fields are null
 *
 * @return an object, or NULL: out of memory
 */
struct json_t *event_to_json(const struct event *event, enum event_view view);

/**
 * Reads an event back. Fields that are not there are 0, empty, or the first
 * word: a field that was added later; so is null.
 *
 * @return 0, -ENOMEM or -EBADMSG; UNKNOWN_EVENT: a newer release wrote it
 */
int event_from_json(const struct json_t *object, struct event *ret_event,
                    struct mistake *ret_mistake);

/*
 * The journal keeps the fields alone (the body); seq, at_us, by and type are
 * columns. Of a private field it keeps what `mask` makes of the text (a salted
 * hash); the text itself lies apart, and may have been erased since.
 */
struct event_masks {
    /* The stand-in for a text, valid until the next call. */
    const char *(*mask)(void *arg, const struct field *field, const char *text);
    /* The text again, or NULL when it was erased; valid as long. */
    const char *(*unmask)(void *arg, const struct field *field,
                          const char *masked);
    void *arg;
};

/**
 * Writes an event's body. Empty private texts are not masked.
 *
 * @param masks  NULL: nothing is masked
 *
 * @return terminated text to be freed with free(), or NULL: out of memory
 */
char *event_print_body(const struct event *event,
                       const struct event_masks *masks);

/**
 * Reads a body back, old ones as today's.
 *
 * @param type   its name as the journal has it
 * @param event  type and fields are set; seq, at_us and by are the caller's
 *
 * @return as event_from_json()
 */
int event_parse_body(const char *type, const char *body, size_t length,
                     const struct event_masks *masks, struct event *event,
                     struct mistake *ret_mistake);

/*
 * What changed since a journal was written: a name that is no longer used, and
 * the function that makes of its body the body of today's event.
 */
struct event_upcast {
    const char *old_type;
    const char *type;
    int (*change)(struct json_t *body); /* 0 or -ENOMEM; NULL: as it is */
};

/** Looks a type up in a table that ends with a row of NULL; NULL: not there. */
const struct event_upcast *event_upcast_find(const struct event_upcast *table,
                                             const char *old_type);

/** This release's table. */
extern const struct event_upcast event_upcasts[];

#endif
