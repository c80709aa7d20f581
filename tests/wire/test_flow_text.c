/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Flows as text: what is taken, what is refused and where, what is stored. */

#include "wire/flow_text.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/sha256.h"
#include "core/command.h"
#include "core/trial.h"
#include "tests/failing_alloc.h"
#include "tests/test.h"
#include "wire/setting.h"

/* The library has one prompt; all other names are the server's own. */
static const struct known {
    enum document_kind kind;
    uint64_t id;
    const char *name;
} known[] = { { DOCUMENT_QUEUE, 3, "sales" },
              { DOCUMENT_QUEUE, 4, "support" },
              { DOCUMENT_AGENT, 5, "ana" },
              { DOCUMENT_TRUNK, 6, "provider" },
              { DOCUMENT_PROMPT, 7, "greeting" } };

static uint64_t find_id(void *arg, enum document_kind kind, const char *name)
{
    (void)arg;
    for (size_t i = 0; i < ARRAY_LEN(known); i++)
        if (known[i].kind == kind && strcmp(known[i].name, name) == 0)
            return known[i].id;
    return 0;
}

static const char *find_name(void *arg, enum document_kind kind, uint64_t id)
{
    (void)arg;
    for (size_t i = 0; i < ARRAY_LEN(known); i++)
        if (known[i].kind == kind && known[i].id == id)
            return known[i].name;
    return NULL;
}

static const struct flow_names names = { .find_id = find_id,
                                         .find_name = find_name };

static struct flow_program program;

static int parse(const char *text, struct mistake *mistake)
{
    return flow_text_parse(text, strlen(text), &names, &program, NULL, mistake);
}

#define ANSWER      "{\"name\":\"a\",\"type\":\"answer\",\"next\":\"q\"}"
#define QUEUE       "{\"name\":\"q\",\"type\":\"queue\",\"queue\":\"sales\"}"
#define FLOW(nodes) "{\"nodes\":[" nodes "]}"
#define MENU(rest)                                                             \
    FLOW("{\"name\":\"m\",\"type\":\"menu\",\"prompt\":\"menu\"," rest         \
         "}," QUEUE)

