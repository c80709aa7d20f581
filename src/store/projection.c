/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The records of the projections, made from their table. */

#include "store/projection.h"

#include <assert.h>

#include "core/record_table.h"

/* clang-format off */
#define PROJECTION(CODE, name, doc) RECORD_BEGIN(name##_projection, #name, doc)
#define FIELD RECORD_FIELD
#define END   RECORD_END
#include "store/projection.def"
/* clang-format on */

const struct record *projection_record(enum projection_kind kind)
{
    switch (kind) {
#define PROJECTION(CODE, name, doc)                                            \
    case PROJECTION_##CODE:                                                    \
        return name##_projection_record();
#include "store/projection.def"
    }

    assert(0 && "no such projection");
    return NULL;
}
