/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A timer that starts itself anew, and a descriptor that waits its turn. */

#include "sip/loop.h"

#include <stdint.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "tests/test.h"

enum { MOST = 10000 };

struct house {
    struct loop *loop;
    struct wheel_timer timer;
    int fd;
    int fired;
    int fired_before; /* ... when the descriptor had its turn */
};

static void again(void *arg)
{
    struct house *house = arg;
    const uint64_t one = 1;

    if (house->fired++ == 0)
        assert_int_equal(write(house->fd, &one, sizeof(one)), sizeof(one));
    if (house->fired == MOST)
        loop_stop(house->loop);
    else
        loop_start_timer(house->loop, &house->timer, 0, again, house);
}

static void readable(int fd, unsigned events, void *arg)
{
    struct house *house = arg;

    (void)fd;
    (void)events;
    house->fired_before = house->fired;
    loop_stop(house->loop);
}

/* Its turn comes with the turn of the first timer that was started within, or
   right before that. */
static void a_timer_that_starts_itself_lets_others_go_first(void **state)
{
    static const struct loop_settings settings = { .max_fds = 1024 };
    struct house house = { .fired_before = -1 };

    (void)state;
    house.fd = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    assert_true(house.fd >= 0);
    assert_int_equal(loop_new(&settings, &house.loop), 0);
    assert_int_equal(
        loop_watch_fd(house.loop, house.fd, LOOP_READ, readable, &house), 0);
    loop_start_timer(house.loop, &house.timer, 0, again, &house);
    assert_int_equal(house.fired, 0); /* never inside the call */
    assert_int_equal(loop_run(house.loop), 0);
    assert_in_range(house.fired_before, 1, 2);
    loop_unwatch_fd(house.loop, house.fd);
    loop_free(house.loop);
    close(house.fd);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, a_timer_that_starts_itself_lets_others_go_first);
    return test_list_run(&list);
}
