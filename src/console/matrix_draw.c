/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells, and below them what becomes of who is there. */

#include <string.h>

#include "base/mark.h"
#include "console/document_value.h"
#include "console/matrix_inside.h"
#include "console/naming.h"
#include "console/show.h"
#include "lang/format.h"
#include "tui/chart.h"

enum {
    NAME_CELLS = 20, /* with the sign before it */
    CELL_CELLS = 10,
    TOP_ROWS = 2,     /* the rule, and the headings */
    LOW_ROWS = 7,     /* rule, coverage, and what keys do */
    COVER_CELLS = 31, /* of one column's coverage */
    LEVEL_CELLS =
        13, /* of its name, behind the level demanded: "100 sales-en" */
    BAR_CELLS = 8,
};

/* What keeps the cursor in sight. */
static void scroll(size_t *first, size_t at, size_t room)
{
    if (at < *first)
        *first = at;
    if (room > 0 && at >= *first + room)
        *first = at - room + 1;
}

static void column_name(const struct matrix *matrix, size_t column,
                        struct safe_text *ret_name)
{
    document_name(matrix->program,
                  matrix->kind->columns == TOPIC_SKILLS ? DOCUMENT_SKILL
                                                        : DOCUMENT_QUEUE,
                  matrix_at(matrix, 0, column).column_id, ret_name);
}

static void draw_headings(const struct matrix *matrix,
                          const struct surface *surface, size_t columns)
{
    struct safe_text name;

    surface_label(surface, (struct place){ 1, 2, NAME_CELLS - 2, false },
                  LOOK(DIM, 0), matrix->is_of_teams ? N_("Team") : N_("Agent"));
    for (size_t i = 0; i < columns; i++) {
        column_name(matrix, matrix->first_column + i, &name);
        surface_text(surface,
                     (struct place){ 1, NAME_CELLS + (int)i * CELL_CELLS,
                                     CELL_CELLS - 1, true },
                     LOOK(DIM, 0), &name);
    }
}

static void write_value(const struct matrix *matrix, struct matrix_cell cell,
                        const struct style *style, struct safe_text *ret_text)
{
    int64_t value = matrix_value(matrix, cell);
    long long delay_s = matrix_delay_ms(matrix, cell) / 1000;
    bool is_of_minutes = delay_s >= 60 && delay_s % 60 == 0;

    if (value == MATRIX_NONE)
        safe_text_copy(ret_text, "-");
    else if (delay_s)
        safe_text_format(ret_text, is_of_minutes ? "%lld+%lldm" : "%lld+%llds",
                         (long long)value,
                         is_of_minutes ? delay_s / 60 : delay_s);
    else
        show_count(style, value, ret_text);
}

/* A changed cell carries a sign: colour alone says nothing. */
static void draw_cell(const struct matrix *matrix,
                      const struct surface *surface, int at, size_t i,
                      struct matrix_cell cell, bool is_focused)
{
    int left = NAME_CELLS + (int)i * CELL_CELLS;
    bool is_changed = matrix_is_changed(matrix, cell);
    struct look look = is_changed ? LOOK(WARN, 0) : LOOK(TEXT, 0);
    struct safe_text text;

    if (is_focused)
        look.flags |= LOOK_REVERSE;
    write_value(matrix, cell, surface->style, &text);
    if (is_changed)
        surface_glyph(surface, at, left + 1, LOOK(WARN, 0), GLYPH_WARN);
    surface_text(surface, (struct place){ at, left + 3, CELL_CELLS - 4, true },
                 look, &text);
    if (is_focused)
        surface_cursor(surface, at, left + CELL_CELLS - 2, true);
}

static void draw_row(const struct matrix *matrix, const struct surface *surface,
                     int at, size_t row, size_t columns)
{
    struct matrix_cell first = matrix_at(matrix, row, 0);
    uint64_t agent_id = first.agent_id;
    struct safe_text name;

    if (agent_id)
        naming_agent(matrix->program, agent_id, &(struct name){ "" }, &name);
    else
        document_name(matrix->program, DOCUMENT_TEAM, first.team_id, &name);
    if (matrix_is_marked(matrix, agent_id))
        surface_words(surface, (struct place){ at, 1, 1, false }, LOOK(BUSY, 0),
                      "*");
    surface_text(surface, (struct place){ at, 2, NAME_CELLS - 3, false },
                 LOOK(TEXT, 0), &name);
    for (size_t i = 0; i < columns; i++)
        draw_cell(matrix, surface, at, i,
                  matrix_at(matrix, row, matrix->first_column + i),
                  row == matrix->row &&
                      matrix->first_column + i == matrix->column);
}

/* Coverage. */

static void draw_cover(const struct matrix *matrix,
                       const struct surface *surface, int at, int left,
                       size_t column)
{
    int64_t before, after;
    int64_t all = (int64_t)document_rows(matrix->program, TOPIC_AGENTS);
    int64_t demanded =
        matrix_demanded(matrix, matrix_at(matrix, 0, column).column_id);
    struct safe_text name, words;

    matrix_count_cover(matrix, column, &before, &after);
    column_name(matrix, column, &name);
    if (demanded)
        safe_text_format(&words, "%lld %s", (long long)demanded, name.text);
    else
        words = name;
    surface_text(surface, (struct place){ at, left, LEVEL_CELLS, false },
                 LOOK(TEXT, 0), &words);
    left += LEVEL_CELLS + 1;
    chart_bar(surface, (struct place){ at, left, BAR_CELLS, false },
              LOOK(OK, 0), all ? (int)(1000 * after / all) : 0);
    if (before == after)
        safe_text_format(&words, "%lld", (long long)after);
    else
        safe_text_format(&words, "%lld > %lld", (long long)before,
                         (long long)after);
    surface_text(surface, (struct place){ at, left + 1 + BAR_CELLS, 7, false },
                 before == after ? LOOK(TEXT, 0) : LOOK(WARN, 0), &words);
}

