/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trunks of the configuration, and our accounts there. */

#ifndef CALLS_TRUNKS_H
#define CALLS_TRUNKS_H

#include "calls/inside.h"

/** Adds a trunk or changes it; its password may have come before. */
void trunks_set(struct calls *calls, const struct event_trunk_set *document);

/** Forgets a trunk and its password. */
void trunks_remove(struct calls *calls, uint64_t id);

/** Wipes the passwords. */
void trunks_done(struct calls *calls);

#endif
