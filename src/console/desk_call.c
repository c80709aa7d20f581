/* SPDX-License-Identifier: GPL-3.0-or-later */
/* During a call: the line, how the caller came here, and notes. */

#include "console/desk_face.h"
#include "console/desk_line.h"
#include "console/desk_notes.h"

#include <string.h>

#include "base/mark.h"
#include "console/word.h"

enum { NOTES_AT = 11, PREVIOUS_ROWS = 4 };

/* Whom the agent calls, or calls back, has called nothing. */
static void word_way(const struct topic_agents *agent,
                     const struct surface *surface, struct safe_text *ret_text)
{
    struct safe_text called;
    char time[WORD_TIME_SIZE];

    word_duration(agent->waited_us, time);
    if (agent->outbound && agent->waited_us > 0) {
        safe_text_format(ret_text,
                         surface_say(surface, N_("asked to be called back   "
                                                 "waited %s")),
                         time);
        return;
    }
    if (agent->outbound) {
        safe_text_copy(ret_text, surface_say(surface, N_("you called")));
        return;
    }
    safe_text_number(&called, agent->called.text, strlen(agent->called.text));
    /* TRANSLATORS: the number that was called, and the wait in the queue */
    safe_text_format(ret_text,
                     surface_say(surface, N_("called %s   waited %s")),
                     called.text, time);
}

static void draw_way(const struct desk *desk, const struct surface *surface,
                     int row)
{
    struct safe_text text;

    word_way(desk_agent(desk), surface, &text);
    surface_text(surface, (struct place){ row, 1, 0, false }, LOOK(TEXT, 0),
                 &text);
    surface_text(surface, (struct place){ row + 1, 1, 0, false }, LOOK(DIM, 0),
                 &desk->path);
}

void desk_call_draw(const struct desk *desk, const struct surface *surface)
{
    int row = desk_line_draw(desk, surface);
    int notes_rows = surface->rows - NOTES_AT - 1;

    surface_rule(surface, row, surface_say(surface, N_("The way here")), NULL);
    draw_way(desk, surface, row + 1);
    desk_handover_draw(desk, surface, row + 3);
    desk_previous_draw(desk, surface, row + 4, PREVIOUS_ROWS);
    desk_notes_draw(desk, surface, NOTES_AT, notes_rows);
    surface_label(
        surface, (struct place){ surface->rows - 1, 1, 0, false }, LOOK(DIM, 0),
        desk->is_writing ? N_("Type notes. Esc leaves them; letters are phone "
                              "keys then.")
                         : N_("Letters are phone keys now. Tab goes to the "
                              "notes."));
    if (!desk->is_writing)
        surface_cursor(surface, 1, 1, true);
}
