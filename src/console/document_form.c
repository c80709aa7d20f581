/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From settings to fields, and from fields to what the server is asked. */

#include "console/document_form.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "console/document_kinds.h"
#include "console/document_values.h"
#include "console/key.h"
#include "console/setting_label.h"
#include "tui/confirm.h"
#include "tui/form.h"
#include "wire/record_json.h"
#include "wire/setting.h"
#include "wire/value.h"

struct editor {
    struct program *program;
    const struct document_screen *screen;
    const struct record *record;
    struct form *form;
    uint64_t id; /* 0: new */
    int64_t version;
    void *data;     /* what is in the form, as far as it can be read */
    void *original; /* as it was opened */
    struct document_choice choices[FORM_FIELDS];
    bool is_sent;
};

/* Fields are numbered from 1 by their place in the record. */
static int id_of(const struct editor *editor, const struct field *field)
{
    return (int)(field - editor->record->fields) + 1;
}

static const struct field *field_of(const struct editor *editor, int id)
{
    return id > 0 && (size_t)id <= editor->record->field_count
               ? &editor->record->fields[id - 1]
               : NULL;
}

static bool is_choice(const struct field *field)
{
    return field->kind == FIELD_WORD || field->kind == FIELD_ID;
}

/* What is stored, into the form. */
static void fill_form(struct editor *editor)
{
    for (size_t i = 0; i < editor->record->field_count; i++) {
        const struct field *field = &editor->record->fields[i];
        int id = id_of(editor, field);
        char text[SETTING_TEXT_SIZE];

        if (!field->is_setting)
            continue;
        setting_format(field, editor->data, text);
        if (field->kind == FIELD_FLAG)
            form_set_check(editor->form, id,
                           field_get_integer(field, editor->data) != 0);
        else if (is_choice(field))
            form_set_choice(
                editor->form, id,
                document_choice_find(&editor->choices[i],
                                     field_get_integer(field, editor->data)));
        else
            form_set_text(editor->form, id, text);
    }
    form_clean(editor->form);
}

/* One field of the form, into data; false: it cannot be read. */
static bool take_field(struct editor *editor, const struct field *field)
{
    int id = id_of(editor, field);
    struct mistake mistake = { .code = MISTAKE_NONE };

    if (field->kind == FIELD_FLAG) {
        field_set_integer(field, editor->data, form_check(editor->form, id));
        return true;
    }
    if (is_choice(field)) {
        field_set_integer(field, editor->data,
                          document_choice_value(&editor->choices[id - 1],
                                                form_choice(editor->form, id)));
        return true;
    }
    if (setting_parse(field, form_text(editor->form, id), editor->data,
                      &mistake) == 0)
        return true;
    form_set_error(editor->form, id,
                   program_text(editor->program,
                                mistake.text ? mistake.text
                                             : N_("This cannot stand here.")));
    form_focus(editor->form, id);
    return false;
}

static bool take_form(struct editor *editor)
{
    bool is_good = true;

    for (size_t i = editor->record->field_count; i > 0; i--)
        if (editor->record->fields[i - 1].is_setting &&
            !take_field(editor, &editor->record->fields[i - 1]))
            is_good = false;
    return is_good;
}

/* Sending, and what comes of it. */

static struct json_t *make_body(const struct editor *editor)
{
    struct json_t *body = value_object();

    for (size_t i = 0; i < editor->record->field_count; i++) {
        const struct field *field = &editor->record->fields[i];

        if (field->is_setting)
            (void)value_set(body, field->name,
                            field_to_json(field, editor->data));
    }
    return body;
}

static void send(struct editor *editor);

/* What they have changed meanwhile: mine beside it, where I did so, too. */
static void compare(const struct editor *editor, const void *theirs,
                    char ret_lines[CONFIRM_LINES][160])
{
    int count = 0;

    for (size_t i = 0; i < editor->record->field_count; i++) {
        const struct field *field = &editor->record->fields[i];
        const char *label = program_text(editor->program, setting_label(field));
        struct safe_text mine, other;

        if (!field->is_setting || count == CONFIRM_LINES - 2 ||
            field_is_same(field, editor->original, theirs))
            continue;
        document_show(editor->program, field, editor->data, &mine);
        document_show(editor->program, field, theirs, &other);
        if (form_field_is_dirty(editor->form, id_of(editor, field)))
            snprintf(ret_lines[count++], 160,
                     program_text(editor->program,
                                  N_("%s: yours %s replaces theirs %s")),
                     label, mine.text, other.text);
        else
            snprintf(ret_lines[count++], 160,
                     program_text(editor->program, N_("%s: theirs %s stays")),
                     label, other.text);
    }
}

