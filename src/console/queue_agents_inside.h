/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of a queue's agents share. Nobody else includes it. */

#ifndef CONSOLE_QUEUE_AGENTS_INSIDE_H
#define CONSOLE_QUEUE_AGENTS_INSIDE_H

#include "console/program.h"
#include "console/served.h"
#include "tui/table.h"
#include "wire/shape.h"

struct document_form;

struct queue_agents {
    struct program *program;
    uint64_t queue_id;
    struct document_form *form; /* whose tab it is; or NULL */
    struct table *table;

    /* the assignment on its way, and what was before it */
    uint64_t agent_id;
    struct served before;

    /* of teams, for this queue, as they were fetched; owned */
    struct shape_team_duty *duties;
    size_t duty_count;
    bool is_away; /* who serves what was opened over it */
};

/* queue_agents_rows.c: the table, sorted by who serves it first. */
int queue_agents_table(struct queue_agents *agents, struct table **ret_table);

/* queue_agents_teams.c: asks for the duties of teams, and draws them: a rule
   and a line for each. @return rows that it wants; 0: no team serves it */
void queue_agents_fetch_teams(struct queue_agents *agents);
int queue_agents_team_rows(const struct queue_agents *agents);
void queue_agents_draw_teams(const struct queue_agents *agents,
                             const struct surface *surface);

#endif