static const struct refusal_row {
    const char *says;
    const char *text;
    enum mistake_code code;
    const char *place;
} refusal_rows[] = {
    { "no object", "[]", MISTAKE_NOT_OBJECT, "" },
    { "no nodes", "{}", MISTAKE_MISSING_FIELD, "nodes" },
    { "nodes that are no list", "{\"nodes\":{}}", MISTAKE_WRONG_TYPE, "nodes" },
    { "an empty flow", FLOW(""), MISTAKE_TOO_MANY, "nodes" },
    { "more steps than the house has",
      "{\"max_steps\":501,\"nodes\":[" QUEUE "]}", MISTAKE_OUT_OF_RANGE,
      "max_steps" },
    { "no step at all", "{\"max_steps\":0,\"nodes\":[" QUEUE "]}",
      MISTAKE_OUT_OF_RANGE, "max_steps" },
    { "more time than the house has",
      "{\"max_ms\":7200001,\"nodes\":[" QUEUE "]}", MISTAKE_OUT_OF_RANGE,
      "max_ms" },
    { "a limit that is a word", "{\"max_ms\":\"1m\",\"nodes\":[" QUEUE "]}",
      MISTAKE_WRONG_TYPE, "max_ms" },
    { "a prompt and a text",
      MENU("\"text_en\":\"Press 1.\",\"choices\":{\"1\":\"q\"},"
           "\"on_timeout\":\"q\",\"on_invalid\":\"q\""),
      MISTAKE_BAD_FLOW, "nodes[0]" },
    { "another field of the flow", "{\"nodes\":[" QUEUE "],\"x\":1}",
      MISTAKE_UNKNOWN_FIELD, "" },
    { "a type of flow that there is not",
      "{\"type\":\"x\",\"nodes\":[" QUEUE "]}", MISTAKE_UNKNOWN_WORD, "type" },
    { "a type of flow that is no text", "{\"type\":1,\"nodes\":[" QUEUE "]}",
      MISTAKE_WRONG_TYPE, "type" },
    { "a queue in a survey", "{\"type\":\"survey\",\"nodes\":[" QUEUE "]}",
      MISTAKE_BAD_FLOW, "nodes[0]" },
    { "a flow's name with a space", "{\"name\":\"a b\",\"nodes\":[" QUEUE "]}",
      MISTAKE_BAD_CHARACTERS, "name" },
    { "a prompt by name and by number",
      FLOW("{\"name\":\"p\",\"type\":\"play\",\"prompt\":\"greeting\","
           "\"prompt_id\":7}"),
      MISTAKE_UNKNOWN_FIELD, "nodes[0].prompt_id" },
    { "a prompt without a name or number",
      FLOW("{\"name\":\"p\",\"type\":\"play\"}"), MISTAKE_MISSING_FIELD,
      "nodes[0].prompt" },
    { "a prompt of number 0",
      FLOW("{\"name\":\"p\",\"type\":\"play\",\"prompt_id\":0}"),
      MISTAKE_OUT_OF_RANGE, "nodes[0].prompt_id" },
    { "a prompt's number as a text",
      FLOW("{\"name\":\"p\",\"type\":\"play\",\"prompt_id\":\"7\"}"),
      MISTAKE_WRONG_TYPE, "nodes[0].prompt_id" },
    { "a prompt that is a path",
      FLOW("{\"name\":\"p\",\"type\":\"play\",\"prompt\":"
           "\"../../etc/passwd\"}"),
      MISTAKE_BAD_CHARACTERS, "nodes[0].prompt" },
    { "a queue that plays a prompt",
      FLOW("{\"name\":\"q\",\"type\":\"queue\",\"queue\":\"sales\","
           "\"prompt_id\":7}"),
      MISTAKE_UNKNOWN_FIELD, "nodes[0].prompt_id" },
    { "a node that is no object", FLOW(QUEUE ",7"), MISTAKE_WRONG_TYPE,
      "nodes[1]" },
    { "a node without a name", FLOW("{\"type\":\"hang_up\"}"),
      MISTAKE_MISSING_FIELD, "nodes[0].name" },
    { "two nodes of one name", FLOW(QUEUE "," QUEUE), MISTAKE_NAME_TWICE,
      "nodes[1].name" },
    { "a prototype for a name",
      FLOW("{\"name\":\"__proto__\",\"type\":\"hang_up\"}"),
      MISTAKE_BAD_CHARACTERS, "nodes[0].name" },
    { "a node without a type", FLOW("{\"name\":\"a\"}"), MISTAKE_MISSING_FIELD,
      "nodes[0].type" },
    { "a type nobody knows", FLOW("{\"name\":\"a\",\"type\":\"shell\"}"),
      MISTAKE_UNKNOWN_WORD, "nodes[0].type" },
    { "a field of another type of node",
      FLOW("{\"name\":\"a\",\"type\":\"hang_up\",\"prompt\":\"x\"}"),
      MISTAKE_UNKNOWN_FIELD, "nodes[0].prompt" },
    { "an exit to nowhere",
      FLOW("{\"name\":\"a\",\"type\":\"answer\",\"next\":\"z\"}"),
      MISTAKE_NO_SUCH_NAME, "nodes[0].next" },
    { "an exit by number",
      FLOW("{\"name\":\"a\",\"type\":\"answer\",\"next\":0}"),
      MISTAKE_WRONG_TYPE, "nodes[0].next" },
    { "a queue nobody knows",
      FLOW("{\"name\":\"q\",\"type\":\"queue\",\"queue\":\"nobody\"}"),
      MISTAKE_NO_SUCH_NAME, "nodes[0].queue" },
    { "no queue", FLOW("{\"name\":\"q\",\"type\":\"queue\"}"),
      MISTAKE_MISSING_FIELD, "nodes[0].queue" },
    { "a queue twice",
      FLOW("{\"name\":\"q\",\"type\":\"queue\",\"queue\":\"sales\","
           "\"queue_id\":3}"),
      MISTAKE_UNKNOWN_FIELD, "nodes[0].queue_id" },
    { "a priority out of range",
      FLOW("{\"name\":\"q\",\"type\":\"queue\",\"queue\":\"sales\","
           "\"priority\":101}"),
      MISTAKE_OUT_OF_RANGE, "nodes[0].priority" },
    { "a prompt that is a path",
      FLOW("{\"name\":\"a\",\"type\":\"play\",\"prompt\":\"../passwd\"}"),
      MISTAKE_BAD_CHARACTERS, "nodes[0].prompt" },
    { "a prompt that is an address",
      FLOW("{\"name\":\"a\",\"type\":\"play\",\"prompt\":\"http://x\"}"),
      MISTAKE_BAD_CHARACTERS, "nodes[0].prompt" },
    { "a menu without choices", MENU("\"tries\":1"), MISTAKE_MISSING_FIELD,
      "nodes[0].choices" },
    { "a choice that is no key", MENU("\"choices\":{\"12\":\"q\"}"),
      MISTAKE_UNKNOWN_FIELD, "nodes[0].choices.12" },
    { "a choice that is empty", MENU("\"choices\":{\"\":\"q\"}"),
      MISTAKE_UNKNOWN_FIELD, "nodes[0].choices." },
    { "a choice to nowhere", MENU("\"choices\":{\"1\":\"z\"}"),
      MISTAKE_NO_SUCH_NAME, "nodes[0].choices.1" },
    { "a timeout to nowhere",
      MENU("\"choices\":{\"1\":\"q\"},\"on_timeout\":\"z\""),
      MISTAKE_NO_SUCH_NAME, "nodes[0].on_timeout" },
    { "a menu that does not wait",
      MENU("\"choices\":{\"1\":\"q\"},\"wait_ms\":0"), MISTAKE_OUT_OF_RANGE,
      "nodes[0].wait_ms" },
    { "a menu that hardly waits",
      MENU("\"choices\":{\"1\":\"q\"},\"wait_ms\":499"), MISTAKE_OUT_OF_RANGE,
      "nodes[0].wait_ms" },
    { "a menu played for ever", MENU("\"choices\":{\"1\":\"q\"},\"tries\":11"),
      MISTAKE_OUT_OF_RANGE, "nodes[0].tries" },
    { "a circle without rest",
      FLOW("{\"name\":\"a\",\"type\":\"answer\",\"next\":\"a\"}"),
      MISTAKE_BAD_FLOW, "nodes[0]" },
};

static void is_refused(void **state)
{
    const struct refusal_row *row = *state;
    struct mistake mistake = { .code = MISTAKE_NONE };

    assert_int_equal(parse(row->text, &mistake), -EBADMSG);
    assert_string_equal(mistake_spell(mistake.code), mistake_spell(row->code));
    assert_string_equal(mistake.place, row->place);
    assert_int_equal(flow_text_parse(row->text, strlen(row->text), &names,
                                     &program, NULL, NULL),
                     -EBADMSG);
}

