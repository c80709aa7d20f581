/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A call that a flow is tried with, from its words. */

#include "web/flow_call.h"

#include <stdio.h>
#include <string.h>

#include "core/lookup.h"
#include "web/inside.h"
#include "web/lookup.h"
#include "wire/flow_reader.h"
#include "wire/moment.h"

static void mistaken(struct exchange *exchange, enum mistake_code code,
                     const char *place)
{
    struct mistake mistake;

    (void)mistake_note(&mistake, code, place);
    answer_with_mistake(&exchange->answer, exchange->language, &mistake);
}

/* The next of several words; @return what follows it, or NULL: no more */
static const char *next_word(const char *text, char *ret_word, size_t size)
{
    size_t length;

    text += strspn(text, " \n");
    length = strcspn(text, " \n");
    if (length == 0)
        return NULL;
    (void)snprintf(ret_word, size, "%.*s", (int)length, text);
    return text + length;
}

static bool read_keys(struct exchange *exchange, const char *text,
                      struct flow_test *test)
{
    char word[sizeof(struct digits) + 1];

    while ((text = next_word(text, word, sizeof(word)))) {
        bool is_silence = strcmp(word, "-") == 0;

        if (test->input_count == FLOW_TEST_MAX_INPUTS ||
            strlen(word) >= sizeof(struct digits)) {
            mistaken(exchange, MISTAKE_TOO_LONG, "keys");
            return false;
        }
        if (!is_silence && word[strspn(word, "0123456789*#ABCD")]) {
            mistaken(exchange, MISTAKE_BAD_CHARACTERS, "keys");
            return false;
        }
        if (!is_silence)
            memcpy(test->inputs[test->input_count].text, word,
                   strlen(word) + 1);
        test->input_count++;
    }
    return true;
}

/* Which nodes a test has something to say of, and how many there are. */
struct node_list {
    const char *place;
    int *nodes;
    size_t *count;
};

static bool read_nodes(struct exchange *exchange, const char *text,
                       const struct flow_program *program,
                       const struct node_list *list)
{
    char word[sizeof(struct name) + 1];

    while ((text = next_word(text, word, sizeof(word)))) {
        int node = flow_find_node(program, word);

        if (node < 0 || *list->count == FLOW_TEST_MAX_BROKEN) {
            mistaken(exchange, MISTAKE_NO_SUCH_NAME, list->place);
            return false;
        }
        list->nodes[(*list->count)++] = node;
    }
    return true;
}

static bool read_failing(struct exchange *exchange,
                         const struct shape_flow_call *call,
                         const struct flow_program *program,
                         struct flow_test *test)
{
    const struct node_list broken = { "broken", test->broken,
                                      &test->broken_count };
    const struct node_list busy = { "busy", test->busy, &test->busy_count };
    const struct node_list unanswered = { "unanswered", test->unanswered,
                                          &test->unanswered_count };

    return read_nodes(exchange, call->broken.text, program, &broken) &&
           read_nodes(exchange, call->busy.text, program, &busy) &&
           read_nodes(exchange, call->unanswered.text, program, &unanswered);
}

/* name=value, or a word of what came of it */
static bool read_stub_word(const char *word, struct flow_stub *stub)
{
    const char *is = strchr(word, '=');
    int outcome = word_find(&word_list_lookup_outcome, word);
    struct name variable = { "" };

    if (!is && outcome >= 0)
        stub->outcome = (enum lookup_outcome)outcome;
    if (!is)
        return outcome >= 0;
    if ((size_t)(is - word) >= sizeof(variable.text))
        return false;

    memcpy(variable.text, word, (size_t)(is - word));
    return lookup_line_add(&stub->values, &variable, is + 1);
}

static bool read_stub(const char *text, const struct flow_program *program,
                      struct flow_test *test)
{
    char word[sizeof(struct name) + sizeof(struct label)];
    struct flow_stub *stub = &test->stubs[test->stub_count];

