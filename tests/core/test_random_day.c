/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days lived at random, twice, with every effect answered anyhow. */

#include "core/core.h"

#include "tests/core/world.h"
#include "tests/test.h"

enum {
    DAYS = 4,
    DAY_S = 6 * 3600,
};

/* In all days lived so far; of a fault see below. A step of a wait that nothing
   comes of needs a queue that stops calling back while somebody waits for so
   long: test_wait_step.c makes one. */
static bool has_seen[EVENT_TYPE_COUNT] = {
    [EVENT_FAULT] = true, [EVENT_WAIT_STEPPED] = true
};
static uint64_t days_lived;

static void look_back(const struct world *world)
{
    for (size_t type = 0; type < EVENT_TYPE_COUNT; type++)
        has_seen[type] |= world->has_seen[type];
    days_lived++;
}

static void repeats_to_the_byte(void **state)
{
    (void)state;
    static struct world first, second; /* too big for the stack */

    for (uint64_t seed = 1; seed <= DAYS; seed++) {
        world_begin(&first, seed);
        world_begin(&second, seed);
        world_live(&first, DAY_S);
        world_live(&second, DAY_S);

        assert_int_equal(first.event_count, second.event_count);
        assert_true(first.sum == second.sum);
        assert_true(first.event_count > 5000);
        look_back(&first);

        world_end(&first);
        world_end(&second);
    }
}

/* NULL: every event has been seen to happen. */
static const char *missing(void)
{
    for (unsigned type = 0; type < EVENT_TYPE_COUNT; type++)
        if (!has_seen[type])
            return event_record(type)->name;

    return NULL;
}

/* A random day that never gets anywhere proves nothing. A fault would be a
   mistake of ours: it is made on purpose elsewhere. */
static void sees_every_event_happen(void **state)
{
    (void)state;
    static struct world world;

    while (days_lived < 16 * DAYS && missing()) {
        world_begin(&world, days_lived + 1);
        world_live(&world, DAY_S);
        look_back(&world);
        world_end(&world);
    }

    if (missing())
        fail_msg("days without %s", missing());
}

/* The queues of a day lead to each other, and one decision by both of them. */
static void queues_may_lead_in_circles(void **state)
{
    (void)state;
    static struct world world;

    world_begin(&world, 3);
    world_lead_in_circles(&world);
    world_live(&world, DAY_S);
    assert_true(world.has_seen[EVENT_QUEUE_RULE_BEGAN]);
    assert_true(world.has_seen[EVENT_QUEUE_REFUSED]);
    world_end(&world);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, repeats_to_the_byte);
    TEST_LIST_ADD(&list, sees_every_event_happen);
    TEST_LIST_ADD(&list, queues_may_lead_in_circles);
    return test_list_run(&list);
}
