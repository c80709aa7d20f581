/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the system says when it fails, in the reader's language. */

#ifndef LANG_FAILURE_H
#define LANG_FAILURE_H

#include "lang/lang.h"

/**
 * Tells what an error number means. strerror() knows only the languages that
 * are installed on the machine.
 *
 * @param error  an errno, positive or negative
 *
 * @return a text of the catalogue, or strerror()'s for what is rare
 */
const char *failure_text(enum language language, int error);

#endif
