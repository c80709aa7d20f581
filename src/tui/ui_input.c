/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way of an input: the phone, text, the view, the wide keys. */

#include "tui/ui.h"

#include <assert.h>

#include "tui/stroke_word.h"
#include "tui/ui_inside.h"

enum {
    ESC_LETTER_US = 1000000, /* Esc, then a digit: an F-key */
    CANCEL_TWICE_US = 2000000,
};

/* The row that binds a stroke in a scope: the program's, or the toolkit's. */
static bool run_scope(struct ui *ui, int scope, uint32_t stroke)
{
    const struct action *action =
        action_of_stroke(&ui->setup.actions, scope, stroke);

    if (!action)
        action = action_of_stroke(ui_own_table(ui), scope, stroke);
    if (!action)
        return false;
    if ((action->id == ACTION_NEXT_HIT || action->id == ACTION_LAST_HIT) &&
        !ui_layer(ui)->filter[0])
        return false; /* no search: the letters are the screen's */
    ui_run(ui, action->id);
    return true;
}

static bool run_scopes(struct ui *ui, uint32_t stroke)
{
    int scopes[VIEW_SCOPES + 1];
    int count = ui_layer_scopes(ui_layer(ui), scopes);

    for (int i = 0; i < count; i++)
        if (run_scope(ui, scopes[i], stroke))
            return true;
    return false;
}

static bool give(const struct layer *layer, const struct input *input)
{
    return layer->kind->input && layer->kind->input(layer->state, input);
}

void ui_complain_unknown(struct ui *ui, uint32_t stroke)
{
    struct safe_text name;

    stroke_word(&ui->setup.style, stroke, &name);
    ui_say(ui, SEVERITY_INFO,
           /* TRANSLATORS: %s is a key */
           lang_text(ui->setup.style.language,
                     N_("%s does nothing here. ? shows the keys.")),
           name.text);
}

/* A popup lets nothing through but what closes it. */
static void wide_stroke(struct ui *ui, bool is_popup, uint32_t stroke)
{
    const struct action *action =
        action_of_stroke(ui_own_table(ui), SCOPE_EVERYWHERE, stroke);

    /* A field that undoes has taken it before. */
    if (stroke == (STROKE_CTRL | 'z')) {
        ui->wants_suspension = true;
        return;
    }
    if (is_popup) {
        if (action &&
            (action->id == ACTION_BACK || action->id == ACTION_CLOSE ||
             action->id == ACTION_REDRAW))
            ui_run(ui, action->id);
        return;
    }
    if (!run_scope(ui, SCOPE_EVERYWHERE, stroke))
        ui_complain_unknown(ui, stroke);
}

static void view_stroke(struct ui *ui, const struct input *input)
{
    const struct layer layer = *ui_layer(ui);
    bool is_typing =
        layer.kind->is_typing && layer.kind->is_typing(layer.state);

    if (is_typing) {
        if (give(&layer, input) || stroke_is_text(input->stroke))
            return;
        if (input->stroke == STROKE_BACKSPACE)
            return; /* of an empty field: no way back */
        if (run_scopes(ui, input->stroke))
            return;
    } else if (run_scopes(ui, input->stroke) || give(&layer, input)) {
        return;
    }
    wide_stroke(ui, layer.kind->is_popup, input->stroke);
}

/* Ctrl-C cancels like Esc; a second one soon asks whether to leave. */
static void cancel(struct ui *ui)
{
    int64_t now_us = ui_now_us(ui);

    if (now_us - ui->cancelled_us < CANCEL_TWICE_US)
        ui_run(ui, ACTION_QUIT);
    else
        ui_run(ui, ACTION_BACK);
    ui->cancelled_us = now_us;
}

static bool is_typing(const struct ui *ui)
{
    const struct layer *layer =
        ui->count > 0 ? &ui->layers[ui->count - 1] : NULL;

    return layer && layer->kind->is_typing &&
           layer->kind->is_typing(layer->state);
}

static bool takes_digits(const struct ui *ui)
{
    const struct layer *layer =
        ui->count > 0 ? &ui->layers[ui->count - 1] : NULL;

    return layer && layer->kind->takes_digits &&
           layer->kind->takes_digits(layer->state);
}

static bool binds(struct ui *ui, int scope, uint32_t stroke)
{
    return action_of_stroke(&ui->setup.actions, scope, stroke) ||
           action_of_stroke(ui_own_table(ui), scope, stroke);
}

/* Whether anything is on a key here. */
static bool is_bound(struct ui *ui, uint32_t stroke)
{
    int scopes[VIEW_SCOPES + 1];
    int count = ui_layer_scopes(ui_layer(ui), scopes);

    if (binds(ui, SCOPE_PHONE, stroke) || binds(ui, SCOPE_EVERYWHERE, stroke))
        return true;
    for (int i = 0; i < count; i++)
        if (binds(ui, scopes[i], stroke))
            return true;
    return false;
}

