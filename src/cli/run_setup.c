/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From an empty server to one that takes calls: all of it, or nothing. */

#include "cli/run.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/ask.h"
#include "cli/names.h"
#include "cli/setup_accounts.h"
#include "cli/setup_answers.h"
#include "cli/setup_steps.h"

enum { PASSWORD_SIZE = 24 };

struct setup {
    struct cli *cli;
    struct setup_answers answers;
    struct setup_steps steps;
    char phone_passwords[SETUP_AGENTS][PASSWORD_SIZE];
    char user_passwords[SETUP_AGENTS][PASSWORD_SIZE];
};

static enum exit_code add_password(struct setup *setup, enum route_id route,
                                   const char *name, const char *password)
{
    const struct setting_text texts[] = { { "password", password },
                                          { NULL, NULL } };

    return setup_steps_add(setup->cli, &setup->steps, route, ROUTE_COUNT, name,
                           texts);
}

/* The administrator is the local account that sets up, too: it needs no
   password at this machine's socket. */
static enum exit_code plan_admin(struct setup *setup)
{
    const char *name = setup_answer(&setup->answers, "admin.name");
    char uid[24];
    const struct setting_text texts[] = {
        { "name", name }, { "role", "admin" }, { "uid", uid }, { NULL, NULL }
    };

    snprintf(uid, sizeof(uid), "%" PRIuMAX, (uintmax_t)getuid());
    enum exit_code code = setup_steps_add(
        setup->cli, &setup->steps, ROUTE_USER_CREATE, ROUTE_COUNT, name, texts);

    return code ? code
                : add_password(setup, ROUTE_USER_PASSWORD, name,
                               setup_answer(&setup->answers, "admin.password"));
}

/* answer -> welcome -> the queue */
static int put_flow(struct json_t *body, const char *queue)
{
    char text[512];

    snprintf(text, sizeof(text),
             "{\"nodes\":["
             "{\"name\":\"answer\",\"type\":\"answer\",\"next\":\"welcome\"},"
             "{\"name\":\"welcome\",\"type\":\"play\",\"prompt\":\"welcome\","
             "\"next\":\"wait\",\"on_error\":\"wait\"},"
             "{\"name\":\"wait\",\"type\":\"queue\",\"queue\":\"%s\"}]}",
             queue);

    int rc = value_set_text(body, "name", "main");

    return rc | value_set_text(body, "text", text);
}

static enum exit_code plan_way_in(struct setup *setup)
{
    const struct setup_answers *answers = &setup->answers;
    const char *trunk = setup_answer(answers, "trunk.name");
    const char *queue = setup_answer(answers, "queue.name");
    const struct setting_text trunk_texts[] = {
        { "name", trunk },
        { "address", setup_answer(answers, "trunk.address") },
        { "emergency", setup_answer(answers, "trunk.emergency") },
        { NULL, NULL }
    };
    const struct setting_text queue_texts[] = {
        { "name", queue },
        { "label", setup_answer(answers, "queue.label") },
        { NULL, NULL }
    };
    const struct setting_text none[] = { { NULL, NULL } };
    const struct setting_text entry_texts[] = {
        { "name", "main" },
        { "number", setup_answer(answers, "entry.number") },
        { "flow_id", "main" },
        { "language", setup_answer(answers, "entry.language") },
        { NULL, NULL }
    };
    enum exit_code code =
        setup_steps_add(setup->cli, &setup->steps, ROUTE_TRUNK_CREATE,
                        ROUTE_TRUNK_REMOVE, trunk, trunk_texts);

    if (!code)
        code = setup_steps_add(setup->cli, &setup->steps, ROUTE_QUEUE_CREATE,
                               ROUTE_QUEUE_REMOVE, queue, queue_texts);
    if (!code)
        code = setup_steps_add(setup->cli, &setup->steps, ROUTE_FLOW_CREATE,
                               ROUTE_FLOW_REMOVE, "main", none);
    if (!code &&
        put_flow(setup->steps.list[setup->steps.count - 1].body, queue))
        code = cli_no_memory(setup->cli);
    if (!code)
        code = setup_steps_add(setup->cli, &setup->steps, ROUTE_ENTRY_CREATE,
                               ROUTE_ENTRY_REMOVE, "main", entry_texts);

    return code;
}

static enum exit_code list(struct cli *cli, enum document_kind kind,
                           size_t *ret_count)
{
    struct ask request = {
        .route = route_get((enum route_id)names_list_route(kind)),
    };
    struct json_t *items = NULL;
    enum exit_code code = ask_for_list(cli, &request, 1, &items);

    *ret_count = value_count(items);
    value_free(items);
    return code;
}

/* Whoever pauses says why, so there is something to say; in the languages of
   all agents, whichever this one sets up in. Where there is already, that is
   kept. */
static enum exit_code plan_pause(struct setup *setup)
{
    static const struct setting_text texts[] = { { "name", "break" },
                                                 { "label", "Break" },
                                                 { "label_es", "Descanso" },
                                                 { "label_cs", "Přestávka" },
                                                 { "key", "b" },
                                                 { NULL, NULL } };
    size_t count = 0;
    enum exit_code code = list(setup->cli, DOCUMENT_PAUSE_REASON, &count);

    if (code || count)
        return code;

