/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records <-> JSON objects, by what their tables tell. */

#ifndef WIRE_RECORD_JSON_H
#define WIRE_RECORD_JSON_H

#include "core/event.h"
#include "core/record.h"
#include "wire/mistake.h"
#include "wire/value.h"

/*
 * Ids, counts, moments and durations are integers, flags true or false, words
 * their spelling, texts strings. Candidates are
 *
 *     {"rows": [{"agent_id": 1, "verdict": "chosen", "for_us": 5}],
 *      "counts": {"chosen": 1, "paused": 2}}
 *
 * Reading is strict: an unknown field, another type, a number out of range,
 * a text too long or of forbidden characters is a mistake that names the field.
 * A number that a change may leave out (KEPT) may be null, which is 0.
 */

/* What becomes of a field that the object does not have. */
enum record_missing {
    MISSING_PRESET,  /* a setting gets its preset, a required one is a mistake;
                        one that is KEPT gets FIELD_AS_IT_IS; a plain field
                        stays as it is in the struct */
    MISSING_KEPT,    /* every field stays as it is: a partial change */
    MISSING_REFUSED, /* every field must be there, but for those KEPT */
};

/**
 * Writes a record.
 *
 * @param view  EVENT_REDACTED: private fields are null
 *
 * @return an object, or NULL: out of memory
 */
struct json_t *record_to_json(const struct record *record, const void *data,
                              enum event_view view);

/** Writes one field of a record. @return a value, or NULL */
struct json_t *field_to_json(const struct field *field, const void *data);

/**
 * Reads a record.
 *
 * @param data  the struct, initialised: zeroed, or what is to be changed.
 *              Undefined after a failure
 *
 * @return 0, -ENOMEM or -EBADMSG
 */
int record_from_json(const struct record *record, const struct json_t *object,
                     enum record_missing missing, void *data,
                     struct mistake *ret_mistake);

/**
 * Reads one field of a record.
 *
 * @return 0 or -EBADMSG, nothing changed then
 */
int field_from_json(const struct field *field, const struct json_t *value,
                    void *data, struct mistake *ret_mistake);

#endif
