/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conditions: what holds, what is refused and where, and text and tree. */

#include "core/condition.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "tests/test.h"

/* A Thursday, 24 December 2026, 16:45, and what is so then. */
static struct value ask(const void *context, enum fact fact, const char *about,
                        int64_t number)
{
    static const struct value none = { VALUE_UNKNOWN, 0, NULL };
    int *asked = (int *)(uintptr_t)context;

    if (asked)
        ++*asked;

    switch (fact) {
    case FACT_CALLER:
        return (struct value){ VALUE_TEXT, 0, "+34612555018" };
    case FACT_CALLED:
        return (struct value){ VALUE_TEXT, 0, "910000000" };
    case FACT_LANGUAGE:
        return (struct value){ VALUE_TEXT, 0, "es" };
    case FACT_HOUR:
        return (struct value){ VALUE_NUMBER, 16, NULL };
    case FACT_TIME:
        return (struct value){ VALUE_TIME, 16 * 60 + 45, NULL };
    case FACT_WEEKDAY:
        return (struct value){ VALUE_WEEKDAY, 4, NULL };
    case FACT_DATE:
        return (struct value){ VALUE_DATE, 20261224, NULL };
    case FACT_OPEN:
        return (struct value){ VALUE_TRUTH, strcmp(about, "madrid") == 0,
                               NULL };
    case FACT_PERCENT:
        return (struct value){ VALUE_TRUTH, number > 42, NULL };
    case FACT_QUEUE_WAITING:
        if (strcmp(about, "support") != 0)
            return none;
        return (struct value){ VALUE_NUMBER, 4, NULL };
    case FACT_DATA:
        if (strcmp(about, "tier") == 0)
            return (struct value){ VALUE_TEXT, 0, "gold" };
        if (strcmp(about, "balance") == 0)
            return (struct value){ VALUE_TEXT, 0, "-120" };
        return none;
    default:
        return none;
    }
}

static bool is_listed(const void *context, const char *list, const char *number)
{
    (void)context;
    return strcmp(list, "vip") == 0 && strcmp(number, "+34612555018") == 0;
}

static const struct facts facts = { ask, is_listed, NULL, NULL };

static const struct holds_row {
    const char *says; /* the condition */
    bool holds;
} holds_rows[] = {
    { "", true },
    { "true", true },
    { "false", false },
    { "not false", true },
    { "hour == 16", true },
    { "hour != 16", false },
    { "hour < 16", false },
    { "hour <= 16", true },
    { "hour > 15", true },
    { "hour >= 17", false },
    { "hour between 8 and 16", true },
    { "hour between 17 and 20", false },
    { "hour between 20 and 8", false },
    { "hour in (8, 12, 16)", true },
    { "hour in (8)", false },
    { "time >= 16:45 and time < 16:46", true },
    { "time between 09:00 and 14:00 or time between 16:00 and 19:00", true },
    { "date == 2026-12-24", true },
    { "date between 2026-12-01 and 2026-12-23", false },
    { "weekday == thu", true },
    { "weekday in (sat, sun)", false },
    { "weekday between mon and fri", true },
    { "caller starts \"+34\"", true },
    { "caller starts \"+44\"", false },
    { "caller starts \"\"", true },
    { "caller == \"\"", false },
    { "called == \"910000000\"", true },
    { "language in (\"en\", \"es\")", true },
    { "caller in vip", true },
    { "called in vip", false },
    { "caller in gone", false },
    { "open(madrid)", true },
    { "not open(prague)", true },
    { "open(madrid) == false", false },
    { "percent(42)", false },
    { "percent(43)", true },
    { "queue(support).waiting < 5", true },
    { "queue(support).waiting + 1 < 5", false },
    { "data.tier == \"gold\"", true },
    { "data.tier starts \"go\"", true },
    { "data.balance < 0", true },
    { "data.balance + 120 == 0", true },
    { "data.tier > 0", false },
    { "data.tier <= 0", false },
    /* what is not known makes no comparison true */
    { "data.gone == \"\"", false },
    { "data.gone != \"\"", false },
    { "not data.gone == \"\"", true },
    { "queue(gone).waiting < 5", false },
    { "queue(gone).waiting >= 5", false },
    { "1 / 0 == 1 / 0", false },
    { "hour / 0 >= 0", false },
    { "999999999999999999 * 999999999999999999 > 0", false },
    { "999999999999999999 * 10 + 999999999999999999 > 0", false },
    { "-999999999999999999 * 10 - 999999999999999999 < 0", false },
    /* what binds how */
    { "true or false and false", true },
    { "(true or false) and false", false },
    { "not false and false", false },
    { "not (false and false)", true },
    { "2 + 3 * 4 == 14", true },
    { "(2 + 3) * 4 == 20", true },
    { "10 - 3 - 2 == 5", true },
    { "10 - (3 - 2) == 9", true },
    { "7 / 2 == 3 and -7 / 2 == -3", true },
    { "--5 == 5", true },
    { "2026-12 == 2014", true },
    { "caller in vip and hour >= 8 and queue(support).waiting < 5", true },
};

