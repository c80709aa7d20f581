/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Traces are bounded in all and per contact, and end when they are due. */

#include "base/trace.h"

#include <errno.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>

#include "tests/failing_alloc.h"
#include "tests/test.h"

enum { SECOND = 1000000, MESSAGE = 500 };

static const struct trace_settings usual = {
    .max_bytes = 1024 * 1024,
    .keep_us = 10 * SECOND,
    .keep_failed_us = 100 * SECOND,
};

static struct trace *make(const struct trace_settings *settings)
{
    struct trace *trace = NULL;

    assert_int_equal(trace_new(settings, &trace), 0);
    return trace;
}

static void say(struct trace *trace, const char *dialog, bool begins,
                const char *words, int64_t at_us)
{
    const struct trace_entry entry = {
        .kind = TRACE_MESSAGE,
        .at_us = at_us,
        .length = (uint32_t)strlen(words),
    };

    trace_add_message(trace, dialog, strlen(dialog), begins, false, &entry,
                      words);
}

static void bind_to(struct trace *trace, const char *dialog, uint64_t contact)
{
    trace_bind(trace, dialog, strlen(dialog), contact, 0);
}

static bool has(struct trace *trace, uint64_t contact)
{
    struct trace_copy copy;
    int rc = trace_read(trace, contact, &copy);

    if (rc == 0)
        trace_copy_done(&copy);
    return rc == 0;
}

static size_t bytes_of(struct trace *trace)
{
    struct trace_figures figures;

    trace_figures(trace, &figures);
    return figures.bytes;
}

static void what_came_before_the_contact_is_its_own(void **state)
{
    (void)state;
    struct trace *trace = make(&usual);
    struct trace_copy copy;

    say(trace, "a", true, "INVITE", 1);
    say(trace, "a", false, "100", 2);
    assert_false(has(trace, 7));
    bind_to(trace, "a", 7);
    say(trace, "a", false, "200", 3);

    assert_int_equal(trace_read(trace, 7, &copy), 0);
    assert_int_equal(copy.count, 3);
    assert_memory_equal(copy.bytes, "INVITE100200", 12);
    assert_int_equal(copy.entries[1].offset, 6);
    assert_int_equal(copy.entries[2].party, 1);
    trace_copy_done(&copy);
    trace_free(trace);
}

static void a_dialog_known_before_its_messages_is_another_party(void **state)
{
    (void)state;
    struct trace *trace = make(&usual);
    struct trace_copy copy;

    say(trace, "a", true, "INVITE", 1);
    bind_to(trace, "a", 7);
    bind_to(trace, "b", 7);
    say(trace, "b", true, "INVITE", 2);
    say(trace, "c", true, "INVITE", 3);
    bind_to(trace, "c", 7);

    assert_int_equal(trace_read(trace, 7, &copy), 0);
    assert_int_equal(copy.count, 3);
    assert_int_equal(copy.entries[1].party, 2);
    assert_int_equal(copy.entries[2].party, 3);
    trace_copy_done(&copy);
    trace_free(trace);
}

static void a_contact_never_gets_the_messages_of_another(void **state)
{
    (void)state;
    struct trace *trace = make(&usual);
    struct trace_copy copy;

    say(trace, "a", true, "one", 1);
    bind_to(trace, "a", 7);
    bind_to(trace, "a", 8); /* a stranger may choose any Call-ID */
    say(trace, "a", false, "two", 2);

    assert_int_equal(trace_read(trace, 8, &copy), 0);
    assert_int_equal(copy.count, 0);
    trace_copy_done(&copy);
    assert_int_equal(trace_read(trace, 7, &copy), 0);
    assert_int_equal(copy.count, 2);
    trace_copy_done(&copy);
    trace_free(trace);
}

static void only_the_beginning_of_a_dialog_begins_one(void **state)
{
    (void)state;
    struct trace *trace = make(&usual);

    say(trace, "a", false, "200", 1);
    say(trace, "", true, "INVITE", 1);
    assert_int_equal(bytes_of(trace), 0);
    trace_free(trace);
}

static void the_oldest_of_a_long_contact_go(void **state)
{
    (void)state;
    struct trace *trace = make(&usual);
    struct trace_copy copy;
    char words[MESSAGE];
    size_t kept = 0;

    bind_to(trace, "a", 7);
    for (int i = 0; i < 1000; i++) {
        memset(words, '.', sizeof(words));
        snprintf(words, sizeof(words), "%d", i);
        words[strlen(words)] = '.';
        words[sizeof(words) - 1] = '\0';
        say(trace, "a", true, words, i);
    }

    assert_int_equal(trace_read(trace, 7, &copy), 0);
    for (size_t i = 0; i < copy.count; i++)
        kept += copy.entries[i].kept;
    assert_true(kept <= TRACE_CONTACT_MAX);
    assert_true(kept > TRACE_CONTACT_MAX / 2);
    assert_int_equal(copy.dropped + copy.count, 1000);
    assert_memory_equal(copy.bytes + copy.entries[copy.count - 1].offset,
                        "999.", 4);
    trace_copy_done(&copy);
    trace_free(trace);
}

