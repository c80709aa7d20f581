/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Callers with priority, and callers who give up, against their formulas. */

#include <math.h>
#include <string.h>

#include "core/core.h"
#include "core/erlang.h"
#include "tests/core/traffic.h"
#include "tests/test.h"

/*
 * Classes: nobody's talk is cut short for a caller of a better class, so of c
 * agents busy for a share s_k with the classes 1 to k (s_0 = 0, all: s), rank
 * k waits on the average
 *
 *     W_k = W_0 / ((1 - s_(k-1)) (1 - s_k)),   W_0 = P_w T / c
 *
 * with Erlang's P_w of all the load (A. Cobham, "Priority Assignment in Waiting
 * Line Problems", Operations Research 2 (1954), 70-76).
 *
 * Patience: callers hang up after exponentially long, with mean 1 / d. With
 * a = l / m erlangs, n callers there, waiting ones included, are as likely as
 *
 *     q_n = a^n / n!  (n <= c),   q_n = q_(n-1) l / (c m + (n - c) d)  (n > c)
 *
 * says in proportion; the share that gives up is d E[waiting] / l, and whoever
 * comes waits, to be answered or not, E[waiting] / l on the average (C. Palm,
 * "Methods of Judging the Annoyance Caused by Congestion", Tele 2 (1953)).
 *
 * Means are judged by those of batches, as in test_waits.c.
 */
enum {
    BATCHES = 60,
    BATCH = 3000,
    CONTACTS = BATCHES * BATCH,
    CLASSES = 3,
    MAX_WAITING = 1000,
    STATES = 2000, /* of the sum; beyond them there is nothing */
};

/* Student's t with 59 degrees of freedom: 99.9 % of it lie within. */
static const double WITHIN = 3.46;

static const double TALK_S = 180.0;

struct model {
    const char *says;
    unsigned agents;
    double load;
    double shares[CLASSES]; /* of the callers: 1, or one for each class */
    double patience_s;      /* 0: they wait for ever */
    bool is_told_no_class;  /* the core is not */
    double patience_bias;   /* times as long as the formula is told; or 0 */
    uint64_t seed;
    bool is_right;
};

static const struct model models[] = {
    { "two classes wait as long as Cobham says",
      1,
      0.6,
      { 0.3, 0.7 },
      0,
      false,
      0,
      1,
      true },
    { "three classes with three agents do",
      3,
      0.7,
      { 0.2, 0.3, 0.5 },
      0,
      false,
      0,
      2,
      true },
    { "a line without classes is found out",
      3,
      0.7,
      { 0.2, 0.3, 0.5 },
      0,
      true,
      0,
      2,
      false },
    { "as many give up, and as late, as Palm says",
      3,
      0.9,
      { 1 },
      120,
      false,
      0,
      3,
      true },
    { "more work than agents: as many give up as he says",
      5,
      1.4,
      { 1 },
      90,
      false,
      0,
      4,
      true },
    { "patience that is 5 % too long is found out",
      5,
      1.4,
      { 1 },
      90,
      false,
      1.05,
      4,
      false },
};

/* What is measured, of a class in a batch; those who give up count as well. */
struct figure {
    double wait_s;
    double gave_up;
    double count;
};

struct waiting {
    uint64_t contact_id;
    int64_t since_us;
    int64_t until_us;
    int rank;
};

struct run {
    struct traffic traffic; /* the first, as begin_talk() is given it */
    const struct model *model;
    struct waiting waiting[MAX_WAITING];
    size_t waiting_count;
    int arriving_rank; /* of the one who comes now */
    size_t measured;
    struct figure figures[BATCHES][CLASSES];
};

static void measure(struct run *run, int rank, int64_t wait_us, bool gave_up)
{
    if (run->measured >= CONTACTS)
        return;

    struct figure *figure = &run->figures[run->measured++ / BATCH][rank];

    figure->wait_s += (double)wait_us / 1e6;
    figure->gave_up += gave_up;
    figure->count += 1;
}

/* Whoever comes while an agent is free is not among those who wait. */
static int take_waiting(struct run *run, uint64_t contact_id)
{
    for (size_t i = 0; i < run->waiting_count; i++)
        if (run->waiting[i].contact_id == contact_id) {
            int rank = run->waiting[i].rank;

            run->waiting[i] = run->waiting[--run->waiting_count];
            return rank;
        }

    return run->arriving_rank;
}

static double begin_talk(struct traffic *traffic,
                         const struct event_offer_made *offer)
{
    struct run *run = (struct run *)traffic;

    measure(run, take_waiting(run, offer->contact_id), offer->wait_us, false);
    return traffic_exponential(traffic, TALK_S);
}

static int draw_class(struct run *run)
{
    double drawn = traffic_uniform(&run->traffic);
    int rank = 0;

    while (rank < CLASSES - 1 && drawn >= run->model->shares[rank])
        drawn -= run->model->shares[rank++];

    return rank;
}

static int64_t draw_patience_us(struct run *run)
{
    const struct model *model = run->model;
    double bias = model->patience_bias > 0 ? model->patience_bias : 1;

    if (model->patience_s <= 0)
        return INT64_MAX;

    return run->traffic.story.now_us +
           traffic_us(
               traffic_exponential(&run->traffic, model->patience_s * bias));
}

/* Who does not wait is being talked to already. */
static void begin_to_wait(struct run *run, uint64_t contact_id)
{
    const struct contact_row *row = contact_of(&run->traffic.story, contact_id);
    const struct command promotion =
        PRIORITY(contact_id, 10 * (1 + (int64_t)run->arriving_rank), 0);
    int64_t until_us = draw_patience_us(run);

    if (row->place != PLACE_QUEUE)
        return;

    assert_true(run->waiting_count < MAX_WAITING);
    run->waiting[run->waiting_count++] =
        (struct waiting){ contact_id, run->traffic.story.now_us, until_us,
                          run->arriving_rank };
    if (!run->model->is_told_no_class)
        traffic_do(&run->traffic, &promotion);
}