static void holds_or_not(void **state)
{
    const struct holds_row *row = *state;
    struct condition condition;
    struct condition_mistake mistake = { 0, NULL };

    if (condition_parse(row->says, &condition, &mistake) != 0)
        fail_msg("at %zu: %s", mistake.at, mistake.says);
    assert_int_equal(condition_holds(&condition, &facts), row->holds);
}

static const struct mistake_row {
    const char *says; /* the condition */
    size_t at;
    const char *about; /* a word of the advice */
} mistake_rows[] = {
    { "hour >", 6, "Go on" },
    { "(hour > 8", 9, "bracket" },
    { "hour > 8)", 8, "and, or" },
    { "hour 8", 5, "and, or" },
    { "hour", 0, "Compare" },
    { "hour and true", 0, "Compare" },
    { "true and hour", 9, "Compare" },
    { "not caller", 4, "Compare" },
    { "minutes > 3", 0, "fact" },
    { "Hour > 3", 0, "fact" },
    { "hour > \"8\"", 7, "number" },
    { "hour > 08:00", 7, "number" },
    { "time > 8", 7, "time" },
    { "time > 24:00", 7, "00:00" },
    { "time > 8:00", 7, "00:00" },
    { "date > 20261224", 7, "date" },
    { "date == 2026-02-29", 8, "date" },
    { "date == 2026-13-01", 8, "date" },
    { "date == 2026-00-10", 8, "date" },
    { "weekday == 4", 11, "day" },
    { "weekday == monday", 11, "fact" },
    { "caller == 34", 10, "text" },
    { "caller == \"34", 10, "quotation" },
    { "caller == \"3\\4\"", 10, "Within" },
    { "caller == \"3\t4\"", 10, "seen" },
    { "caller starts 34", 14, "text" },
    { "hour starts \"1\"", 0, "text" },
    { "hour in vip", 0, "text" },
    { "caller in", 9, "name" },
    { "caller in VIP", 10, "name" },
    { "hour in (8, )", 12, "fact" },
    { "hour in (8", 10, "bracket" },
    { "hour in ()", 9, "fact" },
    { "hour between 8", 14, "between" },
    { "hour between 8 or 9", 15, "between" },
    { "true < false", 0, "not a comparison" },
    { "(hour > 8) + 1 > 2", 0, "number" },
    { "1 + (hour > 8) > 2", 3, "number" },
    { "-caller == 1", 1, "number" },
    { "hour == 1234567890123456789", 8, "18 digits" },
    { "percent(101)", 8, "0 to 100" },
    { "percent(-1)", 8, "0 to 100" },
    { "percent(x)", 8, "0 to 100" },
    { "percent 3", 8, "(" },
    { "percent(99999999999999999999)", 8, "18 digits" },
    { "open", 4, "(" },
    { "open()", 5, "name" },
    { "open(madrid", 11, "bracket" },
    { "queue(support) < 5", 15, "queue" },
    { "queue(support).length < 5", 15, "queue" },
    { "data > 3", 5, "field" },
    { "data.Tier > 3", 5, "name" },
    { "hour == 8 # note", 10, "and, or" },
    { "hour = 8", 5, "and, or" },
    { "\xff", 0, "UTF-8" },
};

static void is_refused_there(void **state)
{
    const struct mistake_row *row = *state;
    struct condition condition = { .node_count = 7 };
    struct condition_mistake mistake = { 0, NULL };

    assert_int_equal(condition_parse(row->says, &condition, &mistake), -EINVAL);
    assert_non_null(mistake.says);
    if (!strstr(mistake.says, row->about))
        fail_msg("not about %s: %s", row->about, mistake.says);
    assert_int_equal(mistake.at, row->at);
    assert_int_equal(condition.node_count, 7);
}

