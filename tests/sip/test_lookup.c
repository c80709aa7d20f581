/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names and questions: what is refused before anybody is asked, and memory. */

#include "sip/lookup.h"

#include <errno.h>
#include <string.h>

#include "tests/failing_alloc.h"
#include "tests/test.h"

#define TEN      "abcdefghij"
#define LABEL_63 TEN TEN TEN TEN TEN TEN "abc"
#define NAME_253                                                               \
    LABEL_63 "." LABEL_63 "." LABEL_63 "." TEN TEN TEN TEN TEN TEN "a"

static const struct name_row {
    const char *says;
    const char *name;
    bool is_name;
} name_rows[] = {
    { "labels with dots between", "sip.example.com", true },
    { "one label", "pbx", true },
    { "digits and hyphens within", "a-1.1b.c-d", true },
    { "any case", "SIP.Example.COM", true },
    { "a label of 63", LABEL_63, true },
    { "a label of 64", LABEL_63 "d", false },
    { "a name of 253", NAME_253, true },
    { "a name of 254", NAME_253 "b", false },
    { "nothing", "", false },
    { "a dot at the beginning", ".a", false },
    { "a dot at the end", "a.", false },
    { "two dots", "a..b", false },
    { "a hyphen at the beginning", "-a.b", false },
    { "a hyphen at the end of a label", "a-.b", false },
    { "a hyphen at the end", "a-", false },
    { "an underscore", "_sip.a", false },
    { "a blank", "a b", false },
    { "a star", "*.a", false },
    { "an address", "192.0.2.1", false },
    { "a last label of digits", "a.1", false },
    { "UTF-8", "\xc5\x99.cz", false },
};

static void is_name(void **state)
{
    const struct name_row *row = *state;
    struct pl name;

    pl_set_str(&name, row->name);
    assert_int_equal(lookup_is_name(&name), row->is_name);
}

static void answered(int rc, struct list *answers, void *arg)
{
    (void)rc;
    (void)answers;
    (void)arg;
    fail();
}

static void done(int rc, const struct lookup_result *result, void *arg)
{
    (void)rc;
    (void)result;
    (void)arg;
    fail();
}

static struct loop *loop_of(void)
{
    struct loop_settings settings = { .max_fds = 1024 };
    struct loop *loop = NULL;

    assert_int_equal(loop_new(&settings, &loop), 0);
    return loop;
}

static struct question_servers one_server(void)
{
    struct question_servers servers = { .count = 1 };

    assert_int_equal(sa_set_str(&servers.addresses[0], "127.0.0.1", 53), 0);
    return servers;
}

static void a_question_needs_a_name_and_a_server(void **state)
{
    (void)state;
    struct loop *loop = loop_of();
    struct question_servers servers = one_server();
    struct question *question = NULL;

    assert_int_equal(
        question_ask(loop, &servers, "", DNS_TYPE_A, answered, NULL, &question),
        -EINVAL);
    assert_int_equal(question_ask(loop, &servers, NAME_253 "b", DNS_TYPE_A,
                                  answered, NULL, &question),
                     -EINVAL);
    servers.count = 0;
    assert_int_equal(question_ask(loop, &servers, "a.b", DNS_TYPE_A, answered,
                                  NULL, &question),
                     -EINVAL);
    servers.count = QUESTION_MAX_SERVERS + 1;
    assert_int_equal(question_ask(loop, &servers, "a.b", DNS_TYPE_A, answered,
                                  NULL, &question),
                     -EINVAL);
    assert_null(question);
    loop_free(loop);
}

static void a_lookup_needs_a_name_and_a_family(void **state)
{
    (void)state;
    struct loop *loop = loop_of();
    struct question_servers servers = one_server();
    struct lookup *lookup = NULL;
    struct lookup_name name = { .host = "a_b", .has_ipv4 = true };

    assert_int_equal(lookup_begin(loop, &servers, &name, done, NULL, &lookup),
                     -EINVAL);
    name = (struct lookup_name){ .host = "a.b" };
    assert_int_equal(lookup_begin(loop, &servers, &name, done, NULL, &lookup),
                     -EINVAL);
    assert_null(lookup);
    loop_free(loop);
}

/* Nobody is told of what is given up, and nothing is left of it. */
static void each_allocation_may_fail(void **state)
{
    (void)state;
    struct loop *loop = loop_of();
    struct question_servers servers = one_server();
    struct lookup *lookup = NULL;
    struct lookup_name name = { .host = "a.b", .has_ipv4 = true };
    int before = live_blocks();
    int rc = -ENOMEM;

    for (int successes = 0; rc == -ENOMEM && successes < 10; successes++) {
        fail_alloc_after(successes);
        rc = lookup_begin(loop, &servers, &name, done, NULL, &lookup);
        fail_alloc_after(FAIL_NO_ALLOC);
        assert_true(rc == 0 || (rc == -ENOMEM && !lookup));
        assert_true(rc == 0 || live_blocks() == before);
    }
    assert_int_equal(rc, 0);
    assert_null(lookup_free(lookup));
    assert_null(lookup_free(NULL));
    assert_null(question_free(NULL));
    assert_int_equal(live_blocks(), before);
    loop_free(loop);
}

int main(void)
{
    struct test_list list = { .count = 0 };

    TEST_LIST_ADD_ROWS(&list, is_name, name_rows);
    TEST_LIST_ADD(&list, a_question_needs_a_name_and_a_server);
    TEST_LIST_ADD(&list, a_lookup_needs_a_name_and_a_family);
    TEST_LIST_ADD(&list, each_allocation_may_fail);
    return test_list_run(&list);
}
