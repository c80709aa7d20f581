/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two small forms; what the server refuses is told at its field. */

#include "console/own_form.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "tui/form.h"
#include "wire/route.h"
#include "wire/value.h"

enum { ID_PASSWORD = 1, ID_PIN, ID_AGAIN, ID_MAIL, ID_ZONE, ID_SET };
enum { SECRET_CELLS = 30, MAIL_CELLS = 36, POPUP_CELLS = 58 };

struct own_form {
    struct program *program;
    bool is_pin;
    struct form *form;
    bool is_sent;
};

static const struct form_field pin_fields[] = {
    { .id = ID_PASSWORD,
      .kind = FORM_PASSWORD,
      .label = N_("Your password"),
      .cells = SECRET_CELLS,
      .max = 255 },
    { .id = ID_PIN,
      .kind = FORM_PASSWORD,
      .label = N_("New PIN"),
      .cells = SECRET_CELLS,
      .min = 4,
      .max = 10,
      .is_required = true },
    { .id = ID_AGAIN,
      .kind = FORM_PASSWORD,
      .label = N_("Once more"),
      .cells = SECRET_CELLS,
      .is_required = true },
    { .id = ID_SET, .kind = FORM_BUTTON, .label = N_("Set PIN") },
};

static const struct form_field mail_fields[] = {
    { .id = ID_MAIL,
      .kind = FORM_TEXT,
      .label = N_("Mail to"),
      .cells = MAIL_CELLS,
      .max = 254 },
    { .id = ID_ZONE,
      .kind = FORM_TEXT,
      .label = N_("Time zone"),
      .cells = MAIL_CELLS,
      .max = 63 },
    { .id = ID_SET, .kind = FORM_BUTTON, .label = N_("Set mail") },
};

/* What the server says. */

static int field_of(const struct own_form *own, const char *name)
{
    static const struct {
        const char *name;
        int id;
    } all[] = { { "password", ID_PASSWORD },
                { "pin", ID_PIN },
                { "mail", ID_MAIL },
                { "zone", ID_ZONE } };

    for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
        if (strcmp(all[i].name, name) == 0)
            return all[i].id;

    return own->is_pin ? ID_PIN : ID_MAIL;
}

static void complain(struct own_form *own, int id, const char *text)
{
    form_set_error(own->form, id, text);
    form_focus(own->form, id);
}

static void done(void *owner, const struct outcome *outcome)
{
    struct own_form *own = owner;
    struct ui *ui = own->program->ui;

    own->is_sent = false;
    if (!outcome->is_done) {
        complain(own, field_of(own, outcome->problem.field),
                 outcome->complaint.text);
        return;
    }
    ui_say(ui, SEVERITY_INFO, "%s",
           program_text(own->program, own->is_pin
                                          ? N_("Your box has a new PIN.")
                                          : N_("Your mail is set.")));
    ui_close(ui, own);
}

/* How it is now; what has been typed meanwhile stays. */
static void known(void *owner, const struct outcome *outcome)
{
    struct own_form *own = owner;
    const char *mail = value_get_text(outcome->value, "mail");
    const char *zone = value_get_text(outcome->value, "zone");

    if (!outcome->is_done || form_is_dirty(own->form))
        return;
    form_set_text(own->form, ID_MAIL, mail ? mail : "");
    form_set_text(own->form, ID_ZONE, zone ? zone : "");
}

/* Sending. */

static struct json_t *body_of(const struct own_form *own)
{
    struct json_t *body = value_object();

    if (own->is_pin) {
        (void)value_set_text(body, "password",
                             form_text(own->form, ID_PASSWORD));
        (void)value_set_text(body, "pin", form_text(own->form, ID_PIN));
    } else {
        (void)value_set_text(body, "mail", form_text(own->form, ID_MAIL));
        (void)value_set_text(body, "zone", form_text(own->form, ID_ZONE));
    }
    return body;
}

static void set(struct own_form *own)
{
    if (own->is_sent ||
        form_review(own->form, program_language(own->program)) > 0)
        return;
    if (own->is_pin && strcmp(form_text(own->form, ID_PIN),
                              form_text(own->form, ID_AGAIN)) != 0) {
        complain(own, ID_AGAIN,
                 program_text(own->program, N_("The two are not the same.")));
        return;
    }

    own->is_sent = program_send(
        own->program,
        &(struct errand){ .route = own->is_pin ? ROUTE_ME_PIN : ROUTE_ME_MAIL,
                          .body = body_of(own),
                          .done = done,
                          .owner = own,
                          .is_quiet = true });
}

/* The popup. */

static void own_draw(void *state, const struct surface *surface)
{
    form_draw(((struct own_form *)state)->form, surface, true);
}

static bool own_input(void *state, const struct input *input)
{
    struct own_form *own = state;
    enum form_event event = form_input(own->form, input);
    int last = own->is_pin ? ID_AGAIN : ID_ZONE;

    if (event == FORM_PRESSED ||
        (event == FORM_ENTERED && form_focused(own->form) == last))
        set(own);
    else if (event == FORM_ENTERED)
        form_focus(own->form, form_focused(own->form) + 1);
    return event != FORM_IGNORED;
}

static bool own_is_typing(const void *state)
{
    return form_is_typing(((const struct own_form *)state)->form);
}

static void own_size(const void *state, int *ret_rows, int *ret_columns)
{
    *ret_columns = POPUP_CELLS;
    *ret_rows =
        form_rows(((const struct own_form *)state)->form, *ret_columns) + 2;
}

static void own_titles(const void *state, const struct style *style,
                       struct safe_text *ret_left, struct safe_text *ret_right)
{
    const struct own_form *own = state;

    safe_text_copy(
        ret_left,
        lang_text(style->language, own->is_pin ? N_("New PIN of your own box")
                                               : N_("Mail to yourself")));
    safe_text_copy(ret_right, "");
}

static void own_free(void *state)
{
    struct own_form *own = state;

    errands_forget(own->program->errands, own);
    form_free(own->form);
    free(own);
}

static const struct view_kind own_kind = {
    .is_popup = true,
    .hint = N_("Tab moves   Enter sets it   Esc leaves it as it is"),
    .draw = own_draw,
    .input = own_input,
    .is_typing = own_is_typing,
    .size = own_size,
    .titles = own_titles,
    .free = own_free,
};

int own_form_open(struct program *program, bool is_pin)
{
    assert(program);
    struct own_form *own = calloc(1, sizeof(*own));

    if (!own)
        return -ENOMEM;
    own->program = program;
    own->is_pin = is_pin;
    int rc = is_pin
                 ? form_new(pin_fields,
                            (int)(sizeof(pin_fields) / sizeof(*pin_fields)),
                            &own->form)
                 : form_new(mail_fields,
                            (int)(sizeof(mail_fields) / sizeof(*mail_fields)),
                            &own->form);
    if (rc < 0) {
        free(own);
        return rc;
    }
    if (!is_pin)
        (void)program_send(program, &(struct errand){ .route = ROUTE_ME_READ,
                                                      .done = known,
                                                      .owner = own,
                                                      .is_quiet = true });
    return ui_push(program->ui, &own_kind, own);
}
