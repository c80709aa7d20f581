/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The gate for calls to the outside: rights, routes, caps, and the alarm. */

#include <string.h>

#include "core/fold.h"
#include "tests/core/situation.h"
#include "tests/test.h"

enum { SECOND = 2, SILENT = 3, MINUTE_US = 60 * SECOND_US };

#define ALL_DAY .closes = 24
#define ROUTE(name_, number_, ...)                                             \
    {                                                                          \
        COMMAND_SET_ROUTE, .as.set_route = {                                   \
            .name = { name_ },                                                 \
            .number = { number_ },                                             \
            __VA_ARGS__                                                        \
        }                                                                      \
    }
#define CAP(name_, ...)                                                        \
    {                                                                          \
        COMMAND_SET_CAP, .as.set_cap = {.name = { name_ }, __VA_ARGS__ }       \
    }
#define OUT(name_, address_, ...)                                              \
    {                                                                          \
        COMMAND_SET_TRUNK, .as.set_trunk = {                                   \
            .name = { name_ },                                                 \
            .address = { address_ },                                           \
            .max_channels = 30,                                                \
            .preference = 1,                                                   \
            __VA_ARGS__                                                        \
        }                                                                      \
    }

/* It is 00:00 UTC. */
static const struct command ways[] = {
    OUT("t2", "192.0.2.2:5060", .outbound = true),
    OUT("t3", "192.0.2.3:5060", .outbound = false),
    ROUTE("uk", "+44*", .trunk_id = SECOND, .trunk3_id = TRUNK, .strip = 1,
          .prefix = { "00" }, .caller_id = { "+4420" }, .minute_cost = 100,
          ALL_DAY),
    ROUTE("london", "+4420*", .trunk_id = TRUNK, ALL_DAY),
    ROUTE("one", "+44207946", .trunk_id = SECOND, .caller_id = { "1" },
          ALL_DAY),
    ROUTE("satellite", "+8821*", .trunk_id = SECOND, ALL_DAY),
    ROUTE("asia", "+8*", .trunk_id = SECOND, ALL_DAY),
    ROUTE("day", "+34*", .trunk_id = TRUNK, .opens = 8, .closes = 18),
    ROUTE("night", "+351*", .trunk_id = TRUNK, .opens = 22, .closes = 6),
    ROUTE("barred", "+45*", .trunk_id = 0, ALL_DAY),
    ROUTE("silent", "+46*", .trunk_id = SILENT, ALL_DAY),
    ROUTE("line", "9*", .trunk_id = TRUNK, .strip = 1, ALL_DAY),
};

static void lead(struct story *story, enum situation situation,
                 const char *outside)
{
    struct command agent = { .type = COMMAND_SET_AGENT };

    story_begin_in(story, situation);
    memcpy(&agent.as, state_agent(core_state(story->core), ANN),
           sizeof(agent.as.set_agent));
    memset(&agent.as.set_agent.outside, 0, sizeof(agent.as.set_agent.outside));
    memcpy(agent.as.set_agent.outside.text, outside, strlen(outside));
    story_lead(story, &agent, 1);
    story_lead(story, ways, ARRAY_LEN(ways));
}

