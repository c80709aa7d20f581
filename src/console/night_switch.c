/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A form with a button for either way. */

#include "console/night_switch.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>

#include "base/mark.h"
#include "console/document_choice.h"
#include "console/naming.h"
#include "console/night_until.h"
#include "tui/form.h"
#include "wire/value.h"

enum { ID_MESSAGE = 1, ID_DAY, ID_TIME, ID_CLOSE, ID_OPEN };
enum { POPUP_CELLS = 62, POPUP_WORDS = 1 };

struct night_switch {
    struct program *program;
    uint64_t queue_id;
    struct safe_text name;
    struct form *form;
    struct document_choice prompts;
    bool is_closing; /* what was sent */
    bool is_sent;
};

/* Whether one is, of those that are meant: what its calendar closed is opened
   by itself only. */
static bool is_one_closed(const struct program *program, uint64_t queue_id)
{
    const struct replica *rows = program_rows(program);

    for (size_t i = 0; i < replica_count(rows, TOPIC_QUEUES); i++) {
        const struct topic_queues *queue =
            replica_at(rows, TOPIC_QUEUES, i)->fields;

        if (queue->closed &&
            (queue_id ? queue->queue_id == queue_id : !queue->closed_by_hours))
            return true;
    }
    return false;
}

static void complain(struct night_switch *asking, int id, const char *text)
{
    form_set_error(asking->form, id, text);
    form_focus(asking->form, id);
}

static void done(void *owner, const struct outcome *outcome)
{
    struct night_switch *asking = owner;
    struct ui *ui = asking->program->ui;
    int at = asking->is_closing ? ID_DAY : ID_OPEN;

    asking->is_sent = false;
    if (!outcome->is_done) {
        complain(asking, at, outcome->complaint.text);
        return;
    }
    ui_say(ui, SEVERITY_INFO,
           asking->is_closing
               ? program_text(asking->program, N_("Closed: %s"))
               : program_text(asking->program, N_("Closing ended: %s")),
           asking->name.text);
    ui_close(ui, asking);
}

static void send(struct night_switch *asking, enum route_id one,
                 enum route_id all, struct json_t *body)
{
    asking->is_closing = one == ROUTE_QUEUE_CLOSE;
    asking->is_sent =
        program_send(asking->program, &(struct errand){
                                          .route = asking->queue_id ? one : all,
                                          .id = asking->queue_id,
                                          .body = body,
                                          .done = done,
                                          .owner = asking,
                                          .is_quiet = true,
                                      });
}

/* Of what is left empty the server has its own: no end, no announcement. */
static void close_queues(struct night_switch *asking)
{
    struct program *program = asking->program;
    struct night_until until = { .day = -1, .minute = -1 };
    int64_t message_id = document_choice_value(
        &asking->prompts, form_choice(asking->form, ID_MESSAGE));
    int64_t now_us = program_wall_us(program), until_us;

    if (form_review(asking->form, program_language(program)) > 0)
        return;
    (void)form_number(asking->form, ID_DAY, &until.day);
    (void)form_number(asking->form, ID_TIME, &until.minute);
    if (night_until_us(&until, now_us, &until_us) < 0) {
        complain(asking, ID_DAY, program_text(program, N_("It is past.")));
        return;
    }

    struct json_t *body = value_object();
    if (message_id)
        (void)value_set_integer(body, "message_id", message_id);
    if (until_us)
        (void)value_set_integer(body, "until", until_us);
    send(asking, ROUTE_QUEUE_CLOSE, ROUTE_QUEUES_CLOSE, body);
}

static void press(struct night_switch *asking)
{
    if (asking->is_sent)
        return;
    if (form_focused(asking->form) == ID_OPEN)
        send(asking, ROUTE_QUEUE_OPEN, ROUTE_QUEUES_OPEN, value_object());
    else if (form_focused(asking->form) == ID_CLOSE)
        close_queues(asking);
}

