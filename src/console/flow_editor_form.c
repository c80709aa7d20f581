/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One node in a form, made from the table of node types: settings on the left,
 * exits on the right. */

#include <assert.h>
#include <errno.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "console/document_fields.h"
#include "console/field_help.h"
#include "console/flow_editor_inside.h"
#include "console/flow_exits.h"
#include "console/flow_prompt_line.h"
#include "console/flow_prompts.h"
#include "console/flow_today.h"
#include "console/key.h"
#include "tui/confirm.h"

enum { FIELDS = 24, EXIT_CELLS = 34 };

/* What the fields on the left write to: a node's settings, and its name. */
struct values {
    union node_settings settings;
    struct name name;
};

struct flow_form {
    struct flow_editor *editor;
    int number; /* of the node */
    struct field table[FIELDS];
    struct record record;
    struct document_list list; /* only its record is looked at */
    struct document_fields *fields;
    struct flow_exits exits;
    struct flow_prompts prompts;
    bool is_right; /* the exits have the keys */
    int right_at;  /* the column of the screen where they begin */
};

static const struct field name_field = {
    .name = "name",
    .kind = FIELD_NAME,
    .offset = offsetof(struct values, name),
    .size = sizeof(struct name),
    .is_setting = true,
    .is_required = true,
    .min = 1,
    .max = sizeof(struct name) - 1,
    .doc = N_("what other nodes and commands call it"),
};

/* The name stands before what the type has. */
static void make_table(struct flow_form *form, enum node_type type)
{
    struct record settings = flow_kind_settings(type);

    assert(settings.field_count < FIELDS);
    form->table[0] = name_field;
    memcpy(&form->table[1], settings.fields,
           settings.field_count * sizeof(form->table[0]));
    form->record = settings;
    form->record.fields = form->table;
    form->record.field_count = settings.field_count + 1;
    form->record.size = sizeof(struct values);
    form->list.record = &form->record;
}

static const struct json_t *node_of(const struct flow_form *form)
{
    int index = flow_draft_find(form->editor->draft, form->number);

    return index < 0 ? NULL
                     : flow_draft_node(form->editor->draft, (size_t)index);
}

static bool is_dirty(const struct flow_form *form)
{
    return form_is_dirty(document_fields_form(form->fields)) ||
           form_is_dirty(form->exits.form);
}

/* Keeping. */

static bool name_is_taken(const struct flow_form *form, const char *name)
{
    int index = flow_draft_named(form->editor->draft, name);

    return index >= 0 && flow_draft_number(form->editor->draft,
                                           (size_t)index) != form->number;
}

/* Exits first: they are told by the names as they were. */
static struct json_t *node_from(const struct flow_form *form,
                                const struct values *values)
{
    struct json_t *led = flow_exits_read(&form->exits);
    struct json_t *node = led ? flow_kind_write(led, &values->settings) : NULL;

    value_free(led);
    if (node && value_set_text(node, "name", values->name.text) < 0)
        node = value_free(node);
    return node;
}

static void keep(struct flow_form *form)
{
    struct flow_editor *editor = form->editor;
    struct ui *ui = editor->program->ui;
    struct values values = { 0 };
    int index = flow_draft_find(editor->draft, form->number);

    flow_kind_read(form->exits.node, &values.settings);
    if (document_fields_read(form->fields, &values) > 0 || index < 0) {
        form->is_right = false;
        ui_say(ui, SEVERITY_WARNING, "%s",
               program_text(editor->program,
                            N_("Not kept: look at the marked fields.")));
        return;
    }
    if (name_is_taken(form, values.name.text)) {
        form->is_right = false;
        (void)document_fields_complain(
            form->fields, "name",
            program_text(editor->program, N_("Another node has this name.")));
        return;
    }
    int rc = flow_draft_replace(editor->draft, (size_t)index,
                                node_from(form, &values));
    if (flow_editor_failed(editor, rc))
        return;
    flow_editor_follow(editor);
    ui_close(ui, form);
}

/* Keys. */

static bool left_input(struct flow_form *form, const struct input *input)
{
    struct form *fields = document_fields_form(form->fields);
    int before = form_focused(fields);

    if (input->kind == INPUT_STROKE && input->stroke == STROKE_TAB &&
        before == DOCUMENT_DISCARD) {
        form->is_right = true;
        return true;
    }
    enum form_event event = form_input(fields, input);
    int id = form_focused(fields);

    document_fields_follow(form->fields);
    if (event == FORM_PRESSED && id == DOCUMENT_SAVE)
        keep(form);
    else if (event == FORM_PRESSED && id == DOCUMENT_DISCARD)
        ui_close(form->editor->program->ui, form);
    else if (event == FORM_ENTERED)
        return form_input(fields, &(struct input){ .kind = INPUT_STROKE,
                                                   .stroke = STROKE_TAB }) !=
               FORM_IGNORED;
    return event != FORM_IGNORED;
}

