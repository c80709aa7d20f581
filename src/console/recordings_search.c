/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A form that writes a filter, for those who do not want to. */

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/mark.h"
#include "base/text.h"
#include "console/document_choice.h"
#include "console/filter_words.h"
#include "console/recordings_inside.h"
#include "tui/date.h"
#include "tui/form.h"
#include "wire/word_label.h"

enum {
    ID_FROM = 1,
    ID_FROM_TIME,
    ID_UNTIL,
    ID_UNTIL_TIME,
    ID_AGENT,
    ID_QUEUE,
    ID_STATE,
    ID_NUMBER,
    ID_CALLED,
    ID_LONGER,
    ID_FIND,
};
enum { ID_TIME = ID_FROM_TIME - ID_FROM }; /* behind its day */
enum { MAX_SECONDS = 86400, NOON = 720 };

struct search {
    struct program *program;
    struct form *form;
    struct document_choice agents, queues;
};

/* Without a time it is the whole day; a time alone is none. */
static bool add_moment(const struct search *search, int id, int64_t minute,
                       const char *relation, struct filter_words *words)
{
    char moment[FILTER_MOMENT_SIZE];
    int64_t day;

    (void)form_number(search->form, id + ID_TIME, &minute);
    if (form_number(search->form, id, &day) < 0 &&
        !*form_text(search->form, id + ID_TIME))
        return true;
    if (form_number(search->form, id, &day) < 0 ||
        filter_words_moment(day, minute, moment) < 0) {
        form_set_error(search->form, id,
                       program_text(search->program, N_("Which day?")));
        form_focus(search->form, id);
        return false;
    }
    filter_words_add(words, "began_wall_us", relation, moment);
    return true;
}

static void add_choice(const struct search *search, int id, const char *field,
                       const struct document_choice *choice,
                       struct filter_words *words)
{
    int64_t number =
        document_choice_value(choice, form_choice(search->form, id));
    char text[24];

    if (number == 0)
        return;
    snprintf(text, sizeof(text), "%" PRId64, number);
    filter_words_add(words, field, "=", text);
}

/* The first option is any. */
static int count_states(const void *arg)
{
    (void)arg;
    return 1 + (int)word_list_recording_state.count;
}

static void state_option(const void *arg, int n, const struct style *style,
                         struct safe_text *ret_text)
{
    const struct word_list *states = &word_list_recording_state;

    (void)arg;
    safe_text_copy(
        ret_text,
        lang_text(style->language,
                  n == 0 ? N_("any")
                         : word_label(states, word_spell(states, n - 1))));
}

static void add_state(const struct search *search, struct filter_words *words)
{
    int option = form_choice(search->form, ID_STATE);

    if (option > 0)
        filter_words_add(words, "state", "=",
                         word_spell(&word_list_recording_state, option - 1));
}

static void add_number(const struct search *search, int id, const char *field,
                       struct filter_words *words)
{
    const char *number = form_text(search->form, id);
    char quoted[64];

    if (!*number)
        return;
    snprintf(quoted, sizeof(quoted), "\"%.*s\"", (int)strcspn(number, "\"\\"),
             number);
    filter_words_add(words, field, "~", quoted);
}

static void find(struct search *search)
{
    struct ui *ui = search->program->ui;
    struct filter_words words = { .length = 0 };
    char quoted[64];
    int64_t seconds;

    if (form_review(search->form, program_language(search->program)) > 0 ||
        !add_moment(search, ID_FROM, 0, ">=", &words) ||
        !add_moment(search, ID_UNTIL, DATE_MINUTES, "<", &words))
        return;
    add_choice(search, ID_AGENT, "agent_id", &search->agents, &words);
    add_choice(search, ID_QUEUE, "queue_id", &search->queues, &words);
    add_state(search, &words);
    add_number(search, ID_NUMBER, "caller", &words);
    add_number(search, ID_CALLED, "called", &words);
    if (form_number(search->form, ID_LONGER, &seconds) == 0 && seconds > 0) {
        snprintf(quoted, sizeof(quoted), "%" PRId64 "s", seconds);
        filter_words_add(&words, "length_us", ">", quoted);
    }
    ui_close(ui, search);
    ui_filter(ui, words.text);
}

static void search_draw(void *state, const struct surface *surface)
{
    struct search *search = state;

    (void)document_choice_fill(&search->agents);
    (void)document_choice_fill(&search->queues);
    form_draw(search->form, surface, true);
}

static bool search_input(void *state, const struct input *input)
{
    struct search *search = state;
    enum form_event event = form_input(search->form, input);

    if (event == FORM_PRESSED || event == FORM_ENTERED)
        find(search);
    return event != FORM_IGNORED;
}

