/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole table is read before anything is asked. */

#include "cli/rule_cases.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/mark.h"
#include "cli/body.h"
#include "cli/input.h"
#include "cli/verb.h"
#include "wire/csv_rows.h"
#include "wire/shape.h"

enum { MOST_COLUMNS = 24, MOST_TOLD = 20, LEAST_FOREIGN = 7 };

enum { COLUMN_EXPECTED = -1, COLUMN_RULE = -2 };

struct reading {
    struct cli *cli;
    const struct json_t *given;
    struct csv_rows rows;
    int columns[MOST_COLUMNS]; /* fields of the record, or COLUMN_... */
    int column_count;
    struct rule_cases *cases;
    enum exit_code code; /* of the first that went wrong */
    int told;
};

void rule_cases_done(struct rule_cases *cases)
{
    assert(cases);
    for (size_t i = 0; i < cases->count; i++)
        value_free(cases->cases[i].body);
    free(cases->cases);
    *cases = (struct rule_cases){ .cases = NULL };
}

static const struct record *asked(void)
{
    return shape_record(SHAPE_ROUTING_ASKED);
}

/* Only the first of them are told; what follows is mostly the same. */
static void wrong(struct reading *reading, int row, const char *says)
{
    if (reading->told++ < MOST_TOLD)
        (void)cli_fail(reading->cli, EXIT_USAGE, _("row %d: %s"), row, says);
    if (!reading->code)
        reading->code = EXIT_USAGE;
}

/* The first row. */

static const char *plain_name(const char *heading)
{
    static const struct {
        const char *heading, *option;
    } others[] = {
        { "number", "caller" },
        { "dnis", "called" },
        { "time", "at_wall_us" },
        { "at", "at_wall_us" },
    };

    for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
        if (strcasecmp(others[i].heading, heading) == 0)
            return others[i].option;
    return heading;
}

static bool find_column(const char *heading, int *ret_column)
{
    const struct record *record = asked();
    const char *name = plain_name(heading);

    if (strcasecmp(name, "expected") == 0 || strcasecmp(name, "rule") == 0) {
        *ret_column =
            strcasecmp(name, "rule") == 0 ? COLUMN_RULE : COLUMN_EXPECTED;
        return true;
    }
    for (size_t i = 0; i < record->field_count; i++) {
        char option[48];

        verb_spell_field(record, &record->fields[i], option);
        if (strcasecmp(option, name) == 0 ||
            strcasecmp(record->fields[i].name, name) == 0) {
            *ret_column = (int)i;
            return true;
        }
    }
    return false;
}

static bool is_there(const struct reading *reading, int column)
{
    for (int i = 0; i < reading->column_count; i++)
        if (reading->columns[i] == column)
            return true;
    return false;
}

static enum exit_code read_heading(struct reading *reading, const char *cell)
{
    int column;

    if (!find_column(cell, &column))
        return cli_fail(reading->cli, EXIT_USAGE,
                        _("row 1: there is no column %s. Name columns as the "
                          "options of rule test, and expected and rule."),
                        cell);
    if (is_there(reading, column) || reading->column_count == MOST_COLUMNS)
        return cli_fail(reading->cli, EXIT_USAGE,
                        _("row 1: the column %s is there twice."), cell);
    reading->columns[reading->column_count++] = column;
    return EXIT_DONE;
}

static enum exit_code read_headings(struct reading *reading)
{
    char cell[RULE_CASES_CELL];
    enum exit_code code = EXIT_DONE;
    bool goes_on = csv_rows_next(&reading->rows);

    if (!goes_on)
        return cli_fail(reading->cli, EXIT_USAGE, "%s",
                        _("The table is empty."));
    while (goes_on && !code) {
        goes_on = csv_rows_cell(&reading->rows, cell, sizeof(cell));
        code = read_heading(reading, cell);
    }
    return code;
}

/* The others. */

/* A number of a country has a plus, or the zeros that stand for one; inside
   numbers are shorter. What was called is as the trunk has it. */
static const char *mistake_of_number(const struct field *field,
                                     const char *cell)
{
    size_t digits = strspn(cell, "0123456789");

    if (field->kind != FIELD_NUMBER)
        return NULL;
    if (csv_is_rounded(cell))
        return csv_says_rounded;
    return strcmp(field->name, "caller") == 0 && cell[0] != '0' &&
                   cell[digits] == '\0' && digits >= LEAST_FOREIGN
               ? N_("Write + and the country's code before the number.")
               : NULL;
}