static const char tour[] =
    "{\"name\":\"tour\",\"nodes\":[" ANSWER ","
    "{\"type\":\"queue\",\"priority\":1,\"queue\":\"sales\",\"name\":\"q\"},"
    "{\"name\":\"m\",\"type\":\"menu\",\"prompt\":\"menu\","
    "\"choices\":{\"#\":\"q\",\"1\":\"l\",\"*\":null,\"0\":\"m\"},"
    "\"wait_ms\":2500,\"tries\":2,\"on_timeout\":\"q\"},"
    "{\"name\":\"l\",\"type\":\"set_language\",\"language\":\"cs\","
    "\"next\":\"p\"},"
    "{\"name\":\"p\",\"type\":\"play\",\"prompt\":\"tune\",\"next\":\"h\"},"
    "{\"name\":\"h\",\"type\":\"hang_up\"}]}";

static void a_flow_becomes_its_program(void **state)
{
    struct name name;
    const struct flow_node *menu = &program.nodes[2];

    (void)state;
    assert_int_equal(
        flow_text_parse(tour, strlen(tour), &names, &program, &name, NULL), 0);
    assert_string_equal(name.text, "tour");
    assert_int_equal(program.node_count, 6);
    assert_int_equal(program.nodes[0].type, NODE_ANSWER);
    assert_int_equal(program.nodes[0].exits[STEP_DONE], 1);
    assert_int_equal(program.nodes[1].as.queue_node.queue_id, 3);
    assert_int_equal(program.nodes[1].as.queue_node.priority, 1);
    assert_int_equal(menu->as.menu_node.wait_ms, 2500);
    assert_int_equal(menu->as.menu_node.tries, 2);
    assert_int_equal(menu->exits[STEP_TIMEOUT], 1);
    assert_int_equal(menu->exits[STEP_INVALID], FLOW_EXIT_NONE);
    assert_int_equal(menu->choice_count, 4);
    assert_string_equal(menu->choices[0].key, "#");
    assert_string_equal(menu->choices[1].key, "*");
    assert_int_equal(menu->choices[1].next, FLOW_EXIT_NONE);
    assert_string_equal(menu->choices[3].key, "1");
    assert_int_equal(menu->choices[3].next, 3);
    assert_int_equal(program.nodes[3].as.set_language_node.language, SPEAKS_CS);
    assert_string_equal(program.nodes[4].as.play_node.prompt.text, "tune");
}

static void the_stored_text_is_the_same_however_it_was_written(void **state)
{
    static const char other[] =
        " { \"nodes\" : [ {\"type\":\"answer\",\"name\":\"a\",\"next\":\"q\"} ,"
        " {\"queue_id\":3,\"name\":\"q\",\"type\":\"queue\","
        "\"priority\":50}]}\n";
    char digest[65];

    (void)state;
    assert_int_equal(parse(FLOW(ANSWER "," QUEUE), NULL), 0);
    char *first = flow_text_canonical(&program, NULL);
    memcpy(digest, program.digest.text, sizeof(digest));

    assert_int_equal(parse(other, NULL), 0);
    char *second = flow_text_canonical(&program, NULL);

    assert_string_equal(first, second);
    assert_string_equal(digest, program.digest.text);
    assert_string_equal(first,
                        "{\"nodes\":[{\"name\":\"a\",\"type\":\"answer\","
                        "\"next\":\"q\"},{\"name\":\"q\",\"type\":\"queue\","
                        "\"queue_id\":3,\"priority\":50}]}");
    free(first);
    free(second);
}

static void the_stored_text_is_read_without_knowing_any_queue(void **state)
{
    struct flow_program *again = calloc(1, sizeof(*again));

    (void)state;
    assert_int_equal(parse(tour, NULL), 0);
    char *text = flow_text_canonical(&program, NULL);

    assert_int_equal(
        flow_text_parse(text, strlen(text), NULL, again, NULL, NULL), 0);
    assert_memory_equal(again, &program, sizeof(program));

    unsigned char digest[SHA256_SIZE];
    char spelled[SHA256_TEXT_SIZE];
    sha256_of(text, strlen(text), digest);
    sha256_spell(digest, spelled);
    assert_string_equal(program.digest.text, spelled);
    free(text);
    free(again);
}

static void what_people_read_can_be_read_back(void **state)
{
    struct flow_program *again = calloc(1, sizeof(*again));
    struct name name;

    (void)state;
    assert_int_equal(parse(tour, NULL), 0);
    static struct flow_text flow = { .name = { "tour" } };

    flow.program = program;
    char *text = flow_text_print(&flow, &names);

    assert_non_null(strstr(text, "\"queue\": \"sales\""));
    assert_null(strstr(text, "queue_id"));
    assert_non_null(strstr(text, "\"on_invalid\": null"));
    assert_int_equal(
        flow_text_parse(text, strlen(text), &names, again, &name, NULL), 0);
    assert_string_equal(name.text, "tour");
    assert_memory_equal(again, &program, sizeof(program));
    free(text);
    free(again);
}

static void read_shipped(const char *file, struct flow_text *flow)
{
    char path[4096];
    char *text = NULL;
    size_t length = 0;
    struct mistake mistake = { .place = "" };
    const char *top = getenv("top_srcdir");

    (void)snprintf(path, sizeof(path), "%s/share/flows/%s", top ? top : ".",
                   file);
    assert_int_equal(file_read(path, FLOW_TEXT_MAX_LENGTH, &text, &length), 0);
    int rc = flow_text_read(text, length, &names, false, flow, &mistake);
    if (rc < 0)
        fail_msg("%s: %s: %s", file, mistake.place, mistake.text);
    free(text);
}

