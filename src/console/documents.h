/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of what is configured: queues; users, phones, trunks, numbers. */

#ifndef CONSOLE_DOCUMENTS_H
#define CONSOLE_DOCUMENTS_H

#include "console/program.h"

/** Put them in place of all other screens. @return 0, -ENOMEM or -ENOSPC */
int documents_open_queues(struct program *program);
int documents_open_settings(struct program *program);

/** The reason function of their rows in the key table. */
bool documents_may(const void *program, int action,
                   struct safe_text *ret_reason);

/** The same for saving a form of one. */
bool documents_save_may(const void *program, int action,
                        struct safe_text *ret_reason);

#endif
