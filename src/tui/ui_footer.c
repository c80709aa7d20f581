/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which keys the last row tells. */

#include <assert.h>

#include "base/mark.h"
#include "tui/stroke.h"
#include "tui/ui_inside.h"

/* In a text field letters are letters: told are the keys that still act. */
static uint32_t told_stroke(const struct layer *layer,
                            const struct action *action)
{
    bool is_typing =
        layer && layer->kind->is_typing && layer->kind->is_typing(layer->state);
    uint32_t stroke = action_stroke(action, 0);

    for (int n = 1;
         is_typing && stroke != STROKE_NONE && stroke_is_text(stroke); n++)
        stroke = action_stroke(action, n);
    return stroke;
}

/* Esc takes a popup away; on a screen nobody has to be told. */
static const struct action close_popup = {
    .id = ACTION_BACK, .keys = "Esc", .name = N_("close"), .priority = 85
};

static bool is_told(const struct ui *ui, uint32_t stroke)
{
    for (size_t i = 0; i < ui->hint_count; i++)
        if (ui->hints[i].stroke == stroke)
            return true;
    return false;
}

static void add_hint(struct ui *ui, const struct action *action,
                     const char *name, uint32_t stroke)
{
    if (ui->hint_count < FOOTER_HINTS)
        ui->hints[ui->hint_count++] =
            (struct hint){ .action = action, .name = name, .stroke = stroke };
}

static void gather(struct ui *ui, const struct layer *layer)
{
    const struct action *actions[FOOTER_HINTS];
    size_t count = ui_actions(ui, actions, FOOTER_HINTS);
    for (size_t i = 0; i < count; i++) {
        uint32_t stroke = told_stroke(layer, actions[i]);

        if (stroke == STROKE_NONE ||
            (layer && layer->kind->hides &&
             layer->kind->hides(layer->state, actions[i]->id)))
            continue;
        add_hint(ui, actions[i], ui_action_name(ui, actions[i]), stroke);
    }
    if (layer && layer->kind->is_popup && !is_told(ui, STROKE_ESCAPE))
        add_hint(ui, &close_popup, close_popup.name, STROKE_ESCAPE);
}

void ui_footer_draw(struct ui *ui, const struct surface *screen)
{
    assert(ui && screen);
    const struct layer *layer = ui_layer(ui);
    struct surface row =
        surface_part(screen, screen->rows - 1, 0, 1, screen->columns);

    ui->hint_count = 0;
    if (layer && layer->kind->is_popup && layer->kind->hint) {
        surface_label(&row, (struct place){ 0, 1, 0, false }, LOOK(TEXT, 0),
                      layer->kind->hint);
        return;
    }
    gather(ui, layer);
    footer_place(&ui->setup.style, row.columns, ui->hints, ui->hint_count);
    footer_draw(&row, ui->hints, ui->hint_count);
}
