/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A flow's picture as plain text, for tickets, mails and terminals. */

#ifndef CONSOLE_FLOW_PICTURE_H
#define CONSOLE_FLOW_PICTURE_H

#include <stdio.h>

#include "lang/lang.h"

struct json_t;

enum { FLOW_PICTURE_COLUMNS = 1024 }; /* what is wider is cut */

/**
 * Prints what the editor shows, all of it, without escapes, in ASCII where the
 * locale of the environment is not UTF-8. What cannot be written shows in the
 * file's state.
 *
 * @param text  the object of a flow's text, names and all
 *
 * @return 0; 1: it is wider than FLOW_PICTURE_COLUMNS, and was cut; -EBADMSG: it
 *         is no flow; or -ENOMEM
 */
int flow_picture_print(const struct json_t *text, enum language language,
                       FILE *file);

#endif
