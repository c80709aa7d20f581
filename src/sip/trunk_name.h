/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trunks by host name: looked up, and looked up again. */

#ifndef SIP_TRUNK_NAME_H
#define SIP_TRUNK_NAME_H

#include "sip/trunk_table.h"

/*
 * A name is asked for again when its records are no longer good. What fails is
 * tried again by its breaker, after 2 s, then ever later up to 5 min, and the
 * addresses there are stay meanwhile: a name server that is down takes no trunk
 * along. Addresses that another trunk has are left out.
 */

/** Begins, where the trunk has a host name. */
void trunk_name_begin(struct trunk *trunk);

void trunk_name_end(struct trunk *trunk);

#endif
