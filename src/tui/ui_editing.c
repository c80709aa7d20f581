/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text on its way out to an editor, and back. */

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "lang/failure.h"
#include "tui/editor.h"
#include "tui/ui.h"
#include "tui/ui_inside.h"

static const char *environment(const char *variable)
{
    return getenv(variable);
}

static const char *say(const struct ui *ui, const char *msgid)
{
    return lang_text(ui->setup.style.language, msgid);
}

void ui_edit_outside(struct ui *ui, const struct ui_editing *editing)
{
    assert(ui && editing && editing->text && editing->done);
    const char *hindrance = editor_hindrance(environment);

    if (hindrance) {
        ui_say(ui, SEVERITY_WARNING, "%s", say(ui, hindrance));
        return;
    }
    free(ui->editing.text);
    ui->editing = *editing;
    ui->editing.text = strdup(editing->text);
    if (!ui->editing.text)
        ui_say(ui, SEVERITY_ERROR, "%s", say(ui, N_("Out of memory.")));
}

bool ui_takes_editing(struct ui *ui, struct ui_editing *ret_editing)
{
    if (!ui->editing.text)
        return false;
    *ret_editing = ui->editing;
    ui->editing = (struct ui_editing){ .text = NULL };
    return true;
}

static bool is_there(const struct ui *ui, const void *state)
{
    for (int i = 0; i < ui->count; i++)
        if (ui->layers[i].state == state)
            return true;
    return false;
}

static void complain(struct ui *ui, int rc)
{
    if (rc == -ECANCELED)
        ui_say(ui, SEVERITY_WARNING, "%s",
               say(ui, N_("The editor ended with a failure: nothing is "
                          "changed.")));
    else if (rc == -ENOENT)
        ui_say(ui, SEVERITY_ERROR, "%s",
               say(ui, N_("The editor cannot be started. Is EDITOR right?")));
    else
        ui_say(ui, SEVERITY_ERROR, "%s",
               failure_text(ui->setup.style.language, rc));
}

void ui_edited(struct ui *ui, const struct ui_editing *editing, int rc,
               const char *text)
{
    assert(ui && editing);
    ui_hurry(ui);
    if (rc < 0) {
        complain(ui, rc);
        return;
    }
    if (!is_there(ui, editing->state)) {
        ui_say(ui, SEVERITY_ERROR, "%s",
               say(ui, N_("What the text was for is over: it is not kept.")));
        return;
    }
    if (rc > 0)
        ui_say(ui, SEVERITY_WARNING, "%s",
               say(ui, N_("The text was too long: its end is left out.")));
    ui_enter(ui);
    editing->done(editing->arg, text);
    ui_leave(ui);
}