/* A floor with the two queues that the shipped flows lead to. */
static struct state *floor_for_flows(void)
{
    struct state *floor = NULL;
    struct event_queue_set queue = { .version = 1,
                                     .max_waiting = 100,
                                     .ring_ms = 20000,
                                     .wrap_up_ms = 30000,
                                     .wrap_up_more_ms = 30000,
                                     .wrap_up_max_ms = 300000,
                                     .max_misses = 3,
                                     .music = { "music" },
                                     .service_level_ms = 20000 };

    assert_int_equal(state_new(&floor), 0);
    for (size_t i = 0; i < 2; i++) {
        queue.id = known[i].id;
        memset(queue.name.text, 0, sizeof(queue.name.text));
        memcpy(queue.name.text, known[i].name, strlen(known[i].name));
        setting_presets(document_kind_info(DOCUMENT_QUEUE)->record, &queue);
        assert_int_equal(state_load_document(floor, DOCUMENT_QUEUE, &queue), 0);
        assert_int_equal(
            state_load_row(floor, ROW_TALLY,
                           &(struct tally_row){ .queue_id = queue.id }),
            0);
    }
    assert_int_equal(state_load_end(floor), 0);
    return floor;
}

static const struct shipped_row {
    const char *says;
    const char *file;
    size_t tests;
} shipped_rows[] = {
    { "the flow that is there at first can be run, and its tests pass",
      "main.json", 6 },
    { "the template that asks for a number, too", "identify.json", 7 },
    { "the template of a survey, too", "survey.json", 3 },
};

static void is_shipped(void **state)
{
    const struct shipped_row *row = *state;
    static struct flow_text flow, again;
    static struct trial trial;
    struct state *floor = floor_for_flows();

    read_shipped(row->file, &flow);
    assert_int_equal(flow.tests.count, row->tests);
    for (size_t i = 0; i < flow.tests.count; i++) {
        const struct flow_test *test = &flow.tests.tests[i];
        size_t at = 0;

        assert_int_equal(trial_run(floor, 0, &flow.program, test, NULL, &trial),
                         0);
        if (!trial_is_as_expected(&trial, 0, test, &at))
            fail_msg("%s: %s: step %zu is %s", row->file, test->name.text, at,
                     at < trial.count ? trial.steps[at].name.text : "none");
    }
    state_free(floor);

    /* and the tests are written and read as themselves */
    char *text = flow_text_print(&flow, &names);
    assert_int_equal(
        flow_text_read(text, strlen(text), &names, false, &again, NULL), 0);
    assert_memory_equal(&again, &flow, sizeof(flow));
    free(text);
}

#define TESTED(test) "{\"nodes\":[" QUEUE "],\"tests\":[" test "]}"

#define ASKED(test)                                                            \
    "{\"nodes\":[{\"name\":\"k\",\"type\":\"lookup\",\"lookup_id\":1,"         \
    "\"next\":null,\"on_not_found\":null,\"on_timeout\":null}," QUEUE          \
    "],\"tests\":[" test "]}"