/* Theirs, and in it what was changed here. */
static void merge(struct editor *editor, const void *theirs)
{
    memcpy(editor->data, theirs, editor->record->size);
    editor->version =
        field_get_integer(record_field(editor->record, "version"), theirs);
    for (size_t i = 0; i < editor->record->field_count; i++) {
        const struct field *field = &editor->record->fields[i];

        if (field->is_setting &&
            form_field_is_dirty(editor->form, id_of(editor, field)))
            (void)take_field(editor, field);
    }
}

static void answer_conflict(void *arg, bool is_yes)
{
    struct editor *editor = arg;
    const struct replica_row *row = replica_find(
        program_rows(editor->program), editor->screen->topic, editor->id);

    if (!is_yes || !row)
        return;
    merge(editor, row->fields);
    send(editor);
}

static void ask_about_conflict(struct editor *editor)
{
    const struct replica_row *row = replica_find(
        program_rows(editor->program), editor->screen->topic, editor->id);
    char lines[CONFIRM_LINES][160] = { { 0 } };
    struct confirm confirm = {
        .title = N_("Somebody changed it meanwhile"),
        .yes = N_("Save my changes"),
        .answer = answer_conflict,
        .arg = editor,
    };
    int count = 0;

    if (!row) {
        ui_say(editor->program->ui, SEVERITY_ERROR, "%s",
               program_text(editor->program, N_("It has been removed.")));
        return;
    }
    compare(editor, row->fields, lines);
    while (count < CONFIRM_LINES - 2 && lines[count][0]) {
        confirm.lines[count] = lines[count];
        count++;
    }
    confirm.lines[count] = N_("No keeps your edits in the form, not saved.");
    confirm_push(editor->program->ui, &confirm);
}

static void show_refusal(struct editor *editor, const struct outcome *outcome)
{
    const struct client_problem *problem = &outcome->problem;
    const struct field *field = record_field(editor->record, problem->field);
    struct safe_text detail;

    ui_say(editor->program->ui, SEVERITY_ERROR, "%s", outcome->complaint.text);
    if (!field || !field->is_setting)
        return;
    safe_text_copy(&detail, problem->detail);
    form_set_error(editor->form, id_of(editor, field), detail.text);
    form_focus(editor->form, id_of(editor, field));
}

static void done(void *owner, const struct outcome *outcome)
{
    struct editor *editor = owner;

    editor->is_sent = false;
    if (outcome->is_done) {
        ui_say(editor->program->ui, SEVERITY_INFO, "%s",
               program_text(editor->program, N_("Saved.")));
        form_clean(editor->form);
        ui_close(editor->program->ui, editor);
    } else if (outcome->problem.status == 412) {
        ask_about_conflict(editor);
    } else {
        show_refusal(editor, outcome);
    }
}

static void send(struct editor *editor)
{
    char match[32];
    struct errand errand = {
        .route = editor->id ? editor->screen->change : editor->screen->create,
        .id = editor->id,
        .match = editor->id ? match : NULL,
        .body = make_body(editor),
        .done = done,
        .owner = editor,
        .is_quiet = true,
    };

    snprintf(match, sizeof(match), "\"%" PRId64 "\"", editor->version);
    editor->is_sent = program_send(editor->program, &errand);
}

/* The view. */

static void editor_draw(void *state, const struct surface *surface)
{
    struct editor *editor = state;
    const struct field *field = field_of(editor, form_focused(editor->form));
    struct surface fields =
        surface_part(surface, 0, 0, surface->rows - 2, surface->columns);

    surface_rule(surface, surface->rows - 2, NULL, NULL);
    if (field && field->doc)
        surface_label(surface, (struct place){ surface->rows - 1, 1, 0, false },
                      LOOK(DIM, 0), field->doc);
    form_draw(editor->form, &fields, true);
}

static bool editor_input(void *state, const struct input *input)
{
    struct editor *editor = state;
    enum form_event event = form_input(editor->form, input);
    const struct field *field = field_of(editor, form_focused(editor->form));

    /* What can be chosen elsewhere may depend on it. */
    if (event == FORM_CHANGED && field && is_choice(field))
        (void)take_field(editor, field);
    return event != FORM_IGNORED;
}

static void save(struct editor *editor)
{
    if (editor->is_sent)
        return;
    if (!take_form(editor)) {
        ui_say(editor->program->ui, SEVERITY_ERROR, "%s",
               program_text(editor->program,
                            N_("Not saved: see the marked field.")));
        return;
    }
    send(editor);
}

