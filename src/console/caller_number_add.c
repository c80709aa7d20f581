/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One field, and what the server says about it. */

#include <assert.h>
#include <errno.h>
#include <stdlib.h>

#include "base/mark.h"
#include "console/caller_numbers_inside.h"
#include "console/document_value.h"
#include "console/form_popup.h"
#include "wire/value.h"

enum { ID_NUMBER = 1, ID_ADD };
enum { NUMBER_CELLS = 36 };

static const struct form_field fields[] = {
    { .id = ID_NUMBER,
      .kind = FORM_TEXT,
      .label = N_("Number"),
      .cells = NUMBER_CELLS,
      .max = 95,
      .is_required = true },
    { .id = ID_ADD, .kind = FORM_BUTTON, .label = N_("Add") },
};

struct adding {
    struct form_popup popup;        /* first */
    struct caller_numbers *numbers; /* below it: it lives longer */
};

static void done(void *owner, const struct outcome *outcome)
{
    struct adding *adding = owner;
    struct program *program = adding->popup.program;

    if (!form_popup_take(&adding->popup, outcome, ID_NUMBER))
        return;
    ui_say(program->ui, SEVERITY_INFO, "%s",
           program_text(program, N_("The number is in the list.")));
    caller_numbers_reload(adding->numbers);
    ui_close(program->ui, adding);
}

static void send(struct adding *adding)
{
    struct json_t *body;

    if (!form_popup_is_ready(&adding->popup))
        return;
    body = value_object();
    (void)value_set_text(body, "number",
                         form_text(adding->popup.form, ID_NUMBER));
    form_popup_send(&adding->popup,
                    (struct errand){ .route = ROUTE_CALLER_NUMBER_ADD,
                                     .id = adding->numbers->list_id,
                                     .body = body,
                                     .done = done });
}

static bool adding_input(void *state, const struct input *input)
{
    struct adding *adding = state;
    enum form_event event = form_input(adding->popup.form, input);

    if (event == FORM_PRESSED || event == FORM_ENTERED)
        send(adding);
    return event != FORM_IGNORED;
}

static void adding_titles(const void *state, const struct style *style,
                          struct safe_text *ret_left,
                          struct safe_text *ret_right)
{
    const struct adding *adding = state;

    safe_text_copy(ret_left, lang_text(style->language, N_("Add a number")));
    document_name(adding->popup.program, DOCUMENT_CALLER_LIST,
                  adding->numbers->list_id, ret_right);
}

static void adding_free(void *adding)
{
    form_popup_done(adding);
    free(adding);
}

static const struct view_kind adding_kind = {
    .is_popup = true,
    .hint =
        N_("Enter adds it, as +44 161 496 0102   Esc leaves the list as it is"),
    .draw = form_popup_draw,
    .input = adding_input,
    .is_typing = form_popup_is_typing,
    .size = form_popup_size,
    .titles = adding_titles,
    .free = adding_free,
};

int caller_number_ask(struct caller_numbers *numbers)
{
    assert(numbers);
    struct adding *adding = calloc(1, sizeof(*adding));

    if (!adding)
        return -ENOMEM;
    adding->numbers = numbers;
    int rc = form_popup_init(&adding->popup, numbers->program, fields,
                             (int)(sizeof(fields) / sizeof(fields[0])));
    if (rc < 0) {
        free(adding);
        return rc;
    }
    return ui_push(numbers->program->ui, &adding_kind, adding);
}
