/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys that wait for more: the filter bar, and g with its letter. */

#include "tui/ui_inside.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "tui/stroke_word.h"

void ui_filter_open(struct ui *ui)
{
    struct layer *layer = ui_layer(ui);

    if (!layer || !layer->kind->filter)
        return;
    ui->is_filtering = true;
    edit_set(&ui->filter, layer->filter);
}

static void filter_set(struct ui *ui, const char *words)
{
    struct layer *layer = ui_layer(ui);

    memcpy(layer->filter, words, strlen(words) + 1);
    layer->kind->filter(layer->state, words);
}

void ui_filter(struct ui *ui, const char *words)
{
    char cut[SAFE_TEXT_SIZE];

    assert(ui && words);
    if (!ui_layer(ui)->kind->filter)
        return;
    size_t length = text_cut(words, strlen(words), sizeof(cut) - 1);
    memcpy(cut, words, length);
    cut[length] = '\0';
    filter_set(ui, cut);
}

bool ui_filter_input(struct ui *ui, const struct input *input)
{
    if (!ui->is_filtering)
        return false;
    if (input->kind == INPUT_STROKE && input->stroke == STROKE_ENTER) {
        ui->is_filtering = false;
    } else if (input->kind == INPUT_STROKE && input->stroke == STROKE_ESCAPE) {
        ui->is_filtering = false;
        filter_set(ui, "");
    } else if (edit_input(&ui->filter, input)) {
        filter_set(ui, ui->filter.text);
    } else {
        const struct layer layer = *ui_layer(ui);

        /* Up and down move in the list while somebody types. */
        if (layer.kind->input)
            layer.kind->input(layer.state, input);
    }
    return true;
}

bool ui_lead_input(struct ui *ui, const struct input *input)
{
    if (!ui->is_leading)
        return false;
    ui->is_leading = false;

    const struct action *action =
        stroke_is_text(input->stroke)
            ? action_of_letter(&ui->setup.actions, input->stroke)
            : NULL;
    if (action) {
        ui_run(ui, action->id);
    } else if (input->stroke == 'g') {
        const struct layer layer = *ui_layer(ui);
        struct input home = { .kind = INPUT_STROKE, .stroke = STROKE_HOME };

        if (layer.kind->input)
            layer.kind->input(layer.state, &home);
    } else if (input->stroke != STROKE_ESCAPE) {
        struct safe_text name;

        stroke_word(&ui->setup.style, input->stroke, &name);
        ui_say(ui, SEVERITY_INFO,
               lang_text(ui->setup.style.language,
                         N_("g %s leads nowhere. ? shows the keys.")),
               name.text);
    }
    return true;
}

/* A screen that one may not see is no place to go to. */
static bool leads(const struct ui *ui, const struct action *action)
{
    struct safe_text reason;

    return action->go_to != '\0' && ui_is_possible(ui, action, &reason);
}

static int letters_count(const struct ui *ui)
{
    const struct action_table *table = &ui->setup.actions;
    int count = 0;

    for (size_t i = 0; i < table->count; i++)
        count += leads(ui, &table->actions[i]);
    return count;
}

void ui_lead_draw(struct ui *ui, const struct surface *screen)
{
    const struct action_table *table = &ui->setup.actions;
    int row = 0, rows = letters_count(ui) + 2;

    if (!ui->is_leading || ui_now_us(ui) - ui->lead_us < UI_LEAD_SHOWN_US ||
        rows == 2)
        return;

    struct surface box = surface_part(screen, screen->rows - 2 - rows,
                                      screen->columns - 32, rows, 30);
    surface_fill(&box, LOOK(TEXT, 0));
    struct surface inside =
        surface_box(&box, surface_say(screen, N_("go to")), NULL);
    for (size_t i = 0; i < table->count; i++) {
        char letter[2] = { table->actions[i].go_to, '\0' };

        if (!leads(ui, &table->actions[i]))
            continue;
        surface_words(&inside, (struct place){ row, 1, 1, false }, LOOK(KEY, 0),
                      letter);
        surface_label(&inside, (struct place){ row, 4, 0, false },
                      LOOK(TEXT, 0), table->actions[i].name);
        row++;
    }
}