static void caller_comes(struct run *run)
{
    const struct model *model = run->model;
    struct traffic *traffic = &run->traffic;
    double gap_s = TALK_S / (model->load * model->agents);

    traffic->story.now_us = traffic->next_arrival_us;
    traffic->next_arrival_us += traffic_us(traffic_exponential(traffic, gap_s));
    run->arriving_rank = draw_class(run);
    begin_to_wait(run, traffic_caller_comes(traffic));
}

static size_t next_to_give_up(const struct run *run)
{
    size_t next = 0;

    for (size_t i = 1; i < run->waiting_count; i++)
        if (run->waiting[i].until_us < run->waiting[next].until_us)
            next = i;

    return next;
}

static void give_up(struct run *run, size_t index)
{
    struct waiting gone = run->waiting[index];
    const struct command hangs_up = CALLER_HANGS_UP(gone.contact_id);

    run->waiting[index] = run->waiting[--run->waiting_count];
    run->traffic.story.now_us = gone.until_us;
    measure(run, gone.rank, gone.until_us - gone.since_us, true);
    traffic_do(&run->traffic, &hangs_up);
}

static void live(struct run *run)
{
    struct traffic *traffic = &run->traffic;

    while (run->measured < CONTACTS) {
        uint64_t agent = traffic_next_to_hang_up(traffic);
        size_t impatient = next_to_give_up(run);
        int64_t ends_us = agent ? traffic->busy_until_us[agent] : INT64_MAX;
        int64_t given_up_us = run->waiting_count > 0
                                  ? run->waiting[impatient].until_us
                                  : INT64_MAX;

        if (given_up_us < ends_us && given_up_us < traffic->next_arrival_us)
            give_up(run, impatient);
        else if (ends_us <= traffic->next_arrival_us)
            traffic_hang_up(traffic, agent);
        else
            caller_comes(run);
    }
}

/* What the formulas say of a class. */

static double cobham_wait_s(const struct model *model, int rank)
{
    double erlangs = model->load * model->agents;
    const struct erlang_traffic traffic = { erlangs / TALK_S * 3600.0, TALK_S };
    double waits = 0.0, before = 0.0;

    assert_int_equal(erlang_wait_probability(&traffic, model->agents, &waits),
                     0);
    for (int i = 0; i < rank; i++)
        before += model->load * model->shares[i];

    return waits * TALK_S / model->agents / (1 - before) /
           (1 - before - model->load * model->shares[rank]);
}

/* E[waiting] / l */
static double palm_wait_s(const struct model *model)
{
    double agents = model->agents;
    double a_second = model->load * agents / TALK_S;
    double weight = 1.0, all = 1.0, waiting = 0.0;

    for (int n = 1; n < STATES; n++) {
        double ends = fmin(n, agents) / TALK_S;
        double given_up = fmax(n - agents, 0) / model->patience_s;

        weight *= a_second / (ends + given_up);
        all += weight;
        waiting += weight * fmax(n - agents, 0);
    }

    return waiting / all / a_second;
}

/* Judging. */

struct estimate {
    double mean;
    double give;
};

static struct estimate judge(const struct run *run, int rank, bool of_giving_up)
{
    double values[BATCHES], mean = 0.0, left = 0.0;

    for (size_t i = 0; i < BATCHES; i++) {
        const struct figure *figure = &run->figures[i][rank];

        values[i] =
            (of_giving_up ? figure->gave_up : figure->wait_s) / figure->count;
        mean += values[i] / BATCHES;
    }
    for (size_t i = 0; i < BATCHES; i++)
        left += (values[i] - mean) * (values[i] - mean);

    return (struct estimate){ mean,
                              WITHIN * sqrt(left / (BATCHES - 1) / BATCHES) };
}

static bool is_near(const struct estimate *estimate, double right,
                    const char *what)
{
    print_message("# %s %.3f +- %.3f, the formula says %.3f\n", what,
                  estimate->mean, estimate->give, right);
    assert_true(estimate->give < 0.12 * estimate->mean); /* it says much */
    return fabs(estimate->mean - right) <= estimate->give;
}

static bool is_as_cobham_says(const struct run *run)
{
    bool is_right = true;

    for (int rank = 0; rank < CLASSES && run->model->shares[rank] > 0; rank++) {
        struct estimate wait = judge(run, rank, false);

        is_right &= is_near(&wait, cobham_wait_s(run->model, rank), "wait");
    }

    return is_right;
}

static bool is_as_palm_says(const struct run *run)
{
    double right_s = palm_wait_s(run->model);
    struct estimate wait = judge(run, 0, false);
    struct estimate gave_up = judge(run, 0, true);
    bool is_right = is_near(&wait, right_s, "wait");

    return is_near(&gave_up, right_s / run->model->patience_s, "gave up") &&
           is_right;
}

static void lives_as_the_formula_says(void **state)
{
    const struct model *model = *state;
    static struct run run;

    memset(&run, 0, sizeof(run));
    traffic_begin(&run.traffic, model->agents, model->seed);
    run.traffic.talk_s = begin_talk;
    run.model = model;
    live(&run);
    traffic_end(&run.traffic);
    assert_int_equal(model->patience_s > 0 ? is_as_palm_says(&run)
                                           : is_as_cobham_says(&run),
                     model->is_right);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, lives_as_the_formula_says, models);
    return test_list_run(&list);
}