static void take_setting(struct reading *reading, struct rule_case *one,
                         const struct field *field, const char *cell)
{
    const char *says = mistake_of_number(field, cell);
    char option[48], where[80];

    if (says) {
        wrong(reading, one->row, lang_own_text(says));
        return;
    }
    verb_spell_field(asked(), field, option);
    snprintf(where, sizeof(where), _("row %d, %s"), one->row, option);
    enum exit_code code = body_put(reading->cli, one->body, field, where, cell);
    if (code && !reading->code)
        reading->code = code;
    reading->told += code != EXIT_DONE;
}

static void take_cell(struct reading *reading, struct rule_case *one,
                      int column, const char *cell)
{
    if (column >= reading->column_count) {
        wrong(reading, one->row, _("there are more cells than columns"));
        return;
    }

    int at = reading->columns[column];
    char *text = at == COLUMN_RULE ? one->rule : one->expected;
    size_t room = at == COLUMN_RULE ? sizeof(one->rule) : sizeof(one->expected);

    if (at >= 0)
        take_setting(reading, one, &asked()->fields[at], cell);
    else if (strlen(cell) >= room)
        wrong(reading, one->row, _("a cell is too long"));
    else
        memcpy(text, cell, strlen(cell) + 1);
}

/* @return whether a cell was filled */
static bool read_cells(struct reading *reading, struct rule_case *one)
{
    char cell[RULE_CASES_CELL];
    bool goes_on = true, is_filled = false;

    for (int column = 0; goes_on; column++) {
        goes_on = csv_rows_cell(&reading->rows, cell, sizeof(cell));
        if (!cell[0])
            continue;
        is_filled = true;
        if (reading->rows.is_cut)
            wrong(reading, one->row, _("a cell is too long"));
        else
            take_cell(reading, one, column, cell);
    }
    if (reading->rows.says)
        wrong(reading, one->row, lang_own_text(reading->rows.says));
    return is_filled;
}

static void read_row(struct reading *reading)
{
    struct rule_cases *cases = reading->cases;
    struct rule_case one = { .row = reading->rows.row, .body = value_object() };

    if (!one.body || body_put_settings(asked(), reading->given, one.body)) {
        reading->code = cli_no_memory(reading->cli);
        value_free(one.body);
        return;
    }
    if (!read_cells(reading, &one)) {
        value_free(one.body);
        return;
    }
    if (cases->count == RULE_CASES_MAX) {
        wrong(reading, one.row, _("a table has at most 1,000 calls"));
        reading->rows.at = reading->rows.end;
        value_free(one.body);
        return;
    }
    cases->cases[cases->count++] = one;
}

static void note_broken(void *arg, int row)
{
    wrong(arg, row, lang_own_text(csv_says_broken));
}

static enum exit_code read_table(struct reading *reading)
{
    enum exit_code code = read_headings(reading);

    while (!code && csv_rows_next(&reading->rows) && reading->code != EXIT_HERE)
        read_row(reading);
    if (reading->told > MOST_TOLD)
        (void)cli_fail(reading->cli, EXIT_USAGE, _("%d mistakes in all"),
                       reading->told);
    if (!code)
        code = reading->code;
    if (!code && reading->cases->count == 0)
        code = cli_fail(reading->cli, EXIT_USAGE, "%s",
                        _("The table has no call."));
    return code;
}

enum exit_code rule_cases_read(struct cli *cli, const char *path,
                               const struct json_t *given,
                               struct rule_cases *ret_cases)
{
    assert(cli && path && given && ret_cases);
    struct rule_cases cases = {
        .cases = calloc(RULE_CASES_MAX, sizeof(*cases.cases)),
    };
    struct reading reading = { .cli = cli, .given = given, .cases = &cases };
    char *bytes = NULL;
    size_t length = 0;
    enum exit_code code =
        cases.cases
            ? input_read(cli, path, RULE_CASES_MAX_BYTES, &bytes, &length)
            : cli_no_memory(cli);

    if (!code)
        csv_rows_broken(bytes, length, note_broken, &reading);
    if (!code)
        code = reading.code;
    if (!code) {
        csv_rows_begin(&reading.rows, bytes, length);
        code = read_table(&reading);
    }
    free(bytes);
    if (code)
        rule_cases_done(&cases);
    else
        *ret_cases = cases;
    return code;
}
