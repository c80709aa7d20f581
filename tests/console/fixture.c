/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Queues of a busy and of quiet kinds. */

#include "tests/console/fixture.h"

#include <stdio.h>

#include "tests/test.h"

#define S INT64_C(1000000)

static const struct {
    const char *name, *label, *label_es, *label_cs;
    int waiting, oldest_s, level, in_time_s;
    int agents, ready, talking;
    int offered, answered, in_time, abandoned, handled, talk_s;
    const char *history;
} queues[FIXTURE_QUEUES] = {
    { "support-1", "Support Tier 1", "Soporte, nivel 1", "Podpora 1", 11, 232,
      617, 20, 14, 0, 11, 330, 299, 197, 20, 288, 310,
      "2 2 2 2 3 3 3 4 4 5 5 5 6 6 6 7 7 7 7 9 10 11 12 11" },
    { "support-2", "Support Tier 2", "", "Podpora 2", 1, 31, 788, 30, 8, 2, 4,
      67, 64, 52, 2, 64, 422,
      "1 1 1 1 2 2 2 2 3 3 3 3 2 2 2 2 2 1 1 1 1 1 1 1" },
    { "sales-en", "Sales EN", "Ventas EN", "Prodej EN", 2, 18, 864, 30, 11, 3,
      6, 125, 120, 106, 3, 120, 355,
      "2 2 2 1 1 1 1 2 2 1 1 1 1 1 1 1 1 1 1 1 1 1 2 2" },
    { "billing", "Billing", "Facturación", "Fakturace", 1, 5, 839, 20, 9, 3, 5,
      157, 151, 131, 5, 151, 238,
      "1 1 2 2 1 1 2 2 1 1 1 1 2 1 1 1 1 1 1 1 1 1 1 1" },
    { "sales-es", "Sales ES", "Ventas ES", "Prodej ES", 0, -1, 910, 15, 6, 1, 3,
      59, 58, 53, 1, 58, 280,
      "0 0 0 1 1 0 0 0 1 1 0 0 0 0 0 0 0 0 0 0 0 0 0 0" },
    { "returns", "Returns", "Devoluciones", "Vrácení zboží", 0, -1, 952, 60, 4,
      1, 1, 50, 49, 46, 0, 49, 192,
      "0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0" },
    { "night", "Night line", "Línea nocturna", "Noční linka", 0, -1, -1, 60, 0,
      0, 0, 0, 0, 0, 0, 0, 0, "" },
};

struct topic_queues fixture_queue(int n)
{
    struct topic_queues row = {
        .queue_id = (uint64_t)n + 601,
        .waiting = queues[n].waiting,
        .oldest_age_us = queues[n].oldest_s < 0 ? -1 : queues[n].oldest_s * S,
        .service_level_permille = queues[n].level,
        .service_level_us = queues[n].in_time_s * S,
        .agents_logged_in = queues[n].agents,
        .agents_available = queues[n].ready,
        .agents_talking = queues[n].talking,
        .offered = queues[n].offered,
        .answered = queues[n].answered,
        .answered_in_time = queues[n].in_time,
        .abandoned = queues[n].abandoned,
        .handled = queues[n].handled,
        .longest_wait_us = queues[n].offered > 300 ? 374 * S : 40 * S,
        .average_talk_us = queues[n].talk_s * S,
    };

    snprintf(row.name.text, sizeof(row.name.text), "%s", queues[n].name);
    snprintf(row.label.text, sizeof(row.label.text), "%s", queues[n].label);
    snprintf(row.label_es.text, sizeof(row.label_es.text), "%s",
             queues[n].label_es);
    snprintf(row.label_cs.text, sizeof(row.label_cs.text), "%s",
             queues[n].label_cs);
    snprintf(row.history.text, sizeof(row.history.text), "%s",
             queues[n].history);
    return row;
}

void fixture_figures(enum language language,
                     struct figures ret_figures[FIXTURE_QUEUES],
                     struct figures *ret_all)
{
    static const struct {
        enum agent_state state;
        int count;
    } agents[] = { { AGENT_TALKING, 24 },  { AGENT_HOLD, 2 },
                   { AGENT_AVAILABLE, 9 }, { AGENT_PAUSED, 4 },
                   { AGENT_ACW, 2 },       { AGENT_OFFLINE, 5 } };

    for (int i = 0; i < FIXTURE_QUEUES; i++) {
        struct topic_queues row = fixture_queue(i);

        figures_read(&row, 0, language, &ret_figures[i]);
    }
    figures_add_up(ret_figures, FIXTURE_QUEUES, ret_all);
    for (size_t i = 0; i < ARRAY_LEN(agents); i++)
        for (int n = 0; n < agents[i].count; n++)
            figures_count_agent(ret_all, agents[i].state);
}
