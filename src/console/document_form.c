/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The screen of a form. */

#include "console/document_form.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "console/condition_builder.h"
#include "console/document_copy.h"
#include "console/document_effect.h"
#include "console/document_form_inside.h"
#include "console/document_pages.h"
#include "console/document_tabs.h"
#include "console/document_value.h"
#include "console/field_help.h"
#include "console/key.h"
#include "tui/confirm.h"
#include "wire/setting.h"

enum { LEAST_ROWS = 8 };

static struct form *inside(const struct document_form *form)
{
    return document_fields_form(form->fields);
}

bool document_form_holds(const struct document_form *form)
{
    return form->is_unsaved || form_is_dirty(inside(form));
}

void document_form_close(struct document_form *form)
{
    ui_close(form->program->ui, form);
}

/* What the focused setting does; NULL: none is. */
static const char *word_help(const struct document_form *form,
                             const struct surface *surface)
{
    const struct field *field = document_fields_focused(form->fields);

    return field ? surface_say(surface, document_fields_help(field)) : NULL;
}

/* Of a document that there is, and as it would be sent now. */
static int draw_effect(struct document_form *form,
                       const struct surface *surface)
{
    const struct record *record = form->list->record;
    const struct document_effect effect = { form->list, form->was, form->seen };
    int rows = surface->rows - DOCUMENT_EFFECT_ROWS;

    if (rows < LEAST_ROWS || form->is_sent ||
        field_get_integer(record_field(record, "id"), form->was) == 0)
        return 0;
    memcpy(form->seen, form->was, record->size);
    document_fields_peek(form->fields, form->seen);
    if (document_effect_count(&effect) == 0)
        return 0;

    struct surface part =
        surface_part(surface, rows, 0, DOCUMENT_EFFECT_ROWS, surface->columns);
    document_effect_draw(form->program, &effect, &part);
    return DOCUMENT_EFFECT_ROWS;
}

static void form_draw_all(void *state, const struct surface *surface)
{
    struct document_form *form = state;

    document_fields_follow(form->fields);

    const char *help = word_help(form, surface);
    int rows = surface->rows - field_help_rows(surface, help);
    struct surface top = surface_part(surface, 0, 0, rows, surface->columns);
    int tabs = document_pages_draw(form, DOCUMENT_PAGE_NONE, &top);

    top = surface_part(&top, tabs, 0, top.rows - tabs, top.columns);
    top.rows -= draw_effect(form, &top);
    form_draw(inside(form), &top, true);
    field_help_draw(surface, help);
}

static void leave_answer(void *arg, bool is_yes)
{
    if (is_yes)
        document_form_close(arg);
}

static bool form_leave(void *state)
{
    struct document_form *form = state;

    if (!document_form_holds(form))
        return false;
    (void)confirm_push(
        form->program->ui,
        &(struct confirm){
            .title = N_("Not saved"),
            .lines = { N_("What you have typed here is stored nowhere yet.") },
            .yes = N_("Leave without saving"),
            .answer = leave_answer,
            .arg = form,
        });
    return true;
}

static bool form_input_all(void *state, const struct input *input)
{
    struct document_form *form = state;

    document_fields_follow(form->fields);
    enum form_event event = form_input(inside(form), input);
    int id = form_focused(inside(form));

    document_fields_follow(form->fields);
    if (event == FORM_PRESSED && id == DOCUMENT_SAVE)
        ui_run(form->program->ui, form->list->change_action);
    else if (event == FORM_PRESSED && id == DOCUMENT_DISCARD)
        document_form_close(form);
    else if (event == FORM_ENTERED)
        return form_input(inside(form),
                          &(struct input){ .kind = INPUT_STROKE,
                                           .stroke = STROKE_TAB }) !=
               FORM_IGNORED;
    return event != FORM_IGNORED;
}

static void take_condition(void *owner, const char *text)
{
    struct document_form *form = owner;

    document_fields_type(form->fields, "condition", text);
}

/* Behind the sections come the pages, and behind those the first section. */
static void turn_tab(struct document_form *form, bool is_back)
{
    const char *names[DOCUMENT_PAGES];
    int pages = document_pages_of(form, names);

    if (document_tabs_turn(form->fields, is_back) || pages == 0)
        return;
    document_pages_open(form, is_back ? (enum document_page)(pages - 1)
                                      : (enum document_page)0);
}

static bool form_run(void *state, int action)
{
    struct document_form *form = state;

    if (action == DO_RULE_BUILD)
        (void)condition_builder_open(
            form->program, document_fields_text(form->fields, "condition"),
            take_condition, form);
    else if (action == form->list->change_action)
        document_form_save(form);
    else if (action == DO_QUEUE_NEXT_TAB || action == DO_QUEUE_LAST_TAB)
        turn_tab(form, action == DO_QUEUE_LAST_TAB);
    else if (action == DO_QUEUE_FORM_VERSIONS)
        document_form_history(form);
    else
        return false;
    return true;
}

