/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Command lines taken apart, and the table they are taken apart by. */

#include "cli/call.h"

#include <stdio.h>
#include <string.h>

#include "cli/exit_code.h"
#include "lang/phrase.h"
#include "console/key_table.h"
#include "tests/test.h"

enum { MAX_WORDS = 12 };

static const struct call_row {
    const char *says;
    const char *line; /* words between spaces */
    enum call_mistake mistake;
    const char *subject;
    const char *verb;    /* "noun name", or NULL */
    const char *values;  /* of the arguments, "-" for none */
    const char *options; /* "name=value name" */
} call_rows[] = {
    { "a noun and a verb", "queue list", CALL_OK, "", "queue list", "", "" },
    { "a noun that stands alone", "verify", CALL_OK, "", "verify", "", "" },
    { "an argument", "queue show a", CALL_OK, "", "queue show", "a", "" },
    { "an option with a value", "queue add a --ring 5s", CALL_OK, "",
      "queue add", "a", "ring=5s" },
    { "an option with = and a value", "queue add a --ring=5s", CALL_OK, "",
      "queue add", "a", "ring=5s" },
    { "an empty value", "queue add a --label=", CALL_OK, "", "queue add", "a",
      "label=" },
    { "an option before the argument", "queue add --ring 5s a", CALL_OK, "",
      "queue add", "a", "ring=5s" },
    { "a common option before the noun", "--json queue list", CALL_OK, "",
      "queue list", "", "json" },
    { "an option's value may look like an option", "queue list --sort --json",
      CALL_OK, "", "queue list", "", "sort=--json" },
    { "after -- all are arguments", "queue show -- --json", CALL_OK, "",
      "queue show", "--json", "" },
    { "- is an argument", "ivr check -", CALL_OK, "", "ivr check", "-", "" },
    { "an optional argument that is left out", "agent pause lunch", CALL_OK, "",
      "agent pause", "- lunch", "" },
    { "an optional argument that is given", "agent pause ana lunch", CALL_OK,
      "", "agent pause", "ana lunch", "" },
    { "an argument that may come more than once", "voicemail delete 81 80 79",
      CALL_OK, "", "voicemail delete", "81", "" },
    { "... before another one", "voicemail assign 81 80 79 ana", CALL_OK, "",
      "voicemail assign", "81 ana", "" },
    { "... once", "voicemail assign 81 ana", CALL_OK, "", "voicemail assign",
      "81 ana", "" },
    { "... without the other one", "voicemail assign 81", CALL_MISSING, "AGENT",
      "voicemail assign", "81", "" },
    { "no word at all", "", CALL_NO_NOUN, "", NULL, "", "" },
    { "an unknown noun", "nix list", CALL_UNKNOWN_NOUN, "nix", NULL, "", "" },
    { "a noun without its verb", "queue", CALL_NO_VERB, "queue", NULL, "", "" },
    { "an unknown verb", "queue nix", CALL_UNKNOWN_VERB, "nix", NULL, "", "" },
    { "an unknown option", "queue list --nix", CALL_UNKNOWN_OPTION, "--nix",
      "queue list", "", "" },
    { "an option of another verb", "queue list --ring 5s", CALL_UNKNOWN_OPTION,
      "--ring", "queue list", "", "" },
    { "half an option's name", "queue add a --rin 5s", CALL_UNKNOWN_OPTION,
      "--rin", "queue add", "", "" },
    { "an option that is given twice", "queue list --json --json",
      CALL_OPTION_TWICE, "--json", "queue list", "", "json" },
    { "a missing value", "queue add a --ring", CALL_NO_VALUE, "--ring",
      "queue add", "", "" },
    { "a value too much", "queue list --json=1", CALL_UNWANTED_VALUE,
      "--json=1", "queue list", "", "" },
    { "a missing argument", "queue show", CALL_MISSING, "QUEUE", "queue show",
      "", "" },
    { "an argument too much", "queue show a b", CALL_TOO_MANY, "b",
      "queue show", "a", "" },
};

static void spell_call(const struct call *call, char values[256],
                       char options[256])
{
    size_t length = 0;

    values[0] = options[0] = '\0';
    for (size_t i = 0; i < call->argument_count; i++)
        length += (size_t)snprintf(values + length, 256 - length, "%s%s",
                                   i ? " " : "",
                                   call->values[i] ? call->values[i] : "-");
    length = 0;
    for (size_t i = 0; i < call->option_count; i++)
        length += (size_t)snprintf(
            options + length, 256 - length, "%s%s%s%s", i ? " " : "",
            call->options[i].option.name, call->options[i].value ? "=" : "",
            call->options[i].value ? call->options[i].value : "");
}

