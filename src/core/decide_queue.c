/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Queues: what they may be set to, and when one may go. */

#include <string.h>

#include "core/callback.h"
#include "core/callback_window.h"
#include "core/contact_slot.h"
#include "core/decide_document.h"
#include "core/desk_slot.h"
#include "core/dialling.h"
#include "core/document_use.h"
#include "core/flow_place.h"
#include "core/flow_use.h"
#include "core/house_slots.h"
#include "core/number_plan.h"
#include "core/prompt_use.h"
#include "core/sending.h"
#include "core/write.h"

static enum refusal check_overflow(const struct turn *turn,
                                   const struct command_set_queue *c)
{
    enum refusal refusal;

    switch (c->overflow_to) {
    case TO_HANG_UP:
        return c->overflow_id ? REFUSED_BAD_VALUE : REFUSED_NOT;
    case TO_QUEUE:
        if (!state_queue(turn->state, c->overflow_id))
            return REFUSED_NO_QUEUE;
        return c->overflow_id == c->id ? REFUSED_OVERFLOW_TO_SELF : REFUSED_NOT;
    case TO_FLOW:
        refusal = check_flow(turn, c->overflow_id);
        return !refusal && !flow_fits(turn, c->overflow_id, FLOW_FOR_SENDING)
                   ? REFUSED_OVERFLOW_TYPE
                   : refusal;
    case TO_VOICEMAIL:
        return state_box(turn->state, c->overflow_id) ? REFUSED_NOT
                                                      : REFUSED_NO_BOX;
    case TO_AGENT:
    case TO_NUMBER:
    case TO_BUSY:
    case TO_CALLBACK:
    case TO_ANNOUNCEMENT:
        break;
    }

    return REFUSED_BAD_OVERFLOW;
}

static bool is_window(const char *text)
{
    struct callback_window window;

    return *text == '\0' || callback_window_read(text, &window);
}

/* Whom it calls back, and when. */
static enum refusal check_callbacks(const struct turn *turn,
                                    const struct command_set_queue *c)
{
    if (!dialling_is_list(c->callback_numbers.text))
        return REFUSED_BAD_CALLED_BACK;
    if (!is_window(c->callback_window.text))
        return REFUSED_BAD_WINDOW;
    if (c->callback_calendar_id &&
        !state_calendar(turn->state, c->callback_calendar_id))
        return REFUSED_NO_BACK_CALENDAR;

    if (c->callback_never_id &&
        !state_caller_list(turn->state, c->callback_never_id))
        return REFUSED_NO_NEVER_LIST;
    if (c->callback_flow_id && !is_published(turn->state, c->callback_flow_id))
        return REFUSED_NO_BACK_FLOW;

    return c->callback_flow_id &&
                   !flow_fits(turn, c->callback_flow_id, FLOW_FOR_CALLBACK)
               ? REFUSED_BACK_FLOW_TYPE
               : REFUSED_NOT;
}

static enum refusal check_hours(const struct turn *turn,
                                const struct command_set_queue *c)
{
    if (c->calendar_id && !state_calendar(turn->state, c->calendar_id))
        return REFUSED_NO_HOURS_CALENDAR;

    return c->closed_id && !state_prompt(turn->state, c->closed_id)
               ? REFUSED_NO_CLOSED_PROMPT
               : REFUSED_NOT;
}

/* A name that the queue has already is left: a file that went missing must not
   keep anybody from changing the queue. */
static bool is_sound(const struct turn *turn, const struct name *name,
                     const struct name *before)
{
    const struct flow_prompt prompt = { .name = *name };

    return name->text[0] == '\0' || strcmp(name->text, before->text) == 0 ||
           prompt_is_heard(turn->state, turn->shelf, &prompt);
}

static enum refusal check_comforts(const struct turn *turn,
                                   const struct command_set_queue *c,
                                   const struct event_queue_set *before)
{
    static const enum refusal refusals[QUEUE_COMFORTS] = {
        REFUSED_NO_COMFORT, REFUSED_NO_COMFORT2, REFUSED_NO_COMFORT3,
        REFUSED_NO_COMFORT4
    };

    for (size_t i = 0; i < QUEUE_COMFORTS; i++)
        if (!is_sound(turn, queue_comfort((const void *)c, i),
                      queue_comfort(before, i)))
            return refusals[i];

    return REFUSED_NOT;
}

