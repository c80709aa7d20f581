/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a table for which it was refused. */

#ifndef CONSOLE_UPLOAD_REJECTS_H
#define CONSOLE_UPLOAD_REJECTS_H

#include "console/program.h"

/**
 * Opens them over what is shown, if there are any.
 *
 * @param problem  as the API refused the table; copied; NULL is fine
 *
 * @return 0, -ENODATA: it tells of none, -ENOMEM or that of ui_push()
 */
int upload_rejects_open(struct program *program, const struct json_t *problem);

#endif
