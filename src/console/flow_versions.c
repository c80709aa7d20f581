/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lies between a version of a flow and its draft, as texts. */

#include "console/flow_versions.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/mark.h"
#include "base/text_diff.h"
#include "console/document_value.h"
#include "console/key.h"
#include "console/versions.h"
#include "tui/confirm.h"

struct flow_versions {
    struct versions versions;
    struct event_flow_set flow;
    void (*taken)(void *arg, int64_t version);
    void *arg;
    char *draft; /* what it is compared with; NULL: not here yet */
    bool is_sent;
};

static struct program *program_of(const struct flow_versions *of)
{
    return of->versions.program;
}

/* Texts, as the server prints them for people. */

static char *text_of(const struct outcome *outcome)
{
    return outcome->is_done && outcome->value
               ? value_print(outcome->value, VALUE_INDENTED)
               : NULL;
}

/* A stream in memory: terminated text, to be freed; NULL: no memory. */
static char *differ(const char *before, const char *after)
{
    char *text = NULL;
    size_t length = 0;
    bool differs = false;
    FILE *out = open_memstream(&text, &length);

    if (!out)
        return NULL;

    int rc = text_diff_print(out, before, after, &differs);

    if (fclose(out) != 0 || rc < 0) {
        free(text);
        return NULL;
    }
    return text;
}

static void take_version(void *owner, const struct outcome *outcome)
{
    struct flow_versions *of = owner;
    char *text = text_of(outcome);

    versions_take_difference(
        &of->versions, text && of->draft ? differ(text, of->draft) : NULL);
    if (!outcome->is_done)
        of->versions.complaint = outcome->complaint;
    free(text);
}

static void ask_version(struct flow_versions *of, int64_t version)
{
    (void)program_send(program_of(of),
                       &(struct errand){ .route = ROUTE_FLOW_VERSION_TEXT,
                                         .id = of->flow.id,
                                         .part_id = (uint64_t)version,
                                         .done = take_version,
                                         .owner = of,
                                         .is_quiet = true });
}

static void take_draft(void *owner, const struct outcome *outcome)
{
    struct flow_versions *of = owner;

    free(of->draft);
    of->draft = text_of(outcome);
    if (!outcome->is_done)
        of->versions.complaint = outcome->complaint;
    if (of->draft)
        versions_ask(&of->versions);
}

/* The draft first, once. */
static void ask(void *owner, int64_t version)
{
    struct flow_versions *of = owner;

    if (of->draft)
        ask_version(of, version);
    else
        (void)program_send(program_of(of),
                           &(struct errand){ .route = ROUTE_FLOW_DRAFT,
                                             .id = of->flow.id,
                                             .done = take_draft,
                                             .owner = of,
                                             .is_quiet = true });
}

static void take_items(void *owner, const struct outcome *outcome)
{
    struct flow_versions *of = owner;

    free(of->draft);
    of->draft = NULL;
    versions_take_items(&of->versions, outcome);
}

static void fetch(struct flow_versions *of)
{
    (void)program_send(program_of(of),
                       &(struct errand){ .route = ROUTE_FLOW_VERSIONS,
                                         .id = of->flow.id,
                                         .done = take_items,
                                         .owner = of,
                                         .is_quiet = true });
}

static void word(const void *owner, const struct json_t *item,
                 struct safe_text *ret_text)
{
    const struct flow_versions *of = owner;

    safe_text_copy(ret_text, value_get_flag(item, "published")
                                 ? program_text(program_of(of), N_("Published"))
                                 : "");
}

/* The way back. */

static void published(void *owner, const struct outcome *outcome)
{
    struct flow_versions *of = owner;

    of->is_sent = false;
    if (!outcome->is_done) {
        ui_say(program_of(of)->ui, SEVERITY_ERROR, "%s",
               outcome->complaint.text);
        return;
    }
    of->flow.version =
        value_get_integer(outcome->value, "version", of->flow.version + 1);
    if (of->taken)
        of->taken(of->arg, of->flow.version);
    const char *draft = value_get_text(outcome->value, "draft");

    ui_say(program_of(of)->ui, SEVERITY_INFO,
           program_text(program_of(of),
                        draft && *draft
                            ? N_("%s is published. Its draft is kept, and is "
                                 "what the picture shows; B drops it.")
                            : N_("%s is published: callers go this way now.")),
           of->flow.name.text);
    fetch(of);
}

static void answer(void *arg, bool is_yes)
{
    struct flow_versions *of = arg;
    struct json_t *body = is_yes ? value_object() : NULL;
    char tag[DOCUMENT_TAG_SIZE];

    if (!is_yes)
        return;
    if (value_set_integer(body, "version", versions_selected(&of->versions)) <
        0)
        body = value_free(body);
    document_tag(document_kind_info(DOCUMENT_FLOW)->record, &of->flow, tag);
    of->is_sent = program_send(program_of(of),
                               &(struct errand){ .route = ROUTE_FLOW_PUBLISH,
                                                 .id = of->flow.id,
                                                 .match = tag,
                                                 .body = body,
                                                 .done = published,
                                                 .owner = of,
                                                 .is_quiet = true });
}

static void go_back(struct flow_versions *of)
{
    if (of->is_sent || versions_selected(&of->versions) == 0)
        return;
    (void)confirm_push(
        program_of(of)->ui,
        &(struct confirm){
            .title = N_("Back to this version"),
            .lines = { of->flow.name.text,
                       N_("Callers who come from now on go this way.") },
            .yes = N_("Publish"),
            .answer = answer,
            .arg = of,
        });
}

/* The screen. */

static const struct versions_kind kind = {
    .heading = N_("From this version to the draft"),
    .same = N_("It is the same as the draft."),
    .ask = ask,
    .word = word,
};

static bool flow_versions_input(void *state, const struct input *input)
{
    return versions_input(&((struct flow_versions *)state)->versions, input);
}

static bool flow_versions_run(void *state, int action)
{
    if (action != DO_FLOW_VERSION_BACK)
        return false;
    go_back(state);
    return true;
}

static void flow_versions_draw(void *state, const struct surface *surface)
{
    versions_draw(&((struct flow_versions *)state)->versions, surface);
}

static void flow_versions_free(void *state)
{
    struct flow_versions *of = state;

    errands_forget(program_of(of)->errands, of);
    versions_done(&of->versions);
    free(of->draft);
    free(of);
}

static const struct view_kind view_kind = {
    .name = N_("Versions"),
    .scopes = { SCOPE_FLOW_VERSIONS },
    .draw = flow_versions_draw,
    .input = flow_versions_input,
    .run = flow_versions_run,
    .free = flow_versions_free,
};

int flow_versions_open(struct program *program,
                       const struct event_flow_set *flow,
                       void (*taken)(void *arg, int64_t version), void *arg)
{
    assert(program && flow);
    struct flow_versions *of = calloc(1, sizeof(*of));

    if (!of)
        return -ENOMEM;
    of->versions.program = program;
    of->versions.kind = &kind;
    of->versions.owner = of;
    of->flow = *flow;
    of->taken = taken;
    of->arg = arg;
    fetch(of);
    return ui_push(program->ui, &view_kind, of);
}
