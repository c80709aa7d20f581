/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the toolkit's own actions do. */

#include "tui/ui.h"

#include <assert.h>
#include <stdlib.h>

#include "tui/columns.h"
#include "tui/confirm.h"
#include "tui/help.h"
#include "tui/message_view.h"
#include "tui/palette.h"
#include "tui/ui_inside.h"

/* Esc: what was said, then what is filtered, then the view itself. */
static void go_back(struct ui *ui)
{
    struct layer *layer = ui_layer(ui);

    if (!layer)
        return;
    if (!layer->kind->is_popup &&
        message_log_dismiss(ui->messages, ui_now_us(ui)))
        return;
    if (layer->filter[0] && layer->kind->filter) {
        layer->filter[0] = '\0';
        layer->kind->filter(layer->state, "");
        return;
    }
    if (ui->count > 1 &&
        !(layer->kind->leave && layer->kind->leave(layer->state)))
        ui_close(ui, layer->state);
}

static void close_view(struct ui *ui)
{
    struct layer *layer = ui_layer(ui);

    if (ui->count > 1 &&
        !(layer->kind->leave && layer->kind->leave(layer->state)))
        ui_close(ui, layer->state);
    else if (ui->count <= 1)
        ui_run(ui, ACTION_QUIT);
}

static void answer_quit(void *arg, bool is_yes)
{
    if (is_yes)
        ui_quit(arg);
}

static void ask_quit(struct ui *ui)
{
    confirm_push(ui, &(struct confirm){
                         .title = N_("Quit"),
                         .lines = { N_("Leave this program?") },
                         .yes = N_("Quit"),
                         .answer = answer_quit,
                         .arg = ui,
                     });
}

static void toggle_mouse(struct ui *ui)
{
    ui->wants_mouse = !ui->wants_mouse;
    ui_say(ui, SEVERITY_INFO, "%s",
           lang_text(ui->setup.style.language,
                     ui->wants_mouse ? N_("Mouse on. F12 turns it off.")
                                     : N_("Mouse off. F12 turns it on.")));
}

/* The table of the top view knows its keys, whatever somebody has chosen. */
static void press_here(struct ui *ui, int action)
{
    const struct layer layer = *ui_layer(ui);
    const struct input input = {
        .kind = INPUT_STROKE,
        .stroke = action_stroke(action_of_id(action_own(), action), 0),
    };

    if (!layer.kind->input || !layer.kind->input(layer.state, &input))
        ui_complain_unknown(ui, input.stroke);
}

static void copy_rows(struct ui *ui)
{
    struct table *table = ui_table(ui);
    char *rows = NULL;
    size_t count = table ? table_copy(table, &rows) : 0;

    if (count == 0) {
        ui_say(ui, SEVERITY_INFO, "%s",
               lang_text(ui->setup.style.language,
                         N_("There is nothing to copy here.")));
        return;
    }
    free(ui->copied);
    ui->copied = rows;
    ui_say(ui, SEVERITY_INFO,
           P_(ui->setup.style.language, "%zu row is given to the clipboard.",
              "%zu rows are given to the clipboard.", count),
           count);
}

static void choose_columns(struct ui *ui)
{
    struct table *table = ui_table(ui);

    if (table)
        columns_push(ui, table);
    else
        ui_say(ui, SEVERITY_INFO, "%s",
               lang_text(ui->setup.style.language,
                         N_("There are no columns here.")));
}

bool ui_run_own(struct ui *ui, int action)
{
    switch (action) {
    case ACTION_HELP:
        help_push(ui);
        return true;
    case ACTION_PALETTE:
        palette_push(ui);
        return true;
    case ACTION_FILTER:
        ui_filter_open(ui);
        return true;
    case ACTION_COLUMNS:
        choose_columns(ui);
        return true;
    case ACTION_COPY:
        copy_rows(ui);
        return true;
    case ACTION_SORT:
    case ACTION_SORT_BACK:
    case ACTION_ORDER:
    case ACTION_MARK:
    case ACTION_MARK_ALL:
        press_here(ui, action);
        return true;
    case ACTION_GO_TO:
        ui->is_leading = true;
        ui->lead_us = ui_now_us(ui);
        return true;
    case ACTION_BACK:
        go_back(ui);
        return true;
    case ACTION_CLOSE:
        close_view(ui);
        return true;
    case ACTION_QUIT:
        ask_quit(ui);
        return true;
    case ACTION_REDRAW:
        ui->wants_repaint = true;
        return true;
    case ACTION_MESSAGES:
        message_view_push(ui);
        return true;
    case ACTION_PLAIN:
        ui->is_plain = !ui->is_plain;
        return true;
    case ACTION_MOUSE:
        toggle_mouse(ui);
        return true;
    default:
        return false;
    }
}
