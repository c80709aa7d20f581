/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Goes from one screen to another. */

#include "console/screen.h"

#include <assert.h>
#include <errno.h>

#include "console/callbacks.h"
#include "console/cockpit.h"
#include "console/contacts.h"
#include "console/desk.h"
#include "console/document_form.h"
#include "console/documents.h"
#include "console/flow_editor.h"
#include "console/flows.h"
#include "console/inbox.h"
#include "console/key.h"
#include "console/recordings.h"
#include "console/wallboard_view.h"

static const struct {
    int action;
    enum permission permission;
    int (*open)(struct program *program);
} screens[] = {
#define SCREEN(CODE, name, go, permission, opens)                              \
    [SCREEN_##CODE] = { DO_##go, PERMISSION_##permission, opens },
#include "console/screen.def"
};

int screen_of_action(int action)
{
    for (int i = 0; i < SCREEN_COUNT; i++)
        if (screens[i].action == action)
            return i;
    return -ENOENT;
}

bool screen_may(const void *arg, int action, struct safe_text *ret_reason)
{
    const struct program *program = arg;
    int screen = screen_of_action(action);

    assert(screen >= 0);
    if (!program_me(program)) {
        safe_text_copy(ret_reason, program_text(program, N_("Sign in first.")));
        return false;
    }
    if (!program_may(program, screens[screen].permission)) {
        safe_text_format(ret_reason,
                         program_text(program, N_("This needs the right %s.")),
                         permission_info(screens[screen].permission)->name);
        return false;
    }
    return true;
}

enum screen screen_first(const struct program *program)
{
    const struct topic_me *me = program_me(program);

    return me && me->agent_id == 0 &&
                   program_may(program, PERMISSION_SERVER_SEE)
               ? SCREEN_COCKPIT
               : SCREEN_AGENT;
}

int screen_open(struct program *program, enum screen screen)
{
    assert(program && screen < SCREEN_COUNT);
    struct safe_text reason;

    if (!screen_may(program, screens[screen].action, &reason)) {
        ui_say(program->ui, SEVERITY_WARNING, "%s", reason.text);
        return -EPERM;
    }
    if (document_form_is_dirty(program) || flow_editor_is_dirty(program)) {
        ui_say(program->ui, SEVERITY_WARNING, "%s",
               program_text(program, N_("Save what you have typed, or leave it "
                                        "by Esc.")));
        return -EBUSY;
    }
    return screens[screen].open(program);
}
