/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How sheets are written, and what they do with hostile cells. */

#include "cli/sheet.h"

#include <stdio.h>
#include <string.h>

#include "tests/failing_alloc.h"
#include "tests/test.h"

static char *print(const struct sheet *sheet, enum sheet_style style)
{
    char *text = NULL;
    size_t length;
    FILE *out = open_memstream(&text, &length);

    assert_non_null(out);
    sheet_print(sheet, style, out);
    assert_int_equal(fclose(out), 0);
    return text;
}

/* One cell, as a file for spreadsheets has it. */

static const struct cell_row {
    const char *says;
    const char *text;
    const char *csv;
    const char *tsv;
} cell_rows[] = {
    { "a plain text stays as it is", "Sales", "Sales", "Sales" },
    { "a comma is quoted", "a,b", "\"a,b\"", "a,b" },
    { "a quote is doubled", "a\"b", "\"a\"\"b\"", "a\"b" },
    { "a line feed is quoted, or a space", "a\nb", "\"a\nb\"", "a b" },
    { "a tab inside is quoted, or a space", "a\tb", "\"a\tb\"", "a b" },
    { "a semicolon is quoted", "a;b", "\"a;b\"", "a;b" },
    { "a semicolon parts no formula from the rest", "a;=1", "\"a;'=1\"",
      "a;'=1" },
    { "nor with spaces behind it", "a;  @x;y", "\"a;  '@x;y\"", "a;  '@x;y" },
    { "nor with a quote behind it", "a;\"=1", "\"a;\"\"'=1\"", "a;\"'=1" },
    { "nor in the middle of a second formula", "=1;-x;\uff1d1",
      "\"'=1;'-x;'\uff1d1\"", "'=1;'-x;'\uff1d1" },
    { "a tab parts no formula from the rest", "a\t=1", "\"a\t'=1\"", "a '=1" },
    { "nor does a line end", "a\r\n+x", "\"a\r\n'+x\"", "a  '+x" },
    { "a number behind a semicolon is no formula", "a;+346;-1;b",
      "\"a;+346;-1;b\"", "a;+346;-1;b" },
    { "nor is what stands behind anything else", "a=1;b-c,=1", "\"a=1;b-c,=1\"",
      "a=1;b-c,=1" },
    { "a space in front is quoted", " a", "\" a\"", " a" },
    { "= begins a formula", "=1+1", "\"'=1+1\"", "'=1+1" },
    { "+ begins a formula", "+x", "\"'+x\"", "'+x" },
    { "- begins a formula", "-x", "\"'-x\"", "'-x" },
    { "@ begins a formula", "@x", "\"'@x\"", "'@x" },
    { "a tab begins a formula", "\t=1", "\"'\t'=1\"", "' '=1" },
    { "a carriage return begins a formula", "\r=1", "\"'\r'=1\"", "' '=1" },
    { "a full-width = begins a formula", "\uff1d1", "\"'\uff1d1\"",
      "'\uff1d1" },
    { "a full-width + begins a formula", "\uff0b1", "\"'\uff0b1\"",
      "'\uff0b1" },
    { "a full-width - begins a formula", "\uff0d1", "\"'\uff0d1\"",
      "'\uff0d1" },
    { "a full-width @ begins a formula", "\uff20a", "\"'\uff20a\"",
      "'\uff20a" },
    { "a phone number is no formula", "+34612555018", "\"+34612555018\"",
      "+34612555018" },
    { "a number below zero is no formula", "-1", "-1", "-1" },
    { "a sign alone is a formula", "-", "\"'-\"", "'-" },
    { "a sum that begins as a phone number is a formula", "+1+cmd",
      "\"'+1+cmd\"", "'+1+cmd" },
    { "an empty cell is empty", "", "", "" },
};

static void writes_a_cell(void **state)
{
    const struct cell_row *row = *state;
    struct sheet sheet = { 0 };
    char wanted[128];

    sheet_add_column(&sheet, "k", "K", false);
    sheet_add_cell(&sheet, row->text);

    char *csv = print(&sheet, SHEET_CSV), *tsv = print(&sheet, SHEET_TSV);

    snprintf(wanted, sizeof(wanted), "k\r\n%s\r\n", row->csv);
    assert_string_equal(csv, wanted);
    snprintf(wanted, sizeof(wanted), "k\n%s\n", row->tsv);
    assert_string_equal(tsv, wanted);
    free(csv);
    free(tsv);
    sheet_done(&sheet);
}

static void lines_columns_up_by_cells(void **state)
{
    (void)state;
    struct sheet sheet = { 0 };

    sheet_add_column(&sheet, "name", "Name", false);
    sheet_add_column(&sheet, "count", "N", true);
    sheet_add_column(&sheet, "label", "Label", false);
    sheet_add_cell(&sheet, "Dvořáková");
    sheet_add_cell(&sheet, "5");
    sheet_add_cell(&sheet, "x");
    sheet_add_cell(&sheet, "日本");
    sheet_add_cell(&sheet, "12");
    sheet_add_cell(&sheet, "e\u0301"); /* e and a combining acute */

    char *text = print(&sheet, SHEET_TABLE);

    assert_string_equal(text, "Name        N  Label\n"
                              "Dvořáková   5  x\n"
                              "日本       12  e\u0301\n");
    free(text);
    sheet_done(&sheet);
}

static void prints_keys_in_files_and_headers_for_people(void **state)
{
    (void)state;
    struct sheet sheet = { 0 };

    sheet_add_column(&sheet, "ring_ms", "Timbre", true);
    sheet_add_column(&sheet, "name", "Nombre", false);

    char *table = print(&sheet, SHEET_TABLE);
    char *csv = print(&sheet, SHEET_CSV);

    assert_string_equal(table, "Timbre  Nombre\n");
    assert_string_equal(csv, "ring_ms,name\r\n");
    free(table);
    free(csv);
    sheet_done(&sheet);
}

static void survives_every_failing_allocation(void **state)
{
    (void)state;
    bool whole = false;
    int before = live_blocks();

    for (int successes = 0; !whole; successes++) {
        struct sheet sheet = { 0 };

        sheet_add_column(&sheet, "k", "K", false);
        fail_alloc_after(successes);
        for (int i = 0; i < 70; i++)
            sheet_add_cell(&sheet, "text");
        fail_alloc_after(FAIL_NO_ALLOC);

        whole = !sheet.failed;
        assert_true(whole == (sheet_rows(&sheet) == 70));
        sheet_done(&sheet);
        assert_int_equal(live_blocks(), before);
    }
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, writes_a_cell, cell_rows);
    TEST_LIST_ADD(&list, lines_columns_up_by_cells);
    TEST_LIST_ADD(&list, prints_keys_in_files_and_headers_for_people);
    TEST_LIST_ADD(&list, survives_every_failing_allocation);
    return test_list_run(&list);
}