static bool search_is_typing(const void *state)
{
    return form_is_typing(((const struct search *)state)->form);
}

static void search_size(const void *state, int *ret_rows, int *ret_columns)
{
    const struct search *search = state;

    *ret_columns = 58;
    *ret_rows = form_rows(search->form, *ret_columns);
}

static void search_titles(const void *state, const struct style *style,
                          struct safe_text *ret_left,
                          struct safe_text *ret_right)
{
    (void)state;
    (void)ret_right;
    safe_text_copy(ret_left, lang_text(style->language, N_("Find recordings")));
}

static void search_free(void *state)
{
    struct search *search = state;

    document_choice_done(&search->agents);
    document_choice_done(&search->queues);
    program_release(search->program, TOPIC_AGENT_SETTINGS);
    program_release(search->program, TOPIC_QUEUE_SETTINGS);
    form_free(search->form);
    free(search);
}

static const struct view_kind search_kind = {
    .is_popup = true,
    .hint = N_("Tab moves   Enter finds   Esc leaves all as it is"),
    .draw = search_draw,
    .input = search_input,
    .is_typing = search_is_typing,
    .size = search_size,
    .titles = search_titles,
    .free = search_free,
};

/* Arrows begin with today, as the clock on the wall has it. */
static struct form_field day_field(const struct search *search, int id,
                                   const char *label)
{
    time_t now = (time_t)(program_wall_us(search->program) / 1000000);
    struct tm today = { .tm_mday = 1 };

    localtime_r(&now, &today);
    return (struct form_field){
        .id = id,
        .kind = FORM_DATE,
        .label = label,
        .cells = 14,
        .start = today.tm_year < 70
                     ? 0
                     : date_of_calendar(today.tm_year + 1900, today.tm_mon + 1,
                                        today.tm_mday),
    };
}

static struct form_field time_field(int id, const char *label)
{
    return (struct form_field){
        .id = id,
        .kind = FORM_TIME,
        .label = label,
        .cells = 8,
        .start = NOON,
    };
}

static int make_form(struct search *search)
{
    const struct form_field fields[] = {
        day_field(search, ID_FROM, N_("From day")),
        time_field(ID_FROM_TIME, N_("From time")),
        day_field(search, ID_UNTIL, N_("To day")),
        time_field(ID_UNTIL_TIME, N_("To time")),
        { .id = ID_AGENT,
          .kind = FORM_CHOICE,
          .label = N_("Agent"),
          .cells = 24,
          .options = document_choice_count,
          .option = document_choice_option,
          .arg = &search->agents },
        { .id = ID_QUEUE,
          .kind = FORM_CHOICE,
          .label = N_("Queue"),
          .cells = 24,
          .options = document_choice_count,
          .option = document_choice_option,
          .arg = &search->queues },
        { .id = ID_STATE,
          .kind = FORM_CHOICE,
          .label = N_("State"),
          .cells = 24,
          .options = count_states,
          .option = state_option },
        { .id = ID_NUMBER,
          .kind = FORM_TEXT,
          .label = N_("Caller's number"),
          .cells = 20,
          .max = 39,
          .is_disabled = !program_may(search->program, PERMISSION_NUMBER_SEE) },
        { .id = ID_CALLED,
          .kind = FORM_TEXT,
          .label = N_("Called number"),
          .cells = 20,
          .max = 39 },
        { .id = ID_LONGER,
          .kind = FORM_DURATION,
          .label = N_("Longer than"),
          .cells = 10,
          .max = MAX_SECONDS },
        { .id = ID_FIND, .kind = FORM_BUTTON, .label = N_("Find") },
    };

    return form_new(fields, (int)(sizeof(fields) / sizeof(fields[0])),
                    &search->form);
}

static struct document_choice choice_of(const struct program *program,
                                        enum document_kind kind)
{
    return (struct document_choice){
        .program = program, .kind = kind, .has_none = true, .none = N_("any")
    };
}

int recordings_search_open(struct program *program)
{
    struct search *search = calloc(1, sizeof(*search));

    if (!search)
        return -ENOMEM;
    search->program = program;
    search->agents = choice_of(program, DOCUMENT_AGENT);
    search->queues = choice_of(program, DOCUMENT_QUEUE);
    int rc = make_form(search);
    if (rc < 0) {
        free(search);
        return rc;
    }
    program_hold(program, TOPIC_AGENT_SETTINGS);
    program_hold(program, TOPIC_QUEUE_SETTINGS);
    return ui_push(program->ui, &search_kind, search);
}
