/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of a call to the outside that was no talk. */

#include "console/dial_end.h"

#include <assert.h>
#include <string.h>

#include "base/mark.h"
#include "console/program.h"
#include "wire/record_json.h"
#include "wire/shape.h"

/* A call that fails at once may never stand in a row that is told. */
enum { ROW_US = 1500000 };

/* Of the agent's own contacts the newest is the one in question; whoever sees
   those of others, too, has theirs between. */
static void tell(struct program *program, const struct json_t *items)
{
    const struct topic_me *me = program_me(program);
    struct safe_text number;

    for (size_t i = 0; i < value_count(items); i++) {
        struct shape_contact contact = { 0 };

        if (record_from_json(shape_record(SHAPE_CONTACT), value_at(items, i),
                             MISSING_KEPT, &contact, NULL) < 0 ||
            !me || contact.agent_id != me->agent_id)
            continue;
        if (!contact.outbound || contact.cause != END_NOT_REACHED)
            return;
        safe_text_number(&number, contact.caller.text,
                         strlen(contact.caller.text));
        ui_say(program->ui, SEVERITY_WARNING,
               /* TRANSLATORS: %s is a phone number that an agent has called */
               program_text(program, N_("%s was not reached.")), number.text);
        return;
    }
}

static void take(void *owner, const struct outcome *outcome)
{
    if (outcome->is_done)
        tell(owner, value_get(outcome->value, "items"));
}

static void ask(struct program *program)
{
    program_send(program, &(struct errand){
                              .route = ROUTE_CONTACT_LIST,
                              .query = "limit=5&filter=live%20%3D%20no",
                              .done = take,
                              .owner = program,
                              .is_quiet = true,
                          });
}

void dial_end_expect(struct program *program)
{
    assert(program);
    program->dial.asked_us = program_now_us(program);
}

void dial_end_look(struct program *program)
{
    assert(program);
    const struct topic_agents *agent = program_agent_fields(program);
    struct dial_seen *dial = &program->dial;
    int64_t now_us = program_now_us(program);

    if (!agent || !program_is_live(program))
        return;
    bool has_one = agent->outbound && agent->contact_id != 0;
    bool is_gone = dial->contact_id != 0 && !has_one;
    bool is_missed =
        dial->asked_us != 0 && !has_one && now_us - dial->asked_us > ROW_US;

    dial->contact_id =
        has_one && agent->state != AGENT_ACW ? agent->contact_id : 0;
    if (has_one || is_missed)
        dial->asked_us = 0;
    if (is_gone || is_missed)
        ask(program);
}