/* So many of a text, then another. */
static char *repeated(size_t count, const char *text, const char *end)
{
    size_t length = strlen(text);
    char *all = test_malloc(count * length + strlen(end) + 1);

    for (size_t i = 0; i < count; i++)
        memcpy(all + i * length, text, length);
    memcpy(all + count * length, end, strlen(end) + 1);
    return all;
}

static const struct limit_row {
    const char *says;
    size_t count;
    const char *text;
    const char *end;
    const char *about;
} limit_rows[] = {
    { "100,000 brackets", 100000, "(", "true", "511" },
    { "17 brackets", 17, "(", "true", "flatter" },
    { "17 nots", 17, "not ", "true", "flatter" },
    { "17 signs", 17, "-", "1 == 1", "flatter" },
    { "97 parts", 48, "1+", "1 == 1", "96 parts" },
    { "512 bytes", 512, " ", "", "511" },
};

static void is_too_much(void **state)
{
    const struct limit_row *row = *state;
    struct condition condition;
    struct condition_mistake mistake = { 0, NULL };
    char *text = repeated(row->count, row->text, row->end);

    assert_int_equal(condition_parse(text, &condition, &mistake), -EINVAL);
    if (!strstr(mistake.says, row->about))
        fail_msg("not about %s: %s", row->about, mistake.says);
    test_free(text);
}

static void takes_what_just_fits(void **state)
{
    char sixteen[64];
    char *spaces = repeated(511, " ", "");
    char *parts = repeated(46, "1+", "1 == 1");
    struct condition condition;

    (void)state;
    snprintf(sixteen, sizeof(sixteen), "%s",
             "((((((((((((((((true))))))))))))))))");
    assert_int_equal(condition_parse(sixteen, &condition, NULL), 0);
    assert_int_equal(condition_parse(spaces, &condition, NULL), 0);
    assert_int_equal(condition_parse(parts, &condition, NULL), 0);
    assert_int_equal(condition.node_count, 95);
    test_free(parts);
    test_free(spaces);
}

static const struct print_row {
    const char *says;
    const char *printed; /* NULL: as it is */
} print_rows[] = {
    { "caller in vip and hour >= 8 and queue(support).waiting < 5", NULL },
    { "", "true" },
    { "((hour>8))", "hour > 8" },
    { "(true or false) or true", NULL },
    { "true or (false and true)", "true or false and true" },
    { "true and (false or true)", NULL },
    { "not (true and false)", NULL },
    { "not not true", NULL },
    { "not (hour == 3)", "not hour == 3" },
    { "10 - (3 - 2) == 9", NULL },
    { "(10 - 3) - 2 == 5", "10 - 3 - 2 == 5" },
    { "2 * (3 + 4) == -(1 + 2)", NULL },
    { "-2 * --3 == 6", NULL },
    { "(hour == 3) == true", NULL },
    { "caller==\"a\\\"b\\\\c\"", "caller == \"a\\\"b\\\\c\"" },
    { "hour in(1,2 ,3)", "hour in (1, 2, 3)" },
    { "hour between 1+1 and 9", "hour between 1 + 1 and 9" },
    { "time < 08:05 and date > 0999-01-02 and weekday == sun", NULL },
    { "percent(5) or open(es-2026) or data.a.b == \"x\"", NULL },
};

static void is_printed_so(void **state)
{
    const struct print_row *row = *state;
    struct condition condition;
    struct condition again;
    char text[600];

    assert_int_equal(condition_parse(row->says, &condition, NULL), 0);
    condition_print(&condition, condition.root, text, sizeof(text));
    assert_string_equal(text, row->printed ? row->printed : row->says);
    assert_int_equal(condition_parse(text, &again, NULL), 0);
    assert_true(condition_is_same(&condition, &again));
}

/* Random texts by the grammar: whatever can be read is printed alike. */

static uint32_t dice_state;

static unsigned dice(unsigned sides)
{
    dice_state = dice_state * 1664525u + 1013904223u;
    return (dice_state >> 16) % sides;
}

static void put(char *text, size_t size, const char *more)
{
    size_t used = strlen(text);

    snprintf(text + used, size - used, "%s", more);
}

