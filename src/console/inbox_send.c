/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A form: which agent cares for messages, or to which box they go. */

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "console/inbox_inside.h"
#include "console/word.h"
#include "core/command.h"
#include "tui/form.h"
#include "wire/value.h"

enum { ID_TO = 1, ID_NOTE, ID_SEND };
enum { POPUP_CELLS = 62, OPTIONS = 10000 };

struct inbox_send {
    struct program *program;
    struct inbox *inbox;
    struct form *form;
    uint64_t message_id; /* of one */
    uint64_t box_id;     /* that all lie in, which is not offered; 0: in none */
    size_t marked;       /* in the list; 0: it is that one */
    bool is_forward;
    uint64_t to_id; /* where it is on its way to */
    bool is_sent;
    uint64_t *ids; /* rows of the targets that may be chosen; owned */
    size_t count;
};

/* What may be chosen. The first agent is nobody: nobody in particular. */

static const struct topic_targets *target_of(const struct inbox_send *sending,
                                             size_t n)
{
    const struct replica_row *row = replica_find(
        program_rows(sending->program), TOPIC_TARGETS, sending->ids[n]);

    return row ? row->fields : NULL;
}

static bool may_be_chosen(const struct inbox_send *sending,
                          const struct topic_targets *target)
{
    return sending->is_forward
               ? target->to == TO_VOICEMAIL && target->to_id != sending->box_id
               : target->to == TO_AGENT;
}

/* @return 0 or -ENOMEM */
static int gather(struct inbox_send *sending)
{
    const struct replica *rows = program_rows(sending->program);
    size_t all = replica_count(rows, TOPIC_TARGETS);

    if (all > OPTIONS)
        all = OPTIONS;
    sending->ids = calloc(all + 1, sizeof(*sending->ids));
    if (!sending->ids)
        return -ENOMEM;
    for (size_t i = 0; i < all; i++) {
        const struct replica_row *row = replica_at(rows, TOPIC_TARGETS, i);

        if (may_be_chosen(sending, row->fields))
            sending->ids[sending->count++] = row->id;
    }
    return 0;
}

static int count_options(const void *arg)
{
    const struct inbox_send *sending = arg;

    return (int)sending->count + !sending->is_forward;
}

static void option(const void *arg, int n, const struct style *style,
                   struct safe_text *ret_text)
{
    const struct inbox_send *sending = arg;
    int at = n - !sending->is_forward;
    const struct topic_targets *target =
        at < 0 ? NULL : target_of(sending, (size_t)at);

    if (target)
        word_name(&(struct word_names){ &target->name, &target->label,
                                        &target->label_es, &target->label_cs },
                  style->language, ret_text);
    else
        safe_text_copy(ret_text, at < 0 ? lang_text(style->language,
                                                    N_("nobody in particular"))
                                        : "?");
}

static uint64_t chosen(const struct inbox_send *sending)
{
    int at = form_choice(sending->form, ID_TO) - !sending->is_forward;
    const struct topic_targets *target = at < 0 || (size_t)at >= sending->count
                                             ? NULL
                                             : target_of(sending, (size_t)at);

    return target ? target->to_id : 0;
}

/* Sending. */

static void done(void *owner, const struct outcome *outcome)
{
    struct inbox_send *sending = owner;
    struct program *program = sending->program;

    sending->is_sent = false;
    if (sending->is_forward)
        inbox_own_forward_answered(program, sending->to_id,
                                   outcome->is_done ? outcome->value : NULL);
    else
        inbox_own_answered(program);
    if (!outcome->is_done) {
        form_set_error(sending->form, ID_TO, outcome->complaint.text);
        form_focus(sending->form, ID_TO);
        return;
    }
    ui_say(program->ui, SEVERITY_INFO, "%s",
           program_text(program, sending->is_forward
                                     ? N_("The message is in the other box.")
                                     : N_("It is so arranged.")));
    shelf_reload(sending->inbox->shelf);
    ui_close(program->ui, sending);
}

static struct json_t *body_of(const struct inbox_send *sending)
{
    struct json_t *body = value_object();

    (void)value_set_integer(body, sending->is_forward ? "box_id" : "agent_id",
                            (int64_t)chosen(sending));
    if (sending->is_forward)
        (void)value_set_text(body, "note", form_text(sending->form, ID_NOTE));
    return body;
}

/* What is refused of several is told of each, and the rest is done: nothing of
   that has a field to stand at, so the form goes first. */
static void send_marked(struct inbox_send *sending)
{
    struct inbox *inbox = sending->inbox;
    struct inbox_work work = {
        .task = sending->is_forward ? INBOX_FORWARD : INBOX_ASSIGN,
        .to_id = chosen(sending),
    };

    snprintf(work.note.text, sizeof(work.note.text), "%s",
             form_text(sending->form, ID_NOTE));
    ui_close(sending->program->ui, sending);
    inbox_work_begin(inbox, &work);
}

