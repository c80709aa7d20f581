/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows that are folded from the journal for reports and lists. */

#ifndef STORE_PROJECTION_H
#define STORE_PROJECTION_H

#include "core/record.h"

enum projection_kind {
#define PROJECTION(CODE, name, doc) PROJECTION_##CODE,
#include "store/projection.def"
};

enum {
    PROJECTION_KIND_COUNT = 0
#define PROJECTION(CODE, name, doc) +1
#include "store/projection.def"
};

/* clang-format off */
/* One struct per kind: struct contact_projection and so on. */
#define PROJECTION(CODE, name, doc)     struct name##_projection {
#define FIELD(kind, name, privacy)          KIND_##kind name;
#define END                             };
#include "store/projection.def"
/* clang-format on */

static const int64_t PROJECTION_INTERVAL_US = INT64_C(900000000);

/** Tells what a kind's fields are. */
const struct record *projection_record(enum projection_kind kind);

#endif