/*
 * Terminals that keep F-keys and Alt for themselves: Esc and then a digit is
 * the F-key, and Esc out of a field and then a letter is Alt and the letter.
 * Where Esc led into a field, what follows is text; and where digits choose,
 * whoever leaves a field quickly must not choose something else. A letter that
 * does nothing with Alt is meant as it is.
 */
static uint32_t after_escape(struct ui *ui, uint32_t stroke)
{
    int64_t now_us = ui_now_us(ui);
    bool is_in_field = is_typing(ui);
    bool is_soon = now_us - ui->escaped_us < ESC_LETTER_US && !is_in_field;
    bool from_field = ui->escaped_field;

    ui->escaped_us = INT64_MIN / 2;
    if (stroke == STROKE_ESCAPE) {
        ui->escaped_us = now_us;
        ui->escaped_field = is_in_field;
    } else if (is_soon && stroke >= '1' && stroke <= '9') {
        return takes_digits(ui) ? stroke : STROKE_F(stroke - '0');
    } else if (is_soon && from_field && stroke >= 'a' && stroke <= 'z' &&
               is_bound(ui, stroke | STROKE_ALT)) {
        return stroke | STROKE_ALT;
    }
    return stroke;
}

static bool is_alt_digit(uint32_t stroke)
{
    return stroke > (STROKE_ALT | '0') && stroke <= (STROKE_ALT | '9');
}

static void take_stroke(struct ui *ui, const struct input *given)
{
    struct input input = *given;

    input.stroke = after_escape(ui, input.stroke);
    if (is_alt_digit(input.stroke))
        input.stroke = STROKE_F((input.stroke & 0xFF) - '0');
    if (input.stroke == (STROKE_CTRL | 'c')) {
        cancel(ui);
        return;
    }
    if (!stroke_is_text(input.stroke) &&
        run_scope(ui, SCOPE_PHONE, input.stroke))
        return;
    if (ui_lead_input(ui, &input) || ui_filter_input(ui, &input))
        return;
    view_stroke(ui, &input);
}

static void take_paste(struct ui *ui, const struct input *input)
{
    if (ui_filter_input(ui, input))
        return;

    const struct layer layer = *ui_layer(ui);
    if (layer.kind->is_typing && layer.kind->is_typing(layer.state) &&
        give(&layer, input))
        return;
    ui_say(ui, SEVERITY_WARNING, "%s",
           lang_text(ui->setup.style.language,
                     N_("There is no text field here to paste into.")));
}

/* The footer's hints can be clicked; the rest is the top view's. */
static void take_click(struct ui *ui, const struct input *input)
{
    if (input->row == grid_rows(ui->grid) - 1) {
        for (size_t i = 0; i < ui->hint_count; i++) {
            const struct hint *hint = &ui->hints[i];

            if (hint->column >= 0 && input->column >= hint->column &&
                input->column < hint->column + hint->cells) {
                ui_run(ui, hint->action->id);
                return;
            }
        }
        return;
    }

    const struct layer layer = *ui_layer(ui);
    give(&layer, input);
}

static void take_resize(struct ui *ui, const struct input *input)
{
    struct grid *grid;

    if (grid_new(input->row, input->column, &grid) < 0)
        return; /* the old picture stays, cut by the terminal */
    grid_free(ui->grid);
    ui->grid = grid;
    ui->setup.rows = input->row;
    ui->setup.columns = input->column;
}

/* It has what is typed; to look again and to leave for good is all else. */
static bool take_shut(struct ui *ui, const struct input *input)
{
    const struct layer layer = *ui_layer(ui);

    if (!layer.kind->is_shut)
        return false;
    if (input->kind == INPUT_END)
        ui_quit(ui);
    else if (input->kind == INPUT_CONTINUED ||
             (input->kind == INPUT_STROKE &&
              input->stroke == (STROKE_CTRL | 'l')))
        ui->wants_repaint = true;
    else if (input->kind == INPUT_STROKE || input->kind == INPUT_PASTE)
        (void)give(&layer, input);
    return true;
}

static void take(struct ui *ui, const struct input *input)
{
    if (take_shut(ui, input))
        return;
    switch (input->kind) {
    case INPUT_STROKE:
        take_stroke(ui, input);
        break;
    case INPUT_PASTE:
        take_paste(ui, input);
        break;
    case INPUT_CLICK:
    case INPUT_WHEEL:
        take_click(ui, input);
        break;
    case INPUT_SUSPEND:
        ui->wants_suspension = true;
        break;
    case INPUT_CONTINUED:
        ui->wants_repaint = true;
        break;
    case INPUT_END:
        ui_quit(ui);
        break;
    default:
        break;
    }
}

void ui_input(struct ui *ui, const struct input *input)
{
    assert(ui && input);
    if (input->kind == INPUT_RESIZE)
        take_resize(ui, input);
    if (input->kind == INPUT_STROKE)
        ui->pressed_us = ui_now_us(ui);
    ui_touch(ui);
    ui->is_hurried = true;
    if (ui->count == 0)
        return;

    ui_enter(ui);
    take(ui, input);
    ui_leave(ui);
}