static const struct gate_row {
    const char *says;
    const char *outside; /* Ann's rights */
    const char *number;
    enum refusal refusal;
    const char *dialled; /* else */
    uint64_t trunk_ids[WAY_OUT_TRUNKS];
    const char *shown;
} gate_rows[] = {
    { "letters are no number", "*", "12a", REFUSED_BAD_NUMBER, "", { 0 }, "" },
    { "what the agent may not call is refused",
      "+44",
      "+4930",
      REFUSED_NOT_ALLOWED_OUT,
      "",
      { 0 },
      "" },
    { "an agent without rights calls nobody",
      "",
      "+44123",
      REFUSED_NOT_ALLOWED_OUT,
      "",
      { 0 },
      "" },
    { "an emergency number passes without rights",
      "",
      "112",
      REFUSED_NOT,
      "112",
      { 0 },
      "" },
    { "a route's trunks are tried in its order, with its number and caller",
      "*",
      "+44123",
      REFUSED_NOT,
      "0044123",
      { SECOND, TRUNK },
      "+4420" },
    { "the longer match leads",
      "*",
      "+4420123",
      REFUSED_NOT,
      "+4420123",
      { TRUNK },
      "" },
    { "all of a number goes before its beginning",
      "*",
      "+44207946",
      REFUSED_NOT,
      "+44207946",
      { SECOND },
      "1" },
    { "and no further",
      "*",
      "+442079461",
      REFUSED_NOT,
      "+442079461",
      { TRUNK },
      "" },
    { "without a route the trunks' own prefixes lead",
      "*",
      "+420123",
      REFUSED_NOT,
      "+420123",
      { TRUNK },
      "" },
    { "and nothing else does",
      "*",
      "+41123",
      REFUSED_NO_WAY_OUT,
      "",
      { 0 },
      "" },
    { "a premium number that a route names is dialled",
      "*",
      "+8821555",
      REFUSED_NOT,
      "+8821555",
      { SECOND },
      "" },
    { "one that a route only happens to match is not",
      "*",
      "+8822555",
      REFUSED_NUMBER_BARRED,
      "",
      { 0 },
      "" },
    { "nor with 00 before it",
      "*",
      "00882155",
      REFUSED_NUMBER_BARRED,
      "",
      { 0 },
      "" },
    { "nor behind what a route strips",
      "*",
      "9+8821555",
      REFUSED_NUMBER_BARRED,
      "",
      { 0 },
      "" },
    { "nor by the trunks' prefixes",
      "*",
      "+420900123",
      REFUSED_NUMBER_BARRED,
      "",
      { 0 },
      "" },
    { "its neighbours are dialled",
      "*",
      "+81555",
      REFUSED_NOT,
      "+81555",
      { SECOND },
      "" },
    { "a route without a trunk bars",
      "*",
      "+45123",
      REFUSED_NUMBER_BARRED,
      "",
      { 0 },
      "" },
    { "a route is closed out of its hours",
      "*",
      "+34123",
      REFUSED_ROUTE_CLOSED,
      "",
      { 0 },
      "" },
    { "and open across midnight",
      "*",
      "+351123",
      REFUSED_NOT,
      "+351123",
      { TRUNK },
      "" },
    { "a trunk that does not dial is no way",
      "*",
      "+46123",
      REFUSED_NO_WAY_OUT,
      "",
      { 0 },
      "" },
    { "what a route strips is not dialled",
      "*",
      "9+420123",
      REFUSED_NOT,
      "+420123",
      { TRUNK },
      "" },
    { "and must leave something", "*", "9", REFUSED_BAD_NUMBER, "", { 0 }, "" },
};

static const struct effect *find_dial(const struct outbox *outbox)
{
    for (size_t i = 0; i < outbox->effect_count; i++)
        if (outbox->effects[i].type == EFFECT_DIAL ||
            outbox->effects[i].type == EFFECT_DIAL_EMERGENCY)
            return &outbox->effects[i];

    return NULL;
}

static void check_dial(const struct gate_row *row, const struct story *story)
{
    const struct effect *dial = find_dial(&story->outbox);

    assert_non_null(dial);
    assert_string_equal(dial->number.text, row->dialled);
    assert_string_equal(dial->shown.text, row->shown);
    assert_memory_equal(dial->trunk_ids, row->trunk_ids,
                        sizeof(row->trunk_ids));
}

/* The command, in that situation; `picked`: the own phone rings first. */
static void go(const struct gate_row *row, enum situation situation,
               const struct command *command, bool picked)
{
    static const struct command pick_up = ANSWERED(EFFECT_RING);
    struct story story;

    lead(&story, situation, row->outside);
    assert_int_equal(story_give(&story, command), row->refusal);
    if (!row->refusal && picked)
        assert_int_equal(story_give(&story, &pick_up), 0);
    if (row->refusal)
        assert_null(find_dial(&story.outbox));
    else
        check_dial(row, &story);
    story_end(&story);
}

static void decides_the_same_for_all(void **state)
{
    const struct gate_row *row = *state;
    struct command dial = DIAL(ANN, "", 0);
    struct command transfer = TRANSFER(ANN, TO_NUMBER, 0, "");
    struct command refer = REFERRED("");

    memcpy(dial.as.dial.number.text, row->number, strlen(row->number));
    memcpy(transfer.as.transfer.number.text, row->number, strlen(row->number));
    memcpy(refer.as.leg_referred.number.text, row->number, strlen(row->number));
    go(row, ANN_FREE, &dial, true);
    go(row, TALKING, &transfer, false);
    go(row, TALKING, &refer, false);
}

