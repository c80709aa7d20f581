/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of numbers, as spreadsheets and people write them. */

#include "wire/caller_text.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/test.h"

static const struct csv_row {
    const char *says;
    const char *csv;
    const char *country;
    const char *kept; /* or NULL: refused ... */
    int row;          /* ... in this row */
    const char *about;
} csv_rows[] = {
    { "a number a line", "+34612555018\n+44207946000\n", "",
      "34612555018\n44207946000\n", 0, NULL },
    { "nothing", "", "", "", 0, NULL },
    { "sorted, and each once", "+44207946000\n+34612555018\n+44207946000\n", "",
      "34612555018\n44207946000\n", 0, NULL },
    { "no line end at the end", "+34612555018", "", "34612555018\n", 0, NULL },
    { "lines of other machines", "+34612555018\r\n+44207946000\r\n", "",
      "34612555018\n44207946000\n", 0, NULL },
    { "a mark of the byte order", "\xef\xbb\xbf+34612555018\n", "",
      "34612555018\n", 0, NULL },
    { "a heading", "Callers\n+34612555018\n", "", "34612555018\n", 0, NULL },
    { "the column that is called number",
      "name;number;note\nJana;+420777123456;x\n", "", "420777123456\n", 0,
      NULL },
    { "the column that is called Telefono",
      "nombre\tTelefono\nAna\t+34612555018\n", "", "34612555018\n", 0, NULL },
    { "without a heading the first column", "+34612555018,Ana\n", "",
      "34612555018\n", 0, NULL },
    { "quotation marks", "\"+34 612 555-018\",\"a \"\"b\"\"\n c\"\n", "",
      "34612555018\n", 0, NULL },
    { "what makes it easier to read", "+34 (612) 555.018\n00 44/2079-46000\n",
      "", "34612555018\n44207946000\n", 0, NULL },
    { "the mark of a text in spreadsheets", "'+34612555018\n", "",
      "34612555018\n", 0, NULL },
    { "empty rows", "\n+34612555018\n\n\n", "", "34612555018\n", 0, NULL },
    { "national numbers of a country", "612555018\n", "34", "34612555018\n", 0,
      NULL },
    { "... with a zero that is no part of them", "02079460000\n", "44",
      "442079460000\n", 0, NULL },
    { "national numbers of no country", "+34612555018\n612555018\n", "", NULL,
      2, "country" },
    { "zeros that are lost", "34612555018\n", "34", NULL, 1, "+ before" },
    { "4.41E+11", "+34612555018\n4.41E+11\n", "44", NULL, 2, "rounded" },
    { "4,41E+11 in quotation marks", "x;number\n1;\"4,41E+11\"\n", "44", NULL,
      2, "rounded" },
    { "4.41e11", "4.41e11\n", "44", NULL, 1, "rounded" },
    { "letters", "+34612555018\nana\n", "", NULL, 2, "nothing but" },
    { "a formula", "=1+1\n", "34", NULL, 1, "nothing but" },
    { "a plus in the middle", "34+612555018\n", "", NULL, 1, "nothing but" },
    { "six digits", "+346125\n", "", NULL, 1, "7 to 15" },
    { "sixteen digits", "+3461255501812345\n", "", NULL, 1, "7 to 15" },
    { "a country that begins with 0", "+0612555018\n", "", NULL, 1, "7 to 15" },
    { "Latin 1", "number\n+34612555018\nse\xf1or\n", "", NULL, 3, "UTF-8" },
    { "a byte of nothing", "+34612555018\n\xff\xfe\n", "", NULL, 2, "UTF-8" },
    { "a quotation mark that is not closed", "\"+34612555018\n", "", NULL, 1,
      "quotation" },
};

static void is_read_or_refused(void **state)
{
    const struct csv_row *row = *state;
    struct caller_list *list = NULL;
    struct caller_rejects rejects = { .count = 0 };
    int rc = caller_csv_parse(row->csv, strlen(row->csv), row->country, &list,
                              &rejects);

    if (!row->kept) {
        assert_int_equal(rc, -EBADMSG);
        assert_null(list);
        if (!strstr(rejects.rows[0].says, row->about))
            fail_msg("not about %s: %s", row->about, rejects.rows[0].says);
        assert_int_equal(rejects.rows[0].row, row->row);
        return;
    }

    if (rc < 0)
        fail_msg("row %d: %s", rejects.rows[0].row, rejects.rows[0].says);
    char *text = caller_text_print(list);
    struct caller_list *again = NULL;

    assert_string_equal(text, row->kept);
    assert_int_equal(caller_text_parse(text, strlen(text), &again), 0);
    assert_string_equal(again->digest, list->digest);
    assert_int_equal(again->count, list->count);
    free(again);
    free(text);
    free(list);
}

static void a_zero_byte_is_refused(void **state)
{
    struct caller_list *list = NULL;
    struct caller_rejects rejects = { .count = 0 };

    (void)state;
    assert_int_equal(
        caller_csv_parse("+34612555018\n\0\n", 15, "", &list, &rejects),
        -EBADMSG);
    assert_int_equal(rejects.rows[0].row, 2);
}

