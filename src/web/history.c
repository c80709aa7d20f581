/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A ring of steps per queue. */

#include "web/history.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>

#include "base/line.h"
#include "base/tree.h"

static const int64_t STEP_US = INT64_C(1000000) * HISTORY_STEP_S;

struct past {
    struct tree_node by_id;
    uint64_t queue_id;
    int64_t step;                /* the one that runs */
    int64_t waiting;             /* noted last */
    int64_t most[HISTORY_STEPS]; /* of step n at n % HISTORY_STEPS */
};

struct history {
    struct tree pasts;
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
    return order(past_of(a)->queue_id, past_of(b)->queue_id);
}

static int compare_id(const struct tree_node *node, const void *id)
{
    return order(past_of(node)->queue_id, *(const uint64_t *)id);
}

int history_new(struct history **ret_history)
{
    assert(ret_history);

    struct history *history = calloc(1, sizeof(*history));
    if (!history)
        return -ENOMEM;

    tree_init(&history->pasts, compare);
    *ret_history = history;
    return 0;
}

static struct past *find(const struct history *history, uint64_t queue_id)
{
    return past_of(tree_find(&history->pasts, compare_id, &queue_id));
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

static struct past *make(struct history *history, uint64_t queue_id,
                         int64_t step)
{
    struct past *past = calloc(1, sizeof(*past));

    if (!past)
        return NULL;
    past->queue_id = queue_id;
    past->step = step;
    tree_add(&history->pasts, &past->by_id);
    return past;
}

/* Who waited at the end of a step waits at the beginning of the next. */
static void go_to(struct past *past, int64_t step)
{
    if (step - past->step > HISTORY_STEPS)
        past->step = step - HISTORY_STEPS;
    while (past->step < step)
        past->most[++past->step % HISTORY_STEPS] = past->waiting;
}

static void print(const struct past *past, struct note *ret_text)
{
    struct line line = { .text = ret_text->text,
                         .size = sizeof(ret_text->text) };

    for (int64_t i = 1; i <= HISTORY_STEPS; i++)
        line_add(&line, "%s%" PRId64, i > 1 ? " " : "",
                 past->most[(past->step + i) % HISTORY_STEPS]);
}

void history_note(struct history *history, uint64_t queue_id, int64_t waiting,
                  int64_t now_us, struct note *ret_text)
{
    int64_t step = now_us / STEP_US;

    assert(history && waiting >= 0 && ret_text);

    *ret_text = (struct note){ .text = "" };
    struct past *past = find(history, queue_id);
    if (!past)
        past = make(history, queue_id, step);
    if (!past)
        return;
    go_to(past, step);
    past->waiting = waiting;
    if (past->most[past->step % HISTORY_STEPS] < waiting)
        past->most[past->step % HISTORY_STEPS] = waiting;
    print(past, ret_text);
}

void history_forget(struct history *history, uint64_t queue_id)
{
    struct past *past = find(history, queue_id);

    if (past)
        drop(history, past);
}