    text = next_word(text, word, sizeof(word));
    if (!text)
        return true;
    if (test->stub_count == FLOW_TEST_MAX_STUBS)
        return false;

    stub->outcome = LOOKUP_FOUND;
    stub->node = flow_find_node(program, word);
    test->stub_count++;
    while ((text = next_word(text, word, sizeof(word))))
        if (!read_stub_word(word, stub))
            return false;

    return stub->node >= 0;
}

static bool read_stubs(struct exchange *exchange, const char *text,
                       const struct flow_program *program,
                       struct flow_test *test)
{
    while (*text) {
        struct note one = { "" };
        size_t length = strcspn(text, ";");

        memcpy(one.text, text, length);
        if (!read_stub(one.text, program, test)) {
            mistaken(exchange, MISTAKE_NO_SUCH_NAME, "lookups");
            return false;
        }
        text += length + (text[length] == ';');
    }
    return true;
}

/* The house: who is signed in, and what is lost. */

static uint64_t find_one(const struct exchange *exchange,
                         enum document_kind kind, const char *name)
{
    const void *document =
        state_document_named(exchange_floor(exchange), kind, name);

    return document ? document_id(document) : 0;
}

/* ana, or ana=paused */
static bool read_agent(struct exchange *exchange, char *word,
                       struct flow_test *test)
{
    struct flow_stand_in *agent = &test->agents[test->agent_count];
    char *is = strchr(word, '=');
    int state =
        is ? word_find(&word_list_agent_state, is + 1) : (int)AGENT_AVAILABLE;

    if (is)
        *is = '\0';
    if (test->agent_count == FLOW_TEST_MAX_AGENTS) {
        mistaken(exchange, MISTAKE_TOO_MANY, "agents");
        return false;
    }
    if (state < 0 || !flow_stand_in_can_be((enum agent_state)state)) {
        mistaken(exchange, MISTAKE_UNKNOWN_WORD, "agents");
        return false;
    }

    agent->agent_id = find_one(exchange, DOCUMENT_AGENT, word);
    agent->state = (enum agent_state)state;
    if (agent->agent_id == 0)
        mistaken(exchange, MISTAKE_NO_SUCH_NAME, "agents");
    test->agent_count++;
    return agent->agent_id != 0;
}

static bool read_agents(struct exchange *exchange, const char *text,
                        struct flow_test *test)
{
    char word[sizeof(struct name) + sizeof("=available")];

    while ((text = next_word(text, word, sizeof(word))))
        if (!read_agent(exchange, word, test))
            return false;

    return true;
}

static bool read_lost(struct exchange *exchange, const char *text,
                      struct flow_test *test)
{
    char word[sizeof(struct name) + 1];

    while ((text = next_word(text, word, sizeof(word)))) {
        uint64_t id = find_one(exchange, DOCUMENT_TRUNK, word);

        if (id == 0 || test->lost_count == FLOW_TEST_MAX_LOST) {
            mistaken(exchange, MISTAKE_NO_SUCH_NAME, "lost_trunks");
            return false;
        }
        test->lost_trunks[test->lost_count++] = id;
    }
    return true;
}

bool flow_call_read(struct exchange *exchange, const struct flow_job *job,
                    struct flow_test *test)
{
    struct shape_flow_call call = { .language = SPEAKS_EN };

    if (!lookup_body(exchange, shape_record(SHAPE_FLOW_CALL), NULL, &call))
        return false;
    test->caller = call.caller;
    test->called = call.called;
    test->language = call.language;
    test->last_language = call.last_language;
    if (call.at.text[0] && moment_parse(call.at.text, &test->at_wall_us) < 0) {
        mistaken(exchange, MISTAKE_BAD_CHARACTERS, "at");
        return false;
    }
    return read_keys(exchange, call.keys.text, test) &&
           read_failing(exchange, &call, &job->text->program, test) &&
           read_stubs(exchange, call.lookups.text, &job->text->program, test) &&
           read_agents(exchange, call.agents.text, test) &&
           read_lost(exchange, call.lost_trunks.text, test);
}