    return setup_steps_add(setup->cli, &setup->steps, ROUTE_PAUSE_REASON_CREATE,
                           ROUTE_PAUSE_REASON_REMOVE, "break", texts);
}

static const char *agent_answer(const struct setup *setup, int number,
                                const char *what)
{
    char name[32];

    snprintf(name, sizeof(name), "agent%d.%s", number + 1, what);
    return setup_answer(&setup->answers, name);
}

/* A phone, a user, and the agent who has both and serves the queue. */
static enum exit_code plan_agent(struct setup *setup, int number)
{
    const char *name = agent_answer(setup, number, "name");
    const char *label = agent_answer(setup, number, "label");
    const char *phone = agent_answer(setup, number, "phone");
    const char *mode = setup_answer(&setup->answers, "phone.mode");
    const char *queue = setup_answer(&setup->answers, "queue.name");
    const struct setting_text device[] = {
        { "name", phone }, { "label", label }, { "mode", mode }, { NULL, NULL }
    };
    const struct setting_text user[] = { { "name", name },
                                         { "label", label },
                                         { NULL, NULL } };
    const struct setting_text agent[] = { { "name", name },
                                          { "label", label },
                                          { "user_id", name },
                                          { "device_id", phone },
                                          { NULL, NULL } };
    const struct setting_text served[] = { { "agent_id", name },
                                           { "priority", "1" },
                                           { NULL, NULL } };
    enum exit_code code =
        setup_steps_add(setup->cli, &setup->steps, ROUTE_DEVICE_CREATE,
                        ROUTE_DEVICE_REMOVE, phone, device);

    prompt_make_password(setup->phone_passwords[number]);
    prompt_make_password(setup->user_passwords[number]);
    if (!code)
        code = add_password(setup, ROUTE_DEVICE_PASSWORD, phone,
                            setup->phone_passwords[number]);
    if (!code)
        code = setup_steps_add(setup->cli, &setup->steps, ROUTE_USER_CREATE,
                               ROUTE_USER_REMOVE, name, user);
    if (!code)
        code = add_password(setup, ROUTE_USER_PASSWORD, name,
                            setup->user_passwords[number]);
    if (!code)
        code = setup_steps_add(setup->cli, &setup->steps, ROUTE_AGENT_CREATE,
                               ROUTE_AGENT_REMOVE, name, agent);
    if (!code)
        code = setup_steps_add(setup->cli, &setup->steps, ROUTE_QUEUE_ASSIGN,
                               ROUTE_COUNT, queue, served);

    return code;
}

static enum exit_code print_passwords(const struct setup *setup)
{
    struct setup_account accounts[SETUP_AGENTS];

    for (int i = 0; i < SETUP_AGENTS; i++)
        accounts[i] = (struct setup_account){
            .agent = agent_answer(setup, i, "name"),
            .password = setup->user_passwords[i],
            .phone = agent_answer(setup, i, "phone"),
            .phone_password = setup->phone_passwords[i],
        };

    return setup_accounts_print(setup->cli, accounts, SETUP_AGENTS);
}

/* Setup is for a server that has nothing but the person who sets it up. */
static enum exit_code check_empty(struct cli *cli)
{
    static const enum document_kind kinds[] = {
        DOCUMENT_DEVICE, DOCUMENT_AGENT, DOCUMENT_QUEUE,
        DOCUMENT_FLOW,   DOCUMENT_TRUNK, DOCUMENT_ENTRY
    };
    enum exit_code code = EXIT_DONE;

    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]) && !code; i++) {
        size_t count = 0;

        code = list(cli, kinds[i], &count);
        if (!code && count)
            code =
                cli_fail(cli, EXIT_REFUSED,
                         _("this server is set up already: it has a %s. "
                           "Use the other commands, or config apply."),
                         word_spell(&word_list_document_kind, (int)kinds[i]));
    }

    return code;
}

static enum exit_code find_out_who(struct cli *cli, bool *ret_nobody)
{
    struct ask request = { .route = route_get(ROUTE_ME_READ) };
    struct answer answer = { 0 };
    enum exit_code code = ask(cli, &request, &answer);

    *ret_nobody = !value_get_integer(answer.value, "user_id", 0);
    answer_done(&answer);
    return code;
}

static enum exit_code set_up(struct setup *setup, bool nobody)
{
    enum exit_code code = nobody ? plan_admin(setup) : EXIT_DONE;

    if (!code)
        code = plan_way_in(setup);
    if (!code)
        code = plan_pause(setup);
    for (int i = 0; i < SETUP_AGENTS && !code; i++)
        code = plan_agent(setup, i);
    if (!code)
        code = setup_steps_take(setup->cli, &setup->steps);

    return code ? code : print_passwords(setup);
}

enum exit_code run_setup(struct cli *cli, const struct call *call)
{
    struct setup *setup = calloc(1, sizeof(*setup));
    bool nobody = false;
    enum exit_code code = setup ? EXIT_DONE : cli_no_memory(cli);

    if (code)
        return code;

    setup->cli = cli;
    code = find_out_who(cli, &nobody);
    if (!code)
        code = check_empty(cli);
    if (!code)
        code = setup_answers_read(cli, call_option(call, "file"), nobody,
                                  &setup->answers);
    if (!code)
        code = set_up(setup, nobody);

    setup_steps_done(&setup->steps);
    explicit_bzero(setup, sizeof(*setup));
    free(setup);
    return code;
}
