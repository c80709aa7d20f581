/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is made from the refusal table: its rows. */

#include "core/refusal.h"

#include <assert.h>

const struct refusal_text *refusal_text(enum refusal refusal)
{
    static const struct refusal_text texts[] = {
#define REFUSAL(CODE, code, status, field, fix)                                \
    [REFUSED_##CODE] = { #code, status, field, fix },
#include "core/refusal.def"
    };

    assert(refusal > REFUSED_NOT && refusal < REFUSAL_COUNT);
    return &texts[refusal];
}
