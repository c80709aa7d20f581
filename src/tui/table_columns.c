/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns that are left out. */

#include "tui/table.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>

#include "tui/table_inside.h"

int table_column_count(const struct table *table)
{
    return table->column_count;
}

const char *table_column_name(const struct table *table, int column)
{
    assert(column >= 0 && column < table->column_count);
    return table->columns[column].name;
}

void table_leave_out(struct table *table, int column, bool is_left_out)
{
    assert(column >= 0 && column < table->column_count);
    int64_t bit = INT64_C(1) << column;

    table_leave_out_all(table, is_left_out ? table->left_out | bit
                                           : table->left_out & ~bit);
}

void table_leave_out_all(struct table *table, int64_t bits)
{
    assert(table);
    table->left_out = bits & ~INT64_C(1);
}

bool table_is_left_out(const struct table *table, int column)
{
    return table->left_out >> column & 1;
}

int64_t table_left_out(const struct table *table)
{
    return table->left_out;
}

/* FNV-1a over the headings: a table that gets another column begins anew. */
void table_keep_name(const struct table *table, char ret_name[KEEP_NAME_SIZE])
{
    uint64_t sum = 14695981039346656037u;

    for (int i = 0; i < table->column_count; i++)
        for (const char *at = table->columns[i].name; *at; at++)
            sum = (sum ^ (unsigned char)*at) * 1099511628211u;
    snprintf(ret_name, KEEP_NAME_SIZE, "columns.%016" PRIx64, sum);
}
