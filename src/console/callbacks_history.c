/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How often the selected one was called so far, by whom, and with what end. */

#include <string.h>

#include "base/mark.h"
#include "console/callbacks_inside.h"
#include "console/naming.h"
#include "console/word.h"
#include "wire/record_json.h"

/* "14:11 Ana Nováková, no answer 0:25" */
static void word_attempt(const struct program *program,
                         const struct shape_attempt *attempt,
                         struct safe_text *ret_text)
{
    static const char *const ends[offer_result_count] = {
        [OFFER_ANSWERED] = N_("reached"),    [OFFER_REJECTED] = N_("declined"),
        [OFFER_NO_ANSWER] = N_("no answer"), [OFFER_BUSY] = N_("engaged"),
        [OFFER_FAILED] = N_("not reached"),  [OFFER_CANCELLED] = N_("given up"),
    };
    char clock[WORD_TIME_SIZE], rang[WORD_TIME_SIZE] = "";
    struct safe_text agent;

    word_clock(attempt->wall_us, true, clock);
    if (attempt->agent_id)
        naming_agent(program, attempt->agent_id, &attempt->agent, &agent);
    else
        safe_text_copy(&agent, program_text(program, N_("in advance")));
    if (attempt->over && attempt->ring_us > 0)
        word_duration(attempt->ring_us, rang);
    safe_text_format(ret_text, "%s %s, %s%s%s", clock, agent.text,
                     program_text(program, attempt->over
                                               ? ends[attempt->result]
                                               : N_("is being called")),
                     rang[0] ? " " : "", rang);
}

/* The last one first: what does not fit is the oldest. */
static void take(void *owner, const struct outcome *outcome)
{
    struct callbacks_history *history = owner;
    const struct json_t *items = value_get(outcome->value, "items");
    size_t count = outcome->is_done ? value_count(items) : 0;

    history->is_asked = false;
    history->is_told = outcome->is_done;
    safe_text_copy(&history->words, "");
    for (size_t i = count; i > 0; i--) {
        struct shape_attempt attempt = { .number = 0 };
        struct safe_text before = history->words, one;

        if (record_from_json(shape_record(SHAPE_ATTEMPT),
                             value_at(items, i - 1), MISSING_KEPT, &attempt,
                             NULL) < 0)
            continue;
        word_attempt(history->program, &attempt, &one);
        safe_text_format(&history->words, "%s%s%s", before.text,
                         before.text[0] ? " │ " : "", one.text);
    }
}

/* Of what has been told nothing changes before its row does. */
static bool is_known(const struct callbacks_history *history,
                     const struct topic_callbacks *callback)
{
    return history->callback_id == callback->callback_id &&
           history->tries == callback->tries &&
           history->state == callback->state;
}

void callbacks_ask_history(struct callbacks *callbacks,
                           const struct topic_callbacks *callback)
{
    struct callbacks_history *history = &callbacks->history;
    struct program *program = callbacks->program;

    if (is_known(history, callback) || !program_is_live(program))
        return;

    errands_forget(program->errands, history);
    *history = (struct callbacks_history){
        .program = program,
        .callback_id = callback->callback_id,
        .tries = callback->tries,
        .state = callback->state,
        .is_told = callback->tries == 0,
    };
    if (callback->tries > 0)
        history->is_asked = program_send(
            program, &(struct errand){ .route = ROUTE_CALLBACK_ATTEMPTS,
                                       .id = callback->callback_id,
                                       .done = take,
                                       .owner = history,
                                       .is_quiet = true });
}
