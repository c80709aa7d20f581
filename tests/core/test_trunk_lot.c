/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trunks that share the calls of a route by their weights. */

#include "core/trunk_lot.h"

#include <string.h>

#include "tests/core/situation.h"
#include "tests/test.h"

/* The order. */

/* "a" is trunk 1, and so on; a capital letter is lost. */
static size_t read_trunks(const char *trunks, const int64_t *weights,
                          struct trunk_share *ret_trunks)
{
    size_t count = strlen(trunks);

    for (size_t i = 0; i < count; i++)
        ret_trunks[i] = (struct trunk_share){
            .trunk_id = (uint64_t)(trunks[i] | 0x20),
            .weight = weights[i],
            .is_lost = trunks[i] < 'a',
        };

    return count;
}

static bool is_order(const struct trunk_share *trunks, const char *order)
{
    for (size_t i = 0; order[i]; i++)
        if (trunks[i].trunk_id != (uint64_t)order[i])
            return false;

    return true;
}

enum { EVENLY = 12600 }; /* divided by each sum of weights that is drawn from */

static const struct order_row {
    const char *says;
    const char *trunks;
    int64_t weights[WAY_OUT_TRUNKS];
    const char *order; /* its beginning */
    int64_t count;     /* of EVENLY lots, one in the middle of each part */
} order_rows[] = {
    { "equal weights are tried first equally", "ab", { 1, 1 }, "a", 6300 },
    { "a weight is a share of all of them", "abc", { 6, 3, 1 }, "a", 7560 },
    { "the second one's weight, too", "abc", { 6, 3, 1 }, "b", 3780 },
    { "the last one's, too", "abc", { 6, 3, 1 }, "c", 1260 },
    { "what the first does not take is shared by the weights of the others",
      "abc",
      { 3, 4, 3 },
      "bca",
      12600 * 4 / 10 / 2 },
    { "and so for each order",
      "abc",
      { 2, 4, 1 },
      "acb",
      12600 * 2 / 7 * 1 / 5 },
    { "four trunks are drawn one after the other",
      "abcd",
      { 1, 1, 1, 1 },
      "dcba",
      12600 / 24 },
    { "one without a weight is never first", "abc", { 0, 1, 1 }, "a", 0 },
    { "it is tried behind those with one", "ab", { 0, 1 }, "ba", EVENLY },
    { "those without keep the order of the route",
      "abcd",
      { 0, 0, 5, 0 },
      "cabd",
      EVENLY },
    { "a lost one takes none", "Abc", { 90, 1, 4 }, "a", 0 },
    { "its calls are shared by the weights of the others",
      "Abc",
      { 90, 1, 4 },
      "c",
      10080 },
    { "a lost one is the last, behind those without a weight",
      "aBc",
      { 3, 3, 0 },
      "acb",
      EVENLY },
    { "all lost: the order of the route", "ABC", { 1, 2, 3 }, "abc", EVENLY },
    { "no weight at all: the order of the route",
      "abc",
      { 0, 0, 0 },
      "abc",
      EVENLY },
};

static void shares_lots(void **state)
{
    const struct order_row *row = *state;
    int64_t count = 0;

    for (int64_t i = 0; i < EVENLY; i++) {
        struct trunk_share trunks[WAY_OUT_TRUNKS];
        size_t trunk_count = read_trunks(row->trunks, row->weights, trunks);

        trunk_lot_order(trunks, trunk_count,
                        (2 * i + 1) * TRUNK_LOTS / (2 * EVENLY));
        count += is_order(trunks, row->order);
    }

    assert_int_equal(count, row->count);
}

static void takes_the_least_and_the_greatest_lot(void **state)
{
    static const int64_t weights[] = { 100, 100, 100, 1 };
    struct trunk_share trunks[WAY_OUT_TRUNKS];

    (void)state;
    trunk_lot_order(trunks, read_trunks("abcd", weights, trunks), 0);
    assert_true(is_order(trunks, "abcd"));
    trunk_lot_order(trunks, read_trunks("abcd", weights, trunks),
                    TRUNK_LOTS - 1);
    assert_true(is_order(trunks, "dcba"));
}

