/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows of the topic are shown is found out before each look at them. */

#include "console/roll.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tui/match.h"

struct roll {
    const struct program *program;
    const struct roll_kind *kind;
    struct table *table;
    size_t *shown; /* indexes of the topic's rows */
    size_t count, room;
    char filter[ROLL_FILTER_SIZE];
};

static const struct replica_row *row_at(const struct roll *roll, size_t row)
{
    return replica_at(program_rows(roll->program), roll->kind->topic,
                      roll->shown[row]);
}

static size_t count(void *arg)
{
    return ((struct roll *)arg)->count;
}

static void fill_row(void *arg, size_t row, struct table_row *ret_row)
{
    struct roll *roll = arg;
    const struct replica_row *found = row_at(roll, row);

    *ret_row = (struct table_row){ .id = found->id };
    if (roll->kind->sign)
        roll->kind->sign(roll->program, found, ret_row);
}

static void fill_cell(void *arg, size_t row, int column,
                      struct table_cell *ret_cell)
{
    struct roll *roll = arg;

    ret_cell->look = LOOK(TEXT, 0);
    ret_cell->has_glyph = false;
    ret_cell->step_count = 0;
    safe_text_copy(&ret_cell->text, "");
    if (roll->kind->cell)
        roll->kind->cell(roll->program, row_at(roll, row), column, ret_cell);
    else
        roll->kind->cell_of(roll->kind->arg, row_at(roll, row), column,
                            ret_cell);
}

/* Rows stand in the order of their ids, and so do those that are shown. */
static size_t find(void *arg, uint64_t id)
{
    struct roll *roll = arg;
    size_t low = 0, high = roll->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (row_at(roll, middle)->id < id)
            low = middle + 1;
        else
            high = middle;
    }
    return low < roll->count && row_at(roll, low)->id == id ? low : SIZE_MAX;
}

static int compare(void *arg, size_t a, size_t b, int column)
{
    struct roll *roll = arg;
    struct table_cell left, right;
    int64_t x, y;

    if (roll->kind->key &&
        roll->kind->key(roll->program, row_at(roll, a), column, &x) &&
        roll->kind->key(roll->program, row_at(roll, b), column, &y))
        return x < y ? -1 : x > y;
    fill_cell(roll, a, column, &left);
    fill_cell(roll, b, column, &right);
    return strcmp(left.text.text, right.text.text);
}

int roll_new(const struct program *program, const struct roll_kind *kind,
             struct roll **ret_roll)
{
    assert(program && kind && ret_roll);
    struct roll *roll = calloc(1, sizeof(*roll));

    if (!roll)
        return -ENOMEM;
    roll->program = program;
    roll->kind = kind;

    const struct table_source source = { count, fill_row, fill_cell,
                                         find,  compare,  roll };
    int rc =
        table_new(kind->columns, kind->column_count, &source, &roll->table);
    if (rc < 0) {
        roll_free(roll);
        return rc;
    }
    *ret_roll = roll;
    return 0;
}

struct roll *roll_free(struct roll *roll)
{
    if (!roll)
        return NULL;
    table_free(roll->table);
    free(roll->shown);
    free(roll);
    return NULL;
}

void roll_filter(struct roll *roll, const char *words)
{
    snprintf(roll->filter, sizeof(roll->filter), "%s", words);
}

/* The last of the rows, for the moment, is the one that is looked at. */
static bool is_found(struct roll *roll)
{
    struct table_cell cell;

    if (!roll->filter[0])
        return true;
    for (int i = 0; i < roll->kind->column_count; i++) {
        fill_cell(roll, roll->count, i, &cell);
        if (match_words(cell.text.text, roll->filter))
            return true;
    }
    return false;
}

static bool reserve(struct roll *roll, size_t room)
{
    if (roll->room >= room)
        return true;

    size_t *shown = realloc(roll->shown, room * sizeof(*shown));
    if (!shown)
        return false;
    roll->shown = shown;
    roll->room = room;
    return true;
}

static void look(struct roll *roll)
{
    const struct replica *rows = program_rows(roll->program);
    size_t all = rows ? replica_count(rows, roll->kind->topic) : 0;

    roll->count = 0;
    if (all == 0 || !reserve(roll, all))
        return;
    for (size_t i = 0; i < all; i++) {
        roll->shown[roll->count] = i;
        if (roll->kind->keep &&
            !roll->kind->keep(roll->program, row_at(roll, roll->count)))
            continue;
        roll->count += is_found(roll);
    }
}

void roll_draw(struct roll *roll, const struct surface *surface, bool has_focus)
{
    look(roll);
    table_draw(roll->table, surface, has_focus, ui_now_us(roll->program->ui));
}

enum table_event roll_input(struct roll *roll, const struct input *input)
{
    look(roll);
    return table_input(roll->table, input, ui_now_us(roll->program->ui));
}

const struct replica_row *roll_selected(struct roll *roll)
{
    look(roll);
    size_t row = table_selected(roll->table);

    return row < roll->count ? row_at(roll, row) : NULL;
}

size_t roll_count(struct roll *roll)
{
    look(roll);
    return roll->count;
}

struct table *roll_table(struct roll *roll)
{
    return roll->table;
}
