/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose sound of a call is encrypted, in words. */

#ifndef CONSOLE_SECRECY_H
#define CONSOLE_SECRECY_H

#include <stdbool.h>

/**
 * What is said of a call to the agent who talks.
 *
 * @return its msgid, or NULL: nothing is encrypted
 */
const char *secrecy_of_talk(bool caller, bool agent);

/** The same of a call that somebody else looks at. */
const char *secrecy_of_call(bool caller, bool agent);

#endif
