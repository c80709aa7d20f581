/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which figures stand in which column. */

#include "console/cockpit_rolls.h"

#include <string.h>

#include "base/mark.h"
#include "console/grade.h"
#include "console/naming.h"
#include "console/show.h"
#include "console/word.h"

static const struct style *style_of(const struct program *program)
{
    return ui_style(program->ui);
}

static void show_age(const struct program *program,
                     const struct replica_row *row, int64_t age_us,
                     struct safe_text *ret_text)
{
    show_span(style_of(program),
              replica_age_us(row, age_us, program_now_us(program)), ret_text);
}

/* Calls. */

enum {
    CALL_STATE,
    CALL_TIME,
    CALL_AGENT,
    CALL_CALLER,
    CALL_QUEUE,
    CALL_WAIT,
    CALL_ENTRY
};

static const struct table_column call_columns[] = {
    [CALL_STATE] = { N_("State"), 8, 10, 0, 0, false, true },
    [CALL_TIME] = { N_("For"), 6, 7, 0, 0, true, true },
    [CALL_AGENT] = { N_("Agent"), 9, 12, 1, 0, false, true },
    [CALL_CALLER] = { N_("Caller"), 15, 19, 1, 0, false, true },
    [CALL_QUEUE] = { N_("Queue"), 8, 14, 1, 1, false, true },
    [CALL_WAIT] = { N_("Wait"), 6, 7, 0, 2, true, true },
    [CALL_ENTRY] = { N_("Entry"), 18, 18, 1, 3, false, true },
};

struct call_look {
    const char *word;
    enum glyph glyph;
    enum look_role role;
};

static struct call_look call_look(const struct topic_contacts *contact)
{
    if (contact->on_hold)
        return (struct call_look){ N_("HOLD"), GLYPH_HOLD, ROLE_WARN };
    if (contact->on_offer)
        return (struct call_look){ N_("RINGING"), GLYPH_CRIT, ROLE_CRIT };
    switch (contact->place) {
    case PLACE_QUEUE:
        return (struct call_look){ N_("WAITS"), GLYPH_WARN, ROLE_WARN };
    case PLACE_TALK:
        return (struct call_look){ N_("TALK"), GLYPH_BUSY, ROLE_BUSY };
    case PLACE_TRANSFER:
    case PLACE_OUTSIDE:
        return (struct call_look){ N_("OUTSIDE"), GLYPH_BUSY, ROLE_BUSY };
    default:
        return (struct call_look){ N_("IVR"), GLYPH_RUN, ROLE_RUN };
    }
}

static void call_sign(const struct program *program,
                      const struct replica_row *row, struct table_row *ret_row)
{
    struct call_look look = call_look(row->fields);

    (void)program;
    ret_row->has_glyph = true;
    ret_row->glyph = look.glyph;
    ret_row->role = look.role;
}

static void show_caller(const struct program *program,
                        const struct topic_contacts *contact,
                        struct safe_text *ret_text)
{
    if (contact->caller_name.text[0])
        safe_text_copy(ret_text, contact->caller_name.text);
    else if (contact->caller.text[0])
        safe_text_number(ret_text, contact->caller.text,
                         strlen(contact->caller.text));
    else
        safe_text_copy(ret_text, program_text(program, N_("withheld")));
}

static void call_cell(const struct program *program,
                      const struct replica_row *row, int column,
                      struct table_cell *ret_cell)
{
    const struct topic_contacts *contact = row->fields;
    struct call_look look = call_look(contact);

    switch (column) {
    case CALL_STATE:
        safe_text_copy(&ret_cell->text, program_text(program, look.word));
        ret_cell->look.role = (uint8_t)look.role;
        break;
    case CALL_TIME:
        show_age(program, row,
                 contact->on_hold ? contact->hold_age_us
                                  : contact->place_age_us,
                 &ret_cell->text);
        break;
    case CALL_AGENT:
        naming_agent(program, contact->agent_id, &contact->agent,
                     &ret_cell->text);
        break;
    case CALL_CALLER:
        show_caller(program, contact, &ret_cell->text);
        break;
    case CALL_QUEUE:
        naming_queue(program, contact->queue_id, &contact->queue,
                     &ret_cell->text);
        break;
    case CALL_WAIT:
        show_age(program, row, contact->waiting_age_us, &ret_cell->text);
        break;
    default:
        safe_text_copy(&ret_cell->text, contact->entry.text);
        break;
    }
}

static bool call_key(const struct program *program,
                     const struct replica_row *row, int column,
                     int64_t *ret_key)
{
    const struct topic_contacts *contact = row->fields;

    if (column != CALL_TIME && column != CALL_WAIT)
        return false;
    *ret_key = replica_age_us(row,
                              column == CALL_TIME ? contact->place_age_us
                                                  : contact->waiting_age_us,
                              program_now_us(program));
    return true;
}

const struct roll_kind cockpit_calls = {
    .topic = TOPIC_CONTACTS,
    .columns = call_columns,
    .column_count = sizeof(call_columns) / sizeof(call_columns[0]),
    .sign = call_sign,
    .cell = call_cell,
    .key = call_key,
};

/* Agents. */

enum {
    AGENT_NAME,
    AGENT_WORD,
    AGENT_TIME,
    AGENT_QUEUE,
    AGENT_HANDLED,
    AGENT_AVERAGE
};

