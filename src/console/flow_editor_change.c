/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adding, leading, moving and deleting. */

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "console/flow_editor_inside.h"
#include "core/flow_type.h"
#include "tui/menu.h"

/* A new node stands right of the selected one, below what is there. */

enum { NEW_COLUMNS = FLOW_BOX_CELLS + 8, NEW_ROWS = 5 };

static bool is_free(const struct flow_editor *editor, int row, int column)
{
    for (size_t i = 0; i < canvas_count(editor->canvas); i++) {
        const struct canvas_box *box = canvas_box(editor->canvas, i);

        if (row < box->row + box->rows + 1 && row + NEW_ROWS > box->row &&
            column < box->column + box->columns &&
            column + FLOW_BOX_CELLS > box->column)
            return false;
    }
    return true;
}

static struct canvas_spot place_for_new(const struct flow_editor *editor)
{
    int index = flow_editor_index(editor);
    struct canvas_spot spot = { 1, CANVAS_GRID };

    if (index >= 0) {
        const struct canvas_box *box =
            canvas_box(editor->canvas, (size_t)index);

        spot = (struct canvas_spot){ box->row, box->column + NEW_COLUMNS };
    }
    return spot;
}

void flow_editor_add_at(struct flow_editor *editor, enum node_type type,
                        struct canvas_spot spot)
{
    struct name name;

    while (!is_free(editor, spot.row, spot.column) && spot.row < CANVAS_ROWS)
        spot.row++;
    flow_draft_fresh_name(editor->draft, type, &name);
    int rc = flow_draft_add(editor->draft, flow_kind_new(type, name.text));
    if (rc == -ENOSPC) {
        ui_say(
            editor->program->ui, SEVERITY_WARNING,
            program_text(editor->program, N_("A flow has %d nodes at most.")),
            FLOW_DRAFT_NODES);
        return;
    }
    if (flow_editor_failed(editor, rc))
        return;
    int index = rc;
    rc = flow_draft_move(editor->draft, (size_t)index, spot.row, spot.column,
                         true);
    (void)flow_editor_failed(editor, rc);
    flow_editor_select(editor, index);
    flow_editor_follow(editor);
}

void flow_editor_add_beside(struct flow_editor *editor, enum node_type type)
{
    if (flow_type_has(flow_draft_type(editor->draft), type))
        flow_editor_add_at(editor, type, place_for_new(editor));
    else
        ui_say(editor->program->ui, SEVERITY_WARNING, "%s",
               program_text(editor->program,
                            N_("Flows of this type do not have it.")));
}

static int count_types(const void *arg)
{
    (void)arg;
    return node_type_count;
}

static void type_item(const void *arg, int n, const struct style *style,
                      struct menu_item *ret_item)
{
    const struct flow_editor *editor = arg;

    if (!flow_type_has(flow_draft_type(editor->draft), (enum node_type)n))
        safe_text_copy(&ret_item->reason,
                       lang_text(style->language,
                                 N_("Flows of this type do not have it.")));
    ret_item->letter = flow_kind_letter((enum node_type)n);
    safe_text_copy(
        &ret_item->label,
        lang_text(style->language, flow_kind_name((enum node_type)n)));
    safe_text_copy(
        &ret_item->note,
        lang_text(style->language, node_rule((enum node_type)n)->record->doc));
}

static void choose_type(void *arg, int n, uint32_t stroke)
{
    (void)stroke;
    flow_editor_add_at(arg, (enum node_type)n, place_for_new(arg));
}

void flow_editor_add(struct flow_editor *editor)
{
    (void)menu_push(editor->program->ui, &(struct menu){
                                             .title = N_("Add a node"),
                                             .cells = 72,
                                             .count = count_types,
                                             .item = type_item,
                                             .choose = choose_type,
                                             .arg = editor,
                                         });
}

/* Where an exit leads. */

static size_t exits_of(const struct flow_editor *editor,
                       struct flow_exit exits[FLOW_EXITS])
{
    int index = flow_editor_index(editor);

    return index < 0
               ? 0
               : flow_kind_exits(flow_draft_node(editor->draft, (size_t)index),
                                 exits);
}

static int count_exits(const void *arg)
{
    struct flow_exit exits[FLOW_EXITS];

    return (int)exits_of(arg, exits);
}

/* A key of the phone is its own letter. */
static void exit_item(const void *arg, int n, const struct style *style,
                      struct menu_item *ret_item)
{
    const struct flow_editor *editor = arg;
    struct flow_exit exits[FLOW_EXITS];

    if ((size_t)n >= exits_of(editor, exits))
        return;
    const struct flow_exit *exit = &exits[n];
    int target = flow_draft_target(editor->draft, exit);

    if (exit->is_choice && strlen(exit->key) == 1)
        ret_item->letter = exit->key[0];
    safe_text_copy(&ret_item->label,
                   lang_text(style->language, flow_kind_exit_name(exit)));
    if (target >= 0)
        safe_text_format(
            &ret_item->note, "%d %s",
            flow_draft_number(editor->draft, (size_t)target),
            flow_kind_title(flow_draft_node(editor->draft, (size_t)target)));
    else
        safe_text_copy(&ret_item->note,
                       lang_text(style->language,
                                 exit->ends ? N_("call ends") : N_("nowhere")));
}

