/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures from the live topics, found by the document's number. */

#include "console/document_figure.h"

#include <assert.h>

#include "base/mark.h"
#include "console/depth.h"
#include "console/document_value.h"
#include "console/grade.h"
#include "console/night_until.h"
#include "console/prompt_sounds.h"
#include "console/prompt_uses.h"
#include "console/rule_hits.h"
#include "console/rule_reach.h"
#include "console/show.h"

const enum topic figure_topics[FIGURE_TOPICS] = {
    TOPIC_QUEUES,
    TOPIC_AGENTS,
    TOPIC_TRUNK_STATES,
};

enum {
    HOUR_STEPS = 12,       /* of five minutes */
    AGENT_WAIT_MS = 30000, /* of a rule that says 0 */
};

static int64_t queue_figure(const struct program *program,
                            enum document_figure figure, uint64_t id)
{
    const struct replica_row *row =
        replica_find(program_rows(program), TOPIC_QUEUES, id);
    const struct topic_queues *queue = row ? row->fields : NULL;
    struct figures figures;

    if (!queue)
        return -1;
    switch (figure) {
    case QUEUE_WAITING:
        return queue->waiting;
    case QUEUE_OLDEST:
        return replica_age_us(row, queue->oldest_age_us,
                              program_now_us(program));
    case QUEUE_READY:
        return queue->agents_available;
    case QUEUE_AGENTS:
        return queue->agents_logged_in;
    case QUEUE_MEMBERS:
        return queue->agents_assigned;
    case QUEUE_STATE:
        return queue->closed;
    case QUEUE_HISTORY:
        figures_read(queue, 0, program_language(program), &figures);
        return depth_most(&figures, HOUR_STEPS);
    default:
        return queue->service_level_permille;
    }
}

static int64_t device_state(const struct program *program, uint64_t id)
{
    const struct replica *rows = program_rows(program);

    for (size_t i = 0; i < document_rows(program, TOPIC_AGENTS); i++) {
        const struct topic_agents *agent =
            replica_at(rows, TOPIC_AGENTS, i)->fields;

        if (agent->device_id == id)
            return agent->reachable;
    }
    return -1;
}

static int64_t queue_setting(const struct event_queue_set *queue,
                             enum document_figure figure)
{
    int64_t ms =
        figure == QUEUE_WITHIN ? queue->service_level_ms : queue->max_wait_ms;

    return ms > 0 ? 1000 * ms : -1; /* -1: for ever */
}

/* -1: it leads to none. */
static int64_t rule_wait_us(const struct topic_drafted_rules *rule)
{
    bool has_agent = (rule->to == TO_AGENT && rule->share > 0) ||
                     (rule->to2 == TO_AGENT && rule->share2 > 0) ||
                     (rule->to3 == TO_AGENT && rule->share3 > 0);
    int64_t ms = rule->agent_wait_ms > 0 ? rule->agent_wait_ms : AGENT_WAIT_MS;

    return has_agent ? 1000 * ms : -1;
}

int64_t document_figure(const struct program *program,
                        enum document_figure figure,
                        const struct replica_row *row)
{
    assert(program && row);
    switch (figure) {
    case USER_STATE:
        return ((const struct event_user_set *)row->fields)->enabled;
    case DEVICE_STATE:
        return device_state(program, row->id);
    case PROMPT_MISSING:
        return prompt_missing(program, row->id);
    case PROMPT_LENGTH:
        return prompt_sound_own_us(program, row->id);
    case RULE_HITS:
        return rule_hits(program, row->id);
    case RULE_WAIT:
        return rule_wait_us(row->fields);
    case RULE_SIGN:
    case RULE_DRAFTED:
    case RULE_REACH:
        return ((const struct topic_drafted_rules *)row->fields)->change;
    case QUEUE_WITHIN:
    case QUEUE_MAX_WAIT:
        return queue_setting(row->fields, figure);
    case QUEUE_WAITING:
    case QUEUE_OLDEST:
    case QUEUE_READY:
    case QUEUE_AGENTS:
    case QUEUE_MEMBERS:
    case QUEUE_LEVEL:
    case QUEUE_STATE:
    case QUEUE_HISTORY:
        return queue_figure(program, figure, row->id);
    default:
        return document_figure_of_trunk(program, figure, row->id);
    }
}

bool document_figure_is_number(enum document_figure figure)
{
    return figure != USER_STATE && figure != DEVICE_STATE &&
           figure != TRUNK_STATE && figure != QUEUE_HISTORY &&
           figure != QUEUE_STATE && figure != RULE_SIGN &&
           figure != RULE_DRAFTED && figure != RULE_REACH &&
           figure != PROMPT_MISSING;
}

/* A state is a sign and a word. */
static void show_state(const struct program *program, bool is_well,
                       const char *msgid, struct table_cell *ret_cell)
{
    ret_cell->has_glyph = true;
    ret_cell->glyph = is_well ? GLYPH_OK : GLYPH_PAUSED;
    ret_cell->look = is_well ? LOOK(OK, 0) : LOOK(PAUSED, 0);
    safe_text_copy(&ret_cell->text, program_text(program, msgid));
}