static const struct table_column agent_columns[] = {
    [AGENT_NAME] = { N_("Agent"), 10, 15, 1, 0, false, true },
    [AGENT_WORD] = { N_("State"), 8, 10, 0, 0, false, true },
    [AGENT_TIME] = { N_("For"), 6, 7, 0, 0, true, true },
    [AGENT_QUEUE] = { N_("Queue"), 8, 12, 1, 1, false, true },
    [AGENT_HANDLED] = { N_("Calls"), 5, 6, 0, 2, true, true },
    [AGENT_AVERAGE] = { N_("AHT"), 5, 6, 0, 3, true, true },
};

static void agent_sign(const struct program *program,
                       const struct replica_row *row, struct table_row *ret_row)
{
    const struct topic_agents *agent = row->fields;

    (void)program;
    ret_row->has_glyph = true;
    ret_row->glyph = word_state_glyph(agent->state);
    ret_row->role = word_state_role(agent->state);
}

/* A pause is named by its reason, as in the header. */
static void show_state(const struct program *program,
                       const struct topic_agents *agent,
                       struct safe_text *ret_text)
{
    if (agent->state != AGENT_PAUSED ||
        !naming_pause(program, agent->reason_id, ret_text))
        word_state(agent->state, program_language(program), ret_text);
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
        ret_cell->look.role = (uint8_t)word_state_role(agent->state);
        break;
    case AGENT_TIME:
        show_age(program, row, agent->state_age_us, &ret_cell->text);
        break;
    case AGENT_QUEUE:
        naming_queue(program, agent->queue_id, &agent->queue, &ret_cell->text);
        break;
    case AGENT_HANDLED:
        show_count(style_of(program), agent->handled, &ret_cell->text);
        break;
    default:
        show_span(style_of(program), average_us(agent), &ret_cell->text);
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
            replica_age_us(row, agent->state_age_us, program_now_us(program));
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

const struct roll_kind cockpit_agents = {
    .topic = TOPIC_AGENTS,
    .columns = agent_columns,
    .column_count = sizeof(agent_columns) / sizeof(agent_columns[0]),
    .sign = agent_sign,
    .cell = agent_cell,
    .key = agent_key,
};

/* Queues. */

enum {
    QUEUE_NAME,
    QUEUE_WAITS,
    QUEUE_OLDEST,
    QUEUE_LEVEL,
    QUEUE_LOST,
    QUEUE_FREE,
    QUEUE_AVERAGE
};

static const struct table_column queue_columns[] = {
    [QUEUE_NAME] = { N_("Queue"), 8, 12, 1, 0, false, true },
    [QUEUE_WAITS] = { N_("Wait"), 4, 5, 0, 0, true, true },
    [QUEUE_OLDEST] = { N_("Oldest"), 6, 7, 0, 0, true, true },
    [QUEUE_LEVEL] = { N_("SLA"), 7, 8, 0, 0, true, true },
    [QUEUE_LOST] = { N_("Aban."), 6, 7, 0, 3, true, true },
    [QUEUE_FREE] = { N_("Free"), 4, 5, 0, 1, true, true },
    [QUEUE_AVERAGE] = { N_("AHT"), 5, 6, 0, 2, true, true },
};

static void read_figures(const struct program *program,
                         const struct replica_row *row,
                         struct figures *ret_figures)
{
    figures_read(row->fields, program_now_us(program) - row->made_us,
                 program_language(program), ret_figures);
}

static void queue_sign(const struct program *program,
                       const struct replica_row *row, struct table_row *ret_row)
{
    const struct limits none = { 0 };
    struct figures figures;

    read_figures(program, row, &figures);
    struct limits limits = grade_limits(&none, &figures);
    enum grade grade = grade_queue(&limits, &figures);
    ret_row->has_glyph = true;
    ret_row->glyph = grade_glyph(grade);
    ret_row->role = (enum look_role)grade_look(grade).role;
}

static void queue_cell(const struct program *program,
                       const struct replica_row *row, int column,
                       struct table_cell *ret_cell)
{
    const struct style *style = style_of(program);
    struct figures figures;

    read_figures(program, row, &figures);
    switch (column) {
    case QUEUE_NAME:
        safe_text_copy(&ret_cell->text, figures.label.text);
        break;
    case QUEUE_WAITS:
        show_count(style, figures.waiting, &ret_cell->text);
        break;
    case QUEUE_OLDEST:
        show_span(style, figures.oldest_us, &ret_cell->text);
        break;
    case QUEUE_LEVEL:
        show_permille(style, figures.level_permille, &ret_cell->text);
        break;
    case QUEUE_LOST:
        show_permille(style, figures_abandon_permille(&figures),
                      &ret_cell->text);
        break;
    case QUEUE_FREE:
        show_count(style, figures.available, &ret_cell->text);
        break;
    default:
        show_span(style, figures.handling_us, &ret_cell->text);
        break;
    }
}

static bool queue_key(const struct program *program,
                      const struct replica_row *row, int column,
                      int64_t *ret_key)
{
    struct figures figures;

    read_figures(program, row, &figures);
    const int64_t keys[] = {
        [QUEUE_WAITS] = figures.waiting,
        [QUEUE_OLDEST] = figures.oldest_us,
        [QUEUE_LEVEL] = figures.level_permille,
        [QUEUE_LOST] = figures_abandon_permille(&figures),
        [QUEUE_FREE] = figures.available,
        [QUEUE_AVERAGE] = figures.handling_us,
    };

    if (column == QUEUE_NAME)
        return false;
    *ret_key = keys[column];
    return true;
}

const struct roll_kind cockpit_queues = {
    .topic = TOPIC_QUEUES,
    .columns = queue_columns,
    .column_count = sizeof(queue_columns) / sizeof(queue_columns[0]),
    .sign = queue_sign,
    .cell = queue_cell,
    .key = queue_key,
};