static bool right_event(struct flow_form *form, enum flow_exits_event event)
{
    switch (event) {
    case FLOW_EXITS_LEFT:
        form->is_right = false;
        return true;
    case FLOW_EXITS_LOST:
        (void)flow_editor_failed(form->editor, -ENOMEM);
        return true;
    case FLOW_EXITS_TAKEN:
        return true;
    default:
        return false;
    }
}

static bool right_input(struct flow_form *form, const struct input *input)
{
    return right_event(
        form, flow_exits_input(&form->exits, input,
                               program_language(form->editor->program)));
}

static bool form_view_input(void *state, const struct input *input)
{
    struct flow_form *form = state;

    if (input->kind == INPUT_CLICK)
        form->is_right = input->column >= form->right_at;
    return form->is_right ? right_input(form, input) : left_input(form, input);
}

static bool form_view_run(void *state, int action)
{
    struct flow_form *form = state;

    if (action == DO_FLOW_KEEP)
        keep(form);
    else if (action == DO_FLOW_SIDE)
        form->is_right = !form->is_right;
    else if (action == DO_FLOW_PROMPT && !form->is_right)
        flow_prompts_open(&form->prompts);
    else if (action == DO_FLOW_RECORD && !form->is_right)
        flow_prompts_record(&form->prompts);
    else if (action == DO_FLOW_UNCHOOSE && form->is_right)
        return right_event(form, flow_exits_drop(&form->exits));
    else
        return false;
    return true;
}

static bool has_prompt(const struct flow_form *form)
{
    for (size_t i = 0; i < form->record.field_count; i++)
        if (flow_prompts_name(&form->record.fields[i]))
            return true;
    return false;
}

/* Only a choice can be taken away; and not every node plays something. */
static bool form_view_hides(const void *state, int action)
{
    const struct flow_form *form = state;

    if (action == DO_FLOW_PROMPT || action == DO_FLOW_RECORD)
        return !has_prompt(form);
    return action == DO_FLOW_UNCHOOSE &&
           !(form->is_right && flow_exits_may_drop(&form->exits));
}

static bool form_view_is_typing(const void *state)
{
    const struct flow_form *form = state;

    return form_is_typing(form->is_right ? form->exits.form
                                         : document_fields_form(form->fields));
}

static void leave_answer(void *arg, bool is_yes)
{
    struct flow_form *form = arg;

    if (is_yes)
        ui_close(form->editor->program->ui, form);
}

static bool form_view_leave(void *state)
{
    struct flow_form *form = state;

    if (!is_dirty(form))
        return false;
    (void)confirm_push(form->editor->program->ui,
                       &(struct confirm){
                           .title = N_("Not kept"),
                           .lines = { N_("What you have typed here is in no "
                                         "node yet.") },
                           .yes = N_("Leave without it"),
                           .answer = leave_answer,
                           .arg = form,
                       });
    return true;
}

/* Drawing. */

static const char *help_of(const struct flow_form *form)
{
    const struct field *field = document_fields_focused(form->fields);

    if (!form->is_right)
        return field ? field->doc : NULL;
    return flow_exits_help(&form->exits);
}

static int draw_into(const struct flow_form *form,
                     const struct surface *surface, int row)
{
    const struct flow_draft *draft = form->editor->draft;
    const char *name = value_get_text(node_of(form), "name");

    surface_label(surface, (struct place){ row, 1, 0, false }, LOOK(TITLE, 0),
                  N_("Led to by"));
    for (size_t i = 0; i < flow_draft_count(draft); i++) {
        struct flow_exit exits[FLOW_EXITS];
        size_t count = flow_kind_exits(flow_draft_node(draft, i), exits);

        for (size_t k = 0; k < count && row + 1 < surface->rows; k++) {
            struct safe_text text;

            if (!exits[k].to || !name || strcmp(exits[k].to, name) != 0)
                continue;
            safe_text_format(
                &text, "%d %s, %s", flow_draft_number(draft, i),
                flow_kind_title(flow_draft_node(draft, i)),
                surface_say(surface, flow_kind_exit_name(&exits[k])));
            surface_text(surface, (struct place){ ++row, 1, 0, false },
                         LOOK(TEXT, 0), &text);
        }
    }
    return row + 2;
}

