/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each thing rings once. */

#include "console/ring.h"

#include <assert.h>

#include "base/mark.h"
#include "console/chrome.h"
#include "console/dial_end.h"
#include "console/naming.h"
#include "console/phone_line.h"
#include "console/ring_told.h"
#include "core/refusal.h"

/* The queue's own name, and nothing of the caller: others see the screen. */
static void write_note(struct program *program,
                       const struct topic_agents *agent)
{
    struct safe_text queue;

    program->wishes.has_note = true;
    if (agent->asked_to_accept) {
        safe_text_copy(&program->wishes.note,
                       program_text(program, N_("A colleague asks you.")));
        return;
    }
    if (program->is_locked) {
        safe_text_copy(&program->wishes.note,
                       program_text(program, N_("A call rings.")));
        return;
    }
    naming_queue(program, agent->queue_id, &agent->queue, &queue);
    safe_text_format(&program->wishes.note,
                     /* TRANSLATORS: a note on the desktop; %s is a queue */
                     program_text(program, N_("A call rings: %s")), queue.text);
}

/* Once for each offer, whatever is on the screen, and at once: a caller waits
 * for the agent, who is not to wait for the next frame. */
static void ring_for_calls(struct program *program)
{
    const struct topic_agents *agent = program_agent_fields(program);
    uint64_t rings = !agent                          ? 0
                     : agent->state == AGENT_OFFERED ? agent->contact_id
                     : agent->asked_to_accept        ? agent->consulting
                                                     : 0;

    if (rings != 0 && rings != program->rung_for) {
        program->wishes.bell = true;
        write_note(program, agent);
        ui_hurry(program->ui);
    }
    program->rung_for = rings;
}

/* Those that stand when somebody comes are seen; one more is heard. */
static void ring_for_alarms(struct program *program)
{
    const struct replica *rows = program_rows(program);

    if (!rows || replica_count(rows, TOPIC_SERVER) == 0 ||
        !program_may(program, PERMISSION_SERVER_SEE) || program->setup.board)
        return;

    const struct topic_server *server =
        replica_at(rows, TOPIC_SERVER, 0)->fields;
    if (program->has_alarms && server->alarms > program->alarms)
        program->wishes.bell = true;
    program->has_alarms = true;
    program->alarms = server->alarms;
}

/* Whatever is on the screen: nobody hears that no calls come. */
static void tell_line(struct program *program)
{
    const struct topic_agents *agent = program_agent_fields(program);
    struct safe_text words;

    if (!agent)
        return;
    if (agent->line != program->line && agent->line != LINE_NONE &&
        phone_line_is_missed(agent)) {
        phone_line_words(program, &words);
        ui_say(program->ui, SEVERITY_WARNING, "%s", words.text);
    }
    program->line = agent->line;
}

/* Also a phone that answers by itself does so for somebody. */
static void tell_question(struct program *program)
{
    const struct topic_agents *agent = program_agent_fields(program);
    uint64_t asked = agent ? agent->consulting : 0;

    if (asked != 0 && asked != program->asked_about && !program->is_linear)
        ui_say(
            program->ui, SEVERITY_WARNING, "%s",
            agent->asked_to_accept
                ? program_text(program, N_("A colleague asks you about a "
                                           "caller. F2 answers, F8 declines."))
                : program_text(program,
                               N_("A colleague asks you about a caller, on "
                                  "your phone. F8 lets go.")));
    program->asked_about = asked;
}

/* Such a call comes from the phone, and the console has not asked for it. */
static void tell_refusals(struct program *program)
{
    const struct topic_agents *agent = program_agent_fields(program);

    if (!agent)
        return;
    if (program->has_refusals && agent->refusals > program->refusals)
        ui_say(program->ui, SEVERITY_WARNING,
               program_text(program, N_("Call refused. %s")),
               program_text(program, refusal_fix(agent->refused.text)));
    program->has_refusals = true;
    program->refusals = agent->refusals;
}

void ring_look(struct program *program)
{
    assert(program);

    ring_for_calls(program);
    ring_for_alarms(program);
    tell_refusals(program);
    tell_line(program);
    tell_question(program);
    ring_told_look(program);
    dial_end_look(program);
    program->wishes.title = chrome_title(program);
}