static void send(struct inbox_send *sending)
{
    struct program *program = sending->program;

    if (sending->is_sent ||
        form_review(sending->form, program_language(program)) > 0)
        return;
    if (sending->is_forward && !chosen(sending)) {
        form_set_error(sending->form, ID_TO,
                       program_text(program, N_("Which box?")));
        return;
    }
    if (sending->marked > 0) {
        send_marked(sending);
        return;
    }
    sending->to_id = chosen(sending);
    if (sending->is_forward)
        inbox_own_forward_sent(program, sending->to_id);
    else
        inbox_own_sent(program);
    sending->is_sent = program_send(
        program, &(struct errand){
                     .route = sending->is_forward ? ROUTE_VOICEMAIL_FORWARD
                                                  : ROUTE_VOICEMAIL_ASSIGN,
                     .id = sending->message_id,
                     .body = body_of(sending),
                     .done = done,
                     .owner = sending,
                     .is_quiet = true,
                 });
}

/* The popup. */

static void send_draw(void *state, const struct surface *surface)
{
    form_draw(((struct inbox_send *)state)->form, surface, true);
}

static bool send_input(void *state, const struct input *input)
{
    struct inbox_send *sending = state;
    enum form_event event = form_input(sending->form, input);

    if (event == FORM_PRESSED || event == FORM_ENTERED)
        send(sending);
    return event != FORM_IGNORED;
}

static bool send_is_typing(const void *state)
{
    return form_is_typing(((const struct inbox_send *)state)->form);
}

static void send_size(const void *state, int *ret_rows, int *ret_columns)
{
    *ret_columns = POPUP_CELLS;
    *ret_rows =
        form_rows(((const struct inbox_send *)state)->form, *ret_columns);
}

static void send_titles(const void *state, const struct style *style,
                        struct safe_text *ret_left, struct safe_text *ret_right)
{
    const struct inbox_send *sending = state;

    size_t n = sending->marked;

    (void)ret_right;
    if (n > 0)
        safe_text_format(ret_left,
                         sending->is_forward
                             ? P_(style->language, "Forward %d marked message",
                                  "Forward %d marked messages", n)
                             : P_(style->language,
                                  "Who cares for %d marked message",
                                  "Who cares for %d marked messages", n),
                         (int)n);
    else
        safe_text_copy(ret_left,
                       lang_text(style->language,
                                 sending->is_forward ? N_("Forward message")
                                                     : N_("Who cares for it")));
}

static void send_free(void *state)
{
    struct inbox_send *sending = state;

    errands_forget(sending->program->errands, sending);
    form_free(sending->form);
    free(sending->ids);
    free(sending);
}

static const struct view_kind send_kind = {
    .is_popup = true,
    .hint = N_("Arrows choose   Enter sends   Esc leaves it as it is"),
    .draw = send_draw,
    .input = send_input,
    .is_typing = send_is_typing,
    .size = send_size,
    .titles = send_titles,
    .free = send_free,
};

static int make_form(struct inbox_send *sending)
{
    const struct field *note =
        record_field(command_record(COMMAND_FORWARD_MESSAGE), "note");
    const struct form_field fields[] = {
        { .id = ID_TO,
          .kind = FORM_CHOICE,
          .label = sending->is_forward ? N_("Box") : N_("Agent"),
          .cells = 30,
          .options = count_options,
          .option = option,
          .arg = sending },
        { .id = ID_NOTE,
          .kind = FORM_TEXT,
          .label = N_("Note"),
          .max = note->max,
          .is_disabled = !sending->is_forward },
        { .id = ID_SEND,
          .kind = FORM_BUTTON,
          .label = sending->is_forward ? N_("Forward") : N_("Give") },
    };

    return form_new(fields, (int)(sizeof(fields) / sizeof(fields[0])),
                    &sending->form);
}

/* 0: they lie in several. */
static uint64_t box_of(const struct inbox *inbox)
{
    uint64_t box_id = 0;

    if (table_marked(inbox->table) == 0)
        return inbox_selected(inbox)->box_id;
    for (size_t i = 0; i < shelf_count(inbox->shelf); i++) {
        const struct shape_message *message =
            &shelf_at(inbox->shelf, i)->message;

        if (!table_is_marked(inbox->table, message->message_id))
            continue;
        if (box_id && box_id != message->box_id)
            return 0;
        box_id = message->box_id;
    }
    return box_id;
}

int inbox_send_open(struct inbox *inbox, bool is_forward)
{
    assert(inbox);
    const struct shape_message *message = inbox_selected(inbox);
    struct inbox_send *sending = message ? calloc(1, sizeof(*sending)) : NULL;

    if (!sending)
        return message ? -ENOMEM : 0;
    sending->program = inbox->program;
    sending->inbox = inbox;
    sending->message_id = message->message_id;
    sending->box_id = box_of(inbox);
    sending->marked = table_marked(inbox->table);
    sending->is_forward = is_forward;
    int rc = gather(sending);
    if (rc == 0)
        rc = make_form(sending);
    if (rc < 0) {
        free(sending->ids);
        free(sending);
        return rc;
    }
    for (size_t i = 0;
         i < sending->count && !is_forward && sending->marked == 0; i++) {
        const struct topic_targets *target = target_of(sending, i);

        if (target && target->to_id == message->agent_id)
            form_set_choice(sending->form, ID_TO, (int)i + 1);
    }
    return ui_push(inbox->program->ui, &send_kind, sending);
}
