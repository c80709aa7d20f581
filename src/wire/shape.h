/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shapes: records of the API that are no document, command or event. */

#ifndef WIRE_SHAPE_H
#define WIRE_SHAPE_H

#include "core/record.h"

enum shape_id {
#define SHAPE(CODE, name, doc) SHAPE_##CODE,
#include "wire/shape.def"
    SHAPE_COUNT,
};

/* clang-format off */
/* One struct per shape: struct shape_queue_now and so on. */
#define SHAPE(CODE, name, doc)          struct shape_##name {
#define FIELD(kind, name, privacy)          KIND_##kind name;
#define END                             };
#include "wire/shape.def"
/* clang-format on */

/** Tells what a shape's fields are. */
const struct record *shape_record(enum shape_id id);

#endif
