/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of agents, and the table of permissions. */

#include "console/document_line_user.h"

#include <assert.h>
#include <stdio.h>

#include "base/line.h"
#include "base/mark.h"
#include "console/document_value.h"
#include "console/doing.h"
#include "console/naming.h"
#include "tui/prose.h"
#include "console/show.h"
#include "console/word.h"

enum { RIGHTS_SIZE = 2048 };

static const struct topic_agents *agent_of(const struct program *program,
                                           uint64_t user_id)
{
    const struct replica *rows = program_rows(program);

    for (size_t i = 0; i < document_rows(program, TOPIC_AGENTS); i++) {
        const struct topic_agents *agent =
            replica_at(rows, TOPIC_AGENTS, i)->fields;

        if (agent->user_id == user_id)
            return agent;
    }
    return NULL;
}

/* "ana, READY, consoles: 1" */
static void say_agent(const struct program *program,
                      const struct topic_agents *agent,
                      struct table_cell *ret_cell)
{
    const struct style *style = ui_style(program->ui);
    struct safe_text state, consoles;

    word_state(doing_state(agent), style->language, &state);
    show_count(style, agent->consoles, &consoles);
    safe_text_format(&ret_cell->text,
                     show_say(style, N_("%s, %s, consoles: %s")),
                     agent->name.text, state.text, consoles.text);
    ret_cell->has_glyph = true;
    ret_cell->glyph = word_state_glyph(doing_state(agent));
    ret_cell->look =
        (struct look){ (uint8_t)word_state_role(doing_state(agent)), 0 };
}

static void say_phone(const struct program *program,
                      const struct topic_agents *agent,
                      struct table_cell *ret_cell)
{
    ret_cell->has_glyph = true;
    ret_cell->glyph = agent->reachable ? GLYPH_OK : GLYPH_PAUSED;
    ret_cell->look = agent->reachable ? LOOK(OK, 0) : LOOK(PAUSED, 0);
    safe_text_format(&ret_cell->text, "%s, %s", agent->device.text,
                     program_text(program, agent->reachable
                                               ? N_("reachable")
                                               : N_("unreachable")));
}

void document_line_fill_user(const struct program *program,
                             enum document_line line, uint64_t user_id,
                             struct table_cell *ret_cell)
{
    assert(program && ret_cell);
    const struct topic_agents *agent = agent_of(program, user_id);

    if (agent && line == LINE_USER_AGENT)
        say_agent(program, agent, ret_cell);
    else if (agent && agent->device_id != 0)
        say_phone(program, agent, ret_cell);
    else
        show_count(ui_style(program->ui), -1, &ret_cell->text);
}

static void add_rights(struct line *line, enum role role, enum may may)
{
    for (int i = PERMISSION_SIGNED_IN + 1; i < PERMISSION_COUNT; i++)
        if (permission_may((enum permission)i, role) == may)
            line_add(line, "%s%s", line->length > 0 ? ", " : "",
                     permission_info((enum permission)i)->name);
}

void document_line_draw_rights(const struct surface *surface,
                               const struct event_user_set *user)
{
    assert(surface && user);
    char text[RIGHTS_SIZE] = "", own[RIGHTS_SIZE] = "";
    struct line all = { .text = text, .size = sizeof(text) };
    struct line ones = { .text = own, .size = sizeof(own) };

    add_rights(&all, (enum role)user->role, MAY);
    add_rights(&ones, (enum role)user->role, MAY_OWN);
    if (own[0])
        line_add(&all, "%s%s %s", text[0] ? "; " : "",
                 surface_say(surface, N_("of what is one's own:")), own);
    prose_draw(surface, LOOK(TEXT, 0), text);
}
