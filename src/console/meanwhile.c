/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compares the agent's row before with the one after. */

#include "console/meanwhile.h"

#include <string.h>

#include "base/mark.h"
#include "console/doing.h"
#include "console/word.h"
#include "wire/record_json.h"
#include "wire/shape.h"
#include "wire/value.h"
#include "wire/word_label.h"

void meanwhile_remember(struct program *program)
{
    const struct topic_agents *agent = program_agent_fields(program);

    program->before = (struct program_before){
        .is_known = agent != NULL,
        .state = agent ? doing_state(agent) : AGENT_OFFLINE,
        .contact_id = agent ? agent->contact_id : 0,
        .missed = agent ? agent->missed : 0,
        .is_stopping = program->before.is_stopping,
    };
}

static void append(struct safe_text *text, const char *words)
{
    struct safe_text before = *text;

    safe_text_format(text, "%s%s%s", before.text, before.text[0] ? ", " : "",
                     words);
}

/* How the call ended; NULL: the server does not tell. */
static void append_end(struct safe_text *what, enum language language,
                       const struct shape_contact *ended)
{
    char clock[WORD_TIME_SIZE];
    struct safe_text part;

    if (!ended || ended->live || ended->ended_wall_us == 0) {
        append(what, lang_text(language, N_("call ended")));
        return;
    }
    word_clock(ended->ended_wall_us, true, clock);
    safe_text_format(
        &part,
        /* TRANSLATORS: when and why: "call ended 14:36 (caller hung up)" */
        lang_text(language, N_("call ended %s (%s)")), clock,
        lang_text(language, word_label(&word_list_end_cause,
                                       word_spell(&word_list_end_cause,
                                                  (int)ended->cause))));
    append(what, part.text);
}

static void append_rest(struct safe_text *what, enum language language,
                        const struct program_before *before,
                        const struct topic_agents *agent)
{
    struct safe_text part;

    if (agent->contact_id != 0 && agent->contact_id != before->contact_id)
        append(what, lang_text(language, N_("another call came")));
    if (agent->missed > before->missed) {
        int missed = (int)(agent->missed - before->missed);

        safe_text_format(
            &part,
            P_(language, "%d missed", "%d missed", (unsigned long)missed),
            missed);
        append(what, part.text);
    }
    if (doing_state(agent) != before->state) {
        word_state(doing_state(agent), language, &part);
        append(what, part.text);
    }
}

static bool has_ended(const struct program_before *before,
                      const struct topic_agents *agent)
{
    bool was_talking =
        before->state == AGENT_TALKING || before->state == AGENT_HOLD;

    return before->contact_id != 0 &&
           (agent->contact_id != before->contact_id ||
            (was_talking && agent->state == AGENT_ACW));
}

static void say(struct program *program, const struct shape_contact *ended)
{
    const struct program_before *before = &program->told;
    const struct topic_agents *agent = program_agent_fields(program);
    enum language language = program_language(program);
    struct safe_text what = { .text = "" };

    if (!before->is_known || !agent) {
        safe_text_copy(&what, lang_text(language, N_("nothing is known")));
    } else {
        if (has_ended(before, agent) || ended)
            append_end(&what, language, ended);
        append_rest(&what, language, before, agent);
        if (!what.text[0])
            append(&what, lang_text(language, N_("nothing happened")));
    }
    ui_say(program->ui, SEVERITY_WARNING,
           lang_text(language, N_("While you were away: %s")), what.text);
}

static void take_contact(void *owner, const struct outcome *outcome)
{
    struct shape_contact contact = { 0 };
    bool is_told = outcome->is_done &&
                   record_from_json(shape_record(SHAPE_CONTACT), outcome->value,
                                    MISSING_KEPT, &contact, NULL) == 0;

    say(owner, is_told ? &contact : NULL);
}

void meanwhile_say(struct program *program)
{
    const struct topic_agents *agent = program_agent_fields(program);

    program->told = program->before;
    if (!program->before.is_known || !agent ||
        !has_ended(&program->before, agent)) {
        say(program, NULL);
        return;
    }
    program_send(program, &(struct errand){
                              .route = ROUTE_CONTACT_READ,
                              .id = program->before.contact_id,
                              .done = take_contact,
                              .owner = program,
                              .is_quiet = true,
                          });
}