static void takes_a_line_apart(void **state)
{
    const struct call_row *row = *state;
    char line[256], *argv[MAX_WORDS] = { (char[]){ "cclite" } }, *rest = NULL;
    char values[256], options[256], verb[64] = "";
    struct call call;
    const char *subject;
    int argc = 1;

    snprintf(line, sizeof(line), "%s", row->line);
    for (char *word = strtok_r(line, " ", &rest); word;
         word = strtok_r(NULL, " ", &rest))
        argv[argc++] = word;

    assert_int_equal(call_parse(argc, argv, &call, &subject), row->mistake);
    assert_string_equal(subject, row->subject);
    assert_true(!call.verb == !row->verb);
    if (call.verb) {
        snprintf(verb, sizeof(verb), "%s%s%s", call.verb->noun,
                 call.verb->name ? " " : "",
                 call.verb->name ? call.verb->name : "");
        assert_string_equal(verb, row->verb);
    }

    spell_call(&call, values, options);
    if (row->mistake == CALL_OK)
        assert_string_equal(values, row->values);
    assert_string_equal(options, row->options);
}

/* The table itself. */

static void options_have_one_name_each(void **state)
{
    (void)state;
    const struct verb *verb;

    for (size_t i = 0; (verb = verb_at(i)); i++) {
        struct verb_option options[VERB_MAX_OPTIONS];
        size_t count = verb_list_options(verb, options);

        for (size_t a = 0; a < count; a++)
            for (size_t b = a + 1; b < count; b++)
                if (strcmp(options[a].name, options[b].name) == 0)
                    fail_msg("%s %s has two --%s", verb->noun,
                             verb->name ? verb->name : "", options[a].name);
    }
}

static void verbs_are_there_once_and_explained(void **state)
{
    (void)state;
    const struct verb *verb, *other;

    for (size_t i = 0; (verb = verb_at(i)); i++) {
        assert_non_null(verb->run);
        assert_non_null(verb->doc);
        assert_true(verb->doc[0] != '\0');
        for (size_t k = i + 1; (other = verb_at(k)); k++)
            assert_false(strcmp(verb->noun, other->noun) == 0 &&
                         strcmp(verb->name ? verb->name : "",
                                other->name ? other->name : "") == 0);
    }
}

static void every_option_is_explained(void **state)
{
    (void)state;
    const struct verb *verb;

    for (size_t i = 0; (verb = verb_at(i)); i++) {
        struct verb_option options[VERB_MAX_OPTIONS];
        size_t count = verb_list_options(verb, options);

        for (size_t k = 0; k < count; k++)
            if (options[k].doc[0] == '\0')
                fail_msg("%s %s --%s says nothing", verb->noun, verb->name,
                         options[k].name);
    }
}

/* What {id} is, whoever is signed in knows. */
static bool is_about_oneself(const struct verb *verb)
{
    return strcmp(verb->noun, "call") == 0 || strcmp(verb->noun, "state") == 0;
}

/* Every parameter of a path is an argument, and every argument leads
   somewhere: to the path or to a field of the body. */
static void arguments_lead_somewhere(void **state)
{
    (void)state;
    const struct verb *verb;

    for (size_t i = 0; (verb = verb_at(i)); i++) {
        struct verb_argument arguments[VERB_MAX_ARGUMENTS];
        size_t count = verb_list_arguments(verb, arguments);
        bool named = false;

        if (!verb->route)
            continue;
        for (size_t k = 0; k < count; k++) {
            char parameter[40];
            const struct record *record = content_record(verb->route->body);

            snprintf(parameter, sizeof(parameter), "{%s}", arguments[k].field);
            named |= strcmp(parameter, "{id}") == 0 ||
                     strcmp(parameter, "{rule_id}") == 0; /* a field, too */
            if (!strstr(verb->route->path, parameter) &&
                (!record || !record_field(record, arguments[k].field)) &&
                verb->route->body.kind != CONTENT_FLOW_TEXT &&
                verb->route->body.kind != CONTENT_FLOW_NODE &&
                verb->route->body.kind != CONTENT_SOUND &&
                strcmp(arguments[k].word, "FILE") != 0 &&  /* is read here */
                strcmp(arguments[k].word, "VERSION") != 0) /* is looked for */
                fail_msg("%s %s: %s leads nowhere", verb->noun, verb->name,
                         arguments[k].word);
        }
        if (strstr(verb->route->path, "{id}"))
            assert_true(named || is_about_oneself(verb));
    }
}

static void every_route_of_people_has_a_verb(void **state)
{
    (void)state;

    for (int id = 0; id < ROUTE_COUNT; id++) {
        const struct route *route = route_get((enum route_id)id);
        const struct verb *verb;
        bool found = false;

        /* These are asked on the way, or are for programs alone. */
        if (id == ROUTE_FLOW_TEXT || id == ROUTE_FLOW_DRAFT ||
            id == ROUTE_FLOW_VERSION_TEXT || id == ROUTE_NODE_ADD ||
            id == ROUTE_CALENDAR_IMPORT ||       /* import reads JSON, too */
            id == ROUTE_PROMPT_VERSION_SOUND ||  /* get with a version */
            id == ROUTE_PROMPT_VERSION_LISTEN || /* listen with one */
            id == ROUTE_RULE_DRAFT_DROP ||       /* discard without a rule */
            id == ROUTE_RULE_SET_DIFF ||         /* diff with a version */
            id == ROUTE_QUEUES_CLOSE || id == ROUTE_QUEUES_OPEN || /* --all */
            id == ROUTE_STATE_READ || id == ROUTE_QUEUES_NOW ||
            id == ROUTE_AGENTS_NOW || id == ROUTE_WEBSOCKET ||
            strncmp(route->path, "/api/", 5) != 0 || id == ROUTE_OPENAPI ||
            id == ROUTE_CONTACT_PCAP)
            continue;
        for (size_t i = 0; (verb = verb_at(i)); i++)
            found |= verb->route == route;
        if (!found)
            fail_msg("no verb asks %s", route->name);
    }
}

