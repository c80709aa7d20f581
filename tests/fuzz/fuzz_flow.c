/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A flow as somebody wrote it; what is let through can be run. */

#include <stdlib.h>
#include <string.h>

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

/* As people read it, with its tests; and as a draft, which every flow is. */
static void read_as_text(const char *data, size_t size)
{
    static struct flow_text flow, again;
    struct mistake mistake;
    char *text;

    for (int is_draft = 0; is_draft < 2; is_draft++) {
        CLAIM(flow_text_read(data, size, &names, is_draft, &flow, &mistake) ==
              0);
        text = flow_text_print(&flow, &names);
        CLAIM(text);
        CLAIM(flow_text_read(text, strlen(text), &names, is_draft, &again,
                             &mistake) == 0);
        CLAIM(strcmp(again.program.digest.text, flow.program.digest.text) == 0);
        free(text);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct flow_program program;
    struct mistake mistake = { 0 };
    struct name name;
    size_t node;
    int rc = flow_text_parse((const char *)data, size, &names, &program, &name,
                             &mistake);

    if (rc < 0) {
        CLAIM(mistake.code != MISTAKE_NONE);
        return 0;
    }
    CLAIM(program.node_count > 0 && program.node_count <= FLOW_MAX_NODES);
    CLAIM(!flow_broken_claim(&program, &node));
    read_canonical((const char *)data, size, &program);
    read_as_text((const char *)data, size);
    return 0;
}