static void aim(struct flow_editor *editor, const struct flow_exit *exit)
{
    int target = flow_draft_target(editor->draft, exit);

    ui_filter(editor->program->ui, ""); /* what is looked for is the target */
    editor->exit = *exit;
    editor->exit.to = NULL;
    editor->mode = FLOW_AIMS;
    editor->aim = target >= 0 ? flow_draft_number(editor->draft, (size_t)target)
                              : editor->selected;
    editor->is_moved = true;
}

static void choose_exit(void *arg, int n, uint32_t stroke)
{
    struct flow_editor *editor = arg;
    struct flow_exit exits[FLOW_EXITS];

    (void)stroke;
    if ((size_t)n < exits_of(editor, exits))
        aim(editor, &exits[n]);
}

void flow_editor_connect(struct flow_editor *editor)
{
    struct flow_exit exits[FLOW_EXITS];
    size_t count = exits_of(editor, exits);

    if (count == 0)
        ui_say(editor->program->ui, SEVERITY_INFO, "%s",
               program_text(editor->program,
                            N_("This node leads nowhere: the call ends, or "
                               "goes on outside of the flow.")));
    else if (count == 1)
        aim(editor, &exits[0]);
    else
        (void)menu_push(editor->program->ui,
                        &(struct menu){
                            .title = N_("Connect which exit"),
                            .cells = 56,
                            .count = count_exits,
                            .item = exit_item,
                            .choose = choose_exit,
                            .arg = editor,
                        });
}

void flow_editor_lead(struct flow_editor *editor, int index)
{
    flow_editor_lead_to(
        editor,
        index < 0 ? NULL
                  : value_get_text(
                        flow_draft_node(editor->draft, (size_t)index), "name"));
}

void flow_editor_lead_to(struct flow_editor *editor, const char *to)
{
    int from = flow_editor_index(editor);

    if (editor->mode == FLOW_AIMS)
        ui_filter(editor->program->ui, "");
    editor->mode = FLOW_SELECTS;
    editor->is_moved = true;
    if (from < 0)
        return;
    struct json_t *node = flow_kind_lead(
        flow_draft_node(editor->draft, (size_t)from), &editor->exit, to);

    if (flow_editor_failed(
            editor, flow_draft_replace(editor->draft, (size_t)from, node)))
        return;
    flow_editor_follow(editor);
}

/* Of one, or of all that are marked. */

static size_t chosen(const struct flow_editor *editor,
                     int numbers[FLOW_DRAFT_NODES + 1])
{
    if (editor->marked_count == 0) {
        numbers[0] = editor->selected;
        return flow_editor_index(editor) >= 0;
    }
    memcpy(numbers, editor->marked,
           editor->marked_count * sizeof(editor->marked[0]));
    return editor->marked_count;
}

void flow_editor_remove(struct flow_editor *editor)
{
    int numbers[FLOW_DRAFT_NODES + 1], rc = 0;
    size_t count = chosen(editor, numbers);
    int at = flow_editor_index(editor);

    for (size_t i = 0; i < count && rc == 0; i++) {
        int index = flow_draft_find(editor->draft, numbers[i]);

        flow_draft_join(editor->draft, i > 0);
        rc = flow_draft_remove(editor->draft, (size_t)index);
    }
    flow_draft_join(editor->draft, false);
    editor->marked_count = 0;
    (void)flow_editor_failed(editor, rc);
    if (flow_editor_index(editor) < 0)
        flow_editor_select(editor, at > 0 ? at - 1 : 0);
    flow_editor_follow(editor);
    if (count > 0)
        ui_say(editor->program->ui, SEVERITY_INFO, "%s",
               program_text(editor->program, N_("Deleted. u takes it back.")));
}

/* None over the edge: they keep their distance to each other. */
void flow_editor_shift(struct flow_editor *editor, int rows, int columns)
{
    int numbers[FLOW_DRAFT_NODES + 1], rc = 0;
    size_t count = chosen(editor, numbers);
    bool goes_on = flow_draft_steps(editor->draft) > editor->moves_from;

    for (size_t i = 0; i < count; i++) {
        const struct json_t *node = flow_draft_node(
            editor->draft, (size_t)flow_draft_find(editor->draft, numbers[i]));
        int row = flow_draft_row(node), column = flow_draft_column(node);

        if (row + rows < 0)
            rows = -row;
        if (column + columns < 0)
            columns = -column;
    }
    for (size_t i = 0; i < count && rc == 0; i++) {
        int index = flow_draft_find(editor->draft, numbers[i]);
        const struct json_t *node =
            flow_draft_node(editor->draft, (size_t)index);

        rc = flow_draft_move(
            editor->draft, (size_t)index, flow_draft_row(node) + rows,
            flow_draft_column(node) + columns, goes_on || i > 0);
    }
    (void)flow_editor_failed(editor, rc);
    editor->is_moved = true;
    flow_editor_follow(editor);
}