static const struct column_row {
    const char *record;
    const char *field;
} columns[] = {
#define COLUMN(record, field, header) { record, field },
#define BESIDE(record, key, header)
#include "cli/column.def"
};

static const struct record *find_record(const char *name)
{
    for (int i = 0; i < document_kind_count; i++)
        if (strcmp(document_kind_info((enum document_kind)i)->name, name) == 0)
            return document_kind_info((enum document_kind)i)->record;
    for (int i = 0; i < SHAPE_COUNT; i++)
        if (strcmp(shape_record((enum shape_id)i)->name, name) == 0)
            return shape_record((enum shape_id)i);

    return NULL;
}

static void columns_show_what_there_is(void **state)
{
    (void)state;

    for (size_t i = 0; i < ARRAY_LEN(columns); i++) {
        const struct record *record = find_record(columns[i].record);

        if (!record || !record_field(record, columns[i].field))
            fail_msg("there is no %s.%s", columns[i].record, columns[i].field);
        assert_string_equal(record->name, columns[i].record);
    }
}

/* Exit codes. */

static const struct code_row {
    const char *says;
    int status;
    int code;
} code_rows[] = {
    { "200 is 0", 200, 0 }, { "204 is 0", 204, 0 }, { "302 is 7", 302, 7 },
    { "400 is 1", 400, 1 }, { "401 is 4", 401, 4 }, { "403 is 4", 403, 4 },
    { "404 is 3", 404, 3 }, { "409 is 1", 409, 1 }, { "412 is 6", 412, 6 },
    { "422 is 1", 422, 1 }, { "429 is 1", 429, 1 }, { "500 is 7", 500, 7 },
    { "503 is 7", 503, 7 }, { "507 is 7", 507, 7 },
};

static void maps_a_status(void **state)
{
    const struct code_row *row = *state;

    assert_int_equal(exit_code_of_status(row->status), row->code);
}

/* Phrases. */

static const struct phrase_row {
    const char *says;
    const char *pattern, *a, *b;
    size_t size;
    const char *result;
} phrase_rows[] = {
    { "one name", "%s added", "a", NULL, 32, "a added" },
    { "two names", "%s rests (%s left)", "Ana", "4 s", 32,
      "Ana rests (4 s left)" },
    { "a name with a pattern in it is only a name", "%s and %s", "%s%n", "b",
      32, "%s%n and b" },
    { "other patterns are left alone", "%d %n %s", "a", NULL, 32, "%d %n a" },
    { "what does not fit is cut", "%s added", "abcdef", NULL, 5, "abcd" },
    { "no character is cut in two", "%s", "a\u010d", NULL, 3, "a" },
};

static void fills_a_phrase(void **state)
{
    const struct phrase_row *row = *state;
    char text[32];

    phrase_fill(row->pattern, row->a, row->b, text, row->size);
    assert_string_equal(text, row->result);
}

/* What the palette takes, a shell takes; but that arguments are missing there.
 * The language of the screens alone is nothing for a shell. */
static void every_command_of_a_key_is_one_of_the_shell(void **state)
{
    const struct action_table table = key_table();

    (void)state;
    for (size_t i = 0; i < table.count; i++) {
        const char *command = table.actions[i].command, *subject;
        char line[128] = "cclite ", *words[MAX_WORDS], *rest = line;
        struct call call;
        int count = 0;

        if (!command || strncmp(command, "lang ", 5) == 0 ||
            strcmp(command, "lock") == 0) /* of the screen alone */
            continue;
        snprintf(line, sizeof(line), "cclite %s", command);
        while (rest && count < MAX_WORDS)
            words[count++] = strsep(&rest, " ");
        enum call_mistake mistake = call_parse(count, words, &call, &subject);
        if (mistake != CALL_OK && mistake != CALL_MISSING &&
            mistake != CALL_NO_VALUE)
            fail_msg("no command of the shell: %s", command);
    }
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, takes_a_line_apart, call_rows);
    TEST_LIST_ADD(&list, every_command_of_a_key_is_one_of_the_shell);
    TEST_LIST_ADD(&list, options_have_one_name_each);
    TEST_LIST_ADD(&list, verbs_are_there_once_and_explained);
    TEST_LIST_ADD(&list, every_option_is_explained);
    TEST_LIST_ADD(&list, arguments_lead_somewhere);
    TEST_LIST_ADD(&list, every_route_of_people_has_a_verb);
    TEST_LIST_ADD(&list, columns_show_what_there_is);
    TEST_LIST_ADD_ROWS(&list, maps_a_status, code_rows);
    TEST_LIST_ADD_ROWS(&list, fills_a_phrase, phrase_rows);
    return test_list_run(&list);
}
