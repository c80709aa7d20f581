/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who was looked at for an offer, as JSON. */

#ifndef WIRE_CANDIDATES_JSON_H
#define WIRE_CANDIDATES_JSON_H

#include "core/record.h"
#include "wire/mistake.h"
#include "wire/value.h"

/*
 *     {"rows": [{"agent_id": 1, "verdict": "chosen", "for_us": 5}],
 *      "counts": {"chosen": 1, "paused": 2}}
 *
 * Counts of 0 are left out, so a verdict that is added later changes nothing.
 */

/** @return an object, or NULL: out of memory */
struct json_t *candidates_to_json(const struct candidates *candidates);

/** @return 0 or -EBADMSG */
int candidates_from_json(const struct json_t *value,
                         struct candidates *ret_candidates,
                         struct mistake *ret_mistake);

#endif
