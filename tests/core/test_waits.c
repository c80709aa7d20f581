/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A million contacts through the core wait as long as Erlang said in 1917. */

#include "core/core.h"

#include <math.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "core/erlang.h"
#include "tests/core/story.h"
#include "tests/test.h"

/*
 * Calls come at random, talks last exponentially long, nobody hangs up while
 * waiting: Erlang's model, lived by the real commands. Phones and bridges
 * answer at once, so that a wait is the queue's alone.
 *
 * The waits of neighbours are much alike, so their mean is judged by the means
 * of 100 batches of 10,000 (A. M. Law, "Simulation Modeling and Analysis",
 * chapter 9). What is known without any simulation, the mean load of a batch,
 * explains part of how they differ; that part is taken out (the control
 * variate of chapter 11).
 */
enum {
    BATCHES = 100,
    BATCH = 10000,
    CONTACTS = BATCHES * BATCH,
    MAX_AGENTS = 10,
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
    { "waits that are 2 % too long are found out", 1, 0.3, 1.0, 1.02, 4,
      false },
    { "talks that are 2 % too long are found out", 3, 0.8, 1.02, 1.0, 5,
      false },
};

struct run {
    struct story story;
    uint64_t random;
    int64_t next_arrival_us;
    int64_t busy_until_us[MAX_AGENTS + 1]; /* by agent; 0: free */
    uint64_t contact_of[MAX_AGENTS + 1];
    uint64_t calls;
    size_t measured;
    double waits_s[BATCHES];
    double gaps_s[BATCHES];
    double talks_s[BATCHES];
};

static double draw_exponential(struct run *run, double mean)
{
    run->random ^= run->random << 13;
    run->random ^= run->random >> 7;
    run->random ^= run->random << 17;

    double uniform = ((double)(run->random >> 11) + 0.5) / 9007199254740992.0;

    return -mean * log(uniform);
}

static int64_t in_us(double seconds)
{
    return (int64_t)llround(seconds * 1e6);
}

static void must(struct run *run, const struct command *command)
{
    int rc = core_apply(run->story.core, command, run->story.now_us,
                        &run->story.outbox, NULL);

    if (rc != 0)
        fail_msg("%s is refused with %d", command_record(command->type)->name,
                 rc);
}

/* The batch of the contact that comes, or is talked to, now. */
static size_t batch_of(size_t contact)
{
    return contact / BATCH < BATCHES ? contact / BATCH : BATCHES - 1;
}

static void begin_talk(struct run *run, const struct centre *centre,
                       const struct event_offer_made *offer)
{
    double talk_s = draw_exponential(run, TALK_S);
    size_t batch = batch_of(run->measured);

    run->contact_of[offer->agent_id] = offer->contact_id;
    run->busy_until_us[offer->agent_id] =
        run->story.now_us + in_us(talk_s * centre->talk_bias);

    if (run->measured < CONTACTS) {
        run->waits_s[batch] +=
            (double)offer->wait_us / 1e6 * centre->wait_bias / BATCH;
        run->talks_s[batch] += talk_s / BATCH;
        run->measured++;
    }
}

/* Phones, bridges and callers answer at once, which leads to more effects. */
static void answer_all(struct run *run, const struct centre *centre)
{
    struct outbox *outbox = &run->story.outbox;

    while (outbox->event_count > 0) {
        struct command answers[8];
        size_t count = 0;

        for (size_t i = 0; i < outbox->event_count; i++)
            if (outbox->events[i].type == EVENT_OFFER_MADE)
                begin_talk(run, centre, &outbox->events[i].as.offer_made);

        for (size_t i = 0; i < outbox->effect_count; i++) {
            uint64_t serial = outbox->effects[i].serial;

            assert_true(count < ARRAY_LEN(answers));
            switch (outbox->effects[i].type) {
            case EFFECT_ANSWER:
                answers[count++] =
                    (struct command){ COMMAND_CALLER_CONNECTED,
                                      .as.caller_connected = { serial } };
                break;
            case EFFECT_RING:
                answers[count++] =
                    (struct command){ COMMAND_LEG_ANSWERED,
                                      .as.leg_answered = { serial, 0, 0 } };
                break;
            case EFFECT_BRIDGE:
                answers[count++] =
                    (struct command){ COMMAND_BRIDGED,
                                      .as.bridged = { .serial = serial } };
                break;
            case EFFECT_RELEASE:
                answers[count++] =
                    (struct command){ COMMAND_LEG_GONE,
                                      .as.leg_gone = { serial } };
                break;
            default:
                break;
            }
        }

        outbox_clear(outbox);
        for (size_t i = 0; i < count; i++)
            must(run, &answers[i]);
    }
}

