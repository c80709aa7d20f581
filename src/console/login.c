/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A form, and the token it brings. */

#include "console/login.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "console/key.h"
#include "lang/failure.h"
#include "tui/form.h"
#include "tui/prose.h"
#include "wire/value.h"

enum { SERVER = 1, USER, PASSWORD, SPEECH, SUBMIT };

enum { BOX_ROWS = 13, BOX_COLUMNS = 48 };

struct login {
    struct program *program;
    struct form *form;
    bool is_asking;
    struct safe_text complaint; /* of the last try */
};

static int count_languages(const void *arg)
{
    (void)arg;
    return LANGUAGE_COUNT;
}

static void language_option(const void *arg, int n, const struct style *style,
                            struct safe_text *ret_text)
{
    (void)arg;
    (void)style;
    safe_text_copy(ret_text, lang_name((enum language)n));
}

static const struct form_field fields[] = {
    { .id = SERVER,
      .kind = FORM_TEXT,
      .label = N_("Server"),
      .is_required = true,
      .max = 200 },
    { .id = USER,
      .kind = FORM_TEXT,
      .label = N_("User"),
      .is_required = true,
      .max = 63 },
    { .id = PASSWORD,
      .kind = FORM_PASSWORD,
      .label = N_("Password"),
      .is_required = true,
      .max = 255 },
    { .id = SPEECH,
      .kind = FORM_CHOICE,
      .label = N_("Language"),
      .options = count_languages,
      .option = language_option },
    { .id = SUBMIT, .kind = FORM_BUTTON, .label = N_("Sign in") },
};

static bool is_refused(const struct login *login)
{
    const struct session *session = login->program->session;

    return !session || session_link(session)->state == SESSION_REFUSED;
}

/* Also a path is an address here: that of a socket of this machine. */
static bool read_server(struct login *login, struct endpoint *ret_endpoint)
{
    const char *text = form_text(login->form, SERVER);
    int rc = text[0] == '/' ? endpoint_socket(text, ret_endpoint)
                            : endpoint_address(text, ret_endpoint);
    const char *error =
        rc == 0         ? NULL
        : rc == -EPROTO ? N_("Passwords could be read on the way: use "
                             "https://")
                        : N_("Write https://HOST[:PORT], or a socket's path.");

    form_set_error(login->form, SERVER,
                   error ? program_text(login->program, error) : NULL);
    return rc == 0;
}

void login_keep_token(struct program *program, const char *token)
{
    char path[TOKEN_PATH_SIZE];
    int rc = program->token_file[0] ? token_path(&program->setup.endpoint, path)
                                    : -ENOENT;

    if (rc == 0)
        rc = token_write(path, token);
    if (rc < 0 && program->token_file[0])
        ui_say(program->ui, SEVERITY_WARNING,
               program_text(program, N_("The sign-in could not be kept: %s")),
               failure_text(program_language(program), rc));
}

/* Three letters at least, and no small one among them. */
static bool is_shouted(const char *password)
{
    int capitals = 0;

    for (; *password; password++) {
        if (*password >= 'a' && *password <= 'z')
            return false;
        capitals += *password >= 'A' && *password <= 'Z';
    }
    return capitals >= 3;
}

static void take_token(void *owner, const struct outcome *outcome)
{
    struct login *login = owner;
    struct program *program = login->program;
    const char *token = value_get_text(outcome->value, "token");

    login->is_asking = false;
    if (!outcome->is_done || !token) {
        login->complaint = outcome->complaint;
        if (is_shouted(form_text(login->form, PASSWORD)))
            ui_say(program->ui, SEVERITY_WARNING, "%s",
                   program_text(program, N_("Caps lock looks on.")));
        form_set_text(login->form, PASSWORD, "");
        form_focus(login->form, PASSWORD);
        return;
    }
    login_keep_token(program, token);
    program_connect(program, token);
}

/* The question needs a session with that server, be it one that is refused. */
static bool connect_to(struct login *login, const struct endpoint *endpoint)
{
    struct program *program = login->program;
    const char *before = endpoint_name(&program->setup.endpoint);

    if (program->session && strcmp(before, endpoint_name(endpoint)) == 0)
        return true;
    program_server_set(program, endpoint);
    return program_connect(program, NULL) == 0;
}

bool login_ask(struct program *program, const char *user, const char *password,
               void (*done)(void *owner, const struct outcome *outcome),
               void *owner)
{
    struct json_t *body = value_object();

    assert(program && user && password && done);
    value_set_text(body, "name", user);
    value_set_text(body, "password", password);
    return program_send(program, &(struct errand){
                                     .route = ROUTE_SESSION_OPEN,
                                     .body = body,
                                     .done = done,
                                     .owner = owner,
                                     .is_quiet = true,
                                 });
}

