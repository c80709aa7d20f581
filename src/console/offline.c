/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Before and after a lost connection. */

#include "console/offline.h"

#include <string.h>

#include "base/mark.h"
#include "console/meanwhile.h"
#include "console/word.h"

enum { BOX_ROWS = 5 };

bool offline_is_lost(const struct program *program)
{
    return program->session &&
           session_link(program->session)->state == SESSION_OFFLINE;
}

static void draw_lines(const struct program *program,
                       const struct surface *inside)
{
    const struct session_link *link = session_link(program->session);
    const struct topic_me *me = program_me(program);
    int64_t lost_us = program_since_us(program, link->since_us);
    size_t waiting = outbox_pending(program->outbox);
    char clock[WORD_TIME_SIZE];
    struct safe_text text, wishes;

    surface_label(inside, (struct place){ 0, 1, 0, false }, LOOK(TEXT, 0),
                  N_("A call goes on: its sound does not come through this "
                     "screen."));
    safe_text_format(&text,
                     surface_say(inside, N_("The phone itself (%s) still holds "
                                            "and hangs up.")),
                     me ? me->device.text : "?");
    surface_text(inside, (struct place){ 1, 1, 0, false }, LOOK(TEXT, 0),
                 &text);
    word_clock(program_wall_us(program) - lost_us, false, clock);
    safe_text_format(
        &text, surface_say(inside, N_("What is below was so at %s.")), clock);
    if (waiting > 0) {
        struct safe_text before = text;

        safe_text_format(
            &wishes,
            P_(inside->style->language, "%d wish waits to be sent.",
               "%d wishes wait to be sent.", (unsigned long)waiting),
            (int)waiting);
        safe_text_format(&text, "%s  %s", before.text, wishes.text);
    }
    surface_text(inside, (struct place){ 2, 1, 0, false }, LOOK(TEXT, 0),
                 &text);
}

int offline_draw(const struct program *program, const struct surface *surface)
{
    struct surface box =
        surface_part(surface, 0, 0, BOX_ROWS, surface->columns);
    struct safe_text left, right;

    if (!offline_is_lost(program) || surface->rows < 2 * BOX_ROWS)
        return 0;

    const struct session_link *link = session_link(program->session);
    int64_t wait_us = link->next_try_us - program_now_us(program);
    safe_text_format(&left, "%s %s",
                     glyph_text(surface->style->tier, GLYPH_CRIT),
                     surface_say(surface, N_("Connection lost")));
    safe_text_format(&right, surface_say(surface, N_("try %d in %d s")),
                     link->next_try,
                     (int)(wait_us > 0 ? (wait_us + 999999) / 1000000 : 0));
    struct surface inside = surface_box(&box, left.text, right.text);
    draw_lines(program, &inside);
    return BOX_ROWS;
}

/* Once, when it begins; the header counts the time down. */
static void look_for_stop(struct program *program)
{
    const struct replica *rows = program_rows(program);
    const struct replica_row *row =
        rows && replica_count(rows, TOPIC_SERVER) > 0
            ? replica_at(rows, TOPIC_SERVER, 0)
            : NULL;
    const struct topic_server *server = row ? row->fields : NULL;
    bool is_stopping = server && server->draining;
    char clock[WORD_TIME_SIZE];

    if (is_stopping && !program->before.is_stopping) {
        word_clock(program_wall_us(program) +
                       replica_left_us(row, server->stop_left_us,
                                       program_now_us(program)),
                   true, clock);
        ui_say(program->ui, SEVERITY_WARNING,
               program_text(program, N_("The server stops: no new calls, and "
                                        "those there are end by %s.")),
               clock);
    }
    program->before.is_stopping = is_stopping;
}

void offline_look(struct program *program)
{
    bool is_lost_now = offline_is_lost(program);

    if (is_lost_now && !program->before.was_lost && program->before.is_known)
        ui_say(program->ui, SEVERITY_WARNING, "%s",
               program_text(program, N_("Offline. What is on this screen is "
                                        "not live.")));
    if (program->before.was_lost && program_is_live(program) &&
        replica_state(program_rows(program), TOPIC_AGENTS) == REPLICA_LIVE) {
        meanwhile_say(program);
        program->before.was_lost = false;
    }
    if (is_lost_now)
        program->before.was_lost = program->before.is_known;
    else if (!program->before.was_lost && program_is_live(program))
        meanwhile_remember(program);
    look_for_stop(program);
}
