/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Half a million contacts through the core wait as long as Erlang said in 1917. */

#include "core/core.h"

#include <math.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "core/erlang.h"
#include "tests/core/traffic.h"
#include "tests/test.h"

/*
 * Calls come at random, talks last exponentially long, nobody hangs up while
 * waiting: Erlang's model.
 *
 * The waits of neighbours are much alike, so their mean is judged by the means
 * of 100 batches of 5,000 (A. M. Law, "Simulation Modeling and Analysis",
 * chapter 9). What is known without any simulation, the mean load of a batch,
 * explains part of how they differ; that part is taken out (the control
 * variate of chapter 11).
 */
enum {
    BATCHES = 100,
    BATCH = 5000,
    CONTACTS = BATCHES * BATCH,
};

/* Student's t with 98 degrees of freedom: 99.9 % of it lie within. */
static const double WITHIN = 3.393;

static const double TALK_S = 180.0;

struct centre {
    const char *says;
    unsigned agents;
    double load; /* share of the agents' time in talks, as Erlang is told */
    double talk_bias; /* talks are so many times longer than he is told */
    double wait_bias; /* waits are reported so many times longer */
    uint64_t seed;
    bool is_right;
};

static const struct centre centres[] = {
    { "one agent, half busy, keeps callers as long as Erlang says", 1, 0.5, 1.0,
      1.0, 1, true },
    { "three agents, busy for 80 %, do", 3, 0.8, 1.0, 1.0, 2, true },
    { "ten agents, busy for 80 %, do", 10, 0.8, 1.0, 1.0, 3, true },
    { "waits that are 3 % too long are found out", 1, 0.3, 1.0, 1.03, 4,
      false },
    { "talks that are 3 % too long are found out", 3, 0.8, 1.03, 1.0, 5,
      false },
};

struct run {
    struct traffic traffic; /* the first, as begin_talk() is given it */
    const struct centre *centre;
    size_t measured;
    double waits_s[BATCHES];
    double gaps_s[BATCHES];
    double talks_s[BATCHES];
};

/* The batch of the contact that comes, or is talked to, now. */
static size_t batch_of(size_t contact)
{
    return contact / BATCH < BATCHES ? contact / BATCH : BATCHES - 1;
}

static double begin_talk(struct traffic *traffic,
                         const struct event_offer_made *offer)
{
    struct run *run = (struct run *)traffic;
    double talk_s = traffic_exponential(traffic, TALK_S);
    size_t batch = batch_of(run->measured);

    if (run->measured < CONTACTS) {
        run->waits_s[batch] +=
            (double)offer->wait_us / 1e6 * run->centre->wait_bias / BATCH;
        run->talks_s[batch] += talk_s / BATCH;
        run->measured++;
    }
    return talk_s * run->centre->talk_bias;
}

static void caller_comes(struct run *run, double gap_s)
{
    struct traffic *traffic = &run->traffic;
    double drawn_s = traffic_exponential(traffic, gap_s);

    run->gaps_s[batch_of(traffic->calls + 1)] += drawn_s / BATCH;
    traffic->story.now_us = traffic->next_arrival_us;
    traffic->next_arrival_us += traffic_us(drawn_s);
    traffic_caller_comes(traffic);
}

static void live(struct run *run)
{
    const struct centre *centre = run->centre;
    struct traffic *traffic = &run->traffic;
    double gap_s = TALK_S / (centre->load * centre->agents);

    while (run->measured < CONTACTS) {
        uint64_t agent = traffic_next_to_hang_up(traffic);

        if (agent && traffic->busy_until_us[agent] <= traffic->next_arrival_us)
            traffic_hang_up(traffic, agent);
        else
            caller_comes(run, gap_s);
    }
}

/* The mean of the waits, and how far it may be from the truth. */
struct estimate {
    double mean_s;
    double give_s;
};

static double mean_of(const double values[BATCHES])
{
    double sum = 0.0;

    for (size_t i = 0; i < BATCHES; i++)
        sum += values[i];

    return sum / BATCHES;
}

static struct estimate judge(const struct run *run, const struct centre *centre)
{
    double loads[BATCHES];
    double covered = 0.0, spread = 0.0, left = 0.0;

    for (size_t i = 0; i < BATCHES; i++)
        loads[i] = run->talks_s[i] / run->gaps_s[i] / centre->agents;

    double wait = mean_of(run->waits_s);
    double load = mean_of(loads);

    for (size_t i = 0; i < BATCHES; i++) {
        covered += (run->waits_s[i] - wait) * (loads[i] - load);
        spread += (loads[i] - load) * (loads[i] - load);
    }

    double slope = covered / spread;

    for (size_t i = 0; i < BATCHES; i++) {
        double rest = run->waits_s[i] - wait - slope * (loads[i] - load);

        left += rest * rest;
    }

    return (struct estimate){
        .mean_s = wait - slope * (load - centre->load),
        .give_s = WITHIN * sqrt(left / (BATCHES - 2) / BATCHES),
    };
}

/* W = P_w * T / (N - A) */
static double erlang_wait_s(const struct centre *centre)
{
    double erlangs = centre->load * centre->agents;
    const struct erlang_traffic traffic = { erlangs / TALK_S * 3600.0, TALK_S };
    double waits = 0.0;

    assert_int_equal(erlang_wait_probability(&traffic, centre->agents, &waits),
                     0);
    return waits * TALK_S / (centre->agents - erlangs);
}

static void waits_as_long_as_erlang_says(void **state)
{
    const struct centre *centre = *state;
    static struct run run;
    clock_t began = clock();

    memset(&run, 0, sizeof(run));
    traffic_begin(&run.traffic, centre->agents, centre->seed);
    run.traffic.talk_s = begin_talk;
    run.centre = centre;
    live(&run);
    traffic_end(&run.traffic);

    double took_s = (double)(clock() - began) / CLOCKS_PER_SEC;
    double right_s = erlang_wait_s(centre);
    struct estimate estimate = judge(&run, centre);

    print_message("# %.2f s +- %.2f, Erlang says %.2f; %.0f contacts/s\n",
                  estimate.mean_s, estimate.give_s, right_s, CONTACTS / took_s);
    assert_int_equal(fabs(estimate.mean_s - right_s) <= estimate.give_s,
                     centre->is_right);
    assert_true(estimate.give_s < 0.06 * right_s); /* it says something */
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, waits_as_long_as_erlang_says, centres);
    return test_list_run(&list);
}