/* "music" is generated where there is no such file. */
static enum refusal check_sounds(const struct turn *turn,
                                 const struct command_set_queue *c)
{
    static const struct event_queue_set none = { .music = { "music" } };
    const struct event_queue_set *before =
        c->id ? state_queue(turn->state, c->id) : &none;

    if (strcmp(c->music.text, none.music.text) != 0 &&
        !is_sound(turn, &c->music, &before->music))
        return REFUSED_NO_MUSIC;
    if (!is_sound(turn, &c->notice, &before->notice))
        return REFUSED_NO_NOTICE;

    return check_comforts(turn, c, before);
}

/* As when a step is set: none comes later than the longest wait. What is left
   as it is was so before, and keeps nobody from changing something else. */
static enum refusal check_longest_wait(const struct turn *turn,
                                       const struct command_set_queue *c)
{
    const struct event_queue_set *before = state_queue(turn->state, c->id);
    const struct event_queue_rule_set *rule =
        before && before->max_wait_ms != c->max_wait_ms
            ? state_first_rule(turn->state, c->id)
            : NULL;

    for (; rule; rule = state_next_rule(turn->state, rule)) {
        if (rule->cause != RULE_WAITED)
            continue;
        if (!c->max_wait_ms && !rule->after_ms)
            return REFUSED_WAIT_IS_A_STEP;
        if (c->max_wait_ms && rule->after_ms > c->max_wait_ms)
            return REFUSED_WAIT_BEFORE_STEP;
    }

    return REFUSED_NOT;
}

enum refusal decide_set_queue(struct turn *turn,
                              const struct command_set_queue *c)
{
    enum refusal refusal = check_document(turn, DOCUMENT_QUEUE, c);

    if (!refusal && loses_name(turn, DOCUMENT_QUEUE, c))
        refusal = REFUSED_IN_USE;
    if (!refusal)
        refusal = check_overflow(turn, c);
    if (!refusal && c->reopen_waiting > c->max_waiting)
        refusal = REFUSED_BAD_REOPEN_WAITING;
    if (!refusal)
        refusal = check_demand(turn, c->demand.text);
    if (!refusal)
        refusal = check_extension(turn, DOCUMENT_QUEUE, c->id, &c->extension);
    if (!refusal)
        refusal = check_callbacks(turn, c);
    if (!refusal)
        refusal = check_hours(turn, c);
    if (!refusal)
        refusal = check_sounds(turn, c);
    if (!refusal)
        refusal = check_longest_wait(turn, c);
    if (!refusal)
        write_document(turn, DOCUMENT_QUEUE, c);

    return refusal;
}

/* Contacts waiting in it, or that came from it and are not done with. */
static bool has_work(const struct turn *turn, uint64_t queue_id)
{
    for (const struct contact_slot *c = table_first(&turn->state->contacts); c;
         c = table_next(c))
        if (c->row.queue_id == queue_id && c->row.place != PLACE_ENDED)
            return true;

    for (const struct desk_slot *d = table_first(&turn->state->desks); d;
         d = table_next(d))
        if (d->row.queue_id == queue_id)
            return true;

    return has_callbacks(turn->state, queue_id);
}

enum refusal decide_remove_queue(struct turn *turn,
                                 const struct command_remove_queue *c)
{
    enum refusal refusal =
        check_removal(turn, DOCUMENT_QUEUE, c->id, c->version);

    if (refusal)
        return refusal;
    if (has_work(turn, c->id) || is_target(turn->state, TO_QUEUE, c->id) ||
        is_in_a_flow(turn, DOCUMENT_QUEUE, c->id) ||
        is_of_a_box(turn, TO_QUEUE, c->id) ||
        is_named(turn, DOCUMENT_QUEUE, c->id) ||
        state_first_rule(turn->state, c->id))
        return REFUSED_IN_USE;

    write_removal(turn, DOCUMENT_QUEUE, c->id);
    return REFUSED_NOT;
}
