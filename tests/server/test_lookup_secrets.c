/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The secrets of lookups, and the headers that they are sent in. */

#include "server/lookup_secrets.h"

#include <errno.h>
#include <string.h>

#include "tests/test.h"

static struct event_lookup_set lookup_of(uint64_t id)
{
    return (struct event_lookup_set){ .id = id, .secret_header = { "X-Key" } };
}

static void set(struct lookup_secrets *secrets, uint64_t id, const char *text)
{
    assert_int_equal(lookup_secrets_set(secrets, id, text, strlen(text)), 0);
}

static void assert_header(const struct lookup_secrets *secrets, uint64_t id,
                          const char *header)
{
    const struct event_lookup_set lookup = lookup_of(id);
    char line[LOOKUP_SECRET_LINE_SIZE] = "";

    assert_int_equal(lookup_secrets_header(secrets, &lookup, line),
                     strlen(header));
    assert_string_equal(line, header);
}

static void each_lookup_sends_its_own(void **state)
{
    (void)state;
    struct lookup_secrets secrets = { .count = 0 };

    set(&secrets, 7, "open");
    set(&secrets, 3, "sesame");
    assert_header(&secrets, 7, "X-Key: open");
    assert_header(&secrets, 3, "X-Key: sesame");
    assert_header(&secrets, 4, "");
    lookup_secrets_done(&secrets);
}

static void another_one_takes_its_place(void **state)
{
    (void)state;
    struct lookup_secrets secrets = { .count = 0 };

    set(&secrets, 7, "a long one");
    set(&secrets, 7, "short");
    assert_header(&secrets, 7, "X-Key: short");
    set(&secrets, 7, "");
    assert_header(&secrets, 7, "");
    assert_int_equal(secrets.count, 1);
    lookup_secrets_done(&secrets);
}

static void forgotten_it_is_not_sent(void **state)
{
    (void)state;
    struct lookup_secrets secrets = { .count = 0 };

    set(&secrets, 1, "one");
    set(&secrets, 2, "two");
    set(&secrets, 3, "three");
    lookup_secrets_forget(&secrets, 1);
    lookup_secrets_forget(&secrets, 9);
    assert_header(&secrets, 1, "");
    assert_header(&secrets, 2, "X-Key: two");
    assert_header(&secrets, 3, "X-Key: three");
    lookup_secrets_done(&secrets);
    assert_header(&secrets, 2, "");
}

static void what_would_be_two_headers_is_not_sent(void **state)
{
    (void)state;
    const struct event_lookup_set lookup = lookup_of(7);
    struct lookup_secrets secrets = { .count = 0 };
    char line[LOOKUP_SECRET_LINE_SIZE] = "";

    set(&secrets, 7, "open\r\nHost: else");
    assert_int_equal(lookup_secrets_header(&secrets, &lookup, line), -EACCES);
    assert_string_equal(line, "");
    lookup_secrets_done(&secrets);
}

static void the_longest_is_sent_whole(void **state)
{
    (void)state;
    struct event_lookup_set lookup = lookup_of(7);
    struct lookup_secrets secrets = { .count = 0 };
    char text[LOOKUP_SECRET_SIZE + 1] = "";
    char line[LOOKUP_SECRET_LINE_SIZE];

    memset(text, 'x', LOOKUP_SECRET_SIZE - 1);
    memset(lookup.secret_header.text, 'h',
           sizeof(lookup.secret_header.text) - 1);
    set(&secrets, 7, text);
    int length = lookup_secrets_header(&secrets, &lookup, line);
    assert_int_equal(length, strlen(line));
    assert_string_equal(strstr(line, ": ") + 2, text);

    text[LOOKUP_SECRET_SIZE - 1] = 'x';
    assert_int_equal(lookup_secrets_set(&secrets, 7, text, strlen(text)),
                     -EMSGSIZE);
    assert_int_equal(lookup_secrets_set(&secrets, 8, text, strlen(text)),
                     -EMSGSIZE);
    assert_int_equal(secrets.count, 1);
    assert_int_equal(lookup_secrets_header(&secrets, &lookup, line), length);
    lookup_secrets_done(&secrets);
}

static void there_is_a_bound(void **state)
{
    (void)state;
    struct lookup_secrets secrets = { .count = 0 };

    for (uint64_t id = 1; id <= LOOKUP_SECRETS_MAX; id++)
        set(&secrets, id, "x");
    assert_int_equal(
        lookup_secrets_set(&secrets, LOOKUP_SECRETS_MAX + 1, "x", 1), -ENOBUFS);
    set(&secrets, 5, "another");
    assert_header(&secrets, 5, "X-Key: another");
    lookup_secrets_done(&secrets);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_lookup_sends_its_own),
        cmocka_unit_test(another_one_takes_its_place),
        cmocka_unit_test(forgotten_it_is_not_sent),
        cmocka_unit_test(what_would_be_two_headers_is_not_sent),
        cmocka_unit_test(the_longest_is_sent_whole),
        cmocka_unit_test(there_is_a_bound),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
