/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A form that writes a filter, for those who do not want to. */

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "base/text.h"
#include "console/document_choice.h"
#include "console/filter_words.h"
#include "console/recordings_inside.h"
#include "tui/form.h"

enum {
    ID_FROM = 1,
    ID_UNTIL,
    ID_AGENT,
    ID_QUEUE,
    ID_NUMBER,
    ID_LONGER,
    ID_FIND,
};
enum { MAX_SECONDS = 86400 };

struct search {
    struct program *program;
    struct form *form;
    struct document_choice agents, queues;
};

/* @return whether it is empty, or a day */
static bool add_day(const struct search *search, int id, int days_later,
                    const char *relation, struct filter_words *words)
{
    const char *text = form_text(search->form, id);
    char day[FILTER_DAY_SIZE];

    if (!*text)
        return true;
    if (filter_words_day(text, days_later, day) < 0) {
        form_set_error(
            search->form, id,
            program_text(search->program, N_("Write a day as 2026-11-22.")));
        form_focus(search->form, id);
        return false;
    }
    filter_words_add(words, "began_wall_us", relation, day);
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

static void find(struct search *search)
{
    struct ui *ui = search->program->ui;
    const char *number = form_text(search->form, ID_NUMBER);
    struct filter_words words = { .length = 0 };
    char quoted[64];
    int64_t seconds;

    if (form_review(search->form, program_language(search->program)) > 0 ||
        !add_day(search, ID_FROM, 0, ">=", &words) ||
        !add_day(search, ID_UNTIL, 1, "<", &words))
        return;
    add_choice(search, ID_AGENT, "agent_id", &search->agents, &words);
    add_choice(search, ID_QUEUE, "queue_id", &search->queues, &words);
    if (*number) {
        snprintf(quoted, sizeof(quoted), "\"%.*s\"",
                 (int)strcspn(number, "\"\\"), number);
        filter_words_add(&words, "caller", "~", quoted);
    }
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

static int make_form(struct search *search)
{
    const struct form_field fields[] = {
        { .id = ID_FROM, .kind = FORM_TEXT, .label = N_("From"), .cells = 12 },
        { .id = ID_UNTIL,
          .kind = FORM_TEXT,
          .label = N_("To the end of"),
          .cells = 12 },
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
        { .id = ID_NUMBER,
          .kind = FORM_TEXT,
          .label = N_("Caller's number"),
          .cells = 20,
          .max = 39,
          .is_disabled = !program_may(search->program, PERMISSION_NUMBER_SEE) },
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
