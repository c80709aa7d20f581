/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Setting one field to a value from outside, once it is known to fit. */

#ifndef WIRE_FIELD_CHECK_H
#define WIRE_FIELD_CHECK_H

#include <stdint.h>

#include "core/record.h"
#include "wire/mistake.h"

/* All return 0, or -EBADMSG with the record unchanged. */

/** By the spelling of a FIELD_WORD. */
int field_set_word(const struct field *field, const char *spelling, void *data,
                   struct mistake *ret_mistake);

/** A number: in its setting's range, an id not below 0. */
int field_set_number(const struct field *field, int64_t number, void *data,
                     struct mistake *ret_mistake);

/** A text: its length, and the characters of its kind. */
int field_set_checked_text(const struct field *field, const char *text,
                           void *data, struct mistake *ret_mistake);

#endif
