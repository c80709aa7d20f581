/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bell: any thread rings it, and the loop hears it. */

#include "server/bell.h"

#include <errno.h>
#include <pthread.h>
#include <string.h>
#include <unistd.h>

#include "sip/loop.h"
#include "tests/test.h"

enum { RINGERS = 4, RINGS = 100, MAX_FDS = 64, TURNS = 5, TURN_US = 1000 };

struct house {
    struct loop *loop;
    struct bell bell;
    struct wheel_timer timer;
    int heard;
    int rings_left; /* by whoever hears it */
    int turns;      /* of the loop that have passed */
};

/* A timer of a later moment fires in a later turn, however late it is. */
static void turn_or_stop(void *arg)
{
    struct house *house = arg;

    if (++house->turns < TURNS)
        loop_start_timer(house->loop, &house->timer, TURN_US, turn_or_stop,
                         house);
    else
        loop_stop(house->loop);
}

static void hear(void *arg)
{
    struct house *house = arg;

    house->heard++;
    if (house->rings_left > 0) {
        house->rings_left--;
        bell_ring(&house->bell);
    }
}

/* In some turns of the loop. @return how often it is heard */
static int count_heard(struct house *house)
{
    loop_start_timer(house->loop, &house->timer, TURN_US, turn_or_stop, house);
    assert_int_equal(loop_run(house->loop), 0);
    return house->heard;
}

static void build(struct house *house)
{
    const struct loop_settings settings = { .max_fds = MAX_FDS };

    *house = (struct house){ .heard = 0 };
    assert_int_equal(loop_new(&settings, &house->loop), 0);
}

static void *ring_often(void *bell)
{
    for (int i = 0; i < RINGS; i++)
        bell_ring(bell);
    return NULL;
}

static void many_rings_are_heard_once(void **state)
{
    (void)state;
    struct house house;
    pthread_t ringers[RINGERS];

    build(&house);
    assert_int_equal(bell_init(&house.bell, house.loop, hear, &house), 0);
    for (int i = 0; i < RINGERS; i++)
        assert_int_equal(
            pthread_create(&ringers[i], NULL, ring_often, &house.bell), 0);
    for (int i = 0; i < RINGERS; i++)
        assert_int_equal(pthread_join(ringers[i], NULL), 0);
    assert_int_equal(count_heard(&house), 1);
    bell_done(&house.bell);
    loop_free(house.loop);
}

static void rung_while_it_is_heard_it_is_heard_again(void **state)
{
    (void)state;
    struct house house;

    build(&house);
    house.rings_left = 2;
    assert_int_equal(bell_init(&house.bell, house.loop, hear, &house), 0);
    bell_ring(&house.bell);
    assert_int_equal(count_heard(&house), 3);
    bell_done(&house.bell);
    loop_free(house.loop);
}

static void taken_down_it_is_not_heard(void **state)
{
    (void)state;
    struct house house;

    build(&house);
    assert_int_equal(bell_init(&house.bell, house.loop, hear, &house), 0);
    bell_ring(&house.bell);
    bell_done(&house.bell);
    bell_done(&house.bell);
    bell_ring(&house.bell);
    assert_int_equal(count_heard(&house), 0);
    loop_free(house.loop);
}

static void one_that_never_hung_may_be_taken_down(void **state)
{
    (void)state;
    struct bell bell;

    memset(&bell, 0, sizeof(bell));
    bell_done(&bell);
    assert_null(bell.loop);
}

static int lowest_fd(void)
{
    int fd = dup(STDERR_FILENO);

    assert_true(fd >= 0);
    close(fd);
    return fd;
}

/* The loop watches descriptors up to a bound only. */
static void without_a_descriptor_it_does_not_hang(void **state)
{
    (void)state;
    struct house house;
    int filled[MAX_FDS];
    int count = 0;

    build(&house);
    while (lowest_fd() < MAX_FDS)
        filled[count++] = dup(STDERR_FILENO);

    int before = lowest_fd();
    assert_int_equal(bell_init(&house.bell, house.loop, hear, &house), -EMFILE);
    assert_null(house.bell.loop);
    assert_int_equal(lowest_fd(), before);
    while (count > 0)
        close(filled[--count]);
    loop_free(house.loop);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(many_rings_are_heard_once),
        cmocka_unit_test(rung_while_it_is_heard_it_is_heard_again),
        cmocka_unit_test(taken_down_it_is_not_heard),
        cmocka_unit_test(one_that_never_hung_may_be_taken_down),
        cmocka_unit_test(without_a_descriptor_it_does_not_hang),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