/* Calls. */

enum { SECOND = 2, THIRD = 3, CALLS = 600 };

#define OUT(name_, address_)                                                   \
    {                                                                          \
        COMMAND_SET_TRUNK, .as.set_trunk = {                                   \
            .name = { name_ },                                                 \
            .address = { address_ },                                           \
            .max_channels = 30,                                                \
            .preference = 1,                                                   \
            .outbound = true,                                                  \
        }                                                                      \
    }

static const struct command house[] = {
    OUT("t2", "192.0.2.2:5060"),
    OUT("t3", "192.0.2.3:5060"),
    { COMMAND_SET_ROUTE, .as.set_route = { .name = { "uk" },
                                           .number = { "+44*" },
                                           .trunk_id = TRUNK,
                                           .weight = 60,
                                           .trunk2_id = SECOND,
                                           .weight2 = 30,
                                           .trunk3_id = THIRD,
                                           .weight3 = 10,
                                           .closes = 24 } },
};

static void begin(struct story *story)
{
    struct command agent = { .type = COMMAND_SET_AGENT };

    story_begin_in(story, ANN_FREE);
    memcpy(&agent.as, state_agent(core_state(story->core), ANN),
           sizeof(agent.as.set_agent));
    agent.as.set_agent.outside = (struct label){ "*" };
    story_lead(story, &agent, 1);
    story_lead(story, house, ARRAY_LEN(house));
}

static const struct event_dialling_began *dialled(const struct outbox *outbox)
{
    for (size_t i = 0; i < outbox->event_count; i++)
        if (outbox->events[i].type == EVENT_DIALLING_BEGAN)
            return &outbox->events[i].as.dialling_began;

    return NULL;
}

static const struct effect *dial_of(const struct outbox *outbox)
{
    for (size_t i = 0; i < outbox->effect_count; i++)
        if (outbox->effects[i].type == EFFECT_DIAL)
            return &outbox->effects[i];

    return NULL;
}

/* Ann calls and hangs up again. The number that was drawn tells the order.
   @return the trunk that was tried first */
static uint64_t call(struct story *story)
{
    static const struct command dial = DIAL(ANN, "+44123", 0);
    static const struct command pick_up = ANSWERED(EFFECT_RING);
    static const struct command rest[] = { DIALLED_ANSWERS(50), BRIDGED,
                                           HANG_UP(ANN), GONE(EFFECT_RELEASE),
                                           DISPOSE(ANN, SOLD, "") };
    struct trunk_share trunks[] = { { .trunk_id = TRUNK, .weight = 60 },
                                    { .trunk_id = SECOND, .weight = 30 },
                                    { .trunk_id = THIRD, .weight = 10 } };
    uint64_t first;

    story_lead(story, &dial, 1);
    outbox_clear(&story->outbox);
    assert_int_equal(story_give(story, &pick_up), 0);

    const struct event_dialling_began *began = dialled(&story->outbox);
    const struct effect *effect = dial_of(&story->outbox);

    assert_true(began && effect);
    first = began->trunk_id;
    for (size_t i = 0; i < ARRAY_LEN(trunks); i++)
        trunks[i].is_lost =
            state_is_lost(core_state(story->core), trunks[i].trunk_id);
    trunk_lot_order(trunks, ARRAY_LEN(trunks), began->draw);
    assert_int_equal(first, trunks[0].trunk_id);
    for (size_t i = 0; i < ARRAY_LEN(trunks); i++)
        assert_int_equal(effect->trunk_ids[i], trunks[i].trunk_id);
    story_lead(story, rest, ARRAY_LEN(rest));
    return first;
}

static void count_calls(struct story *story, int64_t counts[THIRD + 1])
{
    for (int i = 0; i < CALLS; i++)
        counts[call(story)]++;
}

