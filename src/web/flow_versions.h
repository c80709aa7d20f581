/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a flow was before, version by version. */

#ifndef WEB_FLOW_VERSIONS_H
#define WEB_FLOW_VERSIONS_H

#include "core/event.h"

struct exchange;

/**
 * Finds a version and goes on; answers 404 when there is none, or it was never
 * published.
 *
 * @param then  told the flow as it was when it was asked, and that version
 */
void flow_versions_find(struct exchange *exchange,
                        const struct event_flow_set *flow, int64_t version,
                        void (*then)(struct exchange *exchange,
                                     const struct event_flow_set *flow,
                                     const struct event_flow_set *version));

#endif
