/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of a wish: it goes with the disposition, or by itself. */

#include "console/callback_wish.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/mark.h"
#include "console/unsent.h"
#include "wire/value.h"

enum { AGAIN_US = 2000000 };

static bool is_of(const struct program *program, uint64_t contact_id)
{
    return program->wish.contact_id != 0 &&
           program->wish.contact_id == contact_id;
}

void callback_wish_put(const struct program *program, uint64_t contact_id,
                       struct json_t *body)
{
    const struct callback_wish *wish = &program->wish;

    if (!is_of(program, contact_id))
        return;
    (void)value_set_text(body, "callback_number", wish->number.text);
    (void)value_set_integer(body, "callback_due_us", wish->due_us);
    (void)value_set_flag(body, "callback_own", wish->is_own);
}

/* An empty one is that of a screen which has not been told it yet. */
void callback_wish_note(struct program *program, uint64_t contact_id,
                        const char *note)
{
    assert(program && note);
    struct note *kept = &program->wish.note;

    if (is_of(program, contact_id) && *note)
        snprintf(kept->text, sizeof(kept->text), "%s", note);
}

void callback_wish_sent(struct program *program, uint64_t contact_id)
{
    assert(program);
    if (is_of(program, contact_id))
        program->wish.is_put = true;
}

void callback_wish_answered(struct program *program, uint64_t contact_id,
                            bool is_done)
{
    assert(program);
    if (!is_of(program, contact_id) || !program->wish.is_put)
        return;
    program->wish.is_put = false;
    if (is_done)
        program->wish = (struct callback_wish){ .contact_id = 0 };
}

bool callback_is_late(const struct program *program, uint64_t contact_id)
{
    const struct topic_agents *agent = program_agent_fields(program);

    return agent && program_is_live(program) && agent->contact_id != contact_id;
}

/* Asked for twice, it is refused as being there already. */
static bool is_there(const struct callback_late *late,
                     const struct outcome *outcome)
{
    return outcome->is_done ||
           (late->may_be_there &&
            strcmp(outcome->problem.code, "callback_there") == 0);
}

static void take_answer(void *owner, const struct outcome *outcome)
{
    struct program *program = owner;
    struct callback_late *late = &program->late;
    const struct callback_wish wish = late->wish;

    late->is_sent = false;
    if (outcome->rc < 0) {
        late->may_be_there = true;
        late->again_us = program_now_us(program) + AGAIN_US;
        return;
    }
    bool was_taken = is_there(late, outcome);

    *late = (struct callback_late){ .is_sent = false };
    if (was_taken)
        ui_say(program->ui, SEVERITY_WARNING, "%s",
               program_text(program, N_("The wrap-up ran out; the callback is "
                                        "asked for all the same.")));
    else
        callback_wish_reopen(program, &wish, outcome);
}

static struct json_t *body_of(const struct callback_wish *wish)
{
    struct json_t *body = value_object();

    (void)value_set_integer(body, "contact_id", (int64_t)wish->contact_id);
    (void)value_set_integer(body, "queue_id", (int64_t)wish->queue_id);
    (void)value_set_text(body, "number", wish->number.text);
    (void)value_set_text(body, "language",
                         word_spell(&word_list_speech, (int)wish->language));
    if (wish->note.text[0])
        (void)value_set_text(body, "note", wish->note.text);
    if (wish->due_us)
        (void)value_set_integer(body, "due_us", wish->due_us);
    if (wish->is_own)
        (void)value_set_integer(body, "agent_id", (int64_t)wish->agent_id);
    return body;
}

/* Whoever signs in after somebody asks for nothing in their place. */
static bool is_due(const struct program *program,
                   const struct callback_late *late)
{
    const struct topic_agents *agent = program_agent_fields(program);

    return late->wish.contact_id != 0 && !late->is_sent &&
           callback_is_late(program, late->wish.contact_id) &&
           agent->agent_id == late->wish.agent_id &&
           program_now_us(program) >= late->again_us;
}

static void ask(struct program *program, struct callback_late *late)
{
    late->again_us = program_now_us(program) + AGAIN_US;
    late->is_sent = program_send(program, &(struct errand){
                                              .route = ROUTE_CALLBACK_ASK,
                                              .body = body_of(&late->wish),
                                              .done = take_answer,
                                              .owner = program,
                                              .is_quiet = true,
                                          });
}

void callback_late_look(struct program *program)
{
    assert(program);
    struct callback_wish *wish = &program->wish;
    struct callback_late *late = &program->late;

    /* Somebody dropped the disposition: g o. */
    if (wish->is_put &&
        !unsent_waits(program, UNSENT_DISPOSITION, wish->contact_id))
        *wish = (struct callback_wish){ .contact_id = 0 };
    if (wish->contact_id != 0 && !wish->is_put && late->wish.contact_id == 0 &&
        callback_is_late(program, wish->contact_id)) {
        *late = (struct callback_late){ .wish = *wish };
        *wish = (struct callback_wish){ .contact_id = 0 };
    }
    if (is_due(program, late))
        ask(program, late);
}
