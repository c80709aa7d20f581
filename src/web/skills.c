/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Levels by agent or skill, and teams' queues, from the floor. */

#include "web/skills.h"

#include <stdlib.h>

#include "web/listing.h"
#include "web/lookup.h"
#include "web/people.h"
#include "web/team.h"
#include "wire/shape.h"

static void fill_level(const struct exchange *exchange,
                       const struct level_row *row, struct shape_level *level)
{
    const struct state *floor = exchange_floor(exchange);
    const struct event_agent_set *agent = state_agent(floor, row->agent_id);
    const struct event_skill_set *skill =
        state_document(floor, DOCUMENT_SKILL, row->skill_id);

    *level = (struct shape_level){
        .agent_id = row->agent_id,
        .skill_id = row->skill_id,
        .level = row->level,
    };
    if (agent)
        level->agent = agent->name;
    if (skill)
        level->skill = skill->name;
}

/* Those of one agent, or of one skill: the other is 0. */
static void answer_levels(struct exchange *exchange, uint64_t agent_id,
                          uint64_t skill_id)
{
    const struct state *floor = exchange_floor(exchange);
    size_t count = state_row_count(floor, ROW_LEVEL);
    struct shape_level *rows = calloc(count + 1, sizeof(*rows));
    size_t found = 0;

    if (!rows) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        const struct level_row *row = state_row_at(floor, ROW_LEVEL, i);

        if ((row->agent_id == agent_id || row->skill_id == skill_id) &&
            team_has_id(&exchange->asker, floor, DOCUMENT_AGENT, row->agent_id))
            fill_level(exchange, row, &rows[found++]);
    }
    listing_answer_all(exchange, shape_record(SHAPE_LEVEL), rows, found,
                       EVENT_WHOLE);
    free(rows);
}

void skills_agents(struct exchange *exchange)
{
    const struct event_skill_set *skill =
        lookup_document(exchange, DOCUMENT_SKILL);

    if (skill)
        answer_levels(exchange, 0, skill->id);
}

void skills_of_agent(struct exchange *exchange)
{
    const struct event_agent_set *agent =
        lookup_document(exchange, DOCUMENT_AGENT);

    if (agent)
        answer_levels(exchange, agent->id, 0);
}

void skills_command(struct exchange *exchange)
{
    const struct event_agent_set *agent =
        lookup_document(exchange, DOCUMENT_AGENT);

    if (agent)
        people_command(exchange, agent->id);
}

/* Teams. */

static void fill_duty(const struct exchange *exchange,
                      const struct team_duty_row *row,
                      struct shape_team_duty *duty)
{
    const struct event_queue_set *queue =
        state_queue(exchange_floor(exchange), row->queue_id);

    *duty = (struct shape_team_duty){
        .team_id = row->team_id,
        .queue_id = row->queue_id,
        .priority = row->priority,
        .delay_ms = row->delay_us / 1000,
    };
    if (queue)
        duty->queue = queue->name;
}

void skills_team_queues(struct exchange *exchange)
{
    const struct state *floor = exchange_floor(exchange);
    const struct event_team_set *team =
        lookup_document(exchange, DOCUMENT_TEAM);
    size_t count = state_row_count(floor, ROW_TEAM_DUTY);
    struct shape_team_duty *rows;
    size_t found = 0;

    if (!team)
        return;
    rows = calloc(count + 1, sizeof(*rows));
    if (!rows) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        const struct team_duty_row *row = state_row_at(floor, ROW_TEAM_DUTY, i);

        if (row->team_id == team->id)
            fill_duty(exchange, row, &rows[found++]);
    }
    listing_answer_all(exchange, shape_record(SHAPE_TEAM_DUTY), rows, found,
                       EVENT_WHOLE);
    free(rows);
}

void skills_team_command(struct exchange *exchange)
{
    const struct event_team_set *team =
        lookup_document(exchange, DOCUMENT_TEAM);

    if (team)
        people_command(exchange, team->id);
}
