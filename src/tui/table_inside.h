/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the table share; for them alone. */

#ifndef TUI_TABLE_INSIDE_H
#define TUI_TABLE_INSIDE_H

#include "tui/table.h"

struct table {
    const struct table_column *columns;
    int column_count;
    int64_t left_out; /* a bit for each column */
    struct table_source source;

    uint64_t *order; /* ids, when sorted; else NULL: as the source has them */
    size_t order_count;
    int sorted_by; /* column, or -1 */
    bool is_descending;
    int64_t touched_us; /* the last key */
    bool wants_order;

    uint64_t selected;
    bool has_selected;
    bool is_awaited;    /* it has not come yet: nothing is selected */
    int64_t awaited_us; /* ... until then; INT64_MIN: nobody has looked yet */
    size_t selected_at; /* where it was shown last */

    uint64_t *marks;
    size_t mark_count;

    size_t top;
    int page;       /* rows there was room for */
    int screen_row; /* of its headings, as drawn last */
    size_t clicked;
};

/* Rows in the order shown: the source's row of a position; SIZE_MAX: gone. */
size_t table_row_at(struct table *table, size_t at);

/* The position of the selected row, moved to a neighbour if it has gone;
 * SIZE_MAX: there are no rows. */
size_t table_selected_at(struct table *table);

/* Selects by position. */
void table_select_at(struct table *table, size_t at);

/* Rows shown. */
size_t table_row_count(struct table *table);

/* Brings the order up to date: new rows to the end, gone ones out; made anew
 * when it may be. */
void table_order(struct table *table, int64_t now_us);

#endif
