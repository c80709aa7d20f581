/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of metrics, told with the values of three sources. */

#include "web/figures.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/estimate.h"
#include "jobs/prompt_sounds.h"
#include "web/exchange.h"
#include "web/inside.h"

enum metric_type { COUNTER, GAUGE, HISTOGRAM };
enum metric_source { MAIN, HTTP, FLOOR, WORKER };

static const int64_t US_PER_S = 1000000;

struct metric_info {
    const char *name;
    enum metric_type type;
    enum metric_source source;
    const char *help;
};

static const struct metric_info metrics[] = {
#define METRIC(CODE, name, type, source, help)                                 \
    [METRIC_##CODE] = { #name, type, source, help },
#include "wire/metric.def"
};

static bool is_time(const char *name)
{
    return strstr(name, "_seconds") != NULL;
}

/* Microseconds are told as seconds, as the conventions want. */
static void print_value(FILE *out, const char *name, int64_t value)
{
    if (is_time(name))
        fprintf(out, "%" PRId64 ".%06" PRId64 "\n", value / US_PER_S,
                value % US_PER_S);
    else
        fprintf(out, "%" PRId64 "\n", value);
}

static void print_labelled(FILE *out, enum web_metric metric, const char *label,
                           const char *text, int64_t value)
{
    fprintf(out, "%s{%s=\"%s\"} ", metrics[metric].name, label, text);
    print_value(out, metrics[metric].name, value);
}

static void fill_http(struct web *web, int64_t values[METRIC_COUNT])
{
    struct web_figures *figures = &web->figures;

    values[METRIC_HTTP_REQUESTS] = figures->requests;
    values[METRIC_HTTP_REFUSED] = figures->refused;
    values[METRIC_HTTP_FAILED] = figures->failed;
    values[METRIC_HTTP_SECONDS] = figures->time_us;
    values[METRIC_HTTP_LONGEST] = figures->longest_us;
    values[METRIC_HTTP_CLIENTS] = figures->clients;
    values[METRIC_HTTP_TURNED_AWAY] = figures->turned_away;
    values[METRIC_SIGN_INS] = figures->sign_ins;
    values[METRIC_SIGN_INS_REFUSED] = figures->sign_ins_refused;
    values[METRIC_SESSIONS] = (int64_t)tokens_count(web->tokens);
    figures->longest_us = 0;
}

static void print_contacts(FILE *out, const struct state *floor)
{
    int64_t counts[contact_place_count] = { 0 };

    for (size_t i = 0; i < state_row_count(floor, ROW_CONTACT); i++) {
        const struct contact_row *row = state_row_at(floor, ROW_CONTACT, i);
        counts[row->place]++;
    }
    for (int place = 0; place < contact_place_count; place++)
        print_labelled(out, METRIC_CONTACTS, "place",
                       word_spell(&word_list_contact_place, place),
                       counts[place]);
}

static void print_agents(FILE *out, const struct state *floor)
{
    int64_t counts[agent_state_count] = { 0 };

    for (size_t i = 0; i < state_row_count(floor, ROW_DESK); i++) {
        const struct desk_row *row = state_row_at(floor, ROW_DESK, i);
        counts[row->state]++;
    }
    for (int state = 0; state < agent_state_count; state++)
        print_labelled(out, METRIC_AGENTS, "state",
                       word_spell(&word_list_agent_state, state),
                       counts[state]);
}

/* In whole seconds even where nothing is known. */
static int64_t estimate_of(const struct web *web, uint64_t queue_id,
                           size_t waiting)
{
    int64_t wait_us =
        estimate_wait_us(web->floor, queue_id, waiting, web_now_us(web));

    return wait_us == ESTIMATE_UNKNOWN ? -US_PER_S : wait_us;
}

/* One of yesterday tells nothing of today. */
static const struct tally_row *tally_of_today(const struct web *web,
                                              uint64_t queue_id)
{
    static const struct tally_row nothing;
    const struct tally_row *tally = state_tally(web->floor, queue_id);
    int64_t today = state_day(web->floor, web_now_us(web));

    return tally && tally->day == today ? tally : &nothing;
}

static int64_t queue_value(const struct web *web, enum web_metric metric,
                           uint64_t queue_id)
{
    const struct tally_row *today = tally_of_today(web, queue_id);
    struct queue_now now;

    state_queue_now(web->floor, queue_id, web_now_us(web), &now);
    switch (metric) {
    case METRIC_QUEUE_WAITING:
        return (int64_t)now.waiting;
    case METRIC_QUEUE_LONGEST_WAIT:
        return now.longest_wait_us;
    case METRIC_QUEUE_AVAILABLE:
        return now.agents[AGENT_AVAILABLE];
    case METRIC_QUEUE_OFFERED:
        return today->offered;
    case METRIC_QUEUE_ANSWERED:
        return today->answered;
    case METRIC_QUEUE_IN_TIME:
        return today->answered_in_time;
    case METRIC_QUEUE_CALLBACKS:
        return today->callbacks_asked;
    case METRIC_QUEUE_CALLED_BACK:
        return today->callbacks_reached;
    case METRIC_QUEUE_CALLBACKS_LOST:
        return today->callbacks_lost;
    case METRIC_QUEUE_CALLBACKS_CANCELLED:
        return today->callbacks_cancelled;
    case METRIC_QUEUE_CALLBACK_WAIT:
        return today->callbacks_wait_us;
    case METRIC_QUEUE_ABANDONED:
        return today->abandoned;
    case METRIC_QUEUE_ESTIMATE:
        return estimate_of(web, queue_id, now.waiting + now.callbacks);
    default:
        return 0;
    }
}

static void print_bucket(FILE *out, const char *queue, const char *within,
                         int64_t count)
{
    fprintf(out, "%s_bucket{queue=\"%s\",le=\"%s\"} %" PRId64 "\n",
            metrics[METRIC_ESTIMATE_ERROR].name, queue, within, count);
}

static void print_errors(FILE *out, const struct web *web)
{
    const char *name = metrics[METRIC_ESTIMATE_ERROR].name;
    size_t count = state_document_count(web->floor, DOCUMENT_QUEUE);

    for (size_t i = 0; i < count; i++) {
        const struct event_queue_set *queue =
            state_document_at(web->floor, DOCUMENT_QUEUE, i);
        const struct tally_row *tally = tally_of_today(web, queue->id);

        print_bucket(out, queue->name.text, "30", tally->told_in_30);
        print_bucket(out, queue->name.text, "60", tally->told_in_60);
        print_bucket(out, queue->name.text, "120", tally->told_in_120);
        print_bucket(out, queue->name.text, "300", tally->told_in_300);
        print_bucket(out, queue->name.text, "+Inf", tally->told);
        fprintf(out, "%s_sum{queue=\"%s\"} ", name, queue->name.text);
        print_value(out, name, tally->told_off_us);
        fprintf(out, "%s_count{queue=\"%s\"} %" PRId64 "\n", name,
                queue->name.text, tally->told);
    }
}

static void print_queues(FILE *out, const struct web *web,
                         enum web_metric metric)
{
    size_t count = state_document_count(web->floor, DOCUMENT_QUEUE);

    for (size_t i = 0; i < count; i++) {
        const struct event_queue_set *queue =
            state_document_at(web->floor, DOCUMENT_QUEUE, i);
        print_labelled(out, metric, "queue", queue->name.text,
                       queue_value(web, metric, queue->id));
    }
}

static int64_t worker_value(const struct worker_count *count,
                            enum web_metric metric)
{
    return metric == METRIC_WORKER_ASKED    ? count->asked
           : metric == METRIC_WORKER_FAILED ? count->failed
                                            : count->time_us;
}

static void print_workers(FILE *out, const struct web *web,
                          enum web_metric metric)
{
    const struct prompt_shop *shop = web->settings.prompt_shop;

    for (int i = 0; shop && shop->worker.tally && i < worker_task_count; i++) {
        enum worker_task task = (enum worker_task)i;
        const struct worker_count count =
            worker_tally_read(shop->worker.tally, task);

        print_labelled(out, metric, "task", worker_task_name(task),
                       worker_value(&count, metric));
    }
}

static void print_metric(FILE *out, const struct web *web,
                         enum web_metric metric, int64_t value)
{
    static const char *const types[] = { "counter", "gauge", "histogram" };
    const struct metric_info *info = &metrics[metric];

    fprintf(out, "# HELP %s %s\n# TYPE %s %s\n", info->name, info->help,
            info->name, types[info->type]);
    if (metric == METRIC_CONTACTS)
        print_contacts(out, web->floor);
    else if (metric == METRIC_AGENTS)
        print_agents(out, web->floor);
    else if (metric == METRIC_ESTIMATE_ERROR)
        print_errors(out, web);
    else if (info->source == FLOOR)
        print_queues(out, web, metric);
    else if (info->source == WORKER)
        print_workers(out, web, metric);
    else {
        fprintf(out, "%s ", info->name);
        print_value(out, info->name, value);
    }
}

void figures_print(struct exchange *exchange)
{
    struct web *web = exchange->web;
    int64_t values[METRIC_COUNT];
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);

    if (!out) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    from_main_metrics(web->from_main, values);
    fill_http(web, values);
    for (int metric = 0; metric < METRIC_COUNT; metric++)
        print_metric(out, web, (enum web_metric)metric, values[metric]);
    bool is_broken = ferror(out) != 0;
    if (fclose(out) != 0 || is_broken) {
        free(text);
        text = NULL;
    }
    answer_with_text(&exchange->answer, 200,
                     "text/plain; version=0.0.4; charset=utf-8", text);
}
