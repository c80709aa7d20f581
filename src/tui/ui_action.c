/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which keys hold now, and what actions do. */

#include "tui/ui.h"

#include <assert.h>

#include "tui/crash.h"
#include "tui/stroke.h"
#include "tui/ui_inside.h"

int ui_layer_scopes(const struct layer *layer, int scopes[VIEW_SCOPES + 1])
{
    int count = 0;

    if (layer->kind->pane)
        scopes[count++] = layer->kind->pane(layer->state);
    if (layer->kind->is_narrow && layer->kind->is_narrow(layer->state))
        return count;
    for (int i = 0; i < VIEW_SCOPES && layer->kind->scopes[i]; i++)
        scopes[count++] = layer->kind->scopes[i];
    return count;
}

/* The scopes in force, narrowest first. Returns how many. */
static int scopes_of(const struct ui *ui, int scopes[VIEW_SCOPES + 3])
{
    const struct layer *layer =
        ui->count > 0 ? &ui->layers[ui->count - 1] : NULL;
    int count = layer ? ui_layer_scopes(layer, scopes) : 0;

    if (!layer || !layer->kind->is_popup)
        scopes[count++] = SCOPE_EVERYWHERE;
    scopes[count++] = SCOPE_PHONE;
    return count;
}

static bool is_listed(const struct action **actions, size_t count, int id)
{
    for (size_t i = 0; i < count; i++)
        if (actions[i]->id == id)
            return true;
    return false;
}

/* Searching is told of where there is something to search. */
static bool is_there(const struct ui *ui, int id)
{
    const struct layer *layer =
        ui->count > 0 ? &ui->layers[ui->count - 1] : NULL;

    if (id == ACTION_FILTER || id == ACTION_NEXT_HIT || id == ACTION_LAST_HIT)
        return layer && layer->kind->filter;
    return true;
}

static bool may(const struct ui *ui, const struct action *action,
                struct safe_text *ret_reason)
{
    return !ui->setup.may || ui->setup.may(ui->setup.arg, action, ret_reason);
}

/* Whether its key does something else in a narrower scope, where it is listed
 * already. */
static bool is_covered(const struct action **actions, size_t count,
                       const struct action *action)
{
    uint32_t stroke = action_stroke(action, 0);

    for (size_t i = 0; i < count && stroke != STROKE_NONE; i++) {
        const struct action_table one = { actions[i], 1 };

        if (actions[i]->scope != action->scope &&
            action_of_stroke(&one, actions[i]->scope, stroke))
            return true;
    }
    return false;
}

static size_t add_scope(const struct ui *ui, const struct action_table *table,
                        int scope, const struct action **actions, size_t count,
                        size_t max)
{
    struct safe_text reason;

    for (size_t i = 0; i < table->count && count < max; i++)
        if (table->actions[i].scope == scope &&
            is_there(ui, table->actions[i].id) &&
            !is_listed(actions, count, table->actions[i].id) &&
            !is_covered(actions, count, &table->actions[i]) &&
            may(ui, &table->actions[i], &reason))
            actions[count++] = &table->actions[i];
    return count;
}

size_t ui_actions(const struct ui *ui, const struct action **ret_actions,
                  size_t max)
{
    assert(ui && ret_actions);
    int scopes[VIEW_SCOPES + 3];
    int scope_count = scopes_of(ui, scopes);
    size_t count = 0;

    for (int i = 0; i < scope_count; i++) {
        count = add_scope(ui, &ui->setup.actions, scopes[i], ret_actions, count,
                          max);
        count =
            add_scope(ui, ui_own_table(ui), scopes[i], ret_actions, count, max);
    }
    return count;
}

bool ui_is_possible(const struct ui *ui, const struct action *action,
                    struct safe_text *ret_reason)
{
    assert(ui && action && ret_reason);

    if (ui->setup.is_read_only && action->kind != ACTION_READ) {
        safe_text_copy(ret_reason,
                       lang_text(ui->setup.style.language,
                                 N_("Read only: nothing is changed here.")));
        return false;
    }
    if (!may(ui, action, ret_reason))
        return false;
    return !action->is_possible ||
           action->is_possible(ui->setup.arg, action->id, ret_reason);
}

const char *ui_action_name(const struct ui *ui, const struct action *action)
{
    assert(ui && action);
    const char *name =
        ui->setup.name ? ui->setup.name(ui->setup.arg, action) : NULL;

    return name ? name : action->name;
}

/* The views from the top down: a popup may leave it to its screen. */
static bool run_in_views(struct ui *ui, int action)
{
    for (int i = ui->count - 1; i >= 0; i--) {
        const struct layer layer = ui->layers[i];

        if (layer.kind->run && layer.kind->run(layer.state, action))
            return true;
        if (i >= ui->count)
            i = ui->count;
    }
    return false;
}

static const struct action *row_of(const struct ui *ui, int id)
{
    const struct action *action = action_of_id(&ui->setup.actions, id);

    return action ? action : action_of_id(ui_own_table(ui), id);
}

void ui_run(struct ui *ui, int id)
{
    assert(ui);
    const struct action *action = row_of(ui, id);
    struct safe_text reason = { .text = "" };

    ui->is_touched = ui->is_hurried = true;
    crash_note("do", action ? action->name : NULL);
    if (action && !ui_is_possible(ui, action, &reason)) {
        ui_say(ui, SEVERITY_WARNING, "%s", reason.text);
        return;
    }
    ui_enter(ui);
    if (!run_in_views(ui, id) &&
        !(ui->setup.run && ui->setup.run(ui->setup.arg, ui, id)))
        ui_run_own(ui, id);
    ui_leave(ui);
}

const struct action_table *ui_action_table(const struct ui *ui)
{
    return &ui->setup.actions;
}

const struct action_table *ui_own_table(const struct ui *ui)
{
    return ui->setup.own.count > 0 ? &ui->setup.own : action_own();
}

bool ui_command(struct ui *ui, const char *line)
{
    return ui->setup.command && ui->setup.command(ui->setup.arg, ui, line);
}
