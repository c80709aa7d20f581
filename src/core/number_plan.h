/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a number means that a phone of ours dials. */

#ifndef CORE_NUMBER_PLAN_H
#define CORE_NUMBER_PLAN_H

#include "core/decide.h"

enum feature {
#define FEATURE(CODE, code, doc) FEATURE_##CODE,
#include "core/feature.def"
};

enum plan_kind {
    PLAN_NOTHING, /* nobody has that number */
    PLAN_OUTSIDE,
    PLAN_AGENT,
    PLAN_QUEUE,
    PLAN_BOX,
    PLAN_FEATURE,
};

struct planned {
    enum plan_kind kind;
    uint64_t id; /* of agent, queue or box; of ANY_BOX: the box that was dialled
                    behind it, or 0: none has that extension */
    enum feature feature;
    char key;                   /* the first one behind the code; or 0 */
    struct phone_number number; /* outside: without the line's prefix */
};

/**
 * Looks a number up: feature codes, then extensions, then the outside line.
 * Emergency numbers and entries are asked before. O(agents + queues + boxes).
 */
struct planned plan_number(const struct state *state, uint64_t device_id,
                           const char *number);

/** The box of that extension; 0: none. O(boxes). */
uint64_t box_with_extension(const struct state *state, const char *number);

/** Whether an extension can stand; of the agent, queue or box itself it may. */
enum refusal check_extension(const struct turn *turn, enum document_kind kind,
                             uint64_t id, const struct phone_number *extension);

#endif
