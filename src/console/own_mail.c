/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small form; what the server refuses is told at its field. */

#include "console/own_mail.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "tui/form.h"
#include "wire/route.h"
#include "wire/value.h"

enum { ID_MAIL = 1, ID_ZONE, ID_SET };
enum { MAIL_CELLS = 36, POPUP_CELLS = 58 };

struct own_mail {
    struct program *program;
    struct form *form;
    bool is_sent;
};

static const struct form_field fields[] = {
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

static void done(void *owner, const struct outcome *outcome)
{
    struct own_mail *own = owner;
    struct ui *ui = own->program->ui;

    own->is_sent = false;
    if (!outcome->is_done) {
        int id =
            strcmp(outcome->problem.field, "zone") == 0 ? ID_ZONE : ID_MAIL;

        form_set_error(own->form, id, outcome->complaint.text);
        form_focus(own->form, id);
        return;
    }
    ui_say(ui, SEVERITY_INFO, "%s",
           program_text(own->program, N_("Your mail is set.")));
    ui_close(ui, own);
}

/* How it is now; what has been typed meanwhile stays. */
static void known(void *owner, const struct outcome *outcome)
{
    struct own_mail *own = owner;
    const char *mail = value_get_text(outcome->value, "mail");
    const char *zone = value_get_text(outcome->value, "zone");

    if (!outcome->is_done || form_is_dirty(own->form))
        return;
    form_set_text(own->form, ID_MAIL, mail ? mail : "");
    form_set_text(own->form, ID_ZONE, zone ? zone : "");
}

/* Sending. */

static void set(struct own_mail *own)
{
    if (own->is_sent ||
        form_review(own->form, program_language(own->program)) > 0)
        return;

    struct json_t *body = value_object();

    (void)value_set_text(body, "mail", form_text(own->form, ID_MAIL));
    (void)value_set_text(body, "zone", form_text(own->form, ID_ZONE));
    own->is_sent =
        program_send(own->program, &(struct errand){ .route = ROUTE_ME_MAIL,
                                                     .body = body,
                                                     .done = done,
                                                     .owner = own,
                                                     .is_quiet = true });
}

/* The popup. */

static void own_draw(void *state, const struct surface *surface)
{
    form_draw(((struct own_mail *)state)->form, surface, true);
}

static bool own_input(void *state, const struct input *input)
{
    struct own_mail *own = state;
    enum form_event event = form_input(own->form, input);

    if (event == FORM_PRESSED ||
        (event == FORM_ENTERED && form_focused(own->form) == ID_ZONE))
        set(own);
    else if (event == FORM_ENTERED)
        form_focus(own->form, ID_ZONE);
    return event != FORM_IGNORED;
}

static bool own_is_typing(const void *state)
{
    return form_is_typing(((const struct own_mail *)state)->form);
}

static void own_size(const void *state, int *ret_rows, int *ret_columns)
{
    *ret_columns = POPUP_CELLS;
    *ret_rows =
        form_rows(((const struct own_mail *)state)->form, *ret_columns) + 2;
}

static void own_titles(const void *state, const struct style *style,
                       struct safe_text *ret_left, struct safe_text *ret_right)
{
    (void)state;
    safe_text_copy(ret_left,
                   lang_text(style->language, N_("Mail to yourself")));
    safe_text_copy(ret_right, "");
}

static void own_free(void *state)
{
    struct own_mail *own = state;

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

int own_mail_open(struct program *program)
{
    assert(program);
    struct own_mail *own = calloc(1, sizeof(*own));

    if (!own)
        return -ENOMEM;
    own->program = program;
    int rc =
        form_new(fields, (int)(sizeof(fields) / sizeof(*fields)), &own->form);
    if (rc < 0) {
        free(own);
        return rc;
    }
    (void)program_send(program, &(struct errand){ .route = ROUTE_ME_READ,
                                                  .done = known,
                                                  .owner = own,
                                                  .is_quiet = true });
    return ui_push(program->ui, &own_kind, own);
}
