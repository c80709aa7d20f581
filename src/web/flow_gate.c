/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands against a text, and what follows when nothing does. */

#include "web/flow_gate.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/flow_type.h"
#include "web/documents.h"
#include "web/flow_trials.h"
#include "web/inside.h"

static void add_test(struct flow_problem_list *list,
                     const struct flow_test *test, const char *field,
                     const char *says)
{
    struct flow_problem *row = &list->rows[list->count++];
    char place[256];

    *row = (struct flow_problem){ .says = says };
    (void)snprintf(place, sizeof(place), "tests.%s%s", test->name.text, field);
    (void)snprintf(row->field.text, sizeof(row->field.text), "%.*s",
                   (int)sizeof(row->field.text) - 1, place);
}

static void add_failed_test(struct flow_problem_list *list,
                            const struct flow_test *test)
{
    add_test(list, test, "",
             N_("Let the test pass, or change what it expects."));
}

/* Whom a test wants signed in may have left since it was written. */
static void add_gone(struct flow_problem_list *list, const struct state *floor,
                     const struct flow_test *test)
{
    static const char gone[] = N_("Choose another: this one is gone.");
    bool are_there = true, is_there = true;

    for (size_t i = 0; i < test->agent_count; i++)
        are_there &= state_agent(floor, test->agents[i].agent_id) != NULL;
    for (size_t i = 0; i < test->lost_count; i++)
        is_there &= state_trunk(floor, test->lost_trunks[i]) != NULL;
    if (!are_there)
        add_test(list, test, ".agents", gone);
    else if (!is_there)
        add_test(list, test, ".lost_trunks", gone);
}

/* A node that a test names may have been deleted since, or be another one by
   now: each is told once of a test. */

struct named {
    struct flow_problem_list *list;
    const struct flow_text *text;
    const struct flow_test *test;
    bool is_told[FLOW_TESTS_MAX_GONE];
};

static void look_at_named(struct named *named, const char *field, int node,
                          bool is_asked)
{
    const struct flow_program *program = &named->text->program;
    char place[sizeof(struct name) + 16];
    const char *says = N_("Lead the test past a node that there is, or make a "
                          "node of this name.");

    if (node >= 0 && (!is_asked || program->nodes[node].type == NODE_LOOKUP))
        return;
    if (node >= 0)
        says = N_("Let the test answer for lookups only.");
    else if (named->is_told[-1 - node])
        return;
    else
        named->is_told[-1 - node] = true;
    if (named->list->count == FLOW_MAX_PROBLEMS)
        return;
    (void)snprintf(place, sizeof(place), ".%s.%s", field,
                   flow_test_node(program, &named->text->tests, node)->text);
    add_test(named->list, named->test, place, says);
}

static void add_unknown(struct flow_problem_list *list,
                        const struct flow_text *text,
                        const struct flow_test *test)
{
    struct named named = { list, text, test, { false } };

    for (size_t i = 0; i < test->broken_count; i++)
        look_at_named(&named, "broken", test->broken[i], false);
    for (size_t i = 0; i < test->busy_count; i++)
        look_at_named(&named, "busy", test->busy[i], false);
    for (size_t i = 0; i < test->unanswered_count; i++)
        look_at_named(&named, "unanswered", test->unanswered[i], false);
    for (size_t i = 0; i < test->stub_count; i++)
        look_at_named(&named, "lookups", test->stubs[i].node, true);
    for (size_t i = 0; i < test->path_count; i++)
        look_at_named(&named, "expect", test->path[i], false);
}

/* A flow leads through its own like, and through parts. */
static void add_strangers(struct flow_problem_list *list,
                          const struct state *floor, struct flow_job *job)
{
    const struct flow_program *program = &job->text->program;
    const struct trial_programs programs = flow_job_programs(job);

    for (size_t i = 0;
         i < program->node_count && list->count < FLOW_MAX_PROBLEMS; i++) {
        const struct flow_node *node = &program->nodes[i];
        const struct event_flow_set *flow =
            state_flow(floor, flow_node_refers(node, DOCUMENT_FLOW));
        const struct flow_program *other =
            flow ? programs.find(programs.arg, flow->digest.text) : NULL;

        if (other && !flow_type_leads_through(program->type, other->type))
            list->rows[list->count++] = (struct flow_problem){
                .node = node->name,
                .field = { "flow" },
                .says = flow_type_leads_through(program->type, FLOW_TYPE_PART)
                            ? N_("Choose a part of other flows (type part).")
                            : N_("Choose a flow of the same type."),
            };
    }
}