static bool form_is_typing_all(const void *state)
{
    return form_is_typing(inside(state));
}

static int form_pane(const void *state)
{
    return ((const struct document_form *)state)->list->form_scope;
}

static void form_trail(const void *state, struct safe_text *ret_name)
{
    const struct document_form *form = state;
    const struct record *record = form->list->record;
    const char *name = field_get_text(record_field(record, "name"), form->was);

    bool is_new = field_get_integer(record_field(record, "id"), form->was) == 0;

    safe_text_copy(ret_name,
                   !is_new ? name
                           : program_text(form->program, form->list->adding));
}

static void form_free_all(void *state)
{
    struct document_form *form = state;

    errands_forget(form->program->errands, form);
    document_fields_free(form->fields);
    free(form->was);
    free(form->mine);
    free(form->seen);
    free(form);
}

static const struct view_kind form_kind = {
    .draw = form_draw_all,
    .input = form_input_all,
    .run = form_run,
    .is_typing = form_is_typing_all,
    .pane = form_pane,
    .leave = form_leave,
    .trail = form_trail,
    .free = form_free_all,
};

int document_form_begin(struct document_form *form, const void *document)
{
    struct document_fields *fields;
    int rc = document_fields_new(form->program, form->list, document, &fields);

    if (rc < 0)
        return rc;
    document_fields_free(form->fields);
    form->fields = fields;
    form->is_unsaved = false;
    memmove(form->was, document, form->list->record->size);
    return 0;
}

/* The document as it is now, or presets. NULL: it is gone, or no memory. */
static void *read_document(const struct program *program,
                           const struct document_list *list, uint64_t id)
{
    void *copy = calloc(1, list->record->size);
    const struct replica *rows = program_rows(program);
    const struct replica_row *row =
        id && rows ? replica_find(rows, list->topic, id) : NULL;

    if (copy && row)
        memcpy(copy, row->fields, list->record->size);
    else if (copy && id == 0)
        setting_presets(list->record, copy);
    else {
        free(copy);
        return NULL;
    }
    return copy;
}

/* By what it is matched with when it is sent; "" of a new one. */
static void tag_document(const struct program *program,
                         const struct document_list *list, uint64_t id,
                         char ret_tag[DOCUMENT_TAG_SIZE])
{
    const struct replica *rows = program_rows(program);
    const struct replica_row *row =
        id && rows ? replica_find(rows, list->topic, id) : NULL;

    ret_tag[0] = '\0';
    if (row)
        document_row_tag(list, row->fields, ret_tag);
}

/* The document becomes the form's; NULL: there is none. */
static int open_with(struct program *program, const struct document_list *list,
                     void *document, uint64_t id)
{
    struct document_form *form = calloc(1, sizeof(*form));
    int rc = !document ? -ENOENT : !form ? -ENOMEM : 0;

    if (rc == 0) {
        form->program = program;
        form->list = list;
        form->was = document;
        tag_document(program, list, id, form->tag);
        form->mine = calloc(1, list->record->size);
        form->seen = calloc(1, list->record->size);
        rc = form->mine && form->seen ? document_form_begin(form, document)
                                      : -ENOMEM;
        document = NULL;
    }
    if (rc == 0)
        return ui_push(program->ui, &form_kind, form);
    free(document);
    if (form) {
        free(form->was);
        free(form->mine);
        free(form->seen);
        free(form);
    }
    return rc;
}

int document_form_open(struct program *program,
                       const struct document_list *list, uint64_t id)
{
    assert(program && list);

    return open_with(program, list, read_document(program, list, id), id);
}

int document_form_copy(struct program *program,
                       const struct document_list *list, uint64_t id)
{
    assert(program && list && id != 0);
    void *document = read_document(program, list, id);
    void *copy = document ? calloc(1, list->record->size) : NULL;

    if (copy)
        document_copy(program, list, document, copy);
    free(document);
    return open_with(program, list, copy, 0);
}

int document_form_add(struct program *program, const struct document_list *list,
                      const char *setting, uint64_t id)
{
    assert(program && list && setting);
    void *document = read_document(program, list, 0);

    if (document)
        field_set_integer(record_field(list->record, setting), document,
                          (int64_t)id);
    return open_with(program, list, document, 0);
}

bool document_form_is_dirty(const struct program *program)
{
    assert(program);
    const struct document_form *form;

    for (size_t n = 0; (form = ui_nth(program->ui, &form_kind, n)); n++)
        if (document_form_holds(form))
            return true;
    return false;
}
