/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The front door for JSON lets in one well-formed object and nothing else. */

#include "wire/value.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "tests/test.h"

static const struct refusal_row {
    const char *says;
    const char *text;
    enum mistake_code code;
} refusal_rows[] = {
    { "nothing", "", MISTAKE_NOT_JSON },
    { "a space", " ", MISTAKE_NOT_JSON },
    { "a list", "[1]", MISTAKE_NOT_OBJECT },
    { "a text", "\"{}\"", MISTAKE_NOT_OBJECT },
    { "null", "null", MISTAKE_NOT_OBJECT },
    { "a number", "1", MISTAKE_NOT_OBJECT },
    { "an object that does not end", "{\"a\":1", MISTAKE_NOT_JSON },
    { "something behind the object", "{} {}", MISTAKE_NOT_JSON },
    { "a comma too much", "{\"a\":1,}", MISTAKE_NOT_JSON },
    { "single quotes", "{'a':1}", MISTAKE_NOT_JSON },
    { "a comment", "{/**/}", MISTAKE_NOT_JSON },
    { "a key twice", "{\"a\":1,\"a\":1}", MISTAKE_DUPLICATE_KEY },
    { "a key twice, once escaped", "{\"a\":1,\"\\u0061\":1}",
      MISTAKE_DUPLICATE_KEY },
    { "a key twice further inside", "{\"b\":[{\"a\":1,\"a\":2}]}",
      MISTAKE_DUPLICATE_KEY },
    { "an escaped NUL", "{\"a\":\"x\\u0000y\"}", MISTAKE_NOT_JSON },
    { "an escaped NUL in a key", "{\"\\u0000\":1}", MISTAKE_NOT_JSON },
    { "a lone high surrogate", "{\"a\":\"\\ud800\"}", MISTAKE_NOT_JSON },
    { "a lone low surrogate", "{\"a\":\"\\udc00\"}", MISTAKE_NOT_JSON },
    { "surrogates in the wrong order", "{\"a\":\"\\udc00\\ud800\"}",
      MISTAKE_NOT_JSON },
    { "what is no UTF-8", "{\"a\":\"\xff\"}", MISTAKE_NOT_JSON },
    { "UTF-8 that is longer than needed", "{\"a\":\"\xc0\xaf\"}",
      MISTAKE_NOT_JSON },
    { "a raw line feed in a text", "{\"a\":\"x\ny\"}", MISTAKE_NOT_JSON },
    { "an integer beyond 64 bits", "{\"a\":9223372036854775808}",
      MISTAKE_OUT_OF_RANGE },
    { "a real beyond all bounds", "{\"a\":1e400}", MISTAKE_OUT_OF_RANGE },
    { "a leading zero", "{\"a\":01}", MISTAKE_NOT_JSON },
    { "NaN", "{\"a\":NaN}", MISTAKE_NOT_JSON },
    { "a byte order mark", "\xef\xbb\xbf{}", MISTAKE_NOT_JSON },
};

static void is_refused(void **state)
{
    const struct refusal_row *row = *state;
    struct json_t *object = NULL;
    struct mistake mistake = { .code = MISTAKE_NONE };

    assert_int_equal(
        value_parse(row->text, strlen(row->text), 1000, &object, &mistake),
        -EBADMSG);
    assert_null(object);
    assert_int_equal(mistake.code, row->code);
    assert_int_equal(mistake_status(mistake.code),
                     row->code == MISTAKE_OUT_OF_RANGE ? 422 : 400);
    assert_non_null(mistake.text);
}

static char *nested(size_t levels)
{
    char *text = malloc(2 * levels + 6);

    memcpy(text, "{\"a\":", 5);
    memset(text + 5, '[', levels);
    memset(text + 5 + levels, ']', levels);
    text[5 + 2 * levels] = '}';
    return text;
}

static int parse_nested(size_t levels, struct mistake *ret_mistake)
{
    char *text = nested(levels);
    struct json_t *object = NULL;
    int rc = value_parse(text, 2 * levels + 6, VALUE_MAX_LENGTH, &object,
                         ret_mistake);

    (void)value_free(object);
    free(text);
    return rc;
}

static void thirty_two_levels_are_the_limit(void **state)
{
    struct mistake mistake = { .code = MISTAKE_NONE };

    (void)state;
    assert_int_equal(parse_nested(31, &mistake), 0);
    assert_int_equal(parse_nested(32, &mistake), -EBADMSG);
    assert_int_equal(mistake.code, MISTAKE_TOO_DEEP);
    assert_int_equal(mistake.max, 32);
    assert_int_equal(parse_nested(400000, &mistake), -EBADMSG);
    assert_int_equal(mistake.code, MISTAKE_TOO_DEEP);
}

static void brackets_in_texts_are_no_levels(void **state)
{
    static const char text[] = "{\"a\":\"\\\"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
                               "[[[[[[[[[[{{{{{{{{{{{{{{{{{{{{{{\"}";
    struct json_t *object = NULL;

    (void)state;
    assert_int_equal(
        value_parse(text, strlen(text), VALUE_MAX_LENGTH, &object, NULL), 0);
    (void)value_free(object);
}

