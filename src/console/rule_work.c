/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list that is worked off; what is refused is told and passed over. */

#include "console/rule_work.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "console/document_value.h"
#include "console/rule_moves.h"
#include "console/undo.h"

struct rule_work {
    enum rule_task task;
    uint64_t before_id; /* of a move */
    bool is_on;         /* of a turn */
    size_t count, next, done;
    struct topic_drafted_rules was; /* the one on its way, before */
    uint64_t ids[];
};

static void go_on(struct rule_set *set);

/* Also of one that the draft removes; NULL: there is none. */
static const struct topic_drafted_rules *row_of(const struct rule_set *set,
                                                uint64_t id)
{
    const struct replica *rows = program_rows(set->program);
    const struct replica_row *row =
        rows ? replica_find(rows, TOPIC_DRAFTED_RULES, id) : NULL;

    return row ? row->fields : NULL;
}

static void drop(struct rule_set *set)
{
    free(set->work);
    set->work = NULL;
}

/* By its name as the draft has it, also when it removes it. */
static void say_why(const struct rule_set *set, uint64_t id, const char *why)
{
    const struct topic_drafted_rules *rule = row_of(set, id);
    struct safe_text name;

    document_name(set->program, DOCUMENT_RULE, id, &name);
    if (rule)
        safe_text_copy(&name, rule->name.text);
    ui_say(set->program->ui, SEVERITY_WARNING, "%s: %s", name.text, why);
}

/* One of them. */

static void take(void *owner, const struct outcome *outcome)
{
    struct rule_set *set = owner;
    struct rule_work *work = set->work;

    if (!outcome->is_done)
        say_why(set, work->ids[work->next], outcome->complaint.text);
    else if (work->task == RULE_TURN && work->count == 1)
        undo_note_change(set->program, document_list_of(DOCUMENT_RULE),
                         &work->was, outcome->etag);
    work->done += outcome->is_done;
    work->next++;
    go_on(set);
}

static struct json_t *move_body(const struct rule_work *work)
{
    struct json_t *body = value_object();

    return value_set_integer(body, "before_id", (int64_t)work->before_id) < 0
               ? value_free(body)
               : body;
}

/* The row is as the last answer left it, so its version is the right one. */
static bool send(struct rule_set *set)
{
    struct rule_work *work = set->work;
    const struct document_list *list = document_list_of(DOCUMENT_RULE);
    struct topic_drafted_rules rule = work->was;
    char tag[DOCUMENT_TAG_SIZE];
    struct errand errand = {
        .id = rule.id, .done = take, .owner = set, .is_quiet = true
    };

    switch (work->task) {
    case RULE_TURN:
        document_row_tag(list, &rule, tag);
        rule.enabled = work->is_on;
        errand.route = ROUTE_RULE_DRAFT_CHANGE;
        errand.match = tag;
        errand.body = document_body(list->record, &rule);
        break;
    case RULE_BACK:
        errand.route = ROUTE_RULE_DRAFT_DISCARD;
        errand.body = value_object();
        break;
    case RULE_SOONER:
    case RULE_LATER:
        errand.route = ROUTE_RULE_DRAFT_MOVE;
        errand.body = move_body(work);
        break;
    }
    return program_send(set->program, &errand);
}

/* Whether there is something to be sent for it; else why not is told, or it is
   as it shall be. */
static bool takes_next(struct rule_set *set)
{
    struct rule_work *work = set->work;
    uint64_t id = work->ids[work->next];
    const struct topic_drafted_rules *rule =
        work->task == RULE_BACK ? row_of(set, id)
                                : rule_moves_find(set->program, id);
    const char *why = !rule ? N_("It is not in the draft.")
                      : work->task == RULE_BACK && rule->change == RULE_SAME
                          ? N_("Nothing of this rule is in the draft.")
                          : NULL;

    if (why) {
        say_why(set, id, program_text(set->program, why));
        return false;
    }
    work->was = *rule;
    if (work->task == RULE_TURN && rule->enabled == work->is_on) {
        work->done++;
        return false;
    }
    return true;
}

/* The whole of it. */

/* What was set back is in the draft no more. */
static void finish(struct rule_set *set)
{
    const struct program *program = set->program;
    const struct rule_work *work = set->work;
    bool is_back = work->task == RULE_BACK;

    if (work->count > 1 && work->done == work->count)
        ui_say(program->ui, SEVERITY_INFO,
               is_back
                   ? program_text(program, N_("Back to what is published: "
                                              "%d of %d rules."))
                   : program_text(program, N_("In the draft: %d of %d rules.")),
               (int)work->done, (int)work->count);
    else if (work->count > 1)
        ui_say(program->ui, SEVERITY_WARNING,
               is_back
                   ? program_text(program, N_("Back to what is published: "
                                              "%d of %d rules. M tells "
                                              "why."))
                   : program_text(program, N_("In the draft: %d of %d rules. M "
                                              "tells why.")),
               (int)work->done, (int)work->count);
    drop(set);
}

static void go_on(struct rule_set *set)
{
    struct rule_work *work = set->work;

    for (; work->next < work->count; work->next++)
        if (takes_next(set) && send(set))
            return;
    finish(set);
}

/* Those that the draft removes have no say. */
static bool is_one_off(const struct program *program, const uint64_t *ids,
                       size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct topic_drafted_rules *rule =
            rule_moves_find(program, ids[i]);

        if (rule && !rule->enabled)
            return true;
    }
    return false;
}

static int prepare(struct rule_set *set)
{
    struct rule_work *work = set->work;
    bool is_sooner = work->task == RULE_SOONER;

    if (work->task == RULE_TURN)
        work->is_on = is_one_off(set->program, work->ids, work->count);
    return is_sooner || work->task == RULE_LATER
               ? rule_moves_aim(set->program, work->ids, work->count, is_sooner,
                                &work->before_id)
               : 0;
}

static void say(const struct rule_set *set, enum severity severity,
                const char *words)
{
    ui_say(set->program->ui, severity, "%s", program_text(set->program, words));
}

void rule_work_begin(struct rule_set *set, enum rule_task task,
                     const uint64_t *ids, size_t count)
{
    assert(set && ids && count > 0);
    struct rule_work *work;
    int rc;

    if (set->work) {
        say(set, SEVERITY_INFO, N_("The server has not answered yet."));
        return;
    }
    work = calloc(1, sizeof(*work) + count * sizeof(*ids));
    set->work = work;
    if (work) {
        *work = (struct rule_work){ .task = task, .count = count };
        memcpy(work->ids, ids, count * sizeof(*ids));
    }
    rc = work ? prepare(set) : -ENOMEM;
    if (rc == 0) {
        go_on(set);
        return;
    }
    if (rc == -ENOMEM)
        say(set, SEVERITY_ERROR, N_("Out of memory."));
    drop(set);
}
