/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What another machine answers: the values in it that are wanted. */

#ifndef WIRE_LOOKUP_ANSWER_H
#define WIRE_LOOKUP_ANSWER_H

#include "core/lookup.h"

/**
 * Finds values in JSON (RFC 8259) by their paths: texts as they are, made safe
 * to show and cut to a label; numbers in decimals; true and false. What is not
 * there, null, or an object or a list itself, is left out, and so is what does
 * not fit.
 *
 * @param bytes       need not be terminated
 * @param ret_values  a line for each, see lookup_line_add()
 *
 * @return how many there are, -EBADMSG: it is no JSON, or deeper than
 *         VALUE_MAX_DEPTH, or -ENOMEM
 */
int lookup_answer_read(const char *bytes, size_t length,
                       const struct lookup_values *wanted,
                       struct note *ret_values);

#endif
