/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One sentence at a time: that of the offer before would be taken for this one's. */

#include "console/ring_told.h"

#include <assert.h>

#include "base/mark.h"
#include "console/desk.h"
#include "console/naming.h"

static void say(struct program *program, const char *words)
{
    ui_unsay(program->ui, program->offer.said.text);
    safe_text_copy(&program->offer.said, words);
    if (*words)
        ui_say(program->ui, SEVERITY_WARNING, "%s", words);
}

static void word_ring(const struct program *program,
                      const struct topic_agents *agent,
                      struct safe_text *ret_words)
{
    struct safe_text queue;

    naming_queue(program, agent->queue_id, &agent->queue, &queue);
    if (agent->mode == PHONE_RINGS)
        safe_text_format(
            ret_words,
            /* TRANSLATORS: said on all screens but the agent's; a queue */
            program_text(program, N_("A call rings: %s. Lift your phone.")),
            queue.text);
    else if (agent->outbound)
        safe_text_format(
            ret_words,
            /* TRANSLATORS: it rings for that; a queue */
            program_text(program, N_("Somebody is to be called back: %s. F2 "
                                     "answers.")),
            queue.text);
    else
        safe_text_format(
            ret_words,
            /* TRANSLATORS: said on all screens but the agent's; a queue */
            program_text(program, N_("A call rings: %s. F2 answers.")),
            queue.text);
}

static void say_ring(struct program *program, const struct topic_agents *agent)
{
    struct safe_text words;

    safe_text_copy(&words, "");
    if (program->offer.is_elsewhere)
        word_ring(program, agent, &words);
    say(program, words.text);
}

/* Whether nothing but the message line tells of it. */
static bool is_unseen(const struct program *program)
{
    return !desk_is_open(program) && !program->is_locked && !program->is_linear;
}

/* NULL: it was taken, or rejected, which whoever did so knows. Of an
   accepted one the phone did not pick up, in whatever way it did not. */
static const char *word_end(enum offer_result result, bool was_accepted)
{
    switch (result) {
    case OFFER_BUSY:
        return N_("Your phone was in use, and could not take the call.");
    case OFFER_NO_ANSWER:
    case OFFER_FAILED:
        if (was_accepted)
            return N_("Your phone did not pick up: lift it when it rings, or "
                      "have it answer by itself.");
        return result == OFFER_FAILED
                   ? N_("Your phone could not be rung: look whether it is on, "
                        "and registered.")
                   : N_("The call was not answered in time, and goes on "
                        "without you for now.");
    case OFFER_CANCELLED:
        return N_("It rings no more: the caller has gone, or others have the "
                  "call.");
    default:
        return NULL;
    }
}

/* Else the box that was there is gone, and nobody says why. Whoever is in a call
   with that contact took it: the row tells how the offer before ended until the
   number of a callback has answered. */
static void say_end(struct program *program, const struct topic_agents *agent)
{
    const struct offer_seen *offer = &program->offer;
    const char *words = agent->contact_id == offer->contact_id
                            ? NULL
                            : word_end(agent->last_offer, offer->accepted);

    say(program, words ? program_text(program, words) : "");
}

void ring_told_look(struct program *program)
{
    assert(program);
    const struct topic_agents *agent = program_agent_fields(program);
    struct offer_seen *offer = &program->offer;

    if (!agent)
        return;
    uint64_t rings = agent->state == AGENT_OFFERED ? agent->contact_id : 0;
    bool was_elsewhere = offer->is_elsewhere;

    offer->is_elsewhere = rings && is_unseen(program);
    if (rings &&
        (rings != offer->contact_id || offer->is_elsewhere != was_elsewhere))
        say_ring(program, agent);
    else if (!rings && offer->contact_id)
        say_end(program, agent);
    offer->contact_id = rings;
    offer->accepted = agent->accepted;
}
