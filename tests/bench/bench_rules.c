/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long the last of 1,000 rules takes to be found. */

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "core/rule.h"

/*
 * Each rule has five conditions, with a list of 10,000 numbers and a calendar
 * among them; the first four hold and the fifth does not, but in the last
 * rule. So each condition of each rule is asked for each call. The caller is
 * another one each time. Of each call the least of three rounds counts, which
 * others on the machine have disturbed least.
 */
enum { RULES = 1000, CALLS = 20000, NUMBERS = 10000, ROUNDS = 3 };

static const int64_t AT_US = INT64_C(1798102800000000); /* 2026-12-24 09:00 */

static void die(const char *what)
{
    fprintf(stderr, "bench_rules: %s\n", what);
    exit(1);
}

static void fold(struct state *state, struct event *event)
{
    static uint64_t seq;

    event->seq = ++seq;
    event->at_us = 1;
    if (state_reserve(state, 1) < 0)
        die("no memory");
    state_fold(state, event);
}

static void add_calendar(struct state *state)
{
    struct event event = { .type = EVENT_CALENDAR_SET };
    struct event_calendar_set *calendar = &event.as.calendar_set;

    *calendar = (struct event_calendar_set){
        .id = 1,
        .version = 1,
        .name = { "office" },
        .zone = { "UTC" },
        .hours = { "mon-fri 08:00-14:00 16:00-20:00, sat 09:00-13:00" },
        .holidays = { "01-01 next, 01-06, easter-2, easter+1, 05-01, 08-15, "
                      "10-12, 11-01, 12-06, 12-08, 12-25 next, 12-26 next, "
                      "05/mon/1, 05/mon/-1, 08/mon/-1" },
    };
    fold(state, &event);
}

static void add_list(struct state *state, struct rule_book *book)
{
    struct event event = { .type = EVENT_CALLER_LIST_SET };
    struct event_caller_list_set *document = &event.as.caller_list_set;
    struct caller_list *list =
        calloc(1, sizeof(*list) + NUMBERS * sizeof(list->numbers[0]));

    if (!list)
        die("no memory");
    memset(list->digest, 'a', 64);
    for (list->count = 0; list->count < NUMBERS; list->count++)
        list->numbers[list->count] = 34600000000 + list->count;
    if (rule_book_add_list(book, list) < 0)
        die("the list was not taken");

    *document = (struct event_caller_list_set){ .id = 1,
                                                .version = 1,
                                                .name = { "vip" } };
    memset(document->digest.text, 'a', 64);
    document->numbers = NUMBERS;
    fold(state, &event);
    free(list);
}

static void add_rule(struct state *state, int number)
{
    struct event event = { .type = EVENT_RULE_SET };
    struct event_rule_set *rule = &event.as.rule_set;
    bool is_last = number == RULES;

    *rule = (struct event_rule_set){ .id = (uint64_t)number,
                                     .version = 1,
                                     .position = number,
                                     .enabled = true,
                                     .to = TO_BUSY,
                                     .share = 1,
                                     .to2 = TO_FLOW,
                                     .to3 = TO_FLOW };
    (void)snprintf(rule->name.text, sizeof(rule->name.text), "rule-%d", number);
    (void)snprintf(rule->condition.text, sizeof(rule->condition.text),
                   "caller in vip and open(office) and hour between 8 and 19 "
                   "and weekday in (mon, tue, wed, thu, fri) and "
                   "called %s \"%d\"",
                   is_last ? "starts" : "==", is_last ? 9 : number);
    fold(state, &event);
}

static int compare(const void *a, const void *b)
{
    const int64_t *m = a;
    const int64_t *n = b;

    return (*m > *n) - (*m < *n);
}

/* Of this thread alone: others may be busy on the machine. */
static int64_t now_ns(void)
{
    struct timespec now;

    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return now.tv_sec * INT64_C(1000000000) + now.tv_nsec;
}

static int64_t time_one(struct rule_book *book, const struct state *state,
                        int call_number)
{
    char caller[32];
    const struct rule_call call = { .wall_us = AT_US,
                                    .caller = caller,
                                    .called = "910000000" };
    struct rule_choice choice;
    int64_t began_ns;

    (void)snprintf(caller, sizeof(caller), "+346%08d", call_number % NUMBERS);
    began_ns = now_ns();
    rule_choose(book, state, &call, &choice);

    int64_t took_ns = now_ns() - began_ns;

    if (!choice.rule || choice.rule->id != RULES)
        die("the last rule did not lead");
    return took_ns;
}

int main(void)
{
    static int64_t took_ns[CALLS];
    struct state *state = NULL;
    struct rule_book *book = NULL;

    if (state_new(&state) < 0 || rule_book_new(&book) < 0)
        die("no memory");
    add_calendar(state);
    add_list(state, book);
    for (int i = 1; i <= RULES; i++)
        add_rule(state, i);
    if (rule_book_refresh(book, state) < 0)
        die("no memory");

    for (int i = 0; i < CALLS * ROUNDS; i++) {
        int64_t ns = time_one(book, state, i);

        if (i < CALLS || ns < took_ns[i % CALLS])
            took_ns[i % CALLS] = ns;
    }
    qsort(took_ns, CALLS, sizeof(took_ns[0]), compare);

    double p50_us = (double)took_ns[CALLS / 2] / 1000;
    double p99_us = (double)took_ns[CALLS / 100 * 99] / 1000;

    printf("the last of %d rules with five conditions: "
           "median %.1f us, p99 %.1f us (wanted: below 50)\n",
           RULES, p50_us, p99_us);
    rule_book_free(book);
    state_free(state);
    return p99_us < 50 ? 0 : 1;
}
