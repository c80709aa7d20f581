/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands against a key of the greetings. */

#include "base/mark.h"
#include "console/greetings_inside.h"
#include "console/key.h"
#include "console/player.h"

static const char *no_change(const struct greetings *greetings, int action,
                             const struct shape_greeting *greeting)
{
    const struct program *program = greetings->program;

    if (!greeting->own)
        return N_("Only whose box it is changes it, or who has the right "
                  "box.set.");

    switch (action) {
    case DO_GREETING_RECORD:
        return player_obstacle(program);
    case DO_GREETING_REMOVE:
        return greeting->prompt_id
                   ? NULL
                   : N_("There is no greeting of its own here.");
    default:
        return NULL;
    }
}

static const char *no_listening(const struct greetings *greetings,
                                const struct shape_greeting *greeting)
{
    const char *obstacle = player_obstacle(greetings->program);

    if (obstacle)
        return obstacle;
    return greeting->prompt_id ? NULL
                               : N_("There is no greeting of its own here.");
}

static const char *find_reason(const struct greetings *greetings, int action)
{
    const struct shape_greeting *greeting = greetings_selected(greetings);

    if (!program_is_live(greetings->program))
        return N_("Offline: nothing is sent, so that nothing happens too "
                  "late.");
    if (!greeting)
        return N_("No greeting is selected.");
    if (action == DO_GREETING_LISTEN)
        return no_listening(greetings, greeting);

    return no_change(greetings, action, greeting);
}

bool greetings_may(const void *arg, int action, struct safe_text *ret_reason)
{
    const struct program *program = arg;
    const struct greetings *greetings = ui_top(program->ui, &greetings_kind);
    const char *reason = greetings ? find_reason(greetings, action)
                                   : N_("This is done among the greetings: g v "
                                        "G.");

    if (reason)
        safe_text_copy(ret_reason, program_text(program, reason));
    return !reason;
}
