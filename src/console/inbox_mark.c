/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Messages are marked one after the other, and back. */

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "console/inbox_inside.h"
#include "wire/value.h"

void inbox_work_done(struct inbox_work *work)
{
    free(work->marks);
    *work = (struct inbox_work){ .marks = NULL };
}

static bool is_meant(const struct inbox *inbox, uint64_t id)
{
    return table_marked(inbox->table) > 0 ? table_is_marked(inbox->table, id)
                                          : true;
}

/* What is so already is left out. */
static void add(struct inbox_work *work, const struct shape_message *message)
{
    if (message->state != work->state)
        work->marks[work->count++] =
            (struct inbox_mark){ message->message_id, message->state };
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

        if (is_meant(inbox, message->message_id) && work->count < marked)
            add(work, message);
    }
    return 0;
}

static void word_done(enum language language, const struct inbox_work *work,
                      struct safe_text *ret_text)
{
    size_t n = work->done;

    if (work->is_undo)
        safe_text_format(ret_text,
                         P_(language, "%d message is as it was.",
                            "%d messages are as they were.", n),
                         (int)n);
    else if (work->state == MESSAGE_SAVED)
        safe_text_format(
            ret_text,
            P_(language, "%d message is kept until somebody erases it.",
               "%d messages are kept until somebody erases them.", n),
            (int)n);
    else if (work->state == MESSAGE_DONE)
        safe_text_format(
            ret_text,
            P_(language, "%d message is done.", "%d messages are done.", n),
            (int)n);
    else if (work->state == MESSAGE_DELETED)
        safe_text_format(ret_text,
                         P_(language, "%d message is erased. u brings it back.",
                            "%d messages are erased. u brings them back.", n),
                         (int)n);
    else if (work->state == MESSAGE_NEW)
        safe_text_format(ret_text,
                         P_(language, "%d message is new again.",
                            "%d messages are new again.", n),
                         (int)n);
    else
        safe_text_format(
            ret_text,
            P_(language, "%d message is back.", "%d messages are back.", n),
            (int)n);
}

static void say_end(const struct inbox *inbox, const struct inbox_work *work)
{
    enum language language = program_language(inbox->program);
    size_t failed = work->count - work->done;
    struct safe_text done;

    word_done(language, work, &done);
    if (work->done > 0)
        ui_say(inbox->program->ui, SEVERITY_INFO, "%s", done.text);
    if (failed > 0)
        ui_say(inbox->program->ui, SEVERITY_WARNING,
               P_(language, "%d message stayed as it was. M tells why.",
                  "%d messages stayed as they were. M tells why.", failed),
               (int)failed);
}

static void finish(struct inbox *inbox)
{
    say_end(inbox, &inbox->work);
    if (inbox->work.is_undo) {
        inbox_work_done(&inbox->work);
    } else {
        inbox_work_done(&inbox->undo);
        inbox->undo = inbox->work;
        inbox->undo.count = inbox->work.done;
        inbox->work = (struct inbox_work){ .marks = NULL };
    }
    shelf_reload(inbox->shelf);
}

static void go_on(struct inbox *inbox);

static void say_failure(const struct inbox *inbox, const char *complaint)
{
    char number[24];

    snprintf(number, sizeof(number), "%" PRIu64,
             inbox->work.marks[inbox->work.next].id);
    ui_say(inbox->program->ui, SEVERITY_WARNING,
           program_text(inbox->program, N_("Message %s: %s")), number,
           complaint);
}

/* Those that are done stand first, to be taken back. */
static void take(void *owner, const struct outcome *outcome)
{
    struct inbox *inbox = owner;
    struct inbox_work *work = &inbox->work;

    if (outcome->is_done)
        work->marks[work->done++] = work->marks[work->next];
    else
        say_failure(inbox, outcome->complaint.text);
    work->next++;
    go_on(inbox);
}

static bool send(struct inbox *inbox, const struct inbox_mark *mark)
{
    enum message_state state =
        inbox->work.is_undo ? mark->before : inbox->work.state;
    struct errand errand = {
        .route = ROUTE_VOICEMAIL_MARK,
        .id = mark->id,
        .body = value_object(),
        .done = take,
        .owner = inbox,
        .is_quiet = true,
    };

    (void)value_set_text(errand.body, "state",
                         word_spell(&word_list_message_state, (int)state));
    return program_send(inbox->program, &errand);
}

static void go_on(struct inbox *inbox)
{
    struct inbox_work *work = &inbox->work;

    while (work->next < work->count) {
        if (send(inbox, &work->marks[work->next]))
            return;
        work->next++; /* why not has been said */
    }
    finish(inbox);
}

static void begin(struct inbox *inbox)
{
    if (inbox->work.count == 0) {
        inbox_work_done(&inbox->work);
        ui_say(inbox->program->ui, SEVERITY_INFO, "%s",
               program_text(inbox->program, N_("It is so already.")));
        return;
    }
    table_unmark(inbox->table);
    go_on(inbox);
}

void inbox_mark(struct inbox *inbox, enum message_state state)
{
    assert(inbox && !inbox->work.marks);

    inbox->work = (struct inbox_work){ .state = state };
    if (gather(inbox, &inbox->work) < 0)
        ui_say(inbox->program->ui, SEVERITY_ERROR, "%s",
               program_text(inbox->program, N_("Out of memory.")));
    else
        begin(inbox);
}

/* Among erased ones u is about those, whoever erased them: they come back as
   heard, for what they were nobody here knows. */
static void bring_back(struct inbox *inbox)
{
    inbox_mark(inbox, MESSAGE_HEARD);
}

void inbox_take_back(struct inbox *inbox)
{
    assert(inbox && !inbox->work.marks);

    if (!inbox->undo.marks) {
        bring_back(inbox);
        return;
    }
    inbox->work = inbox->undo;
    inbox->work.next = inbox->work.done = 0;
    inbox->work.is_undo = true;
    inbox->undo = (struct inbox_work){ .marks = NULL };
    begin(inbox);
}
