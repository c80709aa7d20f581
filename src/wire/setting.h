/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values as people write them: "20s", "yes", "longest_idle". */

#ifndef WIRE_SETTING_H
#define WIRE_SETTING_H

#include <stdbool.h>
#include <stddef.h>

#include "core/record.h"
#include "wire/mistake.h"

/*
 * A period is written with its unit (500ms, 20s, 5m, 2h; 0 needs none), a flag
 * as yes or no, a word as it is spelled, a number in decimal digits, a text as
 * it is. In filters a span is written as a period or in microseconds. A moment
 * is as wire/moment.h has it or in microseconds since 1970; none is 0. Programs
 * read the same everywhere: this is not translated.
 */
enum { SETTING_TEXT_SIZE = 520 }; /* more than the longest value takes */

/**
 * Reads one field of a record. Candidates cannot be written so.
 *
 * @return 0 or -EBADMSG, nothing changed then
 */
int setting_parse(const struct field *field, const char *text, void *data,
                  struct mistake *ret_mistake);

/** Writes one field of a record, in the largest unit that is exact. */
void setting_format(const struct field *field, const void *data,
                    char ret_text[SETTING_TEXT_SIZE]);

/** Whether no two documents of a kind may have the same in this setting, so that
 *  a copy cannot take it over; 0 or "" may be in any. */
bool setting_is_single(const struct record *record, const struct field *field);

/** Gives every setting of a record its preset; required ones stay. */
void setting_presets(const struct record *record, void *data);

#endif