/* The documents. */

static void keeps_what_is_referred_to(void **state)
{
    static const struct command caps[] = {
        CAP("x", .scope = CAP_OF_AGENT, .agent_id = BOB),
        ROUTE("last", "+47*", .trunk4_id = SILENT, ALL_DAY),
    };
    static const struct command again =
        ROUTE("uk2", "+44*", .trunk_id = TRUNK, ALL_DAY);
    struct story story;
    struct command trunk = { COMMAND_REMOVE_TRUNK,
                             .as.remove_trunk = { SILENT, 1 } };
    struct command agent = { COMMAND_REMOVE_AGENT,
                             .as.remove_agent = { BOB, 1 } };

    (void)state;
    lead(&story, ANN_FREE, "*");
    story_lead(&story, caps, ARRAY_LEN(caps));
    assert_int_equal(story_give(&story, &trunk), REFUSED_IN_USE);
    assert_int_equal(story_give(&story, &agent), REFUSED_IN_USE);
    assert_int_equal(story_give(&story, &again), REFUSED_ROUTE_TAKEN);
    story_end(&story);
}

/* Caps. */

static const struct event *find_event(const struct outbox *outbox,
                                      enum event_type type)
{
    for (size_t i = 0; i < outbox->event_count; i++)
        if (outbox->events[i].type == type)
            return &outbox->events[i];

    return NULL;
}

/* Ann calls; the trunk that takes the call; it lasts; she hangs up. */
static void call(struct story *story, const char *number, uint64_t trunk_id,
                 int64_t us)
{
    struct command dial = DIAL(ANN, "", 0);
    struct command commands[] = { ANSWERED(EFFECT_RING), DIALLED_ANSWERS(50),
                                  BRIDGED };
    static const struct command end[] = { HANG_UP(ANN), GONE(EFFECT_RELEASE),
                                          DISPOSE(ANN, SOLD, "") };

    memcpy(dial.as.dial.number.text, number, strlen(number));
    commands[1].as.leg_answered.trunk_id = trunk_id;
    story_lead(story, &dial, 1);
    story_lead(story, commands, ARRAY_LEN(commands));
    story_wait(story, us);
    story_lead(story, end, ARRAY_LEN(end));
}

static void charges_what_was_talked(void **state)
{
    static const struct command dial = DIAL(ANN, "+44123", 0);
    static const struct command steps[] = { ANSWERED(EFFECT_RING),
                                            DIALLED_ANSWERS(50), BRIDGED };
    static const struct command hang_up = HANG_UP(ANN);
    struct story story;

    (void)state;
    lead(&story, ANN_FREE, "*");
    story_lead(&story, &dial, 1);
    story_lead(&story, steps, 1);
    story_wait(&story, 20 * SECOND_US);
    story_lead(&story, steps + 1, 2);
    assert_int_equal(state_row_count(core_state(story.core), ROW_OUTCALL), 1);
    story_wait(&story, 90 * SECOND_US);
    assert_int_equal(story_give(&story, &hang_up), 0);

    const struct event *event =
        find_event(&story.outbox, EVENT_OUTSIDE_CHARGED);

    assert_non_null(event);
    assert_int_equal(event->as.outside_charged.connected_us, 90 * SECOND_US);
    assert_int_equal(event->as.outside_charged.cost, 150);
    assert_int_equal(event->as.outside_charged.trunk_id, SECOND);
    assert_int_equal(event->as.outside_charged.agent_id, ANN);
    assert_int_equal(state_row_count(core_state(story.core), ROW_OUTCALL), 0);
    story_end(&story);
}

static void charges_the_trunk_that_took_it(void **state)
{
    static const struct command cap = CAP("second", .scope = CAP_OF_TRUNK,
                                          .trunk_id = TRUNK, .daily_cost = 100);
    static const struct command dial = DIAL(ANN, "+44123", 0);
    struct story story;
    const struct effect *effect;

    (void)state;
    lead(&story, ANN_FREE, "*");
    call(&story, "+44123", TRUNK, MINUTE_US);
    story_lead(&story, &cap, 1);
    assert_int_equal(story_give(&story, &dial), 0);

    static const struct command pick_up = ANSWERED(EFFECT_RING);

    assert_int_equal(story_give(&story, &pick_up), 0);
    effect = find_dial(&story.outbox);
    assert_non_null(effect);
    assert_int_equal(effect->trunk_ids[0], SECOND);
    assert_int_equal(effect->trunk_ids[1], 0);
    story_end(&story);
}