static void switch_draw(void *state, const struct surface *surface)
{
    struct night_switch *asking = state;
    struct surface form = surface_part(
        surface, 0, 0, surface->rows - POPUP_WORDS, surface->columns);

    (void)document_choice_fill(&asking->prompts);
    form_draw(asking->form, &form, true);
    surface_label(
        surface, (struct place){ surface->rows - POPUP_WORDS, 1, 0, false },
        LOOK(DIM, 0), N_("Who waits stays, unless a way out says otherwise."));
}

static bool switch_input(void *state, const struct input *input)
{
    struct night_switch *asking = state;
    enum form_event event = form_input(asking->form, input);

    if (event == FORM_PRESSED)
        press(asking);
    return event != FORM_IGNORED;
}

static bool switch_is_typing(const void *state)
{
    return form_is_typing(((const struct night_switch *)state)->form);
}

static void switch_size(const void *state, int *ret_rows, int *ret_columns)
{
    *ret_columns = POPUP_CELLS;
    *ret_rows =
        form_rows(((const struct night_switch *)state)->form, *ret_columns) +
        POPUP_WORDS;
}

static void switch_titles(const void *state, const struct style *style,
                          struct safe_text *ret_left,
                          struct safe_text *ret_right)
{
    const struct night_switch *asking = state;

    safe_text_copy(ret_left, lang_text(style->language, N_("Night switch")));
    *ret_right = asking->name;
}

static void switch_free(void *state)
{
    struct night_switch *asking = state;

    errands_forget(asking->program->errands, asking);
    document_choice_done(&asking->prompts);
    program_release(asking->program, TOPIC_PROMPTS);
    program_release(asking->program, TOPIC_QUEUES);
    form_free(asking->form);
    free(asking);
}

static const struct view_kind switch_kind = {
    .is_popup = true,
    .hint = N_("Tab moves   Enter presses the button   Esc leaves it as it is"),
    .draw = switch_draw,
    .input = switch_input,
    .is_typing = switch_is_typing,
    .size = switch_size,
    .titles = switch_titles,
    .free = switch_free,
};

static int make_form(struct night_switch *asking)
{
    bool may_open = is_one_closed(asking->program, asking->queue_id);
    const struct form_field fields[] = {
        { .id = ID_MESSAGE,
          .kind = FORM_CHOICE,
          .label = N_("Callers hear"),
          .cells = 30,
          .options = document_choice_count,
          .option = document_choice_option,
          .arg = &asking->prompts },
        { .id = ID_DAY,
          .kind = FORM_DATE,
          .label = N_("Until day"),
          .cells = 14,
          .start = night_until_today(program_wall_us(asking->program)) },
        { .id = ID_TIME,
          .kind = FORM_TIME,
          .label = N_("Until time"),
          .cells = 8,
          .start = NIGHT_MORNING },
        { .id = ID_CLOSE, .kind = FORM_BUTTON, .label = N_("Close") },
        { .id = ID_OPEN,
          .kind = FORM_BUTTON,
          .label = N_("Open"),
          .is_disabled = !may_open },
    };

    int rc = form_new(fields, (int)(sizeof(fields) / sizeof(fields[0])),
                      &asking->form);
    if (rc == 0 && may_open)
        form_focus(asking->form, ID_OPEN);
    return rc;
}

int night_switch_open(struct program *program, uint64_t queue_id)
{
    assert(program);
    struct night_switch *asking = calloc(1, sizeof(*asking));

    if (!asking)
        return -ENOMEM;
    asking->program = program;
    asking->queue_id = queue_id;
    asking->prompts = (struct document_choice){
        .program = program,
        .kind = DOCUMENT_PROMPT,
        .has_none = true,
        .none = N_("nothing: hung up on at once"),
    };
    if (!queue_id)
        safe_text_copy(&asking->name, program_text(program, N_("all queues")));
    else
        naming_queue(program, queue_id, &(struct name){ "" }, &asking->name);
    int rc = make_form(asking);
    if (rc < 0) {
        free(asking);
        return rc;
    }
    program_hold(program, TOPIC_PROMPTS);
    program_hold(program, TOPIC_QUEUES);
    (void)document_choice_fill(&asking->prompts);
    return ui_push(program->ui, &switch_kind, asking);
}