static const struct refusal_row test_rows[] = {
    { "tests that are no list", "{\"nodes\":[" QUEUE "],\"tests\":{}}",
      MISTAKE_WRONG_TYPE, "tests" },
    { "a test without a name", TESTED("{}"), MISTAKE_MISSING_FIELD,
      "tests[0].name" },
    { "two tests of one name", TESTED("{\"name\":\"a\"},{\"name\":\"a\"}"),
      MISTAKE_NAME_TWICE, "tests[1].name" },
    { "a test of a node that is not there",
      TESTED("{\"name\":\"a\",\"expect\":[\"q\",\"z\"]}"), MISTAKE_NO_SUCH_NAME,
      "tests[0].expect[1]" },
    { "keys that no phone has", TESTED("{\"name\":\"a\",\"keys\":[\"1x\"]}"),
      MISTAKE_BAD_CHARACTERS, "tests[0].keys[0]" },
    { "a moment that is none", TESTED("{\"name\":\"a\",\"at\":\"noon\"}"),
      MISTAKE_BAD_CHARACTERS, "tests[0].at" },
    { "a language nobody speaks",
      TESTED("{\"name\":\"a\",\"language\":\"xx\"}"), MISTAKE_UNKNOWN_WORD,
      "tests[0].language" },
    { "a last language nobody speaks",
      TESTED("{\"name\":\"a\",\"last_language\":\"xx\"}"), MISTAKE_UNKNOWN_WORD,
      "tests[0].last_language" },
    { "a last language that is a number",
      TESTED("{\"name\":\"a\",\"last_language\":1}"), MISTAKE_WRONG_TYPE,
      "tests[0].last_language" },
    { "another field of a test", TESTED("{\"name\":\"a\",\"x\":1}"),
      MISTAKE_UNKNOWN_FIELD, "tests[0].x" },
    { "more inputs than there may be",
      TESTED("{\"name\":\"a\",\"keys\":[\"\",\"\",\"\",\"\",\"\",\"\","
             "\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\"]}"),
      MISTAKE_TOO_MANY, "tests[0].keys" },
    { "agents that are no list", TESTED("{\"name\":\"a\",\"agents\":{}}"),
      MISTAKE_WRONG_TYPE, "tests[0].agents" },
    { "an agent that is no object",
      TESTED("{\"name\":\"a\",\"agents\":[\"ana\"]}"), MISTAKE_WRONG_TYPE,
      "tests[0].agents[0]" },
    { "an agent nobody knows",
      TESTED("{\"name\":\"a\",\"agents\":[{\"agent\":\"eve\","
             "\"state\":\"paused\"}]}"),
      MISTAKE_NO_SUCH_NAME, "tests[0].agents[0].agent" },
    { "an agent of number 0",
      TESTED("{\"name\":\"a\",\"agents\":[{\"agent_id\":0,"
             "\"state\":\"paused\"}]}"),
      MISTAKE_OUT_OF_RANGE, "tests[0].agents[0].agent_id" },
    { "an agent's number as a text",
      TESTED("{\"name\":\"a\",\"agents\":[{\"agent_id\":\"5\","
             "\"state\":\"paused\"}]}"),
      MISTAKE_WRONG_TYPE, "tests[0].agents[0].agent_id" },
    { "an agent who does nothing",
      TESTED("{\"name\":\"a\",\"agents\":[{\"agent\":\"ana\"}]}"),
      MISTAKE_MISSING_FIELD, "tests[0].agents[0].state" },
    { "an agent who talks already",
      TESTED("{\"name\":\"a\",\"agents\":[{\"agent\":\"ana\","
             "\"state\":\"talking\"}]}"),
      MISTAKE_UNKNOWN_WORD, "tests[0].agents[0].state" },
    { "an agent by name and by number",
      TESTED("{\"name\":\"a\",\"agents\":[{\"agent\":\"ana\","
             "\"agent_id\":5,\"state\":\"paused\"}]}"),
      MISTAKE_UNKNOWN_FIELD, "tests[0].agents[0]" },
    { "a trunk nobody knows",
      TESTED("{\"name\":\"a\",\"lost_trunks\":[{\"trunk\":\"x\"}]}"),
      MISTAKE_NO_SUCH_NAME, "tests[0].lost_trunks[0].trunk" },
    { "more trunks than can be lost",
      TESTED("{\"name\":\"a\",\"lost_trunks\":[{},{},{},{},{},{},{},{},{}]}"),
      MISTAKE_TOO_MANY, "tests[0].lost_trunks" },
    { "lookups that are no object", ASKED("{\"name\":\"a\",\"lookups\":[]}"),
      MISTAKE_WRONG_TYPE, "tests[0].lookups" },
    { "the answer of a node that is not there",
      ASKED("{\"name\":\"a\",\"lookups\":{\"z\":\"found\"}}"),
      MISTAKE_NO_SUCH_NAME, "tests[0].lookups.z" },
    { "the answer of a node that asks nobody",
      ASKED("{\"name\":\"a\",\"lookups\":{\"q\":\"found\"}}"),
      MISTAKE_NO_SUCH_NAME, "tests[0].lookups.q" },
    { "an outcome that there is not",
      ASKED("{\"name\":\"a\",\"lookups\":{\"k\":\"maybe\"}}"),
      MISTAKE_UNKNOWN_WORD, "tests[0].lookups.k" },
    { "an answer that is a number",
      ASKED("{\"name\":\"a\",\"lookups\":{\"k\":7}}"), MISTAKE_WRONG_TYPE,
      "tests[0].lookups.k" },
    { "a value that is a number",
      ASKED("{\"name\":\"a\",\"lookups\":{\"k\":{\"level\":7}}}"),
      MISTAKE_WRONG_TYPE, "tests[0].lookups.level" },
};

static void a_type_is_written_as_it_was_read(void **state)
{
    static const char text[] = "{\"type\":\"part\",\"nodes\":[{\"name\":\"r\","
                               "\"type\":\"return\"}]}";
    static struct flow_text flow, again;

    (void)state;
    assert_int_equal(
        flow_text_read(text, strlen(text), &names, false, &flow, NULL), 0);
    assert_int_equal(flow.program.type, FLOW_TYPE_PART);

    char *stored = flow_text_canonical(&flow.program, &flow.tests);
    assert_int_equal(
        flow_text_read(stored, strlen(stored), NULL, false, &again, NULL), 0);
    assert_memory_equal(&again, &flow, sizeof(flow));
    free(stored);
}

static void the_house_is_written_as_it_was_read(void **state)
{
    static const char text[] =
        TESTED("{\"name\":\"a\",\"agents\":[{\"agent\":\"ana\","
               "\"state\":\"available\"},{\"agent_id\":9,"
               "\"state\":\"paused\"}],"
               "\"lost_trunks\":[{\"trunk\":\"provider\"}],"
               "\"last_language\":\"es\"}");
    static struct flow_text flow, again;

    (void)state;
    assert_int_equal(
        flow_text_read(text, strlen(text), &names, false, &flow, NULL), 0);
    assert_int_equal(flow.tests.tests[0].agents[0].agent_id, 5);
    assert_int_equal(flow.tests.tests[0].agents[1].state, AGENT_PAUSED);
    assert_int_equal(flow.tests.tests[0].lost_trunks[0], 6);

    char *stored = flow_text_canonical(&flow.program, &flow.tests);
    assert_non_null(strstr(stored, "\"agent_id\":5"));
    assert_non_null(strstr(stored, "\"trunk_id\":6"));
    assert_int_equal(
        flow_text_read(stored, strlen(stored), NULL, false, &again, NULL), 0);
    assert_memory_equal(&again, &flow, sizeof(flow));
    free(stored);

    char *shown = flow_text_print(&flow, &names);
    assert_non_null(strstr(shown, "\"agent\": \"ana\""));
    assert_non_null(strstr(shown, "\"trunk\": \"provider\""));
    free(shown);
}

