/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What cclited does without serving. */

#ifndef SERVER_OFFLINE_H
#define SERVER_OFFLINE_H

#include "server/settings.h"

/* Each says on standard output what it did, on standard error what it could
   not, and returns the exit code of the process. */

/** Makes the database of data_dir from a backup; never over another one. */
int offline_restore(const struct server_settings *settings, const char *backup);

/** Recomputes all that follows from the journal; differences are exit 1. */
int offline_verify(const struct server_settings *settings);

/** Prints the description of the API. */
int offline_openapi(void);

#endif
