/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The after-call work: how it is ended, by whom, and more time for it. */

#include <string.h>

#include "core/callback.h"
#include "core/write.h"

static bool is_permitted_note(enum command_type type, const void *command)
{
    return field_is_valid(record_field(command_record(type), "note"), command);
}

/* A reason alone says enough: it is one of a pause. */
static bool is_then_paused(const struct command_dispose *c)
{
    return c->then == AFTER_PAUSED ||
           (c->then == AFTER_AS_REQUESTED && c->reason_id);
}

static enum refusal check_then(const struct turn *turn,
                               const struct command_dispose *c)
{
    if ((unsigned)c->then >= after_work_count)
        return REFUSED_BAD_VALUE;
    if (!is_then_paused(c))
        return c->reason_id ? REFUSED_BAD_VALUE : REFUSED_NOT;

    return state_document(turn->state, DOCUMENT_PAUSE_REASON, c->reason_id)
               ? REFUSED_NOT
               : REFUSED_NO_PAUSE_REASON;
}

/* What was written for one call is not to end up at the next. */
static bool is_meant(const struct desk_row *desk, uint64_t contact_id)
{
    return contact_id == 0 || contact_id == desk->contact_id;
}

static enum refusal check_disposition(const struct turn *turn,
                                      const struct command_dispose *c)
{
    const struct desk_row *desk = state_desk(turn->state, c->agent_id);

    if (!desk)
        return REFUSED_NO_AGENT;
    if (!is_meant(desk, c->contact_id))
        return REFUSED_OTHER_CONTACT;
    if (desk->state != AGENT_ACW)
        return REFUSED_NOT_WRAPPING_UP;
    if (!c->disposition_id && state_needs_disposition(turn->state, c->agent_id))
        return REFUSED_DISPOSITION_NEEDED;
    if (c->disposition_id &&
        !state_document(turn->state, DOCUMENT_DISPOSITION, c->disposition_id))
        return REFUSED_NO_DISPOSITION;

    if (!is_permitted_note(COMMAND_DISPOSE, c))
        return REFUSED_BAD_NOTE;

    return check_then(turn, c);
}

static struct next next_after(const struct turn *turn,
                              const struct desk_row *desk,
                              const struct command_dispose *c)
{
    static const struct next available = { AGENT_AVAILABLE, PAUSE_NONE };

    if (is_then_paused(c))
        return (struct next){ AGENT_PAUSED, c->reason_id };
    if (c->then == AFTER_OFFLINE)
        return (struct next){ AGENT_OFFLINE, PAUSE_NONE };
    if (c->then == AFTER_AVAILABLE)
        return next_given(turn, desk, available);

    return next_state(turn, desk, available);
}

/* It is about what was said in the talk. */
static enum refusal ask_called_back(struct turn *turn,
                                    const struct desk_row *desk,
                                    const struct command_dispose *c)
{
    const struct contact_row *contact =
        state_contact(turn->state, desk->contact_id);

    if (!c->callback_number.text[0])
        return c->callback_due_us || c->callback_own ? REFUSED_BAD_NUMBER
                                                     : REFUSED_NOT;

    return decide_callback_after(
        turn,
        &(const struct command_ask_callback){
            .queue_id = desk->queue_id,
            .number = c->callback_number,
            .note = c->note.text[0] ? c->note : desk->note,
            .due_us = c->callback_due_us,
            .agent_id = c->callback_own ? c->agent_id : 0,
            .language = contact ? contact->language : SPEAKS_EN },
        desk->contact_id);
}

enum refusal decide_dispose(struct turn *turn, const struct command_dispose *c)
{
    const struct desk_row *desk = state_desk(turn->state, c->agent_id);
    enum refusal refusal = check_disposition(turn, c);

    if (!refusal)
        refusal = ask_called_back(turn, desk, c);
    if (refusal)
        return refusal;

    struct next next = next_after(turn, desk, c);

    WRITE(turn, WRAP_UP_ENDED, wrap_up_ended,
          { .contact_id = desk->contact_id,
            .agent_id = desk->agent_id,
            .disposition_id = c->disposition_id,
            .note = c->note.text[0] ? c->note : desk->note,
            .acw_us = turn->now_us - desk->since_us,
            .next_state = next.state,
            .next_reason_id = next.reason_id });
    return REFUSED_NOT;
}

void write_wrap_up_due(struct turn *turn, const struct desk_row *desk)
{
    struct next next =
        next_state(turn, desk, (struct next){ AGENT_AVAILABLE, PAUSE_NONE });

    WRITE(turn, WRAP_UP_ENDED, wrap_up_ended,
          { .contact_id = desk->contact_id,
            .agent_id = desk->agent_id,
            .note = desk->note,
            .acw_us = turn->now_us - desk->since_us,
            .next_state = next.state,
            .next_reason_id = next.reason_id,
            .timed_out = true });
}

static bool has_talk(const struct desk_row *desk)
{
    return desk->state == AGENT_TALKING || desk->state == AGENT_HOLD ||
           desk->state == AGENT_ACW;
}

/* So that neither a lost console nor the end of the time loses it. */
enum refusal decide_keep_note(struct turn *turn,
                              const struct command_keep_note *c)
{
    const struct desk_row *desk = state_desk(turn->state, c->agent_id);

    if (!desk)
        return REFUSED_NO_AGENT;
    if (!is_meant(desk, c->contact_id))
        return REFUSED_OTHER_CONTACT;
    if (!has_talk(desk))
        return REFUSED_NO_TALK;
    if (!is_permitted_note(COMMAND_KEEP_NOTE, c))
        return REFUSED_BAD_NOTE;
    if (strcmp(c->note.text, desk->note.text) == 0)
        return REFUSED_ALREADY_SO;

    WRITE(turn, NOTE_KEPT, note_kept,
          { .contact_id = desk->contact_id,
            .agent_id = desk->agent_id,
            .note = c->note });
    return REFUSED_NOT;
}

/* The limit was told with the talk's end; how much more is as the queue says
   by now. */
enum refusal decide_extend_wrap_up(struct turn *turn,
                                   const struct command_extend_wrap_up *c)
{
    const struct desk_row *desk = state_desk(turn->state, c->agent_id);

    if (!desk)
        return REFUSED_NO_AGENT;
    if (desk->state != AGENT_ACW)
        return REFUSED_NOT_WRAPPING_UP;
    if (!wrap_up_is_timed(desk->wrap_up))
        return REFUSED_NO_TIME_LIMIT;

    int64_t more_us = state_wrap_up_more_us(turn->state, c->agent_id);

    if (!more_us)
        return REFUSED_NO_MORE_TIME;

    WRITE(turn, WRAP_UP_EXTENDED, wrap_up_extended,
          { .contact_id = desk->contact_id,
            .agent_id = desk->agent_id,
            .wrap_up_due_us = desk->wrap_up_due_us + more_us });
    return REFUSED_NOT;
}
