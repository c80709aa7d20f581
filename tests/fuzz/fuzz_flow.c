/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A flow as somebody wrote it; what is let through can be run. */

#include <stdlib.h>
#include <string.h>

#include "core/condition.h"
#include "core/flow_condition.h"
#include "core/flow.h"
#include "tests/fuzz/fuzz.h"
#include "wire/flow_text.h"

static uint64_t find_id(void *arg, enum document_kind kind, const char *name)
{
    (void)arg;
    return kind != DOCUMENT_PROMPT && strcmp(name, "sales") == 0 ? 1 : 0;
}

static const char *find_name(void *arg, enum document_kind kind, uint64_t id)
{
    (void)arg;
    return kind != DOCUMENT_PROMPT && id == 1 ? "sales" : NULL;
}

static const struct flow_names names = { .find_id = find_id,
                                         .find_name = find_name };

static void read_again(char *text, const struct flow_names *known,
                       const struct flow_program *program)
{
    static struct flow_program again;
    struct mistake mistake;

    CLAIM(text);
    CLAIM(flow_text_parse(text, strlen(text), known, &again, NULL, &mistake) ==
          0);
    CLAIM(strcmp(again.digest.text, program->digest.text) == 0);
    CLAIM(again.node_count == program->node_count);
    free(text);
}

static void read_canonical(const char *data, size_t size,
                           const struct flow_program *program)
{
    static struct flow_text flow;

    CLAIM(flow_text_read(data, size, &names, false, &flow, NULL) == 0);
    read_again(flow_text_canonical(&flow.program, &flow.tests), NULL, program);
}

static void check_same_tests(const struct flow_tests *a,
                             const struct flow_tests *b)
{
    CLAIM(a->count == b->count && a->count <= FLOW_MAX_TESTS);
    for (size_t i = 0; i < a->count; i++) {
        const struct flow_test *x = &a->tests[i];
        const struct flow_test *y = &b->tests[i];

        CLAIM(strcmp(x->name.text, y->name.text) == 0);
        CLAIM(strcmp(x->caller.text, y->caller.text) == 0);
        CLAIM(strcmp(x->called.text, y->called.text) == 0);
        CLAIM(x->language == y->language && x->at_wall_us == y->at_wall_us);
        CLAIM(x->input_count == y->input_count);
        CLAIM(x->broken_count == y->broken_count);
        CLAIM(x->path_count == y->path_count);
    }
}

/* As people read it, with its tests.
   @return what flow_text_read says of the bytes */
static int read_as_text(const char *data, size_t size, bool is_draft)
{
    static struct flow_text flow, again;
    struct mistake mistake = { 0 };
    int rc = flow_text_read(data, size, &names, is_draft, &flow, &mistake);
    char *text;

    if (rc < 0) {
        CLAIM(mistake.code != MISTAKE_NONE);
        return rc;
    }

    text = flow_text_print(&flow, &names);
    CLAIM(text);
    CLAIM(flow_text_read(text, strlen(text), &names, is_draft, &again,
                         &mistake) == 0);
    CLAIM(strcmp(again.program.digest.text, flow.program.digest.text) == 0);
    check_same_tests(&again.tests, &flow.tests);
    free(text);
    return 0;
}

/* A flow may ask whatever a condition may, and not nothing. */
static void check_condition(const char *text)
{
    struct condition condition;

    CLAIM(condition_parse(text, &condition, NULL) == 0);
    CLAIM(condition.node_count > 0);
    CLAIM(flow_condition_can_be_answered(text));
}

static void check_program(const struct flow_program *program)
{
    size_t node;

    CLAIM(program->node_count > 0 && program->node_count <= FLOW_MAX_NODES);
    CLAIM(!flow_broken_claim(program, &node));
    for (size_t i = 0; i < program->node_count; i++)
        if (program->nodes[i].type == NODE_IF)
            check_condition(program->nodes[i].as.if_node.condition.text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct flow_program program;
    struct mistake mistake = { 0 };
    struct name name;
    int rc = flow_text_parse((const char *)data, size, &names, &program, &name,
                             &mistake);

    /* every flow is a draft, and not every draft a flow */
    CLAIM(read_as_text((const char *)data, size, false) == rc);
    if (read_as_text((const char *)data, size, true) < 0)
        CLAIM(rc < 0);
    if (rc < 0) {
        CLAIM(mistake.code != MISTAKE_NONE);
        return 0;
    }

    check_program(&program);
    read_canonical((const char *)data, size, &program);
    return 0;
}
