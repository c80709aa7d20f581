/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Until when a queue is served, and after how much waiting: chosen of a few. */

#include "base/mark.h"
#include "console/matrix_inside.h"
#include "tui/menu.h"

static const int64_t HOUR_US = INT64_C(3600000000);

struct choice {
    const char *says; /* msgid */
    int64_t value;
};

/* Hours: of assignments that are saved from now on. */
static const struct choice spans[] = {
    { N_("for good"), 0 },   { N_("an hour"), 1 },       { N_("two hours"), 2 },
    { N_("four hours"), 4 }, { N_("eight hours"), 8 },   { N_("a day"), 24 },
    { N_("a week"), 168 },   { N_("until a time"), -1 },
};

/* Seconds: of the cell. */
static const struct choice delays[] = {
    { N_("at once"), 0 },         { N_("10 seconds"), 10 },
    { N_("20 seconds"), 20 },     { N_("30 seconds"), 30 },
    { N_("one minute"), 60 },     { N_("two minutes"), 120 },
    { N_("five minutes"), 300 },  { N_("ten minutes"), 600 },
    { N_("half an hour"), 1800 },
};

static int count_spans(const void *arg)
{
    (void)arg;
    return (int)(sizeof(spans) / sizeof(spans[0]));
}

static int count_delays(const void *arg)
{
    (void)arg;
    return (int)(sizeof(delays) / sizeof(delays[0]));
}

static void fill(const struct choice *choice, int n, const struct style *style,
                 struct menu_item *ret_item)
{
    *ret_item = (struct menu_item){ .letter = (char)('1' + n) };
    safe_text_copy(&ret_item->label, lang_text(style->language, choice->says));
}

static void fill_span(const void *arg, int n, const struct style *style,
                      struct menu_item *ret_item)
{
    (void)arg;
    fill(&spans[n], n, style, ret_item);
}

static void fill_delay(const void *arg, int n, const struct style *style,
                       struct menu_item *ret_item)
{
    (void)arg;
    fill(&delays[n], n, style, ret_item);
}

static void choose_span(void *arg, int n, uint32_t stroke)
{
    struct matrix *matrix = arg;

    (void)stroke;
    if (spans[n].value < 0) {
        matrix_ask_moment(matrix);
        return;
    }
    matrix->is_until_chosen = true;
    matrix->until_us = spans[n].value ? program_wall_us(matrix->program) +
                                            spans[n].value * HOUR_US
                                      : 0;
}

/* Rows come and go meanwhile: it is nobody else's. */
static void choose_delay(void *arg, int n, uint32_t stroke)
{
    struct matrix *matrix = arg;
    const struct matrix_cell *asked = &matrix->asked;
    struct matrix_cell cell;

    (void)stroke;
    matrix_refresh(matrix);
    cell = matrix_at(matrix, matrix->row, matrix->column);
    if (cell.agent_id == asked->agent_id && cell.team_id == asked->team_id &&
        cell.column_id == asked->column_id)
        matrix_set_delay(matrix, cell, delays[n].value * 1000);
}

void matrix_ask_until(struct matrix *matrix)
{
    (void)menu_push(matrix->program->ui, &(struct menu){
                                             .title = N_("Serve it for"),
                                             .count = count_spans,
                                             .item = fill_span,
                                             .choose = choose_span,
                                             .arg = matrix,
                                         });
}

void matrix_ask_delay(struct matrix *matrix)
{
    matrix->asked = matrix_at(matrix, matrix->row, matrix->column);
    (void)menu_push(matrix->program->ui,
                    &(struct menu){
                        .title = N_("Serve it when a contact has waited"),
                        .count = count_delays,
                        .item = fill_delay,
                        .choose = choose_delay,
                        .arg = matrix,
                    });
}
