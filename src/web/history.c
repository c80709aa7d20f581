/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A ring of steps for each. */

#include "web/history.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>

#include "base/line.h"
#include "base/tree.h"

static const int64_t HOUR_US = INT64_C(3600000000);

struct past {
    struct tree_node by_id;
    uint64_t id;
    int64_t step;                  /* the one that runs */
    int64_t last;                  /* as noted last */
    int64_t begun_us;              /* of a rate: the first note */
    int64_t values[HISTORY_STEPS]; /* of step n at n % HISTORY_STEPS */
};

struct history {
    struct tree pasts;
    int64_t step_us;
};

static struct past *past_of(const struct tree_node *node)
{
    return node ? TREE_MEMBER(node, struct past, by_id) : NULL;
}

static int order(uint64_t a, uint64_t b)
{
    return (a > b) - (a < b);
}

static int compare(const struct tree_node *a, const struct tree_node *b)
{
    return order(past_of(a)->id, past_of(b)->id);
}

static int compare_id(const struct tree_node *node, const void *id)
{
    return order(past_of(node)->id, *(const uint64_t *)id);
}

int history_new(int64_t step_s, struct history **ret_history)
{
    assert(step_s > 0 && ret_history);

    struct history *history = calloc(1, sizeof(*history));
    if (!history)
        return -ENOMEM;

    tree_init(&history->pasts, compare);
    history->step_us = step_s * 1000000;
    *ret_history = history;
    return 0;
}

static struct past *find(const struct history *history, uint64_t id)
{
    return past_of(tree_find(&history->pasts, compare_id, &id));
}

static void drop(struct history *history, struct past *past)
{
    tree_remove(&history->pasts, &past->by_id);
    free(past);
}

struct history *history_free(struct history *history)
{
    if (!history)
        return NULL;

    while (tree_count(&history->pasts) > 0)
        drop(history, past_of(tree_first(&history->pasts)));
    free(history);
    return NULL;
}

static struct past *make(struct history *history, uint64_t id, int64_t step)
{
    struct past *past = calloc(1, sizeof(*past));

    if (!past)
        return NULL;
    past->id = id;
    past->step = step;
    tree_add(&history->pasts, &past->by_id);
    return past;
}

/* Steps that nobody noted anything in begin with a value. */
static void go_to(struct past *past, int64_t step, int64_t value)
{
    if (step - past->step > HISTORY_STEPS)
        past->step = step - HISTORY_STEPS;
    while (past->step < step)
        past->values[++past->step % HISTORY_STEPS] = value;
}

static void print(const struct past *past, struct note *ret_text)
{
    struct line line = { .text = ret_text->text,
                         .size = sizeof(ret_text->text) };

    for (int64_t i = 1; i <= HISTORY_STEPS; i++)
        line_add(&line, "%s%" PRId64, i > 1 ? " " : "",
                 past->values[(past->step + i) % HISTORY_STEPS]);
}

/* @return of this id and step; NULL: there is no memory, and nothing is told */
static struct past *at_hand(struct history *history, uint64_t id, int64_t step,
                            struct note *ret_text)
{
    struct past *past = find(history, id);

    *ret_text = (struct note){ .text = "" };
    return past ? past : make(history, id, step);
}

/* Who waited at the end of a step waits at the beginning of the next. */
void history_note(struct history *history, uint64_t id, int64_t waiting,
                  int64_t now_us, struct note *ret_text)
{
    assert(history && waiting >= 0 && ret_text);
    int64_t step = now_us / history->step_us;
    struct past *past = at_hand(history, id, step, ret_text);

    if (!past)
        return;
    go_to(past, step, past->last);
    past->last = waiting;
    if (past->values[past->step % HISTORY_STEPS] < waiting)
        past->values[past->step % HISTORY_STEPS] = waiting;
    print(past, ret_text);
}

void history_count(struct history *history, uint64_t id, int64_t counter,
                   int64_t now_us, struct note *ret_text)
{
    assert(history && counter >= 0 && ret_text);
    int64_t step = now_us / history->step_us;
    struct past *past = at_hand(history, id, step, ret_text);

    if (!past)
        return;
    go_to(past, step, 0);
    past->values[past->step % HISTORY_STEPS] +=
        counter < past->last ? counter : counter - past->last;
    past->last = counter;
    print(past, ret_text);
}

static int64_t sum_from(const struct past *past, int64_t step)
{
    int64_t sum = 0;

    for (; step <= past->step; step++)
        sum += past->values[step % HISTORY_STEPS];
    return sum;
}

/* Of whole steps, and the one that runs: of a little more than the hour. */
int64_t history_rate(struct history *history, uint64_t id, int64_t counter,
                     int64_t now_us)
{
    assert(history && counter >= 0);
    int64_t step = now_us / history->step_us;
    int64_t first = step - HOUR_US / history->step_us;
    struct past *past = find(history, id);

    assert(step - first < HISTORY_STEPS);
    if (!past) {
        past = make(history, id, step);
        if (past) {
            past->last = counter;
            past->begun_us = now_us;
        }
        return -1;
    }
    go_to(past, step, 0);
    past->values[past->step % HISTORY_STEPS] +=
        counter < past->last ? counter : counter - past->last;
    past->last = counter;

    int64_t from_us = first * history->step_us;
    int64_t for_us =
        now_us - (from_us > past->begun_us ? from_us : past->begun_us);

    return for_us < HISTORY_RATE_LEAST_US
               ? -1
               : (sum_from(past, first) * HOUR_US + for_us / 2) / for_us;
}

void history_print(const struct history *history, uint64_t id,
                   struct note *ret_text)
{
    assert(history && ret_text);
    const struct past *past = find(history, id);

    *ret_text = (struct note){ .text = "" };
    if (past)
        print(past, ret_text);
}

void history_forget(struct history *history, uint64_t id)
{
    struct past *past = find(history, id);

    if (past)
        drop(history, past);
}