static const struct cap_row {
    const char *says;
    struct command cap;
    int64_t call_us; /* Ann has called +44 before: 100 a minute */
    int64_t pause_us;
    enum refusal refusal;
    enum toll_cause cause;
} cap_rows[] = {
    { "a cost that is reached caps all", CAP("x", .daily_cost = 100), MINUTE_US,
      0, REFUSED_COST_CAPPED, TOLL_COST },
    { "one that is not reached caps nobody", CAP("x", .daily_cost = 101),
      MINUTE_US, 0, REFUSED_NOT, TOLL_COST },
    { "every begun thousandth counts", CAP("x", .daily_cost = 101),
      MINUTE_US + 1, 0, REFUSED_COST_CAPPED, TOLL_COST },
    { "the next day begins at nothing", CAP("x", .daily_cost = 100), MINUTE_US,
      INT64_C(86400) * SECOND_US, REFUSED_NOT, TOLL_COST },
    { "a cap for that agent",
      CAP("x", .scope = CAP_OF_AGENT, .agent_id = ANN, .daily_cost = 100),
      MINUTE_US, 0, REFUSED_COST_CAPPED, TOLL_COST },
    { "a cap for each agent",
      CAP("x", .scope = CAP_OF_AGENT, .daily_cost = 100), MINUTE_US, 0,
      REFUSED_COST_CAPPED, TOLL_COST },
    { "another agent's cap is not hers",
      CAP("x", .scope = CAP_OF_AGENT, .agent_id = BOB, .daily_cost = 100),
      MINUTE_US, 0, REFUSED_NOT, TOLL_COST },
    { "a burst over a route that is new today", CAP("x", .burst_calls = 1),
      SECOND_US, 0, REFUSED_BURST_CAPPED, TOLL_BURST },
    { "a smaller number is no burst", CAP("x", .burst_calls = 2), SECOND_US, 0,
      REFUSED_NOT, TOLL_BURST },
    { "ten minutes are those before now, whatever the clock's are",
      CAP("x", .burst_calls = 1), SECOND_US, INT64_C(598) * SECOND_US,
      REFUSED_BURST_CAPPED, TOLL_BURST },
    { "after ten minutes a burst is over", CAP("x", .burst_calls = 1),
      SECOND_US, INT64_C(600) * SECOND_US, REFUSED_NOT, TOLL_BURST },
};

static void caps_one_more_call(void **state)
{
    const struct cap_row *row = *state;
    static const struct command dial = DIAL(ANN, "+44123", 0);
    struct story story;

    lead(&story, ANN_FREE, "*");
    call(&story, "+44123", SECOND, row->call_us);
    story_lead(&story, &row->cap, 1);
    story_wait(&story, row->pause_us);
    outbox_clear(&story.outbox);
    assert_int_equal(story_give(&story, &dial), row->refusal);

    const struct event *event = find_event(&story.outbox, EVENT_TOLL_ALARMED);

    assert_int_equal(event != NULL, row->refusal != REFUSED_NOT);
    if (event) {
        assert_int_equal(event->as.toll_alarmed.cause, row->cause);
        assert_int_equal(event->as.toll_alarmed.cap_id, 1);
        assert_int_equal(event->as.toll_alarmed.agent_id, ANN);
    }
    story_end(&story);
}

/* What is spent and what is new are so until the house's midnight, 05:00 UTC. */
static void a_day_of_costs_is_the_houses(void **state)
{
    static const struct zone new_york = {
        .change_count = 1,
        .changes = { { 0, INT64_C(-5) * 3600 * SECOND_US } },
    };
    static const struct command dial = DIAL(ANN, "+44123", 0);
    static const struct command cap = CAP("x", .daily_cost = 100);
    const int64_t midnight_us = INT64_C(5) * 3600 * SECOND_US;
    const struct command clock = SET_CLOCK(WALL_US - 2 * MINUTE_US);
    struct story story;

    (void)state;
    lead(&story, ANN_FREE, "*");
    assert_int_equal(core_set_zone(story.core, &new_york), 0);
    story_lead(&story, &clock, 1);
    call(&story, "+44123", SECOND, MINUTE_US);
    story_lead(&story, &cap, 1);
    story_wait(&story, 2 * MINUTE_US); /* 00:01 UTC */
    assert_int_equal(story_give(&story, &dial), REFUSED_COST_CAPPED);
    story_wait(&story, midnight_us - 2 * MINUTE_US);
    assert_int_equal(story_give(&story, &dial), REFUSED_COST_CAPPED);
    story_wait(&story, MINUTE_US);
    assert_int_equal(story_give(&story, &dial), 0);
    story_end(&story);
}