/* By the rule of the wallboards. */
static void show_level(const struct program *program, uint64_t id,
                       int64_t permille, struct table_cell *ret_cell)
{
    const struct style *style = ui_style(program->ui);
    const struct limits none = { 0 };
    struct figures figures;

    show_permille(style, permille, &ret_cell->text);
    if (permille < 0)
        return;

    const struct replica_row *row =
        replica_find(program_rows(program), TOPIC_QUEUES, id);
    figures_read(row->fields, 0, style->language, &figures);
    struct limits limits = grade_limits(&none, &figures);
    enum grade grade = grade_level(&limits, &figures);
    ret_cell->has_glyph = true;
    ret_cell->glyph = grade_glyph(grade);
    ret_cell->look = grade_look(grade);
}

static void show_history(const struct program *program, uint64_t id,
                         struct table_cell *ret_cell)
{
    const struct style *style = ui_style(program->ui);
    const struct replica_row *row =
        replica_find(program_rows(program), TOPIC_QUEUES, id);
    struct figures figures;

    if (!row) {
        show_count(style, -1, &ret_cell->text);
        return;
    }
    figures_read(row->fields, 0, style->language, &figures);
    depth_fill(style, &figures, HOUR_STEPS, ret_cell);
}

static void show_switch(const struct program *program, uint64_t id,
                        struct table_cell *ret_cell)
{
    const struct replica_row *row =
        replica_find(program_rows(program), TOPIC_QUEUES, id);

    if (!row) {
        show_count(ui_style(program->ui), -1, &ret_cell->text);
        return;
    }
    const struct topic_queues *queue = row->fields;
    show_state(program, !queue->closed, N_("closed"), ret_cell);
    night_until_say(program, queue, &ret_cell->text);
}

/* As in a difference; "!" of what was changed outside the draft since. */
static void show_change(const struct program *program,
                        const struct topic_drafted_rules *rule, bool in_words,
                        struct table_cell *ret_cell)
{
    static const struct {
        const char *sign, *words;
        struct look look;
    } changes[] = {
        [RULE_SAME] = { "", N_("as it is live"), { ROLE_DIM, 0 } },
        [RULE_ADDED] = { "+", N_("new"), { ROLE_OK, 0 } },
        [RULE_CHANGED] = { "~", N_("changed"), { ROLE_WARN, 0 } },
        [RULE_GONE] = { "-", N_("removed"), { ROLE_CRIT, 0 } },
    };
    const char *words =
        rule->stale ? N_("changed outside") : changes[rule->change].words;

    ret_cell->look = rule->stale ? LOOK(CRIT, 0) : changes[rule->change].look;
    safe_text_copy(&ret_cell->text, in_words      ? program_text(program, words)
                                    : rule->stale ? "!"
                                                  : changes[rule->change].sign);
}

/* What nothing comes to is no rule without calls of late. */
static void show_hits(const struct program *program,
                      const struct topic_drafted_rules *rule, int64_t hits,
                      struct table_cell *ret_cell)
{
    if (hits <= 0 && rule_reach_is_never(program, rule)) {
        ret_cell->look = LOOK(WARN, 0);
        safe_text_copy(&ret_cell->text, program_text(program, N_("never")));
    } else {
        show_count(ui_style(program->ui), hits, &ret_cell->text);
    }
}

/* A translation is missing nowhere. */
static void show_missing(const struct program *program, uint64_t id,
                         int64_t missing, struct table_cell *ret_cell)
{
    if (missing < 0) {
        show_count(ui_style(program->ui), -1, &ret_cell->text);
        return;
    }
    prompt_word_missing(program, id, &ret_cell->text);
    ret_cell->look = LOOK(WARN, 0);
}

void document_figure_show(const struct program *program,
                          enum document_figure figure,
                          const struct replica_row *row,
                          struct table_cell *ret_cell)
{
    const struct style *style = ui_style(program->ui);
    int64_t number = document_figure(program, figure, row);

    ret_cell->look = LOOK(TEXT, 0);
    switch (figure) {
    case PROMPT_LENGTH:
    case QUEUE_OLDEST:
    case QUEUE_WITHIN:
    case QUEUE_MAX_WAIT:
    case RULE_WAIT:
        show_span(style, number, &ret_cell->text);
        break;
    case QUEUE_LEVEL:
        show_level(program, row->id, number, ret_cell);
        break;
    case QUEUE_HISTORY:
        show_history(program, row->id, ret_cell);
        break;
    case QUEUE_STATE:
        show_switch(program, row->id, ret_cell);
        break;
    case RULE_SIGN:
    case RULE_DRAFTED:
        show_change(program, row->fields, figure == RULE_DRAFTED, ret_cell);
        break;
    case RULE_HITS:
        show_hits(program, row->fields, number, ret_cell);
        break;
    case RULE_REACH:
        rule_reach_say(program, row->fields, ret_cell);
        break;
    case PROMPT_MISSING:
        show_missing(program, row->id, number, ret_cell);
        break;
    case USER_STATE:
        show_state(program, number > 0,
                   number > 0 ? N_("enabled") : N_("disabled"), ret_cell);
        break;
    case DEVICE_STATE:
        if (number >= 0)
            show_state(program, number > 0,
                       number > 0 ? N_("reachable") : N_("unreachable"),
                       ret_cell);
        else
            show_count(style, -1, &ret_cell->text);
        break;
    case QUEUE_WAITING:
    case QUEUE_READY:
    case QUEUE_AGENTS:
    case QUEUE_MEMBERS:
        show_count(style, number, &ret_cell->text);
        break;
    default:
        document_figure_show_trunk(program, figure, row->id, ret_cell);
        break;
    }
}