static void what_lookups_answer_is_written_as_it_was_read(void **state)
{
    static const char text[] =
        ASKED("{\"name\":\"a\",\"lookups\":{\"k\":{\"level\":\"gold\"}}},"
              "{\"name\":\"b\",\"lookups\":{\"k\":\"timeout\"}}");
    static struct flow_text flow, again;

    (void)state;
    assert_int_equal(
        flow_text_read(text, strlen(text), &names, false, &flow, NULL), 0);
    assert_int_equal(flow.tests.tests[0].stubs[0].outcome, LOOKUP_FOUND);
    assert_string_equal(flow.tests.tests[0].stubs[0].values.text,
                        "level=gold\n");
    assert_int_equal(flow.tests.tests[1].stubs[0].outcome, LOOKUP_TIMEOUT);

    char *stored = flow_text_canonical(&flow.program, &flow.tests);
    assert_int_equal(
        flow_text_read(stored, strlen(stored), NULL, false, &again, NULL), 0);
    assert_memory_equal(&again, &flow, sizeof(flow));
    free(stored);
}

/* What a draft may lack, and what it may not. */
static void a_draft_need_not_be_whole(void **state)
{
    static const char text[] =
        "{\"nodes\":[{\"name\":\"m\",\"type\":\"menu\"},"
        "{\"name\":\"q\",\"type\":\"queue\"},"
        "{\"name\":\"l\",\"type\":\"collect\",\"next\":\"m\"}]}";
    static struct flow_text flow, again;
    struct mistake mistake = { .code = MISTAKE_NONE };

    (void)state;
    assert_int_equal(
        flow_text_read(text, strlen(text), &names, false, &flow, NULL),
        -EBADMSG);
    assert_int_equal(
        flow_text_read(text, strlen(text), &names, true, &flow, NULL), 0);
    assert_int_equal(flow.program.nodes[0].exits[STEP_TIMEOUT], FLOW_EXIT_OPEN);
    assert_int_equal(flow.program.nodes[2].exits[STEP_DONE], 0);

    char *stored = flow_text_canonical(&flow.program, &flow.tests);
    assert_int_equal(
        flow_text_read(stored, strlen(stored), NULL, true, &again, NULL), 0);
    assert_memory_equal(&again, &flow, sizeof(flow));
    free(stored);

    assert_int_equal(flow_text_read(FLOW("7"), strlen(FLOW("7")), &names, true,
                                    &flow, &mistake),
                     -EBADMSG);
    assert_string_equal(mistake.place, "nodes[0]");
}

/* What callers are led into at once says where each exit leads, or null; what
   was kept by an older release is read as it was meant then. */
static const struct forgotten_row {
    const char *says;
    const char *text;
    const char *place; /* NULL: nothing is forgotten */
} forgotten_rows[] = {
    { "a way on that is not said",
      FLOW("{\"name\":\"w\",\"type\":\"wait\",\"for_ms\":1000}"),
      "nodes[0].next" },
    { "... is said by null",
      FLOW("{\"name\":\"w\",\"type\":\"wait\",\"for_ms\":1000,"
           "\"next\":null}"),
      NULL },
    { "silence in a menu", MENU("\"choices\":{\"1\":null},\"on_invalid\":null"),
      "nodes[0].on_timeout" },
    { "an error may be left out",
      MENU("\"choices\":{\"1\":null},\"on_invalid\":null,"
           "\"on_timeout\":\"q\""),
      NULL },
    { "what the queue settles, too", FLOW(QUEUE), NULL },
    { "a number that is busy, or silent: as an error",
      FLOW("{\"name\":\"n\",\"type\":\"transfer\","
           "\"number\":\"+420555\"}"),
      NULL },
};

static void is_forgotten(void **state)
{
    const struct forgotten_row *row = *state;
    static struct flow_text flow;
    struct mistake mistake = { .code = MISTAKE_NONE };
    size_t length = strlen(row->text);
    int rc = flow_text_read(row->text, length, &names, false, &flow, &mistake);

    assert_int_equal(rc, row->place ? -EBADMSG : 0);
    if (row->place) {
        assert_int_equal(mistake.code, MISTAKE_MISSING_FIELD);
        assert_string_equal(mistake.place, row->place);
        assert_non_null(strstr(mistake.text, "or null"));
    }
    assert_int_equal(parse(row->text, NULL), 0);
    assert_int_equal(
        flow_text_read(row->text, length, &names, true, &flow, NULL), 0);
}

/* What tests of a draft name may be gone: it is kept as it was written, each
   name once, and is a mistake where callers are to be led. */
