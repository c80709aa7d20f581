/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Passwords, API keys, signing in and out. None of them is ever an argument. */

#include "cli/run.h"

#include <errno.h>
#include <string.h>

#include "cli/ask.h"
#include "cli/body.h"
#include "cli/listing.h"
#include "cli/prompt.h"
#include "lang/failure.h"
#include "client/token.h"

/* A new one, typed twice at a terminal, once from a pipe. */
static enum exit_code read_new_password(struct cli *cli, const char *question,
                                        char ret_password[PROMPT_SIZE])
{
    char again[PROMPT_SIZE];
    enum exit_code code = prompt_secret(cli, question, ret_password);

    if (code || !cli->interactive)
        return code;

    code = prompt_secret(cli, _("Once more: "), again);
    if (!code && strcmp(ret_password, again) != 0)
        code = cli_fail(cli, EXIT_USAGE,
                        _("the two are not the same; nothing was changed"));

    explicit_bzero(again, sizeof(again));
    return code;
}

static enum exit_code send_secret(struct cli *cli, const struct call *call,
                                  const char *field, const char *secret)
{
    struct answer answer = { 0 };
    struct json_t *body = value_object();
    struct ask request = { .route = call->verb->route,
                           .parameters = { call_argument(call, "id") },
                           .body = body };
    enum exit_code code = value_set_text(body, field, secret)
                              ? cli_no_memory(cli)
                              : ask(cli, &request, &answer);

    answer_done(&answer);
    value_free(body);
    return code;
}

enum exit_code run_password(struct cli *cli, const struct call *call)
{
    bool generate = call_option(call, "generate") != NULL;
    char password[PROMPT_SIZE];
    enum exit_code code = EXIT_DONE;

    if (generate)
        prompt_make_password(password);
    else
        code = read_new_password(cli, _("New password: "), password);
    if (!code)
        code = send_secret(cli, call, "password", password);
    if (!code && generate)
        cli_say(cli, "%s", password);
    else if (!code)
        cli_say(cli, "%s", _("done"));

    explicit_bzero(password, sizeof(password));
    return code;
}

enum exit_code run_pin(struct cli *cli, const struct call *call)
{
    char pin[PROMPT_SIZE];
    enum exit_code code = read_new_password(cli, _("New PIN: "), pin);

    if (!code)
        code = send_secret(cli, call, "pin", pin);
    if (!code)
        cli_say(cli, "%s", _("done"));

    explicit_bzero(pin, sizeof(pin));
    return code;
}

/* From a pipe the password is the first line, the PIN the second. */
enum exit_code run_own_pin(struct cli *cli, const struct call *call)
{
    char password[PROMPT_SIZE], pin[PROMPT_SIZE];
    struct json_t *body = value_object();
    struct ask request = { .route = call->verb->route, .body = body };
    struct answer answer = { 0 };
    enum exit_code code = prompt_secret(cli, _("Your password: "), password);

    if (!code)
        code = read_new_password(cli, _("New PIN: "), pin);
    if (!code && (value_set_text(body, "password", password) ||
                  value_set_text(body, "pin", pin)))
        code = cli_no_memory(cli);
    if (!code)
        code = ask(cli, &request, &answer);
    if (!code)
        cli_say(cli, "%s", _("done"));

    answer_done(&answer);
    value_free(body);
    explicit_bzero(password, sizeof(password));
    explicit_bzero(pin, sizeof(pin));
    return code;
}

enum exit_code run_token(struct cli *cli, const struct call *call)
{
    struct json_t *body = value_object();
    struct ask request = { .route = call->verb->route,
                           .parameters = { call_argument(call, "id") },
                           .body = body };
    struct answer answer = { 0 };
    enum exit_code code = body ? EXIT_DONE : cli_no_memory(cli);

    if (!code)
        code = body_put_given(cli, call, body, NULL);
    if (!code)
        code = ask(cli, &request, &answer);

    const char *token = value_get_text(answer.value, "token");
    if (!code && cli->format == FORMAT_TABLE && token)
        cli_say(cli, "%s", token);
    else if (!code)
        code = listing_print_one(cli, content_record(request.route->answer),
                                 answer.value);

    answer_done(&answer);
    value_free(body);
    return code;
}

static enum exit_code keep_token(struct cli *cli, const char *token)
{
    char path[TOKEN_PATH_SIZE];
    int rc = token_path(&cli->settings.endpoint, path);

    if (rc)
        return cli_fail(cli, EXIT_HERE,
                        _("no place for the token: set HOME or "
                          "CCLITE_TOKEN_FILE"));

    rc = token ? token_write(path, token) : token_remove(path);
    if (rc)
        return cli_fail(cli, EXIT_HERE, "%s: %s", path,
                        failure_text(lang_own(), -rc));

    return EXIT_DONE;
}

static enum exit_code sign_in(struct cli *cli, const struct route *route,
                              const char *name, const char *password)
{
    struct json_t *body = value_object();
    struct ask request = { .route = route, .body = body };
    struct answer answer = { 0 };
    enum exit_code code = EXIT_DONE;
    int rc = value_set_text(body, "name", name);

    rc |= value_set_text(body, "password", password);
    if (rc)
        code = cli_no_memory(cli);
    else
        code = ask(cli, &request, &answer);

    const char *token = value_get_text(answer.value, "token");
    if (!code && !token)
        code = cli_fail(cli, EXIT_SERVER,
                        _("%s: the answer cannot be understood. Is it "
                          "cclited?"),
                        endpoint_name(&cli->settings.endpoint));
    if (!code)
        code = keep_token(cli, token);
    if (!code)
        cli_say(cli, _("signed in as %s"), name);

    answer_done(&answer);
    value_free(body);
    return code;
}

enum exit_code run_login(struct cli *cli, const struct call *call)
{
    const char *given = call_argument(call, "name");
    char name[PROMPT_SIZE], password[PROMPT_SIZE];
    enum exit_code code = EXIT_DONE;

    if (!given)
        code = prompt_line(cli, _("Name: "), name);
    if (!code)
        code = prompt_secret(cli, _("Password: "), password);
    if (!code)
        code = sign_in(cli, call->verb->route, given ? given : name, password);

    explicit_bzero(password, sizeof(password));
    return code;
}

/* The file goes, too, when the server does not know the token any more. */
enum exit_code run_logout(struct cli *cli, const struct call *call)
{
    struct ask request = { .route = call->verb->route };
    struct answer answer = { 0 };
    enum exit_code code = ask_quietly(cli, &request, &answer);

    answer_done(&answer);
    if (code && code != EXIT_NOT_ALLOWED)
        return code;

    code = keep_token(cli, NULL);
    if (!code)
        cli_say(cli, "%s", _("signed out"));

    return code;
}
