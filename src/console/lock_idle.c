/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Somebody went away, and left the screen open. */

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "console/key.h"
#include "console/lock.h"

void lock_prefer(struct program *program, const char *choice)
{
    assert(program && choice);
    program->locks_admins = strcmp(choice, "auto") == 0;
    program->lock_after_us = strtoll(choice, NULL, 10) * 60000000;
}

/* The keys of the phone are wanted in a call, be it a long one. */
static bool is_in_call(const struct program *program)
{
    const struct topic_agents *agent = program_agent_fields(program);

    return agent && agent->contact_id != 0;
}

void lock_tick(struct program *program)
{
    assert(program);
    const struct topic_me *me = program_me(program);
    struct safe_text reason;
    int64_t after_us = program->lock_after_us;

    if (me && program->locks_admins && me->role == ROLE_ADMIN)
        after_us = LOCK_ADMIN_US;
    if (after_us > 0 && !program->is_locked && !program->setup.board &&
        ui_idle_us(program->ui) >= after_us && !is_in_call(program) &&
        lock_may(program, DO_LOCK, &reason))
        (void)lock_push(program);
}