/* What editors and spreadsheets call "Unicode" or nothing at all. */
#define BYTES(text) (text), sizeof(text) - 1

static const struct encoding_row {
    const char *says;
    const char *bytes;
    size_t length;
    int row;
} encoding_rows[] = {
    { "UTF-16, the lower byte first",
      BYTES("\xff\xfe+\0003\0004\0006\0001\0002\0005\0005\0005\0\n\0"), 1 },
    { "UTF-16, the higher byte first",
      BYTES("\xfe\xff\0+\0003\0004\0006\0001\0002\0005\0005\0005\0\n"), 1 },
    { "UTF-16 without a mark",
      BYTES("+\0003\0004\0006\0001\0002\0005\0005\0005\0\n\0"), 1 },
    { "more bytes for a character than it needs",
      BYTES("+34612555018\n\xc0\xab"
            "34612555018\n"),
      2 },
    { "half of a pair", BYTES("number\n+34612555018\n\xed\xa0\x80\n"), 3 },
    { "a character that is cut off", BYTES("+34612555018\n+3461255501\xc3"),
      2 },
    { "a character beyond the last", BYTES("\xf4\x90\x80\x80\n"), 1 },
};

static void other_encodings_are_refused(void **state)
{
    const struct encoding_row *row = *state;
    struct caller_list *list = NULL;
    struct caller_rejects rejects = { .count = 0 };

    assert_int_equal(
        caller_csv_parse(row->bytes, row->length, "34", &list, &rejects),
        -EBADMSG);
    assert_null(list);
    assert_int_equal(rejects.rows[0].row, row->row);
}

/* SHA-256 of "34612555018\n", by sha256sum(1). */
static void the_digest_is_of_what_is_kept(void **state)
{
    struct caller_list *list = NULL;

    (void)state;
    assert_int_equal(caller_csv_parse("+34612555018", 12, "", &list, NULL), 0);
    assert_string_equal(list->digest, "25940b3064f2350806a3641f5762a218"
                                      "2324a98326ca10d70901ab97be847477");
    free(list);
}

static const struct text_row {
    const char *says;
    const char *text;
} text_rows[] = {
    { "no line end", "34612555018" },
    { "a letter", "34612555018\n4420794600a\n" },
    { "not ascending", "44207946000\n34612555018\n" },
    { "twice", "34612555018\n34612555018\n" },
    { "too short", "123456\n" },
    { "too long", "1234567890123456\n" },
    { "an empty line", "34612555018\n\n" },
};

static void what_was_not_kept_so_is_refused(void **state)
{
    const struct text_row *row = *state;
    struct caller_list *list = NULL;

    assert_int_equal(caller_text_parse(row->text, strlen(row->text), &list),
                     -EBADMSG);
}

static void lists_are_limited(void **state)
{
    enum { ROW = 14 };
    char *csv = malloc((CALLER_LIST_MAX + 1) * ROW + 1);
    struct caller_list *list = NULL;
    struct caller_rejects rejects = { .count = 0 };
    size_t length = 0;

    (void)state;
    assert_non_null(csv);
    for (int i = 0; i < CALLER_LIST_MAX; i++)
        length += (size_t)snprintf(csv + length, ROW + 1, "+34612%06d\n", i);
    assert_int_equal(caller_csv_parse(csv, length, "", &list, NULL), 0);
    assert_int_equal(list->count, CALLER_LIST_MAX);
    free(list);
    length += (size_t)snprintf(csv + length, ROW + 1, "+34613000000\n");
    assert_int_equal(caller_csv_parse(csv, length, "", &list, &rejects),
                     -EBADMSG);
    assert_int_equal(rejects.rows[0].row, CALLER_LIST_MAX + 1);
    assert_int_equal(rejects.count, 1);
    free(csv);
}

/* Whoever mends a table wants to know of all, and once. */
static void all_rows_are_told(void **state)
{
    static const char csv[] = "number\n+34612555018\nana\n\n4.41E+11\n"
                              "+34612555019\n612555020\n\"+3461255502";
    struct caller_rejects rejects = { .count = 0 };
    struct caller_list *list = NULL;

    (void)state;
    assert_int_equal(
        caller_csv_parse(csv, sizeof(csv) - 1, "", &list, &rejects), -EBADMSG);
    assert_null(list);
    assert_int_equal(rejects.count, 4);
    assert_int_equal(rejects.rows[0].row, 3);
    assert_non_null(strstr(rejects.rows[0].says, "nothing but a number"));
    assert_int_equal(rejects.rows[1].row, 5);
    assert_non_null(strstr(rejects.rows[1].says, "spreadsheet"));
    assert_int_equal(rejects.rows[2].row, 7);
    assert_non_null(strstr(rejects.rows[2].says, "country"));
    assert_int_equal(rejects.rows[3].row, 8);
    assert_non_null(strstr(rejects.rows[3].says, "quotation"));
}

