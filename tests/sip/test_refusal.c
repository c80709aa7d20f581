/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who was refused is told, and a crowd of them does not fill a log. */

#include "sip/refusal.h"

#include <errno.h>
#include <string.h>

#include "tests/failing_alloc.h"
#include "tests/test.h"

enum { US_PER_S = 1000000 };

static const int64_t AGAIN_US = (int64_t)REFUSAL_AGAIN_S * US_PER_S;
static const int64_t PATIENCE_US = (int64_t)REFUSAL_PATIENCE_S * US_PER_S;
static const int64_t MINUTE_US = INT64_C(60) * US_PER_S;

static struct signal_refusals *setup(void)
{
    struct signal_refusals *refusals = NULL;

    assert_int_equal(signal_refusals_new(&refusals), 0);
    return refusals;
}

static struct sa at(const char *address)
{
    struct sa source;

    assert_int_equal(sa_set_str(&source, address, 5060), 0);
    return source;
}

static void note(struct signal_refusals *refusals,
                 enum signal_refusal_reason reason, const char *address,
                 int64_t now_us)
{
    const struct sa source = at(address);

    signal_refusals_note(refusals, reason, &source, now_us);
}

/* "": nothing is told. */
static void told(struct signal_refusals *refusals, int64_t now_us,
                 const char *source, uint64_t untold)
{
    struct signal_refusal refusal = { .source = "" };
    bool is_told = signal_refusals_next(refusals, now_us, &refusal);

    assert_string_equal(refusal.source, source);
    assert_int_equal(is_told, source[0] != '\0');
    assert_int_equal(refusal.untold, untold);
}

static void a_source_is_told_once_in_ten_minutes(void **state)
{
    (void)state;
    struct signal_refusals *refusals = setup();

    note(refusals, SIGNAL_REFUSED_PASSWORD, "192.0.2.7", 1);
    told(refusals, 1, "192.0.2.7:5060", 0);
    told(refusals, 1, "", 0);
    note(refusals, SIGNAL_REFUSED_PASSWORD, "192.0.2.7", AGAIN_US);
    told(refusals, AGAIN_US, "", 0);
    note(refusals, SIGNAL_REFUSED_PASSWORD, "192.0.2.7", AGAIN_US + 1);
    told(refusals, AGAIN_US + 1, "192.0.2.7:5060", 0);
    signal_refusals_free(refusals);
}

static void a_reason_is_told_besides_another(void **state)
{
    (void)state;
    struct signal_refusals *refusals = setup();

    note(refusals, SIGNAL_REFUSED_PASSWORD, "2001:db8::7", 1);
    note(refusals, SIGNAL_REFUSED_LOCKED, "2001:db8::7", 2);
    told(refusals, 2, "[2001:db8::7]:5060", 0);
    told(refusals, 2, "[2001:db8::7]:5060", 0);
    told(refusals, 2, "", 0);
    signal_refusals_free(refusals);
}

static void a_lock_out_is_told_of_its_network(void **state)
{
    (void)state;
    struct signal_refusals *refusals = setup();

    note(refusals, SIGNAL_REFUSED_LOCKED, "192.0.2.7", 1);
    note(refusals, SIGNAL_REFUSED_LOCKED, "192.0.2.9", 2);
    note(refusals, SIGNAL_REFUSED_LOCKED, "192.0.3.7", 3);
    told(refusals, 3, "192.0.2.7:5060", 0);
    told(refusals, 3, "192.0.3.7:5060", 0);
    told(refusals, 3, "", 0);
    signal_refusals_free(refusals);
}

static void a_phone_has_a_moment_to_prove_who_it_is(void **state)
{
    (void)state;
    struct signal_refusals *refusals = setup();
    const struct sa phone = at("192.0.2.7");

    note(refusals, SIGNAL_REFUSED_STRANGER, "192.0.2.7", 1);
    note(refusals, SIGNAL_REFUSED_STRANGER, "192.0.2.9", 1);
    told(refusals, PATIENCE_US, "", 0);
    signal_refusals_heard(refusals, &phone);
    told(refusals, PATIENCE_US + 1, "192.0.2.9:5060", 0);
    told(refusals, MINUTE_US, "", 0);
    signal_refusals_free(refusals);
}

/* One address after the other, each refused once. */
static void a_crowd(struct signal_refusals *refusals, int count, int64_t now_us)
{
    for (int i = 0; i < count; i++) {
        char address[24];

        re_snprintf(address, sizeof(address), "198.18.%d.%d", i / 256, i % 256);
        note(refusals, SIGNAL_REFUSED_PASSWORD, address, now_us + i);
    }
}

static int told_at(struct signal_refusals *refusals, int64_t now_us,
                   uint64_t *untold)
{
    struct signal_refusal refusal;
    int count = 0;

    while (signal_refusals_next(refusals, now_us, &refusal)) {
        *untold += refusal.untold;
        count++;
    }

    return count;
}

static void a_crowd_is_a_few_lines_a_minute_and_a_count(void **state)
{
    (void)state;
    enum { CROWD = 5000 };
    struct signal_refusals *refusals = setup();
    uint64_t untold = 0;
    int named = 0;

    a_crowd(refusals, CROWD, 1);
    for (int minute = 0; minute < 20; minute++) {
        int64_t now_us = CROWD + minute * MINUTE_US;
        int count = told_at(refusals, now_us, &untold);

        assert_in_range(count, 0, REFUSAL_PER_MINUTE);
        assert_int_equal(told_at(refusals, now_us + 1, &untold), 0);
        named += count;
    }

    assert_int_equal(named, REFUSAL_PLACES);
    assert_int_equal(untold, CROWD - REFUSAL_PLACES);
    signal_refusals_free(refusals);
}

static void without_memory_there_is_none(void **state)
{
    (void)state;
    struct signal_refusals *refusals = NULL;

    fail_alloc_after(0);
    assert_int_equal(signal_refusals_new(&refusals), -ENOMEM);
    fail_alloc_after(FAIL_NO_ALLOC);
    assert_null(refusals);
    signal_refusals_free(NULL);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, a_source_is_told_once_in_ten_minutes);
    TEST_LIST_ADD(&list, a_reason_is_told_besides_another);
    TEST_LIST_ADD(&list, a_lock_out_is_told_of_its_network);
    TEST_LIST_ADD(&list, a_phone_has_a_moment_to_prove_who_it_is);
    TEST_LIST_ADD(&list, a_crowd_is_a_few_lines_a_minute_and_a_count);
    TEST_LIST_ADD(&list, without_memory_there_is_none);
    return test_list_run(&list);
}
