/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a condition: moved through, and changed. */

#include "console/condition_builder.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>

#include "base/mark.h"
#include "console/condition_builder_inside.h"
#include "console/key.h"

struct condition_row *builder_selected(struct builder *builder)
{
    return &builder->rows.rows[builder->selected];
}

void builder_say_full(struct builder *builder)
{
    ui_say(
        builder->program->ui, SEVERITY_WARNING, "%s",
        program_text(builder->program, N_("No more fits into a condition.")));
}

static void add(struct builder *builder, enum condition_row_kind kind)
{
    int at = condition_rows_add(&builder->rows, builder->selected, kind, "");

    if (at < 0) {
        builder_say_full(builder);
        return;
    }
    builder->selected = at;
    builder->is_dirty = true;
    if (kind == CONDITION_ROW_PART)
        builder_type(builder, true);
}

static void toggle(struct builder *builder)
{
    struct condition_row *row = builder_selected(builder);

    if (row->kind == CONDITION_ROW_PART)
        return;
    row->kind =
        row->kind == CONDITION_ROW_ALL ? CONDITION_ROW_ANY : CONDITION_ROW_ALL;
    builder->is_dirty = true;
}

static void remove_selected(struct builder *builder)
{
    condition_rows_remove(&builder->rows, builder->selected);
    if (builder->selected >= builder->rows.count)
        builder->selected = builder->rows.count - 1;
    builder->is_dirty = true;
}

static void take(struct builder *builder)
{
    char text[CONDITION_MAX_LENGTH + 1];

    if (condition_rows_print(&builder->rows, text) < 0) {
        builder_say_full(builder);
        return;
    }
    builder->taken(builder->owner, text);
    ui_close(builder->program->ui, builder);
}

static bool builder_run(void *state, int action)
{
    struct builder *builder = state;

    switch (action) {
    case DO_CONDITION_ADD:
        add(builder, CONDITION_ROW_PART);
        return true;
    case DO_CONDITION_GROUP:
        add(builder, CONDITION_ROW_ANY);
        return true;
    case DO_CONDITION_EDIT:
        if (builder_selected(builder)->kind == CONDITION_ROW_PART)
            builder_type(builder, false);
        else
            toggle(builder);
        return true;
    case DO_CONDITION_TOGGLE:
        toggle(builder);
        return true;
    case DO_CONDITION_NOT:
        builder_selected(builder)->is_not = !builder_selected(builder)->is_not;
        builder->is_dirty = true;
        return true;
    case DO_CONDITION_DROP:
        remove_selected(builder);
        return true;
    case DO_CONDITION_TAKE:
        take(builder);
        return true;
    default:
        return builder_run_typing(builder, action);
    }
}

static bool builder_input(void *state, const struct input *input)
{
    struct builder *builder = state;
    uint32_t stroke = input->kind == INPUT_STROKE ? input->stroke : 0;

    if (builder->is_typing)
        return edit_input(&builder->edit, input);
    if ((stroke == STROKE_UP || stroke == 'k') && builder->selected > 0)
        builder->selected--;
    else if ((stroke == STROKE_DOWN || stroke == 'j') &&
             builder->selected < builder->rows.count - 1)
        builder->selected++;
    else
        return false;
    return true;
}

static bool builder_leave(void *state)
{
    struct builder *builder = state;

    if (!builder->is_typing)
        return false;
    builder_give_up(builder);
    return true;
}

static bool builder_is_typing(const void *state)
{
    return ((const struct builder *)state)->is_typing;
}

static int builder_pane(const void *state)
{
    return builder_is_typing(state) ? SCOPE_CONDITION_PART : SCOPE_CONDITION;
}

static void builder_free(void *state)
{
    free(state);
}

static const struct view_kind builder_kind = {
    .name = N_("Condition"),
    .draw = builder_draw,
    .input = builder_input,
    .run = builder_run,
    .is_typing = builder_is_typing,
    .pane = builder_pane,
    .leave = builder_leave,
    .free = builder_free,
};

int condition_builder_open(struct program *program, const char *text,
                           void (*taken)(void *owner, const char *text),
                           void *owner)
{
    assert(program && text && taken);
    struct condition_mistake mistake = { 0, NULL };
    struct builder *builder = calloc(1, sizeof(*builder));

    if (!builder)
        return -ENOMEM;
    if (condition_rows_read(text, &builder->rows, &mistake) < 0) {
        ui_say(program->ui, SEVERITY_WARNING,
               program_text(program, N_("Character %zu: %s")), mistake.at + 1,
               program_text(program, mistake.says));
        free(builder);
        return -EINVAL;
    }
    builder->program = program;
    builder->taken = taken;
    builder->owner = owner;
    return ui_push(program->ui, &builder_kind, builder);
}