/* Within four standard deviations: the lots are those of these very events. */
static void assert_share(int64_t count, int64_t weight, int64_t of)
{
    int64_t off = count * of - CALLS * weight;

    assert_true(off * off <= 16 * CALLS * weight * (of - weight));
}

static void shares_calls_by_the_weights(void **state)
{
    int64_t counts[THIRD + 1] = { 0 };
    struct story story;

    (void)state;
    begin(&story);
    count_calls(&story, counts);
    assert_share(counts[TRUNK], 60, 100);
    assert_share(counts[SECOND], 30, 100);
    assert_share(counts[THIRD], 10, 100);
    story_end(&story);
}

static void spares_a_lost_trunk(void **state)
{
    static const struct command lost = TRUNK_IS(TRUNK, false);
    static const struct command found = TRUNK_IS(TRUNK, true);
    int64_t counts[THIRD + 1] = { 0 };
    struct story story;

    (void)state;
    begin(&story);
    story_lead(&story, &lost, 1);
    count_calls(&story, counts);
    assert_int_equal(counts[TRUNK], 0);
    assert_share(counts[SECOND], 30, 40);
    assert_share(counts[THIRD], 10, 40);

    story_lead(&story, &found, 1);
    count_calls(&story, counts);
    assert_share(counts[TRUNK], 60, 100);
    story_end(&story);
}

/* One that is at its cap is not drawn, nor tried. */
static void spares_a_trunk_at_its_cap(void **state)
{
    static const struct command commands[] = {
        { COMMAND_SET_CAP, .as.set_cap = { .name = { "two" },
                                           .scope = CAP_OF_TRUNK,
                                           .trunk_id = SECOND,
                                           .burst_calls = 1 } },
        DIAL(ANN, "+44123", 0),
    };
    static const struct command pick_up = ANSWERED(EFFECT_RING);
    struct story story;

    (void)state;
    begin(&story);
    while (call(&story) != SECOND)
        ;
    story_lead(&story, commands, ARRAY_LEN(commands));
    outbox_clear(&story.outbox);
    assert_int_equal(story_give(&story, &pick_up), 0);

    const struct effect *effect = dial_of(&story.outbox);

    assert_non_null(effect);
    assert_int_equal(effect->trunk_ids[0] + effect->trunk_ids[1],
                     TRUNK + THIRD);
    assert_int_equal(effect->trunk_ids[2], 0);
    story_end(&story);
}

static void draws_nothing_without_weights(void **state)
{
    struct command route = house[2];
    static const struct command dial = DIAL(ANN, "+44123", 0);
    static const struct command pick_up = ANSWERED(EFFECT_RING);
    struct story story;

    (void)state;
    begin(&story);
    route.as.set_route.id = 1;
    route.as.set_route.version = 1;
    route.as.set_route.weight = 0;
    route.as.set_route.weight2 = 0;
    route.as.set_route.weight3 = 0;
    story_lead(&story, &route, 1);
    story_lead(&story, &dial, 1);
    outbox_clear(&story.outbox);
    assert_int_equal(story_give(&story, &pick_up), 0);
    assert_int_equal(dialled(&story.outbox)->draw, 0);
    assert_int_equal(dialled(&story.outbox)->trunk_id, TRUNK);
    story_end(&story);
}

int main(void)
{
    struct test_list list = { .count = 0 };

    TEST_LIST_ADD_ROWS(&list, shares_lots, order_rows);
    TEST_LIST_ADD(&list, takes_the_least_and_the_greatest_lot);
    TEST_LIST_ADD(&list, shares_calls_by_the_weights);
    TEST_LIST_ADD(&list, spares_a_lost_trunk);
    TEST_LIST_ADD(&list, spares_a_trunk_at_its_cap);
    TEST_LIST_ADD(&list, draws_nothing_without_weights);
    return test_list_run(&list);
}
