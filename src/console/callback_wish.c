/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A popup with a number, a day, a time, and whether it is the agent who calls. */

#include "console/callback_wish.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/mark.h"
#include "console/night_until.h"
#include "console/program.h"
#include "console/word.h"
#include "tui/form.h"
#include "wire/value.h"

enum { ID_NUMBER = 1, ID_DAY, ID_TIME, ID_OWN, ID_KEEP, ID_NONE };
enum { POPUP_CELLS = 58, POPUP_WORDS = 1, NUMBER_MAX = 39 };

struct asking {
    struct program *program;
    struct callback_wish about; /* without what the form has */
    struct form *form;
};

/* Blanks are for people. */
static void read_number(const char *typed, struct phone_number *ret_number)
{
    size_t length = 0;

    *ret_number = (struct phone_number){ "" };
    for (; *typed && length < NUMBER_MAX; typed++)
        if (*typed != ' ')
            ret_number->text[length++] = *typed;
}

static void complain(struct asking *asking, int id, const char *msgid)
{
    form_set_error(asking->form, id, program_text(asking->program, msgid));
    form_focus(asking->form, id);
}

/* What is left empty is now. */
static bool keep(struct asking *asking)
{
    struct program *program = asking->program;
    struct night_until when = { .day = -1, .minute = -1 };
    struct callback_wish wish = asking->about;

    if (form_review(asking->form, program_language(program)) > 0)
        return false;
    (void)form_number(asking->form, ID_DAY, &when.day);
    (void)form_number(asking->form, ID_TIME, &when.minute);
    if (night_until_us(&when, program_wall_us(program), &wish.due_us) < 0) {
        complain(asking, ID_DAY, N_("It is past."));
        return false;
    }

    read_number(form_text(asking->form, ID_NUMBER), &wish.number);
    if (wish.number.text[strspn(wish.number.text, "+*#0123456789")]) {
        complain(asking, ID_NUMBER, N_("A number has digits, + * and #."));
        return false;
    }
    wish.is_own = form_check(asking->form, ID_OWN);
    program->wish = wish;
    return true;
}

static void wish_draw(void *state, const struct surface *surface)
{
    struct asking *asking = state;
    struct surface form = surface_part(
        surface, 0, 0, surface->rows - POPUP_WORDS, surface->columns);

    form_draw(asking->form, &form, true);
    surface_label(surface,
                  (struct place){ surface->rows - POPUP_WORDS, 1, 0, false },
                  LOOK(DIM, 0),
                  callback_is_late(asking->program, asking->about.contact_id)
                      ? N_("The wrap-up is over: it is asked for at once.")
                      : N_("It is asked for when you save the wrap-up."));
}

static bool wish_input(void *state, const struct input *input)
{
    struct asking *asking = state;
    struct program *program = asking->program;
    enum form_event event = form_input(asking->form, input);

    if (event != FORM_PRESSED)
        return event != FORM_IGNORED;
    if (form_focused(asking->form) == ID_NONE)
        program->wish = (struct callback_wish){ .contact_id = 0 };
    else if (!keep(asking))
        return true;
    ui_close(program->ui, asking);
    callback_late_look(program);
    return true;
}

static bool wish_is_typing(const void *state)
{
    return form_is_typing(((const struct asking *)state)->form);
}

static void wish_size(const void *state, int *ret_rows, int *ret_columns)
{
    *ret_columns = POPUP_CELLS;
    *ret_rows = form_rows(((const struct asking *)state)->form, *ret_columns) +
                POPUP_WORDS;
}

static void wish_titles(const void *state, const struct style *style,
                        struct safe_text *ret_left, struct safe_text *ret_right)
{
    (void)state;
    safe_text_copy(ret_left, lang_text(style->language, N_("Call back")));
    safe_text_copy(ret_right, "");
}

static void wish_free(void *state)
{
    struct asking *asking = state;

    form_free(asking->form);
    free(asking);
}

static const struct view_kind wish_kind = {
    .is_popup = true,
    .hint = N_("Tab moves   Enter presses the button   Esc leaves it as it is"),
    .draw = wish_draw,
    .input = wish_input,
    .is_typing = wish_is_typing,
    .size = wish_size,
    .titles = wish_titles,
    .free = wish_free,
};