static void a_draft_keeps_what_its_tests_name_and_no_node_is(void **state)
{
    static const char text[] =
        "{\"nodes\":[{\"name\":\"a\",\"type\":\"hang_up\"}],\"tests\":["
        "{\"name\":\"t\",\"broken\":[\"czech\"],\"busy\":[\"a\"],"
        "\"unanswered\":[\"a\"],\"lookups\":{\"crm\":\"timeout\"},"
        "\"expect\":[\"a\",\"czech\",\"gone\"]},"
        "{\"name\":\"u\",\"lookups\":{\"a\":\"timeout\"},"
        "\"expect\":[\"gone\"]}]}";
    static struct flow_text flow, again;
    struct mistake mistake = { .code = MISTAKE_NONE };

    (void)state;
    assert_int_equal(
        flow_text_read(text, strlen(text), &names, true, &flow, NULL), 0);
    assert_int_equal(flow.tests.gone_count, 3);
    assert_int_equal(flow.tests.tests[0].path[0], 0);
    assert_string_equal(
        flow_test_node(&flow.program, &flow.tests, flow.tests.tests[0].path[1])
            ->text,
        "czech");
    assert_int_equal(flow.tests.tests[0].path[2], flow.tests.tests[1].path[0]);

    char *stored = flow_text_canonical(&flow.program, &flow.tests);
    assert_non_null(strstr(stored, "[\"a\",\"czech\",\"gone\"]"));
    assert_non_null(strstr(stored, "{\"crm\":\"timeout\"}"));
    assert_non_null(strstr(stored, "\"busy\":[\"a\"]"));
    assert_non_null(strstr(stored, "\"unanswered\":[\"a\"]"));
    assert_int_equal(
        flow_text_read(stored, strlen(stored), NULL, true, &again, NULL), 0);
    assert_memory_equal(&again, &flow, sizeof(flow));
    free(stored);

    assert_int_equal(
        flow_text_read(text, strlen(text), &names, false, &flow, &mistake),
        -EBADMSG);
    assert_int_equal(mistake.code, MISTAKE_NO_SUCH_NAME);
    assert_string_equal(mistake.place, "tests[0].broken[0]");
}

/* No beginning of a flow is a flow, and none does harm. */
static void a_text_that_is_cut_off_is_refused(void **state)
{
    (void)state;
    for (size_t length = 0; length < strlen(tour); length++) {
        char *cut = malloc(length ? length : 1);

        memcpy(cut, tour, length);
        assert_int_equal(
            flow_text_parse(cut, length, &names, &program, NULL, NULL),
            -EBADMSG);
        free(cut);
    }
}

/* Every byte in turn becomes others: taken or refused, never worse; and what
   is taken is written and read as itself. */
static void a_text_with_a_wrong_byte_does_no_harm(void **state)
{
    static const char others[] = "\"{}[]:,\\0n\x01\x80\xff";
    char text[sizeof(tour)];
    size_t taken = 0;

    (void)state;
    for (size_t at = 0; at < strlen(tour); at++)
        for (size_t i = 0; i < sizeof(others) - 1; i++) {
            memcpy(text, tour, sizeof(tour));
            text[at] = others[i];
            if (parse(text, NULL) < 0)
                continue;

            char before[65];
            char *stored = flow_text_canonical(&program, NULL);
            memcpy(before, program.digest.text, sizeof(before));
            assert_int_equal(parse(stored, NULL), 0);
            assert_string_equal(program.digest.text, before);
            free(stored);
            taken++;
        }
    assert_true(taken > 0);
}

static void nodes_beyond_the_limit_are_counted_not_read(void **state)
{
    enum { NODES = 10000 };
    char *text = malloc(NODES * 64 + 64);
    size_t length = (size_t)sprintf(text, "{\"nodes\":[");
    struct mistake mistake = { .code = MISTAKE_NONE };

    (void)state;
    for (int i = 0; i < NODES && length < FLOW_TEXT_MAX_LENGTH - 64; i++)
        length += (size_t)sprintf(text + length, "%s{\"name\":\"n%d\"}",
                                  i ? "," : "", i);
    length += (size_t)sprintf(text + length, "]}");
    assert_int_equal(
        flow_text_parse(text, length, &names, &program, NULL, &mistake),
        -EBADMSG);
    assert_int_equal(mistake.code, MISTAKE_TOO_MANY);
    assert_int_equal(mistake.max, FLOW_MAX_NODES);
    free(text);
}

static void no_allocation_is_taken_for_granted(void **state)
{
    int before = live_blocks();
    int rc = -ENOMEM;

    (void)state;
    for (int granted = 0; rc == -ENOMEM; granted++) {
        assert_true(granted < 5000);
        fail_alloc_after(granted);
        rc = parse(tour, NULL);
        fail_alloc_after(FAIL_NO_ALLOC);
        assert_int_equal(live_blocks(), before);
    }
    assert_int_equal(rc, 0);
}

static const struct prompt_row {
    const char *says;
    const char *field; /* as it is written */
    uint64_t prompt_id;
    const char *prompt;
    const char *stored; /* in the canonical text */
    const char *shown;
} prompt_rows[] = {
    { "a prompt of the library is stored by number", "\"prompt\":\"greeting\"",
      7, "", "\"prompt_id\":7", "\"prompt\": \"greeting\"" },
    { "... also when it was given so", "\"prompt_id\":7", 7, "",
      "\"prompt_id\":7", "\"prompt\": \"greeting\"" },
    { "one that is gone is shown by number", "\"prompt_id\":8", 8, "",
      "\"prompt_id\":8", "\"prompt_id\": 8" },
    { "one of the server's own is stored by name", "\"prompt\":\"menu\"", 0,
      "menu", "\"prompt\":\"menu\"", "\"prompt\": \"menu\"" },
};

