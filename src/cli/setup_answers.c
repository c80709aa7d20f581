/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The questions of setup. */

#include "cli/setup_answers.h"

#include <assert.h>
#include <errno.h>
#include <string.h>

#include "base/config.h"
#include "base/mark.h"
#include "cli/body.h"

static const struct setting questions[] = {
    { "admin.name", SETTING_TEXT, "admin", 1, 63,
      N_("Name of the first administrator") },
    { "admin.password", SETTING_SECRET, NULL, 8, 255,
      N_("Password of the administrator, 8 bytes at least") },
    { "trunk.name", SETTING_TEXT, "provider", 1, 63, N_("Name of the trunk") },
    { "trunk.address", SETTING_TEXT, NULL, 3, 63,
      N_("Address and port of the trunk, as 192.0.2.1:5060, or its host "
         "name") },
    { "trunk.emergency", SETTING_TEXT, "112", 1, 95,
      N_("Emergency numbers that every phone may call, with blanks between") },
    { "queue.name", SETTING_TEXT, "sales", 1, 63, N_("Name of the queue") },
    { "queue.label", SETTING_TEXT, "Sales", 1, 95,
      N_("What the queue is called on screens") },
    { "entry.number", SETTING_TEXT, "*", 1, 39,
      N_("Number that callers dial; * stands for any") },
    { "entry.language", SETTING_TEXT, "en", 2, 2,
      N_("Language of the prompts: en, es or cs") },
    { "phone.mode", SETTING_TEXT, "phone_rings", 1, 31,
      N_("Who picks up: phone_rings, on_demand (the console), phone_told "
         "(both), or nailed_up (nobody: it stays connected)") },
    { "agent1.name", SETTING_TEXT, "ana", 1, 63, N_("Name of agent 1") },
    { "agent1.label", SETTING_TEXT, "Ana", 1, 95,
      N_("What agent 1 is called on screens") },
    { "agent1.phone", SETTING_TEXT, "201", 1, 63, N_("Phone of agent 1") },
    { "agent2.name", SETTING_TEXT, "petr", 1, 63, N_("Name of agent 2") },
    { "agent2.label", SETTING_TEXT, "Petr", 1, 95,
      N_("What agent 2 is called on screens") },
    { "agent2.phone", SETTING_TEXT, "202", 1, 63, N_("Phone of agent 2") },
    { "agent3.name", SETTING_TEXT, "eva", 1, 63, N_("Name of agent 3") },
    { "agent3.label", SETTING_TEXT, "Eva", 1, 95,
      N_("What agent 3 is called on screens") },
    { "agent3.phone", SETTING_TEXT, "203", 1, 63, N_("Phone of agent 3") },
};

enum { QUESTION_COUNT = sizeof(questions) / sizeof(questions[0]) };

_Static_assert((int)QUESTION_COUNT <= (int)SETUP_MAX_ANSWERS, "room for all");

const char *setup_answer(const struct setup_answers *answers, const char *name)
{
    for (size_t i = 0; i < QUESTION_COUNT; i++)
        if (strcmp(questions[i].name, name) == 0)
            return answers->texts[i];

    assert(false && "no such question");
    return "";
}

static bool is_of_admin(const struct setting *question)
{
    return strncmp(question->name, "admin.", 6) == 0;
}

/* Whose setting a question is about; NULL: a password, only its length. */
static const struct field *find_field(const char *name)
{
    static const struct {
        const char *prefix;
        enum route_id route;
    } routes[] = {
        { "admin.", ROUTE_USER_CREATE },   { "trunk.", ROUTE_TRUNK_CREATE },
        { "queue.", ROUTE_QUEUE_CREATE },  { "entry.", ROUTE_ENTRY_CREATE },
        { "phone.", ROUTE_DEVICE_CREATE }, { "agent", ROUTE_AGENT_CREATE },
    };
    const char *part = strchr(name, '.') + 1;
    enum route_id route = ROUTE_COUNT;

    for (size_t i = 0; i < sizeof(routes) / sizeof(routes[0]); i++)
        if (strncmp(name, routes[i].prefix, strlen(routes[i].prefix)) == 0)
            route = routes[i].route;

    if (strcmp(part, "phone") == 0) {
        route = ROUTE_DEVICE_CREATE;
        part = "name";
    }
    assert(route != ROUTE_COUNT);
    return record_field(content_record(route_get(route)->body), part);
}

/* What the server would say to it, said before it is asked. */
static enum exit_code check_answer(struct cli *cli, const char *where,
                                   const char *name, const char *text)
{
    const struct field *field = find_field(name);
    struct json_t *object = field ? value_object() : NULL;
    enum exit_code code = EXIT_DONE;

    if (field)
        code = object ? body_put(cli, object, field, where, text)
                      : cli_no_memory(cli);

    value_free(object);
    return code;
}