static int make_form(struct asking *asking)
{
    const struct form_field fields[] = {
        { .id = ID_NUMBER,
          .kind = FORM_TEXT,
          .label = N_("Number"),
          .cells = 20,
          .max = NUMBER_MAX,
          .is_required = true },
        { .id = ID_DAY,
          .kind = FORM_DATE,
          .label = N_("Day"),
          .cells = 14,
          .start = night_until_today(program_wall_us(asking->program)) + 1 },
        { .id = ID_TIME,
          .kind = FORM_TIME,
          .label = N_("Time"),
          .cells = 8,
          .start = NIGHT_MORNING },
        { .id = ID_OWN, .kind = FORM_CHECK, .label = N_("I call") },
        { .id = ID_KEEP, .kind = FORM_BUTTON, .label = N_("Call back") },
        { .id = ID_NONE, .kind = FORM_BUTTON, .label = N_("Do not") },
    };

    return form_new(fields, (int)(sizeof(fields) / sizeof(fields[0])),
                    &asking->form);
}

static int show(struct asking *asking, const struct phone_number *number)
{
    struct safe_text text;

    safe_text_number(&text, number->text, strlen(number->text));
    form_set_text(asking->form, ID_NUMBER, text.text);
    form_clean(asking->form);
    form_focus(asking->form, number->text[0] ? ID_DAY : ID_NUMBER);
    return ui_push(asking->program->ui, &wish_kind, asking);
}

/* @return NULL: no memory */
static struct asking *begin(struct program *program)
{
    struct asking *asking = calloc(1, sizeof(*asking));

    if (!asking)
        return NULL;
    asking->program = program;
    if (make_form(asking) == 0)
        return asking;
    free(asking);
    return NULL;
}

int callback_wish_open(struct program *program,
                       const struct phone_number *number, const char *note)
{
    assert(program && number && note);
    const struct topic_agents *agent = program_agent_fields(program);
    const struct callback_wish *wish = &program->wish;
    struct asking *asking = begin(program);

    if (!asking)
        return -ENOMEM;
    if (agent)
        asking->about = (struct callback_wish){
            .contact_id = agent->contact_id,
            .queue_id = agent->queue_id,
            .agent_id = agent->agent_id,
            .language = agent->language,
        };
    snprintf(asking->about.note.text, sizeof(asking->about.note.text), "%s",
             note);
    if (wish->contact_id && wish->contact_id == asking->about.contact_id)
        number = &wish->number;
    return show(asking, number);
}

static void show_when(struct asking *asking, int64_t due_us)
{
    time_t due = (time_t)(due_us / 1000000);
    struct tm local = { .tm_hour = 0 };

    if (due_us == 0)
        return;
    localtime_r(&due, &local);
    form_set_number(asking->form, ID_DAY, night_until_today(due_us));
    form_set_number(asking->form, ID_TIME, local.tm_hour * 60 + local.tm_min);
}

void callback_wish_reopen(struct program *program,
                          const struct callback_wish *wish,
                          const struct outcome *refusal)
{
    assert(program && wish && refusal);
    struct asking *asking = begin(program);
    const char *field = refusal->problem.field;

    if (!asking)
        return;
    asking->about = *wish;
    show_when(asking, wish->due_us);
    form_set_check(asking->form, ID_OWN, wish->is_own);
    if (show(asking, &wish->number) == 0)
        complain(asking, strcmp(field, "due_us") == 0 ? ID_DAY : ID_NUMBER,
                 refusal->complaint.text);
}

static bool is_of_now(const struct program *program, uint64_t contact_id)
{
    return program->wish.contact_id != 0 &&
           program->wish.contact_id == contact_id;
}

void callback_wish_word(const struct program *program,
                        struct safe_text *ret_text)
{
    const struct topic_agents *agent = program_agent_fields(program);
    const struct callback_wish *wish = &program->wish;
    char day[WORD_TIME_SIZE] = "", clock[WORD_TIME_SIZE] = "";
    struct safe_text number;

    if (!agent || !is_of_now(program, agent->contact_id)) {
        safe_text_copy(ret_text, program_text(program, N_("nobody")));
        return;
    }
    if (wish->due_us) {
        word_day(program_language(program), wish->due_us, day);
        word_clock(wish->due_us, true, clock);
    }
    safe_text_number(&number, wish->number.text, strlen(wish->number.text));
    safe_text_format(
        ret_text, "%s %s, %s, %s",
        wish->due_us ? day : program_text(program, N_("in its turn")), clock,
        number.text,
        program_text(program,
                     wish->is_own ? N_("I call") : N_("anybody of the queue")));
}