/* Between the midnight of UTC and that of the house's new zone. */
static void another_zone_forgets_no_costs(void **state)
{
    static const struct zone new_york = {
        .change_count = 1,
        .changes = { { 0, INT64_C(-5) * 3600 * SECOND_US } },
    };
    static const struct command dial = DIAL(ANN, "+44123", 0);
    static const struct command cap = CAP("x", .daily_cost = 100);
    static const struct command burst = CAP("y", .burst_calls = 1);
    const struct command clock = SET_CLOCK(WALL_US + 10 * MINUTE_US);
    struct story story;

    (void)state;
    lead(&story, ANN_FREE, "*");
    call(&story, "+44123", SECOND, MINUTE_US);
    story_lead(&story, &cap, 1);
    assert_int_equal(core_set_zone(story.core, &new_york), 0);
    story_lead(&story, &clock, 1);
    assert_int_equal(story_give(&story, &dial), REFUSED_COST_CAPPED);

    struct command more = CAP("x", .daily_cost = 101);

    more.as.set_cap.id = 1;
    more.as.set_cap.version = 1;
    story_lead(&story, &more, 1);
    story_lead(&story, &burst, 1); /* the route is new today, as it was */
    assert_int_equal(story_give(&story, &dial), REFUSED_BURST_CAPPED);
    story_end(&story);
}

/* No cap asks for more of them. */
static void remembers_so_many_risky_calls(void **state)
{
    static const struct outcall_row call = { .contact_id = 1, .trunk_id = 1 };
    struct state *folded = NULL;

    (void)state;
    assert_int_equal(state_new(&folded), 0);
    for (uint64_t seq = 1; seq <= STATE_MAX_RISKY + 50; seq++) {
        assert_int_equal(state_reserve(folded, 1), 0);
        folded->system.seq = seq; /* as state_fold() keeps both */
        folded->promised_events--;
        fold_call_out(folded, &call, true);
        fold_call_out_ends(folded, seq);
    }

    const struct risky_call_row *oldest =
        state_row_at(folded, ROW_RISKY_CALL, 0);

    assert_int_equal(state_row_count(folded, ROW_RISKY_CALL), STATE_MAX_RISKY);
    assert_int_equal(oldest->serial, 51);

    /* ... and none of them for longer than ten minutes */
    folded->system.seq++;
    folded->system.at_us = INT64_C(600) * SECOND_US;
    assert_int_equal(state_reserve(folded, 1), 0);
    fold_call_out(folded, &call, true);
    assert_int_equal(state_row_count(folded, ROW_RISKY_CALL), 1);
    state_free(folded);
}

/* Where her own phone rings first, it does so whatever stands against it. */
static void rings_the_phone_for_help(void **state)
{
    static const struct command help = DIAL(ANN, "112", 0);
    static const struct command other = DIAL(ANN, "+44123", 0);
    const struct effect *ring;
    struct story story;

    (void)state;
    for (int is_help = 0; is_help <= 1; is_help++) {
        lead(&story, ANN_FREE, "*");
        assert_int_equal(story_give(&story, is_help ? &help : &other), 0);
        ring = &story.outbox.effects[0];
        assert_int_equal(ring->type, EFFECT_RING);
        assert_int_equal(ring->is_help, is_help);
        story_end(&story);
    }
}

