/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which alerts somebody has looked at. */

#include <string.h>

#include "console/cockpit_inside.h"

enum { OPENING_US = 5000000 }; /* the rows come one topic after the other */

static bool is_seen(const struct cockpit *cockpit, uint64_t key)
{
    for (int i = 0; i < cockpit->seen_count; i++)
        if (cockpit->seen[i] == key)
            return true;
    return false;
}

/* What has gone is forgotten, so that it is new when it comes again. */
static void note_seen(struct cockpit *cockpit,
                      const struct cockpit_alert *alerts, int count)
{
    int64_t now_us = program_now_us(cockpit->program);
    uint64_t seen[COCKPIT_ALERTS];
    int seen_count = 0;

    if (cockpit->shown_us == 0)
        cockpit->shown_us = now_us;
    bool sees_all =
        now_us - cockpit->shown_us < OPENING_US || cockpit->pane == PANE_ALERTS;
    for (int i = 0; i < count; i++)
        if (sees_all || is_seen(cockpit, alerts[i].key))
            seen[seen_count++] = alerts[i].key;
    memcpy(cockpit->seen, seen, (size_t)seen_count * sizeof(seen[0]));
    cockpit->seen_count = seen_count;
    cockpit->new_count = count - seen_count;
}

void cockpit_note_alerts(struct cockpit *cockpit,
                         const struct cockpit_alert *alerts, int count)
{
    struct program_floor *floor = &cockpit->program->floor;

    floor->critical = floor->warnings = 0;
    for (int i = 0; i < count; i++)
        if (alerts[i].grade == GRADE_CRITICAL)
            floor->critical++;
        else
            floor->warnings++;
    note_seen(cockpit, alerts, count);
}
