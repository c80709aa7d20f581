/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Labels in a column, and texts beside them. */

#include "console/fact.h"

#include <assert.h>

void fact_draw(const struct surface *surface, struct place place,
               const char *msgid, const struct safe_text *text)
{
    assert(surface && place.cells > 0 && msgid && text);

    surface_label(surface, place, LOOK(DIM, 0), msgid);
    surface_text(
        surface,
        (struct place){ place.row, place.column + place.cells + 1, 0, false },
        LOOK(TEXT, 0), text);
}