static void put_number(char *text, size_t size, int depth)
{
    static const char *const leaves[] = { "hour", "7", "queue(a).free",
                                          "data.x", "minute" };
    static const char *const signs[] = { " + ", " - ", " * ", " / " };

    if (depth == 0 || dice(3) == 0) {
        put(text, size, leaves[dice(ARRAY_LEN(leaves))]);
        return;
    }

    bool has_brackets = dice(2);

    put(text, size, dice(4) ? "" : "-");
    put(text, size, has_brackets ? "(" : "");
    put_number(text, size, depth - 1);
    put(text, size, signs[dice(ARRAY_LEN(signs))]);
    put_number(text, size, depth - 1);
    put(text, size, has_brackets ? ")" : "");
}

static void put_truth(char *text, size_t size, int depth)
{
    static const char *const leaves[] = {
        "true",
        "open(x)",
        "caller in vip",
        "time > 08:00",
        "weekday in (mon, sun)",
        "caller starts \"+\\\"\"",
        "date between 2026-01-01 and 2026-02-28"
    };
    static const char *const signs[] = { " == ", " != ", " < ",
                                         " <= ", " > ",  " >= " };

    if (depth == 0) {
        put(text, size, leaves[dice(ARRAY_LEN(leaves))]);
    } else if (dice(3) == 0) {
        put_number(text, size, 2);
        put(text, size, signs[dice(ARRAY_LEN(signs))]);
        put_number(text, size, 2);
    } else if (dice(3) == 0) {
        put(text, size, "not (");
        put_truth(text, size, depth - 1);
        put(text, size, ")");
    } else {
        bool has_brackets = dice(2);

        put(text, size, has_brackets ? "(" : "");
        put_truth(text, size, depth - 1);
        put(text, size, dice(2) ? " and " : " or ");
        put_truth(text, size, depth - 1);
        put(text, size, has_brackets ? ")" : "");
    }
}

static void text_and_tree_are_one(void **state)
{
    unsigned read = 0;

    (void)state;
    for (dice_state = 1; read < 20000;) {
        char text[1200] = "";
        char printed[1200];
        struct condition condition;
        struct condition again;

        put_truth(text, sizeof(text), 3);
        if (condition_parse(text, &condition, NULL) != 0)
            continue; /* too long */
        read++;
        condition_print(&condition, condition.root, printed, sizeof(printed));
        if (condition_parse(printed, &again, NULL) != 0 ||
            !condition_is_same(&condition, &again))
            fail_msg("%s\nbecame\n%s", text, printed);
    }
}

static void different_trees_differ(void **state)
{
    static const char *const texts[] = {
        "hour == 1",
        "hour == 2",
        "minute == 1",
        "hour != 1",
        "true",
        "false",
        "caller == \"a\"",
        "caller == \"b\"",
        "open(a)",
        "open(b)",
        "hour in (1, 2)",
        "hour in (1, 2, 3)",
        "hour in (2, 1)",
        "percent(1)",
        "percent(2)",
        "caller in a",
        "caller in b",
        "time > 00:01",
    };
    struct condition a;
    struct condition b;

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(texts); i++)
        for (size_t j = 0; j < ARRAY_LEN(texts); j++) {
            assert_int_equal(condition_parse(texts[i], &a, NULL), 0);
            assert_int_equal(condition_parse(texts[j], &b, NULL), 0);
            assert_int_equal(condition_is_same(&a, &b), i == j);
        }
}

static void a_text_that_does_not_fit_is_cut(void **state)
{
    struct condition condition;
    char text[8];

    (void)state;
    assert_int_equal(condition_parse("hour == 12345", &condition, NULL), 0);
    assert_int_equal(condition_print(&condition, condition.root, text, 8), 13);
    assert_string_equal(text, "hour ==");
    assert_int_equal(condition_print(&condition, condition.root, NULL, 0), 13);
}

static const struct why_row {
    const char *says; /* the condition */
    const char *part; /* what settles it */
} why_rows[] = {
    { "caller in vip and hour < 8 and weekday == mon", "hour < 8" },
    { "hour < 8 or weekday == thu or true", "weekday == thu" },
    { "hour < 8 or weekday == mon", "hour < 8 or weekday == mon" },
    { "hour > 8 and open(madrid)", "hour > 8 and open(madrid)" },
    { "not (hour > 8 and caller in vip)", "hour > 8 and caller in vip" },
    { "not (hour < 8 or caller in vip)", "caller in vip" },
    { "true and not (not open(prague) or false)", "open(prague)" },
};

