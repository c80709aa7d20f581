/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small form; what the server refuses is told at its field. */

#include "console/own_mail.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "console/form_popup.h"
#include "wire/route.h"
#include "wire/value.h"

enum { ID_MAIL = 1, ID_ZONE, ID_SET };
enum { MAIL_CELLS = 36 };

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
    struct form_popup *own = owner;
    struct ui *ui = own->program->ui;
    bool is_zone = strcmp(outcome->problem.field, "zone") == 0;

    if (!form_popup_take(own, outcome, is_zone ? ID_ZONE : ID_MAIL))
        return;
    ui_say(ui, SEVERITY_INFO, "%s",
           program_text(own->program, N_("Your mail is set.")));
    ui_close(ui, own);
}

/* How it is now; what has been typed meanwhile stays. */
static void known(void *owner, const struct outcome *outcome)
{
    struct form_popup *own = owner;
    const char *mail = value_get_text(outcome->value, "mail");
    const char *zone = value_get_text(outcome->value, "zone");

    if (!outcome->is_done || form_is_dirty(own->form))
        return;
    form_set_text(own->form, ID_MAIL, mail ? mail : "");
    form_set_text(own->form, ID_ZONE, zone ? zone : "");
}

/* Sending. */

static void set(struct form_popup *own)
{
    if (!form_popup_is_ready(own))
        return;

    struct json_t *body = value_object();

    (void)value_set_text(body, "mail", form_text(own->form, ID_MAIL));
    (void)value_set_text(body, "zone", form_text(own->form, ID_ZONE));
    form_popup_send(
        own,
        (struct errand){ .route = ROUTE_ME_MAIL, .body = body, .done = done });
}

/* The popup. */

static bool own_input(void *state, const struct input *input)
{
    struct form_popup *own = state;
    enum form_event event = form_input(own->form, input);

    if (event == FORM_PRESSED ||
        (event == FORM_ENTERED && form_focused(own->form) == ID_ZONE))
        set(own);
    else if (event == FORM_ENTERED)
        form_focus(own->form, ID_ZONE);
    return event != FORM_IGNORED;
}

static void own_titles(const void *state, const struct style *style,
                       struct safe_text *ret_left, struct safe_text *ret_right)
{
    (void)state;
    safe_text_copy(ret_left,
                   lang_text(style->language, N_("Mail to yourself")));
    safe_text_copy(ret_right, "");
}

static void own_free(void *own)
{
    form_popup_done(own);
    free(own);
}

static const struct view_kind own_kind = {
    .is_popup = true,
    .hint = N_("Tab moves   Enter sets it   Esc leaves it as it is"),
    .draw = form_popup_draw,
    .input = own_input,
    .is_typing = form_popup_is_typing,
    .size = form_popup_size,
    .titles = own_titles,
    .free = own_free,
};

int own_mail_open(struct program *program)
{
    assert(program);
    struct form_popup *own = malloc(sizeof(*own));
    int rc = own ? form_popup_init(own, program, fields,
                                   (int)(sizeof(fields) / sizeof(*fields)))
                 : -ENOMEM;

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