static void rows_of_another_encoding_are_told_alone(void **state)
{
    static const char csv[] = "number;name\n+34612555018;Jos\xe9\nana;Ana\n"
                              "+34612555019;\xe1\xe9\n";
    struct caller_rejects rejects = { .count = 0 };
    struct caller_list *list = NULL;

    (void)state;
    assert_int_equal(
        caller_csv_parse(csv, sizeof(csv) - 1, "", &list, &rejects), -EBADMSG);
    assert_int_equal(rejects.count, 2);
    assert_int_equal(rejects.rows[0].row, 2);
    assert_int_equal(rejects.rows[1].row, 4);
}

static void what_is_told_is_bounded(void **state)
{
    enum { ROWS = 1000, ROW = 4 };
    char csv[ROWS * ROW + 1] = "";
    struct caller_rejects rejects = { .count = 0 };
    struct caller_list *list = NULL;

    (void)state;
    for (int i = 0; i < ROWS; i++)
        memcpy(csv + ROW * i, "ana\n", ROW);
    assert_int_equal(caller_csv_parse(csv, ROWS * ROW, "", &list, &rejects),
                     -EBADMSG);
    /* the first row has no digits: it is the heading */
    assert_int_equal(rejects.count, ROWS - 1);
    assert_int_equal(rejects.rows[CALLER_REJECTS_MAX - 1].row,
                     CALLER_REJECTS_MAX + 1);
}

static const struct change_row {
    const char *says;
    const char *before;
    enum caller_change change;
    const char *number;
    int rc;
    const char *after;
} change_rows[] = {
    { "the first of a list", "", CALLER_ADD, "+34612555018", 0,
      "34612555018\n" },
    { "one more in the middle", "34612555017\n34612555019\n", CALLER_ADD,
      "612 555 018", 0, "34612555017\n34612555018\n34612555019\n" },
    { "one more before them", "34612555019\n", CALLER_ADD, "+33123456789", 0,
      "33123456789\n34612555019\n" },
    { "one more behind them", "34612555019\n", CALLER_ADD, "+49123456789", 0,
      "34612555019\n49123456789\n" },
    { "one that is there", "34612555018\n", CALLER_ADD, "+34612555018",
      -EALREADY, NULL },
    { "one less in the middle", "34612555017\n34612555018\n34612555019\n",
      CALLER_REMOVE, "0034612555018", 0, "34612555017\n34612555019\n" },
    { "the last one goes", "34612555018\n", CALLER_REMOVE, "+34612555018", 0,
      "" },
    { "one that is not there", "34612555018\n", CALLER_REMOVE, "+34612555019",
      -EALREADY, NULL },
    { "no number at all", "34612555018\n", CALLER_ADD, "ana", -EINVAL, NULL },
    { "two at once", "", CALLER_ADD, "+34612555018\n+34612555019", -EINVAL,
      NULL },
};

static void one_is_added_or_taken_out(void **state)
{
    const struct change_row *row = *state;
    struct caller_list *before, *list;

    assert_int_equal(
        caller_text_parse(row->before, strlen(row->before), &before), 0);
    assert_int_equal(
        caller_csv_parse(row->number, strlen(row->number), "34", &list, NULL),
        0);
    assert_int_equal(caller_list_change(before, row->change, &list), row->rc);
    if (row->rc == 0) {
        struct caller_list *after;
        char *text = caller_text_print(list);

        assert_string_equal(text, row->after);
        assert_int_equal(caller_text_parse(text, strlen(text), &after), 0);
        assert_string_equal(list->digest, after->digest);
        free(text);
        free(after);
    }
    free(list);
    free(before);
}

static void a_full_list_takes_no_more(void **state)
{
    struct caller_list *before = calloc(
        1, sizeof(*before) + CALLER_LIST_MAX * sizeof(before->numbers[0]));
    struct caller_list *list;

    (void)state;
    assert_non_null(before);
    for (; before->count < CALLER_LIST_MAX; before->count++)
        before->numbers[before->count] = 34600000000 + before->count;
    assert_int_equal(caller_csv_parse("+49123456789", 12, "", &list, NULL), 0);
    assert_int_equal(caller_list_change(before, CALLER_ADD, &list), -ENOSPC);
    assert_int_equal(list->count, 1);
    free(list);
    free(before);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, one_is_added_or_taken_out, change_rows);
    TEST_LIST_ADD(&list, a_full_list_takes_no_more);
    TEST_LIST_ADD_ROWS(&list, is_read_or_refused, csv_rows);
    TEST_LIST_ADD_ROWS(&list, what_was_not_kept_so_is_refused, text_rows);
    TEST_LIST_ADD_ROWS(&list, other_encodings_are_refused, encoding_rows);
    TEST_LIST_ADD(&list, a_zero_byte_is_refused);
    TEST_LIST_ADD(&list, the_digest_is_of_what_is_kept);
    TEST_LIST_ADD(&list, lists_are_limited);
    TEST_LIST_ADD(&list, all_rows_are_told);
    TEST_LIST_ADD(&list, rows_of_another_encoding_are_told_alone);
    TEST_LIST_ADD(&list, what_is_told_is_bounded);

    return test_list_run(&list);
}
