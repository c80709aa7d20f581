/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of a list's numbers, and taking one out. */

#include "console/caller_numbers.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "console/caller_numbers_inside.h"
#include "console/document_value.h"
#include "console/key.h"
#include "console/show.h"
#include "tui/confirm.h"
#include "wire/value.h"

enum { NUMBER_SIZE = 24 };

/* In the order of the server, in which pages come. */
static const struct table_column columns[] = {
    { N_("Number"), 18, 24, 1, 0, false, true },
};

static size_t source_count(void *arg)
{
    return ((const struct caller_numbers *)arg)->count;
}

static void source_row(void *arg, size_t row, struct table_row *ret_row)
{
    ret_row->id = ((const struct caller_numbers *)arg)->digits[row];
}

static void write_number(uint64_t digits, char ret_number[NUMBER_SIZE])
{
    (void)snprintf(ret_number, NUMBER_SIZE, "+%" PRIu64, digits);
}

static void source_cell(void *arg, size_t row, int column,
                        struct table_cell *ret_cell)
{
    char number[NUMBER_SIZE];

    (void)column;
    write_number(((const struct caller_numbers *)arg)->digits[row], number);
    ret_cell->look = LOOK(TEXT, 0);
    safe_text_number(&ret_cell->text, number, strlen(number));
}

/* Taking one out. */

static void drop(struct caller_numbers *numbers, uint64_t digits)
{
    size_t i = 0;

    while (i < numbers->count && numbers->digits[i] != digits)
        i++;
    if (i == numbers->count)
        return;
    numbers->count--;
    memmove(&numbers->digits[i], &numbers->digits[i + 1],
            (numbers->count - i) * sizeof(numbers->digits[0]));
}

/* Where one is stays in sight; after a refusal all is asked for anew, as is a
   page that may still have it. */
static void take_removal(void *owner, const struct outcome *outcome)
{
    struct caller_numbers *numbers = owner;

    numbers->is_removing = false;
    if (!outcome->is_done || numbers->is_asked)
        caller_numbers_reload(numbers);
    if (!outcome->is_done)
        return;
    drop(numbers, numbers->removed);
    ui_say(
        numbers->program->ui, SEVERITY_INFO, "%s",
        program_text(numbers->program, N_("The number is out of the list.")));
}

static void answer_removal(void *arg, bool is_yes)
{
    struct caller_numbers *numbers = arg;
    char number[NUMBER_SIZE];

    if (!is_yes)
        return;
    struct json_t *body = value_object();
    write_number(numbers->removed, number);
    (void)value_set_text(body, "number", number);
    numbers->is_removing = program_send(
        numbers->program, &(struct errand){ .route = ROUTE_CALLER_NUMBER_REMOVE,
                                            .id = numbers->list_id,
                                            .body = body,
                                            .done = take_removal,
                                            .owner = numbers });
}

static void ask_removal(struct caller_numbers *numbers)
{
    struct safe_text name, number;
    char text[NUMBER_SIZE];

    if (!table_selected_id(numbers->table, &numbers->removed))
        return;
    document_name(numbers->program, DOCUMENT_CALLER_LIST, numbers->list_id,
                  &name);
    write_number(numbers->removed, text);
    safe_text_number(&number, text, strlen(text));
    (void)confirm_push(numbers->program->ui,
                       &(struct confirm){
                           .title = N_("Take a number out"),
                           .lines = { number.text, name.text },
                           .yes = N_("Take it out"),
                           .answer = answer_removal,
                           .arg = numbers,
                       });
}

/* The view. */

/* So many are here, of so many that the list has. */
static void word_count(const struct caller_numbers *numbers,
                       const struct style *style, struct safe_text *ret_text)
{
    const struct replica *rows = program_rows(numbers->program);
    const struct replica_row *row =
        rows ? replica_find(rows, TOPIC_CALLER_LISTS, numbers->list_id) : NULL;
    const struct event_caller_list_set *list = row ? row->fields : NULL;
    struct safe_text here, all;

    show_count(style, (int64_t)numbers->count, &here);
    show_count(style, list ? list->numbers : 0, &all);
    if (numbers->is_failed && numbers->count > 0)
        safe_text_format(ret_text,
                         show_say(style, N_("%s; the rest could not be read: r "
                                            "tries again")),
                         here.text);
    else
        safe_text_format(ret_text, show_say(style, N_("%s of %s")), here.text,
                         all.text);
}