void flow_gate_find_in_nodes(struct exchange *exchange, struct flow_job *job,
                             struct flow_problem_list *list)
{
    list->count = flow_problem_find(
        exchange_floor(exchange), exchange->web->settings.prompt_shelf,
        &job->text->program, list->rows, FLOW_MAX_PROBLEMS);
    if (list->count > FLOW_MAX_PROBLEMS)
        list->count = FLOW_MAX_PROBLEMS;
    add_strangers(list, exchange_floor(exchange), job);
}

/* Tests say nothing about a flow that cannot be run anyway. */
int flow_gate_find(struct exchange *exchange, struct flow_job *job,
                   struct flow_problem_list *list)
{
    const struct flow_tests *tests = &job->text->tests;
    struct trial *trial;
    int rc = 0;

    flow_gate_find_in_nodes(exchange, job, list);
    for (size_t i = 0; i < tests->count; i++)
        add_unknown(list, job->text, &tests->tests[i]);
    for (size_t i = 0; i < tests->count && list->count < FLOW_MAX_PROBLEMS; i++)
        add_gone(list, exchange_floor(exchange), &tests->tests[i]);
    if (list->count > 0)
        return 0;

    trial = malloc(sizeof(*trial));
    rc = trial ? 0 : -ENOMEM;
    for (size_t i = 0; rc == 0 && i < tests->count; i++) {
        rc = flow_trials_run(exchange, job, &tests->tests[i], trial);
        if (rc == 0 &&
            !trial_is_as_expected(trial, job->flow.id, &tests->tests[i], NULL))
            add_failed_test(list, &tests->tests[i]);
    }
    free(trial);
    return rc;
}

/* The first place is named; the list has them all. */
void flow_gate_refuse(struct exchange *exchange,
                      const struct flow_problem_list *list)
{
    const struct flow_problem *first = &list->rows[0];
    char field[sizeof(struct name) + sizeof(struct label)];

    (void)snprintf(field, sizeof(field), "%s%s%s", first->node.text,
                   first->node.text[0] && first->field.text[0] ? "." : "",
                   first->field.text);
    answer_with_matter(
        &exchange->answer, exchange->language, PROBLEM_FLOW_NOT_READY,
        &(struct answer_matter){ .field = field, .reason = first->says });
}

static void then_published(struct exchange *exchange,
                           const struct web_reply *reply)
{
    documents_answer_set(exchange, reply);
    exchange->answer.location[0] = '\0'; /* nothing was made */
}

/* A text that is new goes to the store with the command. */
static bool add_text(struct web_request *request, const struct flow_job *job)
{
    struct web_side *side = &request->sides[0];

    side->kind = WEB_SIDE_FLOW_TEXT;
    memcpy(side->key, job->digest.text, sizeof(job->digest.text));
    side->value = flow_text_canonical(&job->text->program, &job->text->tests);
    request->side_count = 1;
    return side->value != NULL;
}

static void publish(struct exchange *exchange, const struct flow_job *job)
{
    struct web_request request = { .task = WEB_COMMAND };
    struct event_flow_set *flow = (void *)&request.command.as.set_flow;

    request.command.type = COMMAND_SET_FLOW;
    request.program = malloc(sizeof(*request.program));
    if (!request.program || (job->is_given && !add_text(&request, job))) {
        web_request_done(&request);
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    *request.program = job->text->program;
    *flow = job->flow;
    flow->digest = job->digest;
    if (job->is_given || strcmp(flow->draft.text, job->digest.text) == 0)
        flow->draft = (struct digest){ "" };
    exchange->id = flow->id;
    exchange_ask(exchange, &request,
                 job->is_given ? documents_answer_set : then_published);
}

void flow_gate_pass(struct exchange *exchange, struct flow_job *job)
{
    struct flow_problem_list *list = calloc(1, sizeof(*list));

    if (!list || flow_gate_find(exchange, job, list) < 0)
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
    else if (list->count > 0)
        flow_gate_refuse(exchange, list);
    else
        publish(exchange, job);
    free(list);
}

void flow_gate_pass_text(struct exchange *exchange,
                         const struct event_flow_set *flow,
                         struct flow_text *text)
{
    flow_job_take(exchange, flow, text, flow_gate_pass);
}
