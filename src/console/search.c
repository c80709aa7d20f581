/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The popup, and what fields of it become in a filter. */

#include "console/search.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/mark.h"
#include "tui/date.h"

enum { NOON = 720, DAY_SECONDS = 86400, NUMBER_CELLS = 20, NUMBER_MAX = 39 };

/* What is typed, as a filter. */

bool search_add_moment(const struct search *search, int id, int64_t minute,
                       const char *field, const char *relation,
                       struct filter_words *words)
{
    char moment[FILTER_MOMENT_SIZE];
    int64_t day;

    (void)form_number(search->form, id + 1, &minute);
    if (form_number(search->form, id, &day) < 0 &&
        !*form_text(search->form, id + 1))
        return true;
    if (form_number(search->form, id, &day) < 0 ||
        filter_words_moment(day, minute, moment) < 0) {
        form_set_error(search->form, id,
                       program_text(search->program, N_("Which day?")));
        form_focus(search->form, id);
        return false;
    }
    filter_words_add(words, field, relation, moment);
    return true;
}

void search_add_choice(const struct search *search, int id, const char *field,
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

void search_add_text(const struct search *search, int id, const char *field,
                     const char *relation, struct filter_words *words)
{
    const char *text = form_text(search->form, id);
    char quoted[64];

    if (!*text)
        return;
    snprintf(quoted, sizeof(quoted), "\"%.*s\"", (int)strcspn(text, "\"\\"),
             text);
    filter_words_add(words, field, relation, quoted);
}

void search_add_longer(const struct search *search, int id, const char *field,
                       struct filter_words *words)
{
    char text[24];
    int64_t seconds;

    if (form_number(search->form, id, &seconds) < 0 || seconds <= 0)
        return;
    snprintf(text, sizeof(text), "%" PRId64 "s", seconds);
    filter_words_add(words, field, ">", text);
}

/* Fields. */

struct form_field search_day(const struct search *search, int id,
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

struct form_field search_time(int id, const char *label)
{
    return (struct form_field){
        .id = id,
        .kind = FORM_TIME,
        .label = label,
        .cells = 8,
        .start = NOON,
    };
}

static struct form_field choice_field(const struct document_choice *choice,
                                      int id, const char *label)
{
    return (struct form_field){ .id = id,
                                .kind = FORM_CHOICE,
                                .label = label,
                                .cells = 24,
                                .options = document_choice_count,
                                .option = document_choice_option,
                                .arg = choice };
}

struct form_field search_agent(const struct search *search, int id)
{
    return choice_field(&search->agents, id, N_("Agent"));
}

struct form_field search_queue(const struct search *search, int id)
{
    return choice_field(&search->queues, id, N_("Queue"));
}

/* Who may not see numbers does not find by them. */
struct form_field search_caller(const struct search *search, int id)
{
    return (struct form_field){ .id = id,
                                .kind = FORM_TEXT,
                                .label = N_("Caller's number"),
                                .cells = NUMBER_CELLS,
                                .max = NUMBER_MAX,
                                .is_disabled = !program_may(
                                    search->program, PERMISSION_NUMBER_SEE) };
}

struct form_field search_called(int id)
{
    return (struct form_field){ .id = id,
                                .kind = FORM_TEXT,
                                .label = N_("Called number"),
                                .cells = NUMBER_CELLS,
                                .max = NUMBER_MAX };
}

struct form_field search_longer(int id, const char *label)
{
    return (struct form_field){ .id = id,
                                .kind = FORM_DURATION,
                                .label = label,
                                .cells = 10,
                                .max = DAY_SECONDS };
}

struct form_field search_button(int id)
{
    return (struct form_field){ .id = id,
                                .kind = FORM_BUTTON,
                                .label = N_("Find") };
}

/* The popup. */

static void find(struct search *search)
{
    struct ui *ui = search->program->ui;
    struct filter_words words = { .length = 0 };

    if (form_review(search->form, program_language(search->program)) > 0 ||
        !search->kind->write(search, &words))
        return;
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
    const struct search *search = state;

    (void)ret_right;
    safe_text_copy(ret_left, lang_text(style->language, search->kind->title));
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

static const struct view_kind search_view_kind = {
    .is_popup = true,
    .hint = N_("Tab moves   Enter finds   Esc leaves all as it is"),
    .draw = search_draw,
    .input = search_input,
    .is_typing = search_is_typing,
    .size = search_size,
    .titles = search_titles,
    .free = search_free,
};

static struct document_choice choice_of(const struct program *program,
                                        enum document_kind kind)
{
    return (struct document_choice){
        .program = program, .kind = kind, .has_none = true, .none = N_("any")
    };
}

int search_open(struct program *program, const struct search_kind *kind)
{
    assert(program && kind);
    struct form_field fields[SEARCH_FIELDS];
    struct search *search = calloc(1, sizeof(*search));

    if (!search)
        return -ENOMEM;
    search->program = program;
    search->kind = kind;
    search->agents = choice_of(program, DOCUMENT_AGENT);
    search->queues = choice_of(program, DOCUMENT_QUEUE);
    int count = kind->fields(search, fields);
    assert(count <= SEARCH_FIELDS);
    int rc = form_new(fields, count, &search->form);
    if (rc < 0) {
        free(search);
        return rc;
    }
    program_hold(program, TOPIC_AGENT_SETTINGS);
    program_hold(program, TOPIC_QUEUE_SETTINGS);
    return ui_push(program->ui, &search_view_kind, search);
}