static void says_what_settled_it(void **state)
{
    const struct why_row *row = *state;
    struct condition condition;
    size_t node = 0;
    char text[600];

    assert_int_equal(condition_parse(row->says, &condition, NULL), 0);
    assert_int_equal(condition_explain(&condition, &facts, &node),
                     condition_holds(&condition, &facts));
    condition_print(&condition, node, text, sizeof(text));
    assert_string_equal(text, row->part);
}

static void what_was_asked_is_remembered(void **state)
{
    struct condition condition;
    struct value memo[3] = { { VALUE_ANY, 0, NULL },
                             { VALUE_ANY, 0, NULL },
                             { VALUE_ANY, 0, NULL } };
    int asked = 0;
    const struct facts counted = { ask, is_listed, &asked, memo };

    (void)state;
    assert_int_equal(condition_parse("hour > 8 and hour > 9 and minute == 1",
                                     &condition, NULL),
                     0);
    for (size_t i = 0; i < condition.node_count; i++)
        if (condition.nodes[i].kind == CONDITION_FACT)
            condition.nodes[i].memo =
                condition.nodes[i].fact == FACT_HOUR ? 1 : 2;
    assert_false(condition_holds(&condition, &counted));
    assert_false(condition_holds(&condition, &counted));
    assert_int_equal(asked, 2);
}

static void values_can_be_read(void **state)
{
    struct condition condition;
    struct condition_mistake mistake;
    struct value value;

    (void)state;
    assert_int_equal(condition_parse_value("hour * 2 + 1", &condition, NULL),
                     0);
    value = condition_value(&condition, condition.root, &facts);
    assert_int_equal(value.type, VALUE_NUMBER);
    assert_int_equal(value.number, 33);

    assert_int_equal(condition_parse_value("data.tier", &condition, NULL), 0);
    value = condition_value(&condition, condition.root, &facts);
    assert_int_equal(value.type, VALUE_TEXT);
    assert_string_equal(value.text, "gold");

    assert_int_equal(condition_parse_value("hour / 0", &condition, NULL), 0);
    value = condition_value(&condition, condition.root, &facts);
    assert_int_equal(value.type, VALUE_UNKNOWN);

    assert_int_equal(condition_parse_value("hour > 3", &condition, &mistake),
                     -EINVAL);
    assert_int_equal(condition_parse_value("", &condition, &mistake), -EINVAL);
}

static void numbers_are_read_whole(void **state)
{
    static const struct {
        const char *text;
        bool is_one;
        int64_t number;
    } rows[] = {
        { "0", true, 0 },
        { "-17", true, -17 },
        { "007", true, 7 },
        { "", false, 0 },
        { "-", false, 0 },
        { "+1", false, 0 },
        { "1 ", false, 0 },
        { "1e3", false, 0 },
        { "1.5", false, 0 },
        { "999999999999999999", true, INT64_C(999999999999999999) },
        { "1000000000000000000", false, 0 },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        int64_t number = 0;

        assert_int_equal(value_number_of(rows[i].text, &number),
                         rows[i].is_one);
        assert_int_equal(number, rows[i].number);
    }
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, holds_or_not, holds_rows);
    TEST_LIST_ADD_ROWS(&list, is_refused_there, mistake_rows);
    TEST_LIST_ADD_ROWS(&list, is_too_much, limit_rows);
    TEST_LIST_ADD_ROWS(&list, is_printed_so, print_rows);
    TEST_LIST_ADD_ROWS(&list, says_what_settled_it, why_rows);
    TEST_LIST_ADD(&list, takes_what_just_fits);
    TEST_LIST_ADD(&list, text_and_tree_are_one);
    TEST_LIST_ADD(&list, different_trees_differ);
    TEST_LIST_ADD(&list, a_text_that_does_not_fit_is_cut);
    TEST_LIST_ADD(&list, what_was_asked_is_remembered);
    TEST_LIST_ADD(&list, values_can_be_read);
    TEST_LIST_ADD(&list, numbers_are_read_whole);

    return test_list_run(&list);
}
