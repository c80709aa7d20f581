/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A condition as rows: groups of all or any, and what is in them. */

#ifndef CONSOLE_CONDITION_ROWS_H
#define CONSOLE_CONDITION_ROWS_H

#include <stdbool.h>
#include <stddef.h>

#include "core/condition.h"

/*
 * The second view of a condition's tree. Row 0 is a group; what belongs to a
 * group stands below it, one deeper. A row that is no group holds the text of
 * one comparison or fact. Rows that are printed and read again are the same
 * tree, and a text read and printed is as condition_print() writes it.
 */
enum { CONDITION_ROWS = CONDITION_MAX_NODES };

enum condition_row_kind {
    CONDITION_ROW_ALL, /* of what stands below it; none: always */
    CONDITION_ROW_ANY, /* none: as if it were not there */
    CONDITION_ROW_PART,
};

struct condition_row {
    enum condition_row_kind kind;
    bool is_not;
    int depth;                           /* 0: the first row */
    char text[CONDITION_MAX_LENGTH + 1]; /* of a part */
};

struct condition_rows {
    struct condition_row rows[CONDITION_ROWS];
    int count; /* at least 1 */
};

/**
 * Takes a text apart.
 *
 * @param ret_mistake  set on refusal, see condition_parse()
 *
 * @return 0, or -EINVAL: it is no condition
 */
int condition_rows_read(const char *text, struct condition_rows *ret_rows,
                        struct condition_mistake *ret_mistake);

/**
 * Puts them together.
 *
 * @param ret_text  CONDITION_MAX_LENGTH + 1 bytes
 *
 * @return 0; -EINVAL: a part is none; -ENOSPC: the text would be too long
 */
int condition_rows_print(const struct condition_rows *rows, char *ret_text);

/**
 * Adds a row: at the end of a group, or behind a part.
 *
 * @return its number, or -ENOSPC: too many, or too deep
 */
int condition_rows_add(struct condition_rows *rows, int at,
                       enum condition_row_kind kind, const char *text);

/**
 * Gives a part another text; one that is a group becomes rows of its own.
 *
 * @param ret_mistake  set with -EINVAL, see condition_parse()
 *
 * @return 0; -EINVAL: it is no condition, or empty; -ENOSPC: too many rows, or
 *         too deep
 */
int condition_rows_set(struct condition_rows *rows, int at, const char *text,
                       struct condition_mistake *ret_mistake);

/** Removes a row and what is below it; the first one only loses that. */
void condition_rows_remove(struct condition_rows *rows, int at);

/** The first row behind all that belongs to one. */
int condition_rows_end(const struct condition_rows *rows, int at);

#endif
