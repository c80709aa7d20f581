/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is taken out of another machine's answer. */

#include "wire/lookup_answer.h"

#include <errno.h>
#include <string.h>

#include "tests/test.h"

static const struct answer_row {
    const char *says;
    const char *wanted;
    const char *json;
    int count;
    const char *values;
} answer_rows[] = {
    { "a text", "a=a", "{\"a\":\"gold\"}", 1, "a=gold\n" },
    { "a text within", "a=b.c", "{\"b\":{\"c\":\"x\"}}", 1, "a=x\n" },
    { "one of a list", "a=b[1].c", "{\"b\":[1,{\"c\":\"x\"}]}", 1, "a=x\n" },
    { "an answer that is a list", "a=[0].c", "[{\"c\":\"x\"}]", 1, "a=x\n" },
    { "a whole number", "a=a", "{\"a\":-42}", 1, "a=-42\n" },
    { "a decimal", "a=a", "{\"a\":12.5}", 1, "a=12.5\n" },
    { "true and false", "a=a b=b", "{\"a\":true,\"b\":false}", 2,
      "a=true\nb=false\n" },
    { "null is not there", "a=a", "{\"a\":null}", 0, "" },
    { "nor is an object", "a=a", "{\"a\":{}}", 0, "" },
    { "nor a list", "a=a", "{\"a\":[1]}", 0, "" },
    { "what is missing is left out", "a=a b=b", "{\"b\":1}", 1, "b=1\n" },
    { "a place beyond the end", "a=a[7]", "{\"a\":[1]}", 0, "" },
    { "a key of a text", "a=a.b", "{\"a\":\"x\"}", 0, "" },
    { "a line break is a blank", "a=a", "{\"a\":\"x\\nb=y\"}", 1, "a=x b=y\n" },
    { "what steers a terminal does not", "a=a", "{\"a\":\"\\u001b[2Jx\"}", 1,
      "a=\xc2\xb7[2Jx\n" },
    { "no JSON", "a=a", "<html>", -EBADMSG, "" },
    { "nothing", "a=a", "", -EBADMSG, "" },
    { "JSON and more", "a=a", "{\"a\":1} x", -EBADMSG, "" },
    { "no UTF-8", "a=a", "{\"a\":\"\xff\"}", -EBADMSG, "" },
};

static void answers(void **state)
{
    const struct answer_row *row = *state;
    struct lookup_values wanted;
    struct note values = { "" };

    assert_true(lookup_values_read(row->wanted, &wanted));
    assert_int_equal(
        lookup_answer_read(row->json, strlen(row->json), &wanted, &values),
        row->count);
    assert_string_equal(values.text, row->values);
}

static void a_deep_answer_is_refused(void **state)
{
    static char json[100000];
    struct lookup_values wanted;
    struct note values;

    (void)state;
    memset(json, '[', sizeof(json) / 2);
    memset(json + sizeof(json) / 2, ']', sizeof(json) / 2);
    assert_true(lookup_values_read("a=[0]", &wanted));
    assert_int_equal(lookup_answer_read(json, sizeof(json), &wanted, &values),
                     -EBADMSG);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, answers, answer_rows);
    TEST_LIST_ADD(&list, a_deep_answer_is_refused);
    return test_list_run(&list);
}
