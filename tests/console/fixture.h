/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A call centre of one moment: Sunday, 22 November 2026, 14:32:07. */

#ifndef TESTS_CONSOLE_FIXTURE_H
#define TESTS_CONSOLE_FIXTURE_H

#include "console/figures.h"

/* 14:32:07 in UTC. */
#define FIXTURE_WALL_US INT64_C(1795357927000000)

enum { FIXTURE_QUEUES = 7 };

/** A row as the server would send it. */
struct topic_queues fixture_queue(int n);

/** All queues as figures, and their sum with 41 agents. */
void fixture_figures(enum language language,
                     struct figures ret_figures[FIXTURE_QUEUES],
                     struct figures *ret_all);

#endif
