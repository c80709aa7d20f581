/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Below 80x24: the call and the notes, nothing else. */

#include "console/desk_face.h"
#include "console/desk_idle.h"
#include "console/desk_line.h"
#include "console/desk_notes.h"

#include "base/mark.h"

void desk_small_draw(struct desk *desk, const struct surface *surface)
{
    const struct topic_agents *agent = desk_agent(desk);
    struct surface rest;

    if (agent && agent->consulting) {
        struct safe_text question;

        desk_word_question(agent, surface, &question);
        surface_text(surface, (struct place){ 0, 1, 0, false }, LOOK(WARN, 0),
                     &question);
        surface_cursor(surface, 0, 1, true);
        return;
    }
    if (!agent || agent->contact_id == 0) {
        surface_label(surface, (struct place){ 0, 1, 0, false }, LOOK(TEXT, 0),
                      N_("No call. More is shown from 80×24 on."));
        surface_cursor(surface, 0, 1, true);
        return;
    }
    desk_caller_draw(desk, surface, 0);
    rest = surface_part(surface, 1, 0, surface->rows - 1, surface->columns);
    if (agent->state == AGENT_ACW && !desk->is_writing)
        wrap_up_draw(&desk->wrap_up, &rest);
    else
        desk_notes_draw(desk, &rest, 1, rest.rows - 1);
}
