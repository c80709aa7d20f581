/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The steps that a contact took through flows, from its events. */

#ifndef WEB_PATH_H
#define WEB_PATH_H

#include <stddef.h>

#include "core/event.h"
#include "wire/shape.h"

struct exchange;

/**
 * Makes a row of each step.
 *
 * @param events    all of one contact's, in their order
 * @param ret_rows  room for as many rows as there are events, zeroed
 *
 * @return how many rows were made
 */
size_t path_fill(const struct exchange *exchange, const struct event *events,
                 size_t count, struct shape_step *ret_rows);

#endif
