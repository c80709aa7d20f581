/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sums over the rows of queues. */

#include "console/figures.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

static void read_label(const struct topic_queues *row, enum language language,
                       struct label *ret_label)
{
    const struct label *label = &row->label;

    if (language == LANGUAGE_ES && row->label_es.text[0])
        label = &row->label_es;
    if (language == LANGUAGE_CS && row->label_cs.text[0])
        label = &row->label_cs;
    *ret_label = *label;
    if (!label->text[0])
        memcpy(ret_label->text, row->name.text, sizeof(row->name.text));
}

void figures_read_steps(const char *text, int64_t ret_steps[FIGURES_STEPS])
{
    assert(text && ret_steps);
    memset(ret_steps, 0, FIGURES_STEPS * sizeof(*ret_steps));
    char *end = (char *)text;

    for (long long step = strtoll(text, &end, 10); end != text;
         step = strtoll(text, &end, 10)) {
        memmove(ret_steps, ret_steps + 1,
                (FIGURES_STEPS - 1) * sizeof(*ret_steps));
        ret_steps[FIGURES_STEPS - 1] = step;
        text = end;
    }
}

void figures_read(const struct topic_queues *row, int64_t passed_us,
                  enum language language, struct figures *ret_figures)
{
    assert(row && passed_us >= 0 && ret_figures);
    *ret_figures = (struct figures){
        .queue_id = row->queue_id,
        .waiting = row->waiting,
        .oldest_us =
            row->oldest_age_us < 0 ? -1 : row->oldest_age_us + passed_us,
        .in_time_us = row->service_level_us,
        .oldest_in_time_us = row->service_level_us,
        .logged_in = row->agents_logged_in,
        .available = row->agents_available,
        .talking = row->agents_talking,
        .acw = row->agents_acw,
        .paused = row->agents_paused,
        .level_permille = row->service_level_permille,
        .offered = row->offered,
        .answered_in_time = row->answered_in_time,
        .abandoned = row->abandoned - row->short_abandoned,
        .short_abandoned = row->short_abandoned,
        .handled = row->handled,
        .longest_wait_us = row->longest_wait_us,
        .answer_us = row->answered > 0 ? row->average_answer_us : -1,
        .handling_us = row->handled > 0
                           ? row->average_talk_us + row->average_hold_us +
                                 row->average_acw_us
                           : -1,
    };
    read_label(row, language, &ret_figures->label);
    figures_read_steps(row->history.text, ret_figures->history);
}

static void add(struct figures *sum, const struct figures *queue)
{
    if (sum->oldest_us < queue->oldest_us) {
        sum->oldest_us = queue->oldest_us;
        sum->oldest_in_time_us = queue->in_time_us;
    }
    if (sum->longest_wait_us < queue->longest_wait_us)
        sum->longest_wait_us = queue->longest_wait_us;
    if (sum->in_time_us != queue->in_time_us)
        sum->in_time_us = 0;
    sum->waiting += queue->waiting;
    sum->offered += queue->offered;
    sum->answered_in_time += queue->answered_in_time;
    sum->abandoned += queue->abandoned;
    sum->short_abandoned += queue->short_abandoned;
    sum->handled += queue->handled;
    for (size_t i = 0; i < FIGURES_STEPS; i++)
        sum->history[i] += queue->history[i];
}

/* The average over all contacts, not over queues. */
static int64_t mean_handling(const struct figures *queues, size_t count,
                             int64_t handled)
{
    int64_t all_us = 0;

    for (size_t i = 0; i < count; i++)
        if (queues[i].handled > 0)
            all_us += queues[i].handling_us * queues[i].handled;
    return handled > 0 ? all_us / handled : -1;
}

/* As the server does for one queue. */
static int64_t level(const struct figures *sum)
{
    int64_t decided = sum->offered - sum->short_abandoned - sum->waiting;

    if (decided <= 0)
        return -1;
    int64_t permille = 1000 * sum->answered_in_time / decided;
    return permille > 1000 ? 1000 : permille;
}

void figures_add_up(const struct figures *queues, size_t count,
                    struct figures *ret_sum)
{
    assert((queues || count == 0) && ret_sum);
    *ret_sum = (struct figures){
        .oldest_us = -1,
        .in_time_us = count > 0 ? queues[0].in_time_us : 0,
        .answer_us = -1,
    };
    for (size_t i = 0; i < count; i++)
        add(ret_sum, &queues[i]);
    if (ret_sum->oldest_us < 0)
        ret_sum->oldest_in_time_us = ret_sum->in_time_us;
    ret_sum->handling_us = mean_handling(queues, count, ret_sum->handled);
    ret_sum->level_permille = level(ret_sum);
}

void figures_count_agent(struct figures *sum, enum agent_state state)
{
    assert(sum);
    if (state == AGENT_OFFLINE)
        return;
    sum->logged_in++;
    sum->available += state == AGENT_AVAILABLE;
    sum->talking += state == AGENT_TALKING || state == AGENT_HOLD;
    sum->acw += state == AGENT_ACW;
    sum->paused += state == AGENT_PAUSED;
}

int64_t figures_abandon_permille(const struct figures *figures)
{
    int64_t offered = figures->offered - figures->short_abandoned;

    return offered > 0 ? 1000 * figures->abandoned / offered : -1;
}
