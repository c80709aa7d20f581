/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Threads that stand still are told of; those that wait or turn are not. */

#include "base/pulse.h"

#include <pthread.h>
#include <semaphore.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "tests/test.h"

enum { LIMIT_MS = 5000, SECOND_US = 1000000, PATIENCE_US = 30000000 };

static char told[256];

static void tell(const char *name, bool is_still)
{
    size_t length = strlen(told);

    snprintf(told + length, sizeof(told) - length, "%s%s ", is_still ? "" : "+",
             name);
}

/* A thread that does what it is asked to, one deed after the other. */
struct thread {
    pthread_t pthread;
    const char *name;
    bool is_aside;
    void (*deed)(void);
    sem_t asked;
    sem_t done;
};

static void *run(void *arg)
{
    struct thread *thread = arg;

    if (thread->is_aside)
        pulse_begin_aside(thread->name, LIMIT_MS);
    else
        pulse_begin(thread->name, LIMIT_MS);
    sem_post(&thread->done);
    for (;;) {
        sem_wait(&thread->asked);
        if (!thread->deed)
            break;
        thread->deed();
        sem_post(&thread->done);
    }
    pulse_end();
    return NULL;
}

static void begin_as(struct thread *thread, const char *name, bool is_aside)
{
    thread->name = name;
    thread->is_aside = is_aside;
    sem_init(&thread->asked, 0, 0);
    sem_init(&thread->done, 0, 0);
    assert_int_equal(pthread_create(&thread->pthread, NULL, run, thread), 0);
    sem_wait(&thread->done);
}

static void begin(struct thread *thread, const char *name)
{
    begin_as(thread, name, false);
}

static void ask(struct thread *thread, void (*deed)(void))
{
    thread->deed = deed;
    sem_post(&thread->asked);
    sem_wait(&thread->done);
}

static void end(struct thread *thread)
{
    thread->deed = NULL;
    sem_post(&thread->asked);
    pthread_join(thread->pthread, NULL);
    sem_destroy(&thread->asked);
    sem_destroy(&thread->done);
}

/* So many looks, a second after each other; the last one's answer. */
static unsigned look_on(struct pulse_look *look, const char *name, int seconds)
{
    unsigned count = 0;

    told[0] = '\0';
    if (look->looked_us == 0)
        (void)pulse_look(look, name, SECOND_US, tell);
    for (int i = 0; i < seconds; i++)
        count = pulse_look(look, name, look->looked_us + SECOND_US, tell);
    return count;
}

static void one_that_stands_still_is_told_of_once_and_when_it_goes_on(
    void **state)
{
    (void)state;
    struct pulse_look look = { 0 };
    struct thread web;

    begin(&web, "web");
    assert_int_equal(look_on(&look, NULL, 4), 0);
    assert_string_equal(told, "");
    assert_int_equal(look_on(&look, NULL, 6), 1);
    assert_string_equal(told, "web ");
    ask(&web, pulse_beat);
    assert_int_equal(look_on(&look, NULL, 2), 0);
    assert_string_equal(told, "+web ");
    end(&web);
}

static void one_that_beats_is_alive_however_long(void **state)
{
    (void)state;
    struct pulse_look look = { 0 };
    struct thread store;

    begin(&store, "store");
    for (int i = 0; i < 20; i++) {
        ask(&store, pulse_beat);
        assert_int_equal(look_on(&look, NULL, 1), 0);
    }
    end(&store);
}

static void one_that_waits_for_work_is_alive_and_one_at_work_is_not(
    void **state)
{
    (void)state;
    struct pulse_look look = { 0 };
    struct thread job;

    begin(&job, "job");
    ask(&job, pulse_rest);
    assert_int_equal(look_on(&look, NULL, 100), 0);
    ask(&job, pulse_beat);
    assert_int_equal(look_on(&look, NULL, 7), 1);
    end(&job);
}

static void one_that_has_left_is_missed_by_nobody(void **state)
{
    (void)state;
    struct pulse_look look = { 0 };
    struct thread fetcher, next;

    begin(&fetcher, "fetcher");
    assert_int_equal(look_on(&look, NULL, 7), 1);
    end(&fetcher);
    assert_int_equal(look_on(&look, NULL, 7), 0);
    assert_string_equal(told, "+fetcher ");

    /* Nor is its silence the next one's, which has its place. */
    begin(&next, "next");
    assert_int_equal(look_on(&look, NULL, 3), 0);
    end(&next);
}

static void nobody_is_blamed_for_the_time_the_looker_stood_still(void **state)
{
    (void)state;
    struct pulse_look look = { 0 };
    struct thread web;

    begin(&web, "web");
    assert_int_equal(look_on(&look, NULL, 1), 0);
    assert_int_equal(
        pulse_look(&look, NULL, look.looked_us + PATIENCE_US, tell), 0);
    assert_string_equal(told, "");
    end(&web);
}

static void one_looks_at_others_and_at_those_of_a_name_only(void **state)
{
    (void)state;
    struct pulse_look look = { 0 }, look_at_main = { 0 };
    struct thread web;

    pulse_begin("main", LIMIT_MS);
    begin(&web, "web");
    assert_int_equal(look_on(&look, NULL, 7), 1);
    assert_string_equal(told, "web ");
    assert_int_equal(look_on(&look_at_main, "main", 7), 0);
    end(&web);
    pulse_end();
}

static void one_aside_is_told_of_and_not_missed(void **state)
{
    (void)state;
    struct pulse_look look = { 0 };
    struct thread job, web;

    begin_as(&job, "job", true);
    assert_int_equal(look_on(&look, NULL, 7), 1);
    assert_string_equal(told, "job ");
    assert_int_equal(look.missed, 0);

    begin(&web, "web");
    assert_int_equal(look_on(&look, NULL, 7), 2);
    assert_int_equal(look.missed, 1);
    end(&job);
    ask(&web, pulse_beat);
    assert_int_equal(look_on(&look, NULL, 1), 0);
    assert_int_equal(look.missed, 0);
    end(&web);

    /* Nor is the next one in its place aside. */
    begin(&web, "web");
    assert_int_equal(look_on(&look, NULL, 7), 1);
    assert_int_equal(look.missed, 1);
    end(&web);
}

static void a_full_table_leaves_the_next_ones_alone(void **state)
{
    (void)state;
    static struct thread threads[PULSE_MAX + 1];
    struct pulse_look look = { 0 };

    for (size_t i = 0; i <= PULSE_MAX; i++)
        begin(&threads[i], "many");
    assert_int_equal(look_on(&look, NULL, 7), PULSE_MAX);
    for (size_t i = 0; i <= PULSE_MAX; i++)
        end(&threads[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(
            one_that_stands_still_is_told_of_once_and_when_it_goes_on),
        cmocka_unit_test(one_that_beats_is_alive_however_long),
        cmocka_unit_test(
            one_that_waits_for_work_is_alive_and_one_at_work_is_not),
        cmocka_unit_test(one_that_has_left_is_missed_by_nobody),
        cmocka_unit_test(nobody_is_blamed_for_the_time_the_looker_stood_still),
        cmocka_unit_test(one_looks_at_others_and_at_those_of_a_name_only),
        cmocka_unit_test(one_aside_is_told_of_and_not_missed),
        cmocka_unit_test(a_full_table_leaves_the_next_ones_alone),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