static void set_up(struct run *run, const struct centre *centre)
{
    memset(run, 0, sizeof(*run));
    run->random = centre->seed * UINT64_C(0x9E3779B97F4A7C15);
    story_begin(&run->story);

    /* the queue of the house, without any work after a talk */
    struct command queue = { .type = COMMAND_SET_QUEUE };

    memcpy(&queue.as, state_queue(core_state(run->story.core), SALES),
           sizeof(queue.as.set_queue));
    queue.as.set_queue.wrap_up = WRAP_UP_NONE;
    queue.as.set_queue.max_waiting = 10000;
    must(run, &queue);

    for (uint64_t agent = 1; agent <= centre->agents; agent++) {
        struct command device = { COMMAND_SET_DEVICE,
                                  .as.set_device = { .mode = PHONE_RINGS } };
        struct command doc = { COMMAND_SET_AGENT,
                               .as.set_agent = { .device_id = agent } };
        const struct command seen = DEVICE_SEEN(agent);
        const struct command log_in = LOG_IN(agent);
        const struct command available = AVAILABLE(agent);
        const struct command assign = ASSIGN(agent, SALES, 1);

        device.as.set_device.name.text[0] = 'a';
        device.as.set_device.name.text[1] = (char)('a' + (char)agent);
        doc.as.set_agent.name = device.as.set_device.name;
        if (agent <= BOB) {
            device.as.set_device.id = doc.as.set_agent.id = agent;
            device.as.set_device.version = doc.as.set_agent.version = 1;
        }

        must(run, &device);
        must(run, &doc);
        if (agent > BOB)
            must(run, &seen);
        if (agent != ANN)
            must(run, &assign);
        must(run, &log_in);
        must(run, &available);
    }

    outbox_clear(&run->story.outbox);
}

static void caller_comes(struct run *run, double gap_s)
{
    static const struct command call = ARRIVES(1, "+42021");
    struct command arrives = call;
    double drawn_s = draw_exponential(run, gap_s);

    arrives.as.contact_arrives.call = ++run->calls;
    run->gaps_s[batch_of(run->calls)] += drawn_s / BATCH;
    run->next_arrival_us = run->story.now_us + in_us(drawn_s);
    must(run, &arrives);
}

static uint64_t next_to_hang_up(const struct run *run)
{
    uint64_t next = 0;

    for (uint64_t agent = 1; agent <= MAX_AGENTS; agent++)
        if (run->busy_until_us[agent] &&
            (!next || run->busy_until_us[agent] < run->busy_until_us[next]))
            next = agent;

    return next;
}

static void live(struct run *run, const struct centre *centre)
{
    double gap_s = TALK_S / (centre->load * centre->agents);

    run->next_arrival_us = run->story.now_us + 1;
    while (run->measured < CONTACTS) {
        uint64_t agent = next_to_hang_up(run);

        if (agent && run->busy_until_us[agent] <= run->next_arrival_us) {
            const struct command end = CALLER_HANGS_UP(run->contact_of[agent]);

            run->story.now_us = run->busy_until_us[agent];
            run->busy_until_us[agent] = 0;
            must(run, &end);
        } else {
            run->story.now_us = run->next_arrival_us;
            caller_comes(run, gap_s);
        }

        answer_all(run, centre);
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

    set_up(&run, centre);
    live(&run, centre);
    story_end(&run.story);

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
