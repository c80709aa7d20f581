/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A form for whom to call back, or when. */

#include <assert.h>
#include <errno.h>
#include <stdlib.h>

#include "base/mark.h"
#include "console/callbacks_inside.h"
#include "console/document_choice.h"
#include "console/night_until.h"
#include "tui/form.h"
#include "wire/value.h"

enum {
    ID_QUEUE = 1,
    ID_NUMBER,
    ID_NAME,
    ID_NOTE,
    ID_DAY,
    ID_TIME,
    ID_OWN,
    ID_SAVE,
};
enum { POPUP_CELLS = 62, POPUP_WORDS = 1, NUMBER_MAX = 39 };
enum { NAME_MAX_CHARACTERS = 60, NOTE_MAX_CHARACTERS = 200 };

struct callback_form {
    struct program *program;
    uint64_t callback_id; /* 0: a new one */
    uint64_t agent_id;    /* who is to call, as it was */
    struct form *form;
    struct document_choice queues;
    bool is_sent;
};

static void complain(struct callback_form *asking, int id, const char *text)
{
    form_set_error(asking->form, id, text);
    form_focus(asking->form, id);
}

static void done(void *owner, const struct outcome *outcome)
{
    struct callback_form *asking = owner;
    struct ui *ui = asking->program->ui;

    asking->is_sent = false;
    if (!outcome->is_done) {
        complain(asking, asking->callback_id ? ID_DAY : ID_NUMBER,
                 outcome->complaint.text);
        return;
    }
    ui_say(ui, SEVERITY_INFO, "%s", program_text(asking->program, N_("Done.")));
    ui_close(ui, asking);
}

/* Blanks are for people. */
static void put_number(struct json_t *body, const char *typed)
{
    char number[NUMBER_MAX + 1];
    size_t length = 0;

    for (; *typed && length < NUMBER_MAX; typed++)
        if (*typed != ' ')
            number[length++] = *typed;
    number[length] = '\0';
    (void)value_set_text(body, "number", number);
}

static void put_new(const struct callback_form *asking, struct json_t *body)
{
    const struct topic_me *me = program_me(asking->program);

    (void)value_set_integer(
        body, "queue_id",
        document_choice_value(&asking->queues,
                              form_choice(asking->form, ID_QUEUE)));
    put_number(body, form_text(asking->form, ID_NUMBER));
    (void)value_set_text(body, "caller_name", form_text(asking->form, ID_NAME));
    (void)value_set_text(body, "note", form_text(asking->form, ID_NOTE));
    if (form_check(asking->form, ID_OWN))
        (void)value_set_integer(body, "agent_id", (int64_t)me->agent_id);
}

/* What is left empty is now. */
static void save(struct callback_form *asking)
{
    struct program *program = asking->program;
    struct night_until when = { .day = -1, .minute = -1 };
    int64_t due_us;

    if (asking->is_sent ||
        form_review(asking->form, program_language(program)) > 0)
        return;
    (void)form_number(asking->form, ID_DAY, &when.day);
    (void)form_number(asking->form, ID_TIME, &when.minute);
    if (night_until_us(&when, program_wall_us(program), &due_us) < 0) {
        complain(asking, ID_DAY, program_text(program, N_("It is past.")));
        return;
    }

    struct json_t *body = value_object();
    if (due_us)
        (void)value_set_integer(body, "due_us", due_us);
    if (!asking->callback_id)
        put_new(asking, body);
    else if (asking->agent_id)
        (void)value_set_integer(body, "agent_id", (int64_t)asking->agent_id);
    asking->is_sent = program_send(
        program, &(struct errand){
                     .route = asking->callback_id ? ROUTE_CALLBACK_CHANGE
                                                  : ROUTE_CALLBACK_ASK,
                     .id = asking->callback_id,
                     .body = body,
                     .done = done,
                     .owner = asking,
                     .is_quiet = true,
                 });
}

static void form_view_draw(void *state, const struct surface *surface)
{
    struct callback_form *asking = state;
    struct surface form = surface_part(
        surface, 0, 0, surface->rows - POPUP_WORDS, surface->columns);

    (void)document_choice_fill(&asking->queues);
    form_draw(asking->form, &form, true);
    surface_label(
        surface, (struct place){ surface->rows - POPUP_WORDS, 1, 0, false },
        LOOK(DIM, 0), N_("Without day and time: in its turn, from now on."));
}

static bool form_view_input(void *state, const struct input *input)
{
    struct callback_form *asking = state;
    enum form_event event = form_input(asking->form, input);

    if (event == FORM_PRESSED)
        save(asking);
    return event != FORM_IGNORED;
}

