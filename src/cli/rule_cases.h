/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calls in a table, of which it is known where they are to go. */

#ifndef CLI_RULE_CASES_H
#define CLI_RULE_CASES_H

#include "cli/cli.h"
#include "wire/value.h"

/*
 * A table in CSV (wire/csv_rows.h) whose first row names the columns: each an
 * option of `rule test` without its dashes (caller, called, data, trunk, ...),
 * in any order; number stands for caller, dnis for called, and time or at for
 * at-wall-us. Two columns more say what is expected: expected, a destination as
 * "queue sales" or "busy", and rule, the name of the rule that leads there. An
 * empty cell is not given, and what is not expected is not compared. Rows
 * without any cell filled are left out.
 */
enum {
    RULE_CASES_MAX = 1000,
    RULE_CASES_MAX_BYTES = 1024 * 1024,
    RULE_CASES_CELL = 512,
};

struct rule_case {
    int row;             /* of the table; the first one is 1 */
    struct json_t *body; /* what is asked; owned */
    char expected[128];  /* "" */
    char rule[64];       /* "" */
};

/* A plain struct. */
struct rule_cases {
    struct rule_case *cases;
    size_t count;
};

void rule_cases_done(struct rule_cases *cases);

/**
 * Reads the table. Nothing is asked while a row of it is wrong: what is no
 * UTF-8, numbers that a spreadsheet has rounded (4.41E+11) or taken the plus or
 * the zeros from, and what its option would not take are told, row by row.
 *
 * @param given      what is asked in each row that does not say otherwise
 * @param ret_cases  on success; release with rule_cases_done()
 *
 * @return EXIT_DONE, or EXIT_USAGE and the like, said
 */
enum exit_code rule_cases_read(struct cli *cli, const char *path,
                               const struct json_t *given,
                               struct rule_cases *ret_cases);

#endif
