/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents as they were, sent as changes of what was made of them. */

#include "console/undo.h"

#include <assert.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "console/document_value.h"
#include "console/documents.h"
#include "console/key.h"

_Static_assert((int)UNDO_TAG_SIZE == (int)DOCUMENT_TAG_SIZE,
               "a step keeps a tag");

static const int64_t UNDO_US = INT64_C(60000000) * UNDO_MINUTES;

static void drop_first(struct undo *undo)
{
    free(undo->steps[0].before);
    memmove(&undo->steps[0], &undo->steps[1],
            (UNDO_STEPS - 1) * sizeof(undo->steps[0]));
    undo->steps[UNDO_STEPS - 1] = (struct undo_step){ .kind = UNDO_NOTHING };
}

static void empty(struct undo *undo)
{
    while (undo->steps[0].kind != UNDO_NOTHING)
        drop_first(undo);
}

static void put(struct program *program, struct undo_step step,
                const char *name)
{
    struct undo *undo = &program->undo;

    safe_text_copy(&step.name, name);
    step.at_us = program_now_us(program);
    free(undo->steps[UNDO_STEPS - 1].before);
    memmove(&undo->steps[1], &undo->steps[0],
            (UNDO_STEPS - 1) * sizeof(undo->steps[0]));
    undo->steps[0] = step;
    undo->empty = empty;
}

void undo_note(struct program *program, enum undo_kind kind, const char *name)
{
    assert(program && (kind == UNDO_ADDITION || kind == UNDO_DELETION) && name);
    put(program, (struct undo_step){ .kind = kind }, name);
}

void undo_note_change(struct program *program, const struct document_list *list,
                      const void *before, const char *etag)
{
    assert(program && list && before && etag);
    struct undo_step step = { .kind = UNDO_CHANGE, .list = list };

    step.before = malloc(list->record->size);
    if (!step.before)
        return;
    memcpy(step.before, before, list->record->size);
    snprintf(step.tag, sizeof(step.tag), "%s", etag);
    put(program, step,
        field_get_text(record_field(list->record, "name"), before));
}

void undo_note_assignment(struct program *program, uint64_t queue_id,
                          uint64_t agent_id, const struct served *before)
{
    assert(program && before);
    struct safe_text name;

    document_name(program, DOCUMENT_AGENT, agent_id, &name);
    put(program,
        (struct undo_step){ .kind = UNDO_ASSIGNMENT,
                            .queue_id = queue_id,
                            .agent_id = agent_id,
                            .served = *before },
        name.text);
}

bool undo_may(const void *arg, int action, struct safe_text *ret_reason)
{
    const struct program *program = arg;
    const struct undo_step *step = &program->undo.steps[0];

    (void)action;
    if (step->kind == UNDO_NOTHING ||
        program_since_us(program, step->at_us) > UNDO_US) {
        safe_text_copy(ret_reason,
                       program_text(program, N_("You have changed nothing in "
                                                "the last 10 minutes.")));
        return false;
    }
    if (step->kind == UNDO_CHANGE)
        return documents_may(program, step->list->change_action, ret_reason);
    if (step->kind == UNDO_ASSIGNMENT)
        return documents_may(program, DO_QUEUE_ASSIGN, ret_reason);
    safe_text_format(
        ret_reason,
        step->kind == UNDO_ADDITION
            ? program_text(program, N_("%s was added last: d deletes it."))
            : program_text(program, N_("%s was deleted last: that cannot be "
                                       "undone.")),
        step->name.text);
    return false;
}

static void answered(void *owner, const struct outcome *outcome)
{
    struct undo *undo = owner;
    struct program *program =
        (struct program *)(void *)((char *)undo -
                                   offsetof(struct program, undo));
    struct safe_text name = undo->asked;

    undo->asked.text[0] = '\0';
    if (outcome->is_done)
        ui_say(program->ui, SEVERITY_INFO,
               program_text(program, N_("%s is as it was before.")), name.text);
    else if (outcome->rc == 0 && outcome->problem.status == 412)
        ui_say(program->ui, SEVERITY_ERROR,
               program_text(program, N_("%s was changed since, and stays so.")),
               name.text);
    else
        ui_say(program->ui, SEVERITY_ERROR, "%s", outcome->complaint.text);
}

/* The version that our change made; another one is somebody else's. */
static void tag_after(const struct undo_step *step,
                      char ret_tag[DOCUMENT_TAG_SIZE])
{
    const struct field *version = record_field(step->list->record, "version");
    int64_t before = field_get_integer(version, step->before);

    memcpy(ret_tag, step->tag, sizeof(step->tag));
    if (step->tag[0])
        return;
    field_set_integer(version, step->before, before + 1);
    document_tag(step->list->record, step->before, ret_tag);
}

static bool send_document(struct program *program, const struct undo_step *step)
{
    const struct record *record = step->list->record;
    char tag[DOCUMENT_TAG_SIZE];

    tag_after(step, tag);
    return program_send(program,
                        &(struct errand){
                            .route = step->list->change,
                            .id = (uint64_t)field_get_integer(
                                record_field(record, "id"), step->before),
                            .match = tag,
                            .body = document_body(record, step->before),
                            .done = answered,
                            .owner = &program->undo,
                            .is_quiet = true,
                        });
}

/* Without an assignment of its own, the agent serves it with the team again. */
static bool send_assignment(struct program *program,
                            const struct undo_step *step)
{
    struct json_t *body = value_object();
    bool was_own = step->served.priority > 0 && !step->served.by_team;

    (void)value_set_integer(body, "agent_id", (int64_t)step->agent_id);
    if (was_own)
        served_put(&step->served, body);
    return program_send(program, &(struct errand){
                                     .route = was_own ? ROUTE_QUEUE_ASSIGN
                                                      : ROUTE_QUEUE_UNASSIGN,
                                     .id = step->queue_id,
                                     .body = body,
                                     .done = answered,
                                     .owner = &program->undo,
                                     .is_quiet = true,
                                 });
}

bool undo_run(struct program *program, int action)
{
    assert(program);
    struct undo *undo = &program->undo;
    const struct undo_step *step = &undo->steps[0];
    struct safe_text reason;

    if (action != DO_UNDO)
        return false;
    if (!undo_may(program, action, &reason) || undo->asked.text[0])
        return true;
    if (step->kind == UNDO_CHANGE ? send_document(program, step)
                                  : send_assignment(program, step))
        undo->asked = step->name;
    drop_first(undo);
    return true;
}
