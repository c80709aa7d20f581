/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a lookup before the routing rules costs the core. */

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "tests/core/situation.h"
#include "tests/test.h"

/*
 * The last of 1,000 rules asks for what the lookup tells, and leads to busy.
 * For each caller the arrival, which asks, and the answer, by which the call is
 * led, are timed apart: what the machine takes is no time of the core. It is
 * done once with nobody asked about, and once with a thousand callers whose
 * answers never come: as a ratio of the two, in turns, it does not depend on
 * what else runs. A turn of the main thread may take 1 ms.
 */
enum { RULES = 1000, CALLS = 1000, PENDING = 1000, TURN_NS = 1000000 };

struct times {
    int64_t arrival_ns[CALLS];
    int64_t answer_ns[CALLS];
};

static int64_t now_ns(void)
{
    struct timespec now;

    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return now.tv_sec * INT64_C(1000000000) + now.tv_nsec;
}

static void must(struct story *story, const struct command *command)
{
    int rc = story_give(story, command);

    if (rc == 0)
        return;

    fprintf(stderr, "bench_lookup: command %d: %d\n", command->type, rc);
    exit(1);
}

static void add_rules(struct story *story)
{
    struct command command = { COMMAND_SET_RULE,
                               .as.set_rule = { .enabled = true,
                                                .to = TO_BUSY,
                                                .share = 1,
                                                .to2 = TO_FLOW,
                                                .to3 = TO_FLOW } };
    struct command_set_rule *rule = &command.as.set_rule;

    for (int i = 1; i <= RULES; i++) {
        (void)snprintf(rule->name.text, sizeof(rule->name.text), "r%d", i);
        (void)snprintf(rule->condition.text, sizeof(rule->condition.text),
                       "hour < 24 and data.level == \"%s%d\"",
                       i == RULES ? "gold" : "silver", i);
        must(story, &command);
    }
}

static void begin(struct story *story)
{
    static const struct command made[] = {
        { COMMAND_SET_LOOKUP,
          .as.set_lookup = { .name = { "crm" },
                             .url = { "https://crm.example/{{caller}}" },
                             .secret_header = { "Authorization" },
                             .values = { "level=level" },
                             .within_ms = 3000 } },
        { COMMAND_SET_ENTRY, .as.set_entry = { .id = 1,
                                               .version = 1,
                                               .name = { "menu" },
                                               .number = { "+4201" },
                                               .flow_id = MAIN,
                                               .lookup_id = 1 } },
    };

    story_begin_in(story, NOBODY_THERE);
    for (size_t i = 0; i < ARRAY_LEN(made); i++)
        must(story, &made[i]);
    add_rules(story);
}

static void arrive(struct story *story, uint64_t call)
{
    struct command arrives = ARRIVES(call, "+4201");

    must(story, &arrives);
}

static bool is_led(const struct outbox *outbox)
{
    for (size_t i = 0; i < outbox->event_count; i++)
        if (outbox->events[i].type == EVENT_CONTACT_LED &&
            outbox->events[i].as.contact_led.rule_id == RULES)
            return true;

    return false;
}

static void time_one(struct story *story, uint64_t call, int64_t *ret_arrival,
                     int64_t *ret_answer)
{
    static const struct command told = { COMMAND_LOOKUP_ANSWERED,
                                         .as.lookup_answered = {
                                             SERIAL_OF(EFFECT_LOOK_UP),
                                             LOOKUP_FOUND,
                                             200,
                                             { "level=gold1000\n" } } };
    int64_t began_ns;

    outbox_clear(&story->outbox);
    began_ns = now_ns();
    arrive(story, call);
    *ret_arrival = now_ns() - began_ns;
    began_ns = now_ns();
    must(story, &told);
    story_wait(story, 1);
    *ret_answer = now_ns() - began_ns;
    if (!is_led(&story->outbox)) {
        fprintf(stderr, "bench_lookup: the last rule did not lead\n");
        exit(1);
    }
}

static int compare(const void *a, const void *b)
{
    const int64_t *m = a;
    const int64_t *n = b;

    return (*m > *n) - (*m < *n);
}

static double at_us(int64_t *ns, int percent)
{
    qsort(ns, CALLS, sizeof(ns[0]), compare);
    return (double)ns[(CALLS - 1) * percent / 100] / 1000;
}

int main(void)
{
    static struct times alone, beside;
    struct story empty, asked;

    begin(&empty);
    begin(&asked);
    for (uint64_t call = 1; call <= PENDING; call++) {
        arrive(&asked, call);
        outbox_clear(&asked.outbox);
    }
    for (int i = 0; i < CALLS; i++) {
        uint64_t call = (uint64_t)(PENDING + 1 + i);

        time_one(&empty, call, &alone.arrival_ns[i], &alone.answer_ns[i]);
        time_one(&asked, call, &beside.arrival_ns[i], &beside.answer_ns[i]);
    }

    double ratio =
        (at_us(beside.arrival_ns, 50) + at_us(beside.answer_ns, 50)) /
        (at_us(alone.arrival_ns, 50) + at_us(alone.answer_ns, 50));
    double p99_us = at_us(beside.answer_ns, 99);

    printf("a lookup before %d rules, %d callers being asked about: the call "
           "comes in %.1f us, and is led in %.1f us (median; p99 %.1f us, "
           "wanted: below %d)\n",
           RULES, PENDING, at_us(beside.arrival_ns, 50),
           at_us(beside.answer_ns, 50), p99_us, TURN_NS / 1000);
    printf("... %.2f times as long as with nobody asked about (wanted: below "
           "2)\n",
           ratio);
    story_end(&asked);
    story_end(&empty);
    return p99_us < (double)TURN_NS / 1000 && ratio < 2 ? 0 : 1;
}