static void a_long_message_is_cut_and_says_how_long_it_was(void **state)
{
    (void)state;
    struct trace *trace = make(&usual);
    struct trace_copy copy;
    static char words[3 * TRACE_MESSAGE_MAX];

    memset(words, 'x', sizeof(words) - 1);
    bind_to(trace, "a", 7);
    say(trace, "a", true, words, 1);
    assert_int_equal(trace_read(trace, 7, &copy), 0);
    assert_int_equal(copy.entries[0].length, sizeof(words) - 1);
    assert_int_equal(copy.entries[0].kept, TRACE_MESSAGE_MAX);
    trace_copy_done(&copy);
    trace_free(trace);
}

static void a_contact_has_so_many_dialogs_and_no_more(void **state)
{
    (void)state;
    struct trace *trace = make(&usual);
    struct trace_copy copy;
    char name[16];

    for (int i = 0; i < 100; i++) {
        snprintf(name, sizeof(name), "d%d", i);
        say(trace, name, true, "INVITE", i);
        bind_to(trace, name, 7);
    }
    assert_int_equal(trace_read(trace, 7, &copy), 0);
    assert_int_equal(copy.count, TRACE_DIALOGS_MAX);
    trace_copy_done(&copy);
    trace_free(trace);
}

static void memory_is_bounded_and_failures_stay_longest(void **state)
{
    (void)state;
    const struct trace_settings small = { 200 * 1024, 1000 * SECOND,
                                          1000 * SECOND };
    struct trace *trace = make(&small);
    char words[MESSAGE], name[16];
    struct trace_figures figures;

    memset(words, '.', sizeof(words) - 1);
    words[sizeof(words) - 1] = '\0';
    for (uint64_t contact = 1; contact <= 2000; contact++) {
        snprintf(name, sizeof(name), "d%d", (int)contact);
        bind_to(trace, name, contact);
        for (int i = 0; i < 5; i++)
            say(trace, name, true, words, i);
        trace_end(trace, contact, contact == 3, 0);
        assert_true(bytes_of(trace) <= small.max_bytes);
    }
    assert_true(has(trace, 3));
    assert_true(has(trace, 2000));
    assert_false(has(trace, 2));
    assert_false(has(trace, 4));
    trace_figures(trace, &figures);
    assert_true(figures.contacts < 100);
    assert_true(figures.dropped > 5000);
    trace_free(trace);
}

static void even_live_contacts_are_bounded(void **state)
{
    (void)state;
    const struct trace_settings small = { 100 * 1024, SECOND, SECOND };
    struct trace *trace = make(&small);
    char name[16];

    for (uint64_t contact = 1; contact <= 5000; contact++) {
        snprintf(name, sizeof(name), "d%d", (int)contact);
        bind_to(trace, name, contact);
        say(trace, name, true, "INVITE", 0);
        assert_true(bytes_of(trace) <= small.max_bytes);
    }
    assert_true(has(trace, 5000));
    trace_free(trace);
}

static void strangers_push_out_nobody(void **state)
{
    (void)state;
    struct trace *trace = make(&usual);
    char name[16];

    bind_to(trace, "a", 7);
    say(trace, "a", true, "INVITE", 0);
    trace_end(trace, 7, false, 0);
    for (int i = 0; i < 20000; i++) {
        snprintf(name, sizeof(name), "s%d", i);
        say(trace, name, true, "INVITE", 0);
    }
    assert_true(has(trace, 7));
    assert_true(bytes_of(trace) < usual.max_bytes / 8 + 4096);
    trace_free(trace);
}

static void it_is_there_for_a_while_after_the_end(void **state)
{
    (void)state;
    struct trace *trace = make(&usual);

    bind_to(trace, "good", 1);
    bind_to(trace, "bad", 2);
    bind_to(trace, "live", 3);
    say(trace, "stranger", true, "INVITE", 0);
    trace_end(trace, 1, false, 5 * SECOND);
    trace_end(trace, 2, true, 5 * SECOND);

    trace_expire(trace, 14 * SECOND);
    assert_true(has(trace, 1));
    trace_expire(trace, 15 * SECOND);
    assert_false(has(trace, 1));
    assert_true(has(trace, 2));
    trace_expire(trace, 200 * SECOND);
    assert_false(has(trace, 2));
    assert_true(has(trace, 3));
    trace_end(trace, 3, false, 300 * SECOND);
    trace_expire(trace, 400 * SECOND);
    assert_int_equal(bytes_of(trace), 0);
    trace_free(trace);
}

