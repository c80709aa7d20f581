/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Going back makes a draft, which is looked at and published as any other. */

#include "console/rule_versions.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>

#include "base/mark.h"
#include "console/key.h"
#include "console/rule_difference.h"
#include "console/rule_set.h"
#include "console/versions.h"
#include "tui/confirm.h"

struct rule_versions {
    struct versions versions;
    int64_t asked; /* the one to go back to */
    int64_t seq;   /* of the draft that is dropped for it, as it was seen */
    bool is_sent;
};

static struct program *program_of(const struct rule_versions *of)
{
    return of->versions.program;
}

static void take_difference(void *owner, const struct outcome *outcome)
{
    struct rule_versions *of = owner;

    if (outcome->is_done)
        versions_take_difference(
            &of->versions,
            rule_difference_lines(program_of(of),
                                  value_get(outcome->value, "items")));
    else
        of->versions.complaint = outcome->complaint;
}

static void ask(void *owner, int64_t version)
{
    struct rule_versions *of = owner;

    (void)program_send(program_of(of),
                       &(struct errand){ .route = ROUTE_RULE_SET_DIFF,
                                         .id = (uint64_t)version,
                                         .done = take_difference,
                                         .owner = of,
                                         .is_quiet = true });
}

static void take_items(void *owner, const struct outcome *outcome)
{
    versions_take_items(&((struct rule_versions *)owner)->versions, outcome);
}

/* What made it: the draft, or one rule that was changed at once. */
static void word(const void *owner, const struct json_t *item,
                 struct safe_text *ret_text)
{
    const struct rule_versions *of = owner;
    const char *name = value_get_text(item, "name");

    if (value_get_flag(item, "published"))
        safe_text_format(
            ret_text,
            program_text(program_of(of), N_("published, %lld changed")),
            (long long)value_get_integer(item, "changed", 0));
    else if (name && *name)
        safe_text_copy(ret_text, name);
    else
        safe_text_copy(ret_text,
                       program_text(program_of(of), N_("one removed")));
}

/* The way back. */

static void restored(void *owner, const struct outcome *outcome)
{
    struct rule_versions *of = owner;
    struct ui *ui = program_of(of)->ui;

    of->is_sent = false;
    if (!outcome->is_done) {
        ui_say(ui, SEVERITY_ERROR, "%s", outcome->complaint.text);
        return;
    }
    ui_say(ui, SEVERITY_INFO,
           program_text(program_of(of),
                        N_("The draft has the rules of version %lld: publish "
                           "it, and calls go by them.")),
           (long long)of->asked);
    ui_close(ui, of);
}

static void answer(void *arg, bool is_yes)
{
    struct rule_versions *of = arg;
    struct json_t *body = is_yes ? value_object() : NULL;

    if (!is_yes)
        return;
    if (value_set_integer(body, "seq", of->seq) < 0)
        body = value_free(body);
    of->is_sent = program_send(
        program_of(of), &(struct errand){ .route = ROUTE_RULE_SET_RESTORE,
                                          .id = (uint64_t)of->asked,
                                          .body = body,
                                          .done = restored,
                                          .owner = of,
                                          .is_quiet = true });
}

static void go_back(struct rule_versions *of)
{
    const char *lost = N_("What is in the draft now is dropped.");

    of->asked = versions_selected(&of->versions);
    of->seq = rule_set_seq(program_of(of));
    if (of->is_sent || of->asked == 0)
        return;
    (void)confirm_push(
        program_of(of)->ui,
        &(struct confirm){
            .title = N_("Back to this version"),
            .lines = { N_("The draft gets the rules as they were then."),
                       of->seq ? lost : NULL },
            .yes = N_("Into the draft"),
            .answer = answer,
            .arg = of,
        });
}

/* The screen. */

static const struct versions_kind kind = {
    .heading = N_("What going back would change"),
    .same = N_("The rules are what they were then."),
    .ask = ask,
    .word = word,
};

static bool rule_versions_input(void *state, const struct input *input)
{
    return versions_input(&((struct rule_versions *)state)->versions, input);
}

static bool rule_versions_run(void *state, int action)
{
    if (action != DO_RULE_VERSION_BACK)
        return false;
    go_back(state);
    return true;
}

static void rule_versions_draw(void *state, const struct surface *surface)
{
    versions_draw(&((struct rule_versions *)state)->versions, surface);
}

static void rule_versions_free(void *state)
{
    struct rule_versions *of = state;

    errands_forget(program_of(of)->errands, of);
    versions_done(&of->versions);
    free(of);
}

static const struct view_kind view_kind = {
    .name = N_("Versions"),
    .scopes = { SCOPE_RULE_VERSIONS },
    .draw = rule_versions_draw,
    .input = rule_versions_input,
    .run = rule_versions_run,
    .free = rule_versions_free,
};

int rule_versions_open(struct program *program)
{
    assert(program);
    struct rule_versions *of = calloc(1, sizeof(*of));

    if (!of)
        return -ENOMEM;
    of->versions.program = program;
    of->versions.kind = &kind;
    of->versions.owner = of;
    (void)program_send(program, &(struct errand){ .route = ROUTE_RULE_SETS,
                                                  .done = take_items,
                                                  .owner = of,
                                                  .is_quiet = true });
    return ui_push(program->ui, &view_kind, of);
}