static bool form_view_is_typing(const void *state)
{
    return form_is_typing(((const struct callback_form *)state)->form);
}

static void form_view_size(const void *state, int *ret_rows, int *ret_columns)
{
    *ret_columns = POPUP_CELLS;
    *ret_rows =
        form_rows(((const struct callback_form *)state)->form, *ret_columns) +
        POPUP_WORDS;
}

static void form_view_titles(const void *state, const struct style *style,
                             struct safe_text *ret_left,
                             struct safe_text *ret_right)
{
    const struct callback_form *asking = state;

    safe_text_copy(ret_left,
                   lang_text(style->language, asking->callback_id
                                                  ? N_("Call back when")
                                                  : N_("Call somebody back")));
    safe_text_copy(ret_right, "");
}

static void form_view_free(void *state)
{
    struct callback_form *asking = state;

    errands_forget(asking->program->errands, asking);
    document_choice_done(&asking->queues);
    program_release(asking->program, TOPIC_QUEUE_SETTINGS);
    form_free(asking->form);
    free(asking);
}

static const struct view_kind form_kind = {
    .is_popup = true,
    .hint = N_("Tab moves   Enter presses the button   Esc leaves it as it is"),
    .draw = form_view_draw,
    .input = form_view_input,
    .is_typing = form_view_is_typing,
    .size = form_view_size,
    .titles = form_view_titles,
    .free = form_view_free,
};

static int make_form(struct callback_form *asking)
{
    bool is_new = asking->callback_id == 0;
    bool is_agent = program_me(asking->program)->agent_id != 0;
    const struct form_field fields[] = {
        { .id = ID_QUEUE,
          .kind = FORM_CHOICE,
          .label = N_("Queue"),
          .cells = 30,
          .options = document_choice_count,
          .option = document_choice_option,
          .arg = &asking->queues,
          .is_disabled = !is_new },
        { .id = ID_NUMBER,
          .kind = FORM_TEXT,
          .label = N_("Number"),
          .cells = 20,
          .max = NUMBER_MAX,
          .is_required = is_new,
          .is_disabled = !is_new },
        { .id = ID_NAME,
          .kind = FORM_TEXT,
          .label = N_("Who"),
          .cells = 30,
          .max = NAME_MAX_CHARACTERS,
          .is_disabled = !is_new },
        { .id = ID_NOTE,
          .kind = FORM_TEXT,
          .label = N_("Reason"),
          .cells = 40,
          .max = NOTE_MAX_CHARACTERS,
          .is_disabled = !is_new },
        { .id = ID_DAY,
          .kind = FORM_DATE,
          .label = N_("Day"),
          .cells = 14,
          .start = night_until_today(program_wall_us(asking->program)) },
        { .id = ID_TIME,
          .kind = FORM_TIME,
          .label = N_("Time"),
          .cells = 8,
          .start = NIGHT_MORNING },
        { .id = ID_OWN,
          .kind = FORM_CHECK,
          .label = N_("I call"),
          .is_disabled = !is_new || !is_agent },
        { .id = ID_SAVE, .kind = FORM_BUTTON, .label = N_("Save") },
    };
    int rc = form_new(fields, (int)(sizeof(fields) / sizeof(fields[0])),
                      &asking->form);

    if (rc == 0)
        form_focus(asking->form, is_new ? ID_NUMBER : ID_DAY);
    return rc;
}

static void show(struct callback_form *asking,
                 const struct topic_callbacks *callback)
{
    struct safe_text number;

    callbacks_word_number(asking->program, callback, &number);
    form_set_text(asking->form, ID_NUMBER, number.text);
    form_set_text(asking->form, ID_NAME, callback->caller_name.text);
    form_set_text(asking->form, ID_NOTE, callback->note.text);
    form_clean(asking->form);
}

int callback_form_open(struct program *program,
                       const struct topic_callbacks *callback)
{
    assert(program);
    struct callback_form *asking = calloc(1, sizeof(*asking));

    if (!asking)
        return -ENOMEM;
    asking->program = program;
    asking->callback_id = callback ? callback->callback_id : 0;
    asking->agent_id = callback ? callback->agent_id : 0;
    asking->queues = (struct document_choice){
        .program = program,
        .kind = DOCUMENT_QUEUE,
    };
    int rc = make_form(asking);
    if (rc < 0) {
        free(asking);
        return rc;
    }
    if (callback)
        show(asking, callback);
    program_hold(program, TOPIC_QUEUE_SETTINGS);
    (void)document_choice_fill(&asking->queues);
    return ui_push(program->ui, &form_kind, asking);
}
