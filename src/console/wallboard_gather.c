/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Queues by their order, agents by whom they serve. */

#include "console/wallboard_gather.h"

#include <assert.h>
#include <string.h>

#include "base/mark.h"
#include "console/doing.h"
#include "console/show.h"

const enum topic wallboard_topics[WALLBOARD_TOPICS] = {
    TOPIC_QUEUES,
    TOPIC_AGENTS,
    TOPIC_ASSIGNMENTS,
};

bool wallboard_is_complete(const struct replica *rows)
{
    for (size_t i = 0; i < WALLBOARD_TOPICS; i++)
        if (replica_state(rows, wallboard_topics[i]) != REPLICA_LIVE)
            return false;
    return true;
}

static bool is_chosen(const struct wallboard_choice *choice, const char *name)
{
    if (!choice->names)
        return true;
    for (const char *const *at = choice->names; *at; at++)
        if (strcmp(*at, name) == 0)
            return true;
    return false;
}

static size_t gather_queues(const struct replica *rows,
                            const struct wallboard_choice *choice,
                            int64_t now_us, enum language language,
                            struct figures ret_queues[WALLBOARD_QUEUES])
{
    size_t count = 0;

    for (size_t i = 0; i < replica_count(rows, TOPIC_QUEUES); i++) {
        const struct replica_row *row = replica_at(rows, TOPIC_QUEUES, i);
        const struct topic_queues *queue = row->fields;

        if (count < WALLBOARD_QUEUES && is_chosen(choice, queue->name.text))
            figures_read(queue, replica_passed_us(row, now_us), language,
                         &ret_queues[count++]);
    }
    return count;
}

static bool serves_one(const struct replica *rows, uint64_t agent_id,
                       const struct wallboard *board)
{
    for (size_t i = 0; i < replica_count(rows, TOPIC_ASSIGNMENTS); i++) {
        const struct topic_assignments *assignment =
            replica_at(rows, TOPIC_ASSIGNMENTS, i)->fields;

        for (size_t q = 0;
             assignment->agent_id == agent_id && q < board->queue_count; q++)
            if (board->queues[q].queue_id == assignment->queue_id)
                return true;
    }
    return false;
}

static void count_agents(const struct replica *rows, bool is_all,
                         struct wallboard *board)
{
    for (size_t i = 0; i < replica_count(rows, TOPIC_AGENTS); i++) {
        const struct topic_agents *agent =
            replica_at(rows, TOPIC_AGENTS, i)->fields;

        if (is_all || serves_one(rows, agent->agent_id, board))
            figures_count_agent(&board->all, doing_state(agent));
    }
}

void wallboard_gather(const struct replica *rows,
                      const struct wallboard_choice *choice, bool is_agent,
                      int64_t now_us, enum language language,
                      struct figures ret_queues[WALLBOARD_QUEUES],
                      struct wallboard *board)
{
    assert(rows && choice && ret_queues && board);
    enum replica_state state = replica_state(rows, TOPIC_QUEUES);

    board->queues = ret_queues;
    board->queue_count =
        gather_queues(rows, choice, now_us, language, ret_queues);
    board->is_known = state == REPLICA_LIVE || state == REPLICA_STALE;
    figures_add_up(ret_queues, board->queue_count, &board->all);
    if (is_agent)
        board->all.logged_in = board->all.available = board->all.talking =
            board->all.acw = board->all.paused = -1;
    else
        count_agents(rows, !choice->names, board);
}

/* A server that is well is heard every five seconds, and given up after 15. */
static void tell_live(const struct session *session, int64_t now_us,
                      const struct style *style, struct wallboard *board)
{
    enum { LATE_US = 7000000 };
    int64_t heard_us = session_heard_us(session);
    struct safe_text age;

    if (heard_us == 0 || now_us - heard_us < LATE_US) {
        safe_text_copy(&board->link, show_say(style, N_("live")));
        return;
    }
    safe_text_format(&age, show_say(style, N_("data %d s old")),
                     (int)((now_us - heard_us) / 1000000));
    safe_text_format(&board->link, "%s %s", glyph_text(style->tier, GLYPH_WARN),
                     age.text);
    board->link_role = ROLE_WARN;
}

void wallboard_tell_link(const struct session *session, int64_t now_us,
                         const struct style *style, struct wallboard *board)
{
    const struct session_link *link = session_link(session);
    struct safe_text since;

    show_span(style, now_us < link->since_us ? 0 : now_us - link->since_us,
              &since);
    board->link_role = link->state == SESSION_LIVE ? ROLE_OK : ROLE_CRIT;
    switch (link->state) {
    case SESSION_LIVE:
        tell_live(session, now_us, style, board);
        return;
    case SESSION_CONNECTING:
        safe_text_copy(&board->link, show_say(style, N_("connecting")));
        return;
    case SESSION_OFFLINE:
        safe_text_format(&board->link, "%s %s %s",
                         glyph_text(style->tier, GLYPH_CRIT),
                         show_say(style, N_("OFFLINE")), since.text);
        return;
    case SESSION_REFUSED:
        safe_text_copy(&board->link, link->problem.detail[0]
                                         ? link->problem.detail
                                         : show_say(style, N_("refused")));
        return;
    }
}