static void names_prompts(void **state)
{
    const struct prompt_row *row = *state;
    char text[256];

    snprintf(text, sizeof(text),
             "{\"nodes\":[{\"name\":\"p\",\"type\":\"play\",%s}]}", row->field);
    assert_int_equal(parse(text, NULL), 0);
    assert_int_equal(program.nodes[0].as.play_node.prompt_id, row->prompt_id);
    assert_string_equal(program.nodes[0].as.play_node.prompt.text, row->prompt);

    char *stored = flow_text_canonical(&program, NULL);
    static struct flow_text flow;

    flow.program = program;
    char *shown = flow_text_print(&flow, &names);

    assert_non_null(strstr(stored, row->stored));
    assert_non_null(strstr(shown, row->shown));
    free(stored);
    free(shown);
}

/* What a flow is limited to, and how it asks, is in its text. */
static void limits_are_kept(void **state)
{
    static const char text[] = "{\"max_steps\":40,\"max_ms\":60000,\"nodes\":"
                               "[{\"name\":\"a\",\"type\":\"hang_up\"}]}";
    static struct flow_text flow, again;

    (void)state;
    assert_int_equal(
        flow_text_read(text, strlen(text), &names, false, &flow, NULL), 0);
    assert_int_equal(flow.program.max_steps, 40);
    assert_int_equal(flow.program.max_ms, 60000);

    char *stored = flow_text_canonical(&flow.program, &flow.tests);

    assert_int_equal(
        flow_text_read(stored, strlen(stored), &names, false, &again, NULL), 0);
    assert_int_equal(again.program.max_steps, 40);
    assert_int_equal(again.program.max_ms, 60000);
    free(stored);
}

/* A choice of which nobody has said yet where it leads is kept in a draft, and
   none of a flow that callers are led into. */
static void an_open_choice_is_kept_in_a_draft(void **state)
{
    static const char text[] =
        MENU("\"choices\":{\"1\":\"\",\"2\":null},\"on_invalid\":null,"
             "\"on_timeout\":null");
    static struct flow_text flow;
    struct mistake mistake = { .code = MISTAKE_NONE };

    (void)state;
    assert_int_equal(
        flow_text_read(text, strlen(text), &names, true, &flow, NULL), 0);
    assert_int_equal(flow.program.nodes[0].choices[0].next, FLOW_EXIT_OPEN);
    assert_int_equal(flow.program.nodes[0].choices[1].next, FLOW_EXIT_NONE);

    char *stored = flow_text_canonical(&flow.program, &flow.tests);

    assert_non_null(strstr(stored, "\"choices\":{\"1\":\"\",\"2\":null}"));
    free(stored);
    assert_int_equal(
        flow_text_read(text, strlen(text), &names, false, &flow, &mistake),
        -EBADMSG);
    assert_string_equal(mistake.place, "nodes[0].choices.1");
}

static void a_menu_that_says_a_text_needs_no_prompt(void **state)
{
    static const char text[] =
        FLOW("{\"name\":\"m\",\"type\":\"menu\",\"text_en\":\"Press 1.\","
             "\"invalid_prompt\":\"wrong\",\"barge_in\":false,"
             "\"choices\":{\"1\":null},\"on_invalid\":null,"
             "\"on_timeout\":null}");
    static struct flow_text flow, again;

    (void)state;
    assert_int_equal(
        flow_text_read(text, strlen(text), &names, false, &flow, NULL), 0);
    assert_false(flow.program.nodes[0].as.menu_node.barge_in);

    char *stored = flow_text_canonical(&flow.program, &flow.tests);

    assert_int_equal(
        flow_text_read(stored, strlen(stored), &names, false, &again, NULL), 0);
    assert_string_equal(again.program.nodes[0].as.menu_node.text_en.text,
                        "Press 1.");
    assert_string_equal(again.program.nodes[0].as.menu_node.invalid_prompt.text,
                        "wrong");
    assert_false(again.program.nodes[0].as.menu_node.barge_in);
    free(stored);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, is_refused, refusal_rows);
    TEST_LIST_ADD_ROWS(&list, names_prompts, prompt_rows);
    TEST_LIST_ADD(&list, a_flow_becomes_its_program);
    TEST_LIST_ADD(&list, the_stored_text_is_the_same_however_it_was_written);
    TEST_LIST_ADD(&list, the_stored_text_is_read_without_knowing_any_queue);
    TEST_LIST_ADD(&list, what_people_read_can_be_read_back);
    TEST_LIST_ADD_ROWS(&list, is_shipped, shipped_rows);
    TEST_LIST_ADD_ROWS(&list, is_refused, test_rows);
    TEST_LIST_ADD(&list, a_type_is_written_as_it_was_read);
    TEST_LIST_ADD(&list, the_house_is_written_as_it_was_read);
    TEST_LIST_ADD(&list, what_lookups_answer_is_written_as_it_was_read);
    TEST_LIST_ADD(&list, a_draft_need_not_be_whole);
    TEST_LIST_ADD_ROWS(&list, is_forgotten, forgotten_rows);
    TEST_LIST_ADD(&list, a_draft_keeps_what_its_tests_name_and_no_node_is);
    TEST_LIST_ADD(&list, a_text_that_is_cut_off_is_refused);
    TEST_LIST_ADD(&list, a_text_with_a_wrong_byte_does_no_harm);
    TEST_LIST_ADD(&list, nodes_beyond_the_limit_are_counted_not_read);
    TEST_LIST_ADD(&list, no_allocation_is_taken_for_granted);
    TEST_LIST_ADD(&list, limits_are_kept);
    TEST_LIST_ADD(&list, an_open_choice_is_kept_in_a_draft);
    TEST_LIST_ADD(&list, a_menu_that_says_a_text_needs_no_prompt);
    return test_list_run(&list);
}