static void draw_right(struct flow_form *form, const struct surface *surface)
{
    struct surface inside =
        surface_part(surface, 1, 2, surface->rows - 1, surface->columns - 2);
    int rows = form_rows(form->exits.form, inside.columns);

    surface_rule(surface, 0, surface_say(surface, N_("Exits")), NULL);
    for (int row = 1; row < surface->rows; row++)
        surface_glyph(surface, row, 0, LOOK(LINE, 0), GLYPH_DOWN_LINE);
    struct surface fields = surface_part(
        &inside, 0, 0, rows < inside.rows ? rows : inside.rows, inside.columns);
    form_draw(form->exits.form, &fields, form->is_right);
    (void)flow_today_draw(&form->editor->counts, node_of(form), &inside,
                          draw_into(form, &inside, rows + 1));
}

/* Of the setting that has the focus, as it is typed: into the rule. */
static void draw_prompt(const struct flow_form *form,
                        const struct surface *surface)
{
    const struct program *program = form->editor->program;
    struct values values = { 0 };
    struct safe_text line, warning;
    uint64_t prompt_id = 0;

    document_fields_peek(form->fields, &values);
    if (!form->is_right)
        prompt_id = flow_prompt_named(
            program, document_fields_focused(form->fields), &values);
    if (!prompt_id)
        return;
    flow_prompt_line(program, surface->style, prompt_id, &line);
    flow_prompt_warning(program, surface->style, prompt_id, &warning);
    surface_rule(surface, 0, line.text, warning.text[0] ? warning.text : NULL);
}

static void form_view_draw(void *state, const struct surface *surface)
{
    struct flow_form *form = state;

    document_fields_follow(form->fields);

    const char *help =
        help_of(form) ? surface_say(surface, help_of(form)) : NULL;
    int rows = surface->rows - field_help_rows(surface, help);
    int columns = surface->columns - EXIT_CELLS;
    struct surface left = surface_part(surface, 0, 0, rows, columns);
    struct surface right = surface_part(surface, 0, columns, rows, EXIT_CELLS);
    struct surface fields = surface_part(&left, 1, 0, rows - 1, columns);
    struct surface rule = surface_part(surface, rows, 0, 1, surface->columns);
    enum node_type type = (enum node_type)flow_kind_of(form->exits.node);

    form->right_at = right.left;
    surface_rule(&left, 0, surface_say(surface, flow_kind_name(type)), NULL);
    form_draw(document_fields_form(form->fields), &fields, !form->is_right);
    draw_right(form, &right);
    field_help_draw(surface, help);
    draw_prompt(form, &rule);
}

static void form_view_trail(const void *state, struct safe_text *ret_name)
{
    const struct flow_form *form = state;

    safe_text_format(ret_name,
                     program_text(form->editor->program, N_("Node %d")),
                     form->number);
}

static void form_view_free(void *state)
{
    struct flow_form *form = state;

    document_fields_free(form->fields);
    flow_exits_done(&form->exits);
    free(form);
}

static const struct view_kind form_view_kind = {
    .scopes = { SCOPE_FLOW_FORM },
    .draw = form_view_draw,
    .input = form_view_input,
    .run = form_view_run,
    .is_typing = form_view_is_typing,
    .hides = form_view_hides,
    .leave = form_view_leave,
    .trail = form_view_trail,
    .free = form_view_free,
};

static int make_fields(struct flow_form *form, const struct json_t *node)
{
    struct values values = { 0 };

    make_table(form, (enum node_type)flow_kind_of(node));
    flow_kind_read(node, &values.settings);
    snprintf(values.name.text, sizeof(values.name.text), "%s",
             value_get_text(node, "name"));
    int rc = document_fields_new(form->editor->program, &form->list, &values,
                                 &form->fields);
    form->prompts =
        (struct flow_prompts){ form->editor->program, form->fields, NULL };
    return rc < 0 ? rc
                  : flow_exits_begin(&form->exits, form->editor->draft, node);
}

int flow_editor_form(struct flow_editor *editor)
{
    assert(editor);
    struct flow_form *form;

    if (flow_editor_index(editor) < 0)
        return 0;
    form = calloc(1, sizeof(*form));
    if (!form)
        return -ENOMEM;
    form->editor = editor;
    form->number = editor->selected;
    int rc = make_fields(form, node_of(form));
    if (rc < 0) {
        form_view_free(form);
        return rc;
    }
    return ui_push(editor->program->ui, &form_view_kind, form);
}

bool flow_editor_form_is_dirty(const struct program *program)
{
    assert(program);
    const struct flow_form *form;

    for (size_t n = 0; (form = ui_nth(program->ui, &form_view_kind, n)); n++)
        if (is_dirty(form))
            return true;
    return false;
}
