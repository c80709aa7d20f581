/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether who is signed in has the right to what a key does. */

#ifndef CONSOLE_KEY_RIGHT_H
#define CONSOLE_KEY_RIGHT_H

#include "tui/action.h"
#include "wire/permission.h"

/** The right that a row of the key table needs; PERMISSION_ANYONE: none. */
enum permission key_right(const struct action *action);

/**
 * The may function of the interface (struct ui_setup): without the right, keys
 * are neither told nor do they act.
 *
 * @param ret_reason  names the right that is missing
 *
 * @return true also as long as it is not known who is signed in
 */
bool key_may(const void *program, const struct action *action,
             struct safe_text *ret_reason);

#endif