static bool editor_run(void *state, int action)
{
    if (action != DO_SAVE)
        return false;
    save(state);
    return true;
}

static bool editor_is_typing(const void *state)
{
    return form_is_typing(((const struct editor *)state)->form);
}

static void answer_leave(void *arg, bool is_yes)
{
    struct editor *editor = arg;

    if (is_yes) {
        form_clean(editor->form);
        ui_close(editor->program->ui, editor);
    }
}

static bool editor_leave(void *state)
{
    struct editor *editor = state;

    if (!form_is_dirty(editor->form))
        return false;
    return confirm_push(editor->program->ui,
                        &(struct confirm){
                            .title = N_("Leave without saving"),
                            .lines = { N_("What you changed is lost.") },
                            .yes = N_("Leave"),
                            .answer = answer_leave,
                            .arg = editor,
                        }) == 0;
}

static void editor_trail(const void *state, struct safe_text *ret_name)
{
    const struct editor *editor = state;

    if (!editor->id || !document_name(editor->program, editor->screen->kind,
                                      editor->id, ret_name))
        safe_text_copy(ret_name, program_text(editor->program, N_("New")));
}

static void editor_free(void *state)
{
    struct editor *editor = state;

    errands_forget(editor->program->errands, editor);
    form_free(editor->form);
    free(editor->data);
    free(editor->original);
    free(editor);
}

static const struct view_kind editor_kind = {
    .name = N_("Edit"),
    .scopes = { SCOPE_DOCUMENT, SCOPE_FORM },
    .draw = editor_draw,
    .input = editor_input,
    .run = editor_run,
    .is_typing = editor_is_typing,
    .leave = editor_leave,
    .trail = editor_trail,
    .free = editor_free,
};

/* Building it. */

static enum form_kind form_kind_of(const struct field *field)
{
    if (field->kind == FIELD_FLAG)
        return FORM_CHECK;
    return is_choice(field) ? FORM_CHOICE : FORM_TEXT;
}

static int cells_of(const struct field *field)
{
    if (field->kind == FIELD_COUNT || field->kind == FIELD_PERIOD)
        return 12;
    return field->kind == FIELD_WORD ? 24 : 36;
}

static int make_form(struct editor *editor)
{
    struct form_field fields[FORM_FIELDS];
    int count = 0;

    for (size_t i = 0; i < editor->record->field_count; i++) {
        const struct field *field = &editor->record->fields[i];
        struct document_choice *choice = &editor->choices[i];

        if (!field->is_setting || count == FORM_FIELDS)
            continue;
        *choice = (struct document_choice){ editor->program, editor->record,
                                            field, editor->data };
        fields[count++] = (struct form_field){
            .id = id_of(editor, field),
            .kind = form_kind_of(field),
            .label = setting_label(field),
            .cells = cells_of(field),
            .options = is_choice(field) ? document_choice_count : NULL,
            .option = is_choice(field) ? document_choice_option : NULL,
            .arg = choice,
        };
    }
    return form_new(fields, count, &editor->form);
}

static int load(struct editor *editor)
{
    const struct replica_row *row;

    if (!editor->id) {
        setting_presets(editor->record, editor->data);
        return 0;
    }
    row = replica_find(program_rows(editor->program), editor->screen->topic,
                       editor->id);
    if (!row)
        return -ENOENT;
    memcpy(editor->data, row->fields, editor->record->size);
    memcpy(editor->original, row->fields, editor->record->size);
    editor->version = field_get_integer(record_field(editor->record, "version"),
                                        editor->data);
    return 0;
}

int document_form_push(struct program *program, enum document_kind kind,
                       uint64_t id)
{
    struct editor *editor = calloc(1, sizeof(*editor));
    int rc = editor ? 0 : -ENOMEM;

    if (rc < 0)
        return rc;
    editor->program = program;
    editor->screen = document_screen_of(kind);
    editor->record = document_kind_info(kind)->record;
    editor->id = id;
    editor->data = calloc(1, editor->record->size);
    editor->original = calloc(1, editor->record->size);
    if (!editor->data || !editor->original)
        rc = -ENOMEM;
    if (rc == 0)
        rc = load(editor);
    if (rc == 0)
        rc = make_form(editor);
    if (rc < 0) {
        editor_free(editor);
        return rc;
    }
    fill_form(editor);
    return ui_push(program->ui, &editor_kind, editor);
}
