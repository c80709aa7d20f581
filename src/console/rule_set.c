/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counted from its rows; published, or dropped. */

#include "console/rule_set.h"

#include <assert.h>
#include <stdlib.h>

#include "base/mark.h"
#include "console/document_value.h"
#include "tui/confirm.h"

void rule_set_done(struct rule_set *set)
{
    assert(set);
    if (set->program)
        errands_forget(set->program->errands, set);
    free(set->work);
    set->work = NULL;
}

static const struct topic_drafted_rules *rule_at(const struct program *program,
                                                 size_t i)
{
    return replica_at(program_rows(program), TOPIC_DRAFTED_RULES, i)->fields;
}

static int count_of(const struct program *program, enum rule_change change)
{
    int count = 0;

    for (size_t i = 0; i < document_rows(program, TOPIC_DRAFTED_RULES); i++)
        count += rule_at(program, i)->change == change;
    return count;
}

int64_t rule_set_seq(const struct program *program)
{
    assert(program);
    uint64_t last = 0;

    for (size_t i = 0; i < document_rows(program, TOPIC_DRAFTED_RULES); i++)
        if (rule_at(program, i)->seq > last)
            last = rule_at(program, i)->seq;
    return (int64_t)last;
}

void rule_set_say(const struct program *program, struct safe_text *ret_text)
{
    assert(program && ret_text);
    safe_text_copy(ret_text, "");
    if (rule_set_seq(program) != 0)
        safe_text_format(
            ret_text,
            program_text(program, N_("Draft: %d changed, %d new, %d removed")),
            count_of(program, RULE_CHANGED), count_of(program, RULE_ADDED),
            count_of(program, RULE_GONE));
}

static void say(const struct rule_set *set, const char *words)
{
    ui_say(set->program->ui, SEVERITY_INFO, "%s",
           program_text(set->program, words));
}

/* Whether something can be done with the draft; else it is told. */
static bool is_ready(const struct rule_set *set)
{
    if (set->is_sent)
        say(set, N_("The server has not answered yet."));
    else if (rule_set_seq(set->program) == 0)
        say(set, N_("There is no draft: the rules are live as they stand."));
    else
        return true;
    return false;
}

static void complain(const struct rule_set *set, const struct outcome *outcome)
{
    ui_say(set->program->ui, SEVERITY_ERROR, "%s", outcome->complaint.text);
}

/* Publishing. */

/* The first of them; the list tells which others. */
static void warn_of_unreached(const struct rule_set *set,
                              const struct json_t *answer)
{
    const char *taker = value_get_text(answer, "shadowed_by");
    struct safe_text rule, text;

    if (value_get_integer(answer, "unreached", 0) <= 0)
        return;
    safe_text_copy(&rule, value_get_text(answer, "unreached_rule"));
    if (taker && *taker)
        safe_text_format(
            &text,
            program_text(set->program,
                         N_("Published, but %s takes all calls before %s.")),
            taker, rule.text);
    else
        safe_text_format(
            &text,
            program_text(set->program,
                         N_("Published, but the condition of %s is false.")),
            rule.text);
    ui_say(set->program->ui, SEVERITY_WARNING, "%s", text.text);
}

static void published(void *owner, const struct outcome *outcome)
{
    struct rule_set *set = owner;

    set->is_sent = false;
    if (!outcome->is_done) {
        complain(set, outcome);
        return;
    }
    say(set, N_("The draft is published: calls go by it now."));
    warn_of_unreached(set, outcome->value);
}

static void publish(void *arg, bool is_yes)
{
    struct rule_set *set = arg;
    struct json_t *body = is_yes ? value_object() : NULL;

    if (!is_yes)
        return;
    if (value_set_integer(body, "seq", set->seq) < 0)
        body = value_free(body);
    set->is_sent = program_send(set->program,
                                &(struct errand){ .route = ROUTE_RULE_PUBLISH,
                                                  .body = body,
                                                  .done = published,
                                                  .owner = set,
                                                  .is_quiet = true });
}

void rule_set_publish(struct rule_set *set)
{
    assert(set);
    struct safe_text words;

    if (!is_ready(set))
        return;
    set->seq = rule_set_seq(set->program);
    rule_set_say(set->program, &words);
    (void)confirm_push(
        set->program->ui,
        &(struct confirm){
            .title = N_("Publish the draft"),
            .lines = { words.text, N_("Calls that come from now on go by it, "
                                      "all at once.") },
            .yes = N_("Publish"),
            .answer = publish,
            .arg = set,
        });
}

/* Dropping. */

static void dropped(void *owner, const struct outcome *outcome)
{
    struct rule_set *set = owner;

    set->is_sent = false;
    if (outcome->is_done)
        say(set, N_("The draft is dropped: nothing of it was live."));
    else
        complain(set, outcome);
}

static void drop(void *arg, bool is_yes)
{
    struct rule_set *set = arg;

    if (is_yes)
        set->is_sent = program_send(
            set->program, &(struct errand){ .route = ROUTE_RULE_DRAFT_DROP,
                                            .done = dropped,
                                            .owner = set,
                                            .is_quiet = true });
}

void rule_set_drop(struct rule_set *set)
{
    assert(set);
    struct safe_text words;

    if (!is_ready(set))
        return;
    rule_set_say(set->program, &words);
    (void)confirm_push(
        set->program->ui,
        &(struct confirm){
            .title = N_("Drop the draft"),
            .lines = { words.text, N_("What others have changed in it is gone, "
                                      "too.") },
            .yes = N_("Drop"),
            .answer = drop,
            .arg = set,
        });
}
