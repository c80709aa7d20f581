/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Levels by agent or skill, and teams' queues, from the floor. */

#include "web/skills.h"

#include "web/listing.h"
#include "web/lookup.h"
#include "web/people.h"
#include "web/team.h"
#include "wire/shape.h"

/* @return whether the asker may see it */
static bool fill_level(const struct exchange *exchange,
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
    return team_has_id(&exchange->asker, floor, DOCUMENT_AGENT, row->agent_id);
}

static bool fill_of_skill(const struct exchange *exchange, const void *row,
                          uint64_t skill_id, void *ret_record)
{
    const struct level_row *level = row;

    return level->skill_id == skill_id &&
           fill_level(exchange, level, ret_record);
}

static bool fill_of_agent(const struct exchange *exchange, const void *row,
                          uint64_t agent_id, void *ret_record)
{
    const struct level_row *level = row;

    return level->agent_id == agent_id &&
           fill_level(exchange, level, ret_record);
}

static bool fill_any(const struct exchange *exchange, const void *row,
                     uint64_t id, void *ret_record)
{
    (void)id;
    return fill_level(exchange, row, ret_record);
}

void skills_levels(struct exchange *exchange)
{
    listing_answer_floor(exchange, shape_record(SHAPE_LEVEL), ROW_LEVEL,
                         fill_any, 0);
}

void skills_agents(struct exchange *exchange)
{
    const struct event_skill_set *skill =
        lookup_document(exchange, DOCUMENT_SKILL);

    if (skill)
        listing_answer_floor(exchange, shape_record(SHAPE_LEVEL), ROW_LEVEL,
                             fill_of_skill, skill->id);
}

void skills_of_agent(struct exchange *exchange)
{
    const struct event_agent_set *agent =
        lookup_document(exchange, DOCUMENT_AGENT);

    if (agent)
        listing_answer_floor(exchange, shape_record(SHAPE_LEVEL), ROW_LEVEL,
                             fill_of_agent, agent->id);
}

void skills_command(struct exchange *exchange)
{
    const struct event_agent_set *agent =
        lookup_document(exchange, DOCUMENT_AGENT);

    if (agent)
        people_command(exchange, agent->id);
}

/* Teams. */

static bool fill_duty(const struct exchange *exchange, const void *row,
                      uint64_t team_id, void *ret_record)
{
    const struct team_duty_row *duty = row;
    const struct event_queue_set *queue =
        state_queue(exchange_floor(exchange), duty->queue_id);
    struct shape_team_duty *told = ret_record;

    *told = (struct shape_team_duty){
        .team_id = duty->team_id,
        .queue_id = duty->queue_id,
        .priority = duty->priority,
        .delay_ms = duty->delay_us / 1000,
    };
    if (queue)
        told->queue = queue->name;
    return team_id == 0 ? team_has(&exchange->asker, duty->team_id)
                        : duty->team_id == team_id;
}

void skills_team_duties(struct exchange *exchange)
{
    listing_answer_floor(exchange, shape_record(SHAPE_TEAM_DUTY), ROW_TEAM_DUTY,
                         fill_duty, 0);
}

void skills_team_queues(struct exchange *exchange)
{
    const struct event_team_set *team =
        lookup_document(exchange, DOCUMENT_TEAM);

    if (team)
        listing_answer_floor(exchange, shape_record(SHAPE_TEAM_DUTY),
                             ROW_TEAM_DUTY, fill_duty, team->id);
}

void skills_team_command(struct exchange *exchange)
{
    const struct event_team_set *team =
        lookup_document(exchange, DOCUMENT_TEAM);

    if (team)
        people_command(exchange, team->id);
}
