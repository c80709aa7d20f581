/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two fields that must hold the same, after one's own password or without. */

#include "console/document_password.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "console/form_popup.h"
#include "wire/value.h"

enum { ID_OWN = 1, ID_NEW, ID_AGAIN, ID_SET };
enum { PASSWORD_FIELDS = 3, PIN_FIELDS = 4 };
enum { PASSWORD_CELLS = 30 };

static const struct form_field password_fields[PASSWORD_FIELDS] = {
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

/* The same, of a box: by the keys of a phone. The first is for one's own. */
static const struct form_field pin_fields[PIN_FIELDS] = {
    { .id = ID_OWN,
      .kind = FORM_PASSWORD,
      .label = N_("Your password"),
      .cells = PASSWORD_CELLS,
      .max = 255 },
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

/* What is asked, by the route that sets it. */
static const struct secret {
    enum route_id route;
    const struct form_field *fields;
    int count;
    bool is_pin;
    bool is_own; /* the password of who asks goes with it */
    const char *title;
} secrets[] = {
    { .route = ROUTE_USER_PASSWORD,
      .fields = password_fields,
      .count = PASSWORD_FIELDS,
      .title = N_("New password") },
    { .route = ROUTE_DEVICE_PASSWORD,
      .fields = password_fields,
      .count = PASSWORD_FIELDS,
      .title = N_("New password") },
    { .route = ROUTE_BOX_PIN,
      .fields = pin_fields + 1,
      .count = PIN_FIELDS - 1,
      .is_pin = true,
      .title = N_("New PIN") },
    { .route = ROUTE_ME_PIN,
      .fields = pin_fields,
      .count = PIN_FIELDS,
      .is_own = true,
      .is_pin = true,
      .title = N_("New PIN of your own box") },
};

struct asking {
    struct form_popup popup; /* first */
    const struct secret *secret;
    uint64_t id;
    struct safe_text name;
};

static const struct secret *secret_of(enum route_id route)
{
    size_t i = 0;

    while (i < sizeof(secrets) / sizeof(secrets[0]) - 1 &&
           secrets[i].route != route)
        i++;
    assert(secrets[i].route == route);
    return &secrets[i];
}

static void tell(const struct asking *asking)
{
    const struct program *program = asking->popup.program;

    if (asking->secret->is_own)
        ui_say(program->ui, SEVERITY_INFO, "%s",
               program_text(program, N_("Your box has a new PIN.")));
    else
        ui_say(program->ui, SEVERITY_INFO,
               program_text(program, asking->secret->is_pin
                                         ? N_("%s has a new PIN.")
                                         : N_("%s has a new password.")),
               asking->name.text);
}

static void done(void *owner, const struct outcome *outcome)
{
    struct asking *asking = owner;

    bool is_own = asking->secret->is_own &&
                  strcmp(outcome->problem.field, "password") == 0;

    if (!form_popup_take(&asking->popup, outcome, is_own ? ID_OWN : ID_NEW))
        return;
    tell(asking);
    ui_close(asking->popup.program->ui, asking);
}

static void send(struct asking *asking)
{
    const struct secret *secret = asking->secret;
    const struct form *form = asking->popup.form;
    struct json_t *body = value_object();

    if (secret->is_own)
        (void)value_set_text(body, "password", form_text(form, ID_OWN));
    (void)value_set_text(body, secret->is_pin ? "pin" : "password",
                         form_text(form, ID_NEW));
    form_popup_send(&asking->popup, (struct errand){ .route = secret->route,
                                                     .id = asking->id,
                                                     .body = body,
                                                     .done = done });
}

static void set(struct asking *asking)
{
    const struct form *form = asking->popup.form;

    if (!form_popup_is_ready(&asking->popup))
        return;
    if (strcmp(form_text(form, ID_NEW), form_text(form, ID_AGAIN)) == 0)
        send(asking);
    else
        form_popup_complain(&asking->popup, ID_AGAIN,
                            program_text(asking->popup.program,
                                         N_("The two are not the same.")));
}

static bool asking_input(void *state, const struct input *input)
{
    struct asking *asking = state;
    struct form *form = asking->popup.form;
    enum form_event event = form_input(form, input);

    if (event == FORM_PRESSED ||
        (event == FORM_ENTERED && form_focused(form) == ID_AGAIN))
        set(asking);
    else if (event == FORM_ENTERED)
        form_focus(form, form_focused(form) + 1);
    return event != FORM_IGNORED;
}

static void asking_titles(const void *state, const struct style *style,
                          struct safe_text *ret_left,
                          struct safe_text *ret_right)
{
    const struct asking *asking = state;

    safe_text_copy(ret_left, lang_text(style->language, asking->secret->title));
    *ret_right = asking->name;
}

static void asking_free(void *asking)
{
    form_popup_done(asking);
    free(asking);
}

static const struct view_kind asking_kind = {
    .is_popup = true,
    .hint = N_("Tab moves   Enter sets it   Esc leaves it as it is"),
    .draw = form_popup_draw,
    .input = asking_input,
    .is_typing = form_popup_is_typing,
    .size = form_popup_size,
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
    asking->secret = secret_of(whose->route);
    asking->id = whose->id;
    safe_text_copy(&asking->name, whose->name);
    int rc = form_popup_init(&asking->popup, program, asking->secret->fields,
                             asking->secret->count);
    if (rc < 0) {
        free(asking);
        return rc;
    }
    return ui_push(program->ui, &asking_kind, asking);
}