/* Ann has sent a caller outside and is free again: her call goes on. */
static void caps_calls_at_once(void **state)
{
    static const struct command commands[] = {
        CAP("x", .scope = CAP_OF_AGENT, .max_calls = 1),
        GONE(EFFECT_RELEASE),
        DISPOSE(ANN, SOLD, ""),
    };
    static const struct command dial = DIAL(ANN, "+44123", 0);
    static const struct command emergency = DIAL(ANN, "112", 0);
    static const struct command caller_leaves = CALLER_HANGS_UP(1);
    struct story story;

    (void)state;
    lead(&story, OUTSIDE, "*");
    story_lead(&story, commands, 1);
    assert_int_equal(story_give(&story, &commands[2]), 0);
    outbox_clear(&story.outbox);
    assert_int_equal(story_give(&story, &dial), REFUSED_CALLS_CAPPED);
    assert_int_equal(story_give(&story, &caller_leaves), 0);
    assert_int_equal(story_give(&story, &dial), 0);
    story_end(&story);

    lead(&story, OUTSIDE, "*");
    story_lead(&story, commands, 1);
    assert_int_equal(story_give(&story, &commands[2]), 0);
    assert_int_equal(story_give(&story, &emergency), 0);
    story_end(&story);
}

/* The number called says to call another one instead. */
static void caps_a_diverted_call_once(void **state)
{
    static const struct command one = CAP("x", .max_calls = 1);
    static const struct command divert = REDIRECTED(EFFECT_DIAL, "+44123");
    static const struct command beyond = REDIRECTED(EFFECT_DIAL, "+45123");
    const struct outcall_row *row;
    struct story story;
    char text[STORY_TEXT_SIZE];

    (void)state;
    lead(&story, CALLED_OUT, "*");
    story_lead(&story, &one, 1);
    assert_int_equal(story_give(&story, &divert), 0);
    story_summary(&story.outbox, text);
    assert_string_equal(text, "call_diverted +dial");
    assert_int_equal(find_dial(&story.outbox)->trunk_ids[0], SECOND);
    assert_int_equal(state_row_count(core_state(story.core), ROW_OUTCALL), 1);
    row = state_row_at(core_state(story.core), ROW_OUTCALL, 0);
    assert_int_equal(row->minute_cost, 100);
    story_end(&story);

    lead(&story, CALLED_OUT, "*");
    assert_int_equal(story_give(&story, &beyond), 0);
    assert_null(find_dial(&story.outbox));
    assert_non_null(find_event(&story.outbox, EVENT_TOLL_ALARMED));
    assert_int_equal(state_row_count(core_state(story.core), ROW_OUTCALL), 0);
    story_end(&story);
}

static void counts_what_a_call_that_goes_on_has_cost(void **state)
{
    static const struct command cap = CAP("x", .daily_cost = 100);
    static const struct command calls[] = { DIAL(ANN, "+44123", 0),
                                            ANSWERED(EFFECT_RING),
                                            DIALLED_ANSWERS(50), BRIDGED };
    static const struct command bob[] = { LOG_IN(BOB), AVAILABLE(BOB) };
    static const struct command dial = DIAL(BOB, "+420123", 0);
    struct story story;

    (void)state;
    lead(&story, ANN_FREE, "*");
    story_lead(&story, &cap, 1);
    story_lead(&story, bob, ARRAY_LEN(bob));
    story_lead(&story, calls, ARRAY_LEN(calls));
    story_wait(&story, 59 * SECOND_US);
    assert_int_equal(story_give(&story, &dial), 0);
    story_end(&story);

    lead(&story, ANN_FREE, "*");
    story_lead(&story, &cap, 1);
    story_lead(&story, bob, ARRAY_LEN(bob));
    story_lead(&story, calls, ARRAY_LEN(calls));
    story_wait(&story, MINUTE_US);
    assert_int_equal(story_give(&story, &dial), REFUSED_COST_CAPPED);
    story_end(&story);
}

/* The alarm. */

static void tells_of_fraud_once_a_minute(void **state)
{
    static const struct command dial = DIAL(ANN, "+45123", 0);
    static const struct command other = DIAL(ANN, "+34123", 0);
    struct story story;

    (void)state;
    lead(&story, ANN_FREE, "*");
    outbox_clear(&story.outbox);
    assert_int_equal(story_give(&story, &dial), REFUSED_NUMBER_BARRED);
    assert_int_equal(story.outbox.event_count, 1);
    assert_int_equal(story_give(&story, &dial), REFUSED_NUMBER_BARRED);
    assert_int_equal(story.outbox.event_count, 1);
    assert_int_equal(story_give(&story, &other), REFUSED_ROUTE_CLOSED);
    assert_int_equal(story.outbox.event_count, 2);
    story_wait(&story, MINUTE_US);
    outbox_clear(&story.outbox);
    assert_int_equal(story_give(&story, &other), REFUSED_ROUTE_CLOSED);
    assert_int_equal(story.outbox.event_count, 1);

    const struct system_row *system = state_system(core_state(story.core));

    assert_int_equal(system->toll_alarms, 3);
    assert_int_equal(system->toll_until_us,
                     story.now_us + INT64_C(900) * SECOND_US);
    story_end(&story);
}

