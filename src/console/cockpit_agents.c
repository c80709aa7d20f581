/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which figures of agents stand in which column. */

#include "console/cockpit_rolls.h"

#include "base/mark.h"
#include "console/document_value.h"
#include "console/doing.h"
#include "console/naming.h"
#include "console/show.h"
#include "console/word.h"

enum {
    AGENT_NAME,
    AGENT_WORD,
    AGENT_TIME,
    AGENT_TEAM,
    AGENT_QUEUE,
    AGENT_HANDLED,
    AGENT_AVERAGE
};

static const struct table_column agent_columns[] = {
    [AGENT_NAME] = { N_("Agent"), 12, 15, 1, 0, false, true },
    [AGENT_WORD] = { N_("State"), 10, 10, 0, 0, false, true },
    [AGENT_TIME] = { N_("For"), 6, 7, 0, 0, true, true },
    [AGENT_TEAM] = { N_("Team"), 7, 8, 0, 4, false, true },
    [AGENT_QUEUE] = { N_("Queue"), 8, 12, 1, 1, false, true },
    [AGENT_HANDLED] = { N_("Calls"), 6, 6, 0, 2, true, true },
    [AGENT_AVERAGE] = { N_("AHT"), 5, 6, 0, 3, true, true },
};

static void agent_sign(const struct program *program,
                       const struct replica_row *row, struct table_row *ret_row)
{
    const struct topic_agents *agent = row->fields;

    (void)program;
    ret_row->has_glyph = true;
    ret_row->glyph = word_state_glyph(doing_state(agent));
    ret_row->role = word_state_role(doing_state(agent));
}

/* A pause is named by its reason, as in the header. */
static void show_state(const struct program *program,
                       const struct topic_agents *agent,
                       struct safe_text *ret_text)
{
    enum agent_state state = doing_state(agent);

    if (state != AGENT_PAUSED ||
        !naming_pause(program, agent->reason_id, ret_text))
        word_state(state, program_language(program), ret_text);
}

static int64_t average_us(const struct topic_agents *agent)
{
    return agent->handled > 0
               ? (agent->talk_us + agent->hold_us + agent->acw_us) /
                     agent->handled
               : -1;
}

static void agent_cell(const struct program *program,
                       const struct replica_row *row, int column,
                       struct table_cell *ret_cell)
{
    const struct topic_agents *agent = row->fields;

    switch (column) {
    case AGENT_NAME:
        word_name(
            &(struct word_names){ &agent->name, &agent->label, NULL, NULL },
            program_language(program), &ret_cell->text);
        break;
    case AGENT_WORD:
        show_state(program, agent, &ret_cell->text);
        ret_cell->look.role = (uint8_t)word_state_role(doing_state(agent));
        break;
    case AGENT_TIME:
        cockpit_show_age(program, row, doing_age_us(agent), &ret_cell->text);
        break;
    case AGENT_TEAM:
        if (agent->team_id)
            document_name(program, DOCUMENT_TEAM, agent->team_id,
                          &ret_cell->text);
        break;
    case AGENT_QUEUE:
        naming_queue(program, agent->queue_id, &agent->queue, &ret_cell->text);
        break;
    case AGENT_HANDLED:
        show_count(ui_style(program->ui), agent->handled, &ret_cell->text);
        break;
    default:
        show_span(ui_style(program->ui), average_us(agent), &ret_cell->text);
        break;
    }
}

static bool agent_key(const struct program *program,
                      const struct replica_row *row, int column,
                      int64_t *ret_key)
{
    const struct topic_agents *agent = row->fields;

    switch (column) {
    case AGENT_TIME:
        *ret_key =
            replica_age_us(row, doing_age_us(agent), program_now_us(program));
        return true;
    case AGENT_HANDLED:
        *ret_key = agent->handled;
        return true;
    case AGENT_AVERAGE:
        *ret_key = average_us(agent);
        return true;
    default:
        return false;
    }
}

/* Whom a queue shares with others is not known here: all of the team. */
static bool keep_agent(const struct program *program,
                       const struct replica_row *row)
{
    const struct topic_agents *agent = row->fields;
    uint64_t team_id = program->floor.team_id;

    return !team_id || agent->team_id == team_id;
}

const struct roll_kind cockpit_agents = {
    .keep = keep_agent,
    .topic = TOPIC_AGENTS,
    .columns = agent_columns,
    .column_count = sizeof(agent_columns) / sizeof(agent_columns[0]),
    .sign = agent_sign,
    .cell = agent_cell,
    .key = agent_key,
};
