/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who it is, since when, and of which queue. */

#include "console/desk_line.h"

#include "base/mark.h"
#include "console/word.h"

enum { LINE_ROWS = 3 };

static void draw_title(const struct program *program,
                       const struct replica_row *row,
                       const struct surface *surface)
{
    const struct topic_agents *agent = row->fields;
    char time[WORD_TIME_SIZE];
    struct safe_text title;

    word_duration(
        replica_age_us(row, agent->state_age_us, program_now_us(program)),
        time);
    safe_text_format(
        &title, "%s %s %s",
        glyph_text(surface->style->tier, word_state_glyph(agent->state)),
        surface_say(surface, word_state(agent->state)), time);
    surface_rule(surface, 0, title.text, NULL);
}

int desk_line_draw(const struct program *program, const struct surface *surface)
{
    const struct replica_row *row = program_agent(program);
    const struct topic_agents *agent = row ? row->fields : NULL;

    if (!agent || agent->contact_id == 0)
        return 0;

    struct safe_text name, number, queue;
    safe_text_copy(&name, agent->caller_name.text);
    safe_text_copy(&number, agent->caller.text);
    safe_text_copy(&queue, agent->queue.text);
    draw_title(program, row, surface);
    surface_text(surface, (struct place){ 1, 1, 26, false }, LOOK(TITLE, 0),
                 &number);
    surface_text(surface, (struct place){ 1, 28, 26, false }, LOOK(TEXT, 0),
                 &name);
    surface_text(surface, (struct place){ 1, 55, 0, false }, LOOK(TEXT, 0),
                 &queue);
    return LINE_ROWS;
}
