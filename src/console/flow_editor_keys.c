/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Movement: from box to box, of boxes, and to where an exit leads. */

#include <errno.h>

#include "console/flow_editor_inside.h"
#include "console/key.h"

static struct canvas *canvas_in_use(struct flow_editor *editor)
{
    return editor->is_small ? editor->small : editor->canvas;
}

static void step_to(struct flow_editor *editor, int *number,
                    enum canvas_way way)
{
    int index = flow_draft_find(editor->draft, *number);
    int next =
        index < 0 ? -ENOENT
                  : canvas_neighbour(canvas_in_use(editor), (size_t)index, way);

    if (next >= 0)
        *number = flow_draft_number(editor->draft, (size_t)next);
    editor->is_moved = true;
}

static void step_on(struct flow_editor *editor, int *number, int by)
{
    int count = (int)flow_draft_count(editor->draft);
    int index = flow_draft_find(editor->draft, *number);

    if (count > 0 && index >= 0)
        *number = flow_draft_number(editor->draft,
                                    (size_t)((index + by + count) % count));
    editor->is_moved = true;
}

static int way_of_stroke(uint32_t stroke)
{
    switch (stroke) {
    case STROKE_UP:
    case 'k':
        return CANVAS_UP;
    case STROKE_RIGHT:
    case 'l':
        return CANVAS_RIGHT;
    case STROKE_DOWN:
    case 'j':
        return CANVAS_DOWN;
    case STROKE_LEFT:
    case 'h':
        return CANVAS_LEFT;
    default:
        return -ENOENT;
    }
}

static bool take_step(struct flow_editor *editor, uint32_t stroke, int *number)
{
    int way = way_of_stroke(stroke);

    if (way >= 0)
        step_to(editor, number, (enum canvas_way)way);
    else if (stroke == STROKE_TAB)
        step_on(editor, number, 1);
    else if (stroke == STROKE_BACK_TAB)
        step_on(editor, number, -1);
    else if (stroke == STROKE_HOME)
        flow_editor_select(editor, 0);
    else
        return false;
    return true;
}

static void mark(struct flow_editor *editor)
{
    for (size_t i = 0; i < editor->marked_count; i++)
        if (editor->marked[i] == editor->selected) {
            editor->marked[i] = editor->marked[--editor->marked_count];
            return;
        }
    if (editor->marked_count < FLOW_DRAFT_NODES)
        editor->marked[editor->marked_count++] = editor->selected;
}

static bool take_select(struct flow_editor *editor, uint32_t stroke)
{
    if (stroke == STROKE_ESCAPE && editor->marked_count > 0)
        editor->marked_count = 0;
    else if (stroke == ' ')
        mark(editor);
    else
        return take_step(editor, stroke, &editor->selected);
    return true;
}

static bool take_move(struct flow_editor *editor, uint32_t stroke)
{
    static const int rows[] = { -1, 0, 1, 0 };
    static const int columns[] = { 0, CANVAS_GRID, 0, -CANVAS_GRID };
    int way = way_of_stroke(stroke);

    if (way >= 0)
        flow_editor_shift(editor, rows[way], columns[way]);
    return way >= 0;
}

/* A node can be aimed at by its number, too. */
static void aim_by_digit(struct flow_editor *editor, uint32_t stroke)
{
    int digit = (int)stroke - '0';
    int longer = editor->aim * 10 + digit;

    editor->aim = flow_draft_find(editor->draft, longer) >= 0  ? longer
                  : flow_draft_find(editor->draft, digit) >= 0 ? digit
                                                               : editor->aim;
    editor->is_moved = true;
}

static bool take_aim(struct flow_editor *editor, uint32_t stroke)
{
    if (stroke < '0' || stroke > '9')
        return take_step(editor, stroke, &editor->aim);
    aim_by_digit(editor, stroke);
    return true;
}

bool flow_editor_input(void *state, const struct input *input)
{
    struct flow_editor *editor = state;

    if (!editor->draft)
        return false;
    if (input->kind == INPUT_CLICK || input->kind == INPUT_WHEEL)
        return flow_editor_mouse(editor, input);
    if (input->kind != INPUT_STROKE)
        return false;
    switch (editor->mode) {
    case FLOW_MOVES:
        return take_move(editor, input->stroke);
    case FLOW_AIMS:
        return take_aim(editor, input->stroke);
    default:
        return take_select(editor, input->stroke);
    }
}

/* What ends a mode. */

static void end_move(struct flow_editor *editor, bool stays)
{
    editor->mode = FLOW_SELECTS;
    if (stays)
        return;
    while (flow_draft_steps(editor->draft) > editor->moves_from)
        (void)flow_draft_undo(editor->draft);
    flow_editor_follow(editor);
}

static void end_aim(struct flow_editor *editor)
{
    editor->mode = FLOW_SELECTS;
    editor->is_moved = true;
    ui_filter(editor->program->ui, "");
}

/* Help, the palette, or a search while an exit is led somewhere: it goes on
   when they are closed. */
static bool goes_on(const struct flow_editor *editor, int action)
{
    const struct action *row =
        action_of_id(ui_action_table(editor->program->ui), action);

    return !row || row->scope != SCOPE_FLOW;
}

bool flow_editor_end_mode(struct flow_editor *editor, int action)
{
    switch (action) {
    case DO_FLOW_MOVED:
    case DO_FLOW_UNMOVED:
        end_move(editor, action == DO_FLOW_MOVED);
        return true;
    case DO_FLOW_AIMED:
        flow_editor_lead(editor, flow_draft_find(editor->draft, editor->aim));
        return true;
    case DO_FLOW_NOWHERE:
        flow_editor_lead(editor, -ENOENT);
        return true;
    case DO_FLOW_ENDS:
        flow_editor_lead_to(editor, FLOW_TO_END);
        return true;
    case DO_FLOW_UNAIMED:
        end_aim(editor);
        return true;
    default:
        if (goes_on(editor, action))
            return false;
        /* Another one: what was moved stays, what was aimed at is not. */
        if (editor->mode == FLOW_AIMS)
            end_aim(editor);
        editor->mode = FLOW_SELECTS;
        return false;
    }
}
