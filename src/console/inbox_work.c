/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Something is done to messages, one after the other. */

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/mark.h"
#include "console/inbox_inside.h"
#include "wire/value.h"

void inbox_work_done(struct inbox_work *work)
{
    free(work->marks);
    *work = (struct inbox_work){ .marks = NULL };
}

/* Which ones. */

static bool is_so(const struct inbox_work *work,
                  const struct shape_message *message)
{
    switch (work->task) {
    case INBOX_ASSIGN:
        return message->agent_id == work->to_id;
    case INBOX_FORWARD:
        return message->box_id == work->to_id;
    case INBOX_MARK:
    case INBOX_UNDO:
        break;
    }
    return message->state == work->state;
}

static void add(struct inbox_work *work, const struct shape_message *message)
{
    if (!is_so(work, message))
        work->marks[work->count++] =
            (struct inbox_mark){ message->message_id, message->state };
}

static void say_why(const struct inbox *inbox, uint64_t id, const char *why)
{
    char number[24];

    snprintf(number, sizeof(number), "%" PRIu64, id);
    ui_say(inbox->program->ui, SEVERITY_WARNING,
           program_text(inbox->program, N_("Message %s: %s")), number, why);
}

/* Somebody else may have erased, given or done what is marked: then it is not
   what it was marked for. */
static void pass_over(struct inbox *inbox, struct inbox_work *work)
{
    for (size_t i = 0; i < table_marked(inbox->table); i++) {
        uint64_t id = table_marks(inbox->table)[i];

        if (shelf_find(inbox->shelf, id) != SIZE_MAX)
            continue;
        work->gone++;
        say_why(inbox, id,
                program_text(inbox->program, N_("It is not in the list now.")));
    }
}

/* @return 0 or -ENOMEM */
static int gather(struct inbox *inbox, struct inbox_work *work)
{
    size_t marked = table_marked(inbox->table);
    const struct shape_message *selected = inbox_selected(inbox);

    work->marks = calloc(marked + 1, sizeof(*work->marks));
    if (!work->marks)
        return -ENOMEM;
    if (marked == 0 && selected)
        add(work, selected);
    for (size_t i = 0; marked > 0 && i < shelf_count(inbox->shelf); i++) {
        const struct shape_message *message =
            &shelf_at(inbox->shelf, i)->message;

        if (table_is_marked(inbox->table, message->message_id) &&
            work->count < marked)
            add(work, message);
    }
    pass_over(inbox, work);
    return 0;
}

/* The whole of it. */

/* Only marks can be taken back: who forwards does not hear the other box. */
static void finish(struct inbox *inbox)
{
    inbox_work_say(inbox, &inbox->work);
    if (inbox->work.task == INBOX_MARK && inbox->work.done > 0) {
        inbox_work_done(&inbox->undo);
        inbox->undo = inbox->work;
        inbox->undo.count = inbox->work.done;
        inbox->undo.gone = 0;
        inbox->work = (struct inbox_work){ .marks = NULL };
    } else {
        inbox_work_done(&inbox->work);
    }
    shelf_reload(inbox->shelf);
}

static void go_on(struct inbox *inbox);

/* Those that are done stand first, to be taken back. */
static void take(void *owner, const struct outcome *outcome)
{
    struct inbox *inbox = owner;
    struct inbox_work *work = &inbox->work;

    if (work->task == INBOX_FORWARD)
        inbox_own_forward_answered(inbox->program, work->to_id,
                                   outcome->is_done ? outcome->value : NULL);
    else
        inbox_own_answered(inbox->program);
    if (outcome->is_done)
        work->marks[work->done++] = work->marks[work->next];
    else
        say_why(inbox, work->marks[work->next].id, outcome->complaint.text);
    work->next++;
    go_on(inbox);
}

/* One of them. */

static enum message_state next_state(const struct inbox_work *work)
{
    return work->task == INBOX_UNDO ? work->marks[work->next].before
                                    : work->state;
}

static void put_state(const struct inbox_work *work, struct json_t *body)
{
    (void)value_set_text(
        body, "state",
        word_spell(&word_list_message_state, (int)next_state(work)));
}

static enum route_id put_all(const struct inbox_work *work, struct json_t *body)
{
    int64_t to_id = (int64_t)work->to_id;

    switch (work->task) {
    case INBOX_ASSIGN:
        (void)value_set_integer(body, "agent_id", to_id);
        return ROUTE_VOICEMAIL_ASSIGN;
    case INBOX_FORWARD:
        (void)value_set_integer(body, "box_id", to_id);
        (void)value_set_text(body, "note", work->note.text);
        return ROUTE_VOICEMAIL_FORWARD;
    case INBOX_MARK:
    case INBOX_UNDO:
        break;
    }
    put_state(work, body);
    return ROUTE_VOICEMAIL_MARK;
}

static bool send(struct inbox *inbox)
{
    const struct inbox_work *work = &inbox->work;
    struct errand errand = {
        .id = work->marks[work->next].id,
        .body = value_object(),
        .done = take,
        .owner = inbox,
        .is_quiet = true,
    };

    errand.route = put_all(work, errand.body);
    if (work->task == INBOX_FORWARD)
        inbox_own_forward_sent(inbox->program, work->to_id);
    else
        inbox_own_sent(inbox->program);
    return program_send(inbox->program, &errand);
}

static void go_on(struct inbox *inbox)
{
    struct inbox_work *work = &inbox->work;

    while (work->next < work->count) {
        if (send(inbox))
            return;
        work->next++; /* why not has been said */
    }
    finish(inbox);
}

void inbox_work_go(struct inbox *inbox)
{
    assert(inbox && inbox->work.marks);

    if (inbox->work.count == 0 && inbox->work.gone == 0) {
        inbox_work_done(&inbox->work);
        ui_say(inbox->program->ui, SEVERITY_INFO, "%s",
               program_text(inbox->program, N_("It is so already.")));
        return;
    }
    table_unmark(inbox->table);
    go_on(inbox);
}

void inbox_work_begin(struct inbox *inbox, const struct inbox_work *work)
{
    assert(inbox && work && !inbox->work.marks && !work->marks);

    inbox->work = *work;
    if (gather(inbox, &inbox->work) < 0)
        ui_say(inbox->program->ui, SEVERITY_ERROR, "%s",
               program_text(inbox->program, N_("Out of memory.")));
    else
        inbox_work_go(inbox);
}
