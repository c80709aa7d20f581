/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a topic as a table of a screen: filtered, sorted, found by id. */

#ifndef CONSOLE_ROLL_H
#define CONSOLE_ROLL_H

#include "console/program.h"
#include "tui/table.h"

/* What kind of table it is. Functions that may be missing say so. */
struct roll_kind {
    enum topic topic;
    const struct table_column *columns;
    int column_count;

    /** The sign before a row; its id is filled in already. NULL: none. */
    void (*sign)(const struct program *program, const struct replica_row *row,
                 struct table_row *ret_row);
    void (*cell)(const struct program *program, const struct replica_row *row,
                 int column, struct table_cell *ret_cell);

    /** The same for tables made at run time, where cell is NULL. */
    void (*cell_of)(const void *arg, const struct replica_row *row, int column,
                    struct table_cell *ret_cell);
    const void *arg;

    /** Whether it is shown at all. NULL: all are. */
    bool (*keep)(const struct program *program, const struct replica_row *row);

    /** The value of a column to sort by; NULL, or false: by its text. */
    bool (*key)(const struct program *program, const struct replica_row *row,
                int column, int64_t *ret_key);
};

enum { ROLL_FILTER_SIZE = 128 };

struct roll;

/** Makes one over the program's rows. @return 0 or -ENOMEM */
int roll_new(const struct program *program, const struct roll_kind *kind,
             struct roll **ret_roll);
struct roll *roll_free(struct roll *roll); /* NULL always */

/** Shows only rows with these words in one of their cells; "": all. */
void roll_filter(struct roll *roll, const char *words);

void roll_draw(struct roll *roll, const struct surface *surface,
               bool has_focus);
enum table_event roll_input(struct roll *roll, const struct input *input);

/** The selected row, good until the rows change; NULL: there is none. */
const struct replica_row *roll_selected(struct roll *roll);

/** How many rows are shown. */
size_t roll_count(struct roll *roll);

/** Its table, for sorting. */
struct table *roll_table(struct roll *roll);

#endif
