/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A short sorted array. */

#include "calls/line_out.h"

#include <assert.h>
#include <errno.h>
#include <string.h>

const struct event_trunk_set *line_out_find(const struct line_out *line_out,
                                            uint64_t trunk_id)
{
    for (size_t i = 0; i < line_out->count; i++)
        if (line_out->trunks[i].id == trunk_id)
            return &line_out->trunks[i].document;

    return NULL;
}

void line_out_remove(struct line_out *line_out, uint64_t trunk_id)
{
    size_t i = 0;

    while (i < line_out->count && line_out->trunks[i].id != trunk_id)
        i++;
    if (i == line_out->count)
        return;

    line_out->count--;
    memmove(&line_out->trunks[i], &line_out->trunks[i + 1],
            (line_out->count - i) * sizeof(line_out->trunks[0]));
}

static int is_before(const struct line_out_trunk *a,
                     const struct event_trunk_set *b)
{
    if (a->preference != b->preference)
        return a->preference < b->preference;

    return a->id < b->id;
}

int line_out_set(struct line_out *line_out, const struct event_trunk_set *trunk)
{
    assert(line_out && trunk);

    line_out_remove(line_out, trunk->id);
    if (!trunk->outbound && !trunk->emergency.text[0])
        return 0;
    if (line_out->count == LINE_OUT_MAX)
        return -ENOSPC;

    size_t i = 0;

    while (i < line_out->count && is_before(&line_out->trunks[i], trunk))
        i++;

    memmove(&line_out->trunks[i + 1], &line_out->trunks[i],
            (line_out->count - i) * sizeof(line_out->trunks[0]));
    line_out->count++;
    line_out->trunks[i] = (struct line_out_trunk){
        .id = trunk->id,
        .preference = trunk->preference,
        .document = *trunk,
    };
    return 0;
}
