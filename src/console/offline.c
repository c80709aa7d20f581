/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Before and after a lost connection. */

#include "console/offline.h"

#include <string.h>

#include "base/mark.h"
#include "console/word.h"

enum { BOX_ROWS = 5 };

static bool is_lost(const struct program *program)
{
    return program->session &&
           session_link(program->session)->state == SESSION_OFFLINE;
}

static void draw_lines(const struct program *program,
                       const struct surface *inside)
{
    const struct session_link *link = session_link(program->session);
    const struct topic_me *me = program_me(program);
    int64_t lost_us = program_now_us(program) - link->since_us;
    char clock[WORD_TIME_SIZE];
    struct safe_text text;

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
    surface_text(inside, (struct place){ 2, 1, 0, false }, LOOK(TEXT, 0),
                 &text);
}

int offline_draw(const struct program *program, const struct surface *surface)
{
    struct surface box =
        surface_part(surface, 0, 0, BOX_ROWS, surface->columns);
    struct safe_text left, right;

    if (!is_lost(program) || surface->rows < 2 * BOX_ROWS)
        return 0;

    int64_t wait_us =
        session_link(program->session)->next_try_us - program_now_us(program);
    safe_text_format(&left, "%s %s",
                     glyph_text(surface->style->tier, GLYPH_CRIT),
                     surface_say(surface, N_("Connection lost")));
    safe_text_format(&right, surface_say(surface, N_("next try in %d s")),
                     (int)(wait_us > 0 ? (wait_us + 999999) / 1000000 : 0));
    struct surface inside = surface_box(&box, left.text, right.text);
    draw_lines(program, &inside);
    return BOX_ROWS;
}

/* What the agent did when the connection was there last. */
static void remember(struct program *program)
{
    const struct topic_agents *agent = program_agent_fields(program);

    program->before = (struct program_before){
        .is_known = agent != NULL,
        .state = agent ? agent->state : AGENT_OFFLINE,
        .contact_id = agent ? agent->contact_id : 0,
        .missed = agent ? agent->missed : 0,
    };
}

static void append(struct safe_text *text, const char *words)
{
    struct safe_text before = *text;

    safe_text_format(text, "%s%s%s", before.text, before.text[0] ? ", " : "",
                     words);
}

static void say_difference(struct program *program)
{
    const struct program_before *before = &program->before;
    const struct topic_agents *agent = program_agent_fields(program);
    enum language language = program_language(program);
    struct safe_text what = { .text = "" }, part;

    if (!before->is_known || !agent) {
        safe_text_copy(&what, lang_text(language, N_("nothing is known")));
    } else {
        if (before->contact_id != 0 && agent->contact_id != before->contact_id)
            append(&what, lang_text(language, N_("the call ended")));
        if (agent->contact_id != 0 && agent->contact_id != before->contact_id)
            append(&what, lang_text(language, N_("another call came")));
        if (agent->missed > before->missed) {
            int missed = (int)(agent->missed - before->missed);

            safe_text_format(
                &part,
                P_(language, "%d missed", "%d missed", (unsigned long)missed),
                missed);
            append(&what, part.text);
        }
        if (agent->state != before->state) {
            word_state(agent->state, language, &part);
            append(&what, part.text);
        }
        if (!what.text[0])
            append(&what, lang_text(language, N_("nothing happened")));
    }
    ui_say(program->ui, SEVERITY_WARNING,
           lang_text(language, N_("Connected again. Meanwhile: %s")),
           what.text);
}

void offline_look(struct program *program)
{
    bool is_lost_now = is_lost(program);

    if (is_lost_now && !program->before.was_lost && program->before.is_known)
        ui_say(program->ui, SEVERITY_WARNING, "%s",
               program_text(program, N_("Offline. What is on this screen is "
                                        "not live.")));
    if (program->before.was_lost && program_is_live(program) &&
        replica_state(program_rows(program), TOPIC_AGENTS) == REPLICA_LIVE) {
        say_difference(program);
        program->before.was_lost = false;
    }
    if (is_lost_now)
        program->before.was_lost = program->before.is_known;
    else if (!program->before.was_lost && program_is_live(program))
        remember(program);
}