static void what_is_forgotten_is_gone_at_once(void **state)
{
    struct trace *trace = NULL;

    (void)state;
    assert_int_equal(
        trace_new(&(struct trace_settings){ 1 << 20, SECOND, SECOND }, &trace),
        0);
    say(trace, "a", true, "INVITE one", 0);
    bind_to(trace, "a", 1);
    say(trace, "b", true, "INVITE two", 0);
    bind_to(trace, "b", 2);
    trace_end(trace, 1, false, 0);
    trace_forget(trace, 1);
    trace_forget(trace, 4711);
    assert_false(has(trace, 1));
    assert_true(has(trace, 2));
    say(trace, "a", false, "BYE one", 0);
    assert_false(has(trace, 1));
    trace_forget(trace, 2);
    assert_int_equal(bytes_of(trace), 0);
    trace_free(trace);
}

static void a_refusal_makes_it_a_failure(void **state)
{
    (void)state;
    struct trace *trace = make(&usual);
    const struct trace_entry entry = { .length = 3 };

    bind_to(trace, "a", 1);
    trace_add_message(trace, "a", 1, false, true, &entry, "500");
    trace_end(trace, 1, false, 0);
    trace_expire(trace, 50 * SECOND);
    assert_true(has(trace, 1));
    trace_free(trace);
}

static void no_room_means_nothing_is_kept(void **state)
{
    (void)state;
    const struct trace_settings none = { 0 };
    struct trace *trace = make(&none);
    const struct trace_entry entry = { .kind = TRACE_EFFECT };

    bind_to(trace, "a", 7);
    say(trace, "a", true, "INVITE", 0);
    trace_add_effect(trace, 7, &entry);
    trace_end(trace, 7, true, 0);
    assert_false(has(trace, 7));
    assert_int_equal(bytes_of(trace), 0);
    trace_free(trace);
}

static void out_of_memory_loses_entries_alone(void **state)
{
    (void)state;

    for (int failing = 0; failing < 12; failing++) {
        struct trace *trace = make(&usual);
        struct trace_copy copy;

        fail_alloc_after(failing);
        say(trace, "a", true, "INVITE", 0);
        bind_to(trace, "a", 7);
        bind_to(trace, "b", 7);
        say(trace, "b", true, "INVITE", 0);
        if (trace_read(trace, 7, &copy) == 0)
            trace_copy_done(&copy);
        fail_alloc_after(FAIL_NO_ALLOC);
        trace_free(trace);
    }
}

static void addresses_are_kept_as_they_are(void **state)
{
    (void)state;
    struct sockaddr_in v4 = { .sin_family = AF_INET, .sin_port = htons(5060) };
    struct sockaddr_in6 v6 = { .sin6_family = AF_INET6,
                               .sin6_port = htons(5061),
                               .sin6_addr = IN6ADDR_LOOPBACK_INIT };
    struct trace_address address;

    v4.sin_addr.s_addr = htonl(0xc0000207);
    trace_address_set(&address, (struct sockaddr *)&v4);
    assert_memory_equal(address.bytes, "\xc0\x00\x02\x07", 4);
    assert_int_equal(address.port, 5060);
    assert_false(address.is_v6);
    trace_address_set(&address, (struct sockaddr *)&v6);
    assert_int_equal(address.bytes[15], 1);
    assert_int_equal(address.port, 5061);
    assert_true(address.is_v6);
}

int main(void)
{
    struct test_list list = { 0 };

    TEST_LIST_ADD(&list, what_came_before_the_contact_is_its_own);
    TEST_LIST_ADD(&list, a_dialog_known_before_its_messages_is_another_party);
    TEST_LIST_ADD(&list, a_contact_never_gets_the_messages_of_another);
    TEST_LIST_ADD(&list, only_the_beginning_of_a_dialog_begins_one);
    TEST_LIST_ADD(&list, the_oldest_of_a_long_contact_go);
    TEST_LIST_ADD(&list, a_long_message_is_cut_and_says_how_long_it_was);
    TEST_LIST_ADD(&list, a_contact_has_so_many_dialogs_and_no_more);
    TEST_LIST_ADD(&list, memory_is_bounded_and_failures_stay_longest);
    TEST_LIST_ADD(&list, even_live_contacts_are_bounded);
    TEST_LIST_ADD(&list, strangers_push_out_nobody);
    TEST_LIST_ADD(&list, it_is_there_for_a_while_after_the_end);
    TEST_LIST_ADD(&list, what_is_forgotten_is_gone_at_once);
    TEST_LIST_ADD(&list, a_refusal_makes_it_a_failure);
    TEST_LIST_ADD(&list, no_room_means_nothing_is_kept);
    TEST_LIST_ADD(&list, out_of_memory_loses_entries_alone);
    TEST_LIST_ADD(&list, addresses_are_kept_as_they_are);
    return test_list_run(&list);
}
