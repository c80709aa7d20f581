/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The records of the shapes, made from their table. */

#include "wire/shape.h"

#include <assert.h>

#include "core/record_table.h"

/* clang-format off */
#define SHAPE(CODE, name, doc) RECORD_BEGIN(shape_##name, #name, doc)
#define FIELD                  RECORD_FIELD
#define SETTING                RECORD_SETTING
#define KEPT                   RECORD_KEPT
#define END                    RECORD_END
#include "wire/shape.def"

const struct record *shape_record(enum shape_id id)
{
    static const struct record *(*const makers[])(void) = {
#define SHAPE(CODE, name, doc) [SHAPE_##CODE] = shape_##name##_record,
#include "wire/shape.def"
    };

    assert(id < SHAPE_COUNT);

    return makers[id]();
}
/* clang-format on */