static void draw_covers(const struct matrix *matrix,
                        const struct surface *surface, int at, int rows)
{
    int across = surface->columns / COVER_CELLS;
    size_t count = matrix_columns(matrix);

    for (int i = 0; i < across * rows; i++) {
        size_t column = matrix->first_column + (size_t)i;

        if (column < count)
            draw_cover(matrix, surface, at + i % rows,
                       1 + i / rows * COVER_CELLS, column);
    }
}

/* What was chosen for the duties that are saved next; a team's have no end. */
static void draw_until(const struct matrix *matrix,
                       const struct surface *surface, int at)
{
    struct safe_text until = { .text = "" };
    char day[FORMAT_SIZE], clock[FORMAT_SIZE];
    enum language language = surface->style->language;

    if (!matrix->is_until_chosen || matrix->is_of_teams)
        return;
    format_part(language, FORMAT_DAY, matrix->until_us, NULL, day, sizeof(day));
    format_part(language, FORMAT_CLOCK, matrix->until_us, NULL, clock,
                sizeof(clock));
    if (matrix->until_us)
        safe_text_format(&until, surface_say(surface, N_("Served until %s %s")),
                         day, clock);
    else
        safe_text_copy(&until, surface_say(surface, N_("Served for good")));
    surface_text(surface, (struct place){ at, 1, 0, false }, LOOK(WARN, 0),
                 &until);
}

/* At the right of when duties end. */
static void draw_forecast(const struct matrix *matrix,
                          const struct surface *surface, int at)
{
    int left = surface->columns / 2 - 2;
    struct safe_text from, to, words;
    int64_t before, after;

    if (!matrix_forecast(matrix, &before, &after))
        return;
    show_permille(surface->style, before, &from);
    show_permille(surface->style, after, &to);
    if (before == after)
        safe_text_format(&words,
                         surface_say(surface, N_("Expected service level: %s")),
                         to.text);
    else
        safe_text_format(
            &words, surface_say(surface, N_("Expected service level: %s > %s")),
            from.text, to.text);
    surface_text(surface,
                 (struct place){ at, left, surface->columns - left - 1, true },
                 after < before ? LOOK(WARN, 0) : LOOK(TEXT, 0), &words);
}

static void draw_low(const struct matrix *matrix, const struct surface *surface,
                     int at)
{
    surface_rule(surface, at, surface_say(surface, N_("Coverage")),
                 surface_say(surface, matrix->kind->covered));
    draw_covers(matrix, surface, at + 1, LOW_ROWS - 3);
    if (matrix_may_change(matrix))
        surface_label(surface, (struct place){ at + LOW_ROWS - 1, 1, 0, false },
                      LOOK(DIM, 0), matrix->kind->help);
    draw_until(matrix, surface, at + LOW_ROWS - 2);
    draw_forecast(matrix, surface, at + LOW_ROWS - 2);
}

static void keep_within(struct matrix *matrix)
{
    size_t rows = matrix_rows(matrix), columns = matrix_columns(matrix);

    if (matrix->row >= rows)
        matrix->row = rows ? rows - 1 : 0;
    if (matrix->column >= columns)
        matrix->column = columns ? columns - 1 : 0;
}

static void draw_changes(const struct matrix *matrix,
                         const struct surface *surface)
{
    struct safe_text changes;

    safe_text_format(&changes, surface_say(surface, N_("Changes: %lld")),
                     (long long)matrix_changes(matrix));
    surface_rule(surface, 0, surface_say(surface, matrix->kind->name),
                 changes.text);
}

void matrix_draw(void *state, const struct surface *surface)
{
    struct matrix *matrix = state;
    int room = surface->rows - TOP_ROWS - LOW_ROWS;
    size_t rows = room > 0 ? (size_t)room : 0;
    size_t columns = surface->columns > NAME_CELLS
                         ? (size_t)(surface->columns - NAME_CELLS) / CELL_CELLS
                         : 0;

    matrix_refresh(matrix);
    keep_within(matrix);
    scroll(&matrix->first_row, matrix->row, rows);
    scroll(&matrix->first_column, matrix->column, columns);
    if (columns > matrix_columns(matrix) - matrix->first_column)
        columns = matrix_columns(matrix) - matrix->first_column;
    draw_changes(matrix, surface);
    draw_headings(matrix, surface, columns);
    for (size_t i = 0; i < rows && matrix->first_row + i < matrix_rows(matrix);
         i++)
        draw_row(matrix, surface, TOP_ROWS + (int)i, matrix->first_row + i,
                 columns);
    if (matrix_rows(matrix) == 0 || matrix_columns(matrix) == 0)
        surface_label(surface, (struct place){ TOP_ROWS, 2, 0, false },
                      LOOK(DIM, 0),
                      matrix->words[0] ? N_("Nothing is found by these words.")
                                       : N_("There is nothing to set yet."));
    draw_low(matrix, surface, surface->rows - LOW_ROWS);
}