static void tells_no_fraud_of_a_wrong_number(void **state)
{
    static const struct command dials[] = { DIAL(ANN, "+41123", 0),
                                            DIAL(ANN, "x", 0) };
    struct story story;

    (void)state;
    lead(&story, ANN_FREE, "*");
    outbox_clear(&story.outbox);
    assert_int_equal(story_give(&story, &dials[0]), REFUSED_NO_WAY_OUT);
    assert_int_equal(story_give(&story, &dials[1]), REFUSED_BAD_NUMBER);
    assert_int_equal(story.outbox.event_count, 0);
    story_end(&story);
}

static void tells_a_phone_why(void **state)
{
    static const struct command dial = PHONE_CALLS(7, 1, "+45123");
    struct story story;

    (void)state;
    lead(&story, ANN_FREE, "*");
    outbox_clear(&story.outbox);
    assert_int_equal(story_give(&story, &dial), 0);
    assert_int_equal(story.outbox.effect_count, 1);
    assert_int_equal(story.outbox.effects[0].type, EFFECT_REJECT);
    assert_int_equal(story.outbox.effects[0].code, 403);
    assert_string_equal(story.outbox.effects[0].label.text, "number_barred");
    assert_non_null(find_event(&story.outbox, EVENT_TOLL_ALARMED));
    story_end(&story);
}

/* The route was removed while the own phone rang. */
static void dials_nothing_that_is_no_longer_allowed(void **state)
{
    static const struct command dial = DIAL(ANN, "+44123", 0);
    static const struct command gone = { COMMAND_REMOVE_ROUTE,
                                         .as.remove_route = { 1, 1 } };
    static const struct command barred =
        ROUTE("no", "+44*", .trunk_id = 0, ALL_DAY);
    static const struct command pick_up = ANSWERED(EFFECT_RING);
    struct story story;
    char text[STORY_TEXT_SIZE];

    (void)state;
    lead(&story, ANN_FREE, "*");
    story_lead(&story, &dial, 1);
    story_lead(&story, &gone, 1);
    story_lead(&story, &barred, 1);
    assert_int_equal(story_give(&story, &pick_up), 0);
    story_summary(&story.outbox, text);
    assert_string_equal(
        text, "dialling_ended contact_ended toll_alarmed +stop_ringing");
    story_end(&story);
}

int main(void)
{
    struct test_list list = { .count = 0 };

    TEST_LIST_ADD_ROWS(&list, decides_the_same_for_all, gate_rows);
    TEST_LIST_ADD_ROWS(&list, caps_one_more_call, cap_rows);
    TEST_LIST_ADD(&list, a_day_of_costs_is_the_houses);
    TEST_LIST_ADD(&list, another_zone_forgets_no_costs);
    TEST_LIST_ADD(&list, remembers_so_many_risky_calls);
    TEST_LIST_ADD(&list, keeps_what_is_referred_to);
    TEST_LIST_ADD(&list, charges_what_was_talked);
    TEST_LIST_ADD(&list, charges_the_trunk_that_took_it);
    TEST_LIST_ADD(&list, rings_the_phone_for_help);
    TEST_LIST_ADD(&list, caps_calls_at_once);
    TEST_LIST_ADD(&list, caps_a_diverted_call_once);
    TEST_LIST_ADD(&list, counts_what_a_call_that_goes_on_has_cost);
    TEST_LIST_ADD(&list, tells_of_fraud_once_a_minute);
    TEST_LIST_ADD(&list, tells_no_fraud_of_a_wrong_number);
    TEST_LIST_ADD(&list, tells_a_phone_why);
    TEST_LIST_ADD(&list, dials_nothing_that_is_no_longer_allowed);
    return test_list_run(&list);
}
