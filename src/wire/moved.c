/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Callers first, then who serves them, then what leads there. */

#include "wire/moved.h"

#include "core/record.h"

const struct moved_kind *moved_kind_at(size_t n)
{
    static const struct moved_kind kinds[] = {
        { "waiting", N_("contacts that wait") },
        { "callbacks", N_("callbacks") },
        { "agents", N_("agents") },
        { "teams", N_("teams") },
        { "flows", N_("flows") },
        { "rules", N_("routing rules") },
        { "drafts", N_("rules in the draft") },
        { "queues", N_("overflows of queues") },
        { "ways", N_("ways out of queues") },
        { "boxes", N_("boxes") },
    };

    return n < sizeof(kinds) / sizeof(kinds[0]) ? &kinds[n] : NULL;
}