static void a_byte_too_many_is_too_large(void **state)
{
    struct json_t *object = NULL;
    struct mistake mistake = { .code = MISTAKE_NONE };

    (void)state;
    assert_int_equal(value_parse("{}   ", 5, 4, &object, &mistake), -EBADMSG);
    assert_int_equal(mistake.code, MISTAKE_TOO_LARGE);
    assert_int_equal(mistake_status(mistake.code), 413);
    assert_int_equal(value_parse("{}   ", 4, 4, &object, &mistake), 0);
    (void)value_free(object);
}

static void a_raw_nul_is_refused(void **state)
{
    struct json_t *object = NULL;

    (void)state;
    assert_int_equal(value_parse("{}\0", 3, 10, &object, NULL), -EBADMSG);
    assert_int_equal(value_parse("{\"a\":\"\0\"}", 9, 10, &object, NULL),
                     -EBADMSG);
}

static void a_mistake_says_where_it_is(void **state)
{
    struct json_t *object = NULL;
    struct mistake mistake = { .line = 0 };
    static const char text[] = "{\n \"a\": tru\n}";

    (void)state;
    assert_int_equal(value_parse(text, strlen(text), 100, &object, &mistake),
                     -EBADMSG);
    assert_int_equal(mistake.line, 2);
    assert_in_range(mistake.column, 5, 12);
}

static void what_is_built_is_printed_in_its_order(void **state)
{
    struct json_t *object = value_object();
    struct json_t *list = value_list();

    (void)state;
    assert_int_equal(value_append(list, value_integer(INT64_MIN)), 0);
    assert_int_equal(value_append(list, value_null()), 0);
    assert_int_equal(value_set_text(object, "z", "\xc5\x99\"\x1b"), 0);
    assert_int_equal(value_set_flag(object, "a", true), 0);
    assert_int_equal(value_set(object, "m", list), 0);

    char *text = value_print(object, VALUE_COMPACT);

    assert_string_equal(text, "{\"z\":\"\xc5\x99\\\"\\u001B\",\"a\":true,"
                              "\"m\":[-9223372036854775808,null]}");
    free(text);
    (void)value_free(object);
}

static void putting_nothing_is_a_failure_that_is_seen(void **state)
{
    struct json_t *object = value_object();

    (void)state;
    assert_int_equal(value_set(object, "a", NULL), -ENOMEM);
    assert_int_equal(value_set(NULL, "a", value_integer(1)), -ENOMEM);
    assert_int_equal(value_append(NULL, value_integer(1)), -ENOMEM);
    assert_int_equal(value_set_text(object, "a", "\xff"), -ENOMEM);
    assert_int_equal(value_count(object), 0);
    assert_null(value_print(NULL, VALUE_COMPACT));
    (void)value_free(object);
}

static void looking_at_nothing_finds_nothing(void **state)
{
    int64_t number = 7;
    bool flag = true;

    (void)state;
    assert_null(value_get(NULL, "a"));
    assert_null(value_get_text(NULL, "a"));
    assert_int_equal(value_get_integer(NULL, "a", 5), 5);
    assert_false(value_get_flag(NULL, "a"));
    assert_int_equal(value_count(NULL), 0);
    assert_null(value_at(NULL, 0));
    assert_null(value_as_text(NULL));
    assert_int_equal(value_as_integer(NULL, &number), -EINVAL);
    assert_int_equal(value_as_flag(NULL, &flag), -EINVAL);
    assert_int_equal(number, 7);
    assert_false(value_is_object(NULL) || value_is_list(NULL) ||
                 value_is_null(NULL));
}

static void a_place_from_outside_is_made_harmless(void **state)
{
    struct mistake mistake = { .code = MISTAKE_NONE };
    char key[400];

    (void)state;
    memset(key, 'k', sizeof(key));
    key[0] = '\x1b';
    key[sizeof(key) - 1] = '\0';
    mistake_note(&mistake, MISTAKE_UNKNOWN_FIELD, key);
    assert_int_equal(strlen(mistake.place), MISTAKE_PLACE_SIZE - 1);
    assert_int_equal(mistake.place[0], '?');

    mistake_note(&mistake, MISTAKE_WRONG_TYPE, "next");
    mistake_put_before(&mistake, "nodes[3]");
    assert_string_equal(mistake.place, "nodes[3].next");
    mistake_put_before(&mistake, "flow");
    assert_string_equal(mistake.place, "flow.nodes[3].next");
    mistake_put_before(NULL, "flow");
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, is_refused, refusal_rows);
    TEST_LIST_ADD(&list, thirty_two_levels_are_the_limit);
    TEST_LIST_ADD(&list, brackets_in_texts_are_no_levels);
    TEST_LIST_ADD(&list, a_byte_too_many_is_too_large);
    TEST_LIST_ADD(&list, a_raw_nul_is_refused);
    TEST_LIST_ADD(&list, a_mistake_says_where_it_is);
    TEST_LIST_ADD(&list, what_is_built_is_printed_in_its_order);
    TEST_LIST_ADD(&list, putting_nothing_is_a_failure_that_is_seen);
    TEST_LIST_ADD(&list, looking_at_nothing_finds_nothing);
    TEST_LIST_ADD(&list, a_place_from_outside_is_made_harmless);
    return test_list_run(&list);
}
