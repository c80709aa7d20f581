/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two fields that must hold the same. */

#include "console/document_password.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "tui/form.h"
#include "wire/value.h"

enum { ID_NEW = 1, ID_AGAIN, ID_SET };
enum { PASSWORD_CELLS = 30, POPUP_ROWS = 6, POPUP_CELLS = 58 };

struct asking {
    struct program *program;
    struct document_password whose;
    struct safe_text name;
    struct form *form;
    bool is_sent;
};

static const struct form_field fields[] = {
    { .id = ID_NEW,
      .kind = FORM_PASSWORD,
      .label = N_("New password"),
      .cells = PASSWORD_CELLS,
      .min = 8,
      .max = 255,
      .is_required = true },
    { .id = ID_AGAIN,
      .kind = FORM_PASSWORD,
      .label = N_("Once more"),
      .cells = PASSWORD_CELLS,
      .is_required = true },
    { .id = ID_SET, .kind = FORM_BUTTON, .label = N_("Set password") },
};

/* The same, of a box: by the keys of a phone. */
static const struct form_field pin_fields[] = {
    { .id = ID_NEW,
      .kind = FORM_PASSWORD,
      .label = N_("New PIN"),
      .cells = PASSWORD_CELLS,
      .min = 4,
      .max = 10,
      .is_required = true },
    { .id = ID_AGAIN,
      .kind = FORM_PASSWORD,
      .label = N_("Once more"),
      .cells = PASSWORD_CELLS,
      .is_required = true },
    { .id = ID_SET, .kind = FORM_BUTTON, .label = N_("Set PIN") },
};

static bool is_pin(const struct asking *asking)
{
    return asking->whose.route == ROUTE_BOX_PIN;
}

static void done(void *owner, const struct outcome *outcome)
{
    struct asking *asking = owner;
    struct ui *ui = asking->program->ui;

    asking->is_sent = false;
    if (!outcome->is_done) {
        form_set_error(asking->form, ID_NEW, outcome->complaint.text);
        form_focus(asking->form, ID_NEW);
        return;
    }
    ui_say(ui, SEVERITY_INFO,
           program_text(asking->program, is_pin(asking)
                                             ? N_("%s has a new PIN.")
                                             : N_("%s has a new password.")),
           asking->name.text);
    ui_close(ui, asking);
}

static void send(struct asking *asking)
{
    struct json_t *body = value_object();

    (void)value_set_text(body, is_pin(asking) ? "pin" : "password",
                         form_text(asking->form, ID_NEW));
    asking->is_sent =
        program_send(asking->program, &(struct errand){
                                          .route = asking->whose.route,
                                          .id = asking->whose.id,
                                          .body = body,
                                          .done = done,
                                          .owner = asking,
                                          .is_quiet = true,
                                      });
}

static void set(struct asking *asking)
{
    if (asking->is_sent ||
        form_review(asking->form, program_language(asking->program)) > 0)
        return;
    if (strcmp(form_text(asking->form, ID_NEW),
               form_text(asking->form, ID_AGAIN)) == 0) {
        send(asking);
        return;
    }
    form_set_error(
        asking->form, ID_AGAIN,
        program_text(asking->program, N_("The two are not the same.")));
    form_focus(asking->form, ID_AGAIN);
}

static void asking_draw(void *state, const struct surface *surface)
{
    struct asking *asking = state;

    form_draw(asking->form, surface, true);
}

static bool asking_input(void *state, const struct input *input)
{
    struct asking *asking = state;
    enum form_event event = form_input(asking->form, input);

    if (event == FORM_PRESSED ||
        (event == FORM_ENTERED && form_focused(asking->form) == ID_AGAIN))
        set(asking);
    else if (event == FORM_ENTERED)
        form_focus(asking->form, ID_AGAIN);
    return event != FORM_IGNORED;
}

static bool asking_is_typing(const void *state)
{
    return form_is_typing(((const struct asking *)state)->form);
}

static void asking_size(const void *state, int *ret_rows, int *ret_columns)
{
    (void)state;
    *ret_rows = POPUP_ROWS;
    *ret_columns = POPUP_CELLS;
}

static void asking_titles(const void *state, const struct style *style,
                          struct safe_text *ret_left,
                          struct safe_text *ret_right)
{
    const struct asking *asking = state;

    safe_text_copy(ret_left, lang_text(style->language,
                                       is_pin(asking) ? N_("New PIN")
                                                      : N_("New password")));
    *ret_right = asking->name;
}

static void asking_free(void *state)
{
    struct asking *asking = state;

    errands_forget(asking->program->errands, asking);
    form_free(asking->form);
    free(asking);
}

static const struct view_kind asking_kind = {
    .is_popup = true,
    .hint = N_("Tab moves   Enter sets it   Esc leaves it as it is"),
    .draw = asking_draw,
    .input = asking_input,
    .is_typing = asking_is_typing,
    .size = asking_size,
    .titles = asking_titles,
    .free = asking_free,
};

int document_password_ask(struct program *program,
                          const struct document_password *whose)
{
    assert(program && whose);
    struct asking *asking = calloc(1, sizeof(*asking));

    if (!asking)
        return -ENOMEM;
    asking->program = program;
    asking->whose = *whose;
    asking->whose.name = NULL;
    safe_text_copy(&asking->name, whose->name);
    int rc = form_new(is_pin(asking) ? pin_fields : fields,
                      (int)(sizeof(fields) / sizeof(fields[0])), &asking->form);
    if (rc < 0) {
        free(asking);
        return rc;
    }
    return ui_push(program->ui, &asking_kind, asking);
}
