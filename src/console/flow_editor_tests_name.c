/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A popup with another name for a test. */

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/mark.h"
#include "console/flow_editor_tests.h"
#include "console/form_popup.h"

enum { NAME_MAX_CHARACTERS = 63, ID_NAME = 1 };

struct test_name {
    struct form_popup popup; /* first: see form_popup.h */
    struct test_list *list;
    struct name name; /* as it was */
};

/* As core has names: wire/flow_parse.c asks the same rule. */
static bool is_name(const char *text)
{
    static const struct field rule = { .name = "name",
                                       .kind = FIELD_NAME,
                                       .size = sizeof(struct name) };
    struct name name = { "" };

    return *text && field_set_text(&rule, &name, text) == 0 &&
           field_is_valid(&rule, &name);
}

/* Problems name tests, too. */
static bool call_it(struct flow_editor *editor, int index, const char *name)
{
    int rc = flow_draft_rename_test(editor->draft, (size_t)index, name);

    if (flow_editor_failed(editor, rc))
        return false;
    flow_editor_follow(editor);
    return true;
}

static void rename_test(struct test_name *naming)
{
    struct flow_editor *editor = naming->list->editor;
    const char *text = form_text(naming->popup.form, ID_NAME);
    int index = flow_draft_test_named(editor->draft, naming->name.text);
    int other = flow_draft_test_named(editor->draft, text);

    if (!form_popup_is_ready(&naming->popup))
        return;
    if (!is_name(text))
        form_popup_complain(
            &naming->popup, ID_NAME,
            program_text(editor->program, N_("a-z 0-9 . _ -, at most 63 of "
                                             "them")));
    else if (other >= 0 && other != index)
        form_popup_complain(
            &naming->popup, ID_NAME,
            program_text(editor->program, N_("Another test has this name.")));
    else if (index < 0 || other == index || call_it(editor, index, text))
        ui_close(editor->program->ui, naming);
}

static bool name_input(void *state, const struct input *input)
{
    struct test_name *naming = state;
    enum form_event event = form_input(naming->popup.form, input);

    if (event == FORM_ENTERED)
        rename_test(naming);
    return event != FORM_IGNORED;
}

static void name_free(void *state)
{
    struct test_name *naming = state;

    form_popup_done(&naming->popup);
    free(naming);
}

static const struct view_kind name_kind = {
    .name = N_("Rename the test"),
    .hint = N_("Enter renames it   Esc leaves"),
    .is_popup = true,
    .draw = form_popup_draw,
    .input = name_input,
    .is_typing = form_popup_is_typing,
    .size = form_popup_size,
    .free = name_free,
};

int test_list_rename(struct test_list *list)
{
    static const struct form_field fields[] = {
        { .id = ID_NAME,
          .kind = FORM_TEXT,
          .label = N_("Short name"),
          .max = NAME_MAX_CHARACTERS,
          .is_required = true },
    };
    struct test_name *naming = calloc(1, sizeof(*naming));
    int rc = naming ? form_popup_init(&naming->popup, list->editor->program,
                                      fields, 1)
                    : -ENOMEM;

    if (rc < 0) {
        free(naming);
        return rc;
    }
    naming->list = list;
    snprintf(naming->name.text, sizeof(naming->name.text), "%s",
             test_list_name(list, list->selected));
    form_set_text(naming->popup.form, ID_NAME, naming->name.text);
    return ui_push(list->editor->program->ui, &name_kind, naming);
}
