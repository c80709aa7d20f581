/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Clicks, drags and the wheel. */

#include <errno.h>

#include "base/mark.h"
#include "console/flow_editor_inside.h"
#include "console/key.h"
#include "core/flow_type.h"

/* A place of the screen on the plane that is shown. */
static struct canvas_spot on_plane(const struct flow_editor *editor, int row,
                                   int column)
{
    const struct canvas_view *view =
        editor->is_small ? &editor->small_view : &editor->view;

    return (struct canvas_spot){ row - editor->view_row + view->top,
                                 column - editor->view_column + view->left };
}

static int box_at(const struct flow_editor *editor, struct canvas_spot spot)
{
    return canvas_hit(editor->is_small ? editor->small : editor->canvas,
                      spot.row, spot.column);
}

/* The exit whose line was pressed near the right edge of its box, or in the two
 * cells after it; NULL: none. */
static const struct flow_exit *port_at(const struct flow_editor *editor,
                                       struct canvas_spot spot,
                                       struct flow_exit exits[FLOW_EXITS],
                                       int *ret_index)
{
    struct flow_line lines[FLOW_LINES];

    for (int beside = 0; beside <= 2; beside++) {
        int index = canvas_hit(editor->canvas, spot.row, spot.column - beside);
        if (index < 0)
            continue;
        const struct canvas_box *box =
            canvas_box(editor->canvas, (size_t)index);
        size_t count = flow_scene_lines(editor->draft, (size_t)index, lines);
        int line = spot.row - box->row - 1;

        if (spot.column < box->column + box->columns - 2 || line < 0 ||
            (size_t)line >= count || lines[line].exits == 0)
            return NULL;
        (void)flow_kind_exits(flow_draft_node(editor->draft, (size_t)index),
                              exits);
        *ret_index = index;
        for (int i = 0; i < FLOW_EXITS; i++)
            if (lines[line].exits & UINT32_C(1) << i)
                return &exits[i];
    }
    return NULL;
}

/* From a port: to the box where the button was let go, or nowhere. */
static void drag_arrow(struct flow_editor *editor, int index,
                       const struct flow_exit *exit, struct canvas_spot to)
{
    flow_editor_select(editor, index);
    editor->exit = *exit;
    editor->exit.to = NULL;
    flow_editor_lead(editor, box_at(editor, to));
}

static void drag_box(struct flow_editor *editor, int index,
                     struct canvas_spot from, struct canvas_spot to)
{
    int columns = to.column - from.column;

    flow_editor_select(editor, index);
    editor->moves_from = flow_draft_steps(editor->draft);
    flow_editor_shift(editor, to.row - from.row,
                      columns - columns % CANVAS_GRID);
}

static void drag(struct flow_editor *editor, struct canvas_spot from,
                 struct canvas_spot to)
{
    struct flow_exit exits[FLOW_EXITS];
    int index = -ENOENT;
    const struct flow_exit *exit = port_at(editor, from, exits, &index);

    if (exit) {
        drag_arrow(editor, index, exit, to);
        return;
    }
    index = box_at(editor, from);
    if (index >= 0)
        drag_box(editor, index, from, to);
    else { /* of the plane: it is looked at from elsewhere */
        editor->view.top += from.row - to.row;
        editor->view.left += from.column - to.column;
    }
}

/* The type in the palette's row; -ENOENT: it is none of its rows. */
static int type_at(const struct flow_editor *editor, int row, int column)
{
    const struct flow_palette *palette = &editor->palette;
    bool is_there = row >= palette->row &&
                    row < palette->row + palette->count &&
                    column >= palette->column &&
                    column < palette->column + palette->columns;

    return is_there ? row - palette->row : -ENOENT;
}

/* A new box has its corner where the button was let go. */
static void drag_type(struct flow_editor *editor, enum node_type type,
                      struct canvas_spot to)
{
    if (!flow_type_has(flow_draft_type(editor->draft), type)) {
        ui_say(editor->program->ui, SEVERITY_WARNING, "%s",
               program_text(editor->program,
                            N_("Flows of this type do not have it.")));
        return;
    }
    to.column -= to.column % CANVAS_GRID;
    flow_editor_add_at(editor, type, to);
}

/* Beside the picture: a type is added, the row below them lists the rest, a
 * node of the outline is shown. */
static bool click_beside(struct flow_editor *editor, int row, int column)
{
    const struct flow_palette *palette = &editor->palette;
    int type = type_at(editor, row, column);
    int node = row - palette->outline_row;

    if (palette->count == 0 || column < palette->column ||
        column >= palette->column + palette->columns)
        return false;
    if (type >= 0)
        flow_editor_add_beside(editor, (enum node_type)type);
    else if (row == palette->row + palette->count &&
             palette->count < node_type_count)
        flow_editor_add(editor);
    else if (node >= 0 && node < palette->outline_rows)
        flow_editor_select(editor, palette->outline_first + node);
    else
        return false;
    return true;
}

static void click(struct flow_editor *editor, struct canvas_spot spot)
{
    int index = box_at(editor, spot);

    if (editor->mode == FLOW_AIMS) {
        flow_editor_lead(editor, index);
        return;
    }
    if (index < 0)
        return;
    if (index == flow_editor_index(editor)) {
        ui_run(editor->program->ui, DO_FLOW_EDIT);
        return;
    }
    flow_editor_select(editor, index);
}

static bool is_on_plane(const struct flow_editor *editor, int row, int column)
{
    return row >= editor->view_row &&
           row < editor->view_row + editor->view.rows &&
           column >= editor->view_column &&
           column < editor->view_column + editor->view.columns;
}

bool flow_editor_mouse(struct flow_editor *editor, const struct input *input)
{
    struct canvas_view *view =
        editor->is_small ? &editor->small_view : &editor->view;

    if (input->kind == INPUT_CLICK && !editor->is_small &&
        editor->mode == FLOW_SELECTS && input->row == input->pressed_row &&
        input->column == input->pressed_column &&
        click_beside(editor, input->row, input->column))
        return true;
    if (!is_on_plane(editor, input->row, input->column))
        return false;
    if (input->kind == INPUT_WHEEL) {
        view->top = view->top + input->wheel < 0 ? 0 : view->top + input->wheel;
        return true;
    }
    struct canvas_spot from =
        on_plane(editor, input->pressed_row, input->pressed_column);
    struct canvas_spot to = on_plane(editor, input->row, input->column);
    int type = type_at(editor, input->pressed_row, input->pressed_column);

    if (type >= 0 && !editor->is_small)
        drag_type(editor, (enum node_type)type, to);
    else if (from.row == to.row && from.column == to.column)
        click(editor, to);
    else if (!editor->is_small &&
             is_on_plane(editor, input->pressed_row, input->pressed_column))
        drag(editor, from, to);
    view->top = view->top < 0 ? 0 : view->top;
    view->left = view->left < 0 ? 0 : view->left;
    return true;
}
