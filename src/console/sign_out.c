/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The token is worth nothing afterwards, here and on the server. */

#include "console/sign_out.h"

#include "base/mark.h"
#include "tui/confirm.h"

bool session_may(const void *arg, int action, struct safe_text *ret_reason)
{
    const struct program *program = arg;

    (void)action;
    if (program_is_live(program))
        return true;
    safe_text_copy(ret_reason,
                   program_text(program, N_("Offline: the server would not "
                                            "hear of it.")));
    return false;
}

static void leave(void *owner, const struct outcome *outcome)
{
    struct program *program = owner;

    if (!outcome->is_done)
        return;
    if (program->token_file[0])
        (void)token_remove(program->token_file);
    ui_quit(program->ui);
}

static void answer(void *arg, bool is_yes)
{
    struct program *program = arg;

    if (is_yes)
        program_send(program, &(struct errand){
                                  .route = ROUTE_SESSION_CLOSE,
                                  .done = leave,
                                  .owner = program,
                              });
}

void sign_out_push(struct program *program)
{
    confirm_push(program->ui,
                 &(struct confirm){
                     .title = N_("Sign out"),
                     .lines = { N_("Your password is asked for next time."),
                                N_("Your state stays as it is: go off duty "
                                   "first, if you stop working.") },
                     .yes = N_("Sign out"),
                     .answer = answer,
                     .arg = program,
                 });
}
