/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is made from the refusal table: its rows. */

#include "core/refusal.h"

#include <assert.h>
#include <string.h>

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

const char *refusal_fix(const char *code)
{
    assert(code);

    for (int i = REFUSED_NOT + 1; i < REFUSAL_COUNT; i++) {
        const struct refusal_text *text = refusal_text((enum refusal)i);

        if (strcmp(text->code, code) == 0)
            return text->fix;
    }

    return "";
}