static void submit(struct login *login)
{
    struct endpoint endpoint;

    if (login->is_asking ||
        form_review(login->form, program_language(login->program)) > 0 ||
        !read_server(login, &endpoint) || !connect_to(login, &endpoint))
        return;
    safe_text_copy(&login->complaint, "");
    login->is_asking =
        login_ask(login->program, form_text(login->form, USER),
                  form_text(login->form, PASSWORD), take_token, login);
}

static bool login_input(void *state, const struct input *input)
{
    struct login *login = state;

    if (!is_refused(login))
        return false;

    enum form_event event = form_input(login->form, input);
    if (event == FORM_CHANGED && form_focused(login->form) == SPEECH)
        program_language_set(login->program,
                             (enum language)form_choice(login->form, SPEECH));
    if (event == FORM_PRESSED || event == FORM_ENTERED)
        submit(login);
    return event != FORM_IGNORED;
}

static void draw_connecting(const struct login *login,
                            const struct surface *inside)
{
    const struct program *program = login->program;
    const struct session_link *link = session_link(program->session);
    struct safe_text text;

    safe_text_format(&text, surface_say(inside, N_("Connecting to %s")),
                     endpoint_name(&program->setup.endpoint));
    surface_text(inside, (struct place){ 1, 2, 0, false }, LOOK(TEXT, 0),
                 &text);
    if (link->reason == 0)
        return;
    errand_word_failure(link->reason, inside->style->language, &text);
    struct surface why = surface_part(inside, 3, 2, 3, inside->columns - 4);
    int rows = prose_draw(&why, LOOK(WARN, 0), text.text);
    safe_text_format(
        &text, surface_say(inside, N_("next try in %d s")),
        (int)((link->next_try_us - program_now_us(program) + 999999) /
              1000000));
    if (link->next_try_us > program_now_us(program))
        surface_text(inside, (struct place){ 4 + rows, 2, 0, false },
                     LOOK(DIM, 0), &text);
}

static void login_draw(void *state, const struct surface *surface)
{
    struct login *login = state;
    int rows = surface->rows < BOX_ROWS ? surface->rows : BOX_ROWS;
    int columns =
        surface->columns < BOX_COLUMNS ? surface->columns : BOX_COLUMNS;
    struct surface box =
        surface_part(surface, (surface->rows - rows) / 2,
                     (surface->columns - columns) / 2, rows, columns);
    struct surface inside = surface_box(
        &box,
        is_refused(login) ? surface_say(surface, N_("Sign in")) : "cclite",
        NULL);

    if (!is_refused(login)) {
        draw_connecting(login, &inside);
        return;
    }
    struct surface form =
        surface_part(&inside, 1, 1, rows - 4, inside.columns - 2);
    form_draw(login->form, &form, true);
    if (login->is_asking)
        surface_label(&inside, (struct place){ inside.rows - 1, 2, 0, false },
                      LOOK(DIM, 0), N_("asks the server"));
    else
        surface_text(&inside, (struct place){ inside.rows - 1, 2, 0, false },
                     LOOK(WARN, 0), &login->complaint);
}

static bool login_is_typing(const void *state)
{
    const struct login *login = state;

    return is_refused(login) && form_is_typing(login->form);
}

/* There is nothing to go back to. */
static bool login_leave(void *state)
{
    (void)state;
    return true;
}

static void login_free(void *state)
{
    struct login *login = state;

    errands_forget(login->program->errands, login);
    form_free(login->form);
    free(login);
}

static const struct view_kind login_kind = {
    .name = N_("Sign in"),
    .scopes = { SCOPE_SIGN_IN },
    .draw = login_draw,
    .input = login_input,
    .is_typing = login_is_typing,
    .leave = login_leave,
    .free = login_free,
};

int login_push(struct program *program)
{
    assert(program);
    struct login *login = calloc(1, sizeof(*login));

    if (!login)
        return -ENOMEM;
    login->program = program;
    if (form_new(fields, sizeof(fields) / sizeof(fields[0]), &login->form) <
        0) {
        free(login);
        return -ENOMEM;
    }
    form_set_text(login->form, SERVER, endpoint_name(&program->setup.endpoint));
    form_set_choice(login->form, SPEECH, (int)program_language(program));
    form_focus(login->form, USER);
    return ui_push(program->ui, &login_kind, login);
}

bool login_is_open(const struct program *program)
{
    return ui_top(program->ui, &login_kind) != NULL;
}

bool login_close(struct program *program)
{
    void *login = ui_top(program->ui, &login_kind);

    assert(login);
    ui_close(program->ui, login);
    return ui_top(program->ui, NULL) == NULL;
}