/* At a terminal: asked again until it can stand. */

static enum exit_code ask_once(struct cli *cli, const struct setting *question,
                               char ret_text[PROMPT_SIZE])
{
    bool secret = question->kind == SETTING_SECRET;
    char prompt[PROMPT_SIZE];

    snprintf(prompt, sizeof(prompt), question->preset ? "%s [%s]: " : "%s: ",
             lang_own_text(question->help), question->preset);

    enum exit_code code = secret ? prompt_secret(cli, prompt, ret_text)
                                 : prompt_line(cli, prompt, ret_text);

    if (!code && !*ret_text && question->preset)
        snprintf(ret_text, PROMPT_SIZE, "%s", question->preset);

    return code;
}

/* A password that nobody sees is typed twice. */
static enum exit_code ask_once_more(struct cli *cli, const char *password)
{
    char again[PROMPT_SIZE];
    enum exit_code code = prompt_secret(cli, _("Once more: "), again);

    if (!code && strcmp(password, again) != 0)
        code = cli_fail(cli, EXIT_USAGE,
                        _("the two are not the same; nothing was changed"));

    explicit_bzero(again, sizeof(again));
    return code;
}

static enum exit_code ask_until_right(struct cli *cli,
                                      const struct setting *question,
                                      char ret_text[PROMPT_SIZE])
{
    for (;;) {
        int64_t number;
        enum exit_code code = ask_once(cli, question, ret_text);

        if (code)
            return code;

        const char *problem = setting_read(question, ret_text, &number);

        if (problem)
            code = cli_fail(cli, EXIT_USAGE, "%s: %s", question->name,
                            lang_own_text(problem));
        else
            code = check_answer(cli, question->name, question->name, ret_text);
        if (!code && question->kind == SETTING_SECRET)
            code = ask_once_more(cli, ret_text);
        if (code != EXIT_USAGE)
            return code;
    }
}

static enum exit_code ask_all(struct cli *cli, bool with_admin,
                              struct setup_answers *ret_answers)
{
    enum exit_code code = EXIT_DONE;

    for (size_t i = 0; i < QUESTION_COUNT && !code; i++)
        if (with_admin || !is_of_admin(&questions[i]))
            code = ask_until_right(cli, &questions[i], ret_answers->texts[i]);

    return code;
}

/* From a file. */

static enum exit_code take_all(struct cli *cli, const struct config *config,
                               const char *path, bool with_admin,
                               struct setup_answers *ret_answers)
{
    for (size_t i = 0; i < QUESTION_COUNT; i++) {
        const char *text = config_text(config, questions[i].name);
        bool wanted = with_admin || !is_of_admin(&questions[i]);
        char where[PROMPT_SIZE];

        if (!*text && wanted && !questions[i].preset)
            return cli_fail(cli, EXIT_USAGE, _("%s: %s is missing"), path,
                            questions[i].name);
        snprintf(where, sizeof(where), "%.400s: %s", path, questions[i].name);
        if (wanted && check_answer(cli, where, questions[i].name, text))
            return EXIT_USAGE;
        snprintf(ret_answers->texts[i], PROMPT_SIZE, "%s", text);
    }

    return EXIT_DONE;
}

static enum exit_code read_file(struct cli *cli, const char *path,
                                bool with_admin,
                                struct setup_answers *ret_answers)
{
    struct config *config = NULL;
    struct config_fault fault;
    char line[CONFIG_MAX_LINE];
    int rc = config_read(path, questions, QUESTION_COUNT, &config, &fault);

    if (rc == -EINVAL) {
        config_fault_write(&fault, path, lang_own_text(fault.problem), line,
                           sizeof(line));
        return cli_fail(cli, EXIT_USAGE, "%s", line);
    }
    if (rc)
        return cli_fail(cli, EXIT_USAGE, "%s: %s", path, strerror(-rc));

    enum exit_code code = take_all(cli, config, path, with_admin, ret_answers);

    config_free(config);
    return code;
}

enum exit_code setup_answers_read(struct cli *cli, const char *path,
                                  bool with_admin,
                                  struct setup_answers *ret_answers)
{
    *ret_answers = (struct setup_answers){ 0 };
    if (path)
        return read_file(cli, path, with_admin, ret_answers);
    if (cli->interactive)
        return ask_all(cli, with_admin, ret_answers);

    return cli_fail(cli, EXIT_USAGE,
                    _("nobody can be asked here: give the answers with "
                      "--file"));
}
