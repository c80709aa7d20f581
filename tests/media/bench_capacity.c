/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many calls are carried, recorded, beside what a plain relay carries:
   bench_capacity [SECONDS] */

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

#include "relay_trial.h"

/*
 * The number of calls doubles until it is too much, then the gap is halved; what
 * is too much must be so three times, since the machine does other things too.
 * The two take turns.
 *
 * Where the phones did not send what was due in one of the three, or more than
 * half of it late, they may be the limit, and that is said.
 */

static const double TARGET = 0.5;

enum {
    FIRST_CALLS = 32,
    TRIES = 3,
    LONGEST_ROUND_S = 10,
    GAPS = 16,       /* halved until it is this part of what is carried */
    LONGEST_S = 120, /* then it ends with what is known */
};

struct search {
    const char *name;
    enum relay_verdict (*trial)(int calls, int seconds);
    int most;  /* carried; 0: none yet */
    int least; /* not carried; 0: none yet */
    bool by_phones;
};

static int64_t now_s(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec;
}

/* The number to try next; 0: the search is over. */
static int next_calls(const struct search *search)
{
    if (!search->least)
        return !search->most                      ? FIRST_CALLS
               : search->most < RELAY_TRIAL_CALLS ? 2 * search->most
                                                  : 0;
    if (search->least - search->most <= search->most / GAPS ||
        search->least - search->most < 2)
        return 0;
    return (search->most + search->least) / 2;
}

/* One number of calls. False: the search is over. */
static bool search_step(struct search *search, int seconds)
{
    int calls = next_calls(search);
    enum relay_verdict verdict = RELAY_TOO_MUCH;
    bool by_phones = false;

    if (calls == 0)
        return false;
    for (int i = 0; i < TRIES && verdict != RELAY_CARRIED; i++) {
        verdict = search->trial(calls, seconds);
        by_phones = by_phones || verdict == RELAY_PHONES_LATE;
    }
    if (verdict == RELAY_CARRIED) {
        search->most = calls;
    } else {
        search->least = calls;
        search->by_phones = by_phones;
    }
    return true;
}

/* What is known of it; false: the number is only a least one. */
static bool say(const struct search *search)
{
    printf("%s: %d calls", search->name, search->most);
    if (search->least)
        printf(", not %d", search->least);
    if (search->by_phones)
        printf(", which the phones cannot send");
    printf("\n");
    return search->least && !search->by_phones;
}

int main(int argc, char **argv)
{
    struct search plain = { .name = "plain relay", .trial = relay_trial_plain };
    struct search ours = { .name = "recorded", .trial = relay_trial_recorded };
    int seconds = argc > 1 ? (int)strtol(argv[1], NULL, 10) : 3;
    int64_t end = now_s() + LONGEST_S;
    struct rlimit limit;
    bool more = true;

    if (seconds < 1 || seconds > LONGEST_ROUND_S)
        return EXIT_FAILURE;
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
    while (more && now_s() < end) {
        more = search_step(&plain, seconds);
        more = search_step(&ours, seconds) || more;
    }

    bool is_known = say(&plain);

    is_known = say(&ours) && is_known;
    if (!plain.most || !ours.most)
        return EXIT_FAILURE;
    printf("recorded / plain: %.2f, target %.2f%s\n",
           (double)ours.most / plain.most, TARGET,
           is_known ? "" : "; not the relays alone were the limit");
    return EXIT_SUCCESS;
}