static void draw_empty(const struct caller_numbers *numbers,
                       const struct surface *surface)
{
    const char *says = numbers->is_asked    ? N_("Fetching...")
                       : numbers->is_failed ? N_("They could not be fetched.")
                                            : N_("No number is in this list.");

    surface_words(surface, (struct place){ .row = 2, .column = 1 },
                  LOOK(DIM, 0), surface_say(surface, says));
}

/* As far as a page below what is in sight. */
static void fetch_ahead(struct caller_numbers *numbers)
{
    size_t page = (size_t)table_page(numbers->table);
    size_t at = table_selected(numbers->table);

    caller_numbers_want(numbers, (at == SIZE_MAX ? 0 : at) + 2 * page);
}

static void numbers_draw(void *state, const struct surface *surface)
{
    struct caller_numbers *numbers = state;
    struct surface rows =
        surface_part(surface, 1, 0, surface->rows - 1, surface->columns);
    struct safe_text count;

    word_count(numbers, surface->style, &count);
    surface_rule(surface, 0, surface_say(surface, N_("Numbers")), count.text);
    table_draw(numbers->table, &rows, true, ui_now_us(numbers->program->ui));
    if (numbers->count == 0)
        draw_empty(numbers, surface);
    fetch_ahead(numbers);
}

static bool numbers_input(void *state, const struct input *input)
{
    struct caller_numbers *numbers = state;

    return table_input(numbers->table, input,
                       ui_now_us(numbers->program->ui)) != TABLE_IGNORED;
}

static bool numbers_run(void *state, int action)
{
    struct caller_numbers *numbers = state;

    if (action == DO_NUMBER_RELOAD)
        caller_numbers_reload(numbers);
    else if (action == DO_NUMBER_ADD)
        (void)caller_number_ask(numbers);
    else if (action == DO_NUMBER_REMOVE)
        ask_removal(numbers);
    else
        return false;
    return true;
}

static void numbers_trail(const void *state, struct safe_text *ret_name)
{
    const struct caller_numbers *numbers = state;

    document_name(numbers->program, DOCUMENT_CALLER_LIST, numbers->list_id,
                  ret_name);
}

static void numbers_free(void *state)
{
    struct caller_numbers *numbers = state;

    errands_forget(numbers->program->errands, numbers);
    table_free(numbers->table);
    free(numbers->digits);
    free(numbers);
}

static struct table *numbers_table(const void *state, int n)
{
    return n == 0 ? ((const struct caller_numbers *)state)->table : NULL;
}

static const struct view_kind numbers_kind = {
    .scopes = { SCOPE_CALLER_NUMBERS, SCOPE_LIST, SCOPE_TABLE },
    .table = numbers_table,
    .draw = numbers_draw,
    .input = numbers_input,
    .run = numbers_run,
    .trail = numbers_trail,
    .free = numbers_free,
};

bool caller_numbers_may(const void *arg, int action,
                        struct safe_text *ret_reason)
{
    const struct program *program = arg;
    struct caller_numbers *numbers = ui_top(program->ui, &numbers_kind);
    const char *reason =
        !numbers ? N_("Choose a caller list first, and look at its numbers.")
        : !program_is_live(program) ? N_("Offline: nothing can be changed now.")
        : action == DO_NUMBER_REMOVE && numbers->is_removing
            ? N_("The server has not answered yet.")
        : action == DO_NUMBER_REMOVE && numbers->count == 0
            ? N_("No number is in this list.")
            : NULL;

    if (reason)
        safe_text_copy(ret_reason, program_text(program, reason));
    return !reason;
}

int caller_numbers_open(struct program *program, uint64_t list_id)
{
    assert(program);
    struct caller_numbers *numbers = calloc(1, sizeof(*numbers));

    if (!numbers)
        return -ENOMEM;
    struct table_source source = {
        .count = source_count,
        .row = source_row,
        .cell = source_cell,
        .arg = numbers,
    };
    numbers->program = program;
    numbers->list_id = list_id;
    int rc = table_new(columns, (int)(sizeof(columns) / sizeof(columns[0])),
                       &source, &numbers->table);
    if (rc < 0) {
        free(numbers);
        return rc;
    }
    caller_numbers_reload(numbers);
    return ui_push(program->ui, &numbers_kind, numbers);
}
