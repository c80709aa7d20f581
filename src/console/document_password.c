/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A new password, typed twice, and sent once. */

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "console/document_form.h"
#include "console/document_kinds.h"
#include "console/key.h"
#include "tui/form.h"
#include "wire/value.h"

enum { FIRST = 1, AGAIN, LEAST = 8, MOST = 255 };

struct password {
    struct program *program;
    const struct document_screen *screen;
    uint64_t id;
    struct form *form;
    bool is_sent;
};

static void done(void *owner, const struct outcome *outcome)
{
    struct password *password = owner;

    password->is_sent = false;
    if (!outcome->is_done) {
        form_set_error(password->form, FIRST, outcome->complaint.text);
        form_focus(password->form, FIRST);
        return;
    }
    ui_say(password->program->ui, SEVERITY_INFO, "%s",
           program_text(password->program, N_("The password is set.")));
    form_clean(password->form);
    ui_close(password->program->ui, password);
}

static void complain(struct password *password, int id, const char *msgid)
{
    form_set_error(password->form, id, program_text(password->program, msgid));
    form_focus(password->form, id);
}

static void save(struct password *password)
{
    const char *first = form_text(password->form, FIRST);
    struct json_t *body;

    if (password->is_sent)
        return;
    if (strlen(first) < LEAST || strlen(first) > MOST) {
        complain(password, FIRST, N_("8 to 255 bytes, please."));
        return;
    }
    if (strcmp(first, form_text(password->form, AGAIN)) != 0) {
        complain(password, AGAIN, N_("The two differ."));
        return;
    }
    body = value_object();
    (void)value_set_text(body, "password", first);
    password->is_sent =
        program_send(password->program, &(struct errand){
                                            .route = password->screen->password,
                                            .id = password->id,
                                            .body = body,
                                            .done = done,
                                            .owner = password,
                                            .is_quiet = true,
                                        });
}

static void password_draw(void *state, const struct surface *surface)
{
    form_draw(((struct password *)state)->form, surface, true);
}

static bool password_input(void *state, const struct input *input)
{
    struct password *password = state;
    enum form_event event = form_input(password->form, input);

    if (event == FORM_ENTERED)
        save(password);
    return event != FORM_IGNORED;
}

static bool password_run(void *state, int action)
{
    if (action != DO_SAVE)
        return false;
    save(state);
    return true;
}

static bool password_is_typing(const void *state)
{
    return form_is_typing(((const struct password *)state)->form);
}

static void password_size(const void *state, int *ret_rows, int *ret_columns)
{
    (void)state;
    *ret_rows = 4;
    *ret_columns = 64;
}

static void password_free(void *state)
{
    struct password *password = state;

    errands_forget(password->program->errands, password);
    form_free(password->form);
    free(password);
}

static const struct view_kind password_kind = {
    .name = N_("New password"),
    .scopes = { SCOPE_DOCUMENT, SCOPE_FORM },
    .is_popup = true,
    .draw = password_draw,
    .input = password_input,
    .run = password_run,
    .is_typing = password_is_typing,
    .size = password_size,
    .free = password_free,
};

int document_password_push(struct program *program, enum document_kind kind,
                           uint64_t id)
{
    static const struct form_field fields[] = {
        { .id = FIRST,
          .kind = FORM_PASSWORD,
          .label = N_("Password"),
          .cells = 30 },
        { .id = AGAIN,
          .kind = FORM_PASSWORD,
          .label = N_("Once more"),
          .cells = 30 },
    };
    struct password *password = calloc(1, sizeof(*password));

    if (!password)
        return -ENOMEM;
    password->program = program;
    password->screen = document_screen_of(kind);
    password->id = id;
    int rc = form_new(fields, 2, &password->form);
    if (rc < 0) {
        free(password);
        return rc;
    }
    return ui_push(program->ui, &password_kind, password);
}
